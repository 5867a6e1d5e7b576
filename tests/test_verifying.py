"""`build.py verify`: a built site is proved against its articles, letter by letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from makers import ARTICLES
from sites import hostile_site, small_site
from test_build import LATER, WIRE, build, write

from dossier.errors import UsageError
from dossier.pages.paper import visible
from dossier.verifying import altered_files, verify_site

__all__ = ["hostile_site", "small_site"]

TEXTS = {f"sources/{name}": text for name, text in ARTICLES.items()}


@pytest.fixture
def site(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site that a test may alter."""
    return Path(shutil.copytree(small_site, tmp_path / "site"))


def faults(site: Path) -> list[str]:
    return [str(row) for row in verify_site(site, TEXTS, visible)[1]]


def alter(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_quotation_of_a_site_stands_in_its_article(small_site: Path) -> None:
    count, wrong = verify_site(small_site, TEXTS, visible)
    assert wrong == []
    assert count > 150


ALTERED = {
    "a sentence on a person’s page": ("people/joan-pell.html", "said on Tuesday that", "said on Monday that"),
    "a marked word on a claim": (
        "claims/ostrava-shipping-attack-drones.html",
        "<mark>shipping attack drones",
        "<mark>shipping attack drone",
    ),
    "an article’s own page": ("sources/a3.html", "inspected two piers", "inspected ten piers"),
    "a place that is off by one": ("weapons/falak.html", 'data-at="sources/a1#p', 'data-at="sources/a1#p1'),
    "an article that is not there": ("weapons/falak.html", 'data-at="sources/a1#p', 'data-at="sources/a9#p'),
    "a row of a table": ("data/claims.csv", "any drones had landed", "no drones had landed"),
}


@pytest.mark.parametrize("title", ALTERED)
def test_one_altered_letter_is_found_with_page_and_passage(title: str, site: Path) -> None:
    page, old, new = ALTERED[title]
    alter(site / page, old, new)
    found = faults(site)
    assert found
    assert all(row.startswith(f"{page}:") for row in found)
    assert "sources/a" in found[0]


@pytest.mark.parametrize("letter", range(28))
def test_any_letter_of_a_quotation_counts(letter: int, site: Path) -> None:
    page = site / "claims/maren-denies-shipped-drones.html"
    text = page.read_text("utf-8")
    begin = text.index("<blockquote")
    quotation = text[begin : text.index("</blockquote>")]
    letters = [m.start() for m in re.finditer(r"\w(?![^<]*>)", quotation)]
    spot = begin + letters[letter]
    page.write_text(f"{text[:spot]}{'x' if text[spot] != 'x' else 'y'}{text[spot + 1 :]}", "utf-8")
    assert len(faults(site)) == 1


def test_a_letter_that_is_no_quotations_is_found_by_the_sites_own_digests(site: Path) -> None:
    assert list(altered_files(site)) == []
    alter(site / "people/joan-pell.html", "<title>Joan Pell", "<title>Joan Bell")
    (site / "claims/index.html").unlink()
    assert faults(site) == []
    assert list(altered_files(site)) == [
        "claims/index.html: is gone; build the site again",
        "people/joan-pell.html: was altered after the site was built; build it again",
    ]


def test_hostile_articles_are_quoted_to_the_letter_too(hostile_site: Path) -> None:
    from makers import HOSTILE

    texts = {f"sources/h{n}": f"{x} by {x}.\n\nThe guard {x} said that {x} came." for n, x in enumerate(HOSTILE)}
    count, wrong = verify_site(hostile_site, texts, visible)
    assert [str(row) for row in wrong] == []
    assert count > 50


def test_a_folder_that_is_no_site_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no site of this program"):
        verify_site(tmp_path, {}, visible)


def test_the_command_says_page_and_passage_and_exits_with_1(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    assert build("new", root).returncode == 0
    write(root / "seeds", {"a_wire.txt": WIRE, "b_later.txt": LATER})
    assert build("--root", root).returncode == 0
    proved = build("verify", root / "site", "--root", root)
    assert proved.returncode == 0, proved.stdout
    assert "quotations, all as in the articles" in proved.stderr
    seed = root / "seeds/a_wire.txt"
    seed.write_text(WIRE.replace("two patrol", "ten patrol"), "utf-8")
    refuted = build("verify", root / "site", "--root", root)
    assert refuted.returncode == 1
    assert "a_wire.txt: not what the site was built from" in refuted.stdout
    assert "the page says “" in refuted.stdout
    assert build("verify", root / "seeds", "--root", root).returncode == 2
