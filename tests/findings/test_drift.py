"""Wordings laid beside each other: titled pairs from ``tests/cases/wording.md``, and whole claims."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import small_dossier

from dossier.findings.drift import OWN_VOICE, find_wordings
from dossier.findings.shifts import Shift
from dossier.lexicon.wording import WordingWords, load_wording_words
from dossier.model import ClaimCard, Evidence, Mode, Report

CASES = (Path(__file__).resolve().parents[1] / "cases" / "wording.md").read_text("utf-8").split("\n## ")[1:]


@pytest.fixture(scope="session")
def words() -> WordingWords:
    return load_wording_words()


def told(source: str, text: str, mode: Mode = Mode.INDIRECT) -> Report:
    """A report whose passage is all proposition."""
    at = Evidence(f"sources/{source}", 0, len(text), text)
    return Report(at, at, "Kyiv", None, "said", at, (), (), mode, "clause")


def claim(*reports: Report, restated: tuple[Evidence, ...] = ()) -> ClaimCard:
    return replace(small_dossier().claims[0], reports=reports, restated=restated)


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_a_change_of_words_is_named(case: str, words: WordingWords) -> None:
    lines = case.strip().splitlines()[1:]
    base, other = (line[2:] for line in lines if line.startswith("- "))
    named = find_wordings(claim(told("a", base), told("b", other)), words, {})
    found = [change for wording in named[1:] for change in wording.changes]
    shown = [f"= {c.shift}: {' → '.join(filter(None, (c.before, c.after)))}" for c in found]
    assert shown == [line for line in lines if line.startswith("= ")]


def test_the_same_words_are_one_wording_with_all_its_places(words: WordingWords) -> None:
    (one,) = find_wordings(claim(told("a", "it rained"), told("b", "It rained.")), words, {})
    assert [place.source for place in one.evidence] == ["sources/a", "sources/b"]


def test_wordings_without_common_words_are_not_laid_beside_each_other(words: WordingWords) -> None:
    rows = claim(told("a", "it has sold drones to anybody"), told("b", "a report that both capitals reject"))
    _, other = find_wordings(rows, words, {})
    assert (other.alike, other.changes, [piece.changed for piece in other.pieces]) == (False, (), [False])


def test_a_quotation_is_told_from_reported_speech(words: WordingWords) -> None:
    rows = claim(told("a", "we won", Mode.DIRECT), told("b", "they “won” it"), told("c", "they won that"))
    assert [w.marks for w in find_wordings(rows, words, {})] == [
        "in quotation marks",
        "partly in quotation marks",
        "in reported speech",
    ]


def test_attribution_is_dropped_only_where_the_same_text_has_it(words: WordingWords) -> None:
    bare = Evidence("sources/b", 0, 24, "Kyiv has won the battle.")
    far = replace(bare, source="sources/c", end=25, exact="Kyiv had won the battle. ")
    rows = claim(told("a", "Kyiv has won the battle"), restated=(bare, far))
    wordings = find_wordings(rows, words, {"sources/a": "a", "sources/b": "a", "sources/c": "c"})
    assert [w.marks for w in wordings[1:]] == [OWN_VOICE, OWN_VOICE]
    assert [w.changes[0].shift for w in wordings[1:]] == [Shift.UNATTRIBUTED, Shift.OWNED]


def test_a_claim_without_reports_has_no_wordings(words: WordingWords) -> None:
    assert find_wordings(claim(), words, {}) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_of_a_wording_are_its_words_character_for_character(base: str, other: str) -> None:
    words = load_wording_words()
    reports = [told(name, text) for name, text in (("a", base), ("b", other)) if text]
    for wording in find_wordings(claim(*reports), words, {}):
        assert "".join(piece.text for piece in wording.pieces) == wording.evidence[0].exact


def test_names_take_the_article_that_they_take_in_a_sentence(words: WordingWords) -> None:
    assert words.in_sentence("United States") == "the United States"
    assert words.in_sentence("Russian Defence Ministry") == "the Russian Defence Ministry"
    assert words.in_sentence("Ministry of Foreign Affairs") == "the Ministry of Foreign Affairs"
    assert words.in_sentence("South Korean Joint Chiefs of Staff") == "the South Korean Joint Chiefs of Staff"
    assert words.in_sentence("The Hague Court") == "The Hague Court"
    assert words.in_sentence("North Korea") == "North Korea"
    assert words.in_sentence("analysts") == "analysts"
    assert words.in_sentence("Two Western diplomats") == "two Western diplomats"
    assert words.in_sentence("Officials") == "officials"
    assert words.in_sentence("State Duma") == "State Duma"


def test_reporting_words_that_accuse(words: WordingWords) -> None:
    assert [cue for cue in ("accused", "has blamed", "allegations", "said", "thanked") if words.accuses(cue)] == [
        "accused",
        "has blamed",
        "allegations",
    ]
