"""What readers type, and the first hit that they should get: two dossiers in a real browser, from disk and a server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
TANK_SEEDS = ROOT / "tests" / "gold" / "dev" / "leopard-pledge" / "seeds"

OF_TANKS = """
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
funeral wreath                 | Claim by Viktor Gorelov: called the pledge "a funeral wreath for Ukrainian tank crews"
"direct participants in the conflict" | Claim by the Russian Foreign Ministry: accused the three countries of
disputed                       | Claim by
"""
"""Query and the beginning of the first hit's title, on six articles of our own."""

OF_THE_FIRST = """
# names, and misspellings that the articles print
Shoigu | Sergei Shoigu
Shigu | Sergei Shoigu
Shigo | Sergei Shoigu
Kim Jong-un | Kim Jong Un
Kim Jong Un | Kim Jong Un
Jong Un | Kim Jong Un
Kang Sun-nam | Kang Sun Nam
# hyphens, numbers, plurals, abbreviations
Hwasong-18 | Hwasong-18
Hwasong 18 | Hwasong-18
Hwasong18 | Hwasong-18
drones | drone
UAVs | drone
ballistic missiles | ballistic missile
nuclear missiles | nuclear missile
attack drones | attack drone
ICBM | intercontinental ballistic missile
ICBMs | intercontinental ballistic missile
# offices in both spellings, with their country
defence minister | Sergei Shoigu
defense minister | Sergei Shoigu
North Korean defense minister | Kang Sun Nam
Chinese president | Xi Jinping
spokesperson | Lee Sung Joon
# bodies, agencies, states by other names
Russian defense ministry | Russian Defence Ministry
Joint Chiefs | South Korean Joint Chiefs of Staff
KCNA | KCNA
Korean Central News Agency | KCNA
Tass | TASS
Washington | United States
U.S. | United States
DPRK | North Korea
Pyongyang | North Korea
Kremlin | Russia
Chinese delegation | Chinese delegation to North Korea
# words of claims and of events, quoted or not
"most powerful" | Claim by Sergei Shoigu
“most powerful” | Claim by Sergei Shoigu
defense exhibition | Claim by KCNA
arms transactions | Denied by North Korea
trench | Claim by Kang Sun Nam
hegemonic | Claim by North Korea
Demilitarized Zone | Kim Jong Un met then
"""
"""The same, on the first dossier."""

ASK = """async ([query, wanted]) => {
  const field = document.querySelector(".md-search__input");
  const first = () => (document.querySelector(".md-search-result__item h1")?.textContent ?? "nothing").trim();
  const type = (words) => {
    field.value = words;
    for (const event of [new Event("input"), new KeyboardEvent("keyup")]) field.dispatchEvent(event);
  };
  const wait = () => new Promise((go) => setTimeout(go, 25));
  type("");
  for (let n = 0; n < 60 && first() !== "nothing"; n++) await wait();
  if (first() !== "nothing") return "hits of the query before";
  type(query);
  for (let n = 0; n < 60 && !first().startsWith(wanted); n++) await wait();
  return first();
}"""


def build(*arguments: str | Path) -> None:
    """Run ``build.py``, which must succeed."""
    command = [sys.executable, ROOT / "build.py", *arguments, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def tanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of articles of our own, built as an editor builds it."""
    folder = tmp_path_factory.mktemp("tanks")
    (folder / "mkdocs.yml").write_text("site_name: Tanks and jets\n", "utf-8")
    build("--root", folder, "--seeds", TANK_SEEDS)
    return folder / "site"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first dossier, published from its committed cards."""
    site = tmp_path_factory.mktemp("first") / "site"
    build("site", "--root", ROOT, "--site", site)
    return site


@contextmanager
def searching(address: str, browser: Browser) -> Iterator[Page]:
    """The home page with its search open and ready."""
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    page.focus(".md-search__input")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Type to start")
    yield page
    page.close()


def wrong(page: Page, table: str) -> list[tuple[str, str, str]]:
    """Query, what should come first, and what does, for each row of a table where these differ."""
    lines = [line for line in table.strip().splitlines() if not line.startswith("#")]
    rows = [(query.strip(), wanted.strip()) for query, wanted in (line.split("|") for line in lines)]
    assert len(rows) >= 30
    found = [(query, wanted, page.evaluate(ASK, [query, wanted])) for query, wanted in rows]
    return [row for row in found if not row[2].startswith(row[1])]


def test_each_query_finds_first_what_its_reader_wants(tanks: Path, browser: Browser) -> None:
    with searching(tanks.as_uri(), browser) as page:
        assert wrong(page, OF_TANKS) == []


def test_the_first_dossier_is_searched_from_disk(first: Path, browser: Browser) -> None:
    with searching(first.as_uri(), browser) as page:
        assert wrong(page, OF_THE_FIRST) == []


def test_the_first_dossier_is_searched_from_a_server(first: Path, browser: Browser) -> None:
    with served(first) as address, searching(address, browser) as page:
        assert wrong(page, OF_THE_FIRST) == []


def test_a_hit_says_what_kind_of_card_it_is(tanks: Path, browser: Browser) -> None:
    with searching(tanks.as_uri(), browser) as page:
        assert page.evaluate(ASK, ["Gorelov", "Andrey Gorelov"]) == "Andrey Gorelov"
        kinds = page.eval_on_selector_all(
            ".md-search-result__item h1", "all => all.map(h => getComputedStyle(h, '::before').content)"
        )
        assert kinds[:2] == ['"Person"', '"Person"']
        assert '"Claim"' in kinds
        assert page.locator(".md-search-result .md-tags:visible").count() == 0
