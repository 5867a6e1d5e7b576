"""Measure: a build's cards against an annotated dossier.

The figures are those of the published scorer (``tests/gold/score.py``), computed on cards in memory, so that
``build.py evaluate`` needs no folder of its own; a test holds the two against each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.evaluation.claims import score_claims
from dossier.evaluation.delegations import score_delegations
from dossier.evaluation.figures import Scored
from dossier.evaluation.gold import Gold, read_gold
from dossier.evaluation.matching import load_matcher
from dossier.evaluation.people import score_people
from dossier.evaluation.sources import score_evidence, score_sources
from dossier.evaluation.weapons import score_weapons
from dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Result:
    """All figures of one dossier, and each miss and invention in words."""

    name: str
    report: Mapping[str, Mapping[str, Any]]
    errors: tuple[str, ...]

    def as_text(self, *, errors: bool = False) -> str:
        """A line a kind: F1 where there is one, else the share that is right."""
        lines = [self.name]
        for kind, figures in self.report.items():
            shown = (f"{key}={value['f1'] if isinstance(value, Mapping) else value}" for key, value in figures.items())
            lines.append(f"  {kind:12} {'  '.join(shown)}")
        return "\n".join([*lines, *(f"  {error}" for error in self.errors if errors)])

    def as_json(self) -> str:
        """One line of JSON, keys in the order of the report."""
        return json.dumps({"dossier": self.name, **self.report})


def evaluate_dossier(folder: Path, compile_folder: Callable[[Path], Dossier]) -> Result:
    """Compile the articles beside ``folder/gold.yml`` from scratch and score the cards.

    ``folder`` may also be the gold file itself. ``UsageError`` where there is none.
    """
    gold = read_gold(folder)
    return score_dossier(gold, compile_folder(gold.seeds))


def score_dossier(gold: Gold, dossier: Dossier) -> Result:
    """The figures of ``dossier`` against ``gold``."""
    matcher = load_matcher()
    scored: dict[str, Scored] = {
        "evidence": score_evidence(gold, dossier),
        "sources": score_sources(gold, dossier),
        "people": score_people(gold, dossier, matcher),
        "weapons": score_weapons(gold, dossier, matcher),
        "delegations": score_delegations(gold, dossier, matcher),
        "claims": score_claims(gold, dossier, matcher),
    }
    return Result(
        name=gold.name,
        report={kind: result.figures for kind, result in scored.items()},
        errors=tuple(f"{kind}: {error}" for kind, result in scored.items() for error in result.errors),
    )
