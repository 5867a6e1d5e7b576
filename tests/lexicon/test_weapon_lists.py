"""The lists of weapons and delegations read like lists: sorted, without repetition, each word of use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from dossier.errors import WordsError
from dossier.lexicon.weapons import families_of, grouped, load_weapon_words, surface_key
from dossier.lexicon.words import read_words


def lists_in(node: Any, where: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Every list of words under ``node``, and the keys of every table of words."""
    if isinstance(node, Mapping):
        rows = list(node)
        if "." in where and all(isinstance(row, str) for row in rows):
            yield where, rows
        for key, child in node.items():
            yield from lists_in(child, f"{where}.{key}")
    elif isinstance(node, list) and all(isinstance(item, str) for item in node):
        yield where, node


def alphabetical(words: Sequence[str]) -> list[str]:
    return sorted(words, key=lambda word: (word.casefold(), word))


UNORDERED = (".families.", "weapons.heads", "weapons.modifiers", "weapons_named.makers", "weapons_named.families")
"""Groups stand in an order of sense, and the forms of one name in order of use."""


@pytest.mark.parametrize("name", ["weapons", "weapons_named", "delegations"])
def test_every_list_is_sorted_and_holds_a_word_once(name: str) -> None:
    for where, words in lists_in(read_words(name), name):
        assert len(set(words)) == len(words), where
        if where not in UNORDERED and not (where.count(".") > 2 and ".families." in where):
            assert list(words) == alphabetical(words), where


def test_what_licenses_a_vague_noun_can_stand_before_it() -> None:
    words = load_weapon_words()
    known = words.modifiers | words.weak | words.heads | words.licensed.keys()
    for noun, licences in words.licensed.items():
        assert licences <= known, noun


def test_an_everyday_word_is_a_name_of_the_list() -> None:
    words = load_weapon_words()
    for name in read_words("weapons_named")["plain"]:
        assert words.families[surface_key(name)].plain


def test_a_form_of_two_systems_is_refused_with_both_names() -> None:
    systems = {"plain": [], "families": {"drones": {"Kestrel": ["Falk"], "Merlin": ["Falk"]}}}
    with pytest.raises(WordsError, match="'Falk' stands for 'Kestrel' and 'Merlin'"):
        families_of(systems)


def test_a_word_in_two_groups_is_refused_with_both_groups() -> None:
    with pytest.raises(WordsError, match="'mortar' stands in 'artillery' and in 'small arms'"):
        list(grouped("weapons.yml", {"heads": {"artillery": ["mortar"], "small arms": ["mortar"]}}, "heads"))
