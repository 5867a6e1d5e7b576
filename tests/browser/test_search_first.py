"""What readers of the first dossier type, and the first hit that they should get, from disk and from a server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]

TABLE = """
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
"""Query and the beginning of the first hit's title."""

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


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first dossier, published from its committed cards."""
    folder = tmp_path_factory.mktemp("first") / "site"
    command = [sys.executable, ROOT / "build.py", "site", "--root", ROOT, "--site", folder, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(params=["disk", "server"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "disk":
        yield site.as_uri()
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{address}/index.html")
    opened.focus(".md-search__input")
    opened.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    yield opened
    opened.close()


def test_each_query_finds_first_what_its_reader_wants(page: Page) -> None:
    lines = [line for line in TABLE.strip().splitlines() if not line.startswith("#")]
    rows = [(query.strip(), wanted.strip()) for query, wanted in (line.split("|") for line in lines)]
    assert len(rows) >= 30
    found = [(query, wanted, page.evaluate(ASK, [query, wanted])) for query, wanted in rows]
    assert [row for row in found if not row[2].startswith(row[1])] == []
