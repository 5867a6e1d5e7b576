"""People's cards: names compared part by part, and who is who across articles (``tests/cases``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.cards.people.names import same_name, shortens
from dossier.lexicon import Lexicon
from dossier.lexicon.people import load_people_words
from dossier.model import Dossier, PersonCard

CASES = Path(__file__).parents[1] / "cases"
PEOPLE = load_people_words()


def read_pairs() -> Iterator[tuple[str, str, str]]:
    for section in (CASES / "names.md").read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        for line in lines:
            if line.startswith("- "):
                left, right = line.removeprefix("- ").split(" | ")
                yield title, left, right


def read_cases() -> Iterator[tuple[str, list[str], list[str]]]:
    for section in (CASES / "identity.md").read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        texts = [line.removeprefix("> ").replace(" ¶ ", "\n\n") for line in lines if line.startswith("> ")]
        yield title, texts, [line.removeprefix("- ").strip() for line in lines if line.startswith("- ")]


def card_line(card: PersonCard) -> str:
    roles = [f"{s.value} of {s.of}" if s.of else str(s.value) for s in card.statements.get("role", ())]
    return " | ".join([card.name, "; ".join(alias.name for alias in card.aliases), "; ".join(roles)])


@pytest.mark.parametrize(("title", "left", "right"), list(read_pairs()))
def test_names(title: str, left: str, right: str) -> None:
    if title.startswith("The first"):
        assert shortens(left, right, PEOPLE) is ("something" in title)
    else:
        assert same_name(left, right, PEOPLE) is same_name(right, left, PEOPLE) is (title == "One name")


@pytest.mark.parametrize(("title", "texts", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_identity(
    title: str, texts: list[str], expected: list[str], compile_articles: Callable[[Mapping[str, str]], Dossier]
) -> None:
    dossier = compile_articles({f"{number:03}.txt": text for number, text in enumerate(texts)})
    squeezed = [" | ".join(part.strip() for part in line.split("|")) for line in expected]
    assert sorted(card_line(card) for card in dossier.people) == sorted(squeezed), title


def test_every_value_has_a_passage_and_every_role_leads_to_its_body(
    compile_articles: Callable[[Mapping[str, str]], Dossier],
) -> None:
    dossier = compile_articles({"a.txt": "Norwegian Defence Minister Ida Berg met Kenya's president Daniel Otieno."})
    organisations = {card.ref for card in dossier.organisations}
    for card in dossier.people:
        (role,) = card.statements["role"]
        assert role.evidence
        assert role.ref in organisations


def test_the_first_mention_stands_first_whatever_the_order_of_the_files(
    compile_articles: Callable[[Mapping[str, str]], Dossier],
) -> None:
    dossier = compile_articles(
        {"b.txt": "President Ida Berg left.\n\nMay 2, 2024", "a.txt": "OSLO, June 9, 2024 - President Ida Berg came."}
    )
    (card,) = dossier.people
    assert len(card.evidence) == 2


def test_names_that_nearly_agree_stay_two_cards_that_lead_to_each_other(
    compile_articles: Callable[[Mapping[str, str]], Dossier],
) -> None:
    dossier = compile_articles(
        {
            "a.txt": "Navy spokesman Lee Sung-jun spoke. Judge Ana Barker did not.",
            "b.txt": "Lee Sung Joon, a spokesman for the navy, spoke. Judge Ana Harker and Kim Jong Su did not.",
        }
    )
    doubts = {
        card.id: card.statements["same_as"][0].candidates for card in dossier.people if "same_as" in card.statements
    }
    assert doubts == {
        "ana-barker": ("people/ana-harker",),
        "ana-harker": ("people/ana-barker",),
        "lee-sung-joon": ("people/lee-sung-jun",),
        "lee-sung-jun": ("people/lee-sung-joon",),
    }


@given(st.text(alphabet="AÉaeikhgy'-. ", min_size=1, max_size=24))
def test_a_name_is_the_same_as_itself_in_any_case_and_accent(name: str) -> None:
    if name.strip(" .'-"):
        assert same_name(name, name, PEOPLE)


def test_names_do_not_depend_on_the_lexicon_of_the_dossier(lexicon: Lexicon) -> None:
    assert same_name("Oleh Moroz", "Oleg Moroz", lexicon.people)
