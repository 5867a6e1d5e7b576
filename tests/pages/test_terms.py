"""The words by which the search finds a card before all others."""

from __future__ import annotations

from dataclasses import replace

from makers import small_dossier

from dossier.lexicon.wording import load_wording_words
from dossier.pages.terms import find_terms


def test_a_weapon_is_found_by_its_plural_and_without_its_hyphen() -> None:
    weapon = replace(small_dossier().weapons[0], name="Falak-3 rocket", aliases=())
    assert find_terms(weapon, load_wording_words()) == ["Falak-3 rocket", "Falak3 rocket", "rockets"]


def test_a_person_is_found_by_other_spellings_and_by_office_less_small_words() -> None:
    person = small_dossier().people[0]
    office = replace(person.statements["role"][0], value="minister of defence")
    terms = find_terms(replace(person, statements={"role": (office,)}), load_wording_words())
    assert terms == ["Corvo", "Corvoe", "Ines Corvo", "minister defence", "minister defense"]


def test_a_claim_is_found_by_what_it_says() -> None:
    assert find_terms(small_dossier().claims[0], load_wording_words()) == []
