"""Who has, shows, makes, fires or supplies a weapon, as far as its own sentence says so.

The rules stand in the order of their strength; the first that finds somebody decides:

    used by          "drones used by the US Air Force"
    possessive       "Pyongyang's banned ballistic missiles", "Iranian drones"
    subject          "North Korea has shipped infantry rockets"
    possessor of it  "Iran's supply of drones", "the navy's fleet of submarines"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.weapon_words import Words
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Reading, Span

UPWARD = frozenset({"appos", "conj", "dobj", "nmod", "npadvmod", "attr", "obj", "pobj", "prep"})
"""Relations by which an object hangs on its verb: "showed off an array OF weapons INCLUDING drones"."""

THROUGH = frozenset({"among", "as", "including", "like", "of", "such", "with"})
"""Prepositions that let the verb reach through: "weapons such as drones"; "at", "against" and "for" do not."""

INSIDE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
"""Relations of a word that only qualifies the next: "Kinzhal" in "Kinzhal missile strike"."""

MODAL = frozenset({"can", "could", "may", "might", "should", "will", "would", "'d", "'ll"})
"""With these nobody has received a thing yet: "Ukraine will receive F-16s"."""

NEAR = 7
"""Words between a possessor and its weapon at most: "the North's first 6 newly built reconnaissance drones"."""

FARTHEST = 6
"""Steps up the parse from a weapon to its verb."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named in the article."""

    parties: tuple[PartyMention, ...]
    people: tuple[PersonMention, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all of them."""
        return tuple(m.evidence.span for m in (*self.parties, *self.people))

    def inside(self, place: Span) -> tuple[PartyMention | PersonMention, ...]:
        """Those within ``place`` that can hold a weapon, in the order of the text; a medium holds none."""
        found: list[PartyMention | PersonMention] = [m for m in self.people if place.covers(m.evidence)]
        found += [m for m in self.parties if place.covers(m.evidence) and m.type is not PartyType.MEDIUM]
        return tuple(sorted(found, key=lambda m: (m.evidence.start, m.evidence.end)))


def find_holders(words: Words, place: tuple[int, int], names: Names, lexicon: WeaponWords) -> Iterator[Reading]:
    """The holders of the weapon at the words ``place`` (first, last), by the strongest rule that finds any."""
    noun = noun_of(words, place[1])
    weapon = words.evidence(*place)
    rules = (
        ("used by", used_by(words, noun, names, lexicon)),
        ("possessive", possessor(words, noun, place, names)),
        ("subject", subject(words, noun, names, lexicon)),
        ("possessor of it", owner_above(words, noun, names)),
    )
    for rule, found in rules:
        holders = list(found)
        if holders:
            for holder in holders:
                yield Reading(value_of(holder), tuple(sorted((holder.evidence, weapon))), rule)
            return


def value_of(holder: PartyMention | PersonMention) -> str:
    """The canonical party; empty for a person, whose state is known only when all articles are read."""
    return holder.name if isinstance(holder, PartyMention) else ""


def noun_of(words: Words, index: int) -> Token:
    """The noun that carries the phrase: the weapon, or what it qualifies ("Kinzhal missile strike")."""
    token = words.words[index].token
    for _ in range(FARTHEST):
        if token.dep_ not in INSIDE or token.head.i <= token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
            break
        token = token.head
    return token


def used_by(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[PartyMention | PersonMention]:
    """The agent of a participle or a passive, and the subject of a relative clause: "rockets that Hamas fired"."""
    for verb in (*relatives(noun), *passives(noun)):
        if verb.lemma_.casefold() not in lexicon.holding:
            continue
        for child in verb.children:
            agent = child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
            own = verb.dep_ == "relcl" and child.dep_ == "nsubj" and child.pos_ != "PRON"
            if agent or own:
                yield from leading_names(words, child, names)


def relatives(noun: Token) -> Iterator[Token]:
    """Clauses that say what was done with the noun: "drones USED by", "rockets that Hamas FIRED"."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"}:
            yield child
            yield from (other for other in child.conjuncts if other.i > child.i)


def passives(noun: Token) -> Iterator[Token]:
    """The passive verb of which the noun is subject: "missiles were fired by"."""
    if noun.dep_ == "nsubjpass":
        yield noun.head


def possessor(words: Words, noun: Token, place: tuple[int, int], names: Names) -> Iterator[PartyMention | PersonMention]:
    """Who stands before the weapon as its possessor or its adjective: "Russia's new", "Iranian-made"."""
    paragraph = words.paragraph
    left = max(noun.left_edge.i, noun.sent.start)
    start = paragraph.doc[left].idx
    first = words.words[place[0]].start
    near = words.words[max(0, place[0] - NEAR)].start
    found = names.inside(Span(paragraph.start + max(start, near), paragraph.start + first))
    yield from (m for m in found[-1:] if attributive(words, m, first))


def attributive(words: Words, holder: PartyMention | PersonMention, first: int) -> bool:
    """Whether a name qualifies what follows it: by its ending, as an adjective, or as a compound."""
    text = words.paragraph.doc.text
    end = holder.evidence.end - words.paragraph.start
    if text[end : end + 1] == "'" or text[end - 2 : end] in {"'s", "s'"} or text[end : end + 1] == "-":
        return True
    if "," in text[end:first] or " and " in text[end:first]:
        return False
    return isinstance(holder, PartyMention) and (holder.how in {"demonym", "name"}) and text[end : end + 1] == " "


def subject(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[PartyMention | PersonMention]:
    """The subject of a verb of having, showing, making, firing or supplying whose object the weapon is."""
    verb = verb_above(noun)
    if verb is None or not holds(verb, lexicon):
        return
    doer = subject_of(verb)
    if doer is not None:
        yield from leading_names(words, doer, names)


def verb_above(noun: Token) -> Token | None:
    """The verb on which the noun hangs as an object, through lists and "such as"."""
    token = noun
    for _ in range(FARTHEST):
        if token.dep_ not in UPWARD or (token.dep_ == "prep" and token.lower_ not in THROUGH):
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def holds(verb: Token, lexicon: WeaponWords) -> bool:
    """Whether the verb gives its object to its subject; receiving counts only once it has happened."""
    lemma = verb.lemma_.casefold()
    if lemma in lexicon.receiving:
        return verb.tag_ in {"VBD", "VBN"} and not any(child.lower_ in MODAL for child in verb.children)
    return lemma in lexicon.holding


def subject_of(verb: Token) -> Token | None:
    """Who does it; an infinitive or a second verb shares the subject of the one before: "vowed to deploy"."""
    for _ in range(FARTHEST):
        doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if doer is not None and doer.lower_ not in {"that", "which", "who"}:
            return doer
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if any(child.dep_ in {"agent", "nsubjpass"} for child in verb.children):
            return None
        if verb.dep_ not in {"advcl", "conj", "xcomp", "pcomp", "prep"}:
            return None
        verb = verb.head
    return None


def owner_above(words: Words, noun: Token, names: Names) -> Iterator[PartyMention | PersonMention]:
    """The possessor of what the weapon is a part or an object of: "Iran's supply of drones"."""
    token = noun
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ not in {"of", "including", "like"}:
        return
    above = token.head.head
    if above.pos_ not in {"NOUN", "PROPN"}:
        return
    place = words.paragraph.span(words.paragraph.doc[above.left_edge.i : above.i + 1])
    yield from (m for m in names.inside(place)[-1:] if attributive(words, m, above.idx))


def leading_names(words: Words, token: Token, names: Names) -> Iterator[PartyMention | PersonMention]:
    """Who a noun phrase is about: its own noun, those coordinated with it, else its possessor or adjective."""
    doc = words.paragraph.doc
    stop = next((t.i for t in token.subtree if t.dep_ in {"relcl", "acl", "appos", "advcl"} and t.i > token.left_edge.i), None)
    right = token.right_edge.i + 1 if stop is None or stop <= token.i else doc[stop].left_edge.i
    if right <= token.left_edge.i:
        return
    found = names.inside(words.paragraph.span(doc[token.left_edge.i : right]))
    if not found:
        return
    heads = [m for m in found if covers(words, m.evidence, token)] or [found[0]]
    yield from heads
    yield from (m for m in found if m not in heads and coordinated(words, heads[-1].evidence, m.evidence))


def covers(words: Words, place: Evidence, token: Token) -> bool:
    """Whether a name holds the noun itself, not only a word before it."""
    return place.start - words.paragraph.start <= token.idx < place.end - words.paragraph.start


def coordinated(words: Words, left: Evidence, right: Evidence) -> bool:
    """Whether only "and" or a comma parts two names: "Germany and Poland sent tanks"."""
    text = words.paragraph.doc.text[left.end - words.paragraph.start : right.start - words.paragraph.start]
    return text.strip(" ,") in {"", "and"} and bool(text.strip())
