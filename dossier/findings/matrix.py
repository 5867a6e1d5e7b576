"""Claim by article: which article has which claim, and with which passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model import ClaimCard, Dossier, Evidence, Polarity, SourceCard


class Stance(StrEnum):
    """What an article does with a claim; silence is the absence of a cell."""

    ASSERTS = "A"
    DENIES = "D"
    STATES = "S"  # in its own voice, attributed to nobody


@dataclass(frozen=True, slots=True)
class Cell:
    """One article has one claim."""

    stance: Stance
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims of a dossier by its articles."""

    columns: tuple[SourceCard, ...]
    """Articles of one origin side by side."""
    rows: tuple[tuple[ClaimCard, Mapping[str, Cell]], ...]
    """For each claim, its cells by reference of the article; silence has none."""

    @property
    def size(self) -> int:
        """Cells of the whole grid, filled and empty."""
        return len(self.columns) * len(self.rows)


def find_matrix(dossier: Dossier) -> Matrix:
    """Filled cells are exactly the pairs of claim and article in reports and ``restated``."""
    columns = tuple(sorted(dossier.sources, key=lambda source: (source.origin, source.ref)))
    return Matrix(columns, tuple((claim, cells_of(claim)) for claim in dossier.claims))


def cells_of(claim: ClaimCard) -> dict[str, Cell]:
    """One cell an article; an attributed passage goes before an unattributed one."""
    stance = Stance.DENIES if claim.polarity is Polarity.DENIES else Stance.ASSERTS
    cells: dict[str, Cell] = {}
    for report in claim.reports:
        cells.setdefault(report.passage.source, Cell(stance, report.proposition))
    for evidence in claim.restated:
        cells.setdefault(evidence.source, Cell(Stance.STATES, evidence))
    return cells


def silent_sources(claim: ClaimCard, sources: Mapping[str, SourceCard]) -> tuple[SourceCard, ...]:
    """The articles, given by reference, in which a claim was not found; one left unread is not called silent."""
    has = {report.passage.source for report in claim.reports} | {evidence.source for evidence in claim.restated}
    return tuple(source for ref, source in sources.items() if ref not in has and not source.unread)
