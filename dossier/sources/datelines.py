"""Datelines: "SEOUL, July 27 (Reuters) - ", "WASHINGTON, September 21. /TASS/. ", "TEHRAN (Tasnim) – ", "Taipei: ".

A dateline left in the text becomes a speaker. What stands before the first separator is cut into parts, and each
part must be something that a dateline may have: a place, a date, an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossier.dates import find_dates
from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span
from dossier.sources.clues import Clue, Says, name_medium
from dossier.sources.lines import Line

REACH = 140
"""Characters; the longest dateline seen had 78."""

MOST_WORDS = 8
"""Words in a line that is nothing but a dateline."""

SEPARATOR = re.compile(
    r"\s*(?:--+|—|–|>>|•|\|)\s*"  # SEOUL, July 27 (Yonhap) -- ; KYIV >> ; BEIJING •
    r"|\s*:(?!\d)\s*"  # NEW DELHI:
    r"|\s+-\s*|(?<=[)A-Z])-\s+|(?<=\))-(?=[A-Z])"  # (Reuters) - ; TEHRAN- ; (Reuters) -Taiwan
    r"|(?<=/)\.\s+|(?<=\d{4})\.\s+(?=[A-Z])"  # /TASS/. ; Ouagadougou, 27 November 2021.
    r"|(?<=\))\.\s*[-–—]+\s*"  # Lima, Mar 3 (EFE).- The
    r"|(?<=[A-Z]{3})\.\s+(?=[A-Z\"“])"  # BRASOV, MAY 3, AGERPRES. The
    r"|(?<=[)\]])\s+(?=[\"“‘'A-Z])"  # Srinagar, Jul 27 (PTI) The
)
CUT = re.compile(r"[,()\[\]/;]|\s[-–—]\s|(?<!\b[A-Z][a-z]{2})(?<!\bSept)(?<!\bSt)(?<!\b[A-Z])\.(?=\s|$)")
PLACE = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|al-\w+|de|el|of)){0,3}\Z")
CAPITALS = re.compile(r"[A-Z][A-Z'’.\s-]*[A-Z.]\Z")
NOTE = re.compile(r"\((?:New|Add|Adds|Update|Updates|Recasts|Corrects|Repeats|Rewrites|Refiles)\b[^()]{0,200}\)\s*")
"""What an agency tells its editors: "(Adds quotes, background) KYIV, Dec 14 (Reuters) - "."""
COUNTRIES = frozenset(
    {
        "BOSNIA",
        "CHAD",
        "CUBA",
        "DPRK",
        "DRC",
        "FIJI",
        "IRAN",
        "IRAQ",
        "LAOS",
        "MALI",
        "OMAN",
        "PERU",
        "PRC",
        "ROC",
        "ROK",
        "UAE",
        "USA",
    }
)
"""Capitals in brackets after a town that are no agency: "GOMA (DRC)"."""
TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\Z|(?:19|20)\d\d\Z", re.IGNORECASE)


class Part(StrEnum):
    """What a part of a dateline may be."""

    TOWN = "town"  # on the list
    CAPITALS = "capitals"  # SKRYDSTRUP
    NAME = "name"  # Skrydstrup, South Korea
    DATE = "date"
    TIME = "time"
    MEDIUM = "medium"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first word of the story, and what it says."""

    length: int
    """Characters from the beginning of the line, the blanks after the separator included."""
    clues: tuple[Clue, ...]


def read_dateline(line: Line, words: FurnitureWords, opens: bool) -> Dateline | None:
    """The dateline at the head of ``line``, or ``None``.

    ``opens`` says that the line is the first of the body: only there a bare "Taipei:" counts, since further
    down it may be a word of the story.
    """
    note = NOTE.match(line.text)
    rest = line.after(note.end()) if note else None
    if rest:
        dateline = read_dateline(rest, words, opens)
        length = rest.start - line.start
        return Dateline(length + dateline.length, dateline.clues) if dateline else Dateline(length, ())
    head = line.text[:REACH]
    for found in SEPARATOR.finditer(head):
        before = head[: found.start()]
        if not before or before.count("(") != before.count(")"):
            continue
        parts = list(cut_parts(before, words))
        if len(parts) > 8 or len(before.split()) > 16:
            return None
        goes_on = re.match(r"[A-Z0-9\"“‘'«(\[]", line.text[found.end() :]) is not None
        if is_dateline(before, parts, found[0], opens and goes_on):
            end = found.end() + follow_place(line.text[found.end() : REACH], words)
            return Dateline(end, tuple(read_clues(line, parts, words)))
    bare = bare_place(line.text[:REACH], words) if opens else 0
    return Dateline(bare, ()) if bare else None


def bare_place(head: str, words: FurnitureWords) -> int:
    """The length of a place in capitals that nothing parts from the story: "SEOUL/TOKYO Japan put its military …".

    One that is on no list only with its country: "PAJU, South Korea North Korea said".
    """
    capitals = BARE.match(head)
    if capitals is None:
        return 0
    towns = capitals[0].split(" ")
    for count in range(len(towns), 0, -1):
        place = " ".join(towns[:count])
        rest = head[len(place) :]
        country = next((c for c in sorted(words.countries, key=len)[::-1] if rest[2:].lower().startswith(f"{c} ")), "")
        apart = f", {country}" if country and rest.startswith(", ") else ""
        known = all(piece.lower() in words.places for piece in place.split("/"))
        if (known or apart) and re.match(STORY, rest[len(apart) :]):
            return len(place) + len(apart) + 1
    return 0


BARE = re.compile(r"[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z][A-Z'’.-]+)*")
STORY = re.compile(r" (?=[\d\"“‘'(]|[A-Z][\w.’']*)")
"""How the first sentence goes on."""


def cut_parts(head: str, words: FurnitureWords) -> Iterator[tuple[Part, Span]]:
    """The parts of a dateline with their places in the line."""
    start = 0
    for found in [*CUT.finditer(head), None]:
        stop = found.start() if found else len(head)
        bare = head[start:stop].strip(" .\u00a0")
        if bare:
            left = head.index(bare, start)
            part = name_part(bare, words)
            marks = head[left - 1 : left] + head[left + len(bare) :][:1]
            if part is Part.CAPITALS and is_initials(bare, marks):
                part = Part.MEDIUM
            yield part, Span(left, left + len(bare))
        start = found.end() if found else stop


def is_initials(text: str, marks: str) -> bool:
    """The initials of an agency that is on no list, by the marks around them: "(ATOP) -", "/HINA/".

    Countries and states in brackets are as short and as capital: "Cambridge (UK)", "PORTLAND (OR)".
    """
    return marks in {"()", "[]", "//"} and re.fullmatch(r"[A-Z]{3,8}", text) is not None and text not in COUNTRIES


def name_part(text: str, words: FurnitureWords) -> Part:
    """What one part of a dateline is."""
    if name_medium(text, words) or (text.islower() and name_medium(text.upper(), words)):
        return Part.MEDIUM
    if text.lower() in words.places:
        return Part.TOWN if text[0].isupper() else Part.OTHER
    if text.lower() in words.phrases.no_places:
        return Part.OTHER
    if TIME.fullmatch(text):
        return Part.TIME
    spans = list(find_dates(text))
    if spans and len(spans[0]) >= len(text) - 4:
        return Part.DATE
    if CAPITALS.fullmatch(text) and len(text.split()) <= 4:
        return Part.CAPITALS
    return Part.NAME if PLACE.fullmatch(text) else Part.OTHER


def is_dateline(head: str, parts: Sequence[tuple[Part, Span]], separator: str, opens: bool) -> bool:
    """Whether these parts and this separator make a dateline."""
    if not parts:
        return False
    kinds = [part for part, _ in parts]
    credit = next((at for at, (part, _) in enumerate(parts) if part is Part.MEDIUM), None)
    bracketed = head.rstrip(" .").endswith((")", "]", "/"))
    allowed = {Part.OTHER} if bracketed and credit is not None else set()
    if any(kind is Part.OTHER and kind not in allowed for kind in kinds):
        return False
    if separator.strip() == "." and head[-1].isalpha() and (kinds[-1] is not Part.MEDIUM or Part.DATE not in kinds):
        return False  # "KAZAN. Nov 16 (Interfax) -" goes on
    if not separator.strip(" ") and not (bracketed and credit is not None):
        return False
    located = kinds[0] in {Part.TOWN, Part.CAPITALS} or Part.TOWN in kinds
    dated = Part.DATE in kinds
    if credit is not None:
        alone = bracketed or located or dated
        return alone and (kinds[0] is not Part.MEDIUM or bracketed or dated)
    if dated:
        return located or (kinds[0] is Part.NAME and len(kinds) <= 4 and separator.strip() != ":") or opens
    return (opens or (located and separator.strip() == ">>")) and (located or is_far_place(kinds, separator))


def is_far_place(kinds: Sequence[Part], separator: str) -> bool:
    """A place that no list has, with its country and a dash: "Vojens, Denmark – "."""
    return list(kinds) == [Part.NAME, Part.NAME] and separator.strip() in {"–", "—", "--"}


def follow_place(rest: str, words: FurnitureWords) -> int:
    """The length of a bracketed town right after the separator: "25th January 2023 – (Berlin) Germany …"."""
    found = re.match(r"\(([^()]{2,40})\)\s+", rest)
    return found.end() if found and found[1].lower() in words.places else 0


def read_clues(line: Line, parts: Sequence[tuple[Part, Span]], words: FurnitureWords) -> Iterator[Clue]:
    """The agency or the outlet, and the day with the year that may stand after its comma."""
    for at, (part, span) in enumerate(parts):
        text = line.text[span.start : span.end]
        medium = (name_medium(text, words) or name_medium(text.upper(), words)) if part is Part.MEDIUM else None
        if part is Part.MEDIUM:
            medium = medium or (Says.AGENCY, text)
            yield Clue(medium[0], medium[1], line.start + span.start, line.start + span.end, "dateline")
        if part is Part.DATE:
            end = span.end
            if at + 1 < len(parts) and re.fullmatch(
                r"(?:19|20)\d\d", line.text[parts[at + 1][1].start : parts[at + 1][1].end]
            ):
                end = parts[at + 1][1].end
            yield Clue(Says.DATED, line.text[span.start : end], line.start + span.start, line.start + end, "dateline")


def read_lone_dateline(line: Line, words: FurnitureWords) -> tuple[Clue, ...] | None:
    """What a line says that is a dateline and nothing else: "ANKARA", "KYIV, Ukraine —", "SEOUL, July 27 (Yonhap)"."""
    note = NOTE.match(line.text)
    bare = line.after(note.end()) if note else line
    if bare is None or bare.words > MOST_WORDS:
        return None
    parts = list(cut_parts(bare.text.rstrip(" –—-:•"), words))
    if not parts or parts[0][0] is not Part.TOWN or any(part is Part.OTHER for part, _ in parts):
        return None
    return tuple(read_clues(bare, parts, words))
