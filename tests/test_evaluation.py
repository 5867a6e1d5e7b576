"""Measuring: the program's own figures are those of the published scorer, and may only rise."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.cards.addresses import Addresses
from dossier.cards.store import write_dossier
from dossier.evaluation import evaluate_dossier, score_dossier
from dossier.evaluation.gold import read_gold

GOLD = Path(__file__).parent / "gold"
FLOORS = json.loads((GOLD / "floors.json").read_text("utf-8"))
DOSSIERS = sorted(FLOORS)


@pytest.mark.parametrize("name", DOSSIERS)
def test_no_figure_falls_below_its_floor(name: str, compiler: CardCompiler) -> None:
    gold = read_gold(GOLD / name)
    digest = digest_of(gold.seeds)
    assert digest == FLOORS[name]["texts"], f"{name}: the articles changed; measure again and pin new floors"
    report = evaluate_dossier(GOLD / name, compiler.compile_folder).report
    fallen = [
        f"{figure} is {value_of(report, figure)}, was {floor}"
        for figure, floor in FLOORS[name]["floors"].items()
        if (value_of(report, figure) or 0.0) < floor
    ]
    assert not fallen, f"{name}: {'; '.join(fallen)}"


@pytest.mark.parametrize("name", ["shoigu-in-pyongyang"])
def test_evaluate_prints_what_the_published_scorer_prints(name: str, compiler: CardCompiler, tmp_path: Path) -> None:
    gold = read_gold(GOLD / name)
    dossier = compiler.compile_folder(gold.seeds)
    write_dossier(dossier, Addresses(), tmp_path / "content")
    done = subprocess.run(
        [
            sys.executable,
            GOLD / "score.py",
            *("--json", "--content", tmp_path / "content", "--seeds", gold.seeds, "--gold", GOLD / name / "gold.yml"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs, ours = json.loads(done.stdout), json.loads(score_dossier(gold, dossier).as_json())
    for kind in ("sources", "people", "weapons", "delegations", "claims"):
        assert ours[kind] == theirs[kind], kind
    assert ours["evidence"]["exact"] == theirs["evidence"]["exact"] == 1.0


def value_of(report: object, figure: str) -> float | None:
    """``claims.via.f1`` -> that number."""
    value = report
    for key in figure.split("."):
        value = value[key]  # type: ignore[index]
    return value  # type: ignore[return-value]


def digest_of(seeds: Path) -> str:
    """One digest over the names and bytes of all articles."""
    whole = hashlib.sha256()
    for path in sorted(seeds.rglob("*.txt")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
