"""Who else is in a group: those whom it includes, those who travel side by side, and named companions."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.companions import company_of
from dossier.mentions.delegations.travelling import Group, goes_together, nearest_group, verbs_of
from dossier.mentions.named import Names
from dossier.mentions.syntax import subject_of
from dossier.model import Reading

INCLUDING = frozenset(
    {"comprise", "comprised", "comprises", "comprising", "include", "included", "includes", "including"}
)
"""Words before a member: "a Chinese delegation including Li Hongzhong"."""

LATEST = 3
"""Words between a group and "including" that the parser hung elsewhere."""

TOGETHER = "travelling together"
"""The rule for people who are named as travellers side by side; they are a delegation where they are of one state."""


def find_members(group: Group, names: Names, words: DelegationWords) -> Iterator[Reading]:
    """The people that it includes: "including Politburo member Li Hongzhong", "accompanied by Lorenz Wittmann"."""
    doc, paragraph = group.noun.doc, group.paragraph
    for token in group.noun.sent:
        if token.i <= group.noun.i or token.lower_ not in INCLUDING:
            continue
        near = group.noun.is_ancestor(token) or token.i - group.noun.i <= LATEST or subject_of(token) == group.noun
        if not near or not nearest_group(group.noun, token, words):
            continue
        stop = next(
            (t.i for t in doc[token.i + 1 : token.sent.end] if t.pos_ == "VERB" and t.dep_ not in {"acl", "relcl"}),
            token.sent.end,
        )
        for person in names.people_inside(paragraph.span(doc[token.i : stop])):
            yield Reading(person.name, (person.evidence,), "including")
        return


def travelling_together(group: Group, names: Names) -> Iterator[Reading]:
    """The people of a subject that is nothing but people: "Fidan and Kalin visited Damascus"."""
    noun = group.noun
    if goes_together(group.paragraph, noun, names):
        place = group.paragraph.span(group.paragraph.doc[noun.left_edge.i : noun.head.i])
        for person in names.people_inside(place):
            yield Reading(person.name, (person.evidence,), TOGETHER)


def companions(group: Group, names: Names) -> Iterator[Reading]:
    """Named companions of the one who leads: "accompanied by Foreign Minister X", "flew to Rabat with X and Y"."""
    if group.traveller == group.noun:
        for person in company_of(group.paragraph, group.noun, names):
            yield Reading(person.name, (person.evidence,), "accompanied by")
        return
    for verb in verbs_of(group):
        for clause in (verb, *verb.children):
            if clause.lemma_.casefold() == "accompany" and clause.tag_ == "VBN":
                place = group.paragraph.span(group.paragraph.doc[clause.i : clause.right_edge.i + 1])
                for person in names.people_inside(place):
                    yield Reading(person.name, (person.evidence,), "accompanied by")
                return
