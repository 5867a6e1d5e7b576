"""Who can speak, send, hold or belong: states, bodies, armies, parties, movements, media.

The rows stand in ``dossier/words/states.yml``, ``bodies.yml``, ``movements.yml`` and ``media.yml``. Bodies that
grammar forms ("Russia's defence ministry") are not listed one by one: ``kinds`` has their nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words
from dossier.model import PartyType

LISTS = ("states", "bodies", "movements", "media")
"""The files, in the order in which a surface is claimed; no surface may be claimed twice."""

PARTY_TYPES = frozenset(PartyType)
"""The sections of a list that hold rows; the others hold nouns."""

PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u00a0": " ", "‑": "-", "–": "-"})
"""Marks that vary between publishing systems; one character each, so that offsets stay."""

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Party:
    """One row: a state with its demonyms and capital, or a body, army, party, movement or medium."""

    name: str
    type: PartyType
    of: str | None = None
    """The state or body that it belongs to, canonical: ``North Korea`` for KCNA."""
    aliases: tuple[str, ...] = ()
    """Other names: ``DPRK``, ``Korean Central News Agency``."""
    demonyms: tuple[str, ...] = ()
    """Adjectives and nouns for its people, the adjective first: ``North Korean``, ``North Koreans``."""
    capital: tuple[str, ...] = ()
    """Its capital in each spelling, which may stand for its government: ``Kyiv``, ``Kiev``."""
    seats: tuple[str, ...] = ()
    """Buildings that stand for its government: ``the Kremlin`` without the article."""
    regions: tuple[str, ...] = ()
    """Adjectives that point at it: ``Asian`` in "the Asian country"."""
    short: tuple[str, ...] = ()
    """What names it only where the article has named it in full: ``the North``."""
    prefix: str | None = None
    """What stands before a body's noun where that is not the adjective: ``US`` in "US Air Force"."""
    form: str | None = None
    """For a medium: ``agency``, ``broadcaster``, ``newspaper`` or ``site``."""
    state_run: bool = False
    """Whether a medium is the mouthpiece of the state that it belongs to."""
    world: bool = False
    """Whether a medium writes for the world, so that "the foreign ministry" is not its own country's."""

    @property
    def adjective(self) -> str:
        """What stands before a body's noun: ``Russian``; the name itself where there is no demonym."""
        return self.prefix or (self.demonyms[0] if self.demonyms else self.name)

    def surfaces(self) -> Iterator[tuple[str, str]]:
        """Every wording that names it wherever it stands, with how it does so."""
        yield from ((surface, "name") for surface in (self.name, *self.aliases))
        yield from ((surface, "demonym") for surface in self.demonyms)
        yield from ((surface, "capital") for surface in self.capital)
        yield from ((surface, "seat") for surface in self.seats)


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A noun that makes a body with a state before or after it: "Russia's defence ministry"."""

    name: str
    """As it stands in a canonical name: ``Defence Ministry``."""
    type: PartyType
    forms: tuple[str, ...]
    """Lower-case wordings in British spelling: ``defence ministry``, ``ministry of defence``."""


@dataclass(frozen=True, slots=True)
class MediaWords:
    """What texts call media without naming them: "North Korea's official news agency"."""

    forms: Mapping[str, str]
    """Lower-case wording -> ``agency``, ``broadcaster``, ``newspaper`` or ``any``."""
    steered: frozenset[str]
    """Words before it that say that a state stands behind: ``state-run``."""
    typing: frozenset[str] = frozenset()
    """Nouns that say of a name beside them that it is a medium's: ``weekly``."""
    typing_quoted: frozenset[str] = frozenset()
    """The same for a name in quotation marks: ``portal``."""
    naming: frozenset[str] = frozenset()
    """Words that end a medium's own name: ``Gazette``."""
    unnaming: frozenset[str] = frozenset()
    """Capitalised words before a name that are no part of it: ``Another``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface found in a text: ``text[start:end]`` names ``party``."""

    start: int
    end: int
    party: Party
    how: str
    """``name``, ``demonym``, ``capital`` or ``seat``."""


@dataclass(frozen=True, slots=True)
class Parties:
    """All rows, searchable by surface; made by ``load_parties``."""

    rows: tuple[Party, ...]
    kinds: Mapping[str, BodyKind]
    """Lower-case wording in British spelling -> what it forms: ``ministry of defence``."""
    media: MediaWords
    descriptions: frozenset[str]
    """What texts say that a party is, in British spelling: ``militant group``."""
    nouns: frozenset[str]
    """Nouns that make a capitalised name an organisation's: ``Institute``."""
    _by_name: Mapping[str, Party]
    _by_surface: Mapping[str, tuple[Party, str] | None]
    """Surface -> its owner and how it names it; ``None`` for a name that is nobody's, such as "Korean War"."""
    _by_word: Mapping[str, tuple[str, ...]]
    """First word of a surface -> the surfaces that begin with it, longest first."""
    openers: frozenset[str] = field(init=False)
    """First words of the wordings of kinds and of media: with no other can one begin."""

    def __post_init__(self) -> None:
        openers = {form.partition(" ")[0] for form in (*self.kinds, *self.media.forms)}
        object.__setattr__(self, "openers", self.media.steered | openers)

    def __iter__(self) -> Iterator[Party]:
        return iter(self.rows)

    def by_name(self, name: str) -> Party | None:
        """Return the row with exactly this canonical name."""
        return self._by_name.get(name)

    def lookup(self, surface: str) -> tuple[Party, str] | None:
        """Tell which party ``surface`` names, and how: "Pyongyang" is North Korea by its ``capital``.

        A leading article and a closing possessive are let pass: "the Kremlin's".
        """
        plain = re.sub(r"^(?:[Tt]he )|'s?$", "", surface.translate(PLAIN).strip())
        return self._by_surface.get(plain) or self._by_surface.get(surface.translate(PLAIN))

    def find(self, text: str) -> Iterator[Hit]:
        """Every surface in ``text``, longest first, none inside another; case counts ("US" is no "us")."""
        plain = text.translate(PLAIN)
        done = 0
        for word in WORD.finditer(plain):
            if word.start() < done:
                continue
            for surface in self._by_word.get(word.group(), ()):
                end = word.start() + len(surface)
                if plain.startswith(surface, word.start()) and not plain[end : end + 1].isalnum():
                    found = self._by_surface[surface]
                    if found is not None:
                        yield Hit(word.start(), end, *found)
                    done = end
                    break

    def state(self, party: Party | None) -> Party | None:
        """Follow the chain of belonging to a state: the Quds Force -> the Revolutionary Guards -> Iran."""
        seen: set[str] = set()
        while party is not None and party.type is not PartyType.STATE and party.name not in seen:
            seen.add(party.name)
            party = self._by_name.get(party.of or "")
        return party

    def media_of(self, state: str, form: str | None = None) -> tuple[Party, ...]:
        """List the state-run media of ``state``, of one ``form`` where given: North Korea, agency -> KCNA."""
        return tuple(
            row
            for row in self.rows
            if row.type is PartyType.MEDIUM and row.state_run and row.of == state and form in {None, row.form}
        )


def load_parties() -> Parties:
    """Read the lists; ``WordsError`` for an unknown key, a surface with two owners, an owner that is not listed."""
    lists = {name: read_words(name) for name in LISTS}
    rows = tuple(party for name, sections in lists.items() for party in read_rows(name, sections))
    by_name = {row.name: row for row in rows}
    for row in rows:
        if row.of is not None and row.of not in by_name:
            raise WordsError(f"dossier/words: {row.name}", f"it belongs to {row.of!r}, which is not listed", "list it")
    surfaces = index_surfaces(rows, as_words("dossier/words/states.yml: nobody", lists["states"]["nobody"]))
    by_word: dict[str, list[str]] = {}
    for surface in surfaces:
        word = WORD.match(surface)
        if word is None:
            raise WordsError("dossier/words", f"{surface!r} begins with no letter", "drop what stands before the name")
        by_word.setdefault(word.group(), []).append(surface)
    longest = {word: tuple(sorted(found, key=lambda s: (-len(s), s))) for word, found in by_word.items()}
    bodies = lists["bodies"]
    return Parties(
        rows,
        {form: kind for kind in read_kinds(bodies["kinds"]) for form in kind.forms},
        read_media_words(bodies),
        frozenset(as_words("dossier/words/bodies.yml: descriptions", bodies["descriptions"])),
        frozenset(as_words("dossier/words/bodies.yml: nouns", bodies["nouns"])),
        by_name,
        surfaces,
        longest,
    )


def load_party_rows() -> dict[str, Party]:
    """The rows alone by their names, for whoever knows whom to look up and finds nobody in a text."""
    return {row.name: row for name in LISTS for row in read_rows(name, read_words(name, *PARTY_TYPES) or {})}


def read_rows(name: str, sections: Mapping[str, Any]) -> Iterator[Party]:
    """Read the rows of one list: a mapping from type to a list of rows, each a flow mapping on one line."""
    where = f"dossier/words/{name}.yml"
    known = {f.name for f in fields(Party)} - {"type"}
    for kind, rows in sections.items():
        if kind not in PARTY_TYPES:
            continue
        for row in rows:
            unknown = sorted(row.keys() - known)
            if "name" not in row or unknown:
                raise WordsError(where, f"row {row!r} has no name, or unknown keys {unknown}", f"use {sorted(known)}")
            yield read_party(f"{where}: {row['name']}", PartyType(kind), row)


def read_party(where: str, kind: PartyType, row: Mapping[str, Any]) -> Party:
    """One row as a party; a list may be left out where it is empty."""
    lists = ("aliases", "demonyms", "capital", "seats", "regions", "short")
    words: dict[str, Any] = {key: as_words(f"{where} {key}", row.get(key)) for key in lists}
    return Party(type=kind, **{**row, **words})


def read_kinds(section: Mapping[str, Mapping[str, object]]) -> Iterator[BodyKind]:
    """Read the nouns that form bodies, from ``bodies.yml``: type -> canonical noun -> wordings."""
    for kind, nouns in section.items():
        for name, forms in nouns.items():
            yield BodyKind(name, PartyType(kind), as_words(f"dossier/words/bodies.yml: kinds {name}", forms))


def read_media_words(bodies: Mapping[str, Any]) -> MediaWords:
    """Read the words for media without a name, from ``bodies.yml``: form -> wordings, and who steers them."""
    where = "dossier/words/bodies.yml"
    forms = {word: form for form, words in bodies["media"].items() for word in as_words(f"{where}: {form}", words)}
    lists = ("steered", "typing", "typing_quoted", "naming", "unnaming")
    return MediaWords(forms, **{key: frozenset(as_words(f"{where}: {key}", bodies[key])) for key in lists})


def index_surfaces(rows: Iterable[Party], nobody: Iterable[str] = ()) -> dict[str, tuple[Party, str] | None]:
    """Surface -> its one owner, ``None`` for those that are nobody's; ``WordsError`` where two rows claim it."""
    index: dict[str, tuple[Party, str] | None] = dict.fromkeys(nobody)
    for row in rows:
        for surface, how in row.surfaces():
            if surface in index:
                owner = index[surface]
                other = owner[0].name if owner else "nobody"
                raise WordsError("dossier/words", f"{surface!r} names both {other} and {row.name}", "keep one")
            index[surface] = (row, how)
    return index
