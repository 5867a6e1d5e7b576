"""Who has a part in a happening: "Kim" and "Shoigu" in "Kim met Shoigu", "a Russian delegation", "he"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.mentions.events.happenings import Happening, conjuncts
from dossier.mentions.named import Names, covers
from dossier.model import Evidence, PartyMention, PersonMention, Pointer

PERSONAL = frozenset({"he", "her", "him", "it", "she", "them", "they"})
"""Pronouns that stand for a party."""

TOWARDS = frozenset({"against", "to", "with"})
"""Prepositions between a happening and the other side: "talks WITH Omani envoys"."""

AIMED = frozenset({"attack", "launch", "punishment"})
"""Sorts that are also aimed "at" and "on" somebody: "an attack ON Kyiv"; a meeting at a place is not."""

OWNING = frozenset({"by", "from", "of"})
"""Prepositions between a noun and the party that it belongs to: "the army OF Iran"."""

THINGS = frozenset({"delivery", "handover", "launch", "showing"})
"""Sorts whose object is a thing: whose it is has no part in it."""

LONGEST = 7
"""Words of a noun phrase that is kept whole."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One article with who is named in it."""

    document: Document
    names: Names
    lexicon: Lexicon

    def names_whole(self, place: Evidence) -> bool:
        """Whether a passage is nothing but a name: "Ukraine", not "Ukraine's missiles"."""
        return any(holder.evidence == place for holder in self.names.inside(place.span))


def find_doers(stage: Stage, happening: Happening) -> Iterator[Pointer]:
    """Whoever does it; for a noun, to whom it belongs: "Russia's invasion", "talks between Kim and Putin"."""
    core = happening.core
    if happening.nominal:
        owners = [child for child in core.children if child.dep_ in {"poss", "amod", "compound", "nmod"}]
        yield from pointers(stage, happening.paragraph, [*owners, *linked([core], {"by", "between"})])
    elif happening.passive:
        agents = [child for child in core.children if child.dep_ == "agent"]
        yield from pointers(stage, happening.paragraph, [c for link in agents for c in link.children])
    elif happening.subject is not None:
        yield from pointers(stage, happening.paragraph, [relative(stage, happening, happening.subject)])


def relative(stage: Stage, happening: Happening, subject: Token) -> Token:
    """Whom "who" means, past what is said of him: "Li, a member of the party's POLITBURO, who handed …" is Li."""
    who = any(child.lower_ == "who" for child in happening.core.children)
    at = subject
    while who and person_at(stage, happening.paragraph, at) is None:
        if at.dep_ not in {"appos", "conj", "pobj", "prep"}:
            return subject
        at = at.head
    return at


def find_others(stage: Stage, happening: Happening) -> Iterator[Pointer]:
    """With whom, to whom, against whom."""
    core, paragraph = happening.core, happening.paragraph
    if happening.passive and happening.subject is not None:
        yield from pointers(stage, paragraph, [happening.subject])
    direct = [child for child in core.children if child.dep_ in {"dobj", "dative"}]
    direct += [noun for noun in happening.objects if not core.is_ancestor(noun)]
    direct += [c for link in core.children if link.dep_ == "dative" for c in link.children if c.dep_ == "pobj"]
    for pointer in pointers(stage, paragraph, [token for token in direct if token.pos_ != "ADP"]):
        owned = pointer.how == "party" and happening.sort.name in THINGS
        yield replace(pointer, how="noun") if owned and not stage.names_whole(pointer.evidence) else pointer
    links = TOWARDS | ({"of"} if happening.nominal else set())
    links |= {"at", "on"} if happening.sort.name in AIMED else set()
    yield from pointers(stage, paragraph, linked([core, *happening.objects], links))


def linked(above: list[Token], links: set[str] | frozenset[str]) -> list[Token]:
    """What prepositions of ``links`` tie to ``above``."""
    found = [link for token in above for link in token.children if link.dep_ == "prep" and link.lower_ in links]
    return [child for link in found for child in link.children if child.dep_ == "pobj"]


def pointers(stage: Stage, paragraph: Paragraph, nouns: list[Token]) -> Iterator[Pointer]:
    """One pointer for each noun and those coordinated with it, each place once."""
    seen: set[Evidence] = set()
    for noun in (t for first in nouns for t in (first, *conjuncts(first))):
        pointer = pointer_at(stage, paragraph, noun)
        if pointer is not None and pointer.evidence not in seen:
            seen.add(pointer.evidence)
            yield pointer


def pointer_at(stage: Stage, paragraph: Paragraph, noun: Token) -> Pointer | None:
    """How a noun phrase points at a party; ``noun`` where it names none ("two workers"), nothing for a number."""
    if noun.lower_ in PERSONAL:
        return Pointer(stage.document.evidence(paragraph, noun), "pronoun")
    if noun.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    person = person_at(stage, paragraph, noun)
    if person is not None:
        return Pointer(person.evidence, "name")
    phrase = phrase_of(stage, paragraph, noun)
    party = party_at(stage, paragraph, noun)
    if noun.pos_ == "ADJ" or noun.dep_ in {"compound", "amod"}:
        return Pointer(party.evidence, "party") if party is not None else None
    lemma, lexicon = noun.lemma_.casefold(), stage.lexicon
    if lemma in lexicon.delegations.groups or (lemma in lexicon.delegations.envoys and noun.tag_ in {"NNS", "NNPS"}):
        return Pointer(phrase, "group")
    if lexicon.spelling.canonical(lemma) in lexicon.people.heads and noun.tag_ in {"NN", "NNP"}:
        return Pointer(phrase, "role")
    if party is not None:
        return Pointer(phrase if phrase.span.covers(party.evidence) else party.evidence, "party")
    return Pointer(phrase, "noun") if noun.pos_ != "ADJ" and noun.ent_type_ not in {"DATE", "TIME"} else None


def person_at(stage: Stage, paragraph: Paragraph, noun: Token) -> PersonMention | None:
    """Whoever the noun names, or the name in apposition: "its leader, Kim Jong Un"."""
    apposed = [child for child in noun.children if child.dep_ == "appos"]
    for token in (noun, *apposed):
        place = paragraph.span(paragraph.doc[token.left_edge.i : token.right_edge.i + 1])
        for person in stage.names.people_inside(place):
            if covers(paragraph, person.evidence, token):
                return person
    return None


def party_at(stage: Stage, paragraph: Paragraph, noun: Token) -> PartyMention | None:
    """The party that the noun is or belongs to: "Russian forces", "the army of Iran"; no place "in Gaza"."""
    found = stage.names.inside(paragraph.span(paragraph.doc[noun.left_edge.i : noun.right_edge.i + 1]))
    parties = [holder for holder in found if isinstance(holder, PartyMention)]
    own = next((party for party in parties if covers(paragraph, party.evidence, noun)), None)
    if own is not None:
        return own
    before = [p for p in parties if p.evidence.end - paragraph.start <= noun.idx and is_near(paragraph, p, noun)]
    if before:
        return before[-1]
    owners = linked([noun], OWNING - {"by"})
    return next((p for p in parties for owner in owners if covers(paragraph, p.evidence, owner)), None)


def is_near(paragraph: Paragraph, party: PartyMention, noun: Token) -> bool:
    """Whether a party before a noun qualifies it: no comma and no preposition between."""
    between = paragraph.doc.text[party.evidence.end - paragraph.start : noun.idx].split()
    return len(between) < LONGEST and not {",", "and", "at", "for", "from", "in", "of", "on", "to", "with"} & set(
        between
    )


def phrase_of(stage: Stage, paragraph: Paragraph, noun: Token) -> Evidence:
    """The noun with what stands before it, from the last comma on: "a five-member congressional delegation"."""
    first = noun.left_edge.i
    for token in paragraph.doc[first : noun.i]:
        if token.is_punct and token.text not in {"-", "'"}:
            first = token.i + 1
    return stage.document.evidence(paragraph, paragraph.doc[min(first, noun.i) : noun.i + 1])
