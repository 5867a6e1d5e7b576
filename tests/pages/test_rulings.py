"""What editors decided, on the pages: told with reason, name and day; and old addresses that lead on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from makers import small_dossier

from dossier.imprint import Imprint
from dossier.model import Card, Statement
from dossier.pages import render_pages
from dossier.settings import Settings

SETTINGS = Settings(title="The Tessaly visit")
WHY = {"reason": "port register", "by": "JK", "date": "2026-11-22"}


def page_with(decision: dict[str, object], ref: str = "people/joan-pell") -> str:
    """The page of a card after a decision on it, its markup taken off."""
    return plain(render_pages(with_curated(ref, {"decisions": [decision | WHY]}), SETTINGS)[f"{ref}.md"])


def with_curated(ref: str, curated: dict[str, object]):  # type: ignore[no-untyped-def]
    def decided(card: Card) -> Card:
        return replace(card, curated=curated) if card.ref == ref else card

    small = small_dossier()
    return replace(small, people=tuple(map(decided, small.people)), claims=tuple(map(decided, small.claims)))


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page).replace("&#8217;", "’").split())


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ({"do": "add", "key": "held_by", "value": "pilot", "of": "Maren"}, "Added held by: pilot of Maren"),
        ({"do": "strike", "key": "role", "value": "harbour pilot"}, "Taken away role: harbour pilot"),
        ({"do": "alias", "value": "J Pell"}, "Another spelling J Pell"),
        ({"do": "unalias", "value": "Pellet"}, "No spelling of it Pellet"),
        ({"do": "same_as", "ref": "people/j-pell"}, "The same as people/j-pell"),
        ({"do": "not_same_as", "ref": "people/ines-corvo"}, "Not the same as Ines Corvo"),
        ({"do": "split", "value": "J Pell", "sources": ["sources/a3"]},
         "A card of its own for J Pell, with what 1 article says"),
    ],
)  # fmt: skip
def test_a_decision_is_told_with_reason_name_and_day(decision: dict[str, object], told: str) -> None:
    assert f"{told}: port register (JK, 22 November 2026)" in page_with(decision)


@pytest.mark.parametrize(("do", "told"), [("answer", "Denies"), ("unanswer", "Does not deny")])
def test_a_denial_that_an_editor_linked_or_unlinked_is_told(do: str, told: str) -> None:
    page = page_with(
        {"do": do, "ref": "claims/ostrava-shipping-attack-drones"}, "claims/joan-pell-denies-drones-landed"
    )
    assert re.search(rf"{told} Claim by Ostrava: [^:]+: port register \(JK, 22 November 2026\)", page)


def test_a_value_that_no_article_gives_says_whose_it_is_and_why() -> None:
    small = with_curated("people/joan-pell", {"decisions": [{"do": "add", "key": "role", "value": "pilot"} | WHY]})
    pell = replace(small.people[1], statements={"role": (Statement("pilot", (), "editor"),)})
    page = plain(render_pages(replace(small, people=(small.people[0], pell)), SETTINGS)["people/joan-pell.md"])
    assert "pilot an editor’s statement, not a source’s: port register (JK, 22 November 2026)" in page
    assert "read by rule: editor" not in page


def test_a_name_that_an_editor_gave_is_told() -> None:
    small = with_curated("people/joan-pell", {"name": "Joan Pell"})
    assert "Named Joan Pell" in plain(render_pages(small, SETTINGS)["people/joan-pell.md"])


def test_a_card_that_was_split_off_says_from_which() -> None:
    split = {"do": "split", "value": "Ines Corvo", "sources": ["sources/a1"]} | WHY
    page = plain(
        render_pages(with_curated("people/joan-pell", {"decisions": [split]}), SETTINGS)["people/ines-corvo.md"]
    )
    assert "Split off from Joan Pell, with what 1 article says: port register" in page


RETIRED = {
    "people/inez-corvo": "people/ines-corvo",
    "claims/an-old-claim": None,
    "people/joan-pell": "people/ines-corvo",
    "weapons/a": "weapons/hidden",
}


def test_an_old_address_leads_to_the_card_or_says_that_it_is_gone() -> None:
    pages = render_pages(small_dossier(), SETTINGS, imprint=Imprint(retired=RETIRED))
    moved = pages["people/inez-corvo.md"]
    assert 'moved: "ines-corvo.html"' in moved
    assert 'now part of <a href="ines-corvo.html">Ines Corvo</a>' in moved
    for gone in ("claims/an-old-claim.md", "weapons/a.md"):
        assert "No longer in this dossier" in pages[gone]
        assert "moved:" not in pages[gone]
    assert "moved:" not in pages["people/joan-pell.md"]
