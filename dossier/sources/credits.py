"""Bylines, date lines and credits: "Hyunsu Yim, Reuters", "Published : 27 July 2023, 03:16 AM", "--With PTI inputs".

A line is one of these where nothing is left of it once dates, times, names of media, desks and people are
taken out; so a sentence, which has verbs, never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.dates import find_dates
from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span
from dossier.sources.clues import Clue, Says, find_media, name_medium
from dossier.sources.lines import Line, fold

MOST_WORDS = 24
"""Words in a byline or a date line; "By A in X, B in Y and C in Z" has some twenty."""

CLOCK = re.compile(
    r"(?:\bat\s)?\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?hrs)?(?:\s?[ap]\.?m\.?)?(?:-\d\d:\d\d)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|IST|PKT|KST|JST|BST|CET|EET|EST|EDT|ET|MSK|KSA|AEST|AFT|PST|PDT)\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?"
    r"|\b(?:British Summer|Eastern|local|Moscow|Beijing|Jerusalem) [Tt]ime\b|(?<=\d)\s?[ap]\.?m\b",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three|few)\s?-?\s?(?:min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\s(?:ago|read)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
GLUED = re.compile(
    r"(?<=[a-z.])(?=(?:Published|Updated|Last|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)"
)
SMALL = frozenset(
    "a an and at by for from in into last modified of on or read reading the time to via with edit".split()
)
NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Lt|Col|Gen)\.? )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|al-[A-Z]\w+|bin|de|el|van|von|da|der|dos)){1,4}\Z"
)
SPLIT = re.compile(r"\s*(?:[,;|•·/&()\[\]]|\s[-–—]\s|--|—|:\s|:$|\band\b|\bwith\b|\bin\b|\bfor\b|\bat\b|\bfrom\b)\s*")


class LineKind(StrEnum):
    """What a line of this room is."""

    DATES = "date line"
    BYLINE = "byline"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A whole line that is byline, date line or credit, and what it says."""

    kind: LineKind
    clues: tuple[Clue, ...]


def read_credit_line(line: Line, words: FurnitureWords) -> CreditLine | None:
    """``line`` as a byline, date line or credit; ``None`` where a word is left that none of them has."""
    if line.words > MOST_WORDS or line.is_prose and not line.folded.startswith(("published", "updated", "posted")):
        return None
    return read_labelled_credit(line, words) or read_byline(line, words)


def read_labelled_credit(line: Line, words: FurnitureWords) -> CreditLine | None:
    """ "--With PTI inputs", "(With inputs from agencies)", "Source: ANI", "(ANI)", "TASS/."."""
    bare = line.folded.strip("()[]. /")
    clues = tuple(media_clues(line.text, line.start, words, "credit"))
    starts = next((c for c in words.phrases.credits if starts_with(bare, c)), None)
    if starts and line.words <= 16 and (clues or starts.startswith(("with inputs", "with agenc", "agenc", "inputs"))):
        return CreditLine(LineKind.CREDIT, clues)
    if bare.startswith("with ") and bare.endswith(("inputs", "input", "reports")):
        return CreditLine(LineKind.CREDIT, clues)
    covered = sum(len(clue.value) and clue.end - clue.start for clue in clues)
    if clues and line.words <= 8 and covered >= len(re.sub(r"[\W_]|\band\b|\bthe\b", "", line.text)) * 0.8:
        return CreditLine(LineKind.CREDIT, clues)
    return None


def media_clues(text: str, start: int, words: FurnitureWords, rule: str) -> Iterator[Clue]:
    """The agencies and outlets that a credit names, in its order."""
    for says, value, span in find_media(text, words):
        yield Clue(says, value, start + span.start, start + span.end, rule)


def starts_with(folded: str, phrase: str) -> bool:
    """Whether ``folded`` begins with the words of ``phrase``."""
    return folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum()


def read_byline(line: Line, words: FurnitureWords) -> CreditLine | None:
    """ "By Vikrant Rao in New Delhi | Updated: Jan 25, 2023, 05:48 PM", "AFP, Moscow", "DW, 25 Jan 2023"."""
    text = GLUED.sub("\n", line.text)  # one character more: masked below, places are found again in the line
    dates = tuple(date_clues(line, words))
    left = mask(text)
    labels, left = strip_labels(left, words)
    by = next((b for b in words.phrases.bylines if starts_with(fold(left), b)), None)
    if by:
        left = left[left.lower().index(by) + len(by) :]
    segments = [s for piece in left.split("\n") for s in SPLIT.split(piece) if s and s.strip(" .'’\"")]
    found, names = read_segments(segments, line, words)
    if found is None:
        return None
    if names and not (by or found or dates or labels):
        return None
    if names or found:
        authors = tuple(locate(line, name, Says.AUTHOR, "byline") for name in names)
        return CreditLine(LineKind.BYLINE, (*authors, *found, *dates))
    return CreditLine(LineKind.DATES, dates) if dates or labels or left != text else None


def mask(text: str) -> str:
    """``text`` with dates and times turned into cuts."""
    for span in reversed(list(find_dates(text))):
        text = text[: span.start] + "|" + text[span.end :]
    for pattern in (AGO, CLOCK, WEEKDAY, YEAR):
        text = pattern.sub("|", text)
    return text


def strip_labels(text: str, words: FurnitureWords) -> tuple[bool, str]:
    """Whether "Published", "Updated on" … stand at the head of a piece, and ``text`` without them."""
    labels = sorted(words.phrases.published | words.phrases.updated, key=len, reverse=True)
    pattern = re.compile(
        rf"(?:^|(?<=[|\n,;/•–—-]))\s*(?:{'|'.join(map(re.escape, labels))})\b\s*(?=[:|\n-]|$)\s*:?", re.IGNORECASE
    )
    before, text = text, pattern.sub("|", text)
    while pattern.search(text):
        text = pattern.sub("|", text)
    return text != before, text


def read_segments(segments: list[str], line: Line, words: FurnitureWords) -> tuple[tuple[Clue, ...] | None, list[str]]:
    """The media and the people of a byline; ``None`` for a segment that is neither, nor a desk, place or small word."""
    media: list[Clue] = []
    names: list[str] = []
    for piece in segments:
        bare = piece.strip(" .'’\"*|-–—")
        known = name_medium(bare, words)
        if known:
            media.append(locate(line, bare, known[0], "byline", known[1]))
        elif is_filler(bare, words):
            continue
        elif NAME.match(bare) and is_name(bare, words):
            names.append(bare)
        elif not re.search(r"[A-Za-z0-9]", bare):
            continue
        else:
            return None, []
    return tuple(media), names


def is_filler(text: str, words: FurnitureWords) -> bool:
    """A desk, a town, a section or a small word: what stands in a byline beside names."""
    key = fold(text)
    if (
        key in words.phrases.desks
        or key in words.places
        or key in words.phrases.sections
        or key in words.phrases.controls
    ):
        return True
    tokens = key.split()
    return all(token in SMALL or token in words.phrases.desks or token.isdigit() for token in tokens)


def is_name(text: str, words: FurnitureWords) -> bool:
    """A person's name, not "Web Desk" or "BBC News"."""
    tokens = fold(text).split()
    return len(tokens) <= 5 and tokens[-1] not in words.phrases.desks and not any(map(str.isdigit, text))


def locate(line: Line, text: str, says: Says, rule: str, value: str | None = None) -> Clue:
    """A clue at the place in ``line`` where ``text`` is printed."""
    at = max(line.text.find(text), 0)
    return Clue(says, value or text, line.start + at, line.start + at + len(text), rule)


def date_clues(line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The dates of a line, each with what the label before it says."""
    reached, says = 0, Says.DATED
    for span in find_dates(line.text):
        label = fold(CLOCK.sub(" ", line.text[reached : span.start]))
        if ends_with_any(label, words.phrases.updated):
            says = Says.UPDATED
        elif ends_with_any(label, words.phrases.published):
            says = Says.PUBLISHED
        yield Clue(says, line.text[span.start : span.end], line.start + span.start, line.start + span.end, "date line")
        reached = span.end


def ends_with_any(text: str, labels: frozenset[str]) -> bool:
    """Whether the last words of ``text`` are one of ``labels``."""
    tokens = text.replace(":", " ").split()
    return any(" ".join(tokens[-width:]) in labels for width in range(1, min(4, len(tokens)) + 1))


def read_end_credit(line: Line, words: FurnitureWords) -> tuple[Span, tuple[Clue, ...]] | None:
    """A credit at the end of a paragraph, with its place in the line: "… for talks. (ANI)", "… he said. — AFP"."""
    tail_at = max(0, len(line.text) - 400)
    tail = line.text[tail_at:]
    for pattern in (REPORTING, BRACKETED, DASHED):
        found = pattern.search(tail)
        if found is None:
            continue
        clues = tuple(read_reporting(found, tail_at, line, words)) if pattern is REPORTING else ()
        clues = (*clues, *media_clues(found[0], line.start + tail_at + found.start(), words, "credit"))
        if (
            clues
            or pattern is REPORTING
            or re.search(r"agenc|inputs|edited|writing by|editing by", found[0], re.IGNORECASE)
        ):
            return Span(tail_at + found.start(), len(line.text)), clues
    return None


REPORTING = re.compile(
    r"[(\[]?\b(?:Additional )?[Rr]eporting (?:by|from) [^()\[\]]{3,300}[)\]]?\.?\s*\Z|[(\[]?(?:Editing|Writing) by [^()\[\]]{3,200}[)\]]?\.?\s*\Z"
)
BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{2,120}[)\]]\W{0,3}\Z")
DASHED = re.compile(r"(?<=[.!?”\"’])\s*(?:—|–|--?|/)\s*[A-Z][\w ./-]{1,40}\Z|(?<=[.!?”\"’])\s*/[A-Z]{2,12}/\.?\Z")
REPORTERS = re.compile(r"[Rr]eporting (?:by|from) (.+?)(?=;|[Ee]diting by|[Ww]riting by|\.?\s*[)\]]|\.?\s*\Z)")


def read_reporting(found: re.Match[str], offset: int, line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The reporters of "(Reporting by A in Seoul and B; Editing by C)"; editors are no authors."""
    reporters = REPORTERS.search(found[0])
    if reporters is None:
        return
    for piece in re.split(r",|\band\b|;|&", reporters[1]):
        bare = re.split(r"\s+(?:in|at|for|from)\s+", piece.strip())[0].strip(" .")
        if NAME.match(bare) and is_name(bare, words) and not name_medium(bare, words):
            at = line.text.find(bare, offset + found.start())
            yield Clue(Says.REPORTER, bare, line.start + at, line.start + at + len(bare), "reporting line")
