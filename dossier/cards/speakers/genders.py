"""Whom "she" and "he" can mean: by a title before the name, the given name, a Slavic ending, a noun such as "wife"."""

from __future__ import annotations

import re

from dossier.cards.cast import Named
from dossier.cards.speakers.scene import Scene, Speaker

SHE = frozenset({"she", "her", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
WOMEN = re.compile(r"(?:woman|girl|lady|mother|sister|daughter|wife|widow|queen|princess|aunt|actress|heroine)$")
MEN = re.compile(r"(?:(?<!wo)man|boy|father|brother|son|husband|king|prince|uncle|lord|monk)$")
"""Nouns for those whom a text leaves unnamed: "his *daughter*", "a *spokeswoman*"."""


def agrees(who: Named | Speaker, scene: Scene) -> bool:
    """Whether the pronoun of ``scene`` can mean somebody; true where nothing tells."""
    pronoun = scene.place.exact.strip().casefold()
    if isinstance(who, Speaker):
        name, noun = who.name or "", "" if who.ref else who.head
    else:
        name, noun = who.who.name, ""
    woman = is_woman(name, noun, scene)
    return woman is None or woman == (pronoun in SHE) or pronoun not in SHE | HE


def is_woman(name: str, noun: str, scene: Scene) -> bool | None:
    """Whether the text or the name tells that somebody is a woman (``True``) or a man; ``None`` where nothing does."""
    if noun:
        return True if WOMEN.search(noun) else False if MEN.search(noun) else None
    words, text = name.split(), scene.article.mentions.source.text
    if not words:
        return None
    people = scene.lexicon.people
    told = people.is_woman(words)  # first: "Mr Trump" may stand beside Melania Trump
    if told is None:
        told = next(
            (
                sex
                for sex, titles in ((True, people.ladies), (False, people.gentlemen))
                if named(titles, words[-1], text)
            ),
            None,
        )
    return told


def named(titles: frozenset[str], surname: str, text: str) -> bool:
    """Whether somebody has one of ``titles`` in ``text``: "Ms Tikhanovskaya", "Mr Karl Lund"."""
    listed = "|".join(re.escape(title) for title in sorted(titles))
    return re.search(rf"\b(?:{listed})\.? (?:[\w’'-]+ )?(?-i:{re.escape(surname)})\b", text, re.IGNORECASE) is not None
