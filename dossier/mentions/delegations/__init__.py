"""Delegations: groups that go somewhere, or are received, on behalf of a state, party, army or organisation.

One mention is one frame of one sentence; frames of one visit are put together when all articles are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dossier.documents import Document, Paragraph, Place
from dossier.lexicon import Lexicon
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.delegates import find_head, senders
from dossier.mentions.delegations.members import INCLUDING, companions, find_members, travelling_together
from dossier.mentions.delegations.occasions import days, occasions
from dossier.mentions.delegations.travelling import Group, find_groups
from dossier.mentions.delegations.visits import destination
from dossier.mentions.named import Names, index_names
from dossier.model import DelegationMention, Evidence, PartyMention, PersonMention, Reading, Rejected

SOON = 400
"""Code points after a frame within which "it" and "they" still mean its group: about two sentences."""


def find_delegations(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> Iterator[DelegationMention | Rejected]:
    """Every frame of the article, in the order of the text.

    A sender, host or head that is a person has his printed name as ``value`` for a head and an empty one else: at
    compile his evidence leads to his card and his state. A frame with no sender goes with the one before it.
    """
    names = index_names(document.source, parties, people)
    before: DelegationMention | None = None
    for paragraph in document.paragraphs:
        if paragraph.place is Place.HEADING:
            continue
        groups = list(find_groups(paragraph, names, lexicon.delegations))
        for group in groups:
            for mention in read_frames(document, group, names, lexicon):
                yield mention
                before = mention
        if before is not None:
            yield from later_members(document, paragraph, names, before, lexicon)


def read_frames(document: Document, group: Group, names: Names, lexicon: Lexicon) -> Iterator[DelegationMention]:
    """One frame for each sender of the group."""
    words = lexicon.delegations
    together = tuple(travelling_together(group, names)) if not kind_of_group(group, words) else ()
    sent_by: Sequence[Reading | None] = [None] if together else senders(document, group, names, words) or [None]
    head = tuple(find_head(group, names, words)) if len(sent_by) == 1 and not together else ()
    members = (*together, *find_members(group, names, words), *companions(group, names)) if len(sent_by) == 1 else ()
    shared = {
        "evidence": sentence(document, group.paragraph, group.noun),
        "to": tuple(destination(document, group, names, words)),
        "occasion": tuple(occasions(document, group, words)),
        "dates": tuple(days(document, group, words)),
    }
    for sender in sent_by:
        yield DelegationMention(
            trigger=trigger(document, group),
            sender=(sender,) if sender is not None else (),
            head=head,
            members=tuple(m for m in members if not head or m.value != head[0].value),
            **shared,  # type: ignore[arg-type]
        )


def kind_of_group(group: Group, words: DelegationWords) -> bool:
    """Whether the noun itself means several people."""
    return group.noun.lemma_.casefold() in words.groups | words.teams | words.envoys | words.officials | words.company


def trigger(document: Document, group: Group) -> Evidence:
    """The words that name the group, without what follows them: "the Russian delegation"."""
    doc = group.paragraph.doc
    left = next((t.i for t in doc[group.noun.left_edge.i : group.noun.i + 1] if not t.is_punct), group.noun.i)
    return document.evidence(group.paragraph, doc[left : group.noun.i + 1])


def sentence(document: Document, paragraph: Paragraph, token: Token) -> Evidence:
    """The sentence of a token, white space at its end left out."""
    sent = token.sent
    start = paragraph.start + sent.start_char
    return document.source.evidence(start, start + len(sent.text.rstrip()))


def later_members(
    document: Document, paragraph: Paragraph, names: Names, before: DelegationMention, lexicon: Lexicon
) -> Iterator[DelegationMention]:
    """Who is named in the next sentences: "It included Commodore al-Maamari", "The group was led by Stefan Holl"."""
    for sent in paragraph.doc.sents:
        start = paragraph.start + sent.start_char
        if start < before.evidence.end or start > before.evidence.end + SOON:
            continue
        verb = sent.root
        found = names.people_inside(paragraph.span(later_place(verb, lexicon.delegations)))
        readings = tuple(Reading(person.name, (person.evidence,), "later") for person in found)
        evidence = sentence(document, paragraph, verb)
        if readings and verb.lemma_ in lexicon.delegations.leading:
            yield DelegationMention(evidence, before.trigger, before.sender, head=readings[:1])
        elif readings:
            yield DelegationMention(evidence, before.trigger, before.sender, members=readings)


def later_place(verb: Token, words: DelegationWords) -> Span:
    """The tokens of a later sentence that name its people; none where it does not point back at the group."""
    doc = verb.doc
    doer = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if doer is None:
        return doc[verb.i : verb.i]
    if any(child.lemma_ == "member" for link in verb.children if link.lower_ == "among" for child in link.children):
        return doc[doer.left_edge.i : verb.i]  # "Al-Awlaqi and Bafadhl are among its members"
    passive = verb.tag_ == "VBN"
    back = points_back(doer, words) and (verb.lower_ in INCLUDING or (passive and verb.lemma_ in words.leading))
    accompanied = passive and verb.lemma_ == "accompany"
    return doc[verb.i : verb.right_edge.i + 1 if back or accompanied else verb.i]


def points_back(doer: Token, words: DelegationWords) -> bool:
    """Whether a subject means the group named before: "it", "the seven-strong team"."""
    definite = any(child.lower_ == "the" for child in doer.children)
    return doer.lower_ in {"it", "they"} or (definite and doer.lemma_.casefold() in words.teams)
