"""Whoever was asked and now answers: "*The president was asked* whether Brandt would go. … he *replied*"."""

from __future__ import annotations

import re

from dossier.cards.speakers.pronouns import PERSONAL
from dossier.cards.speakers.roles import by_role
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.model import Pointer

ANSWERED = ("answer", "repl", "respond")
"""How the words for an answer begin."""

OFFICE = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}[\w-]+$")
"""Who is asked, by office: "*The US president* was asked"."""


def by_asked(scene: Scene) -> Speaker | None:
    """The subject of "was asked" in one of the two sentences before an answer by "he" or "she"."""
    answered = scene.claim.cue.casefold().startswith(ANSWERED)
    if not answered or scene.place.exact.casefold() not in PERSONAL:
        return None
    spans = [span for span in scene.article.mentions.sentences if span.start <= scene.place.start][-REACH:]
    text = scene.article.mentions.source.text
    for span in reversed(spans):
        found = WAS_ASKED.search(text, span.start, min(span.end, scene.place.start))
        if found is not None:
            return subject_of(span.start, found.start(), scene)
    return None


WAS_ASKED = re.compile(r"\s(?:is|was) (?:\w+ly )?asked\b")
REACH = 5
"""Sentences before an answer in which the question may stand: an answer runs over several before its verb."""


def subject_of(start: int, end: int, scene: Scene) -> Speaker | None:
    """The person with whose name or office the words before "was asked" end."""
    source = scene.article.mentions.source
    people = [n for n in scene.article.inside(source.evidence(start, end)) if n.person]
    if people and people[-1].at.end == end:
        return scene.speaker(people[-1], "speaker by question")
    office = OFFICE.search(source.text[start:end])
    if office is None:
        return None
    place = source.evidence(start + office.start(), end)
    speaker = by_role(scene.pointing(Pointer(place, "role")))
    return speaker.by("speaker by question") if speaker is not None else None
