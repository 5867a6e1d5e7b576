"""Sites built for tests, once a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from makers import hostile_dossier, small_dossier

from dossier.model import Dossier
from dossier.pages import render_pages
from dossier.settings import Settings, read_settings
from dossier.site import PROGRAM, publish_site

SETTINGS = Settings(
    title="The Tessaly visit",
    topic="A naval visit to an island, March 2024",
    description="Three articles about an admiral’s visit, an accusation, and who denies it.",
)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dossier."""
    folder = tmp_path_factory.mktemp("small") / "site"
    publish_site(render_pages(small_dossier(), SETTINGS), SETTINGS, folder)
    return folder


@pytest.fixture(scope="session")
def first_site(first_dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own seeds."""
    settings = read_settings(PROGRAM / "mkdocs.yml")
    folder = tmp_path_factory.mktemp("first") / "site"
    publish_site(render_pages(first_dossier, settings), settings, folder)
    return folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of articles that try to be markup."""
    folder = tmp_path_factory.mktemp("hostile") / "site"
    settings = Settings(title="</title><script>alert('site')</script>", topic="{{ 7 * 7 }}", description='"><b>')
    publish_site(render_pages(hostile_dossier(), settings), settings, folder)
    return folder
