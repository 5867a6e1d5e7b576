"""Whether a published site quotes its articles to the letter: ``build.py verify site``.

A quotation on a page names its place: ``<blockquote data-at="sources/a1#p27-39">``; on an article's own page each mark
is called by it: ``<mark id="p27-39">``; a table of data has columns for it. All are compared with the articles. White
space may differ, and control characters, which a page shows as signs; nothing else.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from dossier.errors import UsageError

RECEIPT = "receipt.txt"
"""The digests that a site was built from, as ``sha256sum -c`` reads them."""

SEAL = "sha256sums.txt"
"""The digests of the site's own files."""

PLACE = re.compile(r"(sources/[a-z0-9-]+)#p([0-9]{1,9})-([0-9]{1,9})")
MARK = re.compile(r"p([0-9]{1,9})-([0-9]{1,9})")
DIGEST = re.compile(r"([0-9a-f]{64})  (.+)")
CUT = " …"
"""What a quotation ends with that was shortened between two words."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
QUOTED = ("exact", "proposition")
"""Columns of a table that hold an article's words; ``source``, ``start`` and ``end`` say where they stand."""
LONGEST_SHOWN = 60
"""Characters of a quotation that a message repeats."""


@dataclass(slots=True)
class Quotation:
    """Words that a page says stand at a place of an article, gathered while the page is read."""

    page: str
    line: int
    source: str
    start: int
    end: int
    words: list[str] = field(default_factory=list)
    goes_on: bool = False
    """Whether a second mark has the rest of it: two marks that cross can't be nested."""

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join("".join(self.words).split())


@dataclass(frozen=True, slots=True, order=True)
class Mismatch:
    """A quotation that is not what stands in the article."""

    page: str
    line: int
    passage: str
    what: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line} {self.passage}: {self.what}; build the site again from the articles"


class Quotations(HTMLParser):
    """Reads one page and keeps every quotation in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self._own = page.removesuffix(".html") if page.startswith("sources/") else None
        self._open: list[tuple[str, Quotation | None]] = []
        self.found: list[Quotation] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a quotation where an element names its place."""
        if tag in VOID:
            return
        given = dict(attrs)
        quotation = self._quotation(given)
        if quotation is not None:
            self.found.append(quotation)
        if tag == "mark" and given.get("class") == "on":
            for _, around in self._open:
                self._cut(around)
        self._open.append((tag, quotation))

    def _quotation(self, given: Mapping[str, str | None]) -> Quotation | None:
        place = PLACE.fullmatch(given.get("data-at") or "")
        if place:
            return Quotation(self._page, self.getpos()[0], place[1], int(place[2]), int(place[3]))
        mark = MARK.fullmatch(given.get("id") or "") if self._own else None
        if mark and self._own:
            return Quotation(self._page, self.getpos()[0], self._own, int(mark[1]), int(mark[2]))
        return None

    def _cut(self, row: Quotation | None) -> None:
        """Every mark of a row in which a mark is cut in two may be one of the two."""
        for quotation in self.found if row else ():
            inside = row and quotation is not row and row.start <= quotation.start and quotation.end <= row.end
            quotation.goes_on = quotation.goes_on or bool(inside)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what was left open in it."""
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Give the words to every quotation that is open."""
        for _, quotation in self._open:
            if quotation is not None:
                quotation.words.append(data)


def verify_site(site: Path, texts: Mapping[str, str], shown: Callable[[str], str]) -> tuple[int, list[Mismatch]]:
    """How many quotations a site has, and those that are not what the articles say, by page.

    ``texts``: reference of an article -> its text. ``shown``: how a page makes strange characters visible.
    ``UsageError`` where ``site`` is no site of this program.
    """
    if not (site / RECEIPT).is_file():
        raise UsageError(str(site), f"no site of this program: it has no {RECEIPT}", "name the folder of a built site")
    quotations = [*quotations_in_pages(site), *quotations_in_tables(site)]
    found = (mismatch(quotation, texts, shown) for quotation in quotations)
    return len(quotations), sorted(row for row in found if row)


def quotations_in_pages(site: Path) -> Iterator[Quotation]:
    """Every quotation of every page, by path."""
    for path in sorted(site.rglob("*.html")):
        reader = Quotations(path.relative_to(site).as_posix())
        reader.feed(path.read_text("utf-8", "replace"))
        reader.close()
        yield from reader.found


def quotations_in_tables(site: Path) -> Iterator[Quotation]:
    """Every quotation of every table of data."""
    for path in sorted(site.glob("data/*.csv")):
        with path.open(encoding="utf-8", errors="replace", newline="") as table:
            rows = csv.DictReader(table)
            for row in rows:
                words = next((row[key] for key in QUOTED if row.get(key)), None)
                if words and row.get("source") and (row.get("start") or "").isdigit() and (row["end"] or "").isdigit():
                    place = (path.relative_to(site).as_posix(), rows.line_num, row["source"])
                    yield Quotation(*place, int(row["start"]), int(row["end"]), [words])


def mismatch(quotation: Quotation, texts: Mapping[str, str], shown: Callable[[str], str]) -> Mismatch | None:
    """What is wrong with a quotation, or ``None``."""
    passage = f"{quotation.source} {quotation.start}:{quotation.end}"
    text = texts.get(quotation.source)
    if text is None:
        return Mismatch(quotation.page, quotation.line, passage, "the article is not there")
    stands = " ".join(shown(text[quotation.start : quotation.end]).split())
    said = quotation.text
    if quotation.page.endswith(".csv"):  # a table has the very characters, with an apostrophe before a formula's sign
        said = " ".join(shown(said).split())
        said = said.removeprefix("'") if said == f"'{stands}" else said
    if said == stands or (quotation.goes_on and stands.startswith(said)):
        return None
    if said.endswith(CUT) and stands.startswith(said.removesuffix(CUT)):
        return None
    at = next((i for i, (a, b) in enumerate(zip(said, stands, strict=False)) if a != b), min(len(said), len(stands)))
    what = f"the page says {around(said, at)}, the article {around(stands, at)}"
    return Mismatch(quotation.page, quotation.line, passage, what)


def around(words: str, at: int) -> str:
    """The words near an offset, in quotation marks, strange characters by number."""
    start = max(0, at - LONGEST_SHOWN // 2)
    piece = words[start : start + LONGEST_SHOWN]
    safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in piece)
    return f"“{'…' if start else ''}{safe}{'…' if start + LONGEST_SHOWN < len(words) else ''}”"


def articles_behind(site: Path) -> dict[str, str]:
    """File of each article that the site was built from -> its SHA-256, as the receipt has them."""
    rows = digests_in(site / RECEIPT)
    return {name.removeprefix("seeds/"): digest for name, digest in rows.items() if name.startswith("seeds/")}


def altered_files(site: Path) -> Iterator[str]:
    """Files of a site that are not as they were built, or are gone: not only quotations may be altered."""
    for name, digest in digests_in(site / SEAL).items():
        path = site / name
        if not path.is_file():
            yield f"{name}: is gone; build the site again"
        elif sha256(path.read_bytes()).hexdigest() != digest:
            yield f"{name}: was altered after the site was built; build it again"


def digests_in(path: Path) -> dict[str, str]:
    """Name -> SHA-256, from a file as ``sha256sum -c`` reads it; none where there is no file."""
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return {match[2]: match[1] for match in map(DIGEST.fullmatch, lines) if match}
