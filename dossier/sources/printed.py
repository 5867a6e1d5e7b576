"""PDF files: the words of each page, lines joined to paragraphs, what stands on every page left out.

Read by pypdf. A file that needs a password, has no words (a scan) or unpacks to more than an article has is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream

from dossier.errors import SeedError
from dossier.sources.extracts import Extract, quiet, storable

MOST_PAGES = 60
"""Pages of one article; longer ones are reports, to be cut into their parts."""

LONGEST_PAGE = 2_000_000
"""Bytes that draw one page of words, unpacked; a newspaper page has about 100,000."""

REPEATED = 3
"""Pages at whose edge a line must stand to be a running head or foot."""

EDGE = 2
"""Lines at the top and at the bottom of a page among which such lines stand."""

SLACK = 0.85
"""Share of the usual width up to which the next word must not have fitted: letters are not all of one width."""

USUAL = 0.8
"""Share of the lines that are no longer than the usual width: a line across all columns is no measure."""

HYPHEN = re.compile(r"(\w+)[-\u00ad]$")
NUMBER = re.compile(r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?")


def read_printed(data: bytes, name: str) -> Extract:
    """The text of a PDF, a paragraph a line; ``SeedError`` with the way out where it can't be had."""
    try:
        with quiet("pypdf"):
            pages = list(read_pages(data, name))
    except SeedError:
        raise
    except Exception as problem:  # a broken file makes the library fail in many ways; none may stop the build bare
        told = type(problem).__name__
        raise SeedError(name, f"can't be read as PDF ({told})", "save the text of it as .txt") from None
    paragraphs = list(join_lines(without_running_heads(pages)))
    if not paragraphs:
        raise SeedError(name, "has no words in it, only pictures of them", "save the text of it as .txt")
    return Extract("\n\n".join(paragraphs) + "\n")


def read_pages(data: bytes, name: str) -> Iterator[list[str]]:
    """The lines of each page."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise SeedError(name, "needs a password", "save it without one")
    if len(reader.pages) > MOST_PAGES:
        raise SeedError(name, f"has more than {MOST_PAGES} pages", "split it into its articles")
    for page in reader.pages:
        drawn = page.get_contents()
        if isinstance(drawn, ContentStream) and len(drawn.get_data()) > LONGEST_PAGE:
            raise SeedError(name, "has a page that is no page of words", "save the text of it as .txt")
        yield [" ".join(line.split()) for line in storable(page.extract_text()).splitlines()]


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines in order, less page numbers, and less what stands at the edge of several pages but for its digits."""
    often = Counter(mark for lines in pages for mark in {plain(line) for line in edges(lines)})
    heads = {mark for mark, pages_with_it in often.items() if pages_with_it >= REPEATED}
    kept: list[str] = []
    for lines in pages:
        inner = lines[EDGE : max(EDGE, len(lines) - EDGE)]
        top, bottom = lines[:EDGE], lines[EDGE + len(inner) :]
        kept += [line for line in top if plain(line) not in heads and not NUMBER.fullmatch(line.casefold())]
        kept += inner
        kept += [line for line in bottom if plain(line) not in heads and not NUMBER.fullmatch(line.casefold())]
    return kept


def edges(lines: Sequence[str]) -> list[str]:
    """The lines at the top and at the bottom of a page."""
    return [line for line in (*lines[:EDGE], *lines[-EDGE:]) if line]


def plain(line: str) -> str:
    """A line without regard to capitals and numbers: "Page 3 of 9" is as "PAGE 4 OF 9"."""
    return re.sub(r"\d+", "0", line.casefold())


def join_lines(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line goes on in the next where that one's first word would not have fitted any more."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(USUAL * (len(lengths) - 1))] if lengths else 0
    words = Counter(re.findall(r"\w+(?:-\w+)*", "\n".join(lines)))
    paragraph, before = "", ""
    for line in lines:
        first = len(line.partition(" ")[0])
        if paragraph and (not line or len(before) + 1 + first <= SLACK * width):
            yield paragraph
            paragraph = ""
        paragraph, before = joined(paragraph, line, words), line
    yield from [paragraph] if paragraph else []


def joined(paragraph: str, line: str, words: Mapping[str, int]) -> str:
    """A paragraph with its next line; a word broken at the edge is whole again: "de-" "fence", "anti-" "tank"."""
    broken = HYPHEN.search(paragraph[-80:])
    if not broken or not line[:1].islower():
        return f"{paragraph} {line}".strip()
    rest = re.match(r"\w+", line)
    parts = (broken[1], rest[0] if rest else "")
    keeps = words.get("-".join(parts), 0) or min(words.get(part, 0) for part in parts) > 1
    return f"{paragraph[:-1]}{'-' if keeps else ''}{line}"
