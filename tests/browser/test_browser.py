"""The built site in a real browser, opened from disk as a reader would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from makers import ARTICLES
from playwright.sync_api import Browser, Page, expect
from serving import served

pytestmark = pytest.mark.browser

KINDS = (
    "index.html",
    "about.html",
    "rules.html",
    "names.html",
    "print.html",
    "corrections.html",
    "changes.html",
    "receipt.html",
    "404.html",
    "people/index.html",
    "claims/index.html",
    "sources/index.html",
    "weapons/index.html",
    "delegations/index.html",
    "organisations/index.html",
    "people/ines-corvo.html",
    "weapons/falak.html",
    "delegations/maren-port-tessaly.html",
    "organisations/maren.html",
    "claims/ostrava-shipping-attack-drones.html",
    "claims/joan-pell-denies-drones-landed.html",
    "sources/a1.html",
    "compare/index.html",
    "compare/matrix.html",
    "compare/denials.html",
    "compare/network.html",
    "compare/timeline.html",
    "events/index.html",
    "events/ines-corvo-arrival-2024-03-04.html",
    "compare/channels.html",
    "compare/wording.html",
)
"""One page of each sort."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open addresses in fresh windows of any width, scheme and script setting."""
    windows = []

    def open_this(address: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
        )
        windows.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_this
    for context in windows:
        context.close()


def on_disk(site: Path, path: str) -> str:
    return f"{(site / path).as_uri()}"


def search(page: Page, query: str) -> None:
    """Type into the search field once its index has been read."""
    page.focus(".md-search__input")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Type to start")
    page.keyboard.type(query, delay=20)


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_asked_of_another_host_and_nothing_is_complained_of(
    path: str, small_site: Path, browser: Browser
) -> None:
    asked, said = [], []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: said.append(str(problem)))
    page.goto(on_disk(small_site, path))
    page.wait_for_load_state("networkidle")
    page.close()
    assert [address for address in asked if not address.startswith(("file:", "blob:", "data:"))] == []
    if path != "404.html":  # made for a server: its addresses begin at the root
        assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_barrier_that_axe_knows(scheme: str, width: int, small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, KINDS[0]), width=width, scheme=scheme)
    faults, passed = [], 0
    for path in KINDS:
        if path == "404.html":
            continue
        page.goto(on_disk(small_site, path))
        found = Axe().run(page, options={"runOnly": RULES}).response
        passed += len(found["passes"])
        faults += [(path, fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]
    assert faults == []
    assert passed > 100


@pytest.mark.parametrize("path", KINDS)
def test_no_page_scrolls_sideways_on_a_small_phone(path: str, small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, path), width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


NARROW = """() => {
    const pen = document.createElement("canvas").getContext("2d");
    return [...document.querySelectorAll("article :is(tbody th, td, dd)")]
        .filter(cell => cell.checkVisibility() && getComputedStyle(cell).display !== "inline")
        .filter(cell => !cell.querySelector("code"))
        .map(cell => {
            const style = getComputedStyle(cell);
            const inner = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            pen.font = style.font;
            const widths = cell.innerText.split(/[\\s-]+/).map(word => pen.measureText(word).width);
            const words = widths.reduce((sum, width) => sum + width, 0);
            const least = Math.max(...widths, Math.min(words, 6 * parseFloat(style.fontSize)));
            return [cell.innerText.trim().slice(0, 60), Math.round(inner), Math.round(least)];
        })
        .filter(([, inner, least]) => inner + 1 < least);
}"""
"""Cells that set their words in less than six letters' width, or break a word, with their width and the least."""


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_no_cell_is_too_narrow_for_its_words(width: int, small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, KINDS[0]), width=width)
    narrow, tables = [], 0
    for path in KINDS:
        page.goto(on_disk(small_site, path))
        tables += page.locator("article table:visible").count()
        narrow += [(path, *cell) for cell in page.evaluate(NARROW)]
    assert narrow == []
    assert tables > 20


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Corvo", "Ines Corvo"),
        ("Corvoe", "Ines Corvo"),  # a misspelling that one article prints
        ("harbour master", "Joan Pell"),
        ("harbor master", "Joan Pell"),  # the other spelling of an office
        ("Falak", "Falak"),
        ("Maren", "Maren"),
        ("Lowland Press", "Lowland Press"),
        ("fishing", "Claim by Ines Corvo: The boats are for fishing & rescue"),
        ("Port Tessaly", "Maren naval delegation to Port Tessaly"),
    ],
)
def test_search_from_disk_finds_cards_by_every_spelling(
    query: str, first: str, small_site: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(on_disk(small_site, "index.html"))
    search(page, query)
    hit = page.wait_for_selector(".md-search-result__item h1")
    assert hit is not None
    assert " ".join((hit.text_content() or "").split()) == first


def test_a_citation_opens_the_article_at_its_passage(small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, "weapons/falak.html"))
    page.click("#facts ~ div figcaption a >> nth=1")
    mark = page.wait_for_selector("mark:target")
    assert mark is not None
    assert mark.text_content() == "Maren's navy"
    assert mark.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    assert 0 < mark.bounding_box()["y"] < 900  # type: ignore[index]


def test_each_quotation_is_in_its_article_character_for_character(
    small_site: Path, open_page: Callable[..., Page]
) -> None:
    texts = {name: " ".join(text.split()) for name, text in ARTICLES.items()}
    page = open_page(on_disk(small_site, "index.html"))
    seen = 0
    for path in sorted(small_site.rglob("*.html")):
        page.goto(path.as_uri())
        for quotation, address in page.eval_on_selector_all(
            "figure.ev",
            "all => all.map(f => [f.querySelector('blockquote').textContent, f.querySelector('figcaption a').href])",
        ):
            article = address.rpartition("/")[2].partition(".html")[0]
            assert " ".join(quotation.split()) in texts[article], (path, quotation)
            seen += 1
    assert seen > 40


def test_reading_needs_no_script(small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, "people/ines-corvo.html"), scripts=False)
    assert page.inner_text("h1") == "Ines Corvo"
    page.click("details.more summary >> nth=0")
    assert page.is_visible("details.more figure >> nth=0")
    page.click("figcaption a >> nth=0")
    assert page.inner_text("mark:target") == "Admiral"


READ = """() => [...document.querySelectorAll("article :is(h1, h2, p, blockquote, td, li)")]
    .filter(e => e.checkVisibility() && !e.closest("form, details:not([open])"))
    .map(e => e.innerText.trim()).filter(Boolean)"""
"""What can be read of a page without opening anything."""


@pytest.mark.parametrize("path", KINDS)
def test_no_kind_of_page_says_less_without_scripts(path: str, small_site: Path, open_page: Callable[..., Page]) -> None:
    with_scripts = open_page(on_disk(small_site, path)).evaluate(READ)
    without = open_page(on_disk(small_site, path), scripts=False).evaluate(READ)
    assert [words for words in with_scripts if words not in without] == []
    assert without


def test_the_page_for_lost_readers_stands_at_the_root_of_a_server(
    small_site: Path, open_page: Callable[..., Page]
) -> None:
    with served(small_site) as address:
        page = open_page(f"{address}/404.html")
        faults = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        search(page, "Corvo")
        page.wait_for_selector(".md-search-result__item h1")
        assert faults == []


def test_hostile_words_run_nothing(hostile_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    for path in sorted(hostile_site.rglob("*.html")):
        page.goto(path.as_uri())
    page.goto(on_disk(hostile_site, "index.html"))
    search(page, "alert")
    page.wait_for_selector(".md-search-result__item")
    page.close()
    assert opened == []


def test_a_script_that_gets_into_a_page_does_not_run(small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, "people/ines-corvo.html"))
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.smuggled = true";
        document.body.append(script);
    }""")
    assert page.evaluate("window.smuggled") is None


def test_the_site_works_under_any_path_of_a_server(small_site: Path, open_page: Callable[..., Page]) -> None:
    with served(small_site.parent) as address:
        page = open_page(f"{address}/{small_site.name}/index.html")
        search(page, "Corvoe")
        page.wait_for_selector(".md-search-result__item h1")
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/ines-corvo.html**")


def test_paper_shows_every_passage(small_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(on_disk(small_site, "people/ines-corvo.html"))
    page.emulate_media(media="print")
    figure = page.locator("details.more figure").first
    assert figure.evaluate("element => element.checkVisibility()")
    assert not page.is_visible(".md-header")


def test_the_address_of_a_passage_and_a_citation_can_be_copied(small_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text }}})"
    )
    page.goto(on_disk(small_site, "sources/a1.html"))
    page.click(".src a.perma >> nth=1")
    assert page.evaluate("window.copied").endswith(page.get_attribute(".src a.perma >> nth=1", "href") or "none")
    assert page.evaluate("document.querySelector(':target') !== null")
    page.click(".cite summary")
    page.click("text=Copy BibTeX")
    assert page.evaluate("window.copied").startswith("@article{a1,")
    page.close()
