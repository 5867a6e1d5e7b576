"""Negated verbs that still tell a standpoint: ``does not believe that P``, ``did not rule out a strike``.

A reporting verb that is negated tells nothing (``did not say when``); a belief, an exclusion or an admission that is
negated tells what somebody thinks.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.contents import right_clause
from dossier.mentions.claims.cues import CONDITIONS
from dossier.mentions.claims.frames import Content, Cue, Frame, Telling, Voice, frame_of
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice

EXCLUDING = frozenset({"exclude", "rule"})
"""Verbs whose object may be a thing or a deed, and that stand with *can* and *would* too: ``can't rule out delays``."""
POSSIBLE = frozenset({"ca", "can", "could", "may", "might", "should", "would"})


def find_negated(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Grossi does not think the talks will end soon``: a claim with its negation, told by the article itself."""
    if verb.pos_ != "VERB" or verb.i in scene.quoted_in or not any(c.dep_ == "neg" for c in verb.lefts):
        return
    cue = _cue_of(verb, scene)
    voice = find_voice(verb, scene) if cue is not None and _is_told(verb) else None
    if cue is None or voice is None or not can_speak(voice, scene):
        return
    content = right_clause(Telling(cue, voice)) or _excluded(cue)
    if content is None:
        return
    if verb.lemma_ in scene.words.negated.admissions or cue.entry.denies:
        yield frame_of(cue, voice, content)
    else:
        yield frame_of(cue, voice, Content(Run(_start(verb, voice), content.run.end), content.head, "standpoint"))


def _cue_of(verb: Token, scene: Scene) -> Cue | None:
    """The verb as a cue of its own class; ``rule`` only with its *out*."""
    negated, lemma = scene.words.negated, verb.lemma_.casefold()
    particle = next((c for c in verb.rights if c.dep_ == "prt"), None)
    name = lemma if particle is None else f"{lemma} {particle.lower_}"
    if name not in negated.standpoints | negated.admissions | negated.denials:
        return None
    entry = CueVerb(lemma, (), "think", frozenset({Takes.CLAUSE}), denies=name in negated.denials, animate=True)
    beside = particle is not None and particle.i == verb.i + 1
    return Cue(verb, entry, Run(verb.i, verb.i + 1 + beside), scene)


def _is_told(verb: Token) -> bool:
    """Whether the negation is a fact of the article: no condition, no order, no mere possibility."""
    possible = any(c.dep_ == "aux" and c.lower_ in POSSIBLE for c in verb.lefts) and verb.lemma_ not in EXCLUDING
    perfect = verb.lemma_ in EXCLUDING and any(c.lemma_ == "have" for c in verb.lefts)  # a standing policy
    condition = any(c.dep_ in {"mark", "advmod"} and c.lower_ in CONDITIONS for c in verb.lefts)
    order = verb.tag_ == "VB" and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.lefts)
    return not (possible or perfect or condition or order)


def _excluded(cue: Cue) -> Content | None:
    """``did not rule out sending troops``: the deed or the thing that is not excluded."""
    if cue.verb.lemma_ not in EXCLUDING:
        return None
    things = (c for c in cue.verb.rights if c.dep_ in {"dobj", "xcomp", "pcomp"} and c.i >= cue.run.end)
    thing = next(things, None)
    if thing is None or thing.pos_ == "PRON":
        return None
    return Content(Run(thing.left_edge.i, thing.right_edge.i + 1), thing.i, "standpoint")


def _start(verb: Token, voice: Voice) -> int:
    """From the first auxiliary: ``does not believe``."""
    helping = [c.i for c in verb.lefts if c.dep_ in {"aux", "neg"} and c.i > voice.head]
    return min([verb.i, *helping])
