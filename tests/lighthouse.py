"""Lighthouse on each kind of page: `make lighthouse`; needs Node 18 or later, Chromium, and npm's registry once.

    python tests/lighthouse.py site

At least 95 for performance, 100 for accessibility, best practices and search engines. A busy machine only slows a page,
so one that falls short is measured up to three times and its best performance counts. The site is served packed.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

LIGHTHOUSE = "lighthouse@12.8.2"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3
PACKED = {".html", ".css", ".js", ".json", ".svg"}


class PackedPages(SimpleHTTPRequestHandler):
    """Serves files as any web server does: packed, and to be kept for a while."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Cache-Control", "max-age=86400")
        if path.suffix in PACKED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def pages_of(site: Path) -> list[str]:
    """The home page, each page that compares or explains, and of each kind its list and its longest card."""
    pages = [
        "index.html",
        "about.html",
        "rules.html",
        *(f"compare/{path.name}" for path in sorted((site / "compare").glob("*.html"))),
    ]
    for folder in ("claims", "people", "weapons", "delegations", "organisations", "events", "sources"):
        cards = [path for path in (site / folder).glob("*.html") if path.name != "index.html"]
        if cards:
            longest = max(cards, key=lambda path: (path.stat().st_size, path.name))
            pages += [f"{folder}/index.html", f"{folder}/{longest.name}"]
    return pages


def measure(address: str) -> dict[str, int]:
    """The four figures of one page."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--no-enable-error-reporting"]
    done = subprocess.run([*command, "--chrome-flags=--headless --no-sandbox"], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{LIGHTHOUSE}: {done.stderr[-500:]}")
    return {name: round(100 * found["score"]) for name, found in json.loads(done.stdout)["categories"].items()}


def main() -> int:
    """One line a page; 1 where one falls short."""
    if shutil.which("npx") is None:
        print("no npx on this machine: install Node 18 or later")
        return 1
    site, short = Path(sys.argv[1]), 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(PackedPages, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for page in pages_of(site):
            figures: dict[str, int] = {}
            for _ in range(TRIES):
                told = measure(f"http://127.0.0.1:{server.server_port}/{page}")
                figures = {name: max(figure, figures.get(name, 0)) for name, figure in told.items()}
                if all(figures[name] >= least for name, least in LEAST.items()):
                    break
            falls = [name for name, least in LEAST.items() if figures[name] < least]
            short += bool(falls)
            print(
                page, *(f"{name} {figure}" for name, figure in figures.items()), "TOO LOW" if falls else "", flush=True
            )
        server.shutdown()
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
