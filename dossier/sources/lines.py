"""An article line by line: where each line stands, and whether it reads like running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dossier.paragraphs import measure_wrapping, read_paragraphs

BLANKS = " \t\r\n\f\v\u00a0\u2002\u2003\u2009\u202f\u3000"
MARKS = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters that print nothing: a byte-order mark, zero-width blanks, marks of direction."""

FINAL = re.compile(
    r"[.!?…]['\"’”)\]»]*\Z"
    r"|[.!?…][\"”’']*\s*[(\[][^()\[\]]{0,40}[)\]]\Z"  # … for talks. (ANI)
    r"|[.!?…][\"”’']*\s+[A-Z]{2,10}\Z"  # … hours later. REUTERS
)
PAUSE = re.compile(r"[:;,—–-]['\"’”]?\Z")
BREAK = re.compile(r"[a-z0-9)”\"’'][.!?]['\"’”)]*\s+['\"‘“(]?[A-Z]")
QUESTION = re.compile(r"[?!]['\"’”]?\Z")
ELLIPSIS = re.compile(r"(?:\.\.\.+|…)\W{0,4}(?:\(?read more\W*)?\Z", re.IGNORECASE)

TAIL = 60
"""Characters in which the end of a line is looked at."""
LEAST_WORDS = 3
TEASER = 40
"""Words at which pages cut a teaser off; an essayist's paragraph that trails off is longer."""
POST = re.compile(r"[.!?…]\s(?:—|–|--?)\s[^()—–]{3,60}\(@\w{2,30}\)[\w ,]{,20}$")
"""A post that its author signs: "We will not be bullied. — Anders Holm (@holm) July 28, 2023"."""
LONG = 25
"""Words. A line of three with a full stop is a sentence ("They declined."); so is one of 25 without."""
MIDDLING = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it."""

    start: int
    """In code points from the beginning of the source's text."""
    text: str
    folded: str
    """For comparing with the word lists: lower case, plain marks, single blanks, no bullets or colons at the ends."""
    words: int

    @property
    def end(self) -> int:
        """Where it ends in the source's text."""
        return self.start + len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it reads like running text: "North Korea denies it has conducted arms transactions with Russia."."""
        if self.words < LEAST_WORDS:
            return False
        if self.words >= LONG or POST.search(self.text):
            return True
        end = self.text[-TAIL:]
        if QUESTION.search(end) and not BREAK.search(self.text):
            return self.words > MIDDLING + 3
        if FINAL.search(end):
            return True
        return self.words >= MIDDLING and bool(PAUSE.search(end) or BREAK.search(self.text))

    @property
    def is_cut_off(self) -> bool:
        """Whether it ends in an ellipsis, as teasers do: "Foreign Minister Fuad Hussein has dismissed reports…"."""
        return LEAST_WORDS < self.words <= TEASER and ELLIPSIS.search(self.text[-TAIL:]) is not None

    def after(self, count: int) -> Line | None:
        """The line without its first ``count`` characters and the blanks after them; ``None`` if nothing is left."""
        rest = self.text[count:]
        bare = rest.lstrip(BLANKS + MARKS)
        return make_line(self.end - len(bare), bare) if bare else None

    def before(self, count: int) -> Line | None:
        """The first ``count`` characters without the blanks at their end; ``None`` if nothing is left."""
        bare = self.text[:count].rstrip(BLANKS + MARKS)
        return make_line(self.start, bare) if bare else None


def make_line(start: int, text: str) -> Line:
    """A line from its place and its bare text."""
    return Line(start, text, fold(text), len(text.split()))


def read_lines(text: str, start: int) -> Iterator[Line]:
    """The lines of ``text`` from ``start`` on that print something; a wrapped paragraph is one line."""
    for span in read_paragraphs(text, start, len(text), measure_wrapping(text[start:])):
        line = text[span.start : span.end]
        bare = line.strip(BLANKS + MARKS)
        if bare:
            yield make_line(span.start + len(line) - len(line.lstrip(BLANKS + MARKS)), bare)


LONGEST_WORD = 1_000
"""Characters without a blank between them. Web addresses reach 500; a picture written as letters has 100,000."""
LONGEST_SENTENCE = 4_000
"""Characters without the end of a sentence. Communiqués reach 1,500."""
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s")


def is_endless(text: str) -> bool:
    """Whether a line can't be prose: a picture written as letters, a table without stops, ten thousand quotation marks.

    Whoever reads it as a sentence needs time by the square of its length, and finds nothing.
    """
    if len(text) <= LONGEST_WORD:
        return False
    ends = [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
    return any(stop - start > LONGEST_SENTENCE for start, stop in pairwise(ends)) or any(
        len(word) > LONGEST_WORD for word in text.split()
    )


EDGES = " \t\u00a0•·●▪■◆○*–—-|:»›>«‹<…▼▲►▶→←↓↑#_.,;+~=✕✖×"
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
FOLD_LIMIT = 1_000
"""Characters; no phrase of the word lists reaches so far into a line."""


def fold(text: str) -> str:
    """``text`` as the word lists have it: "» Related Stories:" becomes ``related stories``."""
    plain = text[:FOLD_LIMIT].translate(PLAIN).lower()
    return " ".join(plain.strip(EDGES).split())


def find_openings(folded: str, phrases: tuple[str, ...]) -> list[str]:
    """Which of ``phrases`` the folded line begins with, as whole words, the longest first."""
    if not folded.startswith(phrases):
        return []
    begun = [p for p in phrases if folded.startswith(p) and not folded[len(p) : len(p) + 1].isalnum()]
    return sorted(begun, key=len, reverse=True)
