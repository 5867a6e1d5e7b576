"""Passives that still name a speaker, or accuse in nobody's name: ``was condemned by Paris``, ``is accused of``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.frames import Content, Cue, Frame, Voice, frame_of
from dossier.mentions.claims.scene import Run
from dossier.mentions.claims.voices import can_speak, ending_at, voice_at

PERSONAL = frozenset({"he", "i", "she", "we", "who", "you"})
AGENTIVE = frozenset({"accuse", "allege", "claim", "deny", "judge", "propose", "report"})
"""Classes whose passive with *by* still says who claims what."""

CHARGED = {"accuse": "of", "charge": "with"}
"""Verbs whose passive accuses in nobody's name, with what stands before the charge."""

HUNG = frozenset({"acl", "relcl"})
"""``a colonel accused of spying``: the noun is who is accused."""
AFTER = frozenset({"after", "before", "following", "since", "upon"})
"""Prepositions behind which an accusation was made: not ``without being accused``."""


def find_passives(cue: Cue) -> Iterator[Frame]:
    """``Iran has been accused by Washington of arming the rebels``; without *by*, an accusation by nobody."""
    verb, scene = cue.verb, cue.scene
    if cue.entry.kind not in AGENTIVE or any(c.dep_ == "neg" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None and not (cue.entry.kind == "accuse" and _is_of_another(verb)):
        return
    if cue.entry.denies and subject is not None and (subject.lower_ in PERSONAL or subject.i in scene.people):
        return  # "she was challenged by a reporter"
    agent = next((c for a in verb.rights if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    voice = _without_charge(voice_at(agent, scene), cue) if agent is not None else None
    if voice is not None and not can_speak(voice, scene):
        return
    if voice is None and not any(c.lower_ == CHARGED.get(verb.lemma_) for c in verb.rights):
        return
    begins = subject or (verb.head if verb.dep_ in HUNG else _shared_subject(verb) or verb)
    start = min(begins.left_edge.i, verb.i)  # a torn sentence hangs the verb on a word behind it
    ends = [c.right_edge.i for c in verb.rights if c.dep_ in {"prep", "agent", "dobj", "xcomp"}]
    yield frame_of(cue, voice, Content(Run(start, max([verb.i, *ends]) + 1), None, "passive"))


def _without_charge(voice: Voice | None, cue: Cue) -> Voice | None:
    """``was accused by the army *of spying*``: the charge, where the parse hangs it on who accuses."""
    if voice is None or cue.verb.lemma_ != "accuse" or any(c.lower_ == "of" for c in cue.verb.rights):
        return voice
    behind = [t for t in cue.scene.doc[voice.head + 1 : voice.run.end] if t.lower_ == "of"]
    common = [t for t in behind if t.i + 1 < voice.run.end and not t.nbor().text[0].isupper()]
    charge = next((t for t in common if t.nbor().tag_ == "VBG"), common[-1] if common else None)
    return ending_at(voice, charge.i, cue.scene) if charge is not None else voice


def _is_of_another(verb: Token) -> bool:
    """``a colonel accused of spying``, ``was held and accused of spying``: who is accused hangs on another word."""
    return verb.dep_ in HUNG or _is_set_beside(verb) or _shared_subject(verb) is not None


def _shared_subject(verb: Token) -> Token | None:
    """The subject of the passives before it: ``*Lind* was held, tried and accused of spying``."""
    while verb.dep_ == "conj" and verb.head.tag_ in {"VBD", "VBN"} and verb.head.i < verb.i:
        verb = verb.head
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def _is_set_beside(verb: Token) -> bool:
    """``Accused of spying, he fled``, ``was held after being accused of spying``; not ``if accused of spying``."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in AFTER
    return verb.dep_ == "advcl" and not any(c.dep_ in {"advmod", "mark"} for c in verb.lefts)
