"""What publishing systems print around an article, and how its text says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words

FILE = "dossier/words/furniture.yml"
MEDIA_FILE = "dossier/words/datelines.yml"
LANGUAGES_FILE = "dossier/words/languages.yml"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The lists of ``words/furniture.yml``; every phrase is folded as its header says."""

    ends: frozenset[str]
    end_starts: tuple[str, ...]
    outlet_words: frozenset[str]
    leads: frozenset[str]
    controls: frozenset[str]
    notices: tuple[str, ...]
    notices_shared: frozenset[str]
    boxes: tuple[str, ...]
    tells: tuple[str, ...]
    sections: frozenset[str]
    key_points: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    bylines: tuple[str, ...]
    desks: frozenset[str]
    credits: tuple[str, ...]
    caption_starts: tuple[str, ...]
    caption_marks: tuple[str, ...]
    photo_credits: tuple[str, ...]
    no_places: frozenset[str]


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Phrases of page furniture; agencies, outlets and places of datelines; frequent words by language."""

    phrases: Phrases
    agencies: Mapping[str, str]
    """A printed form in lower case, to the name: ``agence france-presse`` to ``AFP``."""
    outlets: Mapping[str, str]
    """Papers and broadcasters, likewise: ``dawn.com`` to ``Dawn``."""
    places: frozenset[str]
    """Towns that stand at the head of a dateline, in lower case: ``new delhi``."""
    countries: frozenset[str]
    """What may stand behind a town there, in lower case: ``south korea``."""
    date_label: re.Pattern[str]
    """"Published on:" and the like at the head of a piece of a line whose dates have been turned into bars."""
    languages: Mapping[str, frozenset[str]]
    """For each language its most frequent small words, in lower case."""


def load_furniture_words() -> FurnitureWords:
    """The three lists, checked; ``WordsError`` names the file and the key that is wrong."""
    media = as_mapping(MEDIA_FILE, read_words("datelines"))
    languages = as_mapping(LANGUAGES_FILE, read_words("languages"))
    phrases = load_phrases()
    return FurnitureWords(
        phrases=phrases,
        date_label=match_labels(phrases.published | phrases.updated),
        agencies=read_names(media, "agencies"),
        outlets=read_names(media, "outlets"),
        places=frozenset(word.lower() for word in as_words(f"{MEDIA_FILE}: places", media.get("places"))),
        countries=frozenset(row["name"].lower() for row in read_words("states")["state"]),
        languages={
            str(code): frozenset(as_words(f"{LANGUAGES_FILE}: {code}", words)) for code, words in languages.items()
        },
    )


def load_phrases() -> Phrases:
    """``words/furniture.yml``: every list must be there, and no other."""
    table = as_mapping(FILE, read_words("furniture"))
    names = [entry.name for entry in fields(Phrases)]
    wrong = sorted(set(table) ^ set(names))
    if wrong:
        raise WordsError(FILE, f"the list {wrong[0]!r} is missing or unknown", f"have exactly {', '.join(names)}")
    lists = {name: as_words(f"{FILE}: {name}", table[name]) for name in names}
    return Phrases(
        ends=frozenset(lists["ends"]),
        end_starts=lists["end_starts"],
        outlet_words=frozenset(lists["outlet_words"]),
        leads=frozenset(lists["leads"]),
        controls=frozenset(lists["controls"]),
        notices=lists["notices"],
        notices_shared=frozenset(lists["notices_shared"]),
        boxes=lists["boxes"],
        tells=lists["tells"],
        sections=frozenset(lists["sections"]),
        key_points=frozenset(lists["key_points"]),
        published=frozenset(lists["published"]),
        updated=frozenset(lists["updated"]),
        bylines=lists["bylines"],
        desks=frozenset(lists["desks"]),
        credits=lists["credits"],
        caption_starts=lists["caption_starts"],
        caption_marks=lists["caption_marks"],
        photo_credits=lists["photo_credits"],
        no_places=frozenset(lists["no_places"]),
    )


def match_labels(labels: frozenset[str]) -> re.Pattern[str]:
    """A pattern for any of ``labels`` between cuts, the longest first."""
    longest = sorted(labels, key=lambda label: (-len(label), label))
    return re.compile(
        rf"(?:^|(?<=[|,;/•–—-]))\s*(?:{'|'.join(map(re.escape, longest))})\b\s*(?:(?=[|-]|$)|:)", re.IGNORECASE
    )


def as_mapping(where: str, value: object) -> Mapping[str, object]:
    """``value`` as a table; ``WordsError`` otherwise."""
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return value
    raise WordsError(where, "not a table of lists", "write `key:` and a list under it; quote a key such as 'no'")


def read_names(media: Mapping[str, object], key: str) -> Mapping[str, str]:
    """Printed forms to names: the name itself and what stands under it."""
    table = as_mapping(f"{MEDIA_FILE}: {key}", media.get(key))
    names: dict[str, str] = {}
    for name, forms in table.items():
        for form in (name, *as_words(f"{MEDIA_FILE}: {key}: {name}", forms)):
            if names.setdefault(form.lower(), name) != name:
                raise WordsError(f"{MEDIA_FILE}: {key}", f"{form!r} stands under two names", "strike one")
    return names
