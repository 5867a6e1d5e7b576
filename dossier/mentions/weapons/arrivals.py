"""Who has a weapon because it has come: "Leopards arrived in Ukraine", "took delivery of jets", "from Peru's fleet"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Holder, Names, leading_names
from dossier.mentions.syntax import subject_of
from dossier.mentions.weapons.words import Words
from dossier.model import PartyMention, PartyType

PAST = frozenset({"VBD", "VBN"})
ACCEPTED = frozenset({"charge", "delivery", "possession"})
"""What is taken of a thing that somebody then has: "took DELIVERY of the jets"."""


def arrived(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The state in which a weapon has arrived, and whoever took delivery of it or has it in a fleet.

    Of arms that others sent; a ship or an aircraft that calls somewhere is found to be somebody's by an earlier rule.
    """
    whole = lot_of(noun, lexicon)
    verb = whole.head
    if whole.dep_ == "nsubj" and verb.lemma_ == "arrive" and verb.tag_ in PAST and not is_ship(noun, lexicon):
        for link in (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"at", "in"}):
            found = leading_names(words.paragraph, link, names)
            yield from (h for h in found if isinstance(h, PartyMention) and h.type is PartyType.STATE)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ACCEPTED:
        yield from taker(words, noun.head.head, names)
    yield from from_stock(words, noun, names, lexicon)


def lot_of(noun: Token, lexicon: WeaponWords) -> Token:
    """The lot that a weapon is of, or the weapon: "a BATCH of launchers"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return above if above.lemma_.casefold() in lexicon.lots else noun


def is_ship(noun: Token, lexicon: WeaponWords) -> bool:
    """Whether it comes and goes: "a carrier arrived in Busan" tells of a call."""
    return noun.lemma_.casefold() in lexicon.ships


def taker(words: Words, delivery: Token, names: Names) -> Iterator[Holder]:
    """Who took delivery: "*Poland* took delivery of the first helicopters"."""
    verb = delivery.head
    doer = subject_of(verb) if delivery.dep_ == "dobj" and verb.lemma_ == "take" and verb.tag_ in PAST else None
    if doer is not None and not any(child.dep_ == "neg" for child in verb.children):
        yield from leading_names(words.paragraph, doer, names)


def from_stock(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Whose fleet or arsenal it is from: "a submarine armed with missiles from *Peru's* Pacific fleet"."""
    fitted = [t for t in noun.children if t.dep_ == "acl" and t.lemma_.casefold() in lexicon.mounting]
    if noun.dep_ == "pobj" and noun.head.head.lemma_.casefold() in lexicon.mounting:
        fitted.append(noun.head.head)
    carried = [arm for verb in fitted for link in verb.children for arm in link.children if arm.dep_ == "pobj"]
    for link in (
        child for token in (noun, *fitted, *carried) for child in token.children if child.lower_ in {"from", "of"}
    ):
        for stock in (child for child in link.children if child.lemma_.casefold() in lexicon.stocks):
            yield from leading_names(words.paragraph, stock, names)
