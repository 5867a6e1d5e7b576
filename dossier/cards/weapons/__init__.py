"""Compile weapons: one card a system or a class, across all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.referents import Referents
from dossier.cards.weapons.holding import Holdings, compile_holdings
from dossier.lexicon import Lexicon
from dossier.lexicon.weapons import WeaponWords
from dossier.model import Alias, Evidence, Form, Kind, Mentions, Source, Statement, WeaponCard, WeaponMention

Key = tuple[Form, str]
"""What one card is: the form, and the name without hyphens, blanks and case."""


@dataclass(frozen=True, slots=True)
class Arm:
    """All mentions of one system or class, earliest published first."""

    key: Key
    mentions: tuple[WeaponMention, ...]

    @property
    def name(self) -> str:
        """The fullest of its canonical names, of two the more frequent, of two the earlier."""
        counts = Counter(mention.name for mention in self.mentions)
        return max(counts, key=lambda name: (len(name.split()), counts[name]))


def compile_weapons(
    found: Sequence[Mentions], lexicon: Lexicon, who: Referents, addresses: Addresses
) -> tuple[WeaponCard, ...]:
    """The weapons of all articles, sorted by id.

    ``who`` leads from the passages in a holder's evidence to the cards of parties and persons.
    """
    found = sorted(found, key=lambda mentions: publication(mentions.source))
    groups = by_origin(found)
    numbered = only_numbers({name for group in groups.values() for name in group})
    fullest = {origin: numbered | fullest_names(group) for origin, group in groups.items()}
    weapons = [
        replace(weapon, name=fullest[mentions.source.origin].get(weapon.name, weapon.name))
        for mentions in found
        for weapon in mentions.weapons
    ]
    arms = group_mentions(weapons, lexicon.weapons)
    holdings = compile_holdings([arm.mentions for arm in arms], who, lexicon.parties)
    ids = addresses.assign(Kind.WEAPON, [Applicant(arm.name, places(arm)) for arm in arms])
    cards = [card(slug, arm, holdings) for slug, arm in zip(ids, arms, strict=True)]
    return tuple(sorted(cards, key=lambda card: card.id))


def publication(source: Source) -> tuple[bool, str, str]:
    """The order in which articles found cards: by date, undated last, then by id."""
    return source.published is None, source.published or "", source.id


def by_origin(found: Sequence[Mentions]) -> dict[str, set[str]]:
    """Origin -> the names of the systems in all articles that carry its text."""
    names: dict[str, set[str]] = {}
    for mentions in found:
        named = {weapon.name for weapon in mentions.weapons if weapon.form is Form.NAMED}
        names.setdefault(mentions.source.origin, set()).update(named)
    return names


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """Short form -> the one longer name of the same text: "Leopard" in a reprint of an article on Leopard 2 tanks.

    Across independent articles only ``only_numbers`` says that the one is the other.
    """
    parts = {name: set(name.replace("-", " ").casefold().split()) for name in sorted(names)}
    longer = {name: [other for other in parts if parts[name] < parts[other]] for name in parts}
    return {name: found[0] for name, found in longer.items() if len(found) == 1 and not any(c.isdigit() for c in name)}


def only_numbers(names: Set[str]) -> dict[str, str]:
    """Family -> its one numbered system in the whole dossier: "Leopard tanks" where all others write Leopard 2."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        family, _, number = name.rpartition(" ")  # a hyphen makes a row of systems: Hwasong-17, Hwasong-18
        if family and any(char.isdigit() for char in number) and not any(char.isdigit() for char in family):
            found.setdefault(family, []).append(name)
    return {family: systems[0] for family, systems in found.items() if len(systems) == 1 and family in names}


def group_mentions(mentions: Sequence[WeaponMention], lexicon: WeaponWords) -> list[Arm]:
    """The mentions of each card together, in the order in which the cards are first mentioned."""
    same = same_names(mentions, lexicon)
    groups: dict[Key, list[WeaponMention]] = {}
    for mention in mentions:
        key = folded(mention.name)
        groups.setdefault((mention.form, same.get(key, key) if mention.form is Form.NAMED else key), []).append(mention)
    return [Arm(key, tuple(group)) for key, group in groups.items()]


def folded(name: str) -> str:
    """A name without what varies in print: ``f16`` for "F-16" and "F 16"."""
    return "".join(char for char in name.casefold() if char.isalnum())


def same_names(mentions: Iterable[WeaponMention], lexicon: WeaponWords) -> Mapping[str, str]:
    """Short form -> full form of one system: "MQ-9" and "Reaper" -> "MQ-9 Reaper", "Carl Vinson" -> "USS Carl Vinson".

    A name that two designations share leads nowhere ("Falcon" beside "F-16 Falcon" and "RQ-7 Falcon").
    """
    full: dict[str, set[str]] = {}
    for name in sorted({mention.name for mention in mentions if mention.form is Form.NAMED}):
        first, _, rest = name.partition(" ")
        if rest and any(char.isdigit() for char in first) and not rest[0].isdigit():
            full.setdefault(folded(first), set()).add(folded(name))
            full.setdefault(folded(rest), set()).add(folded(name))
        elif rest and first in lexicon.vessels:
            full.setdefault(folded(rest), set()).add(folded(name))
    return {short: next(iter(names)) for short, names in full.items() if len(names) == 1}


def places(arm: Arm) -> tuple[Evidence, ...]:
    """Where it is mentioned, the founding passage first."""
    return tuple(mention.evidence for mention in arm.mentions)


def card(slug: str, arm: Arm, holdings: Holdings) -> WeaponCard:
    """The card of one system or class."""
    first: dict[str, Evidence] = {}
    for mention in arm.mentions:
        first.setdefault(mention.evidence.source, mention.evidence)
    statements = {"type": types(arm), "held_by": holdings.of(arm.mentions)}
    return WeaponCard(
        id=slug,
        name=arm.name,
        aliases=tuple(aliases(arm)),
        evidence=tuple(first.values()),
        form=arm.key[0],
        statements={key: value for key, value in statements.items() if value},
    )


def aliases(arm: Arm) -> list[Alias]:
    """Every other form of the name, sorted; for a class those that differ in more than case."""
    forms: dict[str, list[Evidence]] = {}
    for mention in arm.mentions:
        for form in {mention.name, mention.printed} - {"", arm.name}:
            forms.setdefault(form, []).append(mention.evidence)
    if arm.key[0] is Form.CLASS:
        forms = {form: evidence for form, evidence in forms.items() if form.casefold() != arm.name.casefold()}
    return [Alias(form, tuple(sorted(forms[form]))) for form in sorted(forms)]


def types(arm: Arm) -> tuple[Statement, ...]:
    """What the texts say that a named system is; "missile" is left out where one says "hypersonic missile"."""
    found: dict[str, list[Evidence]] = {}
    rules: dict[str, str] = {}
    for mention in arm.mentions:
        for reading in mention.types:
            found.setdefault(reading.value, []).extend(reading.evidence)
            rules.setdefault(reading.value, reading.rule)
    kept = [value for value in found if not any(other.endswith(f" {value}") for other in found)]
    return tuple(
        Statement(value, tuple(sorted(set(found[value]))), None if rules[value] == "as printed" else rules[value])
        for value in kept
    )
