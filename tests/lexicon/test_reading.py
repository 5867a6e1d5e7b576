"""Lists are read as cards are: what is no list of words is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import WordsError
from dossier.lexicon import words
from dossier.lexicon.words import as_words, read_words


@pytest.fixture
def _listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ships.yml").write_text("# what sails\nsmall: [tug, ferry]\nlarge: [liner]\nsmall: [yawl]\n")
    (tmp_path / "words" / "seas.yml").write_text("calm: [off, no, 2023-07-26]\nrough: [12]\n")
    monkeypatch.setattr(words, "files", lambda _: tmp_path)


@pytest.mark.usefixtures("_listed")
def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(WordsError, match=r"ships\.yml:4: the key 'small' stands twice"):
        read_words("ships")


@pytest.mark.usefixtures("_listed")
def test_a_bare_word_stays_a_word_and_a_number_is_none() -> None:
    seas = read_words("seas")
    assert as_words("calm", seas["calm"]) == ("off", "no", "2023-07-26")
    with pytest.raises(WordsError, match=r"rough: \[12\] is not a list of words"):
        as_words("rough", seas["rough"])
