"""Captions of an article's own pictures, and the credits in them: "Kim (L) and Shoigu (R) shaking hands | KCNA".

A caption is evidence; the photographer and the agency of the picture are neither people of the dossier nor the
supplier of the article.
"""

from __future__ import annotations

import re

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span
from dossier.sources.lines import Line, find_openings

MOST_WORDS = 130
"""Words; captions of photo agencies may run to three sentences."""

STORY_WORDS = 45
"""Words from which prose that also tells who said what is a story, though "everything is seen at once" stands in it."""
TOLD = re.compile(r"\b(?:said|says|told|added)\b")

SEATED = re.compile(r"\b(?:Sens?|Reps?|Govs?|[Ss]enators?|[Rr]epresentatives?|[Cc]ongress\w*|GOP|Republicans?)\b")
"""What makes "(R)" the party of a politician, and no place in a picture: "Senator Lindsey Graham (R) said"."""

NEEDS_COLON = frozenset(
    {
        "caption",
        "courtesy",
        "credit",
        "credits",
        "file",
        "image",
        "photo",
        "photos",
        "picture",
        "pic",
        "pictured",
        "source",
        "via",
        "illustration",
        "handout",
        "copyright",
        "photographer",
        "photograph",
    }
)
"""Beginnings that are words of any story; with a colon, a bar or a comma after them they open a credit."""

HINTS = re.compile(
    r", (?:left|right|cent(?:er|re)|front|back|second|third)(?: (?:from|row)[^,]{0,20})?,"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?!as\b|by\b|to\b|likely\b|that\b)"
    r"|\b(?:handout|courtesy of)\b",
    re.IGNORECASE,
)
"""Marks that stories have too: they count above the body only, or beside a credit."""

AGENCY = (
    r"(?:AFP|AP|REUTERS|Reuters|Getty Images|Getty|EPA(?:-EFE)?|Anadolu|TASS|Sputnik|Xinhua|KCNA|Yonhap|Kyodo|UPI"
    r"|IRNA|WANA|PTI)"
)
LABEL = (
    r"(?:(?:[Ff]ile |FILE )?(?:Photo|Image|Picture|Pic|PHOTO|IMAGE)(?:graph)?s?(?: [Cc]redit| [Cc]ourtesy| [Ss]ource)?"
    r"|Credit|CREDIT|Source|Courtesy)"
)
NAMES = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}"

CREDITS = tuple(
    re.compile(rf"\s*{form}\s*\.?\Z")
    for form in (
        r"\|\s*[A-Z©][^|]{1,60}",  # … in Pyongyang on July 26 | KCNA
        rf"[(\[]\s?{LABEL}\s?(?:[:,|/-]|by|courtesy)[^()\[\]]{{2,80}}[)\]]",  # (Photo: AFP)
        rf"(?:\b{LABEL}\s?(?:[:,|]|by\b|courtesy\b)\s?)[^|:.]{{2,80}}",  # Photo: AFP
        rf"[(\[][^()\[\]]{{0,60}}(?:\b{AGENCY}\b|[Pp]hoto\b)[^()\[\]]{{0,60}}[)\]]",  # (AP Photo/Evan Moss)
        r"(?<=[.!?”\"’)])\s*(?:—|–|--?|©)\s?[A-Z][\w .,'’/-]{1,50}",  # … in Moscow. — AP
        rf"©\s?{NAMES}(?:\s?/\s?{NAMES})?",
        rf"(?:{NAMES}\s?/\s?)?(?:{NAMES} )?via {AGENCY}(?:\s?/\s?[^/|.]{{2,40}})?",  # Pelagos/Handout via REUTERS
        rf"(?:{NAMES}\s?/\s?){{1,2}}{AGENCY}(?:\s?/\s?[^/|.]{{2,40}}){{0,2}}",  # Peter Moss/AP
        rf"\b{AGENCY}\s?/\s?[^/|.]{{2,40}}(?:\s?/\s?[^/|.]{{2,40}}){{0,2}}",  # REUTERS/Stringer/File Photo
    )
)
"""The forms of a picture's credit at the end of a line. Each is tried on the last 160 characters only."""
TAIL = 160
LEADING = re.compile(
    rf"{AGENCY}\s?/\s?(?:[A-Z][A-Z.'’-]+ ){{1,4}}(?=(?:An? |The |In |[A-Z][a-z]+ )[a-z])"
    rf"|{LABEL}\s?(?::|by)\s?{AGENCY}\s?[|.]\s?(?=[A-Z])"
)
"""The credit before a caption: "REUTERS/ANNA MOSS A police officer searches …"."""
OWNERS = re.compile(
    rf"{NAMES}(?:/{NAMES})?/{AGENCY}"
    rf"|{NAMES}(?:/{NAMES})?\s?[,/|]\s?(?:EPA(?:-EFE)?|Getty Images|Getty|Shutterstock|AP Photo)"
)
"""A line that names a photographer: "Pieter Moss/AP". With a comma it is a writer, save for agencies of pictures."""


def is_caption(line: Line, words: FurnitureWords, above: bool) -> bool:
    """Whether ``line`` is the caption of a picture; ``above`` says that it stands before the body.

    "In this photo taken from video, a technician checks a MiG-31K. (AP)" is one wherever it stands.
    """
    if line.words > MOST_WORDS:
        return False
    if opens_caption(line, words.phrases.caption_starts) or LEADING.match(line.text):
        return True
    marks = {mark for mark in words.phrases.caption_marks if mark in line.folded}
    if marks and not (marks == {"(r)"} and SEATED.search(line.text)):
        return True
    if line.words <= 4 or not HINTS.search(line.text):
        return False
    if line.words > STORY_WORDS and TOLD.search(line.text):
        return False
    return above or read_photo_credit(line) is not None


def opens_caption(line: Line, starts: tuple[str, ...]) -> bool:
    """Whether ``line`` begins as captions do: "FILE PHOTO: …", "This undated image shows …"."""
    begun = find_openings(line.folded, starts)
    return any(phrase not in NEEDS_COLON or re.match(r"\s*[:|-]", line.folded[len(phrase) :]) for phrase in begun)


def read_photo_credit(line: Line) -> Span | None:
    """Where in ``line`` the credit of the picture stands, at its end; ``None`` if it has none."""
    at = max(0, len(line.text) - TAIL)
    starts = [found.start() for form in CREDITS if (found := form.search(line.text[at:]))]
    return Span(at + min(starts), len(line.text)) if starts else None


def is_photo_credit(line: Line, words: FurnitureWords) -> bool:
    """A line that is nothing but the credit of a picture: "Photo: AFP", "Peter Dejong/AP", "Image source, Reuters"."""
    if line.words > 14:
        return False
    for phrase in find_openings(line.folded, words.phrases.photo_credits):
        rest = line.folded[len(phrase) :]
        return phrase not in NEEDS_COLON - {"pictured"} or not rest or bool(re.match(r"\s*[:|,/©-]", rest))
    span = read_photo_credit(line)
    return (span is not None and span.start == 0) or OWNERS.fullmatch(line.text) is not None
