"""Organisations' cards: only those that other cards name, with what the texts themselves say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.model import Dossier, OrganisationCard

Compile = Callable[[Mapping[str, str]], Dossier]

TEXT = (
    "State media SANA said Syrian President Omar Nasser had received Mali's foreign minister Issa Keita.\n"
    "Lebanon's Hezbollah movement said its fighters had left, SANA reported. Damascus said nothing.\n"
    "The Vienna-based International Atomic Energy Agency denied that its inspectors had been in Libya.\n"
    "In Egypt the sun shone."
)


def cards_of(dossier: Dossier) -> dict[str, OrganisationCard]:
    return {card.name: card for card in dossier.organisations}


def test_only_what_other_cards_name_has_a_card(compile_articles: Compile) -> None:
    cards = cards_of(compile_articles({"a.txt": TEXT}))
    assert {"Syria", "Mali", "SANA"} <= set(cards)
    assert "Egypt" not in cards


def test_type_and_seat_stand_only_where_a_passage_says_so(compile_articles: Compile) -> None:
    cards = cards_of(compile_articles({"a.txt": TEXT}))
    assert [s.value for s in cards["SANA"].statements["type"]] == ["state media"]
    assert "type" not in cards["Mali"].statements
    assert [s.value for s in cards["IAEA"].statements["seat"]] == ["Vienna"]


def test_a_capital_is_another_name_and_an_adjective_is_none(compile_articles: Compile) -> None:
    syria = cards_of(compile_articles({"a.txt": TEXT}))["Syria"]
    assert [alias.name for alias in syria.aliases] == ["Damascus"]
    assert all(alias.evidence for alias in syria.aliases)


def test_whose_a_body_is_stands_only_where_its_name_says_so(compile_articles: Compile) -> None:
    text = "The Kenyan Interior Ministry said the road was open. KUNA said the sea was calm."
    cards = cards_of(compile_articles({"a.txt": text}))
    (owner,) = cards["Kenyan Interior Ministry"].statements["of"]
    assert owner.value == "Kenya"
    assert "of" not in cards["KUNA"].statements


def test_a_noun_behind_a_states_adjective_is_the_word_for_another_body(compile_articles: Compile) -> None:
    text = "A Kenyan group said the road was open. Kenya's army denied it. Kenya said on Monday that it would wait."
    assert "type" not in cards_of(compile_articles({"a.txt": text}))["Kenya"].statements


def test_whoever_a_later_passage_says_that_a_body_belongs_to_has_a_card(compile_articles: Compile) -> None:
    text = "The Houthis said that they had fired no missile.\n\nOman's foreign minister Sami Harith met Iran's Houthis."
    cards = cards_of(compile_articles({"a.txt": text}))
    (owner,) = cards["Houthis"].statements["of"]
    assert owner.value == "Iran"
    assert owner.ref == f"organisations/{cards['Iran'].id}"
