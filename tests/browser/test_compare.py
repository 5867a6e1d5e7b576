"""The pages that lay sources side by side, in a real browser: a matrix of 200 claims by 50 articles, and its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from makers import small_dossier
from playwright.sync_api import Browser, Page

from dossier.model import ClaimCard, Dossier, SourceCard
from dossier.pages import render_pages
from dossier.settings import Settings
from dossier.site import publish_site

pytestmark = pytest.mark.browser

ARTICLES, CLAIMS = 50, 200


def wide_dossier() -> Dossier:
    """Fifty articles of ten origins; claim ``n`` stands in each article whose number ``n % 7 + 1`` divides."""
    small = small_dossier()
    article, claim = small.sources[0], small.claims[3]
    report = claim.reports[0]

    def source(n: int) -> SourceCard:
        unread = "written in fr" if n == 13 else None
        return replace(article, id=f"s{n:02}", origin=f"s{n // 5 * 5:02}", title=f"Report {n}", unread=unread)

    def told(n: int) -> ClaimCard:
        where = [f"sources/s{m:02}" for m in range(0, ARTICLES, n % 7 + 1)]
        at = {ref: replace(report.passage, source=ref) for ref in where}
        reports = tuple(
            replace(report, passage=at[ref], proposition=replace(report.proposition, source=ref),
                    cue_at=replace(report.cue_at, source=ref), speaker_at=None)
            for ref in where
        )  # fmt: skip
        return replace(claim, id=f"c{n:03}", reports=reports, about=(), evidence=tuple(at.values()))

    sources = tuple(source(n) for n in range(ARTICLES))
    return Dossier(sources=sources, claims=tuple(told(n) for n in range(CLAIMS)))


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The matrix of the wide dossier, published."""
    settings = Settings(title="A wide dossier")
    folder = tmp_path_factory.mktemp("wide") / "site"
    publish_site(render_pages(wide_dossier(), settings), settings, folder)
    return folder / "compare" / "matrix.html"


@pytest.fixture
def matrix(wide: Path, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(wide.as_uri())
    yield page
    page.close()


def test_a_filled_cell_for_each_claim_of_each_article(matrix: Page) -> None:
    dossier = wide_dossier()
    pairs = {(c.ref, r.passage.source) for c in dossier.claims for r in c.reports}
    assert matrix.locator(".matrix td a").count() == len(pairs)
    assert matrix.locator(".matrix td").count() == ARTICLES * CLAIMS
    first = matrix.locator(".matrix tbody tr").first.locator("td a").first
    assert first.get_attribute("aria-label") == "asserts, article 1"
    assert "#p" in (first.get_attribute("href") or "")


def test_silence_is_not_said_of_an_article_that_was_not_read(matrix: Page) -> None:
    cells = matrix.locator(".matrix tbody tr td:nth-child(15)")  # the heading of the row, then articles 0 to 13
    texts = set(cells.all_text_contents())
    assert "–" in texts
    assert "" not in texts
    assert "" in set(matrix.locator(".matrix tbody tr td:nth-child(14)").all_text_contents())


def test_headings_stay_while_the_grid_is_scrolled(matrix: Page) -> None:
    matrix.locator(".wide").scroll_into_view_if_needed()
    matrix.eval_on_selector(".wide", "box => { box.scrollLeft = 400; box.scrollTop = 2000 }")
    box = matrix.locator(".wide").bounding_box()
    number = matrix.locator(".matrix thead th").nth(25).bounding_box()
    claim = matrix.evaluate(
        "() => { const b = document.querySelector('.wide').getBoundingClientRect();"
        " const e = document.elementFromPoint(b.left + 30, b.top + 200); return e.closest('th') !== null }"
    )
    assert box is not None
    assert number is not None
    assert abs(number["y"] - box["y"]) < 3
    assert claim


def test_the_grid_is_reached_and_scrolled_by_keyboard(matrix: Page) -> None:
    matrix.focus(".wide")
    matrix.keyboard.press("ArrowDown")
    scrolled = (
        matrix.wait_for_timeout(50) or matrix.evaluate("document.querySelector('.wide').scrollTop") for _ in range(99)
    )
    assert any(scrolled)
    matrix.keyboard.press("Tab")
    assert matrix.evaluate("document.activeElement.closest('.matrix') !== null")


def test_a_phone_scrolls_the_grid_and_not_the_page(wide: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(wide.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    name = page.locator(".matrix tbody th").first.bounding_box()
    page.close()
    assert name is not None
    assert name["width"] < 200


def test_few_articles_need_no_box_that_scrolls_within_the_page_of_a_phone(small_site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 300})
    page.goto((small_site / "compare" / "matrix.html").as_uri())
    heights = page.eval_on_selector(".wide", "box => [box.scrollHeight, box.clientHeight]")
    page.eval_on_selector(".matrix tbody tr:last-child", "row => row.scrollIntoView({block: 'center'})")
    head = page.locator(".matrix thead th").first.bounding_box()
    page.close()
    assert heights[0] == heights[1]
    assert head is not None
    assert 0 <= head["y"] < 60


def test_paper_shows_the_whole_grid(matrix: Page) -> None:
    matrix.emulate_media(media="print")
    assert matrix.eval_on_selector(".wide", "box => getComputedStyle(box).overflow") == "visible"
    assert matrix.eval_on_selector(".wide", "box => getComputedStyle(box).maxHeight") == "none"
