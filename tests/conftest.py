"""What all tests share: the word lists and the language model are loaded once a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build import CardCompiler  # noqa: E402 - the stairs stand beside tests/, not in a package
from dossier.console import Console  # noqa: E402
from dossier.lexicon import Lexicon  # noqa: E402
from dossier.model import Dossier, Mentions  # noqa: E402
from dossier.settings import Settings  # noqa: E402
from dossier.sources import read_sources  # noqa: E402

# The check of a change must not turn on luck: the same examples each time. `make audit` draws new ones.
hypothesis_settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis_settings.register_profile("random", deadline=None, print_blob=True, max_examples=1000)
hypothesis_settings.load_profile(os.environ.get("DOSSIER_EXAMPLES", "repeatable"))


@pytest.fixture(scope="session")
def compiler() -> CardCompiler:
    """The lower floors, ready to compile."""
    return CardCompiler(Settings(), Console(quiet=True))


@pytest.fixture(scope="session")
def lexicon(compiler: CardCompiler) -> Lexicon:
    """The word lists."""
    return compiler.lexicon


@pytest.fixture(scope="session")
def first_dossier(compiler: CardCompiler) -> Dossier:
    """The cards of the project's own seeds, from scratch."""
    return compiler.compile_folder(ROOT / "seeds")


@pytest.fixture
def compile_articles(compiler: CardCompiler, tmp_path: Path) -> Callable[[Mapping[str, str]], Dossier]:
    """Write articles (file name -> text) into a folder and compile their cards."""

    def compile_these(articles: Mapping[str, str]) -> Dossier:
        write_articles(tmp_path / "seeds", articles)
        return compiler.compile_folder(tmp_path / "seeds")

    return compile_these


@pytest.fixture
def find_in_articles(compiler: CardCompiler, tmp_path: Path) -> Callable[[Mapping[str, str]], list[Mentions]]:
    """Write articles and return what the finders mention in each, sorted by source."""

    def find_in_these(articles: Mapping[str, str]) -> list[Mentions]:
        write_articles(tmp_path / "seeds", articles)
        return compiler.find(read_sources(tmp_path / "seeds", compiler.lexicon))

    return find_in_these


def write_articles(folder: Path, articles: Mapping[str, str]) -> None:
    """One file an article; names may have folders in them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, "utf-8")
