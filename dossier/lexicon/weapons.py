"""What the program knows of arms: nouns, the words that qualify them, and systems that have a name.

The lists are ``dossier/words/weapons.yml`` (classes) and ``weapons_named.yml`` (systems); each says its origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words

CLASSES = "dossier/words/weapons.yml"
SYSTEMS = "dossier/words/weapons_named.yml"

STRETCH = re.compile(r"[^\W_]+")
"""Letters and digits with nothing between them: "iris" and "t" in "iris t"."""


@dataclass(frozen=True, slots=True)
class Family:
    """A system, or a row of numbered ones, that is known by name: ``Kinzhal``, ``Hwasong``."""

    name: str
    """Canonical: ``HIMARS`` for "High Mobility Artillery Rocket System"."""
    plain: bool
    """Whether the name is also an everyday word ("Patriot", "Javelin"), so that it needs arms in its sentence."""


@dataclass(frozen=True, slots=True)
class WeaponWords:
    """Look-ups over the weapon lists. Class words are lower case and singular; hyphenated ones keep their hyphen."""

    heads: frozenset[str]
    """Nouns that name a class on their own: ``missile``."""
    licensed: Mapping[str, frozenset[str]]
    """Nouns that need one of these words before them: ``vehicle`` -> ``combat``, ``armoured`` …"""
    contextual: Mapping[str, frozenset[str]]
    """Nouns that are arms only in company -> the words that do (none: any of ``battle``): ``shell``."""
    battle: frozenset[str]
    """Lemmas that make a sentence one about arms: ``airstrike``."""
    modifiers: frozenset[str]
    """Words that make a head a class of its own: ``ballistic``."""
    weak: frozenset[str]
    """Words that do so only where no other does: ``nuclear-capable``."""
    open: frozenset[str]
    """Hyphenated words that stand open in a name: ``air-defence``."""
    capitals: frozenset[str]
    """Words printed in capitals: ``fpv``."""
    synonyms: Mapping[str, str]
    """Printed class -> class: ``unmanned aerial vehicle`` -> ``drone``."""
    figures: Mapping[str, frozenset[str]]
    """Head -> words before it with which it is no weapon: ``tank`` -> ``fuel``."""
    christened: frozenset[str]
    """Heads whose systems bear names that parsers take for places: ``missile``."""
    ships: frozenset[str]
    """Heads that carry a name after them: ``frigate``."""
    proving: frozenset[str]
    """Nouns that prove a doubtful name before them: ``battery``."""
    institutions: frozenset[str]
    """Nouns that make a name before them another's: ``brigade``."""
    sites: frozenset[str]
    """Nouns that make a doubtful name before them a place's: ``airport``."""
    events: frozenset[str]
    """Nouns that a head only qualifies: ``strike`` in "drone strikes"."""
    trades: frozenset[str]
    """Nouns of making and moving a class, which name it all the same: ``delivery`` in "missile deliveries"."""
    holding: frozenset[str]
    """Verbs whose subject has the object: ``parade``."""
    receiving: frozenset[str]
    """Verbs whose subject has the object once it has come: ``receive``."""
    striking: frozenset[str]
    """Verbs that a weapon serves, after "with": ``attack``."""
    providing: frozenset[str]
    """Verbs whose subject gives what stands after "with": ``supply``."""
    assaults: frozenset[str]
    """Nouns of what is done "with" a weapon: ``ambush``."""
    stocks: frozenset[str]
    """Nouns of what somebody has of arms: ``arsenal``."""
    wishing: frozenset[str]
    """Verbs of what is only asked for or thought of: ``urge``."""
    deeds: frozenset[str]
    """Nouns of doing something with arms: ``launch``."""
    dealers: frozenset[str]
    """Nouns of who makes or sells arms: ``exporter``."""
    lots: frozenset[str]
    """Nouns of many arms at once, told of before they are named: ``package``."""
    fighters: frozenset[str]
    """Armed people without a name: ``mutineer``."""
    taking: frozenset[str]
    """Verbs after which "from" leads to who had the object before: ``capture``."""
    winning: frozenset[str]
    """Verbs by which a weapon undoes another: ``sink``."""
    shows: frozenset[str]
    """Nouns of showing, whose organiser holds what they feature: ``exhibition``."""
    refusing: frozenset[str]
    """Verbs whose infinitive is not done: ``refuse``."""
    mounting: frozenset[str]
    """Participles that put a weapon on another: ``fit``."""
    families: Mapping[str, Family]
    """Every known surface form, case-folded, words joined by one space: ``m1 abrams``."""
    prefixes: frozenset[str]
    """Letters that with any number are a designation: ``Su``, ``MiG``, ``Kh``."""
    designations: frozenset[str]
    """Designations whose letters alone prove nothing, without hyphen: ``F16``, ``S400``."""
    no_prefixes: frozenset[str]
    """Letters that with a number are no weapon, case-folded: ``covid``."""
    spaced: frozenset[str]
    """Words that make a designation with the number after them: ``Type``."""
    vessels: frozenset[str]
    """Prefixes of ships' names: ``USS``."""
    flags: Mapping[str, str]
    """Prefix of ships' names that one state's navy uses -> the state: ``USS`` -> ``United States``."""
    makers: frozenset[str]
    """Companies and services that stand before a head without naming a system, case-folded: ``lockheed``."""
    solid: Mapping[str, str] = field(init=False)
    """Solid spelling -> listed spelling of the hyphenated words: ``antitank`` -> ``anti-tank``."""
    openings: Mapping[str, int] = field(init=False)
    """First stretch of each known form of a family -> words in the longest such form: ``high`` -> 6. Most words of
    a text begin none, and need not be looked up at six lengths."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "solid", solid_forms(self.modifiers | self.weak))
        object.__setattr__(self, "openings", openings_of(self.families))

    def is_head(self, word: str) -> bool:
        """Whether the singular, lower-case ``word`` may be a class or the end of one."""
        return word in self.heads or word in self.licensed or word in self.contextual


FLAT = (
    "battle",
    "weak",
    "open",
    "capitals",
    "christened",
    "ships",
    "proving",
    "institutions",
    "sites",
    "events",
    "trades",
    "holding",
    "receiving",
    "striking",
    "providing",
    "assaults",
    "stocks",
    "wishing",
    "deeds",
    "dealers",
    "lots",
    "fighters",
    "taking",
    "winning",
    "shows",
    "refusing",
    "mounting",
)
"""Lists of plain words in ``weapons.yml``, each under the name of its field."""


def load_weapon_words() -> WeaponWords:
    """Read and check both lists; ``WordsError`` names the list and the row that is wrong."""
    classes, systems = read_words("weapons"), read_words("weapons_named")
    return WeaponWords(
        heads=frozenset(grouped(CLASSES, classes, "heads")),
        licensed=sets_of(CLASSES, classes, "licensed"),
        contextual=sets_of(CLASSES, classes, "contextual"),
        modifiers=frozenset(grouped(CLASSES, classes, "modifiers")),
        synonyms=dict(classes["synonyms"]),
        figures=sets_of(CLASSES, classes, "figures"),
        families=families_of(systems),
        designations=frozenset(numbered(systems)),
        flags=dict(systems["flags"]),
        makers=frozenset(word.casefold() for word in grouped(SYSTEMS, systems, "makers")),
        **{key: words_of(CLASSES, classes, key) for key in FLAT},
        **{key: words_of(SYSTEMS, systems, key) for key in ("prefixes", "no_prefixes", "spaced", "vessels")},
    )


def load_weapon_names() -> tuple[Mapping[str, str], Mapping[str, Family]]:
    """Only what else a class and a named system are called: the fields ``synonyms`` and ``families``."""
    synonyms: dict[str, str] = read_words("weapons", "synonyms")["synonyms"]
    return synonyms, families_of(read_words("weapons_named", "families", "plain"))


def words_of(where: str, lists: Mapping[str, Any], key: str) -> frozenset[str]:
    """One flat list as a set."""
    return frozenset(as_words(f"{where}: {key}", lists.get(key)))


def sets_of(where: str, lists: Mapping[str, Any], key: str) -> dict[str, frozenset[str]]:
    """One table of lists: ``jet: [fighter, stealth]``."""
    return {row: frozenset(as_words(f"{where}: {key}: {row}", words)) for row, words in lists[key].items()}


def grouped(where: str, lists: Mapping[str, Any], key: str) -> Iterator[str]:
    """The words of all groups under ``key``; ``WordsError`` where two groups hold one word."""
    seen: dict[str, str] = {}
    for group, words in lists[key].items():
        for word in as_words(f"{where}: {key}: {group}", words):
            if word in seen:
                raise WordsError(
                    f"{where}: {key}", f"{word!r} stands in {seen[word]!r} and in {group!r}", "keep it once"
                )
            seen[word] = group
            yield word


def families_of(systems: Mapping[str, Any]) -> dict[str, Family]:
    """Every surface form of every named system; ``WordsError`` where one form stands for two."""
    plain = {surface_key(name) for name in words_of(SYSTEMS, systems, "plain")}
    found: dict[str, Family] = {}
    for group, rows in systems["families"].items():
        for name, others in rows.items():
            for surface in (name, *as_words(f"{SYSTEMS}: families: {group}: {name}", others)):
                key = surface_key(surface)
                family = Family(name, plain=key in plain)
                if found.get(key, family).name != name:
                    raise WordsError(SYSTEMS, f"{surface!r} stands for {found[key].name!r} and {name!r}", "keep one")
                found[key] = family
    return found


def solid_forms(words: Iterable[str]) -> dict[str, str]:
    """The hyphenated ``words`` by their solid spelling.

    Not "guided-missile", which in its open spelling is a class: "a guided missile".
    """
    hyphenated = sorted(word for word in words if "-" in word and word != "guided-missile")
    return {word.replace("-", ""): word for word in hyphenated}


def openings_of(keys: Iterable[str]) -> dict[str, int]:
    """What the surface forms ``keys`` begin with -> how many words the longest of them can be printed as."""
    found: dict[str, int] = {}
    for key in keys:
        stretches = STRETCH.findall(key)
        found[opening(key)] = max(found.get(opening(key), 0), len(stretches))
    return found


def opening(surface: str) -> str:
    """The first stretch of a family's form or of its first word, as ``openings`` has it: ``iris`` of "IRIS-T"."""
    found = STRETCH.search(surface_key(surface))
    return "" if found is None else found.group()


def surface_key(surface: str) -> str:
    """How a family's form is looked up: case-folded, hyphens as spaces, so that "IRIS-T" meets "Iris T"."""
    return " ".join(surface.replace("-", " ").replace("’", "'").casefold().split())


def numbered(systems: Mapping[str, Any]) -> Iterator[str]:
    """``F: [15, 16]`` as ``F15``, ``F16``."""
    for prefix, numbers in systems["designations"].items():
        if not isinstance(numbers, list):
            raise WordsError(
                f"{SYSTEMS}: designations: {prefix}", f"{numbers!r} is not a list", "write the numbers as a list"
            )
        for number in numbers:
            yield f"{prefix}{number}"
