"""The lists of this floor: every phrase is written as lines are compared, and every list is sorted."""

from __future__ import annotations

from dataclasses import fields

import pytest
import yaml

from dossier.errors import WordsError
from dossier.lexicon import furniture
from dossier.lexicon.furniture import Phrases, load_furniture_words
from dossier.sources.lines import fold

WITHIN = {"caption_marks", "tells"}
"""Lists whose phrases are sought inside a line, where colons and bars are kept."""


@pytest.mark.parametrize("name", [entry.name for entry in fields(Phrases)])
def test_a_phrase_is_written_as_lines_are_folded(name: str) -> None:
    phrases = getattr(load_furniture_words().phrases, name)
    assert phrases
    if name not in WITHIN:
        assert [phrase for phrase in phrases if fold(phrase) != phrase] == []


@pytest.mark.parametrize("name", [entry.name for entry in fields(Phrases)])
def test_a_list_is_sorted_and_says_nothing_twice(name: str) -> None:
    rows = furniture.read_words("furniture")[name]
    assert len(set(rows)) == len(rows)
    if name != "ends":  # two lists with a comment between them
        assert rows == sorted(rows, key=str.lower)


def test_what_is_shared_with_stories_is_a_notice() -> None:
    phrases = load_furniture_words().phrases
    assert set(phrases.notices_shared) <= set(phrases.notices)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"ends": ["x"]}, "dossier/words/furniture.yml: the list 'boxes' is missing or unknown"),
        (["x"], "dossier/words/furniture.yml: not a table of lists"),
    ],
)
def test_a_damaged_list_is_named(monkeypatch: pytest.MonkeyPatch, table: object, message: str) -> None:
    monkeypatch.setattr(furniture, "read_words", lambda _: table)
    with pytest.raises(WordsError) as caught:
        furniture.load_phrases()
    assert str(caught.value).startswith(message)


def test_a_form_under_two_names_is_refused() -> None:
    media = yaml.safe_load("agencies: {AFP: [agence], ANI: [agence]}")
    with pytest.raises(WordsError, match="'agence' stands under two names"):
        furniture.read_names(media, "agencies")
