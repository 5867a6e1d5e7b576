"""A dossier of somebody else's on another subject: one settings file, and nothing of the first dossier wired in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.errors import PublishError
from dossier.model import Dossier
from dossier.pages import render_pages
from dossier.settings import read_settings
from dossier.site import publish_site

ROOT = Path(__file__).resolve().parents[2]

SETTINGS = """\
site_name: Boats for the coast
site_url: https://boats.example/dossier/
extra:
  dossier:
    title: Boats for the coast
    topic: A patrol boat agreement between Norway and Kenya
    dates: american
    kinds: people, delegations, claims
    colour: "#00695c"
    logo: anchor.svg
    picture: shared.png
    contact: mailto:desk@boats.example
"""
ARTICLES = {
    "first.txt": (
        "OSLO, March 3, 2025 (AFP) - Norway will send two patrol boats to Kenya, Norwegian Defence Minister Ingrid "
        'Solheim said.\n\n"The boats will sail before the summer," Solheim told reporters in Oslo.\n\n'
        "Tanzania denied that it had asked for the boats.\n"
    ),
    "second.txt": (
        "A Kenyan delegation led by General Peter Otieno arrived in Oslo on March 4, 2025 for talks on the patrol "
        "boats.\n\nAccording to the NTB news agency, Otieno thanked Norway for the offer.\n"
    ),
}
OF_THE_FIRST = ("Shoigu", "Pyongyang", "Kim Jong", "Korea", "KCNA", "Hwasong", "Reuters", "July 2023")
"""What only the first dossier speaks of."""


WRITTEN = {".html", ".js", ".json", ".xml", ".csv", ".txt", ".jsonl"}


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dossier built by the command line, as its editor would."""
    folder = tmp_path_factory.mktemp("boats")
    (folder / "seeds").mkdir()
    for name, text in ARTICLES.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (folder / "shared.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "anchor.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "--root", folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_nothing_of_the_first_dossier_is_on_the_site_of_another(boats: Path) -> None:
    seen = 0
    for path in sorted((boats / "site").rglob("*")):
        if (
            path.suffix in {".html", ".js", ".json", ".xml", ".csv", ".txt", ".jsonl"}
            and "javascripts" not in path.parts
        ):
            text = path.read_text("utf-8")
            seen += 1
            assert [word for word in OF_THE_FIRST if word in text] == [], path
    assert seen > 20


def test_its_title_topic_dates_colour_logo_and_contact_are_its_own(boats: Path) -> None:
    home = (boats / "site/index.html").read_text("utf-8")
    assert "A patrol boat agreement between Norway and Kenya" in home
    assert '<link rel="canonical" href="https://boats.example/dossier/index.html">' in home
    assert "--markline:#00695c" in home
    assert 'src="logo/anchor.svg"' in home
    assert '<meta property="og:image" content="https://boats.example/dossier/logo/shared.png">' in home
    assert (boats / "site/logo/shared.png").is_file()
    assert "mailto:desk@boats.example" in (boats / "site/corrections.html").read_text("utf-8")
    assert "March 3, 2025" in (boats / "site/sources/index.html").read_text("utf-8")
    assert "3 March 2025" not in (boats / "site/sources/index.html").read_text("utf-8")


def test_only_the_kinds_asked_for_have_pages_and_places_in_the_navigation(boats: Path) -> None:
    site = boats / "site"
    assert (site / "people/ingrid-solheim.html").is_file()
    assert not (site / "organisations").exists()
    assert not (site / "weapons").exists()
    home = (site / "index.html").read_text("utf-8")
    assert 'href="people/index.html"' in home
    assert 'href="organisations/index.html"' not in home
    assert 'href="weapons/index.html"' not in home


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {dossier: {logo: gone.svg}}\n", "utf-8")
    settings = read_settings(tmp_path / "mkdocs.yml")
    with pytest.raises(PublishError, match=r"gone\.svg"):
        publish_site(render_pages(Dossier(), settings), settings, tmp_path / "site", tmp_path / "mkdocs.yml")
