"""The picture that a shared link shows: drawn from title, topic and counts, and named by each page."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from makers import small_dossier
from PIL import Image

from dossier.pages import figures_of, render_pages
from dossier.settings import read_settings
from dossier.sharing import draw_card
from dossier.site import publish_site

TITLE, TOPIC, COUNTS = "Frigates leave Muscat", "A naval visit, spring 2024", "12 articles · 5 origins · 80 claims"
ADDRESS = "https://tessaly.example/dossier/"
KINDS = ("index", "about", "people/index", "people/ines-corvo", "claims/ostrava-shipping-attack-drones", "sources/a1")


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("RGB")


def inked(card: Image.Image) -> int:
    """Pixels below the line at the head that are not paper."""
    return sum(n for n, colour in card.crop((0, 20, *card.size)).getcolors() or () if colour != (251, 249, 244))


def test_a_card_has_the_size_that_is_asked_for_and_the_line_in_the_colour_of_the_dossier() -> None:
    card = opened(draw_card(TITLE, TOPIC, COUNTS, "#00695c"))
    assert card.size == (1200, 630)
    assert card.getpixel((600, 4)) == (0x00, 0x69, 0x5C)
    assert opened(draw_card(TITLE, TOPIC, COUNTS, "#abc")).getpixel((600, 4)) == (0xAA, 0xBB, 0xCC)


def test_title_topic_and_counts_each_leave_ink() -> None:
    drawn = [
        inked(opened(draw_card(*words))) for words in ((TITLE, "", ""), (TITLE, TOPIC, ""), (TITLE, TOPIC, COUNTS))
    ]
    assert 1000 < drawn[0] < drawn[1] < drawn[2]


def test_the_same_words_give_the_same_bytes_wherever_the_pinned_packages_are() -> None:
    digest = hashlib.sha256(draw_card(TITLE, TOPIC, COUNTS) or b"").hexdigest()
    assert digest == "6f33ef48041ad787f1995d3ef596d6a59741d1332781e14f18e25ebbb4c4caf2"


@pytest.mark.parametrize("title", ["Łódź – Gdańsk", "Визит в Тессали", "Η επίσκεψη", "“Müller’s” ğşİő"])
def test_letters_of_latin_greek_and_cyrillic_are_written(title: str) -> None:
    assert inked(opened(draw_card(title, "", ""))) > 1000


@pytest.mark.parametrize("title", ["김정은의 방문", "زيارة", "訪問", "Visit 訪問"])
def test_a_title_with_a_letter_that_the_font_lacks_gives_no_card_and_never_a_box(title: str) -> None:
    assert draw_card(title, TOPIC, COUNTS) is None
    assert draw_card(TITLE, title, COUNTS) == draw_card(TITLE, "", COUNTS)


def test_a_title_of_any_length_stays_on_the_card() -> None:
    card = opened(draw_card("A word " * 60, TOPIC, COUNTS))
    assert inked(card.crop((1121, 0, 1200, 630))) == 0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    (folder / "mkdocs.yml").write_text(f"site_name: Tessaly\nsite_url: {ADDRESS}\n", "utf-8")
    settings, dossier = read_settings(folder / "mkdocs.yml"), small_dossier()
    card = draw_card(settings.title, settings.topic, figures_of(dossier, settings), settings.colour)
    publish_site(render_pages(dossier, settings), settings, folder / "site", folder / "mkdocs.yml", card)
    return folder / "site"


@pytest.mark.parametrize("page", KINDS)
def test_each_page_names_the_card_and_itself_by_whole_addresses(site: Path, page: str) -> None:
    text = (site / f"{page}.html").read_text("utf-8")
    told = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', text))
    assert told["og:image"] == f"{ADDRESS}card.png"
    assert told["og:url"] == f"{ADDRESS}{page}.html"
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:title"]
    assert told["og:description"]


def test_the_card_lies_where_the_pages_say(site: Path) -> None:
    assert opened((site / "card.png").read_bytes()).size == (1200, 630)


def test_the_counts_are_those_of_the_dossier() -> None:
    assert figures_of(small_dossier(), read_settings(Path("nowhere.yml"))) == "3 articles · 2 origins · 4 claims"
