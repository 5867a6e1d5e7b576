"""Each line of an article by itself, before its place is considered: prose, a plain line, a byline, a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Furniture
from dossier.sources.bylines import MOST_WORDS, date_clues, is_outlet, read_byline
from dossier.sources.captions import OWNERS, is_caption, is_photo_credit
from dossier.sources.clues import Clue, Says, find_media, name_medium
from dossier.sources.credits import read_credit
from dossier.sources.datelines import read_lone_dateline
from dossier.sources.lines import FINAL, Line, is_endless, read_lines
from dossier.sources.phrases import is_end, is_lead, is_section, name_furniture


class Look(StrEnum):
    """What a line looks like."""

    PROSE = "prose"
    PLAIN = "plain"  # words without a full stop: a headline, a crosshead, a teaser
    CAPTION = "caption"
    CREDIT = "credit"  # byline, date line, credit
    PHOTO = "photo credit"
    PLACE = "dateline"  # a town alone
    SECTION = "section"
    LEAD = "related"  # "Read more"
    END = "end"  # "Related stories"
    FURNITURE = "furniture"


ANNOUNCED = re.compile(
    r"\b(?:text|transcript|version) of\b.{1,60}\b(?:address|appeal|declaration|message|remarks|speech|statement)\b"
    r".{0,40}:\s*\Z"
)
"""A line of the story, though short: "The full text of the speech is provided below:"."""
SUPPLIED = re.compile(r"\b(?:news|stories|dispatches|reports)\b.{0,40}\b(?:offered|provided|supplied|presented)\b")
"""What an agency prints under its own stories: "Only a part of the news stories offered by …"."""
CRUMBS = re.compile(r"(?:Home|Homepage|Front page|News)\s*[»›>→/]\s*\w")
"""The way down to the article: "Home » Africa » Gunmen kill two peacekeepers"."""
PICTURED = re.compile(r"(?:photos?|pictures?|images?|video)\b(?: (?:by|courtesy|credit))?\s*[:/|]", re.IGNORECASE)
"""Who took the picture supplied no text: "Photo: AFP"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line, what it looks like, why it is left out if it is, and what it says about the article."""

    line: Line
    look: Look
    reason: str = ""
    clues: tuple[Clue, ...] = ()


SCRAPED = re.compile(r"date[ \t\u00a0]+(?P<date>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?!\d)[ \t\u00a0]*")
"""What a collector of pages puts before the text: "date 2023-07-27  Kim meets …"; on the first line only."""
LONGEST = 2_000
"""Characters; a longer line is body, whatever it begins with."""
OWNER = re.compile(
    r"(?:\(c\)|©|copyright)\W*(?:(?:19|20)\d\d\W*){0,2}(?:by )?(?P<name>[^.,|]{0,60}?)\s*(?:[.,|]|all rights|\Z)",
    re.IGNORECASE,
)
OWN_PAGE = re.compile(
    r"\b(?P<name>[A-Z][\w-]*(?:\.[a-z]{2,4}\b)?(?: [A-Z][\w-]+)?)['’]s (?:main page|home ?page|newsletter|app)\b"
)
"""How a page advertises itself: "Sign up for *Onet*'s newsletter", "on *Gazeta.pl*'s main page"."""
APP = re.compile(r"\b(?i:get|download|install) (?i:the|our) (?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}) (?i:app)\b")
"""The same of its programme for telephones: "CLICK HERE TO GET THE *FOX NEWS* APP"; known names alone."""
HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def read_rows(text: str, start: int, words: FurnitureWords) -> tuple[list[Row], list[Furniture]]:
    """The lines of an article from ``start`` on, and what was taken off the head of the first ones."""
    lines = list(read_lines(text, start))
    latin = len(LATIN.findall(text[start : start + 20_000])) * 2 > sum(map(str.isalpha, text[start : start + 20_000]))
    marks: list[Furniture] = []
    rows: list[Row] = []
    found = SCRAPED.match(lines[0].text) if lines else None
    if found:
        first = lines.pop(0)
        clue = Clue(
            Says.PUBLISHED,
            found["date"],
            first.start + found.start("date"),
            first.start + found.end("date"),
            "date line",
        )
        rest = first.after(found.end())
        stop = rest.start if rest else first.end
        head = first.before(found.end())
        if head:
            rows.append(Row(head, Look.CREDIT, "date line", (clue,)))
        marks.append(Furniture(first.start, stop, "date line"))
        lines[:0] = [rest] if rest else []
    for line in lines:
        if is_endless(line.text):
            marks.append(Furniture(line.start, line.end, "no prose"))
            continue
        mark = HEADING_MARK.match(line.text)
        bare = line.after(mark.end()) if mark else line
        if mark and bare:
            marks.append(Furniture(line.start, bare.start, "mark"))
        rows.append(read_row(bare or line, latin, words))
    return mend_headline(rows), marks


def mend_headline(rows: list[Row]) -> list[Row]:
    """A first line of two sentences without a full stop at its end, over a byline, is a headline."""
    at = next((at for at, row in enumerate(rows) if row.look in {Look.PROSE, Look.PLAIN}), len(rows))
    below = next((row for row in rows[at + 1 :] if row.look is not Look.FURNITURE), None)
    if below and below.look is Look.CREDIT and below.clues and not FINAL.search(rows[at].line.text[-60:]):
        rows[at] = Row(rows[at].line, Look.PLAIN)
    return rows


def read_row(line: Line, latin: bool, words: FurnitureWords) -> Row:
    """What one line looks like; the first reading that fits, in this order."""
    prose = Row(line, Look.PROSE if line.is_prose else Look.PLAIN, "", tuple(read_advert(line, words)))
    if len(line.text) > LONGEST:
        return prose
    if ANNOUNCED.search(line.text):
        return Row(line, Look.PROSE)
    if latin and line.words <= 12 and not LATIN.search(line.text) and any(map(str.isalpha, line.text)):
        return Row(line, Look.FURNITURE, "other script")
    return read_page_row(line, words) or read_picture_row(line, words) or prose


def read_page_row(line: Line, words: FurnitureWords) -> Row | None:
    """A line of the page around the story: headings over other stories, sections, bylines, credits, notices."""
    if is_end(line, words):
        return Row(line, Look.END, "related", tuple(read_advert(line, words)))
    if is_lead(line, words):
        return Row(line, Look.LEAD, "related", tuple(read_advert(line, words)))
    if CRUMBS.match(line.text) or is_section(line, words):
        return Row(line, Look.SECTION, "section", tuple(read_masthead(line, words)))
    if OWNERS.fullmatch(line.text) or (PICTURED.match(line.text) and is_photo_credit(line, words)):
        return Row(line, Look.PHOTO, "photo credit")
    credit = read_credit(line, words)
    if credit is not None:
        return Row(
            line, Look.CREDIT, "credit", (*credit, *(date_clues(line, words) if line.words <= MOST_WORDS else ()))
        )
    byline = read_byline(line, words)
    if byline:
        return Row(line, Look.CREDIT, *byline)
    reason = name_furniture(line, words)
    clues = (*read_owner(line, words), *read_advert(line, words)) if reason == "notice" else ()
    return Row(line, Look.FURNITURE, reason, clues) if reason else None


def read_picture_row(line: Line, words: FurnitureWords) -> Row | None:
    """A line that belongs to a picture, or a town alone."""
    if is_photo_credit(line, words):
        return Row(line, Look.PHOTO, "photo credit")
    if is_caption(line, words, above=False):
        return Row(line, Look.CAPTION)
    dateline = read_lone_dateline(line, words)
    return None if dateline is None else Row(line, Look.PLACE, "dateline", dateline)


def read_masthead(line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The outlet at the head of a menu: "RTB English | Live TV | Replay | Weather"."""
    name = re.split(r"\s{2,}|\t|\s\|\s", line.text)[0]
    medium = name_medium(name, words)
    if len(name) < len(line.text) and (medium or is_outlet(name, words)):
        says, value = medium or (Says.PUBLISHER, name)
        yield Clue(says, value, line.start, line.start + len(name), "masthead")


def read_advert(line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The outlet that a page's advert for itself names: "You can find more such stories on Onet's main page"."""
    found = OWN_PAGE.search(line.text)
    if found is not None:
        yield Clue(Says.PUBLISHER, found["name"], line.start + found.start(1), line.start + found.end(1), "own advert")
    app = APP.search(line.text)
    medium = name_medium(app["name"], words) if app is not None else None
    if app is not None and medium is not None and medium[0] is Says.PUBLISHER:
        yield Clue(*medium, line.start + app.start(1), line.start + app.end(1), "own advert")


def read_owner(line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The outlet of "© 2023 The Guardian. All rights reserved."; the agency that sells what it also prints."""
    if SUPPLIED.search(line.text):
        for says, value, span in find_media(line.text, words):
            if says is Says.AGENCY:
                yield Clue(says, value, line.start + span.start, line.start + span.end, "copyright line")
                return
    found = OWNER.match(line.text)
    if found is None:
        return
    for says, value, span in find_media(line.text, words):
        yield Clue(says, value, line.start + span.start, line.start + span.end, "copyright line")
        return
    if is_outlet(found["name"], words):
        yield Clue(
            Says.PUBLISHER,
            found["name"],
            line.start + found.start("name"),
            line.start + found.end("name"),
            "copyright line",
        )
