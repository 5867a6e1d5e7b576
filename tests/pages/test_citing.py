"""Citations: what a reader pastes into a paper, a .bib file or a reference manager."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from makers import small_dossier

from dossier.pages import render_pages
from dossier.pages.citing import cite_page
from dossier.settings import Settings
from dossier.voice import Voice

SHIPS = Settings(title="Ships")
YARDS = Settings(title="Ships & yards", address="https://yards.example/dossier/")


def test_a_card_is_cited_as_a_page_of_the_dossier() -> None:
    person = small_dossier().people[0]
    cited = cite_page(person, person.name, YARDS, Voice())
    assert cited.address == f"https://yards.example/dossier/{person.ref}.html"
    assert r"of the dossier “Ships \& yards”" in cited.bibtex
    assert cited.bibtex.startswith(f"@misc{{{person.id},\n  title = {{{person.name}}}")
    assert json.loads(cited.csl) == [
        {
            "id": person.ref,
            "type": "webpage",
            "title": person.name,
            "container-title": "Ships & yards",
            "URL": cited.address,
        }
    ]


def test_an_article_is_cited_as_the_article_with_what_is_known_of_it() -> None:
    source = replace(
        small_dossier().sources[0], publisher="The Harbour Gazette", authors=("Ada Lund",), published="2024-03",
        url="https://gazette.example/100%25_true",
    )  # fmt: skip
    cited = cite_page(source, "Fog", SHIPS, Voice())
    (item,) = json.loads(cited.csl)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "Ada Lund"}]
    assert item["issued"] == {"date-parts": [[2024, 3]]}
    assert item["note"] == f"Read at {source.ref}.html"
    assert "author = {{Ada Lund}}" in cited.bibtex
    assert "url = {https://gazette.example/100%25_true}" in cited.bibtex


def test_an_article_of_which_nothing_is_known_claims_nothing() -> None:
    bare = {"publisher": None, "agency": None, "published": None, "authors": (), "url": None}
    source = replace(small_dossier().sources[0], **bare)  # type: ignore[arg-type]
    (item,) = json.loads(cite_page(source, "Untitled", SHIPS, Voice()).csl)
    assert sorted(item) == ["id", "note", "title", "type"]


@pytest.mark.parametrize("name", ["50% off", "a_b", "{x}", "C:\\yard", "#1 & $2"])
def test_bibtex_reads_no_word_of_an_article_as_its_own(name: str) -> None:
    person = small_dossier().people[0]
    line = cite_page(person, name, SHIPS, Voice()).bibtex.splitlines()[1]
    inner = line.removeprefix("  title = {").removesuffix("},").replace(r"\textbackslash{}", "")
    for mark in "%_{}#&$":
        assert inner.count(mark) == inner.count(f"\\{mark}")


def test_a_page_tells_where_to_report_an_error_and_where_its_card_is() -> None:
    given = Settings(title="T", contact="mailto:editor@yards.example", cards="https://forge.example/blob/main/content")
    pages = render_pages(small_dossier(), given)
    page = pages["people/ines-corvo.md"]
    assert '<a href="https://forge.example/blob/main/content/people/ines-corvo.yml">This card as YAML</a>' in page
    assert '<a href="../corrections.html">Report an error, reply</a>' in page
    assert 'href="mailto:editor@yards.example"' in pages["corrections.md"]
    assert "YAML" not in render_pages(small_dossier(), Settings())["people/ines-corvo.md"]
