"""Attributions in the passive that name nobody: ``It was stressed that P``, ``P, it was noted``, ``As noted, P``.

Where a text stands beside the verb it speaks (``In the ministry's report it was written that P``); else whoever spoke
last goes on. With nobody before them they are nobody's claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.documents import DASHES
from dossier.mentions.claims.edges import quote_before
from dossier.mentions.claims.frames import Content, Cue, Frame, Voice, frame_of
from dossier.mentions.claims.pieces import split_clauses
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import has_finite, top_of
from dossier.mentions.claims.voices import can_speak, voice_at

GOING_ON = "impersonal"
"""The rule of what whoever spoke last is told to have said."""
PLACES = frozenset({"in", "on"})
PARTING = DASHES | {","}
PERFECT = frozenset({"had", "has", "have"})
"""``It has been reported``: by somebody, some day."""
SAYING = frozenset({"say", "stress"})
"""Classes of ``As noted``; what is told ``as reported`` stood in an older article."""
GENERAL = frozenset({"a", "an"})


def find_impersonal(cue: Cue) -> Iterator[Frame]:
    """``It was also stressed that the fleet had sailed``: one frame for each clause, without a voice but a text's."""
    verb, scene = cue.verb, cue.scene
    if verb.lemma_.casefold() not in scene.words.impersonal or verb.i in scene.quoted_in:
        return
    if any(c.dep_ in {"agent", "neg"} or c.lower_ in PERFECT for c in verb.children):
        return
    content = _that_clause(verb) or _before(verb, scene)
    if content is None and cue.entry.kind in SAYING:
        content = _as_noted(verb, scene)
    if content is None:
        return
    place = _place(verb, scene)
    for part in split_clauses(content, scene):
        yield replace(frame_of(cue, place, part), rule=GOING_ON)


def _is_impersonal(verb: Token) -> bool:
    subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    return subject is not None and subject.lower_ == "it"


def _that_clause(verb: Token) -> Content | None:
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"), None)
    if clause is None or not _is_impersonal(verb):
        return None
    return Content(Run(clause.left_edge.i, clause.right_edge.i + 1), clause.i, GOING_ON)


def _before(verb: Token, scene: Scene) -> Content | None:
    """``"P" - it was indicated``, ``"P" - was assured in a statement``, ``P, it was stressed``."""
    doc, sentence = scene.doc, scene.sentence(verb)
    start = min(c.i for c in [verb, *verb.lefts] if c.i == verb.i or c.dep_ in {"auxpass", "advmod", "nsubjpass"})
    own = _is_impersonal(verb)
    if not own:
        start = next((c.i for c in verb.lefts if c.dep_ == "auxpass"), verb.i)
    quote = quote_before(start, scene) if start else None
    if quote is not None and (own or doc[start - 1].text in PARTING):
        return Content(quote, top_of(doc, quote), GOING_ON)
    left = Run(sentence.start, start - 1)
    if own and start > sentence.start and doc[start - 1].text in PARTING and has_finite(doc, left):
        return Content(left, top_of(doc, left), GOING_ON)
    return None


def _as_noted(verb: Token, scene: Scene) -> Content | None:
    """``As noted, the road is shut``: all behind the comma."""
    doc, sentence = scene.doc, scene.sentence(verb)
    opening = doc[sentence.start : verb.i]
    if not opening or opening[0].lower_ != "as" or any(t.pos_ not in {"ADV", "AUX", "SCONJ", "ADP"} for t in opening):
        return None
    if verb.tag_ != "VBN" or verb.i + 2 >= sentence.end or doc[verb.i + 1].text != ",":
        return None
    run = Run(verb.i + 2, sentence.end)
    return Content(run, top_of(doc, run), GOING_ON) if has_finite(doc, run) else None


def _place(verb: Token, scene: Scene) -> Voice | None:
    """The text that says it, where it is known which: ``in the summary of the talks``, not ``in a statement``."""
    places = (c for p in verb.children if p.lower_ in PLACES for c in p.rights if c.dep_ == "pobj")
    for place in places:
        voice = voice_at(place, scene)
        general = place.left_edge.lower_ in GENERAL and not any(t.i in scene.parties for t in place.subtree)
        if voice is not None and not general and place.lemma_.casefold() in scene.words.speakers.documents:
            return voice if can_speak(voice, scene) else None
    return None
