"""The head of an article: section label, headline, standfirst, key points, byline; and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from dossier.lexicon.furniture import FurnitureWords
from dossier.sources.captions import is_caption, read_photo_credit
from dossier.sources.credits import NAME
from dossier.sources.datelines import read_dateline
from dossier.sources.rows import Look, Row

REACH = 12
"""Rows among which a dateline or a byline may still end the head."""
STANDFIRST_WORDS = 60
KICKER_WORDS = 3
CAPTION_LABELS = frozenset({"image caption", "photo caption", "caption"})
HEADLINE_WORDS = 45
HOUR = re.compile(r"\d{1,2}[:.]\d\d\b")
BULLET = re.compile(r"\s*(?:[•●▪■◆○*‣–-]|\d[.)])\s+")


class Role(StrEnum):
    """What part of an article a line is."""

    BODY = "body"
    HEADLINE = "headline"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


def find_body(rows: Sequence[Row], words: FurnitureWords) -> int:
    """The index of the first row of the body: behind the dateline's forerunners, the byline, the standfirst."""
    prose = [at for at, row in enumerate(rows) if row.look is Look.PROSE and not is_upper_caption(rows, at, words)]
    if not prose:
        return len(rows)
    first = prose[0]
    dated = next((at for at in prose[:4] if at < REACH and read_dateline(rows[at].line, words, opens=False)), None)
    if dated is not None and all(rows[at].line.words <= STANDFIRST_WORDS for at in prose if at < dated):
        return dated
    if any(row.look is Look.PLAIN and row.line.words > KICKER_WORDS for row in rows[:first]):
        bylines = [at for at, row in enumerate(rows[:REACH]) if is_head_credit(row) and at > first]
        last = bylines[-1] if bylines else first
        between = [at for at in prose if at < last]
        if len(between) <= 2 and all(rows[at].line.words <= STANDFIRST_WORDS for at in between):
            return next((at for at in prose if at >= last), first)
    return skip_key_points(rows, first)


def is_head_credit(row: Row) -> bool:
    """A byline or a date line; "16:48 Posted by …" heads a post of a live page, a bare credit may stand at the foot."""
    return (
        row.look is Look.CREDIT
        and row.reason in {"byline", "date line"}
        and bool(row.clues)
        and not HOUR.match(row.line.text)
    )


def skip_key_points(rows: Sequence[Row], first: int) -> int:
    """Behind a list of key points in whole sentences, where a headline or a label stands above and body below."""
    at = first
    while at < len(rows) and BULLET.match(rows[at].line.text) and at - first < 8:
        at += 1
    following = next((i for i in range(at, len(rows)) if rows[i].look is Look.PROSE), None)
    headed = any(row.look is Look.PLAIN for row in rows[:first])
    return following if at > first and headed and following is not None else first


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
    best = next((at for at in headlines if KICKER_WORDS < rows[at].line.words <= HEADLINE_WORDS), None)
    best = headlines[0] if best is None and headlines else best
    for at in headlines:
        if at != best:
            short = best is not None and at < best and rows[at].line.words <= KICKER_WORDS
            roles[at] = Role.FURNITURE if short else Role.HEADING
    return roles


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
        if row.line.words > 4 and (is_caption(row.line, words, above=True) or read_photo_credit(row.line)):
            return Role.CAPTION
        if BULLET.match(row.line.text) or (at and rows[at - 1].line.folded in words.phrases.key_points):
            return Role.HEADING
        if row.line.folded in words.phrases.key_points:
            return Role.FURNITURE
        return Role.BYLINE if is_bare_name(rows, at) else Role.HEADLINE
    return Role.FURNITURE


def is_desk(row: Row, above: Row, words: FurnitureWords) -> bool:
    """What the author works for, under the byline: "Defence team"."""
    tokens = row.line.folded.split()
    return above.reason == "byline" and len(tokens) <= 4 and any(token in words.phrases.desks for token in tokens)


def is_bare_name(rows: Sequence[Row], at: int) -> bool:
    """An author's name alone, above "BBC News, Taiwan" or beside a date; never the first plain line."""
    if not NAME.fullmatch(rows[at].line.text) or rows[at].line.words > 4:
        return False
    earlier = any(row.look is Look.PLAIN and row.line.words > KICKER_WORDS for row in rows[:at])
    beside = [rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows)]
    return earlier and any(row.look is Look.CREDIT for row in beside)
