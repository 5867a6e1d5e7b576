"""A wording cut into words, each with whether it stands inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.lexicon.spelling import Spelling

WORD = re.compile(r"[^\W_]+(?:[’'.,](?=[^\W_])[^\W_]+)*")
"""Letters and digits with the apostrophes, points and commas inside: ``Russia’s``, ``U.S``, ``1,200``."""

OPENING, CLOSING = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a wording; offsets are code points from the wording's beginning."""

    key: str
    """For comparing: lower case, British spelling, one sort of apostrophe."""
    start: int
    end: int
    printed: str
    quoted: bool


def cut_words(text: str, spelling: Spelling, *, quoted: bool = False) -> tuple[Word, ...]:
    """The words of ``text``; ``quoted`` where all of it stands inside quotation marks that lie outside it."""
    inside = quoted_spans(text)
    return tuple(
        Word(
            key=folded(match[0], spelling),
            start=match.start(),
            end=match.end(),
            printed=match[0],
            quoted=quoted or any(start <= match.start() < end for start, end in inside),
        )
        for match in WORD.finditer(text)
    )


def folded(word: str, spelling: Spelling) -> str:
    """A word without what two papers print differently: ``Realize`` and ``realise`` are one."""
    plain = spelling.canonical(word.casefold().replace("’", "'"))
    return re.sub(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|ation)$)", "is", plain)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks; a mark that a cut left without its other half quotes to the end."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for at, opens, closes in quotation_marks(text):
        if opened is None and opens:
            opened = at
        elif closes:
            spans.append((opened or 0, at))
            opened = None
    return [*spans, (opened, len(text))] if opened is not None else spans


def quotation_marks(text: str) -> Iterator[tuple[int, bool, bool]]:
    """Place, and whether it may open or close: an apostrophe inside a word does neither."""
    for at, mark in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark in OPENING or mark in CLOSING:
            yield at, mark in OPENING, mark in CLOSING
        elif mark == '"':
            yield at, not before.strip() or before in "([—–-", bool(before.strip())
        elif mark in "‘'" and (not before.strip() or before in "(“") and after.isalpha():
            yield at, True, False
        elif mark in "’'" and before and not after.isalpha() and "‘" in text[:at] + ("‘" if mark == "'" else ""):
            yield at, False, single_is_open(text, at)


def single_is_open(text: str, at: int) -> bool:
    """Whether a single quotation mark before ``at`` opened a stretch: else this one is an apostrophe."""
    return any(
        mark in "‘'" and (place == 0 or not text[place - 1].strip() or text[place - 1] in "(“")
        for place, mark in enumerate(text[:at])
    )


def quoted_share(words: Sequence[Word]) -> str:
    """How much of a wording is in quotation marks."""
    count = sum(word.quoted for word in words)
    if not count:
        return "in reported speech"
    return "in quotation marks" if count == len(words) else "partly in quotation marks"
