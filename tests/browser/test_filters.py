"""Filters of a list: counts, shareable addresses, and a whole list without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def claims(browser: Browser, small_site: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((small_site / "claims/index.html").as_uri())
    yield page
    page.close()


def shown(page: Page) -> list[str]:
    return page.locator("[data-facets]:visible :is(.head, th) a").all_inner_texts()


def test_a_choice_leaves_what_fits_and_counts_what_the_others_would_leave(claims: Page) -> None:
    assert len(shown(claims)) == 4
    claims.select_option("select[name=status]", "denial")
    assert shown(claims) == ["Denies: any drones had landed", "Denies: it has shipped drones"]
    assert claims.inner_text(".sift [role=status]") == "2 of 4 shown"
    speakers = claims.locator("select[name=speaker] option").all_inner_texts()
    assert "Maren (1)" in speakers
    assert "Ostrava (0)" in speakers
    assert claims.locator("h2:visible").all_inner_texts() == ["Joan Pell", "Maren"]


def test_the_address_says_what_is_chosen_and_opens_the_same(claims: Page, browser: Browser) -> None:
    claims.select_option("select[name=speaker]", "Ines Corvo")
    assert claims.url.endswith("?speaker=Ines+Corvo")
    other = browser.new_page()
    other.goto(claims.url)
    assert shown(other) == ["The boats are for fishing & rescue"]
    other.click("text=Show all")
    expect(other).to_have_url(re.compile(r"[^?]*"))
    assert len(shown(other)) == 4
    other.close()


def test_an_address_that_asks_for_nothing_known_shows_all(claims: Page) -> None:
    claims.goto(f"{claims.url}?speaker=Nobody&nonsense=1")
    assert len(shown(claims)) == 4


def test_the_grid_of_claims_by_article_has_the_same_filters(claims: Page, small_site: Path) -> None:
    claims.goto((small_site / "compare/matrix.html").as_uri() + "?status=disputed")
    assert shown(claims) == ["Claim by Ostrava: shipping attack drones to the island (disputed)"]


def test_without_scripts_the_list_is_whole_and_has_no_dead_controls(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((small_site / "claims/index.html").as_uri() + "?status=denial")
    assert len(shown(page)) == 4
    assert page.locator("select").count() == 0
    context.close()


def test_hostile_names_are_choices_and_nothing_else(browser: Browser, hostile_site: Path) -> None:
    page = browser.new_page()
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    for path in sorted(hostile_site.glob("*/index.html")):
        page.goto(path.as_uri())
    assert opened == []
    page.close()


def test_on_a_phone_the_controls_open_at_a_touch_and_stand_open_where_something_is_chosen(
    claims: Page, browser: Browser
) -> None:
    address = claims.url
    phone = browser.new_page(viewport={"width": 390, "height": 900})
    phone.goto(address)
    assert not phone.is_visible("select[name=status]")
    phone.click("text=Filters")
    assert phone.is_visible("select[name=status]")
    phone.goto(f"{address}?status=denial")
    assert phone.is_visible("select[name=status]")
    assert claims.is_visible("select[name=status]")
    phone.close()
