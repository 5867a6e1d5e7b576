"""Steps up the parse: the verb on which a noun hangs, and whoever does what a verb says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

UPWARD = frozenset({"appos", "attr", "conj", "dobj", "nmod", "npadvmod", "obj", "oprd", "pobj", "prep"})
"""Relations by which an object hangs on its verb: "showed off an array OF weapons INCLUDING drones"."""

THROUGH = frozenset({"alongside", "among", "as", "including", "like", "of", "such", "with"})
"""Prepositions that let the verb reach through: "weapons such as drones"; "at", "against" and "for" do not."""

PLANS = frozenset(
    {"agreement", "bid", "commitment", "deal", "decision", "intention", "offer", "order", "plan", "pledge", "promise"}
)
"""Objects that do nothing themselves: "announced PLANS to supply missiles"."""

SPENT = {
    "from": frozenset({"drop", "fire", "hurl", "launch", "release", "shoot"}),
    "on": frozenset({"depend", "rely"}),
}
"""Prepositions that lead to a weapon after some verbs only: "dropped bombs FROM helicopters", "rely ON drones"."""

COUNTING = frozenset({"about", "around", "between", "over"})
"""Prepositions that only measure: "lost BETWEEN 30 and 40 tanks"."""

AMOUNTS = frozenset({"billion", "dollar", "euro", "hundred", "million", "pound", "trillion", "worth"})
"""Objects that only say how much: "sent BILLIONS in military aid"."""

ONWARD = frozenset({"acl", "advcl", "ccomp", "conj", "pcomp", "prep", "xcomp"})
"""Relations of a verb without a subject to the verb that has it: "vowed TO DEPLOY", "by LAUNCHING"."""

FARTHEST = 6
"""Steps that are followed at most; beyond, a sentence is too tangled to be read."""


def verb_above(noun: Token) -> tuple[Token | None, str]:
    """The verb on which the noun hangs as an object, and the preposition right above the noun ("" for none)."""
    token, through = noun, ""
    for _ in range(FARTHEST):
        if token.lower_ == "with" and (hung := fired_at(token)) is not None:
            return hung, "with"
        if token.dep_ not in UPWARD or (token.dep_ == "prep" and not leads_through(token)):
            return None, through
        if token.dep_ == "prep" and (token.head.pos_ in {"VERB", "AUX"} or is_instrument(token)):
            through = token.lower_
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.lower_ != "including":
            return token, through
    return None, through


def leads_through(link: Token) -> bool:
    """Whether the verb reaches through a preposition; "used the same engine AS the missile" does not."""
    if link.lower_ == "as":
        return link.i > 0 and link.nbor(-1).lower_ == "such"
    if link.lower_ in SPENT:
        return link.head.lemma_ in SPENT[link.lower_]
    if link.lower_ == "in":
        return any(c.dep_ == "dobj" and is_amount(c) for c in (link.head, *link.head.children))
    return link.lower_ in THROUGH or (link.lower_ in COUNTING and any(c.tag_ == "CD" for c in link.subtree))


def fired_at(link: Token) -> Token | None:
    """The verb of "with" that the parser hangs on the target: "FIRED at the town with rockets"."""
    target = link.head
    aimed = link.dep_ == "prep" and target.dep_ == "pobj" and target.head.lower_ in {"at", "on"}
    return target.head.head if aimed and target.head.head.pos_ == "VERB" else None


def is_amount(noun: Token) -> bool:
    """Whether a noun only says how much: "sent BILLIONS in military aid"."""
    return noun.lemma_.casefold() in AMOUNTS or noun.ent_type_ == "MONEY"


def is_instrument(link: Token) -> bool:
    """Whether "with" after an object may belong to the verb: "shot down 20 drones WITH guns"."""
    return link.lower_ == "with" and link.head.dep_ == "dobj"


def subject_of(verb: Token) -> Token | None:
    """Who does it. An infinitive or a second verb shares the subject of the verb before, or its object.

    "Germany vowed to send", "announced plans to send tanks": Germany; "accused Tehran of launching a missile": Tehran.
    """
    below: Token | None = None
    for _ in range(FARTHEST):
        doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if doer is not None and doer.lower_ not in {"that", "which", "who"}:
            return doer
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.lemma_ in {"employ", "use"}:
            verb = verb_over(verb.head)  # "they shell towns and villages USING artillery": not the villages
            continue
        infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if verb.dep_ in {"acl", "relcl"} and verb.head.dep_ not in {"acomp", "attr"} and not infinitive:
            return verb.head
        undergone = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if undergone is not None and below is not None and below.dep_ == "xcomp":
            return undergone  # "IRAN is believed to have supplied drones"
        if undergone is not None or any(child.dep_ == "agent" for child in verb.children):
            return None
        if verb.dep_ not in ONWARD and not (infinitive and verb.dep_ == "relcl"):
            return None
        deeper = verb.dep_ in {"acl", "relcl"} or verb.head.dep_ == "acomp"  # "is READY to use"
        above = verb_over(verb.head) if deeper else verb.head
        controlled = verb.dep_ in {"pcomp", "xcomp"} and above.lemma_ != "promise"
        if controlled:
            host = above.head if above.pos_ == "ADP" else above
            object_ = next((child for child in host.children if child.dep_ == "dobj"), None)
            if (
                object_ is not None
                and object_.lemma_.casefold() not in PLANS
                and object_.i < verb.i
                and (verb.dep_ == "xcomp" or above.lower_ in {"of", "for", "from"})
            ):
                return object_
        below, verb = verb, above
    return None


def verb_over(noun: Token) -> Token:
    """The verb that a noun hangs on, however deep: "ANNOUNCED plans in April to supply tanks"."""
    above = noun.head
    for _ in range(FARTHEST):
        if above.pos_ in {"VERB", "AUX"} or above.head == above:
            break
        above = above.head
    return above


def relatives(noun: Token) -> Iterator[Token]:
    """Clauses that say what was done with the noun: "drones USED by", "missiles and drones that Hamas FIRED"."""
    later = [other for other in noun.conjuncts if other.i > noun.i]
    for owner in (noun, *later[-1:]):
        for child in owner.children:
            if child.dep_ in {"acl", "relcl"}:
                yield child
                yield from (other for other in child.conjuncts if other.i > child.i)


def passives(noun: Token) -> Iterator[Token]:
    """The passive verb of which the noun is subject: "missiles and drones were fired by"."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "nsubjpass":
        yield first.head
