"""Whose words are whose, by the letters alone: words with the attribution among them, words inside a quotation.

"Japan has pledged $5 billion" is told under "Japan" as "has pledged $5 billion".
"""

from __future__ import annotations

import re

from dossier.model import Evidence

PLAIN = re.compile(r"(?: (?:that|which|who))?(?: [a-z]+){,2} ")
"""What may stand between a speaker and the cue: "Ankara | *has repeatedly* | denied"."""

PRONOUN = re.compile(r",? (?:that|which|whom?)$")

RELATIVE = "relative"
"""The rule of what a relative clause tells of the noun before it: "*a jet* that Oslo said *had crossed the border*"."""

WISH = "wish"
"""The rule of a noun for what somebody wants: "*calls* from Oslo *for restraint*"."""


def behind_speaker(told: Evidence, voice: Evidence | None, cue: Evidence) -> str | None:
    """What stands behind the speaker, cue first: "Japan *has pledged $5 billion*".

    "A move that Oslo *described* as hostile" is turned round: "*described a move as hostile*". ``None`` where speaker
    and cue don't stand in ``told``, or not in this order and side by side.
    """
    if voice is None or not (told.start <= voice.start < voice.end <= cue.start < told.end):
        return None
    text, base = told.exact, told.start
    if PLAIN.fullmatch(text[voice.end - base : cue.start - base]) is None:
        return None
    before, after = text[: voice.start - base], text[cue.end - base :]
    if not before or (before[0].isupper() and "," not in before and not before.startswith(("A ", "An "))):
        return re.sub(r"^(?:that|which|who)\b", "", text[voice.end - base :].strip()).strip()
    matter, relative = PRONOUN.subn("", before.rstrip())
    if after.startswith(" as ") and (relative or "," not in matter):
        return f"{cue.exact} {matter[0].lower()}{matter[1:]}{',' if ',' in matter else ''}{after}"
    return None


def without_aside(told: Evidence, voice: Evidence | None, cue: Evidence) -> str | None:
    """Words without the attribution between commas: "Trolls*, he added,* write at night"; ``None`` without one."""
    voice = cue if voice is None else voice
    first, last = min(cue.start, voice.start) - told.start, max(cue.end, voice.end) - told.start
    before, after = told.exact[: max(first, 0)], told.exact[last:]
    opens, goes_on = SET_OFF.search(before), GOES_ON.match(after)
    if not told.covers(cue) or opens is None or goes_on is None:
        return None
    torn = opens.group(1) and goes_on.group(1)  # “Somebody,” says Dahl, “has to go”
    return f"{before[: opens.start()]}{' ' if torn else goes_on.group(1) or ''}{after[goes_on.end() :]}"


def without_relative(told: Evidence, voice: Evidence | None, cue: Evidence) -> str | None:
    """Words told of a noun by a relative clause, as a sentence: "a jet *, which Oslo said,* had crossed the border".

    ``None`` where the cue does not stand in ``told``. It may follow its speaker: "Oslo hit *a jet* it said *had*".
    """
    if not told.start < cue.start < cue.end < told.end:
        return None
    text, base = told.exact, told.start
    inside = voice is not None and told.start < voice.start < voice.end <= cue.start
    before = text[: cue.start - base]
    opened = [found.start() for found in OPENED.finditer(before)]
    if opened:
        before = before[: opened[-1]]
    elif voice is not None and inside:
        before = ARTICLE.sub("", before[: voice.start - base].rstrip())
    else:
        before = THEY.sub("", before)
    return f"{before.rstrip()} {text[cue.end - base :].lstrip()}"


OPENED = re.compile(r"(?:,| [–—-])? (?:that|which|whom?)\b")
"""Where a relative clause begins."""

THEY = re.compile(r"\b(?:he|it|she|they) $")
"""Who speaks, named before."""

ARTICLE = re.compile(r" (?:an?|both|some|the)$")
"""What may stand between a noun and who speaks of it."""

SET_OFF = re.compile(r",([”\"]?) (?:[A-Z][\w.’-]* ){0,3}$")
GOES_ON = re.compile(r"(?: (?:at|in|on|to) (?:[\w’'-]+ ?){1,5})?,( [“\"])?")
"""An attribution's commas, a title before the name and a place behind the verb, the marks that it interrupts."""


def is_quoted(before: str) -> bool:
    """Whether a paragraph is inside a quotation after ``before``: whom somebody speaks of he seldom speaks for."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
