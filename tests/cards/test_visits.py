"""One card a group and visit, across articles: what one article lacks another gives, and two visits stay two."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.model import DelegationCard, Dossier

Compile = Callable[[Mapping[str, str]], Dossier]


def said(card: DelegationCard) -> dict[str, list[str | None]]:
    return {key: [statement.value for statement in entries] for key, entries in card.statements.items()}


def test_frames_of_one_visit_become_one_card(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "JAKARTA, May 14, 2024 (Reuters) - A Kenyan delegation including Trade Minister Amina Otieno "
            "arrived in "
            "Indonesia on Tuesday for talks on tea exports.\n",
            "b.txt": "JAKARTA, May 15, 2024 (AFP) - The Kenyan delegation, led by Trade Minister Amina Otieno, met "
            "importers "
            "in Jakarta on Wednesday.\n",
        }
    )
    (card,) = dossier.delegations
    assert card.name == "Kenyan delegation to Indonesia"
    facts = said(card)
    assert (facts["from"], facts["head"], facts["to"]) == (["Kenya"], ["Amina Otieno"], ["Indonesia"])
    assert "member" not in facts
    assert "talks on tea exports" in facts["occasion"]


def test_two_visits_of_one_sender_stay_two(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "VIENNA, May 14, 2024 (Reuters) - A Georgian delegation led by Nino Beridze arrived in Austria "
            "on Tuesday.\n",
            "b.txt": "MADRID, May 14, 2024 (AFP) - A Georgian delegation led by Levan Kapanadze arrived in Spain on "
            "Tuesday.\n",
        }
    )
    assert sorted(card.name for card in dossier.delegations) == [
        "Georgian delegation to Austria",
        "Georgian delegation to Spain",
    ]


def test_a_second_journey_weeks_later_is_another_visit(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "MUSCAT, April 2, 2024 (Reuters) - A Nepalese delegation arrived in Oman on Tuesday.\n",
            "b.txt": "MUSCAT, May 14, 2024 (AFP) - A Nepalese delegation arrived in Oman on Tuesday.\n",
        }
    )
    assert len(dossier.delegations) == 2


def test_another_group_a_year_later_is_another_visit(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "LUSAKA, May 14, 2023 (Reuters) - A Nepalese delegation including Trade Minister Asha Rana "
            "arrived in Zambia this week.\n",
            "b.txt": "LUSAKA, Nov 20, 2024 (AFP) - A Nepalese delegation led by Kiran Thapa held talks in Lusaka.\n",
        }
    )
    assert len(dossier.delegations) == 2


def test_the_capital_stands_under_its_country(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": "A Cuban delegation led by Raul Mena arrived in Hanoi on Tuesday.\n",
            "b.txt": "A Cuban delegation headed by Raul Mena flew to Vietnam for a trade fair.\n",
        }
    )
    (card,) = dossier.delegations
    (to,) = card.statements["to"]
    assert to.value == "Vietnam"
    assert {passage.exact for passage in to.evidence} == {"Hanoi", "Vietnam"}


def test_who_came_with_a_foreign_delegation_does_not_lead_it(compile_articles: Compile) -> None:
    text = (
        "Sweden's Foreign Minister Karin Lund spoke first. Lund arrived in Tallinn with a Finnish "
        "delegation on Tuesday, "
        "officials in Estonia said.\n"
    )
    (card,) = compile_articles({"a.txt": text}).delegations
    assert said(card)["from"] == ["Finland"]
    assert "head" not in said(card)


def test_a_group_of_which_nothing_is_said_gets_no_card(compile_articles: Compile) -> None:
    assert compile_articles({"a.txt": "The Danish delegation was pleased, a hotel porter said.\n"}).delegations == ()


def test_an_army_chief_goes_on_behalf_of_his_state(compile_articles: Compile) -> None:
    text = (
        "NAIROBI, May 14, 2024 (AFP) - General Paul Okoro, Chief of the Nigerian Army, who headed a military "
        "delegation, met his Kenyan counterpart in Nairobi on Tuesday.\n"
    )
    (card,) = compile_articles({"a.txt": text}).delegations
    assert said(card)["from"] == ["Nigeria"]
