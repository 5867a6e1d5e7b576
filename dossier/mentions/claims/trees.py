"""Small questions to the dependency parse, and mends for its commonest faults."""

from __future__ import annotations

from spacy.tokens import Token


def lost_subject(verb: Token) -> Token | None:
    """A subject that the parse hung on a noun before it: "came from the airfield and the missiles were released"."""
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in {"ADV", "AUX"}:
        index -= 1
    noun = verb.doc[index]
    if index <= verb.sent.start or noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"conj", "appos", "pobj", "dobj"}:
        return None
    before = verb.doc[noun.left_edge.i - 1]
    return noun if noun.left_edge.i > verb.sent.start and (before.dep_ == "cc" or before.text in {",", ";"}) else None
