"""One page a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from jinja2 import Environment

from dossier.findings.chains import Link, find_chain
from dossier.findings.differences import Difference, find_differences
from dossier.findings.matrix import find_silence
from dossier.findings.rests import Rests, find_rests
from dossier.links import page_of
from dossier.model import ClaimCard, Report, SourceCard
from dossier.pages.desk import Desk
from dossier.pages.linked import linked_data
from dossier.pages.shelf import Shelf
from dossier.pages.sources import show_article

RECORD = (
    ("Title", "title"),
    ("Publisher", "publisher"),
    ("Authors", "authors"),
    ("Agency", "agency"),
    ("Published", "published"),
    ("Language", "language"),
    ("Address", "url"),
    ("Licence", "licence"),
)
"""Labels and keys of a source's own record, in the order of the page."""


def render_cards(shelf: Shelf, paper: Environment) -> Iterator[tuple[str, str]]:
    """Path and text of each card's page, in the order of the kinds."""
    templates = {kind: paper.get_template(f"{kind}.md.j2") for kind in {card.kind for card in shelf.cards.values()}}
    rests, differences = find_rests(shelf.dossier), find_differences(shelf.dossier)
    for card in shelf.cards.values():
        page = page_of(card.ref)
        if isinstance(card, SourceCard):
            view = source_view(card, shelf, rests[card.ref], differences[card.ref])
        else:
            view = claim_view(card, shelf) if isinstance(card, ClaimCard) else {}
        yield page, templates[card.kind].render(desk=Desk(shelf, page), card=card, linked=linked_data, **view)


def source_view(card: SourceCard, shelf: Shelf, alone: Rests, difference: Difference) -> dict[str, Any]:
    """An article's passages and record, its kin, what it leaves out and adds, and what rests on it."""
    kin = [other for other in shelf.kin[card.origin] if other.ref != card.ref]
    return {
        "article": show_article(card, shelf),
        "kin": kin,
        "record": [(shelf.voice.say(label), key, value) for label, key, value in record_of(card)],
        "alone": alone,
        "difference": difference,
    }


def claim_view(card: ClaimCard, shelf: Shelf) -> dict[str, Any]:
    """A claim's reports with the hands that each came through, its wordings, and the articles without it."""
    first, further = told_first(card, shelf)
    return {
        "reports": first,
        "further": further,
        "whole": len(card.reports),
        "silent": find_silence(card, shelf.read, MOST_SILENT),
        "wordings": shelf.wordings[card.ref],
    }


FEW = 3
"""Reports that a claim's page shows without folding any."""

MOST_SILENT = 12
"""Articles without a claim that its page names."""

MOST_OPEN = 4
"""Texts of which a claim's page shows a report without a touch."""

Told: TypeAlias = tuple[int, Report, tuple[Link, ...]]
"""A report with its number on the page and the hands that it came through."""


def told_first(claim: ClaimCard, shelf: Shelf) -> tuple[list[Told], list[Told]]:
    """The first report of each text, and the others, which mostly reprint what stands above; all where they are few."""
    told = [(n, report, find_chain(report, claim, shelf.channels)) for n, report in enumerate(claim.reports, 1)]
    if len(told) <= FEW:
        return told, []
    first: dict[str, int] = {}
    for number, report, _ in told:
        first.setdefault(shelf.channels.origin(report.passage.source), number)
    opening = [*first.values()][:MOST_OPEN]
    return [row for row in told if row[0] in opening], [row for row in told if row[0] not in opening]


def record_of(source: SourceCard) -> list[tuple[str, str, str | None]]:
    """Label, key and value of each row of a source's record."""
    values = {key: getattr(source, key) for _, key in RECORD} | {"authors": ", ".join(source.authors)}
    return [(label, key, values[key]) for label, key in RECORD]
