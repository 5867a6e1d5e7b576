"""Whose the weapons are of an attack: "Rockets fell on the town …. At least five died in *Russian* rocket strikes"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Names
from dossier.mentions.weapons.classes import ClassHit, before_event, is_noun, read_class
from dossier.mentions.weapons.holders import find_holders
from dossier.mentions.weapons.words import Words
from dossier.model import Reading


def find_struck(words: Words, lexicon: WeaponWords) -> Iterator[ClassHit]:
    """Classes before an attack that they only qualify, which names no class: "Russian ROCKET strikes"."""
    for word in words.words:
        if lexicon.is_head(word.one) and is_noun(word) and not word.plural and before_event(words, word, lexicon):
            hit = read_class(words, word, lexicon)
            after = words.at(word.index + 1)
            if hit is not None and hit.bare and after is not None and after.one in lexicon.assaults:
                yield hit


def find_users(hits: Iterable[ClassHit], names: Names, lexicon: WeaponWords) -> dict[str, tuple[Reading, ...]]:
    """Class -> who attacks with it, by what stands before the attack: "RUSSIAN rocket strikes"."""
    found: dict[str, list[Reading]] = {}
    for hit in hits:
        for reading in find_holders(hit.words, (hit.first, hit.last), names, lexicon):
            told = [other.value for other in found.setdefault(hit.name, [])]
            if reading.rule == "possessive" and reading.value and reading.value not in told:
                found[hit.name].append(reading)
    return {name: tuple(readings) for name, readings in found.items()}
