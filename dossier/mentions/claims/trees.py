"""Small questions to the dependency parse, and mends for its commonest faults."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dossier.mentions.claims.scene import Run

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
MISPLACED = frozenset({"conj", "appos", "pobj", "dobj"})


def has_finite(doc: Doc, run: Run) -> bool:
    """Whether a finite verb stands in ``run``: without one it is no clause."""
    return any(t.tag_ in FINITE for t in doc[run.start : run.end])


def top_of(doc: Doc, run: Run) -> int | None:
    """The verb that heads ``run``: the first whose own governor lies outside."""
    for token in doc[run.start : run.end]:
        if token.pos_ in {"VERB", "AUX"} and (token.head.i == token.i or not run.holds(token.head.i)):
            return token.i
    return None


def is_subordinate(token: Token, verb: Token) -> bool:
    """Whether a word belongs to an adverbial clause of the cue: ``When asked about it, he said``."""
    while token.i != verb.i and token.head.i != token.i:
        if token.head.i == verb.i:
            return token.dep_ in {"advcl", "prep", "nsubj", "csubj"}
        token = token.head
    return False


def lost_subject(verb: Token) -> Token | None:
    """A subject that the parse hung on a noun before it: "came from the airfield and the missiles were released"."""
    noun = _before(verb)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in MISPLACED:
        return None
    if noun.left_edge.i <= verb.sent.start:
        return None
    joint = verb.doc[noun.left_edge.i - 1]
    return noun if joint.dep_ == "cc" or joint.text in {",", ";"} else None


def joint_before(verb: Token) -> int | None:
    """``said P, and expressed regret``: where the second thing that the same speaker does begins."""
    token = _before(verb)
    return token.i if token is not None and (token.dep_ == "cc" or token.text == ",") else None


def _before(verb: Token) -> Token | None:
    """The word before a verb, adverbs and auxiliaries passed over."""
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in {"ADV", "AUX"}:
        index -= 1
    return verb.doc[index] if index >= verb.sent.start else None


def has_own_subject(clause: Token) -> bool:
    """Whether a clause says who does it."""
    return any(c.dep_ in SUBJECTS for c in clause.lefts)


def past_helpers(verb: Token) -> int:
    """Back over helping verbs, adverbs and a day: "Min Aung Lwin, *on Sunday* stressed", "Chad, …, *has also* said"."""
    doc, index, start = verb.doc, verb.i, verb.sent.start
    while index > start and doc[index - 1].pos_ in {"ADV", "AUX"}:
        index -= 1
    if index > start + 1 and doc[index - 1].ent_type_ == "DATE" and doc[index - 2].lower_ == "on":
        index -= 2
    return index
