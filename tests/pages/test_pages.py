"""Whole pages of a small dossier, compared with what they should be; and what every page owes its reader.

To accept a change: ``DOSSIER_GOLDEN=write python -m pytest tests/pages/test_pages.py``, then read the diff.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from makers import hostile_dossier, small_dossier

from dossier.links import href, page_of
from dossier.model import Dossier
from dossier.pages import render_pages
from dossier.pages.compare import single_channels
from dossier.pages.shelf import fill_shelf
from dossier.settings import Publish, Settings

GOLDEN = Path(__file__).with_name("golden")
SETTINGS = Settings(title="The Tessaly visit", topic="A naval visit to an island, March 2024")
KEPT = (
    "index.md",
    "people/ines-corvo.md",
    "weapons/falak.md",
    "delegations/maren-port-tessaly.md",
    "organisations/maren.md",
    "events/ines-corvo-arrival-2024-03-04.md",
    "claims/ostrava-shipping-attack-drones.md",
    "claims/joan-pell-denies-drones-landed.md",
    "sources/a1.md",
    "compare/denials.md",
    "compare/network.md",
    "compare/timeline.md",
    "compare/matrix.md",
    "data/claims.csv",
    "data/edges.csv",
    "data/matrix.csv",
    "data/values.csv",
)


@pytest.mark.parametrize("path", KEPT)
def test_a_page_is_as_it_was_agreed(path: str) -> None:
    page = render_pages(small_dossier(), SETTINGS)[path]
    kept = GOLDEN / path.replace("/", "--")
    if os.environ.get("DOSSIER_GOLDEN") == "write":
        kept.write_text(page, "utf-8", newline="")
    assert page == kept.read_text("utf-8")


def test_a_disputed_claim_is_nowhere_a_bare_headline() -> None:
    for path, page in render_pages(small_dossier(), SETTINGS).items():
        for line in page.splitlines():
            if path.endswith(".md") and line.startswith(("# ", "title:")) and "shipping attack drones" in line:
                assert "Claim by Ostrava" in line
                assert "disputed" in line


def test_every_value_stands_beside_its_passage() -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    for card in small_dossier().cards():
        for statements in card.statements.values():
            for statement in statements:
                for evidence in statement.evidence:
                    assert (
                        f"#p{evidence.start}-{evidence.end}" in pages[f"{card.ref}.md"] or len(statement.evidence) > 1
                    )


def test_no_cards_at_all_still_make_a_site() -> None:
    pages = render_pages(Dossier(), SETTINGS)
    assert pages["index.md"].count("# ") >= 1
    assert [page for page in pages if page.endswith("/index.md")] == ["compare/index.md", "sources/index.md"]


def test_passages_publish_no_sentence_that_nobody_cites() -> None:
    texts = "\n".join(render_pages(small_dossier(), SETTINGS).values())
    assert "RELATED STORIES" not in texts
    assert "Ten beaches" not in texts


def test_whole_articles_only_when_the_setting_says_so() -> None:
    from makers import ARTICLES

    given = {f"sources/{name}": text for name, text in ARTICLES.items()}
    assert "Ten beaches" not in render_pages(small_dossier(), SETTINGS, given)["sources/a1.md"]
    full = Settings(title="The Tessaly visit", publish=Publish.FULL)
    assert "Ten beaches" in render_pages(small_dossier(), full, given)["sources/a1.md"]


def test_a_spreadsheet_takes_no_field_for_a_formula() -> None:
    from dossier.exports.tables import table

    assert table(("a",), [("=HYPERLINK(1)",), ("plain",), (None,), (3,)]) == 'a\n\'=HYPERLINK(1)\nplain\n""\n3\n'


def test_rendering_is_the_same_whatever_is_rendered_before() -> None:
    first = render_pages(small_dossier(), SETTINGS)
    render_pages(hostile_dossier(), SETTINGS)
    assert render_pages(small_dossier(), SETTINGS) == first


def test_a_medium_that_alone_has_many_claims_shows_the_first_and_leads_to_the_others() -> None:
    dossier = small_dossier()
    name, rows = single_channels(fill_shelf(dossier, SETTINGS, {}))[0]
    many = tuple(replace(rows[0], id=f"n{n}", answers=()) for n in range(60))
    pages = render_pages(replace(dossier, claims=(*dossier.claims, *many)), SETTINGS)
    page = pages["compare/channels.md"]
    section = page[page.index(f"Only through {name}") :].partition("\n## ")[0]
    assert section.count('<li class="item">') == 50
    found = f"../claims/index.html?{urlencode({'through': name})}"
    assert f'<a href="{found}">{len(rows) + 10} more claims</a>' in section
    assert f'"Through":["{name}"' in pages["claims/index.md"]


def test_a_long_list_is_several_pages_and_each_claim_stands_on_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.pages.leaves.LARGEST_LIST", 4)
    dossier = small_dossier()
    many = tuple(replace(dossier.claims[0], id=f"n{n}", answers=()) for n in range(6))
    pages = render_pages(replace(dossier, claims=(*dossier.claims, *many)), SETTINGS)
    for first in ("claims/index.md", "compare/matrix.md"):
        parts = {path: text for path, text in pages.items() if path.startswith(first.removesuffix(".md"))}
        assert len(parts) == -(-len(dossier.claims + many) // 4)
        for path, text in parts.items():
            assert text.count("<tr data-facets") + text.count('<li class="item" data-facets') <= 4
            for other in parts.keys() - {path}:
                assert f'<a href="{href(path, other)}">' in text
        for claim in (*dossier.claims, *many):
            assert sum(f'<a href="{href(path, page_of(claim.ref))}">' in text for path, text in parts.items()) == 1
    assert f"## {dossier.claims[0].speaker}&#44; continued" in pages["claims/index/2.md"]


def test_a_medium_with_many_claims_leads_to_each_page_of_the_list_that_has_some(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dossier.pages.leaves.LARGEST_LIST", 40)
    dossier = small_dossier()
    name, rows = single_channels(fill_shelf(dossier, SETTINGS, {}))[0]
    many = tuple(replace(rows[0], id=f"n{n}", answers=()) for n in range(60))
    pages = render_pages(replace(dossier, claims=(*dossier.claims, *many)), SETTINGS)
    wanted = urlencode({"through": name})
    assert f'<a href="../claims/index.html?{wanted}">1</a>, ' in pages["compare/channels.md"]
    assert f'<a href="../claims/index/2.html?{wanted}">2</a>.' in pages["compare/channels.md"]


def test_a_large_grid_becomes_a_list() -> None:
    dossier = small_dossier()
    many = tuple(replace(dossier.sources[2], id=f"n{n}", origin=f"sources/n{n}", passages=()) for n in range(6000))
    page = render_pages(replace(dossier, sources=(*dossier.sources, *many)), SETTINGS)
    assert "Articles that have it" in page["compare/matrix.md"]
    assert "was found in 6,001 articles" in page["claims/ostrava-shipping-attack-drones.md"]
    assert len(page["claims/ostrava-shipping-attack-drones.md"]) < 20_000
