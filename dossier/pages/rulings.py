"""What editors decided, told on the page that it changed: in words, with reason, name and day where they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dossier.model import Card, Statement

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Named",
        "add": "Added",
        "strike": "Taken away",
        "alias": "Another spelling",
        "unalias": "No spelling of it",
        "same_as": "The same as",
        "not_same_as": "Not the same as",
        "split": "A card of its own for",
        "split_from": "Split off from",
        "answer": "Denies",
        "unanswer": "Does not deny",
    }
)
"""How each sort of decision begins on a page; ``hide`` has none, since its page is not shown."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision as a page tells it: ``Added role: general of Russia: official biography (JK, 22 November 2026)``."""

    begins: str
    key: str = ""
    """The property that it speaks of: ``held by``."""
    value: str = ""
    ref: str | None = None
    """The other card; a page links to it where it is there."""
    sources: tuple[str, ...] = ()
    """For a split: the articles whose facts go to the other card."""
    reason: str = ""
    by: str = ""
    date: str = ""


def rulings_on(card: Card, decided: Iterable[Card]) -> Iterator[Ruling]:
    """Every decision that made ``card`` what it is, also the one by which another of the ``decided`` gave it off."""
    if card.curated.get("name"):
        yield Ruling(WORDS["name"], value=str(card.curated["name"]))
    yield from (ruling_of(row) for row in rows_of(card) if row.get("do") in WORDS)
    for mother in decided:
        for row in rows_of(mother):
            if row.get("do") == "split" and mother.kind is card.kind and row.get("value") == card.name:
                yield ruling_of(row | {"do": "split_from", "value": mother.name, "ref": mother.ref})


def ruling_for(card: Card, key: str, statement: Statement) -> Ruling | None:
    """The decision that added a value which no article gives."""
    for row in rows_of(card):
        said = (row.get("do"), row.get("key"), row.get("value"), row.get("of"))
        if said == ("add", key, statement.value, statement.of):
            return ruling_of(row)
    return None


def rows_of(card: Card) -> Iterator[dict[str, Any]]:
    """The decisions on a card as they are written there; every value a text."""
    for row in card.curated.get("decisions") or ():
        yield {key: value if isinstance(value, list) else str(value) for key, value in row.items() if value is not None}


def ruling_of(row: Mapping[str, Any]) -> Ruling:
    """One row of ``decisions`` as a page tells it."""
    value = f"{row.get('value', '')} of {row['of']}" if row.get("of") else row.get("value", "")
    return Ruling(
        begins=WORDS[row["do"]],
        key=row.get("key", "").replace("_", " "),
        value=value,
        ref=row.get("ref"),
        sources=tuple(row.get("sources", ())),
        reason=row.get("reason", ""),
        by=row.get("by", ""),
        date=row.get("date", ""),
    )
