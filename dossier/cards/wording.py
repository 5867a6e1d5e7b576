"""The words by which a text points at somebody, taken apart: determiner, head noun, number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.lexicon.spelling import Spelling

WORD = re.compile(r"\w+(?:[-.&]\w+)*\.?(?<!\.)|\w+")
PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})
"""One character each, so that offsets into the plain text are offsets into the text."""

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "my", "his", "her", "its", "our", "their", "all", "both", "such", "said"}
)
INDEFINITE = frozenset(
    {"a", "an", "another", "any", "few", "many", "most", "one", "other", "several", "some", "various"}
)
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
# fmt: off
PREPOSITIONS = frozenset(
    {
        "about", "across", "after", "against", "at", "based", "before", "behind", "between", "by", "citing",
        "close", "during", "familiar", "for", "from", "in", "including", "inside", "into", "near", "of", "on",
        "over", "quoted", "speaking", "that", "to", "under", "which", "who", "whose", "with", "within",
    }
)
# fmt: on
"""What ends a noun phrase's head: "a spokesman *for* the ministry", "a source *familiar* with the talks"."""

IRREGULAR = {"men": "man", "women": "woman", "people": "people", "media": "media", "spokesmen": "spokesman"}
UNINFLECTED = ("ss", "us", "is", "news", "series", "headquarters")


@dataclass(frozen=True, slots=True)
class Wording:
    """A pointer's words: "the Russian defense ministry's" has the head ``ministry`` and is definite."""

    text: str
    """As printed, without a leading article and a closing possessive."""
    words: tuple[str, ...]
    """Lower-case, British spelling, article left out."""
    head: str
    """The noun that it is about, singular."""
    definite: bool
    """Whether it points at somebody already known."""
    plural: bool


def read_wording(text: str, spelling: Spelling) -> Wording:
    """Take apart the words of a pointer: "two US officials" -> head ``official``, plural, not definite."""
    plain = " ".join(re.sub(r"'s?$", "", text.translate(PLAIN).strip(' ,"')).split())
    words = [spelling.canonical(word).casefold() for word in WORD.findall(plain)]
    first = words[0] if words else ""
    bare = re.sub(r"^(?:the|an?|this|that|these|those)\s+", "", plain, flags=re.IGNORECASE)
    kept = tuple(words[1:] if first in ARTICLES and len(words) > 1 else words)
    noun = head_word(bare, spelling)
    head = singular(noun)
    plural = noun != head or noun in SEVERAL
    known = first in DEFINITE or (first not in INDEFINITE and not plural and not first.isdigit())
    return Wording(bare, kept, head, known, plural)


SEVERAL = frozenset({"few", "half", "majority", "many", "most", "several", "some"})
"""Heads of those who are counted: "the vast *majority* of those interviewed"."""


def head_word(text: str, spelling: Spelling) -> str:
    """The last word before a comma, a bracket or a preposition: ``spokesman`` in "spokesman for the army"."""
    phrase = re.split(r"[,(;:–—]", text, maxsplit=1)[0]
    words = [spelling.canonical(word).casefold() for word in WORD.findall(phrase)]
    stop = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words))
    words = [word for word in words[:stop] if word != "s"]
    return words[-1] if words else ""


NOT_MEN = ("abdomen", "acumen", "bitumen", "regimen", "specimen", "yemen")
"""Endings of singulars: no "yeman"."""


def singular(word: str) -> str:
    """The singular of a regular noun: ``authorities`` -> ``authority``."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 4 and word.endswith("men") and not word.endswith(NOT_MEN):
        return f"{word[:-2]}an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(UNINFLECTED):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
