"""Whom "she" and "he" can mean: by a title before the name, the given name, a Slavic ending, a noun such as "wife"."""

from __future__ import annotations

import re

from dossier.cards.cast import Named
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.lexicon.people import PeopleWords

SHE = frozenset({"she", "her", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
MS = r"\b(?:Baroness|Dame|Lady|Madame?|Miss|Mrs|Ms|Princess|Queen)\.? (?:[\w’'-]+ )?"
MR = r"\b(?:King|Lord|Mr|Prince|Sir)\.? (?:[\w’'-]+ )?"
"""Titles before a name: "Ms Tikhanovskaya", "Mr Lukashenko"."""

WOMEN = re.compile(r"(?:woman|girl|lady|mother|sister|daughter|wife|widow|queen|princess|aunt|actress|heroine)$")
MEN = re.compile(r"(?:(?<!wo)man|boy|father|brother|son|husband|king|prince|uncle|lord|monk)$")
"""Nouns for those whom a text leaves unnamed: "his *daughter*", "a *spokeswoman*"."""

FEMININE = ("ova", "eva", "skaya", "skaia", "kaya", "ska", "ová")
"""Endings of women's surnames in Slavic languages: "Petrova", "Tikhanovskaya"."""


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
    for pattern, told in ((MS, True), (MR, False)):
        if re.search(pattern + re.escape(words[-1]) + r"\b", text):
            return told
    return by_given_name(words, scene.lexicon.people)


def by_given_name(words: list[str], people: PeopleWords) -> bool | None:
    """What a name itself tells: "Yulia …" and "… Petrova" are women, "Sergei …" is a man."""
    given, last = words[0], words[-1].casefold()
    if len(words) < 2 or given in people.either or given in people.family_first:
        return None
    if given in people.women or last.endswith(FEMININE):
        return True
    return False if given in people.given and not given.endswith("a") else None
