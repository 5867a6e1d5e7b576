"""The order of the rules: which finders look at a word, and what they are told about it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.clauses import find_clauses, find_feelings
from dossier.mentions.claims.cues import is_asked, is_passive, match_cue, why_not
from dossier.mentions.claims.fallbacks import find_stray_denials, find_tail_reports
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.lent import find_lent, find_nominals
from dossier.mentions.claims.passives import find_passives
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.sourced import find_according, find_quoted
from dossier.mentions.claims.stances import find_relative_denials, find_stances
from dossier.model import Kind, Rejected


def find_frames(sentence: Run, scene: Scene) -> Iterator[Frame | Rejected]:
    """Every attribution of one sentence, in the order of its cues, nested ones included."""
    for token in scene.doc[sentence.start : sentence.end]:
        for rule in (find_according, find_quoted, find_nominals, find_feelings, find_stray_denials, find_tail_reports):
            yield from rule(token, scene)
        yield from _verb_frames(token, scene)


def _verb_frames(verb: Token, scene: Scene) -> Iterator[Frame | Rejected]:
    if verb.tag_ == "VBG" and verb.i and scene.doc[verb.i - 1].lower_ == "as":
        return  # "quoted the ministry as saying" is one attribution
    matched = match_cue(verb, scene.words)
    found: list[Frame] = []
    if matched is not None:
        entry, cue = matched
        found = [*find_passives(verb, entry, cue, scene)] if is_passive(verb) else []
        reason = why_not(verb, entry) or ("a question" if is_asked(scene, verb) else None)
        if not found and reason is not None:
            yield Rejected(Kind.CLAIM, scene.evidence(cue), reason)
            return
        found = found or [*_active_frames(verb, entry, cue, scene)]
    yield from found or find_lent(verb, scene)


def _has_object(verb: Token, entry: CueVerb, scene: Scene) -> bool:
    """Whether a deed or, for a denial, a claim stands as the object: then no clause further on is the content."""
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and Takes.GERUND in entry.takes:
            return True
        if entry.denies and child.dep_ == "dobj" and child.lemma_.casefold() in scene.words.deniable:
            return True
    return False


def _active_frames(verb: Token, entry: CueVerb, cue: Run, scene: Scene) -> Iterator[Frame]:
    """A clause or quotation before an object, as ``warned Russia that`` and ``warned Russia against`` are two."""
    found = [*find_relative_denials(verb, entry, cue, scene)]
    if not found and _has_object(verb, entry, scene):
        found = [*find_stances(verb, entry, cue, scene)]
    if not found and entry.takes & {Takes.CLAUSE, Takes.QUOTATION}:
        found = [*find_clauses(verb, entry, cue, scene)]
    if not found and entry.takes - {Takes.CLAUSE, Takes.QUOTATION}:
        found = [*find_stances(verb, entry, cue, scene)]
    yield from found
