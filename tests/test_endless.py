"""Texts that nobody wrote: endless lines, a hundred thousand quotation marks, nesting; read in bounded work or left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.errors import SeedError
from dossier.lexicon import Lexicon
from dossier.model import Dossier, Span
from dossier.paragraphs import LONGEST, cut_long
from dossier.sources import read_sources
from dossier.sources.seeds import read_seeds

STORY = "General Ada Lund of Norway said on Monday that the missiles had left the harbour. Oslo denied it."
ENDLESS = {
    "a picture written as letters": "iVBORw0KGgo" * 10_000,
    "a hundred thousand quotation marks": "“" * 100_000,
    "quotation marks with blanks between": "“ ” " * 25_000,
    "brackets inside brackets": "(" * 50_000 + ")" * 50_000,
    "letters that run from right to left": "\u202eabc \u2066" * 20_000,
    "a table of figures on one line": "12 345 67 " * 10_000,
    "one name without end": "Kim " * 25_000,
    "marks over marks": "e" + "\u0301" * 100_000,
}


@pytest.mark.parametrize("title", ENDLESS)
def test_a_line_that_is_no_prose_is_marked_and_left_and_the_rest_is_read(
    title: str, compile_articles: Callable[[Mapping[str, str]], Dossier]
) -> None:
    dossier = compile_articles({"a.txt": f"{STORY}\n\n{ENDLESS[title]}\n\n{STORY}\n"})
    assert [card.name for card in dossier.people] == ["Ada Lund"]
    left = [piece for piece in dossier.sources[0].furniture if piece.reason == "no prose"]
    assert [Span(piece.start, piece.end) for piece in left] == [
        Span(len(STORY) + 2, len(STORY) + 2 + len(ENDLESS[title].strip()))
    ]


def test_ten_million_characters_on_one_line_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY * 100_000, "utf-8")
    with pytest.raises(SeedError, match="has more than 500,000 bytes; split it into its articles"):
        read_seeds(tmp_path)


def test_a_long_sentence_and_a_web_address_are_prose(tmp_path: Path, lexicon: Lexicon) -> None:
    long = "The ministry said " + ", ".join(f"the ship of yard {n} had left" for n in range(80))
    (tmp_path / "a.txt").write_text(f"{STORY}\n\n{long}. See https://a.example/{'x' * 400} for more.\n", "utf-8")
    (source,) = read_sources(tmp_path, lexicon)
    assert not [piece for piece in source.furniture if piece.reason == "no prose"]


def test_an_article_on_one_line_is_cut_behind_sentences_and_nothing_is_lost() -> None:
    text = " ".join([STORY] * 400)
    pieces = list(cut_long(text, Span(0, len(text))))
    assert all(len(piece) <= LONGEST and text[piece.end - 1] == "." for piece in pieces)
    assert " ".join(text[piece.start : piece.end] for piece in pieces) == text


def test_an_ordinary_paragraph_is_not_cut() -> None:
    assert list(cut_long(STORY, Span(3, 40))) == [Span(3, 40)]
