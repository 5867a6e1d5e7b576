"""Speed and memory, as ratios measured side by side in one run: `make bench`.

    seeds to cards       against a bare parse of the same text        at most 1.5 x
    cards to Markdown    against a stock `mkdocs build` of the pages  at most 0.1 x
    peak memory          of seeds to cards at 1,000 articles          at most 600 MB
    `build.py --help`    from start to exit                           at most 0.3 s

Each figure is the median of the rounds, modules and templates compiled before; every measured command runs in a
process of its own. Absolute seconds depend on the machine and are printed for interest only. `--sizes 10,100` leaves
the long run out.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench_articles import write_articles  # noqa: E402 - beside this file

BARE_PARSE = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from dossier.documents import load_model
model = load_model()
lines = (line for path in sorted(Path({seeds!r}).glob("*.txt")) for line in path.read_text("utf-8").splitlines())
for doc in model.pipe(line for line in lines if line): pass
"""

RENDER = """
import sys, time; sys.path.insert(0, {root!r})
from pathlib import Path
from dossier.cards.store import read_dossier
from dossier.pages import render_pages
from dossier.settings import read_settings
start = time.process_time()
dossier, settings = read_dossier(Path({content!r})), read_settings(Path({root!r}) / "mkdocs.yml")
read = time.process_time()
pages = render_pages(dossier, settings, cache=Path({cache!r}))
print(len(pages), read - start, time.process_time() - read)
"""


def run(command: list[str]) -> str:
    """What a command prints; compiled modules are kept from run to run, as they are wherever a program is installed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / f"dossier-bench-{os.getuid()}")
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time (user and system), and peak memory in MB, of one run."""
    start = os.times()
    run(command)
    end = os.times()
    seconds = end.children_user + end.children_system - start.children_user - start.children_system
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def bench_cards(seeds: Path, content: Path, rounds: int) -> dict[str, float]:
    """Seeds to cards against a bare parse, in turn."""
    parse = [sys.executable, "-c", BARE_PARSE.format(root=str(ROOT), seeds=str(seeds))]
    cards = [sys.executable, "build.py", "cards", "--seeds", str(seeds), "--content", str(content), "--quiet"]
    ratios, memory, seconds = [], 0.0, []
    for _ in range(rounds):
        bare, _ = timed(parse)
        full, memory = timed(cards)
        ratios.append(full / bare)
        seconds.append(full)
    return {"cards/parse": statistics.median(ratios), "seconds": statistics.median(seconds), "peak MB": memory}


def bench_pages(content: Path, work: Path, rounds: int) -> dict[str, float]:
    """Cards to Markdown against MkDocs on the same pages, in turn."""
    run([sys.executable, "build.py", "site", "--content", str(content), "--site", str(work / "site"), "--quiet"])
    made = work / ".build"
    render = RENDER.format(root=str(ROOT), content=str(content), cache=str(made / "templates"))
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    mkdocs += ["--config-file", str(made / "mkdocs.yml"), "--site-dir", str(work / "stock")]
    rows = []
    for _ in range(rounds):
        pages, reading, rendering = map(float, run([sys.executable, "-c", render]).split())
        stock, _ = timed(mkdocs)
        rows.append((pages, rendering / stock, reading / stock, stock))
    names = ("pages", "markdown/mkdocs", "reading cards/mkdocs", "mkdocs seconds")
    return dict(zip(names, map(statistics.median, zip(*rows, strict=True)), strict=True))


def bench_help(rounds: int) -> float:
    """Wall seconds from start to exit of `build.py --help`."""
    walls = []
    for _ in range(rounds):
        start = time.perf_counter()
        run([sys.executable, "build.py", "--help"])
        walls.append(time.perf_counter() - start)
    return statistics.median(walls)


def main() -> None:
    """Print one JSON object a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    measure(2, 1)  # compiles all modules
    print(json.dumps({"help seconds": round(bench_help(5), 3)}))
    for size in map(int, arguments.sizes.split(",")):
        figures = measure(size, arguments.rounds if size < 1000 else 1)
        print(json.dumps({key: round(value, 3) for key, value in figures.items()}), flush=True)


def measure(size: int, rounds: int) -> dict[str, float]:
    """The figures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write_articles(work / "seeds", size)
        figures = {"articles": size, **bench_cards(work / "seeds", work / "content", rounds)}
        return figures | bench_pages(work / "content", work, rounds)


if __name__ == "__main__":
    main()
