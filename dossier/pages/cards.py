"""One page a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from dossier.findings.chains import find_chain
from dossier.findings.differences import Difference, find_differences
from dossier.findings.matrix import silent_sources
from dossier.findings.rests import Rests, find_rests
from dossier.links import page_of
from dossier.model import ClaimCard, SourceCard
from dossier.pages.compare import wordings_of
from dossier.pages.desk import Desk, Shelf
from dossier.pages.linked import linked_data
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
    kin = [s for s in shelf.dossier.sources if s.origin == card.origin and s.ref != card.ref]
    return {
        "article": show_article(card, shelf),
        "kin": kin,
        "record": record_of(card),
        "alone": alone,
        "difference": difference,
    }


def claim_view(card: ClaimCard, shelf: Shelf) -> dict[str, Any]:
    """A claim's reports with the hands that each came through, its wordings, and the articles without it."""
    return {
        "reports": [(report, find_chain(report, card, shelf.channels)) for report in card.reports],
        "silent": silent_sources(card, shelf.sources),
        "wordings": wordings_of(card, shelf),
    }


def record_of(source: SourceCard) -> list[tuple[str, str, str | None]]:
    """Label, key and value of each row of a source's record."""
    values = {key: getattr(source, key) for _, key in RECORD} | {"authors": ", ".join(source.authors)}
    return [(label, key, values[key]) for label, key in RECORD]
