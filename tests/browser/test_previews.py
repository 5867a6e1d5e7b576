"""Previews of cards and passages: by hover, by keyboard, from disk and under any path of a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from serving import served

pytestmark = pytest.mark.browser

AT = ".md-content"


@pytest.fixture(scope="module")
def under_a_path(small_site: Path) -> Iterator[str]:
    """The site in a folder of a server, not at its root."""
    with served(small_site.parent) as address:
        yield f"{address}/{small_site.name}"


@pytest.fixture(params=["disk", "sub-path"])
def address(request: pytest.FixtureRequest, small_site: Path) -> str:
    return small_site.as_uri() if request.param == "disk" else request.getfixturevalue("under_a_path")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def shown(page: Page) -> str:
    page.wait_for_selector(".peek:not([hidden])")
    return page.inner_text(".peek")


def test_a_link_to_a_card_shows_what_the_card_says(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.hover(f"{AT} a[href='people/ines-corvo.html']")
    told = shown(page)
    assert "Ines Corvo" in told
    assert "in 3 articles, 2 origins" in told
    link = page.locator(f"{AT} a[href='people/ines-corvo.html']").first
    assert link.get_attribute("aria-describedby") == "peek"


def test_a_link_to_a_passage_shows_its_sentence_with_the_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/compare/matrix.html")
    page.hover(".matrix .m-D >> nth=1")
    assert "Maren denies it has shipped drones." in shown(page)
    assert page.inner_text(".peek mark") == "it has shipped drones"
    assert "Maren envoy visits Tessaly yards" in page.inner_text(".peek")


def test_the_keyboard_opens_a_preview_and_escape_closes_it(page: Page, small_site: Path) -> None:
    page.goto((small_site / "people/index.html").as_uri())
    page.focus(f"{AT} a[href='joan-pell.html']")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert "Joan Pell" in shown(page)
    page.keyboard.press("Escape")
    assert page.is_hidden(".peek")
    assert page.evaluate("document.activeElement.textContent") == "Joan Pell"


def test_a_preview_stays_while_it_is_pointed_at_and_goes_after(page: Page, small_site: Path) -> None:
    page.goto((small_site / "people/index.html").as_uri())
    page.hover(f"{AT} a[href='joan-pell.html']")
    shown(page)
    page.hover(".peek")
    page.wait_for_timeout(400)
    assert page.is_visible(".peek")
    page.mouse.move(5, 5)
    page.wait_for_selector(".peek", state="hidden")


def test_a_preview_never_leaves_the_window(browser: Browser, small_site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 500})
    page.goto((small_site / "compare/denials.html").as_uri())
    link = page.locator(f"{AT} .md-typeset a").last
    link.hover()
    shown(page)
    box = page.locator(".peek").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 500
    page.close()


def test_hostile_words_in_a_preview_are_words(page: Page, hostile_site: Path) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.goto((hostile_site / "people/index.html").as_uri())
    for link in page.locator(f"{AT} th a").all():
        link.hover()
        shown(page)
        assert page.locator(".peek script, .peek img").count() == 0
        page.keyboard.press("Escape")
    assert opened == []
