"""Claim by article: which article has which claim, and with which passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    def filled(self) -> Iterator[tuple[ClaimCard, SourceCard, Cell]]:
        """The filled cells, row by row, in the order of the columns: few in a grid that is mostly silence."""
        places = {column.ref: place for place, column in enumerate(self.columns)}
        for claim, cells in self.rows:
            for place in sorted(places[ref] for ref in cells if ref in places):
                column = self.columns[place]
                yield claim, column, cells[column.ref]


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


@dataclass(frozen=True, slots=True)
class Silence:
    """The articles that were read and in which a claim was not found."""

    count: int
    sources: tuple[SourceCard, ...]
    """All of them where they are few enough to be named, else none."""


def find_silence(claim: ClaimCard, read: Mapping[str, SourceCard], most: int) -> Silence:
    """Where a claim is not, among the articles read, given by reference; named where they are at most ``most``."""
    has = {report.passage.source for report in claim.reports} | {evidence.source for evidence in claim.restated}
    count = len(read) - len(has & read.keys())
    return Silence(count, tuple(s for ref, s in read.items() if ref not in has) if count <= most else ())
