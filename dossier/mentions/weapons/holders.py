"""Who has, shows, makes, fires or supplies a weapon, as far as its own sentence says so.

The rules stand in the order of their strength. Those who use, own and show it may be three ("Ukraine displayed Russian
tanks"); of the rules after them the first that finds somebody decides, and only where those found nobody:

    used by          "drones used by the US Air Force", "rockets that Hamas fired"
    taken from       "tanks captured from Ukrainian troops", "drones bought from Turkey"
    possessive       "Pyongyang's banned ballistic missiles", "Iranian drones", "cruise missiles of the IRGC Navy"
    its              "Ukraine lost one of its MiG-29s"
    subject          "North Korea has shipped infantry rockets", "attacked the port with drones"
    possessor of it  "Iran's supply of drones", "a test of missiles by Iran", "boats fitted with rocket launchers"
    what holds it    "The Pentagon announced a package. It includes 18 howitzers"
    its list         "a T-90 tank, a Buk system and a Msta howitzer": what is found for the one before
    verb before      "supplied drones to Russia and ballistic missiles to the Houthis", as the parser lost it
    where it came    "Leopards arrived in Ukraine", "took delivery of jets", "missiles from Peru's fleet"
    deed reported    "the navy reported that a Harpoon had sunk a frigate": whose weapon wins is the one who tells
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Holder, Names, leading_names
from dossier.mentions.syntax import FARTHEST, passives, relatives, subject_of, verb_above
from dossier.mentions.weapons.arrivals import arrived
from dossier.mentions.weapons.classes import linked
from dossier.mentions.weapons.consignments import consignment
from dossier.mentions.weapons.foes import fighters, foe
from dossier.mentions.weapons.possession import (
    OWN,
    antecedent,
    brings_down,
    deed_reported,
    holds,
    is_refused,
    is_wished,
    organiser,
    own,
    shown_at,
    speaker,
    taken_from,
)
from dossier.mentions.weapons.possessors import before_noun, opening_of, origin, possessor, whoever_does
from dossier.mentions.weapons.words import Word, Words
from dossier.model import Evidence, PartyMention, Reading

INSIDE = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
"""Relations of a word that only qualifies the next: "Kinzhal" in "Kinzhal missile strike"."""

MAKING = frozenset({"assemble", "build", "design", "develop", "make", "manufacture", "produce"})
"""Verbs after which "in" leads to the maker's state: "a jet MADE in Russia"."""

VISITORS = frozenset({"guests", "people", "spectators", "visitors", "you"})
SEEING = frozenset({"admire", "examine", "find", "inspect", "see", "view"})
"""Who sees what somebody shows: "At the army's exhibition VISITORS can SEE a tank"."""

JOINT = frozenset({"used by", "taken from", "possessive", "subject", "what holds it"})
"""Rules that may each find somebody else: the user, the former owner, the maker, and the one who shows or sends it."""


def find_holders(words: Words, place: tuple[int, int], names: Names, lexicon: WeaponWords) -> Iterator[Reading]:
    """The holders of the weapon at the words ``place`` (first, last), by the strongest rule that finds any."""
    noun = noun_of(words, place[1])
    weapon = words.evidence(*place)
    unnamed = list(fighters(words, noun, lexicon))
    seen: set[str | Evidence] = set()
    for rule, found in read_rules(words, noun, place[0], names, lexicon):
        if seen and rule not in JOINT:
            continue
        for holder in found:
            value = value_of(holder, weapon)
            key = value or holder.evidence
            if key not in seen:
                yield Reading(value, tuple(sorted({holder.evidence, weapon})), rule)
            seen.add(key)
    if seen:
        return
    for evidence in unnamed:
        yield Reading(evidence.exact.casefold(), tuple(sorted({evidence, weapon})), "armed people without a name")


def read_rules(
    words: Words, noun: Token, first: int, names: Names, lexicon: WeaponWords
) -> Iterator[tuple[str, Iterator[Holder]]]:
    """The rules in their order, each with what it finds."""
    yield "used by", used_by(words, noun, names, lexicon)
    yield "taken from", taken_from(words, noun, names, lexicon)
    yield "possessive", possessor(words, noun, opening_of(words, first, lexicon), names)
    yield "its", own(words, noun, names, lexicon)
    yield "subject", subject(words, noun, names, lexicon)
    yield "possessor of it", owner_above(words, noun, names, lexicon)
    yield "what holds it", owner_of_whole(words, noun, names, lexicon)
    yield "its list", list_before(words, first, names, lexicon)
    yield "verb before", listed_after(words, noun, names, lexicon)
    yield "deed reported", deed_reported(words, noun, names, lexicon)
    yield "where it came", arrived(words, noun, names, lexicon)


def value_of(holder: Holder, weapon: Evidence) -> str:
    """The canonical party; empty for a person, whose state is known only when all articles are read.

    Arms that a force is named after are the state's: "in range of *Syrian air defences*".
    """
    if not isinstance(holder, PartyMention):
        return ""
    return holder.of if holder.of is not None and holder.evidence.span.overlaps(weapon) else holder.name


def noun_of(words: Words, index: int) -> Token:
    """The noun that carries the phrase: the weapon, or what it qualifies ("Kinzhal missile strike")."""
    token = words.words[index].token
    for _ in range(FARTHEST):
        first = token.head if token.dep_ == "conj" else token  # "drone and MISSILE deliveries"
        if first.dep_ in INSIDE and first.head.i > token.i and first.head.pos_ in {"NOUN", "PROPN"}:
            token = first
        if token.dep_ not in INSIDE or token.head.i <= token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
            break
        token = token.head
    return token


def used_by(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The agent of a participle or a passive, and the subject of a relative clause: "rockets that Hamas fired"."""
    for verb in (*relatives(noun), *passives(noun)):
        if verb.lemma_.casefold() not in lexicon.holding or brings_down(verb):
            continue
        for child in verb.children:
            agent = child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
            own_subject = verb.dep_ == "relcl" and child.dep_ == "nsubj" and child.pos_ != "PRON"
            made = child.dep_ == "prep" and child.lower_ == "in" and verb.lemma_.casefold() in MAKING
            if agent or own_subject or made:
                found = list(leading_names(words.paragraph, child, names))
                doers = [child] if own_subject else [noun for noun in child.children if noun.dep_ == "pobj"]
                yield from found or (holder for doer in doers for holder in foe(words, doer, names, lexicon))


def subject(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The subject of a verb of having, showing, making, firing or supplying whose object the weapon is."""
    verb, through = verb_above(noun)
    if verb is None or is_refused(verb, lexicon) or is_wished(verb, lexicon):
        return
    doer = equipped(verb, through, lexicon) or subject_of(verb)
    passive = any(child.dep_ == "auxpass" for child in verb.children) and through != "with"  # "were shown the aircraft"
    seen = doer is not None and doer.lower_ in VISITORS and verb.lemma_ in SEEING
    if doer is None or passive or not (seen or holds(verb, through, lexicon) or stocks(verb, doer, lexicon)):
        return
    if doer.lower_ in VISITORS:
        yield from shown_at(words, verb, names, lexicon)
    elif doer.lower_ == "we":
        yield from speaker(words, doer, names)
    elif doer.lower_ in {"it", "they"} or any(child.lower_ in OWN for child in doer.lefts):
        yield from antecedent(words, doer, names)
    else:
        found = list(leading_names(words.paragraph, doer, names))
        yield from found or [*organiser(words, doer, names, lexicon), *foe(words, doer, names, lexicon)]


def equipped(verb: Token, through: str, lexicon: WeaponWords) -> Token | None:
    """Who is given it: "Kyiv's forces were EQUIPPED with tanks"."""
    if through != "with" or verb.lemma_.casefold() not in lexicon.mounting:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def stocks(verb: Token, doer: Token, lexicon: WeaponWords) -> bool:
    """Whether somebody's arsenal holds it: "Hezbollah's ARSENAL includes Burkan rockets"."""
    return doer.lemma_.casefold() in lexicon.stocks and verb.lemma_.casefold() in {"comprise", "contain", "include"}


def listed_after(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The nearest verb of holding before a weapon that stands after "and" or a comma, with nobody else between."""
    first = min([noun.i, *(child.i for child in noun.lefts)])
    opening = noun.doc[first - 1] if first > noun.sent.start else None
    if opening is None or not (opening.lower_ in {"and", "or"} or opening.text == ","):
        return
    for token in reversed(noun.doc[noun.sent.start : first]):
        if token.dep_ in {"nsubj", "nsubjpass", "mark"} or token.tag_ == "VBG":
            return
        if token.pos_ == "VERB":
            doer = subject_of(token) if token.lemma_.casefold() in lexicon.holding else None
            if doer is not None and doer.i < token.i:
                yield from leading_names(words.paragraph, doer, names)
            return


def list_before(words: Words, first: int, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who has the arms that stand before the weapon in its list, where the parser broke the list up."""
    for _ in range(FARTHEST):
        while first > 0 and words.tight(first) and words.words[first - 1].token.pos_ in {"ADJ", "DET", "NUM"}:
            first -= 1
        other = linked(words, first)
        if other is None or not is_arm(other, lexicon):
            return
        noun = noun_of(words, other.index)
        found = [
            *used_by(words, noun, names, lexicon),
            *taken_from(words, noun, names, lexicon),
            *subject(words, noun, names, lexicon),
            *owner_of_whole(words, noun, names, lexicon),
        ]
        yield from found
        if found:
            return
        first = words.index_at(noun.left_edge.idx)


def is_arm(word: Word, lexicon: WeaponWords) -> bool:
    """Whether a word is a weapon's, by the lists or as a designation: "tank", "Su-34s"."""
    return lexicon.is_head(word.one) or (word.capital and any(char.isdigit() for char in word.text))


def owner_above(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The possessor of what the weapon is a part or an object of: "Iran's supply of drones".

    Also over several steps: "Ukraine's defences, including the use of arms such as Stingers".
    """
    token = noun
    for _ in range(FARTHEST):
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ == "dobj" and token.head.lemma_ == "involve" and token.head.dep_ == "acl":
            yield from before_noun(words, token.head.head, names)  # "a Russian strike involving missiles"
        if token.dep_ != "pobj" or token.head.lower_ not in {"as", "of", "including", "like", "with"}:
            return
        above = token.head.head
        if above.lower_ == "such":
            above = above.head
        if above.lemma_.casefold() in lexicon.mounting:
            yield from carrier(words, above, names, lexicon)
            return
        if above.pos_ not in {"NOUN", "PROPN"}:
            return
        found = [*before_noun(words, above, names), *whoever_does(words, above, noun, names, lexicon)]
        other = (c for c in above.children if c.lower_ == "of" and not c.is_ancestor(noun))
        found += [holder for link in other for holder in origin(words, link, names)]
        yield from found[:1]
        if found:
            return
        token = above


def owner_of_whole(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who has or gives what the weapon is a part of: "Berlin approved a package of arms. It includes 18 tanks"."""
    for place, lot in consignment(words, noun, lexicon):
        found = [
            *possessor(place, lot, place.index_at(lot.idx), names),
            *used_by(place, lot, names, lexicon),
            *taken_from(place, lot, names, lexicon),
            *subject(place, lot, names, lexicon),
        ]
        yield from found
        if found:
            return


def carrier(words: Words, participle: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who holds what the weapon is mounted on: "1,500 fast boats, many of them fitted with rocket launchers"."""
    ship = participle.head if participle.dep_ in {"acl", "advcl", "amod", "relcl"} else subject_of(participle)
    if ship is None or ship == participle:
        return
    yield from possessor(words, ship, words.index_at(ship.idx), names)
    yield from subject(words, ship, names, lexicon)
    yield from used_by(words, ship, names, lexicon)
