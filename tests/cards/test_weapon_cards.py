"""One card a system or a class, across articles: names that fold, other words, holders."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dossier.model import Dossier, Form, WeaponCard

Compile = Callable[[Mapping[str, str]], Dossier]


def card(dossier: Dossier, name: str) -> WeaponCard:
    (found,) = [weapon for weapon in dossier.weapons if weapon.name == name]
    return found


def holders(weapon: WeaponCard) -> set[str | None]:
    return {statement.value for statement in weapon.statements.get("held_by", ())}


def test_spellings_of_one_designation_are_one_card(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "OSLO, May 2 (Reuters) - Norway sent two F-16 jets and an F-16AM to Estonia, officials said on "
            "Thursday.\n",
            "b.txt": "OSLO, May 3 (AFP) - The F16s landed at a military airbase near Tallinn, the navy said on "
            "Friday.\n",
        }
    )
    weapon = card(dossier, "F-16")
    assert weapon.form is Form.NAMED
    assert {alias.name for alias in weapon.aliases} >= {"F-16AM"}
    assert holders(weapon) == {"Norway"}


def test_a_number_and_a_name_are_one_system(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "RABAT, May 2 (Reuters) - An MQ-9 Reaper crashed in the desert, the army said on Thursday.\n",
            "b.txt": "RABAT, May 3 (AFP) - The Reaper was armed with missiles, while a second MQ-9 drone came home, "
            "the army said.\n",
        }
    )
    weapon = card(dossier, "MQ-9 Reaper")
    assert {alias.name for alias in weapon.aliases} >= {"MQ-9", "Reaper"}


def test_a_short_name_in_another_article_is_not_taken_for_the_numbered_system(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "HANOI, May 2 (Reuters) - The army fired a Fateh-110 missile over the bay on Thursday.\n",
            "b.txt": "QUITO, May 9 (AFP) - Smugglers had hidden parts of a Fateh missile in a warehouse of the old "
            "port.\n",
        }
    )
    assert {weapon.name for weapon in dossier.weapons} >= {"Fateh", "Fateh-110"}


def test_other_words_for_a_class_are_its_aliases(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "ACCRA, May 2 (Reuters) - Police seized nine drones. Two of the UAVs had flown from Togo, the "
            "army said.\n"
        }
    )
    weapon = card(dossier, "drone")
    assert weapon.form is Form.CLASS
    assert [alias.name for alias in weapon.aliases] == ["UAV"]


def test_an_article_on_one_sides_arms_lends_its_holder(compile_articles: Compile) -> None:
    parade = (
        "DELHI, May 2 (Reuters) - India paraded its tanks in the capital on Thursday. "
        "Indian howitzers and India's rocket launchers followed. Crowds cheered as cruise missiles rolled by.\n"
    )
    weapon = card(compile_articles({"a.txt": parade}), "cruise missile")
    (statement,) = weapon.statements["held_by"]
    assert (statement.value, statement.rule) == ("India", "holder of the article's other arms")
    assert len(statement.evidence) > 2


def test_an_article_on_two_sides_arms_lends_none(compile_articles: Compile) -> None:
    war = (
        "YEREVAN, May 2 (Reuters) - Armenian tanks met Azerbaijani drones near the pass on Thursday. "
        "Armenian mortars answered Azerbaijani howitzers. Burnt rocket launchers lay by the road.\n"
    )
    assert holders(card(compile_articles({"a.txt": war}), "rocket launcher")) == set()


PARADE = (
    "DELHI, May 2 (Reuters) - India paraded its tanks in the capital on Thursday, and Defence Minister Rajnath Singh "
    "and General Manoj Pande took the salute. Indian howitzers and India's rocket launchers followed.\n"
)
MISSILES = (
    "DELHI, May 3 (Reuters) - Crowds had cheered as cruise missiles rolled by behind the tanks, Defence Minister "
    "Rajnath Singh said on Friday. General Manoj Pande thanked them.\n"
)
TANKER = (
    "LIMA, May 4 (Reuters) - Peru's drones and Peruvian frigates watched a tanker off Callao, Admiral Ana Cruz said on "
    "Saturday. Peruvian torpedoes and Peru's mortars were not used.\n"
)


@pytest.mark.parametrize("beside", [{}, {"c.txt": TANKER}])
def test_an_article_on_another_matter_takes_no_holder_away(compile_articles: Compile, beside: dict[str, str]) -> None:
    dossier = compile_articles({"a.txt": PARADE, "b.txt": MISSILES, **beside})
    assert holders(card(dossier, "cruise missile")) == {"India"}


def test_an_article_on_another_matter_lends_no_holder(compile_articles: Compile) -> None:
    strangers = MISSILES.replace("Rajnath Singh", "Arun Rao").replace("Manoj Pande", "Vikram Nair")
    assert holders(card(compile_articles({"a.txt": PARADE, "b.txt": strangers}), "cruise missile")) == set()


@pytest.mark.parametrize("reverse", [False, True])
def test_the_order_of_articles_changes_nothing(compile_articles: Compile, reverse: bool) -> None:
    articles = {
        "a.txt": "LIMA, May 2 (Reuters) - Peru bought torpedoes and a Kalibr missile, the navy said on Thursday.\n",
        "b.txt": "LIMA, May 2 (Reuters) - Chile showed Kalibr missiles and torpedoes to guests on Thursday, the "
        "navy said.\n",
    }
    ordered = dict(sorted(articles.items(), reverse=reverse))
    dossier = compile_articles(ordered)
    assert [weapon.id for weapon in dossier.weapons] == ["kalibr", "torpedo"]


def test_an_article_that_names_none_of_the_arms_takes_no_holder_from_the_others(compile_articles: Compile) -> None:
    dossier = compile_articles({"a.txt": PARADE, "b.txt": MISSILES.replace(" behind the tanks", "")})
    assert holders(card(dossier, "cruise missile")) == set()
