"""Whether two engines make the same pages of one folder of Markdown: `make second-engine`.

    python tests/second_engine.py site .build/site

Compared are the words and the links of each page's article; themes, scripts and the search differ by nature.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path


class Article(HTMLParser):
    """The words and the links that ``<article>`` shows."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.unread = 0
        self.text = ""
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        self.unread += tag in ("script", "style") or (tag == "nav" and "hidden" in dict(attrs))
        if self.depth and tag == "a" and (link := dict(attrs).get("href")):
            self.links.append(link)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"
        self.unread -= tag in ("script", "style") or (tag == "nav" and self.unread > 0)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.unread:
            self.text += data


def read_page(path: Path) -> tuple[list[str], list[str]]:
    """The words and the links of a page; nothing where there is none."""
    article = Article()
    if path.is_file():
        article.feed(path.read_text("utf-8"))
    return article.text.split(), article.links


def main() -> int:
    """Name each page that differs; 1 where one does."""
    one, other = map(Path, sys.argv[1:])
    pages = sorted(path.relative_to(one) for path in one.rglob("*.html"))
    pages = [page for page in pages if page.name != "404.html"]
    differing = [page for page in pages if read_page(one / page) != read_page(other / page)]
    for page in differing:
        print(f"{other / page}: not the words and links of {one / page}")
    print(f"{len(pages) - len(differing)} of {len(pages)} pages have the same words and links under both engines")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
