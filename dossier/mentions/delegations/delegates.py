"""Who sends a group, who leads it, and who else is in it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.documents import Document
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.travelling import FARTHEST, Group, leaders, region_before
from dossier.mentions.named import Holder, Names, attributive, coordinated, leading_names
from dossier.mentions.syntax import subject_of
from dossier.model import PartyMention, PersonMention, Reading

HEADS = frozenset({"chair", "chairman", "chief", "head", "leader"})
"""Nouns for the one who leads: "the head of the Russian delegation"."""

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of verbs that begin a clause: "headed by the ambassador | ARRIVED, while …"."""

PRONOUNS = frozenset({"he", "she"})
"""Subjects that point back at the person named last."""


def senders(document: Document, group: Group, names: Names, words: DelegationWords) -> list[Reading]:
    """Who sends it; several for "the delegations from Russia and China", which are as many groups."""
    for rule, found in (
        ("adjective", before_noun(group, names)),
        ("from", after_noun(group, names)),
        ("sent by", by_verb(group, names, words)),
        ("its", by_pronoun(group, names)),
        ("consisting of", made_of(group, names)),
    ):
        readings = [sender(holder, rule) for holder in found]
        if readings:
            return readings if group.noun.tag_ in {"NNS", "NNPS"} else readings[:1]
    return [*regional(document, group, words), *bodies(document, group, words), *unlisted(document, group, names)][:1]


def regional(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """Office holders of several states, as printed: "African leaders", also in "a group of Arab ministers"."""
    nouns = [group.noun, *(child for link in group.noun.children if link.lower_ == "of" for child in link.children)]
    for noun in (noun for noun in nouns if noun.lemma_.casefold() in words.officials):
        region = region_before(noun, words)
        if region is not None:
            first = region.i - (region.lower_ not in words.regions)
            evidence = document.evidence(group.paragraph, noun.doc[first : noun.i + 1])
            yield Reading(" ".join(evidence.exact.split()), (evidence,), "adjective")


def sender(holder: Holder, rule: str) -> Reading:
    """The sender by its canonical name; a person stands for his state, known at compile."""
    return Reading(holder.name if isinstance(holder, PartyMention) else "", (holder.evidence,), rule)


def bodies(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """A body that no list has, by its noun: "a delegation of the Bundestag defence committee"."""
    if group.traveller is not None:
        return  # "flew in with the heads of four COMPANIES": the traveller's state sends it
    for link in group.noun.children:
        for noun in link.children if link.dep_ == "prep" and link.lower_ in {"from", "of"} else ():
            if noun.lemma_.casefold() in words.bodies:
                kept = [t.i for t in group.noun.doc[noun.left_edge.i : noun.i + 1] if t.pos_ != "DET"]
                evidence = document.evidence(group.paragraph, group.noun.doc[kept[0] : noun.i + 1])
                yield Reading(" ".join(evidence.exact.split()), (evidence,), "from")
                return


def unlisted(document: Document, group: Group, names: Names) -> Iterator[Reading]:
    """A sender that no list has, by its name right before the noun: "a Roscosmos delegation"."""
    noun = group.noun
    first = noun
    while first.i > noun.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    if first == noun or group.traveller is not None or first.ent_type_ in {"DATE", "PERSON", "TIME"}:
        return
    evidence = document.evidence(group.paragraph, noun.doc[first.i : noun.i])
    if not names.overlap(evidence):
        yield Reading(" ".join(evidence.exact.split()), (evidence,), "adjective")


def before_noun(group: Group, names: Names) -> Iterator[Holder]:
    """From the words before it: "a Chinese delegation", "Russian and Chinese delegations"."""
    paragraph, noun = group.paragraph, group.noun
    left = min(noun.left_edge.i, noun.i)
    found = names.inside(paragraph.span(paragraph.doc[left : noun.i + 1]))
    parties = [m for m in found if isinstance(m, PartyMention) and m.evidence.start < paragraph.start + noun.idx]
    if not parties or not attributive(names, parties[-1], paragraph.start + noun.idx):
        return
    chain = [parties[-1]]
    for other in reversed(parties[:-1]):
        if noun.tag_ in {"NNS", "NNPS"} and coordinated(names, other.evidence, chain[0].evidence):
            chain.insert(0, other)
    yield from chain


def after_noun(group: Group, names: Names) -> Iterator[Holder]:
    """From the words after it: "the delegations from Russia and China"."""
    for link in group.noun.children:
        if link.dep_ == "prep" and link.lower_ in {"from", "of"}:
            for noun in (child for child in link.children if child.dep_ == "pobj"):
                yield from leading_parties(group, noun, names)


def leading_parties(group: Group, noun: Token, names: Names) -> Iterator[PartyMention]:
    """The parties that a noun phrase is about: "12 Ukrainian engineers" is about Ukraine."""
    yield from (m for m in leading_names(group.paragraph, noun, names) if isinstance(m, PartyMention))


def by_verb(group: Group, names: Names, words: DelegationWords) -> Iterator[Holder]:
    """The subject of sending: "Greece plans to send its own team", "thanked Putin for sending a delegation"."""
    if group.verb is None or group.verb.lemma_.casefold() not in words.sending or group.noun.dep_ != "dobj":
        return
    doer = subject_of(group.verb)
    if doer is not None:
        yield from list(leading_names(group.paragraph, doer, names))[:1]


def by_pronoun(group: Group, names: Names) -> Iterator[Holder]:
    """Whom "its" before the group points at: "Hamas announced that its delegation had left Cairo"."""
    if not any(child.lower_ in {"its", "their"} for child in group.noun.lefts):
        return
    for verb in (token for token in group.noun.ancestors if token.pos_ in {"VERB", "AUX"}):
        doer = subject_of(verb)
        if doer is not None and doer != group.noun:
            found = list(leading_names(group.paragraph, doer, names))
            if found:
                yield found[0]
                return


def made_of(group: Group, names: Names) -> Iterator[Holder]:
    """The party in "a delegation consisting of six members of U.S. Congress"."""
    for clause in group.noun.children:
        if clause.dep_ == "acl" and clause.lemma_.casefold() in {"compose", "comprise", "consist", "make"}:
            place = group.paragraph.span(group.noun.doc[clause.i : clause.right_edge.i + 1])
            yield from [m for m in names.inside(place) if isinstance(m, PartyMention)][:1]


def find_head(group: Group, names: Names, words: DelegationWords) -> Iterator[Reading]:
    """Who leads it, by the first rule that finds a person."""
    rules = (
        ("led by", led_by(group, names, words)),
        ("leads", leads(group, names, words)),
        ("head of", head_of(group, names)),
        ("at the helm", at_the_helm(group, names)),
        ("traveller", travellers(group, names)),
        ("his", of_his(group, names)),
        ("with", arrived_with(group, names, words)),
    )
    for rule, found in rules:
        for person in found:
            yield Reading(person.name, (person.evidence,), rule)
            return


def led_by(group: Group, names: Names, words: DelegationWords) -> Iterator[PersonMention]:
    """The first person after "led by" or "under the leadership of"."""
    for participle in leaders(group.noun, words):
        yield from first_person(group, participle.i + 1, names)
    for token in group.noun.sent:
        if token.i > group.noun.i and token.lower_ == "leadership" and token.head.lower_ == "under":
            yield from first_person(group, token.i + 1, names)


def first_person(group: Group, start: int, names: Names) -> Iterator[PersonMention]:
    """The first person named from token ``start`` to the next finite verb."""
    doc = group.paragraph.doc
    clause = (t.i for t in doc[start : group.noun.sent.end] if t.tag_ in FINITE or t.lower_ in {"while", "with"})
    end = next(clause, group.noun.sent.end)
    if start < end:
        yield from names.people_inside(group.paragraph.span(doc[start:end]))[:1]


def leads(group: Group, names: Names, words: DelegationWords) -> Iterator[PersonMention]:
    """The subject of leading it: "Havrylenko, who led a delegation", "the lawmaker would lead a delegation"."""
    for verb in (group.verb, *(group.verb.ancestors if group.verb is not None else ())):
        if verb is None or verb.lemma_.casefold() not in words.leading or group.noun not in verb.subtree:
            continue
        doer = subject_of(verb)
        if doer is None:
            return
        yield from list(people_of(group, doer, names))[:1]
        return


def head_of(group: Group, names: Names) -> Iterator[PersonMention]:
    """Beside a word for the one who leads: "the head of the Russian delegation, X", "delegation leader X"."""
    noun = group.noun
    office = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    if (
        office.head.lower_ == "at"
        or noun.dep_ not in {"pobj", "compound", "poss"}
        or office.lemma_.casefold() not in HEADS | {"leader"}
    ):
        return
    doc, paragraph = noun.doc, group.paragraph
    start, end = office.sent.start, office.sent.end
    after = names.people_inside(paragraph.span(doc[max(noun.i, office.i) : min(end, max(noun.i, office.i) + 10)]))
    before = names.people_inside(paragraph.span(doc[max(start, office.i - 5) : office.i + 1]))
    yield from (*before[-1:], *after[:1]) if office.dep_ == "appos" else (*after[:1], *before[-1:])


def at_the_helm(group: Group, names: Names) -> Iterator[PersonMention]:
    """The person in "with Muttaqi at the helm" and in "Danladi returned at the head of a team of service chiefs"."""
    doc, sent, noun = group.noun.doc, group.noun.sent, group.noun
    tops = (t.i for t in sent if t.lower_ in {"head", "helm"} and t.dep_ == "pobj" and t.head.lower_ == "at")
    top = next(tops, None)
    if top is not None and top > noun.i:
        yield from names.people_inside(group.paragraph.span(doc[noun.i : top]))[-1:]
    elif top is not None and top > sent.start and noun.i - top <= FARTHEST:
        yield from names.people_inside(group.paragraph.span(doc[sent.start : top]))[-1:]


def travellers(group: Group, names: Names) -> Iterator[PersonMention]:
    """The official who takes company along."""
    traveller, verb = group.traveller, group.verb
    if traveller is None:
        return
    if verb is not None and verb.sent.end <= traveller.sent.start:  # "Jonsson visited Kyiv. HE was accompanied by"
        traveller = subject_of(verb) or traveller
    yield from people_of(group, traveller, names)


def arrived_with(group: Group, names: Names, words: DelegationWords) -> Iterator[PersonMention]:
    """The subject who goes with it: "Shoigu arrived with a delegation". Whether it is his own is settled at compile."""
    noun = group.noun
    link = noun.head if noun.dep_ == "pobj" else None
    if link is not None and link.lower_ == "of" and link.head.lower_ == "company":
        link = link.head.head  # "in the company of a delegation"
    verb = link.head if link is not None and link.lower_ in {"alongside", "in", "with"} else None
    if link is not None and link.lower_ == "by" and link.head.lemma_ == "accompany":
        yield from accompanied(group, link.head, names)
    elif verb is not None and verb.lemma_.casefold() in words.going:
        doer = subject_of(verb)
        if doer is not None:
            yield from people_of(group, doer, names)


def accompanied(group: Group, participle: Token, names: Names) -> Iterator[PersonMention]:
    """Whom it goes with: "Amir-Abdollahian, ACCOMPANIED by a delegation, arrived in Damascus"."""
    doer = participle.head if participle.dep_ in {"acl", "relcl"} else subject_of(participle.head)
    if doer is not None and doer.i < participle.i:
        yield from people_of(group, doer, names)


def of_his(group: Group, names: Names) -> Iterator[PersonMention]:
    """The person named last before "his delegation"."""
    if any(child.lower_ in {"her", "his"} for child in group.noun.lefts):
        yield from names.people_before(group.paragraph.start + group.noun.left_edge.idx)[:1]


def people_of(group: Group, doer: Token, names: Names) -> Iterator[PersonMention]:
    """The person that a subject is; a pronoun or an office ("the lawmaker") is the person named last."""
    nouns = [doer, *(child for child in doer.children if child.dep_ == "appos")]
    named = (m for noun in nouns for m in leading_names(group.paragraph, noun, names))
    people = [m for m in named if isinstance(m, PersonMention)] or list(only_name(group, doer, names))
    yield from people
    if not people and (doer.lower_ in PRONOUNS or any(child.lower_ == "the" for child in doer.children)):
        yield from names.people_before(group.paragraph.start + doer.left_edge.idx)[:1]


def only_name(group: Group, doer: Token, names: Names) -> Iterator[PersonMention]:
    """The one person in an office's phrase, after a comma: "the Danish ambassador to Ghana, Mette Holm"."""
    place = group.paragraph.span(doer.doc[doer.left_edge.i : doer.right_edge.i + 1])
    inside = names.people_inside(place)
    if len(inside) == 1 and names.text[: inside[0].evidence.start].rstrip().endswith(","):
        yield inside[0]
