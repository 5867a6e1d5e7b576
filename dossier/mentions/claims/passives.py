"""Passives that still name a speaker, or accuse in nobody's name: ``was condemned by Paris``, ``is accused of``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb
from dossier.mentions.claims.clauses import frame_of
from dossier.mentions.claims.contents import Content
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, voice_at

AGENTIVE = frozenset({"accuse", "deny", "judge", "report"})
"""Classes whose passive with *by* still says who claims what."""


def find_passives(verb: Token, entry: CueVerb, cue: Run, scene: Scene) -> Iterator[Frame]:
    """``Iran has been accused by Washington of arming the rebels``; without *by*, an accusation by nobody."""
    if entry.kind not in AGENTIVE or any(c.dep_ == "neg" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None and not (verb.dep_ in {"acl", "relcl"} and entry.kind == "accuse"):
        return
    agent = next((c for a in verb.rights if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    voice = voice_at(agent, scene) if agent is not None else None
    if voice is not None and not can_speak(voice, scene):
        return
    if voice is None and not (entry.lemma == "accuse" and any(c.lower_ == "of" for c in verb.rights)):
        return
    start = subject.left_edge.i if subject is not None else verb.head.left_edge.i
    end = max([verb.i, *(c.right_edge.i for c in verb.rights if c.dep_ in {"prep", "agent", "dobj", "xcomp"})]) + 1
    yield frame_of(verb, entry, cue, voice, Content(Run(start, end), None, "passive"), scene)
