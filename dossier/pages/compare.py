"""The pages that lay sources side by side: matrix, denials, single channels, wording, origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from dossier.findings.descent import find_families
from dossier.findings.matrix import Cell, find_matrix
from dossier.findings.shifts import Change, Shift
from dossier.model import ClaimCard, Evidence, Polarity
from dossier.pages.claims import claim_leaves
from dossier.pages.desk import Desk
from dossier.pages.leaves import leaves_of
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
        "compare/wording.md": ("wording", {"shifts": shifts_of(shelf)}),
        **matrix_views(shelf),
    }


def channels_view(shelf: Shelf) -> dict[str, Any]:
    """The claims of each medium that alone has them, and the way to those that the page has no room for."""
    channels = single_channels(shelf)
    return {"channels": channels, "most": MOST_OF_ONE, "found": lists_with(channels, shelf), "through": through}


def lists_with(channels: list[tuple[str, list[ClaimCard]]], shelf: Shelf) -> dict[str, list[tuple[int, str]]]:
    """For each medium whose claims have no room, the pages of the list of claims that have them: number and path."""
    found: dict[str, list[tuple[int, str]]] = {name: [] for name, claims in channels if len(claims) > MOST_OF_ONE}
    for leaf in claim_leaves(shelf) if found else ():
        only = {shelf.coverage[claim.ref].only for claim in leaf.rows}
        for name in found.keys() & only:
            found[name].append((leaf.number, leaf.page))
    return found


def through(desk: Desk, medium: str, page: str) -> str:
    """A page of the list of claims as its filter leaves it for one medium: ``../claims/index.html?through=KCNA``."""
    control = desk.shelf.voice.say("Through").lower().replace(" ", "-")
    return f"{desk.path(page)}?{urlencode({control: medium})}"


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


def matrix_views(shelf: Shelf) -> dict[str, tuple[str, dict[str, Any]]]:
    """The pages of the matrix: most covered claims first, a denial under the claim that it answers; columns by origin.

    A page of a long list names the articles that its rows have, by the numbers that they have on every page.
    """
    matrix = find_matrix(shelf.dossier)
    cells = {claim.ref: row for claim, row in matrix.rows}
    starts = [i == 0 or c.origin != matrix.columns[i - 1].origin for i, c in enumerate(matrix.columns)]
    rows: list[tuple[ClaimCard, Mapping[str, Cell]]] = [(claim, cells[claim.ref]) for claim in in_turn(shelf)]
    shared = {
        "starts": starts,
        "numbers": {source.ref: number for number, source in enumerate(matrix.columns, 1)},
        "sparse": matrix.size > LARGEST_GRID,
    }
    views: dict[str, tuple[str, dict[str, Any]]] = {}
    for leaf in leaves_of("compare/matrix.md", [("", rows)]):
        told = {ref for _, row in leaf.rows for ref in row}
        whole = leaf.alone or not shared["sparse"]
        columns = [column for column in matrix.columns if whole or column.ref in told]
        views[leaf.page] = ("matrix", {**shared, "leaf": leaf, "columns": columns})
    return views


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
