"""One term for all words that tell the same: inflections, derivations, listed paraphrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.lexicon import Lexicon

SHORTEST = 5
"""Letters that must remain of a word whose ending is cut."""

ENDINGS = (
    "ations",
    "ation",
    "ators",
    "ator",
    "ating",
    "ated",
    "ates",
    "ate",
    "ments",
    "ment",
    "ances",
    "ance",
    "ences",
    "ence",
    "ingly",
    "ing",
    "ness",
    "ions",
    "ion",
    "ity",
    "ial",
    "al",
    "ed",
    "es",
    "ly",
    "s",
    "e",
)
"""Cut one after the other, so that "negotiations", "negotiate" and "negotiating" are one term, "operational" and
"operations" another. Of those that fit the longest is cut."""

ENDING = re.compile(rf"(?:{'|'.join(ENDINGS)})\Z")

REWRITTEN = {
    "bility": "ble",
    "bly": "ble",
    "cession": "cede",
    "cision": "cide",
    "clusion": "clude",
    "duction": "duce",
    "ification": "ify",
    "olition": "olish",
    "pansion": "pand",
    "pulsion": "pel",
    "suasion": "suade",
    "tension": "tend",
    "umption": "ume",
    "vasion": "vade",
    "vision": "vide",
}
"""Nouns whose verb or adjective is spelt otherwise: "decision" and "decide", "possibly" and "possible"."""

REWRITABLE = tuple(REWRITTEN)


def term(lemma: str, lexicon: Lexicon) -> str:
    """One term for all words that tell the same: ``supplied`` and ``shipment`` give the head of their group."""
    return stem(base(lemma, lexicon))


def is_common(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word, or the group that it belongs to, stands in many reports."""
    return base(lemma, lexicon) in lexicon.paraphrases.common


def base(lemma: str, lexicon: Lexicon) -> str:
    """The first word of the group of a word, or of what it is derived from; the word itself where no list has it."""
    word = lexicon.spelling.canonical(lemma).casefold()
    group = lexicon.paraphrases.group
    return next((group[form] for form in forms(word) if form in group), word)


def forms(word: str) -> Iterator[str]:
    """A word and what it may be derived from, nearest first: ``convinced``, ``convinc``, ``convince``."""
    yield word
    word = british(rewritten(word))
    yield word
    for root in roots(word):
        yield from (root, f"{root}e", f"{root}y", f"{root}ate")


def stem(word: str) -> str:
    """``word`` in one form for its family, itself no word: ``operational`` and ``operations`` are ``operat``."""
    word = british(rewritten(word))
    for root in roots(word):
        word = root
    return word


def roots(word: str) -> Iterator[str]:
    """``word`` without its last ending, then without the one before it, as long as enough remains."""
    while (ending := ENDING.search(word, SHORTEST)) is not None:
        word = word[: ending.start()]
        yield word


def rewritten(word: str) -> str:
    """A noun as the verb or adjective that it comes from, where that changes more than the ending."""
    singular = word.removesuffix("s")
    if not singular.endswith(REWRITABLE):
        return word
    ending = next(e for e in REWRITABLE if singular.endswith(e))
    return word if len(singular) - len(ending) < 2 else singular[: -len(ending)] + REWRITTEN[ending]


def british(word: str) -> str:
    """``recognize`` as ``recognise``; no word that has the letter by nature: ``prize``, ``seize``."""
    at = word.rfind("iz")
    return f"{word[:at]}is{word[at + 2 :]}" if at >= SHORTEST - 1 else word
