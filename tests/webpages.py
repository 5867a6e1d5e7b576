"""Reading built pages in tests: addresses, ids, visible text. Nothing here knows how a page was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

UNSEEN = {"script", "style", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page(HTMLParser):
    """One built page: every address that it names, every id, the tags, and the words a reader sees."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(self.path.read_text("utf-8"))

    def __hash__(self) -> int:
        return hash(self.path)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [found["id"]] if found.get("id") else []
        if tag in ("a", "area") and found.get("href") is not None:
            self.links.append(str(found["href"]))
        if tag == "link" and found.get("rel") not in ("canonical", "prev", "next"):
            self.loads.append(str(found.get("href")))
        self.loads += [str(found[key]) for key in ("src", "srcset", "poster", "data") if found.get(key)]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data
        if not UNSEEN.intersection(self.open):
            self.words.append(data)
            if "article" in self.open:
                self.content.append(data)

    @property
    def text(self) -> str:
        """The words of the article element, white space made single."""
        return " ".join("".join(self.content).split())


def read_site(folder: Path) -> dict[Path, Page]:
    """Every page of a built site."""
    return {path: Page(path) for path in sorted(folder.rglob("*.html"))}


def broken_links(folder: Path, pages: dict[Path, Page]) -> list[str]:
    """Links and loaded files that lead nowhere: missing pages, missing fragments, other hosts, absolute paths."""
    faults = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue  # served from any folder, so its addresses are absolute
        for address in [*page.links, *page.loads]:
            parts = urlsplit(address)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            where = path.relative_to(folder)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                faults.append(f"{where}: leads outside: {address}")
            elif not target.is_file():
                faults.append(f"{where}: no such file: {address}")
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                faults.append(f"{where}: no such place: {address}")
    return faults
