"""The nouns on which offices turn, "minister", "chiefs", and where one office ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.lexicon import Lexicon
from dossier.mentions.people.pieces import KEPT_UPPER, Piece

PLURALS = {"spokesmen": "spokesman", "spokespeople": "spokesperson", "congressmen": "congressman"}


RANKS = frozenset(
    {
        "admiral",
        "brigadier",
        "brigadier general",
        "colonel",
        "field marshal",
        "general",
        "lieutenant general",
        "major general",
        "marshal",
    }
)
"""Ranks so high that a text tells by them what somebody is."""

FIELD = frozenset(
    {"captain", "commander", "corporal", "lieutenant", "lieutenant colonel", "major", "private", "senior lieutenant"}
) | {"sergeant", "sergeant major", "staff sergeant"}
"""Ranks by which a text tells what somebody is where it names the force: "a *major* in the Latvian army"."""


def ends_office(words: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether words make an office: their last, or their last few, are a listed head, and not all of them a rank."""
    rank = all(is_rank(w, lexicon) or w.plain in {"retired", "former", "ex"} for w in words)
    if not words or rank:
        return False
    phrases = {" ".join(w.plain for w in words[-size:]) for size in (2, 3, 4)}
    return is_head(words[-1], lexicon) or not phrases.isdisjoint(lexicon.people.offices)


def is_head(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece can end an office's name, in the singular or plural."""
    forms = {piece.plain, piece.plain.removesuffix("s"), PLURALS.get(piece.plain, piece.plain)}
    listed = "counterpart" in forms or not forms.isdisjoint(lexicon.people.offices)
    return listed or piece.plain.split("-")[-1] in lexicon.people.heads


def is_rank(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece is a word of a rank or an honorific, which is no office: "Brig", "Gen", "Dr"."""
    ranks = lexicon.people.rank_words
    return all(part in ranks or (part == "vice" and "-" in piece.plain) for part in piece.plain.split("-"))


def is_plural(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether the head is in the plural: "presidents"."""
    return piece.plain not in lexicon.people.heads and singular(piece.plain) in lexicon.people.heads


def singular(word: str) -> str:
    """The singular of a head: "spokesmen" -> "spokesman"."""
    return PLURALS.get(word, word.removesuffix("s"))


def offices(words: Sequence[Piece], lexicon: Lexicon) -> list[str]:
    """The offices in a run of words, split at "and" where each half is one: "president and supreme commander"."""
    halves: list[list[Piece]] = [[]]
    for word in words:
        if word.plain == "and" and halves[-1] and ends_office(halves[-1], lexicon):
            halves.append([])
        else:
            halves[-1].append(word)
    found = []
    for half in halves:
        if ends_office(half, lexicon):
            texts = [p.text if KEPT_UPPER.match(p.text) and p.plain == p.text.casefold() else p.plain for p in half]
            if is_plural(half[-1], lexicon):
                texts[-1] = singular(half[-1].plain)
            found.append(" ".join(texts))
    return found or [" ".join(p.plain for p in words)]
