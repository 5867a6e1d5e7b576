"""One page a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from dossier.findings.matrix import silent_sources
from dossier.findings.rests import cards_alone
from dossier.links import page_of
from dossier.model import Card, ClaimCard, Report, SourceCard
from dossier.pages.desk import Desk, Shelf
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
    alone = cards_alone(shelf.dossier)
    for card in shelf.cards.values():
        page = page_of(card.ref)
        view = view_of(card, shelf, alone.get(card.ref, ()))
        yield page, templates[card.kind].render(desk=Desk(shelf, page), card=card, **view)


def view_of(card: Card, shelf: Shelf, alone: tuple[Card, ...]) -> dict[str, Any]:
    """What a kind's template needs beyond the card and the desk."""
    if isinstance(card, SourceCard):
        kin = [s for s in shelf.dossier.sources if s.origin == card.origin and s.ref != card.ref]
        return {"article": show_article(card, shelf), "kin": kin, "record": record_of(card), "alone": alone}
    if isinstance(card, ClaimCard):
        return {"silent": silent_sources(card, shelf.dossier), "wordings": wordings_of(card)}
    return {}


def record_of(source: SourceCard) -> list[tuple[str, str, str | None]]:
    """Label, key and value of each row of a source's record."""
    values = {key: getattr(source, key) for _, key in RECORD} | {"authors": ", ".join(source.authors)}
    return [(label, key, values[key]) for label, key in RECORD]


def wordings_of(claim: ClaimCard) -> list[Report]:
    """One report for each wording of a claim in an article: the same words twice in one article are one row."""
    seen: set[tuple[str, str]] = set()
    rows = []
    for report in claim.reports:
        key = (report.passage.source, report.proposition.exact)
        if key not in seen:
            seen.add(key)
            rows.append(report)
    return rows
