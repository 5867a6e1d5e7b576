"""Pin the floors anew: `python tests/gold/pin.py [--lower NAME …]`.

Every figure is raised to what the program reaches now. A figure that fell is refused, by name, unless its dossier
is given with `--lower`: then the reason belongs into the commit message.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_evaluation import digest_of, value_of  # noqa: E402

from build import CardCompiler  # noqa: E402
from dossier.console import Console  # noqa: E402
from dossier.evaluation import evaluate_dossier  # noqa: E402
from dossier.evaluation.gold import read_gold  # noqa: E402
from dossier.settings import Settings  # noqa: E402

GOLD = Path(__file__).parent
FIGURES = [
    "evidence.exact",
    "evidence.values_with_evidence",
    "sources.title",
    "sources.date",
    "sources.agency",
    "sources.author",
    "sources.origin_pairs",
    "people.f1",
    "people.roles.f1",
    "people.aliases_recall",
    "weapons.f1",
    "weapons.held_by.f1",
    "delegations.f1",
    "delegations.from",
    "delegations.head",
    "delegations.to",
    "delegations.occasion",
    "claims.f1",
    "claims.found_anyhow.f1",
    "claims.via.f1",
    "claims.mode",
    "claims.same_claim_pairs.f1",
    "claims.denials_answered",
]


def main() -> int:
    """Measure all gold dossiers; write floors.json, or say what fell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lower", nargs="*", default=[], help="dossiers whose floors may fall")
    lower = parser.parse_args().lower
    path = GOLD / "floors.json"
    before = json.loads(path.read_text("utf-8")) if path.exists() else {}
    compiler = CardCompiler(Settings(), Console(quiet=True))
    floors, fallen = {}, []
    for file in sorted(GOLD.rglob("gold.yml")):
        name = file.parent.relative_to(GOLD).as_posix()
        report = evaluate_dossier(file, compiler.compile_folder).report
        now = {figure: value for figure in FIGURES if (value := value_of(report, figure)) is not None}
        old = before.get(name, {}).get("floors", {})
        fallen += [f"{name}: {f} {old[f]} -> {now.get(f)}" for f in old if now.get(f, 0) < old[f] and name not in lower]
        floors[name] = {"texts": digest_of(read_gold(file).seeds), "floors": now}
    if fallen:
        print("\n".join(fallen), file=sys.stderr)
        return 1
    path.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
