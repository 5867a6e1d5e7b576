"""Every sentence on a page can be opened: it stands with a link to its passage or its card, or is a fixed label.

The labels stand in ``labels.txt``, one a line: ``{n}`` is a number, ``{name}`` what a card, an article, a rule or the
dossier is called. What a program wrote about the world and can't be opened fits neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dossier.model import Dossier
from dossier.pages.desk import Desk
from dossier.pages.rules import rules_applied
from dossier.pages.shelf import Shelf, fill_shelf
from dossier.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[2]
LABELS = Path(__file__).with_name("labels.txt").read_text("utf-8").splitlines()
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "figcaption", "blockquote", "caption", "summary"}
UNITS = {"figure", "li", "tr", "dd", "section"}
"""What a reader sees as one thing: a link in it opens all of it."""

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
OPENS = re.compile(
    r"(?:^|/)(?:sources|people|weapons|delegations|claims|organisations|events)/(?!index)[^/#]+\.html|#p\d+-\d+$"
)
ABOUT_THE_PROGRAM = ("about.html", "rules.html", "corrections.html", "receipt.html", "404.html")
"""Pages that say nothing about the world."""

HERE = re.compile(r"^(?!index)[^/#]+\.html")
"""A neighbour of the same folder, where that is one of the cards' folders."""


@dataclass
class Element:
    """One element of a page, with the elements and words in it."""

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def above(self) -> Iterator[Element]:
        """The element itself and all that it stands in."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent

    def walk(self) -> Iterator[Element]:
        """The element and all that stand in it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    @property
    def own(self) -> str:
        """Its words without those of blocks inside it, white space made single."""
        return " ".join("".join(self.words()).split())

    def words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in BLOCKS and child.tag not in {"svg", "script"}:
                yield from child.words()


class Tree(HTMLParser):
    """The article element of a built page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = self.at = Element("html", {})
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, dict(attrs), self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.at.above()):
            self.at = next(element for element in self.at.above() if element.tag == tag).parent or self.root

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


def named_in(shelf: Shelf) -> set[str]:
    """What cards, articles, media, rules and the dossier are called."""
    desk, dossier, settings = Desk(shelf, "index.md"), shelf.dossier, shelf.settings
    names = {settings.title, settings.topic, settings.description, "a channel not stated"}
    for card in dossier.cards():
        names |= {card.ref, card.name, *(alias.name for alias in card.aliases), desk.title(card), desk.title(card, 200)}
    for source in dossier.sources:
        names |= {source.file, source.sha256, source.agency or "", source.language or "", *source.authors}
        names |= {desk.beside(source), *(piece.reason for piece in source.furniture)}
    for claim in dossier.claims:
        said = claim.speaker or ""
        names |= {said, said[:1].upper() + said[1:], desk.speaker(claim), *desk.tally_claim(claim).channels}
    names |= {rule for rule, _, _ in rules_applied(shelf)}
    return {" ".join(name.split()) for name in names if name}


def either_or(part: str) -> str:
    """A part of a label: ``(asserted|denial)`` is one of them, all else stands for itself."""
    return part if re.fullmatch(r"\([a-z|]+\)", part) else re.escape(part)


def compile_labels(names: set[str]) -> re.Pattern[str]:
    """One pattern for all labels."""
    name = f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"
    several = rf"{name}(?:(?:, | and |; ){name})*"
    tally = (
        rf"in [\d,]+ articles?, [\d,]+ origins? · (?:channel not stated|(?:only )?through (?:\d+ channels|{several}))"
    )
    count = rf"{name}(?:: | \()[\d,]+(?: characters?|\))"
    tokens = {
        "{names}": several, "{name}": name, "{tally}": tally, "{counts}": rf"{count}(?:(?:, |; ){count})*",
        "{n}": r"[\d,.]+", "{day}": r"(?:\d+ )?\w+ \d{4}", "(s)": "s?",
    }  # fmt: skip
    lines = [re.split(r"(\{\w+\}|\(s\)|\([a-z|]+\))", line) for line in LABELS if line and not line.startswith("#")]
    patterns = ("".join(tokens.get(part, either_or(part)) for part in line) for line in lines)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def opens(element: Element, folder: str) -> bool:
    """Whether a reader can open an element: a link to a passage or a card in it, or in the unit around it."""
    unit = next(
        (above for above in element.above() if above.tag in UNITS or above.attributes.get("class") == "row"), element
    )
    for inner in (*element.walk(), *unit.walk()):
        if inner.tag == "mark" and inner.attributes.get("id"):
            return True  # the passage itself
        address = inner.attributes.get("href") or ""
        if inner.tag == "a" and (OPENS.search(address) or (folder not in ("", "compare") and HERE.match(address))):
            return True
    return False


def test_every_sentence_can_be_opened_or_is_a_fixed_label(
    first_site: Path, first_dossier: Dossier, settings: Settings
) -> None:
    labels = compile_labels(named_in(fill_shelf(first_dossier, settings, {})))
    closed: dict[str, str] = {}
    seen = 0
    for path in sorted(set(first_site.rglob("*.html")) - {first_site / page for page in ABOUT_THE_PROGRAM}):
        folder = path.parent.relative_to(first_site).as_posix().strip(".")
        for article in (e for e in Tree(path.read_text("utf-8")).root.walk() if e.tag == "article"):
            for element in article.walk():
                words = element.own if element.tag in BLOCKS else ""
                seen += bool(words)
                if words and not labels.fullmatch(words) and not opens(element, folder):
                    closed.setdefault(words, path.relative_to(first_site).as_posix())
    assert seen > 1000
    assert "\n".join(f"{page}: {words}" for words, page in closed.items()) == ""


@pytest.mark.parametrize(
    ("body", "opened"),
    [
        ("<p>The harbour master lied.</p>", False),
        ('<p>The harbour master lied. <a href="../claims/index.html">Claims</a></p>', False),
        ('<p>The harbour master lied. <a href="../sources/a1.html#p3-9">a1</a></p>', True),
        ('<figure><blockquote><p>He lied.</p></blockquote><a href="../sources/a1.html#p3-9">a1</a></figure>', True),
        ('<table><tr><td>He lied.</td></tr><tr><td><a href="#p3-9">¶</a></td></tr></table>', False),
        ('<div class="row"><p><mark id="p3-9">He lied.</mark></p></div>', True),
    ],
)
def test_a_sentence_that_nothing_opens_is_found(body: str, opened: bool) -> None:
    blocks = [e for e in Tree(f"<article>{body}</article>").root.walk() if e.tag in BLOCKS and e.own]
    assert opens(blocks[0], "compare") is opened
