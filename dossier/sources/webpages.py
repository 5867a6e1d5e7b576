"""Pages as a browser saves them: the article's own text, and what the page's head says of it.

The text is found by trafilatura (A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text
Discovery and Extraction", ACL 2021, system demonstrations). The head is read for the names that Open Graph, HTML and
schema.org have for title, outlet, author and day.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import trafilatura
from lxml import etree, html

from dossier.errors import SeedError
from dossier.sources.extracts import Extract, quiet, storable
from dossier.sources.stated import Stated, check_value

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
HEAD = 8192
"""Bytes in which a page must say how it is encoded; browsers look at 1,024."""

BREAKS = re.compile(r"(?:<br\b[^<>]{0,100}>\s*)+", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")

MOST_MARKS = 60_000
"""Elements of a page, by its opening brackets. A front page with comments has about 5,000."""

DEEPEST = 200
"""Elements inside each other. Pages made by machines reach 40."""

FEWEST_WORDS = 12
"""Words of an article; a page with fewer is a menu, a notice or a paywall."""

META = {
    "title": ("og:title", "twitter:title"),
    "publisher": ("og:site_name",),
    "authors": ("author", "article:author", "parsely-author"),
    "published": ("article:published_time", "datepublished", "parsely-pub-date", "dc.date"),
}
"""Key of the record -> names of ``meta`` elements, the most reliable first."""

SCHEMA = {"title": "headline", "publisher": "publisher", "authors": "author", "published": "datePublished"}
"""Key of the record -> property of an article in schema.org."""

ARTICLES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle"})
"""Types of schema.org that describe an article."""

DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def read_webpage(data: bytes, name: str) -> Extract:
    """The article of a saved page: its headline, then a paragraph a line, blank lines between.

    ``SeedError`` where there is none, or where the page is too large to hold one article.
    """
    root = parse_page(decode_page(data, name), name)
    told = read_head(root)
    body = find_body(root)
    if sum(len(line.split()) for line in body) < FEWEST_WORDS:
        raise SeedError(name, "no article was found in the page", "save the text of it as .txt")
    title = told.pop("title", None)
    lines = [title] if isinstance(title, str) and title.casefold() != body[0].casefold() else []
    return Extract("\n\n".join([*lines, *body]) + "\n", {key: Stated(value, "page") for key, value in told.items()})


def decode_page(data: bytes, name: str) -> str:
    """The page's letters as its mark or its head says that they are encoded; UTF-8 where neither says anything."""
    declared = CHARSET.search(data[:HEAD])
    encoding = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif encoding in ("iso-8859-1", "latin1", "us-ascii"):
        encoding = "windows-1252"  # as browsers do (WHATWG Encoding Standard)
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise SeedError(name, f"is not in the encoding {encoding}", "save the page anew, as UTF-8") from None


def parse_page(text: str, name: str) -> html.HtmlElement:
    """The tree of a page of bounded size and depth. One line break is a blank, several are a new paragraph."""
    if text.count("<") > 2 * MOST_MARKS:
        raise SeedError(name, "is too large for one article", "save the text of it as .txt")
    text = DECLARATION.sub("", BREAKS.sub(as_break, storable(text)))
    try:
        root = html.document_fromstring(text)
    except (etree.LxmlError, ValueError):
        raise SeedError(name, "is no web page", "save the text of it as .txt") from None
    deep = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        deep += 1 if event == "start" else -1
        if deep > DEEPEST:
            raise SeedError(name, "is too deep for one article", "save the text of it as .txt")
    return root


def as_break(found: re.Match[str]) -> str:
    """What line breaks mean: "had been<br>discussed" is one sentence."""
    return "</p><p>" if found[0].lower().count("<br") > 1 else " "


def find_body(root: html.HtmlElement) -> list[str]:
    """The article's paragraphs, its headline and crossheads among them, without menus, adverts and comments."""
    with quiet("trafilatura"):
        text = trafilatura.extract(root, include_comments=False, include_tables=False, output_format="txt")
    lines = (" ".join(line.removeprefix("- ").split()) for line in storable(text or "").splitlines())
    return [line for line in lines if line]


# ---------------------------------------------------------------------------------------------- the head


def read_head(root: html.HtmlElement) -> dict[str, str | tuple[str, ...]]:
    """Key of the record -> what the head says; whatever is no title, name, day or address is passed over."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        named = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(named, str(meta.get("content") or ""))
    article = next(iter(described(root)), {})
    told: dict[str, str | tuple[str, ...]] = {}
    for key, names in META.items():
        values = [article.get(SCHEMA[key]), *(metas.get(name) for name in names)]
        if key == "title":
            values.append(next((h.text_content() for h in root.iter("h1")), None))
        told |= first_good(key, values)
    links = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    return told | first_good("url", [*links, metas.get("og:url")])


def first_good(key: str, values: list[Any]) -> dict[str, str | tuple[str, ...]]:
    """The first value that may stand under a key of the record."""
    for value in values:
        words = [" ".join(name.split()) for name in names_in(value) if name.strip() and not name.startswith("http")]
        if key == "url" and isinstance(value, str):
            words = [value.strip()]
        if key == "published":
            words = [day[0] for day in (DAY.match(word) for word in words) if day]
        try:
            if words:
                return {key: check_value(key, words if key == "authors" else words[0], "")}
        except SeedError:
            continue
    return {}


def names_in(value: Any) -> Iterator[str]:
    """``"Ada Lund"``, ``{"name": "Ada Lund"}`` or a list of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from names_in(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            yield from names_in(item) if not isinstance(item, list) else ()


def described(root: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """What the page's own data (JSON-LD) says of articles."""
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            graph = data.get("@graph", [data]) if isinstance(data, dict) else data
            for item in graph if isinstance(graph, list) else ():
                if isinstance(item, dict) and not ARTICLES.isdisjoint(set(names_in(item.get("@type")))):
                    yield item
