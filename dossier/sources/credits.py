"""Credits of the text: "--With PTI inputs", "(Reporting by …; Editing by …)", "… he said. (ANI)", "Source: Xinhua"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span
from dossier.sources.clues import Clue, Says, find_media, name_medium
from dossier.sources.lines import Line, find_openings, fold

TAIL = 1200
"""Characters at the end of a paragraph in which a credit may stand."""
MOST_WORDS = 16
"""Words in a line such as "With inputs from agencies"; a longer one tells a story."""
WEAK = frozenset({"contributing", "via", "with", "source", "sources", "credit", "credits", "agencies"})
"""Beginnings that headlines have too ("Sources tell Reuters …"): they need a colon, or a line of up to five words."""

REPORTING = re.compile(
    r"[(\[]?\b(?:Additional )?[Rr]eporting (?:by|from) [^()\[\]]{3,1000}[)\]]?\.?\s*\Z"
    r"|[(\[]?(?:Editing|Writing|Compiled) by [^()\[\]]{3,400}[)\]]?\.?\s*\Z"
)
CONTRIBUTED = re.compile(r"\bcontributed(?: (?:to this|reporting)\b|\.?\s*\Z)")
BRACKETED = re.compile(
    r"(?<=[.!?”\"’)])\s*[(\[][^()\[\]]{2,120}[)\]]\W{0,3}\Z"
    r"|\s*[(\[][^()\[\]]{0,60}(?:agenc|inputs|[Rr]eporting|[Ee]diting)[^()\[\]]{0,90}[)\]]\W{0,3}\Z"
)
DASHED = re.compile(r"(?<=[.!?”\"’])\s*(?:—|–|--?|/)\s*[A-Z][\w ./-]{1,40}\Z|(?<=[.!?”\"’])\s*/[A-Z]{2,12}/\.?\Z")
SIGNED = re.compile(
    r"(?<=[.!?”\"’])\s+(?:Enditem|ENDITEM|Endit|REUTERS|BLOOMBERG|XINHUA|AFP|AP|PTI|IANS|ANI|UNI|TASS/|[A-Z]{2,4}(?:/[A-Z]{2,4})+"
    r"|(?:PTI|ANI) [A-Z/ ]{2,12})\s*\Z"
)
INITIALS = re.compile(r"[A-Z]{2,8}(?:/[A-Za-z]{2,4}){1,3}")
"""An agency's initials with its editors': "APP/maz/ihn", "MNA/KT"."""
IN_LEAD = re.compile(
    r",\s(?:as\s)?(?:an?\s|the\s)?([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
    r"(?:\scorrespondent)?\s(?:informs|reports|writes)\.\s*\Z"
)
"""The end of a paragraph that credits a report: ", Ukrinform reports."."""
REPORTERS = re.compile(r"[Rr]eporting (?:by|from) (.+?)(?=;|[Ee]diting by|[Ww]riting by|\.?\s*[)\]]|\.?\s*\Z)")
NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Lt|Col|Gen)\.? )?[A-Z][\w'’.-]*"
    r"(?: (?:[A-Z][\w'’.-]*|al-[A-Z]\w+|bin|de|el|van|von|da|der|dos)){1,4}\Z"
)


def read_credit(line: Line, words: FurnitureWords) -> tuple[Clue, ...] | None:
    """What a whole line that is a credit says; ``None`` for any other line."""
    whole = read_end_credit(line, words)
    if whole and whole[0].start == 0:
        return whole[1]
    if CONTRIBUTED.search(line.folded) and line.words <= 60:
        return tuple(media_clues(line.text, line.start, words))
    return None if line.is_prose or line.words > MOST_WORDS else read_labelled(line, words)


def read_labelled(line: Line, words: FurnitureWords) -> tuple[Clue, ...] | None:
    """A credit by its first words, or by its names alone: "--With PTI inputs", "Source: ANI", "(ANI)"."""
    bare = line.folded.strip("()[]. /")
    clues = tuple(media_clues(line.text, line.start, words))
    if INITIALS.fullmatch(line.text.strip()):
        return tuple(media_clues(line.text.partition("/")[0], line.start, words)) or None
    label = next(iter(find_openings(bare, words.phrases.credits)), None)
    if label in WEAK and not bare[len(label) :].lstrip().startswith(":") and line.words > 5:
        label = None
    if label and (clues or "input" in label or "agenc" in label):
        return clues
    if bare.startswith("with ") and bare.endswith(("inputs", "input", "reports")):
        return clues
    letters = re.sub(r"[\W_]|\band\b|\bthe\b", "", line.text)
    if clues and line.words <= 8 and sum(clue.end - clue.start for clue in clues) >= len(letters) * 0.8:
        return clues
    return None


def media_clues(text: str, start: int, words: FurnitureWords) -> Iterator[Clue]:
    """The agencies and outlets that a credit names, in its order."""
    for says, value, span in find_media(text, words):
        yield Clue(says, value, start + span.start, start + span.end, "credit")


def read_end_credit(line: Line, words: FurnitureWords) -> tuple[Span, tuple[Clue, ...]] | None:
    """A credit at the end of a paragraph and its place in the line: "… for talks. (ANI)", "… he said. — AFP".

    Brackets that only explain a name are none: "a statement carried by the Saudi Press Agency (SPA)."
    """
    tail_at = max(0, len(line.text) - TAIL)
    tail = line.text[tail_at:]
    for pattern in (REPORTING, BRACKETED, DASHED, SIGNED):
        found = pattern.search(tail)
        if found is None:
            continue
        clues = tuple(media_clues(found[0], line.start + tail_at + found.start(), words))
        if pattern is REPORTING:
            clues = (*read_reporting(found, tail_at, line, words), *clues)
        told = pattern in (REPORTING, SIGNED) or re.search(
            r"agenc|inputs|edited by|editing by", found[0], re.IGNORECASE
        )
        if clues or told:
            return Span(tail_at + found.start(), len(line.text)), clues
    return None


def read_lead_credit(line: Line, words: FurnitureWords) -> Clue | None:
    """The agency whose report a page gives again, named in the present tense at the end of an opening paragraph.

    "The institute said this in its assessment, *Ukrinform* reports." A report quotes others in the past tense: "…, as
    state agency KCNA reported".
    """
    found = IN_LEAD.search(line.text)
    medium = name_medium(found[1], words) if found else None
    if found is None or medium is None or medium[0] is not Says.AGENCY:
        return None
    at = line.start + found.start(1)
    return Clue(*medium, at, at + len(found[1]), "credit in an opening paragraph")


def read_reporting(found: re.Match[str], offset: int, line: Line, words: FurnitureWords) -> Iterator[Clue]:
    """The reporters of "(Reporting by A in Seoul and B; Editing by C)"; editors are no authors."""
    reporters = REPORTERS.search(found[0])
    if reporters is None:
        return
    for piece in re.split(r",|\band\b|;|&", reporters[1]):
        bare = re.split(r"\s+(?:in|at|for|from)\s+", piece.strip())[0].strip(" .")
        if NAME.match(bare) and is_name(bare, words) and not name_medium(bare, words):
            at = line.text.find(bare, offset + found.start())
            yield Clue(Says.REPORTER, bare, line.start + at, line.start + at + len(bare), "reporting line")


def is_name(text: str, words: FurnitureWords) -> bool:
    """A person's name, not "Web Desk" or "BBC News"."""
    tokens = fold(text).split()
    return len(tokens) <= 5 and tokens[-1] not in words.phrases.desks and not any(map(str.isdigit, text))
