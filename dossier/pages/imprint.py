"""What a site tells of its own making: what changed, as a page, a feed and a log, and the receipt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment
from markupsafe import Markup

from dossier.changes import Entry, as_line, as_text, cause_in_words, grouped, in_words
from dossier.changes.telling import ADDITIONS, CORRECTIONS, SUPPORT, Group
from dossier.imprint import Imprint
from dossier.pages.desk import Desk
from dossier.pages.paper import visible
from dossier.pages.shelf import Shelf
from dossier.voice import Voice

CHANGES, RECEIPT, FEED, LOG, DIGESTS = "changes.md", "receipt.md", "feed.xml", "data/changes.jsonl", "receipt.txt"

MOST_GROUPS = 100
"""Cards of one build that the page lists under a heading; the log has all."""
MOST_ENTRIES = 50
"""Builds on the page and in the feed, the newest."""
MOST_LINES = 60
"""Lines of an entry in the feed."""

BEFORE_ALL = "1970-01-01"
"""The date of an entry with no date: a feed must have one, and the clock is not asked."""
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one build corrected, or added: groups to show, and how many more the log has."""

    heading: str
    groups: tuple[Group, ...]
    more: int


def render_imprint(shelf: Shelf, paper: Environment, imprint: Imprint) -> Iterator[tuple[str, str]]:
    """Path and text of each page and file that tells of the site itself."""
    newest = list(zip(imprint.log, dates_of(imprint.log), strict=True))[::-1][:MOST_ENTRIES]
    views: dict[str, tuple[str, dict[str, Any]]] = {
        CHANGES: ("changes.md", changes_view(shelf, newest)),
        RECEIPT: ("receipt.md", {"imprint": imprint}),
        FEED: ("feed.xml", feed_view(shelf, newest)),
    }
    for page, (template, view) in views.items():
        yield page, paper.get_template(f"{template}.j2").render(desk=Desk(shelf, page), **view)
    yield LOG, "".join(f"{as_line(entry)}\n" for entry in imprint.log)
    yield DIGESTS, digests(shelf, imprint)


def changes_view(shelf: Shelf, newest: list[tuple[Entry, str]]) -> dict[str, Any]:
    """Build by build what changed, and how it is said in the language of the site."""
    return {
        "entries": [(entry, parts_of(entry)) for entry, _ in newest],
        "in_words": partial(in_words, voice=shelf.voice),
        "because": partial(cause_in_words, voice=shelf.voice),
    }


def parts_of(entry: Entry) -> list[Part]:
    """An entry as the page shows it: corrections first, a bounded number of cards each."""
    return [
        Part(heading, tuple(groups[:MOST_GROUPS]), max(0, len(groups) - MOST_GROUPS))
        for heading, groups in grouped(entry.changes)
    ]


def dates_of(log: tuple[Entry, ...]) -> list[str]:
    """A whole date for each entry; one without takes that of the entry before it."""
    dates, latest = [], BEFORE_ALL
    for entry in log:
        latest = whole_date(entry.date) or latest
        dates.append(latest)
    return dates


def whole_date(text: str | None) -> str | None:
    """``2023-07`` -> ``2023-07-01``; ``None`` for what is no ISO date."""
    match = ISO.fullmatch(text or "")
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else None


def feed_view(shelf: Shelf, newest: list[tuple[Entry, str]]) -> dict[str, Any]:
    """What the feed (Atom, RFC 4287) says; its ids are made from what it says, so that no two machines differ."""
    settings, voice = shelf.settings, shelf.voice
    about = json.dumps([settings.title, settings.topic], ensure_ascii=False)
    return {
        "id": uuid5(NAMESPACE_URL, about).urn,
        "updated": max((date for _, date in newest), default=BEFORE_ALL),
        "entries": [
            (entry, uuid5(NAMESPACE_URL, about + entry.id).urn, date, summary(entry, voice), excerpt(entry, voice))
            for entry, date in newest
        ],
        "title": settings.title,
        "language": voice.language,
    }


def summary(entry: Entry, voice: Voice) -> str:
    """``1 correction, 14 additions, 3 new counts; because of 1 article``."""
    nouns = {CORRECTIONS: "correction", ADDITIONS: "addition", SUPPORT: "new count"}
    told = [
        voice.count(sum(len(group.changes) for group in groups), nouns[heading])
        for heading, groups in grouped(entry.changes)
    ]
    because = [voice.count(len(entry.seeds), "article")] if entry.seeds else []
    because += [voice.count(len(entry.decisions), "editor’s decision")] if entry.decisions else []
    causes = f"; {voice.say('because of %(causes)s', causes=voice.list(because))}" if because else ""
    return ", ".join(told) + causes


def excerpt(entry: Entry, voice: Voice) -> Markup:
    """An entry in words, its beginning where it is long, as text of an XML element."""
    lines = as_text(entry.changes, voice).splitlines()
    more = [f"… {voice.count(len(lines) - MOST_LINES, 'more line')}"] if len(lines) > MOST_LINES else []
    return Markup("\n").join(in_xml(line) for line in [*lines[:MOST_LINES], *more])


def in_xml(text: str) -> str:
    """Text that may stand in XML once it is escaped."""
    return NOT_XML.sub("\ufffd", visible(text))


def digests(shelf: Shelf, imprint: Imprint) -> str:
    """The receipt for ``sha256sum -c``, run in the dossier's folder; what is no file stands in comments."""
    lines = [f"# {visible(imprint.program)}", f"# content {imprint.cards} {imprint.files}"]
    lines += [f"{card.sha256}  seeds/{visible(card.file)}" for card in shelf.dossier.sources if not card.orphaned]
    return "\n".join(lines) + "\n"
