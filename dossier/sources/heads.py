"""The head of an article: section label, headline, standfirst, key points, byline; and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from dossier.lexicon.furniture import FurnitureWords
from dossier.sources.captions import is_caption, read_photo_credit
from dossier.sources.credits import NAME, is_name
from dossier.sources.datelines import read_dateline
from dossier.sources.rows import Look, Row

REACH = 12
"""Rows among which a dateline or a byline may still end the head."""
STANDFIRST_WORDS = 60
KICKER_WORDS = 3
MOST_POINTS = 6
POINT_WORDS = 32
OPENING = 8
"""Rows of the story whose words a headline is held against."""
TELLING_LETTERS = 5
STRANGE = 1
"""Words that the headline of another story may share with this one by chance."""
CAPTION_LABELS = frozenset({"image caption", "photo caption", "caption"})
HEADLINE_WORDS = 45
HOUR = re.compile(r"\d{1,2}[:.]\d\d\b")
BULLET = re.compile(r"\s*(?:[•●▪■◆○*‣·–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")


class Role(StrEnum):
    """What part of an article a line is."""

    BODY = "body"
    HEADLINE = "headline"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


def find_body(rows: Sequence[Row], words: FurnitureWords) -> int:
    """The index of the first row of the body: the row with the dateline, else behind byline, standfirst, key points."""
    prose = [at for at, row in enumerate(rows) if row.look is Look.PROSE and not is_upper_caption(rows, at, words)]
    if not prose or read_dateline(rows[prose[0]].line, words, opens=True):
        return prose[0] if prose else len(rows)
    dated = next((at for at in prose[:4] if at < REACH and is_dated(rows, at, words)), None)
    if dated is not None and all(rows[at].line.words <= STANDFIRST_WORDS for at in prose if at < dated):
        return dated
    if any(row.look is Look.PLAIN and row.line.words > KICKER_WORDS for row in rows[: prose[0]]):
        for at in reversed(range(prose[0], min(REACH, len(rows)))):
            if is_head_credit(rows[at]) and is_above_story(rows, at):
                return next(i for i in prose if i > at)
    return skip_key_points(rows, prose[0], words)


def is_dated(rows: Sequence[Row], at: int, words: FurnitureWords) -> bool:
    """Whether a dateline with a day or an agency stands at the head of a row, or alone right above it."""
    alone = at > 0 and rows[at - 1].look is Look.PLACE and bool(rows[at - 1].clues)
    return alone or read_dateline(rows[at].line, words, opens=False) is not None


def is_above_story(rows: Sequence[Row], at: int) -> bool:
    """Whether a byline stands over the story: a standfirst of one or two sentences above it, more text below."""
    above = [row.line.words for row in rows[:at] if row.look is Look.PROSE]
    below = [row.line.words for row in rows[at:] if row.look is Look.PROSE]
    short = len(above) <= 2 and all(count <= STANDFIRST_WORDS for count in above)
    return short and sum(below) > sum(above) and not any(row.look is Look.END for row in rows[:at])


def is_head_credit(row: Row) -> bool:
    """A byline or a date line; "16:48 Posted by …" heads a post of a live page, a bare credit may stand at the foot."""
    return (
        row.look is Look.CREDIT
        and row.reason in {"byline", "date line"}
        and bool(row.clues)
        and not HOUR.match(row.line.text)
    )


def skip_key_points(rows: Sequence[Row], first: int, words: FurnitureWords) -> int:
    """Behind key points in whole sentences: a list with bullets under a headline, or what a label announces.

    Without bullets, something must part the points from the story: a caption, a byline, a button.
    """
    if not any(row.look is Look.PLAIN for row in rows[:first]):
        return first
    at = first
    while at < len(rows) and BULLET.match(rows[at].line.text) and at - first < MOST_POINTS:
        at += 1
    labelled = any(row.line.folded in words.phrases.key_points for row in rows[max(0, first - 2) : first])
    if at == first and labelled:
        while at < len(rows) and rows[at].look is Look.PROSE and rows[at].line.words <= POINT_WORDS:
            at += 1
        if at - first > MOST_POINTS or at == len(rows) or rows[at].look is Look.PROSE:
            return first
    return next((i for i in range(at, len(rows)) if rows[i].look is Look.PROSE), first) if at > first else first


def is_upper_caption(rows: Sequence[Row], at: int, words: FurnitureWords) -> bool:
    """Whether prose above the body is a caption: it is marked or credited like one, and more prose follows."""
    line = rows[at].line
    if not any(row.look is Look.PROSE for row in rows[at + 1 :]) or any(
        r.look is Look.PROSE for r in rows[max(0, at - 3) : at]
    ):
        return False
    if read_dateline(line, words, opens=True):
        return False
    return is_caption(line, words, above=True) or read_photo_credit(line) is not None


def read_head(rows: Sequence[Row], body: int, words: FurnitureWords) -> list[Role]:
    """The roles of ``rows[:body]``."""
    roles = [read_head_row(rows, at, words) for at in range(body)]
    headlines = [at for at in range(body) if roles[at] is Role.HEADLINE]
    best = choose_headline(rows, headlines, body)
    for at in headlines:
        if at != best:
            short = best is not None and at < best and rows[at].line.words <= KICKER_WORDS
            roles[at] = Role.FURNITURE if short else Role.HEADING
    return roles


def choose_headline(rows: Sequence[Row], headlines: Sequence[int], body: int) -> int | None:
    """The first line long enough; unless the story repeats none of its words and many of another's.

    "BREAKING: Naira slides further" or "World News in Simple Words" may stand above the headline of the story.
    """
    candidates = [at for at in headlines if KICKER_WORDS < rows[at].line.words <= HEADLINE_WORDS]
    if not candidates:
        return headlines[0] if headlines else None
    story = {word for row in rows[body : body + OPENING] if row.look is Look.PROSE for word in name_words(row)}
    shared = [len(story & set(name_words(rows[at]))) for at in candidates]
    strange = shared[0] <= STRANGE and max(shared) > shared[0] + 1
    return candidates[shared.index(max(shared)) if strange else 0]


def name_words(row: Row) -> list[str]:
    """The words that carry the sense, by their length alone: "gunmen", "kenyan", "convoy"."""
    return [word for word in re.findall(r"[^\W\d_]+", row.line.text.lower()) if len(word) >= TELLING_LETTERS]


def read_head_row(rows: Sequence[Row], at: int, words: FurnitureWords) -> Role:
    """One row of the head; every plain line that is no name is a candidate for the headline."""
    row = rows[at]
    if row.look is Look.CAPTION:
        return Role.CAPTION
    if row.look is Look.PROSE:
        return Role.CAPTION if is_upper_caption(rows, at, words) else Role.HEADING
    if row.look is Look.PLAIN:
        if at and rows[at - 1].line.folded in CAPTION_LABELS:
            return Role.CAPTION
        if at and is_desk(row, rows[at - 1], words):
            return Role.FURNITURE
        if is_bare_name(rows, at, words):
            return Role.BYLINE
        if row.line.words > 4 and (is_caption(row.line, words, above=True) or read_photo_credit(row.line)):
            return Role.CAPTION
        if BULLET.match(row.line.text) or (at and rows[at - 1].line.folded in words.phrases.key_points):
            return Role.HEADING
        if row.line.folded in words.phrases.key_points:
            return Role.FURNITURE
        return Role.HEADLINE
    return Role.FURNITURE


def is_desk(row: Row, above: Row, words: FurnitureWords) -> bool:
    """What the author works for, under the byline: "Defence team"."""
    tokens = row.line.folded.split()
    return above.reason == "byline" and len(tokens) <= 4 and any(token in words.phrases.desks for token in tokens)


def split_names(text: str) -> list[str]:
    """The authors of a bare byline: "Jonas Feld | Sifa Amani in Goma"."""
    pieces = re.split(r"\s*[|,&]\s*|\s+and\s+", text)
    return [re.sub(r"\s+in\s+[A-Z][\w -]+\Z", "", piece.strip()) for piece in pieces]


def is_bare_name(rows: Sequence[Row], at: int, words: FurnitureWords) -> bool:
    """An author's name alone, above "BBC News, Taiwan" or beside a date; never the first plain line."""
    names = split_names(rows[at].line.text)
    if not all(NAME.fullmatch(name) and len(name.split()) <= 4 and is_name(name, words) for name in names):
        return False
    beside = [rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows)]
    if not any(row.look is Look.CREDIT for row in beside):
        return False
    return any(row.look in {Look.PLAIN, Look.PROSE} and row.line.words > KICKER_WORDS for row in rows[:at])
