"""Happenings that a text can date, by sort, and the verbs and nouns that state one: ``dossier/words/events.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words

WHERE = "dossier/words/events.yml"

KEYS = frozenset({"clear", "idle", "mutual", "nouns", "objects", "past", "still", "subjects", "verbs"})
"""What a sort may say of itself."""


@dataclass(frozen=True, slots=True)
class EventSort:
    """One sort of happening: ``meeting``."""

    name: str
    past: str
    """The verb that stands for all of them, in the past: ``met``."""
    mutual: bool = False
    """Whether all who take part are on a par."""
    clear: bool = False
    """Whether one is told without a date where two parties are named."""
    general: bool = False
    """Whether any verb on no list states one, where a date hangs on it."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """Look-ups over the list; all lemmas, lower case."""

    sorts: Mapping[str, EventSort]
    verbs: Mapping[str, EventSort]
    """Verbs that state one by themselves, with their particle where they have one: ``shoot down``."""
    objects: Mapping[str, Mapping[str, EventSort]]
    """Verb -> noun -> what both state: ``hold`` -> ``summit``."""
    subjects: Mapping[str, Mapping[str, EventSort]]
    """Verb -> noun -> what it states of that noun: ``begin`` -> ``war``."""
    idle: Mapping[str, frozenset[str]]
    """Verb -> objects with which it is a figure of speech: ``strike`` -> ``balance``."""
    nouns: Mapping[str, EventSort]
    still: frozenset[str]
    """Verbs that tell how things were, and state nothing that happened: ``remain``."""

    @property
    def general(self) -> EventSort:
        """The sort of a happening that is of no other."""
        return next(sort for sort in self.sorts.values() if sort.general)


def load_event_words() -> EventWords:
    """Read and check the list; ``WordsError`` names the sort and the key that is wrong."""
    rows = read_words("events")
    sorts = {name: event_sort(name, row) for name, row in rows.items()}
    verbs: dict[str, EventSort] = {}
    nouns: dict[str, EventSort] = {}
    objects: dict[str, dict[str, EventSort]] = {}
    subjects: dict[str, dict[str, EventSort]] = {}
    idle: dict[str, frozenset[str]] = {}
    for name, row in rows.items():
        sort = sorts[name]
        verbs |= dict.fromkeys(as_words(f"{WHERE}: {name} verbs", row.get("verbs")), sort)
        nouns |= {noun: nouns.get(noun, sort) for noun in as_words(f"{WHERE}: {name} nouns", row.get("nouns"))}
        for key, found in (("objects", objects), ("subjects", subjects)):
            for verb, words in (row.get(key) or {}).items():
                listed = as_words(f"{WHERE}: {name} {key} {verb}", words)
                found.setdefault(verb, {}).update(dict.fromkeys(listed, sort))
        for verb, words in (row.get("idle") or {}).items():
            idle[verb] = frozenset(as_words(f"{WHERE}: {name} idle {verb}", words))
    general = [name for name, sort in sorts.items() if sort.general]
    if len(general) != 1:
        raise WordsError(
            WHERE, f"{len(general)} sorts have a list `still`", "give it to the one sort of all other verbs"
        )
    still = as_words(f"{WHERE}: {general[0]} still", rows[general[0]]["still"])
    return EventWords(sorts, verbs, objects, subjects, idle, nouns, frozenset(still))


def event_sort(name: str, row: Mapping[str, object]) -> EventSort:
    """One sort's own properties, its keys checked."""
    unknown = sorted(set(row) - KEYS)
    if unknown:
        raise WordsError(f"{WHERE}: {name}", f"{unknown[0]!r} is no key of a sort", f"use one of {sorted(KEYS)}")
    past = row.get("past")
    if not isinstance(past, str):
        raise WordsError(f"{WHERE}: {name}", "it has no past", "add a line such as `past: met`")
    return EventSort(name, past, mutual=bool(row.get("mutual")), clear=bool(row.get("clear")), general="still" in row)
