"""What is read of an article: its text, its record, its furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.passages import Evidence, Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of an article that is marked and left unread: ``RELATED STORIES …``."""

    start: int
    end: int
    reason: str
    """``dateline``, ``byline``, ``related``, ``share``, ``caption``, ``advert``, ``tags``, ``notice`` …"""

    @property
    def span(self) -> Span:
        """The stretch itself."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a key of a source's own record comes from: passages and rule, or a person."""

    evidence: tuple[Evidence, ...]
    rule: str
    by: str = "text"
    """``text`` (read from the article), ``page`` (from a saved page's head), ``sidecar`` (``NAME.meta.yml``) or
    ``front matter``."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of an article stands in another of the same origin, in whole per cent of the article's own text."""

    source: str
    """The other article: ``sources/<id>``."""
    text: int
    """Runs of three words, long quotations left aside: 81 is a light cut, 28 a rewording."""
    words: int
    """Longer words, whatever stands between them: what a rewording keeps."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read: the text untouched, its record, and what in it is furniture."""

    id: str
    """From the file name: ``000-9d3f16f6e1edb31e``."""
    file: str
    """Relative to ``seeds/``."""
    sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    """ISO date, or ``YYYY-MM`` where no day is known."""
    language: str | None = None
    """BCP 47: ``en``."""
    url: str | None = None
    licence: str | None = None
    origin: str = ""
    """The smallest source id among the articles that carry the same text."""
    shares: tuple[Shared, ...] = ()
    """The articles of the same origin with which it shares most, most first."""
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Span, ...] = ()
    """Headline, standfirst, key points and crossheads: read for names, never for claims that the body repeats."""
    captions: tuple[Span, ...] = ()
    """Captions of the article's own pictures: evidence, but not running text."""
    found: Mapping[str, Found] = field(default_factory=dict)
    unread: str | None = None
    """Why no facts are sought in it (``written in ru``), or ``None``."""
    extracted: bool = False
    """Whether the text was taken out of a saved page or a PDF; it is then kept beside the card."""

    @property
    def ref(self) -> str:
        """How cards name it: ``sources/<id>``."""
        return f"sources/{self.id}"

    def evidence(self, start: int, end: int) -> Evidence:
        """The passage ``text[start:end]``; ``ValueError`` for an empty or outlying span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.id}: no passage at {start}:{end}")
        return Evidence(self.ref, start, end, self.text[start:end])

    def is_by(self, medium: str, who: str | None) -> bool:
        """Whether ``who``, the publisher or the agency, is a medium of that name: "*Fox News Digital*" by Fox News.

        A part of a name does (``Gazette`` of the "Defence Gazette"), and so do its initials.
        """
        if who is None:
            return False
        called, own = medium.replace("-", " ").casefold().split(), who.replace("-", " ").casefold().split()
        initials = "".join(word[0] for word in called)
        short, long = sorted((called, own), key=len)
        rest = long[len(short) :] if long[: len(short)] == short else None
        edition = rest is not None and set(rest) <= EDITIONS
        return edition or [initials] == own or (len(short) > 1 and long[-len(short) :] == short)


EDITIONS = frozenset({"digital", "english", "live", "news", "online", "radio", "tv"})
"""What a medium's name may have besides: "BBC *News*", "Fox News *Digital*"."""
