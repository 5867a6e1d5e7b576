"""Captions of an article's own pictures, and the credits in them: "Kim (L) and Shoigu (R) shaking hands | KCNA".

A caption is evidence; the photographer and the agency of the picture are neither people of the dossier nor the
supplier of the article.
"""

from __future__ import annotations

import re

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span
from dossier.sources.clues import name_medium
from dossier.sources.credits import starts_with
from dossier.sources.lines import Line

MOST_WORDS = 130
"""Words; captions of photo agencies may run to three sentences."""

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
    r", (?:left|right|cent(?:er|re)|front|back|second|third)(?: (?:from|row)[^,]{0,20})?,|\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\b(?:handout|courtesy of)\b",
    re.IGNORECASE,
)
"""Marks that stories have too: they count above the body only, or beside a credit."""

CREDIT = re.compile(
    r"\s*(?:"
    r"[|/•]\s*[^|]{2,60}"  # … in Pyongyang on July 26 | KCNA
    r"|(?:\(\s?|\[\s?|(?<=[.!?”\"’)])\s*)?(?:(?:File )?(?:Photo|Image|Picture|Pic)(?:graph)?s?(?: [Cc]redit| [Cc]ourtesy| [Ss]ource)?|Credit|Source|Courtesy"
    r"|Image source|PHOTO|IMAGE|CREDIT)\s?(?:[:,|/-]|by|courtesy)\s?[^|:]{2,80}?[)\]]?"  # Photo: AFP
    r"|[(\[][^()\[\]]{0,60}(?:AFP|\bAP\b|Reuters|REUTERS|Getty|EPA|Photo|photo|Xinhua|Yonhap|Anadolu|TASS|Sputnik|KCNA)[^()\[\]]{0,60}[)\]]"
    r"|(?<=[.!?”\"’])\s*(?:—|–|--?|©)\s?[A-Z][\w .,'’/-]{1,50}"  # … in Moscow. — AP
    r"|(?:©\s?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\s?/\s?|\b(?:via )?)"
    r"(?:AFP|AP|REUTERS|Reuters|Getty Images|Getty|EPA(?:-EFE)?|Anadolu|TASS|Sputnik|Xinhua)(?:\s?/\s?[^/|]{2,40}){0,3}(?: via [A-Z][\w ]{1,25})?"
    r")\s*\.?\Z"
)


def is_caption(line: Line, words: FurnitureWords, above: bool) -> bool:
    """Whether ``line`` is the caption of a picture; ``above`` says that it stands before the body.

    "In this photo taken from video, a technician checks a MiG-31K. (AP)" is one wherever it stands.
    """
    if line.words > MOST_WORDS:
        return False
    if opens_caption(line, words.phrases.caption_starts):
        return True
    if any(mark in line.folded for mark in words.phrases.caption_marks):
        return True
    credited = read_photo_credit(line, words) is not None
    return bool(HINTS.search(line.text)) and (above or credited) if line.words > 4 else False


def opens_caption(line: Line, starts: tuple[str, ...]) -> bool:
    """Whether ``line`` begins as captions do: "FILE PHOTO: …", "This undated image shows …"."""
    for phrase in starts:
        if starts_with(line.folded, phrase):
            return phrase not in NEEDS_COLON or bool(re.match(r"\s*[:|–—-]", line.text[len(phrase) :]))
    return False


def read_photo_credit(line: Line, words: FurnitureWords) -> Span | None:
    """Where in ``line`` the credit of the picture stands, at its end; ``None`` if it has none."""
    at = max(0, len(line.text) - 160)
    found = CREDIT.search(line.text[at:])
    if found is None or not found[0].strip():
        return None
    text = found[0].strip(" |/•.")
    if found[0].lstrip()[0] in "|/•—–-" and not (name_medium(text.strip("—–- "), words) or re.search(r"[A-Z]", text)):
        return None
    return Span(at + found.start(), len(line.text))


def is_photo_credit(line: Line, words: FurnitureWords) -> bool:
    """A line that is nothing but the credit of a picture: "Photo: AFP", "Peter Dejong/AP", "Image source, Reuters"."""
    if line.words > 14:
        return False
    for phrase in words.phrases.photo_credits:
        if starts_with(line.folded, phrase):
            rest = line.folded[len(phrase) :]
            return phrase not in NEEDS_COLON - {"pictured"} or not rest or bool(re.match(r"\s*[:|,/©-]", rest))
    span = read_photo_credit(line, words)
    return span is not None and span.start == 0
