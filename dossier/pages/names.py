"""The page of names: abbreviations with what they stand for, and names that the articles print in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from dossier.model import Card, Evidence, Kind
from dossier.pages.shelf import Shelf

SHORT = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9.&-]{1,7}")
"""What is printed like an abbreviation: ``KCNA``, ``U.N.``, ``ICBM``, ``AFP``; "South" has one capital only."""

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.WEAPON, Kind.DELEGATION)

Reading: TypeAlias = tuple[str, Evidence | None]
Row: TypeAlias = tuple[Card, str, list[Reading]]


def names_view(shelf: Shelf) -> dict[str, Any]:
    """Both lists, each in the order of the alphabet."""
    cards = [card for card in shelf.cards.values() if card.kind in NAMED and card.aliases]
    short = sorted((row for card in cards for row in abbreviations(card)), key=in_alphabet)
    varied = sorted((row for card in cards for row in variants(card)), key=in_alphabet)
    return {"short": short, "varied": varied}


def in_alphabet(row: Row) -> tuple[str, str]:
    """Sort key: the name, capitals or not, then the card."""
    return row[1].casefold(), row[0].ref


def printed(card: Card) -> list[Reading]:
    """Every form of a card's name, the heading first, each with a place where it is printed as far as one is known."""
    forms: dict[str, Evidence | None] = {card.name: next((e for e in card.evidence if e.exact == card.name), None)}
    for alias in card.aliases:
        place = next(iter(alias.evidence), None)
        forms[alias.name] = forms.get(alias.name) or place
    return list(forms.items())


def abbreviations(card: Card) -> Iterator[Row]:
    """Each short form of a name with the long ones: ``KCNA``, *Korean Central News Agency*."""
    forms = printed(card)
    for name, _ in forms:
        if SHORT.fullmatch(name):
            readings = [row for row in forms if stands_for(row[0], name)]
            if readings:
                yield card, name, readings


def stands_for(reading: str, short: str) -> bool:
    """Whether a longer form may be what an abbreviation stands for: its words begin with its letters, in order."""
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    initials = [word[0].casefold() for word in re.findall(r"\w+", reading)]
    rest = iter(initials)
    return not SHORT.fullmatch(reading) and len(initials) > 1 and all(letter in rest for letter in letters)


def variants(card: Card) -> Iterator[Row]:
    """A name with its other forms, abbreviations left out: they have a list of their own."""
    forms = [row for row in printed(card) if row[0] != card.name and not SHORT.fullmatch(row[0])]
    if forms:
        yield card, card.name, forms
