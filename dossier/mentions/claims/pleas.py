"""What an accused says of a charge: ``pleaded not guilty``, ``maintains his innocence``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.cues import why_not
from dossier.mentions.claims.frames import Content, Cue, Frame, frame_of
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice

GUILT = frozenset({"guilty", "innocent"})
INNOCENCE = frozenset({"innocence"})
KEEPING = frozenset({"assert", "declare", "maintain", "plead", "proclaim", "protest"})
"""Verbs whose object is one's innocence."""


def find_pleas(word: Token, scene: Scene) -> Iterator[Frame]:
    """``Lund pleaded not guilty to fraud``: a denial; ``pleaded guilty`` admits the charge."""
    if word.lower_ not in GUILT | INNOCENCE:
        return
    verb = word.head if word.head.dep_ != "prep" else word.head.head
    pleads = verb.lemma_ == "plead" if word.lower_ in GUILT else verb.lemma_ in KEEPING
    if not pleads or why_not_said(verb, word) or verb.i > word.i:
        return
    voice = find_voice(verb, scene)
    if voice is None or not can_speak(voice, scene):
        return
    denies = word.lower_ != "guilty" or scene.doc[word.i - 1].lower_ == "not"
    entry = CueVerb(verb.lemma_, (), "deny" if denies else "report", frozenset({Takes.NOUN}), denies, animate=True)
    start = voice.run.start if verb.sent.start <= voice.run.start < verb.i else verb.i
    content = Content(Run(start, max(word.right_edge.i, word.i) + 1), None, "report")
    yield frame_of(Cue(verb, entry, Run(verb.i, verb.i + 1), scene), voice, content)


def why_not_said(verb: Token, word: Token) -> bool:
    """Whether the verb tells nothing, where the *not* of ``not guilty`` is not its own."""
    own = any(c.dep_ == "neg" and c.i < verb.i for c in verb.children)
    return own or (why_not(verb) is not None and not any(c.dep_ == "neg" for c in (*verb.children, *word.children)))
