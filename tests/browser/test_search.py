"""What readers type, and the first hit that they should get, on six articles of our own in a real browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLate

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "tests" / "gold" / "dev" / "leopard-pledge" / "seeds"

TABLE = """
# surnames, whole names, particles
Gorelov                        | Andrey Gorelov
Helen Ashcroft                 | Helen Ashcroft
Ashcroft                       | Helen Ashcroft
van Houten                     | Marieke van Houten
Houten                         | Marieke van Houten
Yurii Melnyk                   | Yurii Melnyk
# spellings: another transliteration, a letter that keyboards lack, a name as one article misspells it
Yuriy Melnyk                   | Yurii Melnyk
Kjær                           | Anders Kjaer
Kjaer                          | Anders Kjaer
Gavrilenko                     | Oleh Havrylenko
# offices in both spellings
defence minister               | Anders Kjaer
defense minister               | Anders Kjaer
Russian Defence Ministry       | Russian Defence Ministry
Russian Defense Ministry       | Russian Defence Ministry
# hyphens, numbers, plurals, classes
F-16                           | F-16
F16                            | F-16
F-16s                          | F-16
f-16                           | F-16
Leopard                        | Leopard 2
Leopards                       | Leopard 2
Leopard 2A4                    | Leopard 2
2A6                            | Leopard 2
Challenger                     | Challenger 2
tank                           | tank
tanks                          | tank
Shahed                         | Shahed
Kinzhal                        | Kinzhal
Patriot                        | Patriot
# bodies, states by their capitals, delegations
Bundestag                      | Bundestag
Netherlands                    | Netherlands
Kyiv                           | Ukraine
Kiel                           | Kiel Centre
AFP                            | AFP
delegation to Copenhagen       | Ukrainian delegation to Copenhagen
# words of a claim, with and without quotation marks
fist of steel                  | Claim by Oleh Havrylenko: hailed the package as "a fist of steel with wings"
"fist of steel"                | Claim by Oleh Havrylenko: hailed the package as "a fist of steel with wings"
funeral wreath                 | Claim by Viktor Gorelov: called the pledge "a funeral wreath for Ukrainian tank crews."
"direct participants in the conflict" | Claim by the Russian Foreign Ministry: accused the three countries of
disputed                       | Claim by
"""
"""Query and the beginning of the first hit's title."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of those articles, built as an editor builds it."""
    folder = tmp_path_factory.mktemp("tanks")
    (folder / "mkdocs.yml").write_text("site_name: Tanks and jets\n", "utf-8")
    command = [sys.executable, ROOT / "build.py", "--root", folder, "--seeds", SEEDS, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def first_hit(page: Page, query: str, wanted: str) -> str:
    """The title of the first hit, once it is the one wanted or nothing changes any more."""
    page.keyboard.press("Control+A")
    page.keyboard.type(query, delay=5)
    begins = "w => (document.querySelector('.md-search-result__item h1')?.textContent ?? '').trim().startsWith(w)"
    try:
        page.wait_for_function(begins, arg=wanted, timeout=4000)
    except TooLate:
        hits = page.locator(".md-search-result__item h1").all_text_contents()
        return hits[0] if hits else "nothing"
    return wanted


def test_each_query_finds_first_what_its_reader_wants(site: Path, browser: Browser) -> None:
    rows = [line.split("|") for line in TABLE.splitlines() if "|" in line and not line.startswith("#")]
    assert len(rows) >= 30
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.focus(".md-search__input")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    found = [(query.strip(), first_hit(page, query.strip(), wanted.strip())) for query, wanted in rows]
    page.close()
    assert found == [(query.strip(), wanted.strip()) for query, wanted in rows]


def test_a_hit_says_what_kind_of_card_it_is(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.focus(".md-search__input")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    assert first_hit(page, "Gorelov", "Andrey Gorelov") == "Andrey Gorelov"
    kinds = page.eval_on_selector_all(
        ".md-search-result__item h1", "all => all.map(h => getComputedStyle(h, '::before').content)"
    )
    assert kinds[:2] == ['"Person"', '"Person"']
    assert '"Claim"' in kinds
    assert page.locator(".md-search-result .md-tags:visible").count() == 0
    page.close()
