"""What a link shows before it is followed: the gist of each card, and the words of each passage that may be shown.

A page opened from disk may read no file but as a script. So the texts stand in small scripts, one a kind and one an
article, which ``assets/peek.js`` asks for at the first link into them:
``dossierPeek("people", {"ana-reyes": ["person", "Ana Reyes", "envoy of Oman", "Ana Reyes landed on Monday."]})``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from dossier.model import Card, ClaimCard, Kind, SourceCard, Statement
from dossier.pages.desk import Desk
from dossier.pages.paper import visible
from dossier.pages.quotes import passage_around
from dossier.pages.shelf import Shelf

GISTS = {
    Kind.PERSON: "role",
    Kind.WEAPON: "held_by",
    Kind.DELEGATION: "head",
    Kind.ORGANISATION: "type",
    Kind.EVENT: "date",
}
"""The property that tells most of a card in a line."""

LED_BY = {"held_by": "held by %(told)s", "head": "headed by %(told)s"}
"""How a value is told that doesn't say by itself what it is."""

MOST_VALUES = 3
"""Values in that line."""


def render_previews(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Path and text of each script: ``previews/people.js``, ``previews/passages/a1.js``."""
    desk = Desk(shelf, "index.md")
    by_kind: dict[str, dict[str, list[str]]] = {}
    for card in shelf.cards.values():
        by_kind.setdefault(card.kind.plural, {})[card.id] = [
            desk.shelf.voice.say(card.kind.value),
            *preview_of(card, desk),
        ]
    for plural, cards in by_kind.items():
        yield f"previews/{plural}.js", script(plural, cards)
    for source in shelf.dossier.sources:
        passages = [[p.start, p.end, letter_by_letter(p.exact)] for p in source.passages]
        told = {"title": visible(desk.article(source)), "passages": passages}
        yield f"previews/passages/{source.id}.js", script(f"passages/{source.id}", told)


def script(key: str, value: object) -> str:
    """A call that hands a value over; only ASCII, so that no encoding can spoil it."""
    return f"dossierPeek({json.dumps(key)},{json.dumps(value, separators=(',', ':'))});\n"


def letter_by_letter(text: str) -> str:
    """Visible text as long as ``text``, since a link's offsets are counted in it."""
    if text.isprintable():
        return text
    return "".join(shown if len(shown := visible(letter)) == 1 else "\ufffd" for letter in text)


def preview_of(card: Card, desk: Desk) -> list[str]:
    """Title, a line of facts, and a sentence of an article."""
    if isinstance(card, SourceCard):
        told, quote = desk.beside(card), ""
    elif isinstance(card, ClaimCard):
        told = f"{desk.shelf.voice.say(desk.status(card))}, {desk.tally_claim(card)}"
        quote = card.reports[0].passage.exact if card.reports else ""
    else:
        told = "; ".join(part for part in (gist(card, desk), str(desk.tally(card.evidence))) if part)
        first = next(iter(card.evidence), None)
        quote = passage_around(first, desk.source(first.source)).exact if first else ""
    return [visible(text) for text in (desk.title(card), told, quote)]


def gist(card: Card, desk: Desk) -> str:
    """``defence minister of Norway``, ``held by Oman``, ``5 March 2024``; else a day as printed: ``“Thursday”``."""
    key = GISTS.get(card.kind, "")
    if key == "date" and not card.statements.get(key):
        return ", ".join(f"“{printed.value}”" for printed in card.statements.get("printed", ())[:MOST_VALUES])
    values = [statement for statement in card.statements.get(key, ()) if statement.value]
    words = [in_words(value, key, desk.shelf) for value in values]
    told = "; ".join(words[:MOST_VALUES])
    return desk.shelf.voice.say(LED_BY.get(key, "%(told)s"), told=told) if words else ""


def in_words(statement: Statement, key: str, shelf: Shelf) -> str:
    """One value as a reader would say it: ``president of the United States``."""
    value = statement.value or ""
    if key == "date":
        return shelf.voice.date(value)
    if not statement.of:
        return value
    return shelf.voice.say("%(office)s of %(body)s", office=value, body=shelf.words.in_sentence(statement.of))
