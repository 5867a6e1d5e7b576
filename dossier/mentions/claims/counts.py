"""Verbs that give a number to a thing: ``Oslo put its losses at 40``, ``analysts put the price at $20,000``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.cues import why_not
from dossier.mentions.claims.frames import Content, Cue, Frame, frame_of
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice

COUNTING = frozenset({"estimate", "peg", "put", "reckon"})
NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
ENTRY = CueVerb("put", ("at",), "report", frozenset({Takes.NOUN}), animate=True)


def find_counts(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Kyiv puts the output at 300 drones a month``: the whole clause, which names the thing and its number."""
    if verb.pos_ != "VERB" or verb.lemma_.casefold() not in COUNTING or why_not(verb) is not None:
        return
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    number = _number(verb, thing)
    voice = find_voice(verb, scene) if number is not None else None
    if thing is None or number is None or voice is None or not can_speak(voice, scene):
        return
    content = Content(Run(verb.i, number.right_edge.i + 1), verb.i, "count")
    yield frame_of(Cue(verb, ENTRY, Run(verb.i, verb.i + 1), scene), voice, content)


def _number(verb: Token, thing: Token | None) -> Token | None:
    """What stands behind *at*, where that is an amount: no ``put the ship at risk``."""
    if thing is None:
        return None
    places = (p for word in (verb, *thing.subtree) for p in word.rights if p.lower_ == "at" and p.i > thing.i)
    ends = (c for p in places for c in p.rights if c.dep_ in {"pobj", "pcomp"})
    return next((c for c in ends if any(t.ent_type_ in NUMBERS or t.like_num for t in c.subtree)), None)
