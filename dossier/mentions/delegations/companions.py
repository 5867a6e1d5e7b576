"""Officials who take named people along: "Petrenko, accompanied by Energy Minister Vorn, arrived in Tehran"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.documents import Paragraph
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.named import Names, covers
from dossier.model import PersonMention

SIDE_BY_SIDE = frozenset({"alongside", "with"})
"""Prepositions before a companion."""

PRONOUNS = frozenset({"he", "she"})
"""Subjects that stand for the person named last."""

LOOSE = frozenset({"come", "enter", "go", "head", "join", "leave", "return"})
"""Verbs of going that are often about something else."""


def company_of(paragraph: Paragraph, traveller: Token, names: Names) -> Iterator[PersonMention]:
    """The people named after "accompanied by", or after "with" beside the verb that ``traveller`` is subject of."""
    for link in links_of(traveller):
        place = paragraph.span(paragraph.doc[link.i : link.right_edge.i + 1])
        yield from (person for person in names.people_inside(place))


def links_of(traveller: Token) -> Iterator[Token]:
    """The prepositions that lead to companions."""
    verb = traveller.head
    around = (verb, *traveller.children, *verb.children)
    accompanied = [token for token in around if token.lemma_ == "accompany" and token.tag_ == "VBN"]
    for participle in accompanied:
        yield from (child for child in participle.children if child.lower_ == "by")
    if verb.pos_ == "VERB" and not accompanied:
        yield from (child for child in verb.children if child.dep_ == "prep" and child.lower_ in SIDE_BY_SIDE)


def takes_along(paragraph: Paragraph, subject: Token, names: Names, words: DelegationWords) -> bool:
    """Whether a named person goes somewhere with others who are named, or "is accompanied by" them on a journey."""
    verb = subject.head
    if subject.dep_ == "nsubjpass" and verb.lemma_ == "accompany":
        told = abroad(verb, words) or journey_before(subject, words) is not None
        return (subject.lower_ in PRONOUNS or named(paragraph, subject, names)) and told
    if subject.dep_ != "nsubj" or not sets_out(verb, words) or not named(paragraph, subject, names):
        return False
    return any(True for _ in company_of(paragraph, subject, names))


def named(paragraph: Paragraph, subject: Token, names: Names) -> bool:
    """Whether the subject itself is a person's name."""
    own = names.people_inside(paragraph.span(paragraph.doc[subject.left_edge.i : subject.right_edge.i + 1]))
    return any(covers(paragraph, person.evidence, subject) for person in own)


def abroad(verb: Token, words: DelegationWords) -> bool:
    """Whether it is told of a place or a journey: "in Istanbul, WHERE he is accompanied by", "on his TRIP"."""
    where = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
    return where or any(c.lemma_.casefold() in words.journeys for link in verb.children for c in link.children)


def moved(verb: Token, words: DelegationWords) -> bool:
    """Whether a verb is one of going, also by its object: "came with", "paid a visit to Kyiv", "took a train"."""
    journey = any(child.dep_ == "dobj" and child.lemma_.casefold() in words.journeys for child in verb.children)
    return journey or rides(verb) or verb.lemma_.casefold() in words.going


def rides(verb: Token) -> bool:
    """Whether somebody goes by what he takes: "took an overnight TRAIN to Kyiv"."""
    taken = (child for child in verb.children if child.dep_ == "dobj" and verb.lemma_ in {"board", "catch", "take"})
    return any(child.lemma_.casefold() in {"flight", "jet", "plane", "ship", "train"} for child in taken)


def journey_before(subject: Token, words: DelegationWords) -> Token | None:
    """The verb of going right before "HE was accompanied by": "Jonsson visited Kyiv on Monday. He was …"."""
    pronoun = subject.lower_ in PRONOUNS and subject.dep_ == "nsubjpass" and subject.head.lemma_ == "accompany"
    start = subject.sent.start
    if not pronoun or not start:
        return None
    root = subject.doc[start - 1].sent.root
    doers = [child for child in root.children if child.dep_ == "nsubj" and child.tag_ in {"NNP", "PRP"}]
    return root if doers and sets_out(root, words) else None


def sets_out(verb: Token, words: DelegationWords) -> bool:
    """The same without the verbs that have too many other senses: "came up with", "joined"."""
    return moved(verb, words) and verb.lemma_.casefold() not in LOOSE
