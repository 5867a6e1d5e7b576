"""The pages that lay sources side by side: matrix, denials, single channels, wording, origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from dossier.findings.descent import find_families
from dossier.findings.matrix import Cell, find_matrix
from dossier.findings.shifts import Change, Shift
from dossier.model import ClaimCard, Evidence, Kind, Polarity
from dossier.pages.desk import Desk
from dossier.pages.shelf import Shelf, most_covered

LARGEST_GRID = 20_000
"""Cells up to which claims by article are drawn as a grid (200 claims by 50 articles are 10,000); else as a list."""

MOST_OF_ONE = 50
"""Claims of one medium that the page of single channels lays out with their sentences; the list of claims has all."""


def compare_views(shelf: Shelf) -> dict[str, tuple[str, dict[str, Any]]]:
    """Path -> template and view of each page under ``compare/``."""
    return {
        "compare/index.md": ("compare", {}),
        "compare/denials.md": ("denials", denials_view(shelf)),
        "compare/channels.md": ("channels", channels_view(shelf)),
        "compare/matrix.md": ("matrix", matrix_view(shelf)),
        "compare/wording.md": ("wording", {"shifts": shifts_of(shelf)}),
    }


def channels_view(shelf: Shelf) -> dict[str, Any]:
    """The claims of each medium that alone has them, and the way to those that the page has no room for."""
    return {"channels": single_channels(shelf), "most": MOST_OF_ONE, "through": through}


def through(desk: Desk, medium: str) -> str:
    """The list of claims as its filter leaves it for one medium: ``../claims/index.html?through=KCNA``."""
    control = desk.shelf.voice.say("Through").lower().replace(" ", "-")
    return f"{desk.index(Kind.CLAIM)}?{urlencode({control: medium})}"


def single_channels(shelf: Shelf) -> list[tuple[str, list[ClaimCard]]]:
    """The claims known through one medium only, by medium, the busiest first."""
    groups = [(name, most_covered(claims, shelf.coverage)) for name, claims in shelf.single.items()]
    return sorted(groups, key=lambda row: (-len(row[1]), row[0]))


def denials_view(shelf: Shelf) -> dict[str, Any]:
    """Claims with their denials, accusations with none, and denials with nothing to answer."""
    claims = most_covered(shelf.dossier.claims, shelf.coverage)
    denials = shelf.denials
    return {
        "answered": [(claim, denials.of(claim)) for claim in claims if denials.of(claim)],
        "denying": [claim for claim in claims if claim.polarity is Polarity.DENIES],
        "unanswered": [claim for claim in claims if accuses(claim, shelf) and not denials.of(claim)],
        "unmatched": most_covered(denials.unmatched(), shelf.coverage),
    }


def accuses(claim: ClaimCard, shelf: Shelf) -> bool:
    """Whether an article reports a claim as an accusation: "blamed", "allegations that", or nobody named for it."""
    if claim.polarity is Polarity.DENIES:
        return False
    return claim.speaker is None or any(shelf.words.accuses(report.cue) for report in claim.reports)


def matrix_view(shelf: Shelf) -> dict[str, Any]:
    """The matrix, most covered claims first, each denial under the claim that it answers; its columns by origin."""
    matrix = find_matrix(shelf.dossier)
    cells = {claim.ref: row for claim, row in matrix.rows}
    origins: dict[str, int] = {}
    for source in matrix.columns:
        origins[source.origin] = origins.get(source.origin, 0) + 1
    starts = [i == 0 or c.origin != matrix.columns[i - 1].origin for i, c in enumerate(matrix.columns)]
    rows: list[tuple[ClaimCard, Mapping[str, Cell]]] = [(claim, cells[claim.ref]) for claim in in_turn(shelf)]
    return {
        "columns": matrix.columns,
        "rows": rows,
        "starts": starts,
        "spans": list(origins.values()),
        "numbers": {source.ref: number for number, source in enumerate(matrix.columns, 1)},
        "sparse": matrix.size > LARGEST_GRID,
    }


def in_turn(shelf: Shelf) -> Iterator[ClaimCard]:
    """Every claim once: the most covered first, with its denials straight after it."""
    done: set[str] = set()
    claims = most_covered(shelf.dossier.claims, shelf.coverage)
    for claim in sorted(claims, key=lambda claim: claim.polarity is Polarity.DENIES):
        for row in (claim, *most_covered(shelf.denials.of(claim), shelf.coverage)):
            if row.ref not in done:
                done.add(row.ref)
                yield row


@dataclass(frozen=True, slots=True)
class Drifted:
    """One named change of one claim's wording."""

    claim: ClaimCard
    change: Change
    base: Evidence
    there: tuple[Evidence, ...]
    """Where the changed wording stands."""


def shifts_of(shelf: Shelf) -> list[tuple[Shift, list[Drifted]]]:
    """The named changes of all claims by what changed, most covered claims first."""
    rows: dict[Shift, list[Drifted]] = {shift: [] for shift in Shift if shift is not Shift.OWNED}
    for claim in most_covered(shelf.dossier.claims, shelf.coverage):
        wordings = shelf.wordings[claim.ref]
        for wording in wordings:
            for change in wording.changes:
                if change.shift in rows:
                    row = Drifted(claim, change, wordings[0].evidence[0], wording.evidence)
                    rows[change.shift].append(row)
    return [(shift, found) for shift, found in rows.items() if found]


def families_view(shelf: Shelf) -> dict[str, Any]:
    """Origins of several articles as trees, those of one in a table."""
    families = find_families(shelf.dossier)
    return {
        "families": [family for family in families if family.size > 1],
        "single": [family.branches[0].source for family in families if family.size == 1],
        "origins": len(families),
    }
