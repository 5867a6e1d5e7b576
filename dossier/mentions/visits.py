"""Where a group goes, what for, and when: read from the verb or the noun of going that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dossier.dates import Tense, find_dates, resolve_date
from dossier.documents import Document, Paragraph
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.named import Names, leading_names
from dossier.mentions.syntax import subject_of
from dossier.mentions.travelling import MEETING, Group, verbs_of
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Reading, Span

TOWARDS = frozenset({"at", "for", "in", "into", "to"})
"""Prepositions between a verb of going and the place."""

PLACES = frozenset({"FAC", "GPE", "LOC"})
"""The parser's labels of places that no list has."""

LEAVING = frozenset({"depart", "leave"})
"""Verbs whose object is where a journey begins: "left Beijing for Cyprus"."""

ARRIVING = frozenset({"arrive", "land"})
"""Verbs after which "in" and "at" lead to the place, whatever stands between: "arrived today, Thursday, in Sanaa"."""

CUT = frozenset({"acl", "advcl", "appos", "relcl"})
"""Clauses at which an occasion ends: "the Korean War | celebrated in North Korea as …"."""

OPENING = re.compile(r"^(?:the|a|an|his|her|its|their|to)\s+", re.IGNORECASE)
"""Words before an occasion that are no part of it."""

MARKING = frozenset({"celebrate", "commemorate", "honour", "honor", "mark", "observe"})
"""Verbs of a host whose object is the occasion: "as the country marks the anniversary of …"."""

JOINING = frozenset({"attend", "join", "participate", "take", "witness"})
"""Verbs of a guest whose object is the occasion: "to attend the parade", "to take part in talks"."""


def destination(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Reading]:
    """Where it goes: the first place that its words, its journey, its verbs or its host give."""
    sources = (
        ("as printed", places_after(document, group.paragraph, [group.noun], {"to"}, names)),
        (
            "journey",
            places_after(document, group.paragraph, [group.journey] if group.journey else [], TOWARDS - {"for"}, names),
        ),
        ("verb of going", places_of_verbs(document, group, names, words)),
        ("later in the sentence", places_later(document, group, names, words)),
        ("host", hosts(group, names, words)),
    )
    for rule, found in sources:
        for value, evidence in found:
            yield Reading(value, (evidence,), rule)
            return


Place = tuple[str, Evidence]
"""A place's name (empty for a person, whose state it is) and the passage."""


def places_of_verbs(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """Places beside verbs of going, sending and meeting: "arrived in Doha", "visited Kyiv", "held talks in Muscat"."""
    for verb in verbs_of(group):
        lemma = verb.lemma_.casefold()
        if lemma in words.going | words.leading:
            if lemma not in LEAVING and (group.noun.dep_ != "dobj" or group.noun.head != verb):
                objects = [child for child in verb.children if child.dep_ == "dobj"]
                yield from (p for child in objects for p in place_in(document, group.paragraph, child, names))
            yield from places_after(document, group.paragraph, [verb], TOWARDS, names)
        elif lemma in words.sending:
            yield from places_after(document, group.paragraph, [verb], {"to"}, names)
        elif lemma in MEETING | words.receiving:
            yield from places_after(document, group.paragraph, [verb, *objects_of(verb)], {"in", "at"}, names)


def places_later(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """The first place after the group that "to" leads to, where a verb of going or sending moves it.

    Parsers hang such a place on a clause between: "send a team, headed by Capt. Mavridis, TO Bandar Abbas".
    """
    for verb in verbs_of(group):
        lemma = verb.lemma_.casefold()
        if lemma not in words.going | words.sending | words.leading:
            continue
        links = {"in", "at", "to"} if lemma in ARRIVING else {"to"}
        for token in group.noun.doc[max(verb.i, group.noun.i) + 1 : group.noun.sent.end]:
            if token.lower_ in links and token.pos_ == "ADP":
                for noun in (child for child in token.children if child.dep_ == "pobj"):
                    yield from place_in(document, group.paragraph, noun, names)


def objects_of(verb: Token) -> list[Token]:
    """What the verb is about: "talks" in "held talks with officials in Muscat"."""
    return [child for child in verb.children if child.dep_ in {"dobj", "prep"}]


def places_after(
    document: Document, paragraph: Paragraph, above: list[Token], links: frozenset[str] | set[str], names: Names
) -> Iterator[Place]:
    """Places that prepositions of ``links`` tie to the tokens ``above``, also through an event: "to the session in Vienna"."""
    for token in above:
        for link in token.children:
            if link.dep_ == "prep" and link.lower_ in links:
                for noun in (child for child in link.children if child.dep_ == "pobj"):
                    yield from place_in(document, paragraph, noun, names)
                    inner = [
                        child for child in noun.subtree if child.dep_ == "prep" and child.lower_ in {"in", "at", "to"}
                    ]
                    for child in inner:
                        yield from (p for n in child.children for p in place_in(document, paragraph, n, names))


def place_in(document: Document, paragraph: Paragraph, noun: Token, names: Names) -> Iterator[Place]:
    """The place that a noun is: a state, a capital, or any other proper name of a place ("RAF Coningsby")."""
    if noun.lower_ in {"capital", "city"}:
        yield from capital_in(document, paragraph, noun, names)
        return
    if noun.pos_ != "PROPN":
        return
    for mention in leading_names(paragraph, noun, names):
        if isinstance(mention, PartyMention) and mention.how in {"name", "capital"} and is_land(mention):
            yield mention.evidence.exact if mention.how == "capital" else mention.name, mention.evidence
            return
        if mention.evidence.start <= paragraph.start + noun.idx < mention.evidence.end:
            return
    first = noun
    while first.i > noun.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head in {first, noun}:
        first = first.nbor(-1)
    if noun.ent_type_ in PLACES or (first != noun and noun.ent_type_ != "DATE"):
        evidence = document.evidence(paragraph, paragraph.doc[first.i : noun.i + 1])
        yield " ".join(evidence.exact.split()), evidence


def capital_in(document: Document, paragraph: Paragraph, noun: Token, names: Names) -> Iterator[Place]:
    """ "the city of Riyadh", "the Yemeni capital, Sanaa", and the state itself for "the Iranian capital"."""
    for child in noun.children:
        if child.dep_ == "appos":
            yield from place_in(document, paragraph, child, names)
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (p for inner in child.children for p in place_in(document, paragraph, inner, names))
    for mention in names.inside(paragraph.span(paragraph.doc[noun.left_edge.i : noun.i + 1])):
        if isinstance(mention, PartyMention) and is_land(mention):
            yield mention.name, mention.evidence


def is_land(mention: PartyMention) -> bool:
    """Whether it can be travelled to."""
    return mention.type in {PartyType.STATE, PartyType.OTHER}


def hosts(group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """Who receives it: the subject of "hosted a delegation", "extended an invitation to delegations"."""
    for verb in verbs_of(group)[:1]:
        invites = any(child.lemma_.casefold() in {"invitation", "invite"} for child in verb.children)
        if (verb.lemma_.casefold() in words.receiving and group.noun.dep_ in {"dobj", "conj", "pobj"}) or invites:
            doer = subject_of(verb)
            for mention in leading_names(group.paragraph, doer, names) if doer is not None else ():
                yield "" if isinstance(mention, PersonMention) else mention.name, mention.evidence
                return


def occasions(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """What for: "for the 70th anniversary of …", "to attend …", "as the country marks …"."""
    verbs = verbs_of(group)
    anchors = [group.noun, *([group.journey] if group.journey else []), *verbs]
    seen: list[Span] = []
    for noun, rule in (*for_what(anchors, words), *purposes(verbs, group, words), *marked(anchors)):
        evidence = trimmed(document, group.paragraph, noun)
        if not any(span.overlaps(evidence) for span in seen):
            seen.append(evidence.span)
            yield Reading(OPENING.sub("", " ".join(evidence.exact.split())), (evidence,), rule)


def for_what(anchors: list[Token], words: DelegationWords) -> Iterator[tuple[Token, str]]:
    """Objects of "for", "to", "at" that are occasions; after a journey's "for" any proper name is one."""
    for anchor in anchors:
        for link in (child for child in anchor.children if child.dep_ == "prep"):
            for noun in (child for child in link.children if child.dep_ == "pobj"):
                known = noun.lemma_.casefold() in words.occasions
                day = link.lower_ == "for" and noun.lower_ == "day" and noun.pos_ == "PROPN"
                if (known and link.lower_ in {"for", "to", "at", "in", "on"}) or day:
                    yield noun, "occasion"


def purposes(verbs: list[Token], group: Group, words: DelegationWords) -> Iterator[tuple[Token, str]]:
    """Infinitives of purpose: the object where the verb only joins ("attend the parade"), else all of it."""
    for verb in verbs:
        lemma = verb.lemma_.casefold()
        goes = lemma in words.going | words.sending | words.receiving | MEETING or verb == group.verb
        talks = [child for child in verb.children if child.dep_ == "dobj"] if lemma in MEETING else []
        for child in (c for above in (verb, *talks) for c in above.children) if goes else ():
            infinitive = child.dep_ in {"acl", "advcl", "xcomp"} and any(
                c.lower_ == "to" and c.dep_ == "aux" for c in child.children
            )
            if not infinitive or child.lemma_.casefold() in words.going:
                continue
            deed = child.lemma_.casefold()
            objects = [t for t in child.subtree if t.dep_ in {"dobj", "pobj"} and t.lower_ != "part"]
            if deed in JOINING | MARKING and objects:
                yield objects[0], "purpose"
            elif lemma in words.going | words.sending | MEETING or deed in words.purposes:
                yield child, "purpose"


def marked(anchors: list[Token]) -> Iterator[tuple[Token, str]]:
    """What the host marks meanwhile: "as the country celebrated the 70th anniversary of an armistice"."""
    for anchor in anchors:
        for clause in anchor.subtree:
            if clause.dep_ == "advcl" and clause.lemma_.casefold() in MARKING:
                yield from ((child, "meanwhile") for child in clause.children if child.dep_ == "dobj")


def trimmed(document: Document, paragraph: Paragraph, noun: Token) -> Evidence:
    """The phrase of a noun or an infinitive, cut at the first clause, quotation or comma after it."""
    doc = paragraph.doc
    left = noun.left_edge.i if noun.pos_ not in {"VERB", "AUX"} else noun.i
    last = noun.i
    clauses = {t.left_edge.i for t in noun.subtree if t.dep_ in CUT and t.left_edge.i > noun.i}
    for token in doc[noun.i + 1 : noun.right_edge.i + 1]:
        if token.text in {",", '"', ";", "(", "-", "--", "–"} or token.i in clauses or token.dep_ == "mark":
            break
        last = token.i
    while last > noun.i and (
        doc[last].pos_ in {"ADP", "CCONJ", "DET", "PUNCT", "SCONJ"}
        or doc[last].ent_type_ == "DATE"
        and doc[last].dep_ in {"npadvmod", "pobj"}
        and doc[last].head.lower_ == "on"
    ):
        last -= 1
    return document.evidence(paragraph, doc[left : last + 1])


def days(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """When it goes: the one date of its sentence, where a verb of going or meeting stands in it."""
    verbs = [
        v for v in verbs_of(group) if v.lemma_.casefold() in words.going | words.sending | words.receiving | MEETING
    ]
    if not verbs and group.journey is None:
        return
    sentence = group.noun.sent
    base = group.paragraph.start + sentence.start_char
    spans = list(find_dates(sentence.text))
    if len(spans) != 1:
        return
    phrase = document.source.evidence(base + spans[0].start, base + spans[0].end)
    resolved = resolve_date(phrase.exact, document.source.published, tense_of(verbs))
    if resolved is not None:
        yield Reading(resolved.value, (phrase,), resolved.rule)


def tense_of(verbs: list[Token]) -> Tense:
    """Which way the journey looks: "will travel", "is expected to arrive", "arrived"."""
    for verb in verbs:
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if helpers & {"will", "would", "to", "shall"}:
            return Tense.FUTURE
        if verb.tag_ in {"VBD", "VBN"}:
            return Tense.PAST
    return Tense.UNKNOWN
