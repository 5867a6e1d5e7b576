"""In which form an article lies in ``seeds/``, and how its text is had: as it is, or taken out of a page or a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.errors import SeedError
from dossier.sources.stated import Stated, read_front_matter

TEXTS = frozenset({".txt", ".md"})
PAGES = frozenset({".htm", ".html", ".xhtml"})
PRINTED = frozenset({".pdf"})
ARTICLES = TEXTS | PAGES | PRINTED
"""What is read as an article. Other files are passed over, but not those below."""

FOREIGN = frozenset({".doc", ".docx", ".epub", ".mht", ".mhtml", ".odt", ".rtf", ".webarchive"})
"""Articles in a form that is not read: named, since passing them over would lose them in silence."""

LONGEST_TEXT = 500_000
"""Bytes in one article. The longest wire stories have about 20,000, a summit's record 100,000."""

LONGEST_FILE = 20_000_000
"""Bytes in a saved page or a PDF, which may carry pictures."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article's text, and what its file says beside it."""

    text: str
    body_at: int
    """Where the text after the front matter begins."""
    stated: Mapping[str, Stated]
    extracted: bool
    """Whether ``text`` was taken out of a page or a PDF: offsets then refer to it, not to the file."""


def longest(suffix: str) -> int:
    """How many bytes a file of this form may have."""
    return LONGEST_TEXT if suffix in TEXTS else LONGEST_FILE


def read_form(data: bytes, suffix: str, name: str) -> Written:
    """The article in ``data``; ``SeedError`` with the way out. The libraries come in only where they are needed."""
    if suffix in PAGES:
        from dossier.sources.webpages import read_webpage

        page = read_webpage(data, name)
        return Written(page.text, 0, page.stated, extracted=True)
    if suffix in PRINTED:
        from dossier.sources.printed import read_printed

        return Written(read_printed(data, name).text, 0, {}, extracted=True)
    text = decode_text(data, name)
    body_at, stated = read_front_matter(text, name) if suffix == ".md" else (0, {})
    return Written(text, body_at, stated, extracted=False)


def decode_text(data: bytes, name: str) -> str:
    """UTF-8 and nothing else: a guess at another encoding would put wrong letters into evidence."""
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise SeedError(f"{name}:{line}", "not a text (it holds a zero byte)", "save the article as plain text, UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise SeedError(f"{name}:{line}", "not UTF-8", "save the file as UTF-8") from None
