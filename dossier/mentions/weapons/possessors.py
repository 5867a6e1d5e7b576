"""Whose a weapon is by the words around it: "Pyongyang's missiles", "Iranian drones", "missiles of the IRGC Navy"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Holder, Names, attributive, leading_names
from dossier.mentions.syntax import subject_of, verb_above
from dossier.mentions.weapons.classes import linked
from dossier.mentions.weapons.words import Words
from dossier.model import PartyMention, PartyType, Span

SERVICES = frozenset({PartyType.ARMY, PartyType.BODY, PartyType.GROUP})
"""What stands before a weapon without an ending: "Royal Navy frigate", "Houthi missiles"."""

GIVING = frozenset(
    {
        "award",
        "deny",
        "gift",
        "give",
        "grant",
        "hand",
        "lease",
        "lend",
        "loan",
        "offer",
        "pledge",
        "promise",
        "sell",
        "send",
    }
)
"""Verbs that take who gets a thing before the thing."""

NEAR = 7
"""Words between a possessor and its weapon at most: "the North's first 6 newly built reconnaissance drones"."""


def opening_of(words: Words, first: int, lexicon: WeaponWords) -> int:
    """Where the modifiers begin that are coordinated with the weapon's: "chemical and BIOLOGICAL weapons"."""
    while (other := linked(words, first)) is not None and other.low in lexicon.modifiers | lexicon.weak:
        first = other.index
    return first


def possessor(words: Words, noun: Token, first: int, names: Names) -> Iterator[Holder]:
    """Who stands before the weapon as its possessor or its adjective, or after it with "of" or "from"."""
    paragraph = words.paragraph
    start = paragraph.doc[max(noun.left_edge.i, noun.sent.start)].idx
    end = words.words[first].start
    near = words.words[max(0, first - NEAR)].start
    found = names.inside(Span(paragraph.start + max(start, near), paragraph.start + end)) if start < end else ()
    before = [m for m in found[-1:] if attributive(names, m, paragraph.start + end) and not is_dative(names, m, noun)]
    before = before or list(adjacent(words, first, names)) or list(overlapping(words, first, names))
    before = before or list(shared(words, noun, names))
    yield from before
    if not before:
        later = [other for other in noun.conjuncts if other.i > noun.i]
        for child in (child for owner in (noun, *later[-1:]) for child in owner.children):
            if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
                yield from origin(words, child, names)


def is_dative(names: Names, holder: Holder, noun: Token) -> bool:
    """Whether a state right before the weapon is who gets it: "has sold RUSSIA drones"."""
    above, _ = verb_above(noun)
    named = isinstance(holder, PartyMention) and holder.how in {"capital", "name"} and not owns(names, holder)
    if named and names.text[: holder.evidence.start].endswith((" to ", " for ")):
        return True  # "handing over TO UKRAINE missiles"
    return named and above is not None and above.lemma_ in GIVING and above.i < noun.i


def adjacent(words: Words, first: int, names: Names) -> Iterator[Holder]:
    """The body, the adjective or the initials right before a weapon, however parsed: "US Air Force C-40"."""
    base, start = words.paragraph.start, words.words[first].start
    near = words.words[max(0, first - NEAR)].start
    for holder in names.inside(Span(base + near, base + start))[-1:]:
        gap = words.text[holder.evidence.end - base : start]
        fitting = isinstance(holder, PartyMention) and (
            holder.how == "demonym" or holder.type in SERVICES or holder.evidence.exact.replace(".", "").isupper()
        )
        if (gap == " " and fitting) or gap in {"'s ", "' "}:
            yield holder


def overlapping(words: Words, first: int, names: Names) -> Iterator[Holder]:
    """The body whose name runs into the weapon's: "SYRIAN AIR DEFENCE systems"."""
    base, start = words.paragraph.start, words.words[first].start
    near = words.words[max(0, first - NEAR)].start
    last = words.at(first + 1)
    manned = last is not None and last.tight and last.one == "defence"  # "Ukraine's AIR DEFENCES" are a force and arms
    end = last.end if last is not None and manned else words.words[first].end
    for holder in names.inside(Span(base + near, base + end))[-1:]:
        if holder.evidence.start < base + start < holder.evidence.end and isinstance(holder, PartyMention):
            yield holder


def shared(words: Words, noun: Token, names: Names) -> Iterator[Holder]:
    """The possessor of a list that the weapon goes on: "the PLA's rocket artillery and hypersonic missiles"."""
    if noun.dep_ != "conj" or noun.left_edge.pos_ == "DET":
        return
    opening = noun
    while opening.dep_ == "conj":
        opening = opening.head
    start = words.paragraph.start + opening.idx
    for child in opening.lefts:
        place = words.paragraph.span(noun.doc[child.left_edge.i : child.i + 2])
        if child.dep_ in {"poss", "amod", "compound", "nmod"} and child.i + 1 < len(noun.doc):
            last = names.inside(place)[-1:]
            yield from [m for m in last if owns(names, m) and attributive(names, m, start)]


def owns(names: Names, holder: Holder) -> bool:
    """Whether a name is an adjective or a genitive: not Kyiv in "promised Kyiv 48 tanks and 19 jets"."""
    end = holder.evidence.end
    genitive = "'" in names.text[end - 2 : end + 1]
    return genitive or (isinstance(holder, PartyMention) and holder.how == "demonym")


def origin(words: Words, link: Token, names: Names) -> Iterator[Holder]:
    """Who stands right after "of" or "from": "missiles of the IRGC Navy", not "dozens of warplanes toward Taiwan"."""
    for noun in (child for child in link.children if child.dep_ == "pobj"):
        end = words.paragraph.start + noun.idx + len(noun.text)
        yield from (m for m in leading_names(words.paragraph, noun, names) if m.evidence.start < end <= m.evidence.end)


def before_noun(words: Words, noun: Token, names: Names) -> Iterator[Holder]:
    """Who stands before a noun as its possessor or adjective: "IRAN's supply", "a RUSSIAN strike"."""
    place = words.paragraph.span(words.paragraph.doc[noun.left_edge.i : noun.i + 1])
    before = [m for m in names.inside(place) if m.evidence.end <= words.paragraph.start + noun.idx]
    yield from (m for m in before[-1:] if attributive(names, m, words.paragraph.start + noun.idx))


def whoever_does(words: Words, deed: Token, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who makes, fires or sells by a noun: "the launch of a missile BY Iran", "CHINA is an exporter of drones"."""
    lemma = deed.lemma_.casefold()
    if lemma in lexicon.deeds:
        links = (child for token in (deed, noun) for child in token.children if child.lower_ == "by")
        yield from (holder for link in links for holder in leading_names(words.paragraph, link, names))
    elif lemma in lexicon.dealers:
        while deed.dep_ == "conj":
            deed = deed.head
        doer = subject_of(deed.head) if deed.dep_ == "attr" else deed.head if deed.dep_ == "appos" else None
        if doer is not None:
            yield from leading_names(words.paragraph, doer, names)
