"""Bylines and date lines: "Hyunsu Yim, Reuters", "Published : 27 July 2023, 03:16 AM", "AFP, Moscow", "5 min read".

A line is one of these where nothing is left of it once dates, times, names of media, desks, towns and people are
taken out; so a sentence, which has verbs, never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.dates import find_dates
from dossier.lexicon.furniture import FurnitureWords
from dossier.sources.clues import Clue, Says, find_media, name_medium
from dossier.sources.credits import NAME, is_name
from dossier.sources.lines import Line, find_openings, fold, make_line

CELL_WORDS = 8
"""Words in a cell of such a line."""
DAYS = frozenset({Says.DATED, Says.PUBLISHED, Says.UPDATED})
MOST_WORDS = 24
"""Words in a byline or a date line; "By A in X, B in Y and C in Z" has some twenty."""

CLOCK = re.compile(
    r"(?:\bat\s)?\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?hrs)?(?:\s?[ap]\.?m\.?)?(?:-\d\d(?::\d\d)?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|GST|UTC|IST|PKT|KST|JST|BST|CET|EET|EST|EDT|ET|MSK|KSA|AEST|AFT|PST|PDT)\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?"
    r"|\b(?:British Summer|Eastern|local|Moscow|Beijing|Jerusalem) [Tt]ime\b|(?<=\d)\s?[ap]\.?m\b",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three|few)\s?-?\s?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\s(?:ago|read)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
GLUED = re.compile(
    rf"(?<=[a-z.])(?=(?:Published|Updated|Last|{MONTH_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|\d{1,2} (?:minute|hour|day|week|month)s? ago)\b)"
)
"""Where two pieces of a page ran into each other: "Reuters | Dawn.comOctober 02, 2019"."""

GLUED_LABEL = re.compile(r"(?<=\w)\s+(?:Published|Updated|Posted|Last [Uu]pdated)\Z")
"""The label of the day that follows a name without a comma: "Baqir Naqvi Published October 16, 2020"."""
SMALL = frozenset(
    {"a", "an", "and", "at", "by", "edit", "for", "from", "in", "into", "last", "modified", "of", "on", "or", "read"}
    | {"reading", "the", "time", "to", "via", "with"}
)
SPLIT = re.compile(
    r"\s*(?:[,;|•·/&()\[\]]|\s[-–—]\s|--|—|:\s|:$|\band\b|\bwith\b|\bin\b|\bfor\b|\bat\b|\bfrom\b)\s*", re.IGNORECASE
)
SITE = re.compile(
    r"[A-Za-z][\w-]{2,30}\.(?:com|net|org|news|tv|info|co|ae|az|il|in|ir|jo|kr|kz|lk|my|ng|ph|pk|ru|sa|sg|tr|tw|ua|uk|us)(?:\.[a-z]{2})?"
)
"""A masthead that is an address: "Dawn.com"."""
OFFERS = ("sign up", "subscribe")
"""How a line begins that offers something, and names no author: "Sign up for Daily Newsletters"."""
LABELS = frozenset({"author", "author/ author", "author/author"})
"""Labels of a byline behind which initials are enough."""
EDITORS = frozenset({"compiled by", "curated by", "edited by", "photos by", "posted by", "video by"})
"""Whoever these words name is no author of the text."""
SOURCED = re.compile(r"\s*[/|]+\s*sources?\s*:\s*", re.IGNORECASE)
"""Where the credit begins in one line with the byline: "Author: Ewa Nowak / Source: PAP"."""
ACCOUNT = re.compile(r"@\w+|[\w.+-]+@\w[\w-]*(?:\.\w+)+")
"""An account or an address behind the name of an author: "Ana Cruz - @ana_cruz"."""
SIGNED = re.compile(r"[A-Za-z]{2,5}(?:\s*(?://?|\\|,)\s*[A-Za-z]{2,5})*")
"""Initials by which a page names those who wrote and edited it, behind "Author:": "KAB/ewn", "MR // TOL"."""
RELAYED = re.compile(r"[(\[]?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) with (?=[A-Z])")
"""An outlet that is on no list, before the agency that it prints: "(Monde Info with AFP)"."""


def read_byline(line: Line, words: FurnitureWords) -> tuple[str, tuple[Clue, ...]] | None:
    """``byline`` or ``date line``, and what the line says; ``None`` where a word is left that neither has."""
    labelled = line.folded.startswith(("published", "updated", "posted", "last update", "first published"))
    if line.words > MOST_WORDS or (line.is_prose and not labelled) or line.folded.startswith(OFFERS):
        return None
    return read_whole(line, words) or read_cells(line, words)


def read_cells(line: Line, words: FurnitureWords) -> tuple[str, tuple[Clue, ...]] | None:
    """A line of cells, each read by itself: "By Asia Desk | Updated: 19 Nov 2024, 04:15 PM | Delhi".

    Sections on no list ("| World, All, Japan") may stand beside a full date.
    """
    cells = [cell for start, text in split_cells(line) if (cell := make_line(start, text)).words]
    if len(cells) < 2 or any(cell.words > CELL_WORDS for cell in cells):
        return None
    read = [found for cell in cells if (found := read_whole(cell, words))]
    clues = tuple(clue for _, found in read for clue in found)
    if not any(clue.says in DAYS and re.search(r"\d{4}", clue.value) for clue in clues):
        return None
    named = any(kind == "byline" for kind, _ in read)
    return ("byline" if named else "date line"), clues


def split_cells(line: Line) -> Iterator[tuple[int, str]]:
    """What stands between upright strokes, without the blanks around it, and where it begins."""
    for found in re.finditer(r"[^|]+", line.text):
        bare = found[0].strip()
        if bare:
            yield line.start + found.start() + found[0].index(bare), bare


def read_whole(line: Line, words: FurnitureWords) -> tuple[str, tuple[Clue, ...]] | None:
    """The byline or date line of which nothing is left once names, media, desks, towns and times are taken out."""
    dates = tuple(date_clues(line, words))
    text, credited = split_source(line, words)
    labels, left = strip_labels(mask(GLUED.sub("|", text)), words)
    left = left.lstrip("([ ")
    by = next(iter(find_openings(fold(left), words.phrases.bylines)), None)
    if by:
        left = left[left.lower().index(by) + len(by) :]
    if by in LABELS and SIGNED.fullmatch(left.strip(" :.")):
        signs = re.findall(r"[A-Za-z]+", left)
        return "byline", tuple(locate(line, sign, Says.AUTHOR, sign) for sign in signs)
    segments = [piece for piece in SPLIT.split(left) if piece and piece.strip(" .'’\"")]
    read = read_segments(segments, line, by is not None, words)
    if read is None:
        return None
    media, names = [*read[0], *credited], read[1]
    owner = None if by else RELAYED.match(line.text)
    if owner and media and names and names[0].value == owner[1]:
        media, names = [replace(names[0], says=Says.PUBLISHER), *media], names[1:]
    full = any(re.search(r"\d{4}", clue.value) for clue in dates)
    if names and not (by or media or full or labels):
        return None
    if names or media:
        return "byline", (*(() if by in EDITORS else names), *media, *dates)
    return ("date line", dates) if dates or labels or left != line.text.lstrip("([ ") else None


def split_source(line: Line, words: FurnitureWords) -> tuple[str, list[Clue]]:
    """The byline in front of "/ Source: …", and the media that the credit behind it names."""
    found = SOURCED.search(line.text)
    if found is None or found.start() == 0:
        return line.text, []
    media = find_media(line.text[found.end() :], words)
    return line.text[: found.start()], [
        Clue(says, value, line.start + found.end() + at.start, line.start + found.end() + at.end, "credit")
        for says, value, at in media
    ]


def mask(text: str) -> str:
    """``text`` with dates and times turned into cuts."""
    for span in reversed(list(find_dates(text))):
        text = text[: span.start] + "|" + text[span.end :]
    for pattern in (AGO, CLOCK, WEEKDAY, YEAR):
        text = pattern.sub("|", text)
    return text


def strip_labels(text: str, words: FurnitureWords) -> tuple[bool, str]:
    """Whether "Published", "Updated on" … stand at the head of a piece, and ``text`` without them."""
    pattern = words.date_label
    before, after = text, pattern.sub("|", text)
    while after != text:
        text, after = after, pattern.sub("|", after)
    return text != before, text


def read_segments(
    segments: Sequence[str], line: Line, by: bool, words: FurnitureWords
) -> tuple[list[Clue], list[Clue]] | None:
    """The media and the authors of a byline; ``None`` for a piece that is neither, nor desk, place or small word."""
    media: list[Clue] = []
    names: list[Clue] = []
    for at, piece in enumerate(segments):
        bare = GLUED_LABEL.sub("", piece.strip(" .'’\"*|-–—"))
        known = name_medium(bare, words)
        if known:
            media.append(locate(line, bare, known[0], known[1]))
        elif not re.search(r"[A-Za-z0-9]", bare) or is_filler(bare, words):
            continue
        elif NAME.match(bare) and (owner := split_owner(bare, line, words)):
            media.append(owner[1])
            names.append(locate(line, owner[0], Says.AUTHOR, in_plain_case(owner[0])))
        elif is_outlet(bare, words):
            media.append(locate(line, bare, Says.PUBLISHER, bare))
        elif NAME.match(bare) and is_name(bare, words):
            names.append(locate(line, bare, Says.AUTHOR, in_plain_case(bare)))
        elif by and re.fullmatch(r"[A-Z][\w'’.-]+", bare):
            names += [locate(line, bare, Says.AUTHOR, bare)] if at == 0 else []  # a town of no list comes later
        else:
            return None
    return media, names


def split_owner(text: str, line: Line, words: FurnitureWords) -> tuple[str, Clue] | None:
    """A name, and the agency that stands behind it without a comma: "AMIR SADEGHIAN Associated Press"."""
    for says, value, span in find_media(text, words):
        if span.end == len(text) and len(text[: span.start].split()) > 1:
            return text[: span.start].strip(), locate(line, text[span.start :], says, value)
    return None


def in_plain_case(name: str) -> str:
    """A byline in capitals ("DANIEL KOSTIC", "Claire DELMAS") as the name is written elsewhere."""
    return " ".join(part.title() if part.isupper() and len(part) > 2 else part for part in name.split())


def is_outlet(text: str, words: FurnitureWords) -> bool:
    """A paper or broadcaster that is on no list, by a word of its name or its address: "Al Mashriq English"."""
    if SITE.fullmatch(text):
        return True
    tokens = text.split()
    capitals = all(token[:1].isupper() for token in tokens)
    return 1 < len(tokens) <= 4 and capitals and any(token.lower() in words.phrases.outlet_words for token in tokens)


def is_filler(text: str, words: FurnitureWords) -> bool:
    """A desk, a town, a section or a small word: what stands in a byline beside names."""
    key = fold(text)
    phrases = words.phrases
    if ACCOUNT.fullmatch(text) or re.fullmatch(
        r"(?:edit\.?|ed\.?) ?(?:[A-Z]{2,4}(?:/[A-Z]{2,4})*)?|[A-Z]{2,3}(?:/[A-Z]{2,3})+", text
    ):
        return True
    lists = (phrases.desks, words.places, phrases.sections, phrases.controls, phrases.published, phrases.updated)
    if any(key in known for known in lists):
        return True
    return all(token in SMALL or token in phrases.desks or token.isdigit() for token in key.split())


def locate(line: Line, text: str, says: Says, value: str) -> Clue:
    """A clue at the place in ``line`` where ``text`` is printed."""
    at = max(line.text.find(text), 0)
    return Clue(says, value, line.start + at, line.start + at + len(text), "byline")


def date_clues(line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The dates of a line, each with what the label before it says; a label holds until the next one."""
    reached, says, at = 0, Says.DATED, 0
    text = GLUED.sub("|", line.text)
    for span in find_dates(text):
        if not re.search(r"\d", text[span.start : span.end]):  # "Today : May 10, 2025" is the visitor's day
            continue
        label = fold(CLOCK.sub(" ", text[reached : span.start])).replace(":", " ").split()
        last = {" ".join(label[-width:]) for width in range(1, min(4, len(label)) + 1)}
        if last & words.phrases.updated:
            says = Says.UPDATED
        elif last & words.phrases.published:
            says = Says.PUBLISHED
        printed = text[span.start : span.end]
        at = line.text.find(printed, at)  # the bars that part glued words move everything behind them
        yield Clue(says, printed, line.start + at, line.start + at + len(printed), "date line")
        reached, at = span.end, at + len(printed)
