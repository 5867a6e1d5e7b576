"""Weapons: every system and class of military equipment that an article names, with types and holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.documents import Document
from dossier.lexicon import Lexicon
from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Names, index_names
from dossier.mentions.weapons.attacks import find_struck, find_users
from dossier.mentions.weapons.classes import ClassHit, find_classes, gap_before
from dossier.mentions.weapons.holders import find_holders
from dossier.mentions.weapons.links import FARTHEST, Link, beside, find_links, find_proper_names, nicknamed
from dossier.mentions.weapons.systems import Proof, SystemHit, armed_sentences, find_again, find_systems
from dossier.mentions.weapons.words import Word, Words, is_time, split_words
from dossier.model import Form, PartyMention, PersonMention, Reading, Rejected, WeaponMention

VAGUE = frozenset({"projectile"})
"""Bare nouns that point back at whatever was fired before: "all the projectiles were shot down"."""


UNPROVED = "nothing in the sentence is about arms"
"""Why a name that is also an everyday word does not count."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one paragraph holds."""

    words: Words
    classes: tuple[ClassHit, ...]
    struck: tuple[ClassHit, ...]
    """Classes that only say with what was attacked: "Russian ROCKET strikes"; they tell whose rockets fell."""
    systems: tuple[SystemHit, ...]
    links: tuple[Link, ...]
    doubtful: tuple[SystemHit, ...]
    """Names in a sentence without arms; they count where another sentence of the article proves them."""
    rejected: tuple[Rejected, ...]


def find_weapons(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> Iterator[WeaponMention | Rejected]:
    """Every weapon that the article names, in the order of the text; a doubtful one is ``Rejected`` with its reason.

    A holder that is a person has an empty ``value``: at compile his evidence leads to his state.
    """
    names = index_names(document.source, parties, people)
    paragraphs: list[Words] = []
    for paragraph in document.paragraphs:
        words = split_words(document, paragraph, lexicon)
        paragraphs.append(replace(words, before=paragraphs[-1] if paragraphs else None))
    sightings = [look(words, names, lexicon.weapons) for words in paragraphs]
    sightings = [trusted(sighting, sightings) for sighting in sightings]
    for sighting in sightings:
        yield from sighting.rejected
    systems = [hit for sighting in sightings for hit in sighting.systems]
    names = names.without([hit.words.evidence(hit.first, hit.last) for hit in systems])
    yield from system_mentions(sightings, names, lexicon.weapons)
    yield from class_mentions(sightings, names, lexicon.weapons)


def look(words: Words, names: Names, lexicon: WeaponWords) -> Sighting:
    """The classes and systems of one paragraph, and which class types which system."""
    listed = tuple(proved(hit, lexicon) for hit in find_systems(words, lexicon))
    inside = {index for hit in listed if hit.last > hit.first for index in range(hit.first, hit.last + 1)}
    found = list(find_classes(words, lexicon))
    classes = tuple(item for item in found if isinstance(item, ClassHit) and item.last not in inside)
    armed = armed_sentences(words, classes, listed, lexicon)
    doubts = [(hit, of_somebody(hit, lexicon) or doubt(hit, classes, listed, names, armed)) for hit in listed]
    sure = [nicknamed(hit, names, lexicon) for hit, reason in doubts if reason is None]
    sure += find_proper_names(classes, sure, names, lexicon)
    systems = tuple(sorted(sure, key=lambda hit: hit.first))
    rejected = [item for item in found if isinstance(item, Rejected)]
    rejected += [hit.rejected(reason) for hit, reason in doubts if reason is not None and reason != UNPROVED]
    doubtful = tuple(hit for hit, reason in doubts if reason == UNPROVED)
    struck = tuple(find_struck(words, lexicon))
    return Sighting(words, classes, struck, systems, tuple(find_links(systems, classes)), doubtful, tuple(rejected))


def trusted(sighting: Sighting, article: Sequence[Sighting]) -> Sighting:
    """The same paragraph with the doubtful names that the article proves elsewhere: "The Leopards were repaired"."""
    proved = {hit.name.split()[0].split("-")[0] for other in article for hit in other.systems}
    kept = [hit for hit in sighting.doubtful if hit.name.split()[0].split("-")[0] in proved and stands_alone(hit)]
    systems = tuple(sorted((*sighting.systems, *kept), key=lambda hit: hit.first))
    turned_down = tuple(hit.rejected(UNPROVED) for hit in sighting.doubtful if hit not in kept)
    return replace(sighting, systems=systems, rejected=(*sighting.rejected, *turned_down))


def stands_alone(hit: SystemHit) -> bool:
    """Whether a name qualifies no other noun: "the Leopards", but not "the Javelin record"."""
    return hit.words.words[hit.last].token.dep_ != "compound"


def proved(hit: SystemHit, lexicon: WeaponWords) -> SystemHit:
    """A doubtful name that needs no more than the noun of arms after it: "Patriot batteries", "Typhoon jets"."""
    after = hit.words.at(hit.last + 1)
    sure = hit.proof is Proof.ARMS and after is not None and after.tight and after.one in lexicon.proving
    return replace(hit, proof=Proof.NAME) if sure else hit


def of_somebody(hit: SystemHit, lexicon: WeaponWords) -> str | None:
    """Why a name that another bears is no weapon, or ``None``: "the Qassam Brigades", "Nyala airport"."""
    after = hit.words.at(hit.last + 1)
    if after is None or not after.tight or hit.words.titled:
        return None
    if hit.proof is Proof.ARMS and after.one in lexicon.sites:
        return "the name of a place"
    if not after.capital:
        return None
    return "a part of another name" if after.one in lexicon.institutions else None


def doubt(
    hit: SystemHit, classes: Sequence[ClassHit], others: Sequence[SystemHit], names: Names, armed: set[int]
) -> str | None:
    """Why a name is not believed, or ``None``: "Javelin" is also a sport, "M23" a movement."""
    if hit.proof is Proof.NAME:
        return None
    near = (kind for kind in classes if abs(kind.first - hit.first) < FARTHEST)
    if any(beside(hit, kind, others) for kind in near):
        return None
    if hit.proof is Proof.HEAD:
        return "letters and a number, but no weapon beside them"
    if not any(char.isdigit() for char in hit.name):
        if names.overlap(hit.words.evidence(hit.first, hit.last)):
            return "the name of somebody"
        if in_longer_name(hit, names):
            return "a part of another name"
    sentence = hit.words.words[hit.first].token.sent.start
    return None if sentence in armed else UNPROVED


def in_longer_name(hit: SystemHit, names: Names) -> bool:
    """Whether a family that is also an everyday word stands inside another name: "Patriot Act", "Tor Browser"."""
    words = hit.words
    after, before = words.at(hit.last + 1), words.at(hit.first - 1)
    if words.titled or (after is not None and after.tight and is_name(after) and not is_time(after) and is_word(after)):
        return True
    if before is None or not words.tight(hit.first) or gap_before(words, hit.first):
        return False
    return is_name(before) and not names.overlap(words.evidence(before.index, before.index))


def is_word(word: Word) -> bool:
    """Whether it is no designation, which may follow a family's name: "Patriot PAC-3"."""
    return not any(char.isdigit() for char in word.text)


def is_name(word: Word) -> bool:
    """Whether a word is a proper noun by its capital and the parser's eye."""
    return word.capital and word.token.pos_ == "PROPN"


def system_mentions(sightings: Sequence[Sighting], names: Names, lexicon: WeaponWords) -> Iterator[WeaponMention]:
    """The named systems; a short form goes under the one longer name of the article that holds it."""
    every = [hit for sighting in sightings for hit in sighting.systems]
    fullest = fullest_names(hit.name for hit in every)
    for sighting in sightings:
        again = find_again(sighting.words, every, sighting.systems)
        for hit in sorted((*sighting.systems, *again), key=lambda hit: hit.first):
            kinds = [link.kind for link in sighting.links if link.system == hit]
            last = max([hit.last, *(kind.last for kind in kinds if kind.first == hit.last + 1)])
            places = [(hit.first, last), *((kind.first, kind.last) for kind in kinds)]
            found = (tuple(find_holders(hit.words, place, names, lexicon)) for place in places)
            name = fullest.get(hit.name, hit.name)
            yield WeaponMention(
                evidence=hit.words.evidence(hit.first, hit.last),
                name=name,
                form=Form.NAMED,
                types=tuple(type_reading(kind) for kind in kinds),
                holders=next(
                    (holders for holders in found if holders), flag(hit, lexicon)
                ),  # or of what it exemplifies
                printed="" if hit.printed == name else hit.printed,
            )


def flag(hit: SystemHit, lexicon: WeaponWords) -> tuple[Reading, ...]:
    """The state whose ships alone bear the prefix: "HMS Diamond" is British."""
    state = lexicon.flags.get(hit.name.split()[0]) if hit.ship else None
    return (Reading(state, (hit.words.evidence(hit.first, hit.last),), "prefix of its ships"),) if state else ()


def type_reading(kind: ClassHit) -> Reading:
    """A class as the type that the text gives to a system."""
    rule = "as printed" if kind.printed == kind.name else "synonym"
    return Reading(kind.name, (kind.words.evidence(kind.first, kind.last),), rule)


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """Short form -> the one longer name that holds its words: ``Leopard`` -> ``Leopard 2``."""
    distinct = sorted(set(names))
    parts = {name: set(name.replace("-", " ").casefold().split()) for name in distinct}
    found = {}
    for name in distinct:
        longer = [other for other in distinct if parts[name] < parts[other]]
        if len(longer) == 1 and not any(char.isdigit() for char in name):
            found[name] = longer[0]
    return found


def class_mentions(
    sightings: Sequence[Sighting], names: Names, lexicon: WeaponWords
) -> Iterator[WeaponMention | Rejected]:
    """The classes that stand on their own: neither the type of a name nor a bare word that points back."""
    longer: set[str] = set()
    used = find_users((hit for sighting in sightings for hit in sighting.struck), names, lexicon)
    for sighting in sightings:
        typing = [link.kind for link in sighting.links if not link.alone]
        for hit in sighting.classes:
            if hit in typing or abbreviates(hit, typing):
                longer.add(hit.head)
                yield hit.rejected("only says what a named system is")
            elif hit.bare and hit.definite and (hit.head in longer or (longer and hit.head in VAGUE)):
                yield hit.rejected("points back at a class or system that was named before")
            else:
                longer |= set() if hit.bare else {hit.head}
                own = tuple(find_holders(hit.words, (hit.first, hit.last), names, lexicon))
                yield WeaponMention(
                    evidence=hit.words.evidence(hit.first, hit.last),
                    name=hit.name,
                    form=Form.CLASS,
                    holders=(*own, *(r for r in used.pop(hit.name, ()) if r.value not in {o.value for o in own})),
                    printed="" if hit.shown == hit.name else hit.shown,
                )


def abbreviates(hit: ClassHit, typing: Sequence[ClassHit]) -> bool:
    """Whether it is the bracketed short form of a class that only types a name: "… ballistic missile (ICBM)"."""
    return gap_before(hit.words, hit.first) == "(" and any(
        kind.last == hit.first - 1 and kind.name == hit.name for kind in typing
    )
