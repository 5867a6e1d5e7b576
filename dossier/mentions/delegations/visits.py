"""Where a group goes: read from the verb or the noun of going that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.companions import rides
from dossier.mentions.delegations.travelling import Group, verbs_of
from dossier.mentions.named import Names, leading_names
from dossier.mentions.syntax import subject_of
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Reading

TOWARDS = frozenset({"at", "for", "in", "into", "to"})
"""Prepositions between a verb of going and the place."""

PLACES = frozenset({"FAC", "GPE", "LOC"})
"""The parser's labels of places that no list has."""

SITES = frozenset({"airport", "base", "border", "camp", "crossing", "headquarters", "plant", "port", "station"})
"""Common nouns that a place's name makes a destination: "Zaporizhzhia plant"."""

LEAVING = frozenset({"depart", "leave"})
"""Verbs whose object is where a journey begins: "left Beijing for Cyprus"."""

ARRIVING = frozenset({"arrive", "land"})
"""Verbs after which "in" and "at" lead to the place, whatever stands between: "arrived today, Thursday, in Sanaa"."""

DEEPEST = 12
"""Words below a verb that are searched for a place."""


def destination(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Reading]:
    """Where it goes: the first place that its words, its journey, its verbs or its host give."""
    sources = (
        ("as printed", places_after(document, group.paragraph, [group.noun], {"to"}, names)),
        (
            "journey",
            places_after(document, group.paragraph, [group.journey] if group.journey else [], TOWARDS - {"for"}, names),
        ),
        ("where", place_of_clause(document, group, names)),
        ("verb of going", places_of_verbs(document, group, names, words)),
        ("on a journey", places_of_journeys(document, group, names, words)),
        ("later in the sentence", places_later(document, group, names, words)),
        ("host", hosts(group, names, words)),
        ("scene", scene(document, group, names, words)),
        ("left", places_left(document, group, names)),
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
                yield from places_after(document, group.paragraph, objects, {"in", "near"}, names)
            yield from places_after(document, group.paragraph, [verb], TOWARDS, names)
        elif lemma in words.sending or rides(verb):
            yield from places_after(document, group.paragraph, [verb], {"to"}, names)
        else:  # whatever it does in a place, it is there: "met", "attended the parade", "is", "is due"
            states = [child for child in verb.children if child.dep_ == "acomp"]
            yield from places_after(document, group.paragraph, [verb, *objects_of(verb), *states], {"in", "at"}, names)
        if lemma == "return":
            yield from places_after(document, group.paragraph, [verb], {"from"}, names)


def scene(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """The one place of the sentence that tells of their coming: "Speaking IN ANKARA with Said, who had arrived"."""
    if not any(verb.lemma_.casefold() in words.going | words.leading for verb in verbs_of(group)):
        return
    links = [token for token in group.noun.sent if token.lower_ == "in" and token.dep_ == "prep"]
    nouns = [child for link in links for child in link.children if child.dep_ == "pobj"]
    found = [place for noun in nouns for place in place_in(document, group.paragraph, noun, names)]
    if len(found) == 1:
        yield found[0]


def place_of_clause(document: Document, group: Group, names: Names) -> Iterator[Place]:
    """The place that a clause with "where" is about: "said in Istanbul, WHERE he is leading a Kenyan delegation"."""
    for verb in verbs_of(group):
        if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
            yield from place_in(document, group.paragraph, verb.head, names)


def places_of_journeys(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """Where the journey goes during which it does something: "inspected the engine DURING A VISIT to Pyongyang"."""
    for verb in verbs_of(group):
        links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"during", "on"})
        journeys = [c for link in links for c in link.children if c.lemma_.casefold() in words.journeys]
        journeys += [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.casefold() in words.journeys]
        yield from places_after(document, group.paragraph, journeys, TOWARDS - {"for"}, names)


def places_left(document: Document, group: Group, names: Names) -> Iterator[Place]:
    """Where it had been: "its delegation LEFT CAIRO after talks"; at compile its own country is taken out."""
    for verb in verbs_of(group):
        if verb.lemma_.casefold() == "leave" and not any(child.lower_ == "for" for child in verb.children):
            for child in verb.children:
                if child.dep_ == "dobj":
                    yield from place_in(document, group.paragraph, child, names)


def places_later(document: Document, group: Group, names: Names, words: DelegationWords) -> Iterator[Place]:
    """The first place after the group that "to" leads to, where a verb of going or sending moves it.

    Parsers hang such a place on a clause between: "send a team, headed by Capt. Mavridis, TO Bandar Abbas".
    """
    for verb in verbs_of(group):
        lemma = verb.lemma_.casefold()
        if lemma not in words.going | words.sending | words.leading:
            continue
        links = {"in", "at", "to"} if lemma in ARRIVING else {"for", "to"} if lemma in LEAVING else {"to"}
        for token in group.noun.doc[max(verb.i, group.noun.i) + 1 : group.noun.sent.end]:
            if token.lower_ in links and token.pos_ == "ADP":
                for noun in (child for child in token.children if child.dep_ == "pobj"):
                    yield from place_in(document, group.paragraph, noun, names)


def objects_of(verb: Token) -> list[Token]:
    """What the verb is about, all the way down: "hours of talks with officials at a base" in "held …"."""
    below = [child for child in verb.children if child.dep_ in {"dobj", "prep"}]
    for token in below:
        below += [child for child in token.children if child.dep_ in {"pobj", "prep"} and len(below) < DEEPEST]
    return below


def places_after(
    document: Document, paragraph: Paragraph, above: list[Token], links: frozenset[str] | set[str], names: Names
) -> Iterator[Place]:
    """Places that prepositions of ``links`` tie to ``above``, also through an event: "to the session in Vienna"."""
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
    if noun.pos_ == "NOUN":
        yield from site_in(document, paragraph, noun)
    if noun.pos_ != "PROPN":
        return
    for mention in leading_names(paragraph, noun, names):
        named = isinstance(mention, PartyMention) and (
            mention.how == "capital" or (mention.how == "name" and is_land(mention))
        )
        if named and isinstance(mention, PartyMention):
            yield mention.evidence.exact if mention.how == "capital" else mention.name, mention.evidence
            return
        if mention.evidence.start <= paragraph.start + noun.idx < mention.evidence.end:
            return
    first = noun
    while first.i > noun.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head in {first, noun}:
        first = first.nbor(-1)
    if noun.ent_type_ in PLACES or is_unread_place(noun) or (first != noun and noun.ent_type_ != "DATE"):
        evidence = document.evidence(paragraph, paragraph.doc[first.i : noun.i + 1])
        yield " ".join(evidence.exact.split()), evidence


def is_unread_place(noun: Token) -> bool:
    """Whether a name without a label of the parser's stands where only a place does: "is expected at OGLE"."""
    return noun.ent_type_ in {"", "ORG"} and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in"}


def site_in(document: Document, paragraph: Paragraph, noun: Token) -> Iterator[Place]:
    """A site by its common noun after a place's name: "the Zaporizhzhia nuclear plant"."""
    named = [child for child in noun.lefts if child.pos_ == "PROPN" and child.dep_ in {"compound", "nmod"}]
    if named and noun.lower_ in SITES:
        evidence = document.evidence(paragraph, paragraph.doc[named[0].left_edge.i : noun.i + 1])
        yield " ".join(evidence.exact.split()), evidence


def capital_in(document: Document, paragraph: Paragraph, noun: Token, names: Names) -> Iterator[Place]:
    """By a common noun: "the Yemeni capital, Sanaa"; the state itself for "the Iranian capital"."""
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
