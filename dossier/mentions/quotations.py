"""Find quotations: stretches in quotation marks of any kind, in one pass, however many marks are odd.

A text is copied by many hands: “a” and "b", ‘c’ and 'd', «e» and „f“ stand side by side, marks are lost, and a
quotation that runs over paragraphs is opened in each and closed in the last. An apostrophe is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

OPENING = frozenset("“„«‟")
CLOSING = frozenset("”»")
STRAIGHT = frozenset('"＂″')
SINGLE_OPENING = frozenset("‘‚‹")
SINGLE_CLOSING = frozenset("’›")
SINGLE_STRAIGHT = frozenset("'`")
STOPS = frozenset(".!?…")
DOUBLES = OPENING | CLOSING | STRAIGHT
SINGLES = SINGLE_OPENING | SINGLE_CLOSING | SINGLE_STRAIGHT
MARKS = DOUBLES | SINGLES
DOUBLE, SINGLE = (re.compile(f"[{''.join(sorted(marks))}]") for marks in (DOUBLES, SINGLES))
BEFORE_OPENING = frozenset("([{—–-:/…")
"""What may touch an opening mark from the left, besides white space and other marks."""


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """One quoted stretch of a text, marks included, in code points."""

    start: int
    """Where the opening mark stands."""
    end: int
    """Past the closing mark; the end of the text where there is none."""
    closed: bool
    """``False`` for a quotation that runs on into the next paragraph, or lost its mark."""


SPEECH = (
    r"(?:adds|added|admitted|announced|argued|assured|claimed|commented|concluded|confirmed|continued|declared|emphasi[sz]ed"
    r"|explained|explains|informed|noted|notes|recalled|replied|reported|reports|said|says|stated|stressed|told|warned|writes"
    r"|wrote)"
)
"""The commonest forms of the verbs of speech behind a closing mark."""

TORN = re.compile(
    rf"[,.!?]\s[{''.join(sorted(CLOSING | STRAIGHT))}]"
    r"(?:it\swas\s[a-z]+ed\b|it\swas\swritten\b|(?:(?:he|she|they|we|it|(?:the\s)?(?:[A-Z]\w+\s){2,4})\s?)?"
    rf"{SPEECH}(?:,?\s(?!that\b)\w|\.))"
)
"""A closing mark that a copy tore from what it closes and set before the attribution: ``We are late, "said the envoy``,
``"it was established``, ``"the Oslo Times wrote``.

No quotation begins with a bare verb of speech.
"""


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph, in order and without overlap.

    ``He called it “a ‘grave’ error”`` has one. An unclosed double mark quotes to the end of the text, an unclosed
    single one only where the text begins with it: elsewhere it is an apostrophe.
    """
    doubles = list(_doubles(text.replace("''", "'\"")))  # two apostrophes for one mark: "Late,'' he said
    singles = list(_singles(text.replace("''", "  ")))
    return tuple(outermost([*doubles, *singles]))


def _doubles(text: str) -> Iterator[Quotation]:
    opened: int | None = None
    inner, first = False, True
    for found in DOUBLE.finditer(text):
        at, mark = found.start(), found.group()
        if is_torn(text, at):
            if opened is not None:
                yield Quotation(opened, at + 1, closed=True)
            opened = None
        elif opened is None:
            if _opens_any(text, at):
                opened, inner = at, False
            elif first and _closes_speech(text, at):
                yield Quotation(0, at + 1, closed=True)
            first = False
        elif inner and mark in CLOSING:
            inner = False
        elif mark == text[opened] and mark in OPENING and _opens_within(text, at):
            inner = True
        elif mark in CLOSING or _closes(text, at) or _is_glued(text, at):
            yield Quotation(opened, at + 1, closed=True)
            opened = None
        elif _opens(text, at) and (mark in STRAIGHT or lost_end(text, opened, at)):
            yield Quotation(opened, lost_end(text, opened, at) or at, closed=False)
            opened = at
    if opened is not None:
        yield Quotation(opened, len(text), closed=False)


def _singles(text: str) -> Iterator[Quotation]:
    marks = list(_single_marks(text))
    opened: int | None = None
    for index, (at, opens) in enumerate(marks):
        if opens:
            opened = at if opened is None else opened
        elif opened is not None and not _is_plural_possessive(text, marks, index):
            yield Quotation(opened, at + 1, closed=True)
            opened = None
    if opened == 0 and text[0] in SINGLE_OPENING:
        yield Quotation(0, len(text), closed=False)


def _single_marks(text: str) -> Iterator[tuple[int, bool]]:
    """Each single mark that can open (``True``) or close (``False``); an apostrophe inside a word can do neither."""
    for found in SINGLE.finditer(text):
        at, mark = found.start(), found.group()
        if mark in SINGLE_OPENING or mark in SINGLE_STRAIGHT:
            after = text[at + 1 : at + 2]
            if _opens(text, at) and not (mark in SINGLE_STRAIGHT and after.isdigit()):
                yield at, True
                continue
        if (mark in SINGLE_CLOSING or mark in SINGLE_STRAIGHT) and _closes(text, at):
            yield at, False


def _is_plural_possessive(text: str, marks: list[tuple[int, bool]], index: int) -> bool:
    """``'the soldiers' courage'``: the mark after the s is an apostrophe where another closing mark follows."""
    at = marks[index][0]
    followed = index + 1 < len(marks) and not marks[index + 1][1]
    return followed and text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free = not before or before.isspace() or before in BEFORE_OPENING or before in MARKS
    return free and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _is_glued(text: str, at: int) -> bool:
    """Whether a mark stands between a stop and a word, as where a copy lost the blank: ``ended."The guns``."""
    return text[at - 1 : at] in STOPS | {","} and text[at + 1 : at + 2].isalnum() if at else False


def is_torn(text: str, at: int) -> bool:
    """Whether the mark at ``at`` closes what stands before it and was torn from it: ``late, "said the envoy``."""
    return at > 1 and TORN.match(text, at - 2) is not None


def _opens_any(text: str, at: int) -> bool:
    plain = _opens(text, at) and (text[at] not in CLOSING or not _closes(text, at))
    return plain or _opens_glued(text, at) or _opens_apart(text, at)


def _closes_speech(text: str, at: int) -> bool:
    """Whether the first mark of a paragraph only closes: ``We must go," said Lindqvist`` has lost its opening mark."""
    return text[at - 1 : at] == "," and SAID.match(text, at + 1) is not None


SAID = re.compile(rf" (?:(?:he|she|they) )?{SPEECH} ?(?!that\b)")


def lost_end(text: str, start: int, end: int) -> int | None:
    """Where a quotation ends that lost its closing mark before its attribution: ``“We left,| said Lund. “They``."""
    found = ATTRIBUTED.search(text, max(start, end - NEAR), end)
    return found.start() + 1 if found is not None else None


ATTRIBUTED = re.compile(rf",\s(?={SPEECH}\s(?:the\s|an?\s)?[A-Z]|(?:he|she|they|(?:[A-Z][\w.-]+\s){{1,4}}){SPEECH}\.)")
NEAR = 200
"""Characters between an attribution and the next quotation."""


def _opens_within(text: str, at: int) -> bool:
    """Whether a mark opens a quotation inside one of its own kind: ``“the axis of “evil” has won,” he said``.

    Only where more are closed behind it than opened: else the first has lost its partner.
    """
    closed = sum(text.count(mark, at) for mark in CLOSING)
    return _opens(text, at) and closed > text.count(text[at], at)


def _opens_apart(text: str, at: int) -> bool:
    """Whether a blank was set behind an opening mark: ``" He cannot turn back," the minister said``."""
    before = text[:at].rstrip()
    free = not before or (text[at - 1].isspace() and before[-1] in STOPS)
    if not free or text[at] not in STRAIGHT or not APART.match(text, at + 1):
        return False
    return sum(text.count(mark, at + 1) for mark in STRAIGHT) % 2 == 1


APART = re.compile(r" [A-Z]")


def _opens_glued(text: str, at: int) -> bool:
    """Whether such a mark opens: it stands before a capital, and the marks after it do not pair up without it."""
    if not _is_glued(text, at) or text[at] in CLOSING or not text[at + 1].isupper():
        return False
    return text[at] in OPENING or sum(text.count(mark, at + 1) for mark in STRAIGHT | CLOSING) % 2 == 1


def outermost(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Those that no earlier one contains or cuts, in order; of two with one start the longer."""
    end = 0
    for quotation in sorted(quotations, key=lambda q: (q.start, -q.end)):
        if quotation.start >= end and len_inside(quotation) > 0:
            yield quotation
            end = quotation.end


def len_inside(quotation: Quotation) -> int:
    """How many characters stand between the marks."""
    return quotation.end - quotation.start - (2 if quotation.closed else 1)
