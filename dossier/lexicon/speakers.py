"""How articles point back at whoever speaks, and which words two tellings of one proposition may swap.

The rows stand in ``dossier/words/speakers.yml`` and ``dossier/words/paraphrases.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words
from dossier.model import PartyType


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """``speakers.yml``, read. Nouns are lower-case singulars in British spelling."""

    governments: frozenset[str]
    """Nouns that stand for a state together with its name: ``government``."""
    kinds: Mapping[str, frozenset[PartyType]]
    """Noun -> the types of party that it can point at: ``kingdom`` -> a state."""
    qualifiers: frozenset[str]
    """Adjectives that fit any party of a type: ``militant``."""
    joint: frozenset[str]
    """Words that mean several speakers at once: ``both``."""
    offices: Mapping[str, frozenset[str]]
    """Noun -> titles that hold the office: ``premier`` -> ``prime minister``."""
    callings: Mapping[str, tuple[frozenset[str], ...]]
    """Office -> its names, each as a set of words: ``foreign minister`` -> ``{head, diplomacy}``."""
    heads: frozenset[str]
    """Nouns for whoever is at the head of something: ``chief``."""
    as_head: frozenset[str]
    """Those of them that are read as ``head`` in a calling."""
    walks: Mapping[str, str]
    """Noun -> its walk of life: ``general`` -> ``arms``."""
    anonymous: frozenset[str]
    """Nouns for those whom an article mostly does not name: ``resident``."""
    guests: frozenset[str]
    """Nouns for whoever gives an interview: ``interviewee``."""
    falsehoods: frozenset[str]
    """Words that call a claim untrue: ``baseless``."""
    emphatic: frozenset[str]
    """Words that only press such a word home: ``outright``."""
    accusing: frozenset[str]
    """Reporting words that accuse somebody: ``blame``."""
    charges: frozenset[str]
    """Nouns that stand for an accusation where they are denied: ``involvement``."""
    hostile: frozenset[str]
    """What is done against others, one word of it as good as another where it is denied: ``invasion``."""
    planning: frozenset[str]
    """Words by which such a thing is planned or begun, and which tell no more of it: ``launch``."""
    asked: frozenset[str]
    """Nouns for what one side asks of another: ``demand``."""
    renegades: frozenset[str]
    """Words for those who speak for no state though one is named beside them: ``separatist``."""
    hedges: frozenset[str]
    """Words by which an article leaves open whether a thing is so: ``reportedly``."""


@dataclass(frozen=True, slots=True)
class Paraphrases:
    """``paraphrases.yml``, read: what weighs when two propositions are compared. Lower-case lemmas."""

    group: Mapping[str, str]
    """Word -> the first word of its group: ``weapon`` -> ``arm``."""
    light: frozenset[str]
    """Words that stand in any report: ``continue``."""
    common: frozenset[str]
    """Words, or first words of groups, that stand in many: ``aid``."""


def load_speaker_words() -> SpeakerWords:
    """Read the list; ``WordsError`` names the key that is wrong."""
    rows = read_words("speakers")
    where = "dossier/words/speakers.yml"
    kinds: dict[str, set[PartyType]] = {}
    for kind, nouns in rows["kinds"].items():
        for noun in as_words(f"{where}: kinds {kind}", nouns):
            kinds.setdefault(noun, set()).add(PartyType(kind))

    def words(key: str) -> frozenset[str]:
        return frozenset(as_words(f"{where}: {key}", rows.get(key)))

    return SpeakerWords(
        governments=words("governments"),
        kinds={noun: frozenset(types) for noun, types in kinds.items()},
        qualifiers=words("qualifiers"),
        joint=words("joint"),
        offices={noun: frozenset(as_words(f"{where}: offices {noun}", t)) for noun, t in rows["offices"].items()},
        callings=read_callings(rows["callings"], where),
        heads=words("heads") | words("as head"),
        as_head=words("as head"),
        walks={noun: walk for walk, row in rows["walks"].items() for noun in as_words(f"{where}: walks {walk}", row)},
        anonymous=words("anonymous"),
        guests=words("guests"),
        falsehoods=words("falsehoods"),
        emphatic=words("emphatic"),
        accusing=words("accusing"),
        charges=words("charges"),
        hostile=words("hostile"),
        planning=words("planning"),
        asked=words("asked"),
        renegades=words("renegades"),
        hedges=words("hedges"),
    )


def read_callings(rows: Mapping[str, object], where: str) -> Mapping[str, tuple[frozenset[str], ...]]:
    """The names of each office, the longest first, "of" left out."""
    names = {office: as_words(f"{where}: callings {office}", row) for office, row in rows.items()}
    split = {office: [frozenset(name.split()) - {"of"} for name in row] for office, row in names.items()}
    return {office: tuple(sorted(row, key=lambda n: (-len(n), sorted(n)))) for office, row in split.items()}


def load_paraphrases() -> Paraphrases:
    """Read the list; ``WordsError`` for a word in two groups, or in a group and among the light ones."""
    rows = read_words("paraphrases")
    where = "dossier/words/paraphrases.yml"
    light = frozenset(as_words(f"{where}: light", rows.get("light")))
    group: dict[str, str] = {}
    for words in rows["groups"]:
        for word in as_words(f"{where}: groups", words):
            if word in group or word in light:
                raise WordsError(where, f"{word!r} stands in two places", "keep the one that weighs right")
            group[word] = words[0]
    return Paraphrases(group, light, frozenset(as_words(f"{where}: common", rows.get("common"))))
