"""By what a list can be narrowed: each row carries its own facets, from which ``assets/sift.js`` makes the controls.

A row of the list of claims has ``{"Status": ["disputed"], "Speaker": ["Oman"], "Through": ["AFP"], …}``. Without
scripts the list is whole, and the facets are an attribute that nobody sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model import Card, ClaimCard, Kind, SourceCard, WeaponCard
from dossier.pages.desk import Desk
from dossier.pages.paper import visible

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON without spaces."""

IN_QUOTES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;"})
"""What must not stand as it is in an attribute between single quotation marks."""

LONGEST = 48
"""Characters of an article's name in a control."""

STATED = {
    Kind.PERSON: (("Office", "role"),),
    Kind.WEAPON: (("Held by", "held_by"),),
    Kind.DELEGATION: (("From", "from"), ("To", "to")),
    Kind.ORGANISATION: (("Sort", "type"), ("Belongs to", "of")),
    Kind.EVENT: (("Date", "date"), ("Place", "place")),
}
"""Properties by which the list of a kind can be narrowed, with what their controls are called."""

NONE = {"Speaker": "nobody named", "Through": "channel not stated", "Date": "undated", "Published": "undated"}
"""What a row is called that has nothing under a facet; else ``not stated``."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Writes the facets of the rows of one dossier's lists."""

    desk: Desk
    origins: Mapping[str, str]
    """For each article, what the text is called that it goes back to; empty where every article is its own."""

    def __call__(self, card: Card) -> Markup:
        """The facets of one row as JSON for an attribute in single quotation marks, in the order of the controls."""
        say = self.desk.shelf.voice.say
        rows = {name: list(dict.fromkeys(values)) for name, values in self._find(card)}
        told = {
            say(name): [visible(v) for v in values] or [say(NONE.get(name, "not stated"))]
            for name, values in rows.items()
        }
        text = COMPACT(told)
        return Markup(text.translate(IN_QUOTES))  # noqa: S704 - escaped here

    def _find(self, card: Card) -> Iterator[tuple[str, list[str]]]:
        """Name and values of each facet that a card of its kind has."""
        if isinstance(card, SourceCard):
            yield from self._find_record(card)
            return
        if isinstance(card, ClaimCard):
            yield "Status", [self.desk.shelf.voice.say(self.desk.status(card))]
            yield "Speaker", [card.speaker] if card.speaker else []
            yield "Through", list(self.desk.tally_claim(card).channels)
        if isinstance(card, WeaponCard):
            say = self.desk.shelf.voice.say
            yield "Form", [say("named system" if card.form == "named" else "class of equipment")]
        for name, key in STATED.get(card.kind, ()):
            values = [s.of or s.value if key == "role" else s.value for s in card.statements.get(key, ())]
            yield name, self._months(values) if key == "date" else [value for value in values if value]
        told = sources_of(card)
        yield "Article", [self.desk.article(source, LONGEST) for ref in told if (source := self.desk.source(ref))]
        yield "Origin", [self.origins[ref] for ref in told if ref in self.origins]
        if isinstance(card, ClaimCard):
            yield "Published", self._months(s.published for ref in told if (s := self.desk.source(ref)))

    def _find_record(self, source: SourceCard) -> Iterator[tuple[str, list[str]]]:
        """The same of an article."""
        yield "Publisher or agency", [name for name in (source.publisher, source.agency) if name]
        yield "Date", self._months([source.published])
        yield "Origin", [self.origins[source.ref]] if source.ref in self.origins else []
        yield "Language", [source.language] if source.language else []

    def _months(self, dates: Iterable[str | None]) -> list[str]:
        """``July 2023`` for each date in that month."""
        return [self.desk.shelf.voice.date(date[:7]) for date in dates if date]


def find_origins(desk: Desk) -> dict[str, str]:
    """For each article the first article of its origin, by name; empty where no two articles carry one text."""
    first: dict[str, str] = {}
    sources = desk.shelf.dossier.sources
    for source in sources:
        first.setdefault(source.origin, desk.article(source, LONGEST))
    return {source.ref: first[source.origin] for source in sources} if len(first) < len(sources) else {}


def sources_of(card: Card) -> list[str]:
    """The articles that have a card, a claim's silent repetitions among them."""
    passages = [*card.evidence]
    if isinstance(card, ClaimCard):
        passages += [report.passage for report in card.reports] + list(card.restated)
    return list(dict.fromkeys(passage.source for passage in passages))
