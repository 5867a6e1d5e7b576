"""By what words a card is found before all others: its names in every spelling, and a person's offices.

They stand as tags in a page's front matter, which the search weighs far above titles and text: whoever types a
surname wants the person, not the eleven claims that name him. The theme shows them nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lexicon.wording import WordingWords
from dossier.model import Card, ClaimCard, SourceCard, WeaponCard

SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"))
"""Words that would bring every "minister *of* …" before the claim that a reader quotes."""

MOST = 40
"""Spellings of one card; a state has a few dozen at most."""


def find_terms(card: Card, words: WordingWords) -> list[str]:
    """``Hwasong-18``, ``Hwasong18``; ``defence minister``, ``defense minister``: in the order of the alphabet.

    A claim and an article have none: they are found by what they say.
    """
    if isinstance(card, ClaimCard | SourceCard):
        return []
    plurals = {f"{word}s" for word in card.name.split() if word.isalpha()} if isinstance(card, WeaponCard) else set()
    found = plurals | {
        form for name in names_of(card) for spelt in words.spelling.both(name) for form in forms_of(spelt)
    }
    return sorted(form for form in found if form)[:MOST]


def names_of(card: Card) -> Iterator[str]:
    """What a card is called, and what offices a person has."""
    yield card.name
    yield from (alias.name for alias in card.aliases)
    yield from (statement.value for statement in card.statements.get("role", ()) if statement.value)


def forms_of(name: str) -> Iterator[str]:
    """A name without its small words; one with a hyphen also in one piece, as readers type it: ``F16``."""
    kept = [word for word in name.split() if word.casefold() not in SMALL]
    yield " ".join(kept)
    if any("-" in word for word in kept):
        yield " ".join(word.replace("-", "") for word in kept)
