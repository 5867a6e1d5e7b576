"""Where paragraphs begin and end: mostly one a line; in a text that was broken at a fixed width, runs of lines.

Reader and parser cut an article by the same rule, so that a sentence broken over two lines stays one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.model import Span

WIDEST = 100
"""Characters. No text is wrapped wider; a line of words beyond it shows that lines are paragraphs."""
TELLING_WORDS = 6
"""Words from which a line counts for the width: an address may be longer than its text is wide."""
LONGEST = 10_000
"""Characters of a paragraph. A whole wire story on one line has about 5,000."""
STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)")
LEAST_BREAKS = 2
SHARE_OF_BREAKS = 3
"""At least every third line must go on in the next because that one's first word would not have fitted any more,
and at least two of those must go on in lower case."""


def measure_wrapping(text: str) -> int | None:
    """The width, in characters, at which ``text`` was broken into lines; ``None`` where a line is a paragraph."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = max((len(line) for line in lines if len(line.split()) >= TELLING_WORDS), default=0)
    if not 0 < width <= WIDEST:
        return None
    broken = [below.lstrip() for above, below in pairwise(lines) if is_broken(above, below, width)]
    lower = sum(below[0].islower() for below in broken)
    return width if lower >= LEAST_BREAKS and len(broken) * SHARE_OF_BREAKS >= sum(map(bool, lines)) else None


def is_broken(above: str, below: str, width: int) -> bool:
    """Whether a line goes on in the next: its first word would not have fitted any more."""
    first = below.split(maxsplit=1)[:1]
    return bool(above) and bool(first) and len(above) + 1 + len(first[0]) > width


def read_paragraphs(text: str, start: int, end: int, width: int | None) -> Iterator[Span]:
    """The paragraphs of ``text[start:end]`` without the white space around them; offsets in code points.

    ``width`` is what ``measure_wrapping`` tells of the whole text.
    """
    lines = list(read_bare_lines(text, start, end))
    at = 0
    while at < len(lines):
        last = at
        while width and last + 1 < len(lines) and goes_on(text, lines, last, width):
            last += 1
        yield Span(lines[at].start, lines[last].end)
        at = last + 1


def cut_long(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph as it is; one of more than ``LONGEST`` characters in pieces that end with a sentence where they can.

    An article on one line is one paragraph: what is read of it must not take time by the square of its length.
    """
    start = paragraph.start
    while paragraph.end - start > LONGEST:
        stops = [found.end() for found in STOP.finditer(text, start + LONGEST // 2, start + LONGEST)]
        end = stops[-1] if stops else start + LONGEST
        yield Span(start, start + len(text[start:end].rstrip()))
        start = end + len(text[end : paragraph.end]) - len(text[end : paragraph.end].lstrip())
    yield Span(start, paragraph.end)


def goes_on(text: str, lines: Sequence[Span], at: int, width: int) -> bool:
    """Whether line ``at`` is followed, without a blank line, by the rest of its paragraph."""
    gap = text[lines[at].end : lines[at + 1].start]
    if gap.count("\n") != 1:
        return False
    above = text[text.rfind("\n", 0, lines[at].start) + 1 : lines[at].end]
    return is_broken(above, text[lines[at + 1].start : lines[at + 1].end], width)


def read_bare_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines that print something, without the white space at both ends."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        bare = line.strip()
        if bare:
            left = start + len(line) - len(line.lstrip())
            yield Span(left, left + len(bare))
        start = stop + 1
