"""Verdicts hung on what they are about: ``a move that Paris condemned``, ``which a soldier described as an ambush``.

The same in the passive: ``a trip framed by Beijing as "a journey of peace"``.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.cues import is_passive, why_not
from dossier.mentions.claims.deeds import is_bare_name
from dossier.mentions.claims.frames import Content, Cue, Frame, frame_of
from dossier.mentions.claims.scene import Run
from dossier.mentions.claims.voices import can_speak, voice_at

JUDGING = frozenset({"call", "judge"})
GIVEN = frozenset({"ccomp", "dobj", "oprd", "xcomp"})
LONG = 20
"""Tokens from the start of the noun to its verdict, from which the pronoun alone stands for it."""


def find_relative_verdicts(cue: Cue) -> Iterator[Frame]:
    """``The drills are a move the government has condemned``: the noun with the verdict on it."""
    verb, scene = cue.verb, cue.scene
    if cue.entry.kind not in JUDGING or cue.entry.denies or verb.dep_ not in {"relcl", "acl"} or verb.tag_ == "VBG":
        return
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.head.lemma_.casefold() in scene.words.deniable:
        return  # "a charge that Oslo called absurd" is a denial
    if subject is None or subject.tag_ in {"WDT", "WP"} or not _has_gap(verb, cue) or why_not(verb) is not None:
        return
    voice = voice_at(subject, scene)
    if voice is not None and can_speak(voice, scene):
        yield frame_of(cue, voice, Content(_told(verb), None, cue.entry.kind))


def find_passive_verdicts(cue: Cue) -> Iterator[Frame]:
    """``an envoy hailed by Lima as a bridge-builder``; ``has been described by Oslo as a friend``."""
    verb, scene = cue.verb, cue.scene
    if cue.entry.kind not in JUDGING or cue.entry.denies or not is_passive(verb):
        return
    agent = next((c for a in verb.rights if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    voice = voice_at(agent, scene) if agent is not None else None
    nature = any(c.dep_ in GIVEN or c.lower_ in {"as", "for"} for c in verb.rights)
    if voice is None or not nature or not can_speak(voice, scene) or any(c.dep_ == "neg" for c in verb.lefts):
        return
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    hung = verb.dep_ in {"acl", "relcl"}
    start = verb.head if hung else subject
    if start is not None:
        told = _told(verb) if hung else Run(start.left_edge.i, verb.right_edge.i + 1)
        yield frame_of(cue, voice, Content(told, None, cue.entry.kind))


def _has_gap(verb: Token, cue: Cue) -> bool:
    """Whether the verdict is on the noun itself; for a name, what it is called must follow."""
    which = next((c for c in verb.lefts if c.lower_ in {"that", "which", "whom"}), None)
    own = [c for c in verb.rights if c.dep_ == "dobj"]
    if cue.entry.kind == "judge":
        return not own
    natured = any((c.dep_ in GIVEN and not is_bare_name(c, cue.scene)) or c.lower_ == "as" for c in verb.rights)
    return natured and (which is not None or not own)


def _told(verb: Token) -> Run:
    """From the noun's phrase to the end of its clause, or from the clause where the noun stands far off."""
    noun = verb.head
    apart = noun.ent_type_ in {"DATE", "TIME"} or verb.i - noun.left_edge.i > LONG  # "on Monday, which Oslo condemned"
    start = verb.left_edge.i if apart else noun.left_edge.i
    return Run(start, verb.right_edge.i + 1)
