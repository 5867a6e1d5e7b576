"""The page of names: which short form stands for which long one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import small_dossier

from dossier.model import Alias
from dossier.pages.names import abbreviations, stands_for, variants


@pytest.mark.parametrize(
    ("reading", "short", "fits"),
    [
        ("Lowland News Agency", "LNA", True),
        ("United Nations", "U.N.", True),
        ("Ministry of Defence", "MoD", True),
        ("Lowland Press", "LNA", False),
        ("LNA", "LNA", False),
        ("Maren", "MN", False),
    ],
)
def test_a_short_form_stands_for_the_words_that_begin_with_its_letters(reading: str, short: str, fits: bool) -> None:
    assert stands_for(reading, short) is fits


def test_an_abbreviation_and_a_variant_stand_in_lists_of_their_own() -> None:
    card = small_dossier().people[0]
    at = card.evidence[:1]
    agency = replace(card, name="LNA", aliases=(Alias("Lowland News Agency", at), Alias("Lowland agency", at)))
    assert [(name, [words for words, _ in rows]) for _, name, rows in abbreviations(agency)] == [
        ("LNA", ["Lowland News Agency"])
    ]
    assert [(name, [words for words, _ in rows]) for _, name, rows in variants(agency)] == [
        ("LNA", ["Lowland News Agency", "Lowland agency"])
    ]
