"""The search: by which words a card is found that don't stand on its page, and how much its page weighs there.

Both stand in a page's front matter, as ``tags`` and ``search: boost``; the theme's search puts them into its index.
The first tag is the kind, which a hit shows; the others are only searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.lexicon.parties import Party, load_party_rows
from dossier.lexicon.spelling import Spelling, load_spelling
from dossier.lexicon.weapons import Family, load_weapon_names
from dossier.model import Card, Kind, OrganisationCard, PersonCard, WeaponCard

WEIGHTS = {
    Kind.PERSON: 6.0,
    Kind.ORGANISATION: 5.0,
    Kind.WEAPON: 5.0,
    Kind.DELEGATION: 2.2,
    Kind.CLAIM: 2.0,
    Kind.EVENT: 1.5,
    Kind.SOURCE: 0.5,
}
"""A name is sought before what is said about it, and that before the article that it stands in."""

HALF_TOLD = 5
"""Passages at which a card has half of what being told often can add. All of it doubles the weight of its kind, so
that even in a dossier of two hundred articles a better match is not outranked by who is named most."""

DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""``U.S.``, ``U.N.``"""

NUMBERED = re.compile(r"\b([A-Z][^\W\d_]*)[-–‑ ](\d{1,3}s?)\b")
"""``Hwasong-18``, ``Geran 2``: also typed as one word."""

POSSESSIVE = re.compile(r"['’]s\b")

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
"""What the search compares: ``Korea``, ``U.S.``"""


@dataclass(frozen=True, slots=True)
class Signposts:
    """What readers type for a thing beside the names that the articles print."""

    spelling: Spelling
    parties: Mapping[str, Party]
    """By their names."""
    synonyms: Mapping[str, str]
    """Another name of a class of weapons -> its own: ``UAV`` -> ``drone``."""
    families: Mapping[str, Family]
    """Each name of a system of weapons, case-folded -> the system."""

    def tags(self, card: Card, sort: str, title: str) -> list[str]:
        """The tags of a card's page: what a hit is called, then the words by which it is found beside its title's.

        A drone that is also printed as UAV: ``["Class of weapon", "UAV", "UAVs", "drones"]``.
        """
        names = [title, *(alias.name for alias in card.aliases), *self._others(card)]
        if isinstance(card, WeaponCard):
            names += [several for name in names for several in plurals(name)]
        known = {word.casefold() for word in words_of(title)}
        found = {word.casefold(): word for name in names for word in self._words(name)}
        searched = {low for low in found if low not in known and not {f"{low}s", f"{low}es"} & found.keys()}
        return [sort, *(found[low] for low in sorted(searched))]

    def _words(self, name: str) -> Iterator[str]:
        """The words of a name in each way of writing it; what is typed in full also finds what begins with it."""
        for variant in variants(name, self.spelling):
            yield from words_of(variant)

    def _others(self, card: Card) -> Iterator[str]:
        """A person's offices; what the word lists know beside the articles: other names of parties and weapons.

        Of a class, only the names of one word: ``UAV``. Those of more are made of words that many classes share.
        """
        if isinstance(card, PersonCard):
            for statement in card.statements.get("role", ()):
                if statement.value:
                    owner = self.parties.get(statement.of or "")
                    yield f"{owner.adjective} {statement.value}" if owner else statement.value
        if isinstance(card, WeaponCard):
            yield from (other for other, name in self.synonyms.items() if name == card.name and " " not in other)
            yield from (other for other, family in self.families.items() if family.name == card.name)
        party = self.parties.get(card.name) if isinstance(card, OrganisationCard) else None
        if party:
            yield from (*party.aliases, *party.capital, *party.seats)


def load_signposts() -> Signposts:
    """Read of the lists of spellings, parties and weapons what a search may be for."""
    return Signposts(load_spelling(), load_party_rows(), *load_weapon_names())


def weight(card: Card) -> float:
    """How much a page counts in the order of hits: by its kind first, then by how often it is told of."""
    told = len(card.evidence)
    return round(WEIGHTS[card.kind] * (1 + told / (told + HALF_TOLD)), 2)


def variants(name: str, spelling: Spelling) -> Iterator[str]:
    """A name as it is, in the other spelling of English, without the stops of its initials, with its number joined.

    >>> list(variants("U.S. Defense Department", Spelling({"defense": "defence"})))
    ['U.S. Defense Department', 'U.S. Defence Department', 'US Defense Department']
    """
    yield from spelling.both(name)
    if "." in name and (undotted := DOTTED.sub(lambda short: short.group().replace(".", ""), name)) != name:
        yield undotted
    if (joined := NUMBERED.sub(r"\1\2", name)) != name:
        yield joined


def words_of(name: str) -> list[str]:
    """The words of a name without the endings of possessives: ``People's Republic`` -> ``People``, ``Republic``."""
    return WORD.findall(POSSESSIVE.sub("", name))


def plurals(name: str) -> Iterator[str]:
    """Several of a weapon: ``drones``, ``UAVs``, ``batteries``; ``Leopard 2s`` and ``Leopards``."""
    if re.search(r"[^aeiou]y$", name):
        yield f"{name[:-1]}ies"
    else:
        yield f"{name}es" if re.search(r"(?:[sxz]|ch|sh)$", name) else f"{name}s"
    family = NUMBERED.fullmatch(name)
    if family:
        yield f"{family.group(1)}s"
