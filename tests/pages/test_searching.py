"""By which words a card is found beside those on its page, and how much its page weighs in the search."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import small_dossier

from dossier.model import Alias, Card, Form, OrganisationCard, PersonCard, Statement, WeaponCard
from dossier.pages.searching import Signposts, load_signposts, plurals, variants, weight

DOSSIER = small_dossier()
PERSON, WEAPON, CLAIM, SOURCE = DOSSIER.people[0], DOSSIER.weapons[0], DOSSIER.claims[0], DOSSIER.sources[0]


@pytest.fixture(scope="module")
def signposts() -> Signposts:
    return load_signposts()


def tags(signposts: Signposts, card: Card) -> list[str]:
    return signposts.tags(card, card.kind.value.capitalize(), card.name)


def test_the_first_tag_is_what_a_hit_is_called(signposts: Signposts) -> None:
    assert tags(signposts, PERSON)[0] == "Person"


def test_a_class_is_found_in_the_plural_and_by_its_other_names(signposts: Signposts) -> None:
    card = WeaponCard(id="d", name="drone", form=Form.CLASS, aliases=(Alias("unmanned aerial vehicle", ()),))
    assert {"drones", "uavs", "unmanned", "vehicles"} <= set(tags(signposts, card))


def test_a_numbered_system_is_found_with_its_number_joined_and_in_the_plural(signposts: Signposts) -> None:
    card = WeaponCard(id="f", name="Falak-12", form=Form.NAMED)
    assert tags(signposts, card) == ["Weapon", "12s", "Falak12s", "Falaks"]


def test_an_office_is_found_in_both_spellings_and_with_its_country(signposts: Signposts) -> None:
    roles = (Statement("defence minister", (), of="Kenya"),)
    card = PersonCard(id="p", name="Ayo Were", statements={"role": roles})
    assert tags(signposts, card) == ["Person", "defence", "defense", "Kenyan", "minister"]


def test_a_state_is_found_by_its_capital_and_by_its_letters(signposts: Signposts) -> None:
    found = tags(signposts, OrganisationCard(id="u", name="United Kingdom"))
    assert {"London", "Britain", "U.K.", "UK"} <= set(found)


def test_no_word_of_the_title_is_said_twice(signposts: Signposts) -> None:
    card = OrganisationCard(id="m", name="Maren Harbour Board", aliases=(Alias("the Maren Board", ()),))
    assert tags(signposts, card) == ["Organisation", "harbor", "the"]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("drone", "drones"),
        ("battery", "batteries"),
        ("cutlass", "cutlasses"),
        ("UAV", "UAVs"),
        ("Leopard 2", "Leopards"),
    ],
)
def test_several_of_a_class(one: str, several: str) -> None:
    assert several in plurals(one)


def test_a_year_is_no_number_of_a_system(signposts: Signposts) -> None:
    assert list(variants("Board meeting of March 2024", signposts.spelling)) == ["Board meeting of March 2024"]


def test_people_weigh_more_than_claims_and_claims_more_than_articles_however_often_told() -> None:
    told = replace(CLAIM, evidence=CLAIM.evidence * 200)
    assert weight(replace(PERSON, evidence=())) > weight(told) > weight(CLAIM) > weight(SOURCE)
    assert weight(replace(WEAPON, evidence=WEAPON.evidence * 200)) < 2 * weight(replace(WEAPON, evidence=()))
