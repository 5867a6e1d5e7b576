"""What a name and a class have to do with each other: "M777 howitzers", "the Kinzhal, a hypersonic missile"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Names
from dossier.mentions.weapons.classes import ClassHit, gap_before, linked
from dossier.mentions.weapons.systems import Proof, SystemHit, is_designation, last_of_name, printed_run
from dossier.mentions.weapons.words import Word, Words, is_time
from dossier.model import Span

APPOSED = frozenset({"a", "an", "is", "one", "the", "was"})
"""How a class that explains a name begins: "Kinzhal, a hypersonic missile"."""

ARTICLES = frozenset({"a", "an", "the"})
"""Between a class and a name these make a list as well: "tanks, an M777 howitzer"."""

INTRODUCING = frozenset({"a", "an", "as", "called", "codenamed", "dubbed", "known", "named", "the"})
"""What stands between a class and the name that it introduces: "a missile called the Fattah"."""

EXAMPLES = frozenset({"as", "including", "like", "such", "the"})
"""What stands between a class that is meant as such and an example of it: "drones such as the Shahed-136"."""

NO_NAME = frozenset({"CARDINAL", "DATE", "GPE", "LOC", "NORP", "ORDINAL", "TIME"})
"""The parser's labels of words that stand before a head and name no system: "Kherson artillery"."""

LONGEST_GAP = 5
"""Words between a name and the class that explains it: "the Kinzhal, one of Russia's newest hypersonic missiles"."""


PLACING = frozenset({"at", "from", "in", "near", "over"})
"""Prepositions before a place."""

LONGEST_NICKNAME = 2
"""Words of a nickname after a designation: "Fighting Falcon"."""

FARTHEST = 20
"""Words between a name and its class at most, names coordinated with it included: "S-300, Buk, Tor and … batteries"."""


@dataclass(frozen=True, slots=True)
class Link:
    """A class that a text gives to a system."""

    system: SystemHit
    kind: ClassHit
    alone: bool
    """Whether the class stands on its own all the same ("drones such as …")."""


def find_links(systems: Sequence[SystemHit], classes: Sequence[ClassHit]) -> Iterator[Link]:
    """For each system of one paragraph, the classes that its text gives to it."""
    pairs = [(s, k) for s in systems for k in classes if s.first - FARTHEST <= k.last and k.first <= s.last + FARTHEST]
    joined = [(system, kind) for system, kind in pairs if beside(system, kind, systems)]
    named, typing = [system for system, _ in joined], [kind for _, kind in joined]
    for system, kind in pairs:
        if (system, kind) in joined:
            suffix = system.words.words[system.last].low.endswith(("-style", "-type"))
            yield Link(system, kind, alone=suffix)
        elif kind not in typing and system not in named and explained(system, kind):
            yield Link(system, kind, alone=False)
        elif kind.last < system.first and between(system.words, kind.last, system.first, EXAMPLES):
            yield Link(system, kind, alone=True)


def beside(system: SystemHit, kind: ClassHit, systems: Sequence[SystemHit]) -> bool:
    """Whether the class follows the name or leads to it without a break: "Su-24 and Su-34 bombers"."""
    words = system.words
    if kind.last + 1 == system.first:
        return words.tight(system.first)
    if kind.first == system.last + 1:
        return words.tight(kind.first)
    if kind.first == system.last + 2 and words.tight(kind.first) and words.tight(kind.first - 1):
        middle = words.words[kind.first - 1]  # "Type 055 large destroyers"
        return middle.token.pos_ == "ADJ" and not middle.capital
    linked = words.at(system.last + 1)
    if linked is None or linked.index >= kind.first:
        return False
    start = linked.index + 1 if linked.low in {"and", "or"} else linked.index
    gap = gap_before(words, linked.index)  # "… Missile System (ATACMS) and F-16 jets" are no list of jets
    joined = (linked.low in {"and", "or"} and gap in {"", ","}) or gap in {",", "/"}
    return joined and any(other.first == start and beside(other, kind, systems) for other in systems)


def explained(system: SystemHit, kind: ClassHit) -> bool:
    """Whether one explains the other: "the Kinzhal, a hypersonic missile", "a drone called Harop"."""
    words = system.words
    if kind.first > system.last:
        first = words.words[system.last + 1]
        opened = gap_before(words, first.index) in {",", "(", " –", "-"} or first.low in {"is", "was"}
        gap = kind.first - system.last - 1
        plain = all(
            word.token.pos_ not in {"VERB", "ADP"} or word.low == "of" for word in words.words[first.index : kind.first]
        )
        return (
            opened
            and first.low in APPOSED
            and 0 < gap <= LONGEST_GAP
            and plain
            and one_clause(words, first.index, kind.first)
        )
    if kind.last > system.first or not between(words, kind.last, system.first, INTRODUCING):
        return False
    called = any(word.low not in ARTICLES for word in words.words[kind.last + 1 : system.first])
    return called or not words.words[kind.last].plural


def one_clause(words: Words, first: int, last: int) -> bool:
    """Whether no punctuation parts the words after ``first`` up to ``last``."""
    return all(gap_before(words, index) in {"", "'"} for index in range(first + 1, last + 1))


def between(words: Words, left: int, right: int, allowed: frozenset[str]) -> bool:
    """Whether only words of ``allowed`` stand between two places, at least one, with a comma at most."""
    gap = words.words[left + 1 : right]
    gaps = (gap_before(words, index) in {"", ","} for index in range(left + 1, right + 1))
    return 0 < len(gap) <= LONGEST_GAP and all(word.low in allowed for word in gap) and all(gaps)


def find_proper_names(
    kinds: Iterable[ClassHit], systems: Sequence[SystemHit], taken: Names, lexicon: WeaponWords
) -> Iterator[SystemHit]:
    """Names that no list has, given away by the class beside them: "Wasp drones", "the frigate Tolboyev"."""
    used = {(s.words.paragraph.start, index) for s in systems for index in range(s.first, s.last + 1)}
    for kind in kinds:
        if kind.words.titled:
            continue
        hit = class_of_ships(kind) or name_before(kind, taken, lexicon) or name_after(kind, lexicon)
        hits = [hit] if hit is not None else []
        last = hit.first if hit is not None and hit.last < kind.first else kind.first - 1
        hits += names_in_list(kind, last, [*systems, *hits], taken, lexicon)
        yield from (h for h in hits if not used & {(h.words.paragraph.start, i) for i in range(h.first, h.last + 1)})


def name_before(kind: ClassHit, taken: Names, lexicon: WeaponWords) -> SystemHit | None:
    """The proper name right before a class: "Storm Shadow cruise missiles"."""
    words, first = kind.words, kind.first
    christened = kind.head in lexicon.christened
    while words.tight(first) and is_proper(words, words.words[first - 1], taken, lexicon, christened=christened):
        first -= 1
    if first == kind.first:
        return None
    name = printed_run(words, first, kind.first - 1)
    return SystemHit(words, first, kind.first - 1, name, name, Proof.NAME)


def nicknamed(hit: SystemHit, taken: Names, lexicon: WeaponWords) -> SystemHit:
    """A designation with the name that its makers or its enemies gave it: "F-14 Tomcat", "Ka-52 Alligator"."""
    words, last = hit.words, hit.last
    if hit.ship or words.titled or not is_designation(hit.printed):
        return hit
    while words.tight(last + 1) and last - hit.last < LONGEST_NICKNAME:
        word, after = words.words[last + 1], words.at(last + 2)
        counted = after is not None and after.tight and after.text[0].isdigit()  # "F-16 Block 70"
        if counted or not is_proper(words, word, taken, lexicon, christened=True):
            break
        last += 1
    if last == hit.last or spelt_out(words.at(last + 1), lexicon):
        return hit
    nickname = printed_run(words, hit.last + 1, last)
    printed = hit.printed if hit.printed == hit.name else f"{hit.printed} {nickname}"
    return replace(hit, last=last, name=f"{hit.name} {nickname}", printed=printed, proof=Proof.NAME)


def spelt_out(after: Word | None, lexicon: WeaponWords) -> bool:
    """Whether what follows a designation is a class with capitals: "AGM-88 High-Speed Anti-Radiation Missile"."""
    return (
        after is not None
        and after.tight
        and after.capital
        and (after.low in lexicon.modifiers or lexicon.is_head(after.one))
    )


def names_in_list(
    kind: ClassHit, last: int, systems: Sequence[SystemHit], taken: Names, lexicon: WeaponWords
) -> Iterator[SystemHit]:
    """Further names before the one that the class follows: "Amin, Arash, Kaman and Shahed drones"."""
    words = kind.words
    known = {index: system for system in systems for index in range(system.first, system.last + 1)}
    at = known[last].first if last in known else last
    if last not in known or not words.words[kind.last].plural:
        return
    while (other := linked(words, at)) is not None:
        if other.index in known:
            at = known[other.index].first
        elif at_a_place(words, other):
            return  # "aircraft at Kamra and Al-Khalid tanks"
        elif is_proper(words, other, taken, lexicon, christened=kind.head in lexicon.christened):
            yield SystemHit(words, other.index, other.index, other.text, other.text, Proof.NAME)
            at = other.index
        else:
            return


def at_a_place(words: Words, word: Word) -> bool:
    """Whether a preposition of place leads to a word."""
    before = words.at(word.index - 1)
    return before is not None and word.tight and before.low in PLACING


def is_proper(words: Words, word: Word, taken: Names, lexicon: WeaponWords, *, christened: bool) -> bool:
    """Whether a word before a class can be a system's name: no state, person, maker, service, day or place."""
    place = Span(words.paragraph.start + word.start, words.paragraph.start + word.end)
    if not word.capital or word.token.pos_ != "PROPN" or taken.overlap(place):
        return False
    if word.low in lexicon.makers or word.low in lexicon.no_prefixes:
        return False
    if word.token.ent_type_ in NO_NAME and not (word.token.ent_type_ == "GPE" and christened):
        return False
    if word.low in lexicon.modifiers or word.low in lexicon.weak or lexicon.is_head(word.one):
        return False
    opening = word.token.is_sent_start or word.index == 0
    return len(word.text) > 1 and not opening and not ("-" in word.text and word.text.rpartition("-")[2].islower())


def name_after(kind: ClassHit, lexicon: WeaponWords) -> SystemHit | None:
    """The proper name right after a ship's class: "the aircraft carrier Charles de Gaulle"."""
    words, first = kind.words, kind.last + 1
    following = words.at(first)
    if kind.head not in lexicon.ships or following is None or not following.tight or is_time(following):
        return None
    if words.words[kind.last].plural or following.token.pos_ != "PROPN" or following.token.ent_type_ == "NORP":
        return None
    last = last_of_name(words, first)
    if last is None:
        return None
    name = printed_run(words, first, last)
    return SystemHit(words, first, last, name, name, Proof.NAME, ship=True)


def class_of_ships(kind: ClassHit) -> SystemHit | None:
    """A class of ships by its lead ship: "an Arleigh Burke-class destroyer"."""
    words, last = kind.words, kind.first - 1
    if last < 0 or not words.tight(kind.first) or not words.words[last].low.endswith("-class"):
        return None
    first = last
    while words.tight(first) and is_ship_name(words.words[first - 1]):
        first -= 1
    if not words.words[last].capital:
        return None
    printed = printed_run(words, first, last)
    return SystemHit(words, first, last, printed.removesuffix("-class"), printed, Proof.NAME)


def is_ship_name(word: Word) -> bool:
    """Whether a word before "-class" belongs to the ship's name: no nationality, no service ("US Navy")."""
    return word.capital and len(word.text) > 2 and word.token.ent_type_ not in {"NORP", "GPE"} and word.low != "navy"
