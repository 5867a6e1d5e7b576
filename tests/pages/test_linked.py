"""Facts in the words of schema.org: what is said, by whom, where; never a verdict."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from makers import hostile_dossier, small_dossier

from dossier.pages import render_pages
from dossier.pages.desk import Desk
from dossier.pages.linked import linked_data
from dossier.pages.shelf import fill_shelf
from dossier.settings import Settings


def facts(ref: str) -> dict[str, Any]:
    dossier = small_dossier()
    card = next(card for card in dossier.cards() if card.ref == ref)
    return linked_data(card, Desk(fill_shelf(dossier, Settings(), {}), "index.md"))


def test_a_claim_appears_in_its_articles_and_has_no_rating() -> None:
    claim = facts("claims/ostrava-shipping-attack-drones")
    assert claim["@type"] == "Claim"
    assert claim["name"].endswith("(disputed)")
    assert claim["author"] == {"@type": "Organization", "name": "Ostrava"}
    assert [article["@type"] for article in claim["appearance"]] == ["NewsArticle", "NewsArticle"]
    assert "ating" not in json.dumps(claim)


def test_a_denial_is_not_told_as_what_it_denies() -> None:
    assert facts("claims/joan-pell-denies-drones-landed")["text"] == "Pell denied that any drones had landed."


def test_a_person_has_offices_and_other_spellings() -> None:
    person = facts("people/ines-corvo")
    assert person["@type"] == "Person"
    assert person["jobTitle"] == ["admiral"]
    assert "Corvoe" in person["alternateName"]


def test_an_event_has_a_date_where_the_articles_agree_on_one() -> None:
    assert facts("events/ines-corvo-arrival-2024-03-04")["startDate"] == "2024-03-04"


def test_what_an_article_does_not_say_of_itself_is_left_out() -> None:
    article = facts("sources/a3")
    assert article["headline"] == "Island says guests are welcome"
    assert "publisher" not in article


@pytest.mark.parametrize("dossier", [small_dossier(), hostile_dossier()], ids=["small", "hostile"])
def test_the_facts_stand_in_front_matter_as_they_are(dossier: Any) -> None:
    desk = Desk(fill_shelf(dossier, Settings(), {}), "index.md")
    pages = render_pages(dossier, Settings())
    for card in dossier.cards():
        front = yaml.safe_load(pages[f"{card.ref}.md"].split("---\n")[1])
        assert front["linked"] == linked_data(card, desk)


def test_a_built_page_carries_them_and_its_own_address(tmp_path: Path) -> None:
    from dossier.site import publish_site

    settings = replace(Settings(title="T"), address="https://yards.example/d/")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: T\nsite_url: https://yards.example/d/\n", "utf-8")
    publish_site(render_pages(small_dossier(), settings), settings, tmp_path / "site", config)
    page = (tmp_path / "site/people/ines-corvo.html").read_text("utf-8")
    told = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (told["name"], told["@id"]) == ("Ines Corvo", "https://yards.example/d/people/ines-corvo.html")
    assert '<meta property="og:url" content="https://yards.example/d/people/ines-corvo.html">' in page
    assert "url = {https://yards.example/d/people/ines-corvo.html}" in page
