"""Quotations that stand apart from their attribution.

A colon announces them, ``The minister said:`` above them or ``He was blunt: “We lost the port.”``; or the sentence
behind them attributes and says nothing: ``“We lost the port.” Lind said on Monday.``
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.mentions.claims.edges import without_joint
from dossier.mentions.claims.listed import LeadIn, bare_lead, ends_in_colon
from dossier.mentions.claims.pieces import is_question, is_statement, statements
from dossier.mentions.claims.runs import Found
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS
from dossier.mentions.claims.voices import voice_at
from dossier.model import ClaimMention

PERSONAL = frozenset({"he", "she"})


def with_announced(paragraphs: Sequence[Found]) -> list[Found]:
    """The paragraphs, each with what its quotations say that stand behind a colon, and that no cue takes in."""
    told = list(paragraphs)
    for place, found in enumerate(told):
        said = [claim for quote in free_quotations(found) for claim in announced(quote, found, told[:place])]
        if said:
            told[place] = replace(found, claims=tuple(sorted([*found.claims, *said], key=lambda c: c.proposition)))
    return told


def free_quotations(found: Found) -> Iterator[Run]:
    """Quotations that state something and that no claim of the paragraph takes in."""
    for quote in found.scene.quotations:
        place = found.scene.evidence(quote).span
        taken = any(place.overlaps(claim.proposition) for claim in found.claims)
        if not taken and is_statement(quote, found.scene):
            yield quote


def announced(quote: Run, found: Found, before: Sequence[Found]) -> Iterator[ClaimMention]:
    """The claims of one quotation, if the sentence or the paragraph before it names who speaks and ends in a colon."""
    lead = announcing(quote, found, before) or named_behind(quote, found.scene)
    if lead is None:
        return
    for run in (without_joint(piece, found.scene) for piece in statements(quote, found.scene)):
        if not is_question(run, found.scene):
            yield lead.claim(run, found.scene, "announced")


def announcing(quote: Run, found: Found, before: Sequence[Found]) -> LeadIn | None:
    """Who speaks behind the colon: the subject of the last reporting verb before it, else a person of whom it tells."""
    words = [t for t in found.scene.doc[: quote.start] if not t.is_space]
    scene = found.scene
    if not words and before:
        scene = before[-1].scene
        words = [t for t in scene.doc if not t.is_space]
    if not words or words[-1].text != ":":
        return None
    sentence = Run(words[-1].sent.start, words[-1].i + 1)
    if not ends_in_colon(sentence, scene):
        return None
    return (bare_lead(sentence, scene, None) if scene is not found.scene else None) or telling(sentence, scene)


def named_behind(quote: Run, scene: Scene) -> LeadIn | None:
    """``"We are late." Lind said on Monday.``: a sentence that attributes and says nothing, right behind."""
    after = next((s for s in scene.doc.sents if s.start >= quote.end), None)
    if after is None or after.start > quote.end or scene.doc[quote.end - 2].text not in {".", "!"}:
        return None
    lead = bare_lead(Run(after.start, after.end), scene, None)
    words = [t for t in after if not t.is_punct and not t.is_space]
    if lead is None or len(words) > SHORT:
        return None
    verb = scene.doc[lead.cue.start]
    told = verb.lemma_ == "tell"  # "told the Journal"
    holds = any(c.dep_ in HOLDING and not (told and c.dep_ == "dobj") for c in verb.rights)
    return lead if verb.dep_ == "ROOT" and not holds else None


SHORT = 9
"""Words of a sentence that only attributes."""

HOLDING = frozenset({"acomp", "advcl", "ccomp", "dobj", "xcomp"})
"""How what is said hangs on its verb."""


def telling(sentence: Run, scene: Scene) -> LeadIn | None:
    """``Dahl was blunt:``, ``Dahl seems to speak for all:``: a sentence of a person, whatever its verb."""
    root = scene.doc[sentence.start : sentence.end].root
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    voice = voice_at(subject, scene) if subject is not None and is_person(subject, scene) else None
    if voice is None or root.pos_ not in {"AUX", "VERB"}:
        return None
    return LeadIn(Run(root.i, root.i + 1), voice.pointer, scene, colon=True)


def is_person(subject: Token, scene: Scene) -> bool:
    """Whether a word is one human being's name, or a pronoun for one."""
    return subject.lower_ in PERSONAL or subject.i in scene.people
