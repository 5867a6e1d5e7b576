"""The lists of parties and titles: sorted, each surface with one owner, and look-ups that find what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import WordsError
from dossier.lexicon import Lexicon
from dossier.lexicon.parties import LISTS, index_surfaces, load_parties
from dossier.lexicon.people import load_people_words, one_role, one_spelling
from dossier.lexicon.spelling import Spelling
from dossier.lexicon.words import read_words
from dossier.model import PartyType

PARTIES = load_parties()


@pytest.mark.parametrize("name", LISTS)
def test_rows_stand_in_the_order_of_their_names(name: str) -> None:
    for kind, rows in read_words(name).items():
        if kind in set(PartyType):
            names = [row["name"] for row in rows]
            assert names == sorted(set(names)), kind


@pytest.mark.parametrize("name", ["titles", "names"])
def test_words_stand_in_order_and_once(name: str) -> None:
    for key, words in read_words(name).items():
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            assert words == sorted(set(words)), key


def test_each_surface_has_one_owner_and_two_owners_are_refused() -> None:
    rows = list(PARTIES)
    index_surfaces(rows)
    with pytest.raises(WordsError, match="names both"):
        index_surfaces([*rows, rows[0]])


def test_a_wording_in_two_groups_is_refused() -> None:
    with pytest.raises(WordsError, match="two groups"):
        one_role({"premier": ["pm"], "prime minister": ["pm"]})
    with pytest.raises(WordsError, match="two groups"):
        one_spelling([["igor", "ihor"], ["igor", "egor"]])


def test_every_leader_on_the_list_has_led_a_listed_state_and_stands_there_once() -> None:
    leaders = load_people_words().leaders
    states = {party.name for party in PARTIES if party.type is PartyType.STATE}
    assert {leader.state for leader in leaders} <= states
    assert len(set(leaders)) == len(leaders)


def test_every_state_can_be_found_by_each_of_its_names() -> None:
    for party in PARTIES:
        for surface, how in party.surfaces():
            (hit,) = PARTIES.find(f"Yesterday {surface} again.")
            assert (hit.party.name, hit.how) == (party.name, how), surface


def test_a_possessive_an_article_and_odd_apostrophes_are_let_pass() -> None:
    found = PARTIES.lookup("the Workers’ Party of Korea’s")
    assert found is not None
    assert found[0].name == "Workers' Party of Korea"


def test_belonging_leads_to_the_state_and_stops_at_a_body_between_states() -> None:
    state = PARTIES.state(PARTIES.by_name("Quds Force"))
    assert state is not None
    assert state.name == "Iran"
    assert PARTIES.state(PARTIES.by_name("NATO")) is None


def test_only_one_agency_is_north_koreas_and_russia_has_several() -> None:
    assert [row.name for row in PARTIES.media_of("North Korea", "agency")] == ["KCNA"]
    assert len(PARTIES.media_of("Russia", "agency")) > 1


@given(st.text(alphabet="USukNorthKea’'. -\nIranß", max_size=60))
def test_what_is_found_in_any_text_is_a_surface_of_its_party(text: str) -> None:
    done = 0
    for hit in PARTIES.find(text):
        assert done <= hit.start < hit.end <= len(text)
        assert PARTIES.lookup(text[hit.start : hit.end]) is not None
        done = hit.end


def test_spelling_keeps_case_and_all_else(lexicon: Lexicon) -> None:
    assert lexicon.spelling.canonical("The DEFENSE Ministry's Center") == "The DEFENCE Ministry's Centre"
    assert Spelling({}).canonical("defense") == "defense"
