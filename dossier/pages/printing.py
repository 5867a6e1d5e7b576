"""The whole dossier on one page, for paper: each card with what is stated of it, and every claim with its passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.model import Card, Kind
from dossier.pages.shelf import Shelf, most_covered

MOST_PRINTED = 300
"""Cards a kind on the page (about 150 sheets); the rest have pages of their own."""

SHOWN: tuple[tuple[Kind, str, tuple[tuple[str, str], ...]], ...] = (
    (Kind.PERSON, "People", (("role", "Role"),)),
    (Kind.DELEGATION, "Delegations", (("from", "Sent by"), ("head", "Headed by"), ("member", "Members"), ("to", "To"),
                                      ("occasion", "Occasion"), ("dates", "Dates"))),
    (Kind.WEAPON, "Weapons", (("type", "Type"), ("held_by", "Held by"))),
    (Kind.ORGANISATION, "Organisations", (("type", "Type"), ("of", "Belongs to"))),
    (Kind.EVENT, "Events", (("date", "Date"), ("place", "Place"))),
)  # fmt: skip
"""Kinds on the page after the claims, with the properties that are printed of each and what they are called."""


def print_view(shelf: Shelf) -> dict[str, Any]:
    """The claims, the most told first, then the other kinds in the order of their lists."""
    claims: Sequence[Card] = most_covered(shelf.dossier.claims, shelf.coverage)
    groups: list[tuple[str, str, list[Card], dict[str, str]]] = []
    say = shelf.voice.say
    for kind, heading, labels in SHOWN:
        cards = sorted((c for c in shelf.cards.values() if c.kind is kind), key=lambda c: (c.name.casefold(), c.id))
        groups.append((say(heading), kind.plural, cards, {key: say(label) for key, label in labels}))
    return {"claims": claims, "groups": groups, "sources": shelf.dossier.sources, "most": MOST_PRINTED}
