"""Steps up the parse: the verb on which a noun hangs, and whoever does what a verb says."""

from __future__ import annotations

from spacy.tokens import Token

UPWARD = frozenset({"appos", "attr", "conj", "dobj", "nmod", "npadvmod", "obj", "oprd", "pobj", "prep"})
"""Relations by which an object hangs on its verb: "showed off an array OF weapons INCLUDING drones"."""

THROUGH = frozenset({"among", "as", "including", "like", "of", "such", "with"})
"""Prepositions that let the verb reach through: "weapons such as drones"; "at", "against" and "for" do not."""

ONWARD = frozenset({"acl", "advcl", "ccomp", "conj", "pcomp", "prep", "xcomp"})
"""Relations of a verb without a subject to the verb that has it: "vowed TO DEPLOY", "by LAUNCHING"."""

FARTHEST = 6
"""Steps that are followed at most; beyond, a sentence is too tangled to be read."""


def verb_above(noun: Token) -> tuple[Token | None, str]:
    """The verb on which the noun hangs as an object, and the preposition right above the noun ("" for none)."""
    token, through = noun, ""
    for _ in range(FARTHEST):
        if token.dep_ not in UPWARD or (token.dep_ == "prep" and token.lower_ not in THROUGH):
            return None, through
        if token.dep_ == "prep" and token.head.pos_ in {"VERB", "AUX"}:
            through = token.lower_
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.lower_ != "including":
            return token, through
    return None, through


def subject_of(verb: Token) -> Token | None:
    """Who does it. An infinitive or a second verb shares the subject of the verb before, or its object.

    "Germany vowed to send", "announced plans to send tanks": Germany; "accused Tehran of launching a missile": Tehran.
    """
    for _ in range(FARTHEST):
        doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if doer is not None and doer.lower_ not in {"that", "which", "who"}:
            return doer
        infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if verb.dep_ in {"acl", "relcl"} and verb.head.dep_ not in {"acomp", "attr"} and not infinitive:
            return verb.head
        if any(child.dep_ in {"agent", "nsubjpass"} for child in verb.children):
            return None
        if verb.dep_ not in ONWARD:
            return None
        above = verb.head.head if verb.dep_ == "acl" else verb.head
        controlled = verb.dep_ in {"pcomp", "xcomp"} and above.lemma_ != "promise"
        if controlled:
            host = above.head if above.pos_ == "ADP" else above
            object_ = next((child for child in host.children if child.dep_ == "dobj"), None)
            if (
                object_ is not None
                and object_.i < verb.i
                and (verb.dep_ == "xcomp" or above.lower_ in {"of", "for", "from"})
            ):
                return object_
        verb = above
    return None
