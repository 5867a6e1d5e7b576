"""The articles of ``cases/sources.md``: what is body, heading, caption and furniture, and what the record says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dossier.lexicon import Lexicon
from dossier.lexicon.furniture import load_furniture_words
from dossier.model import Source
from dossier.paragraphs import measure_wrapping
from dossier.sources import read_sources
from dossier.sources.layouts import read_layout

CASES = Path(__file__).parents[1] / "cases" / "sources.md"


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    expected: tuple[tuple[str, str], ...]


def cases() -> list[Case]:
    found = re.findall(
        r"^## ([^\n]+)\n```\n(.*?)\n```\n((?:- [^\n]*\n?)+)", CASES.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return [
        Case(title, text, tuple((line[2:].split(": ", 1)[0], line[2:].split(": ", 1)[1]) for line in rows.splitlines()))
        for title, text, rows in found
    ]


def place(source: Source, snippet: str) -> str:
    """Where the words ``snippet`` stand in the article."""
    at = source.text.index(snippet)
    end = at + len(snippet)
    if any(piece.start <= at and end <= piece.end for piece in source.furniture):
        return "unread"
    if any(piece.start < end and at < piece.end for piece in source.furniture):
        return "cut through"
    if any(span.start <= at < span.end for span in source.headings):
        return "heading"
    return "caption" if any(span.start <= at < span.end for span in source.captions) else "body"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_an_article_is_read_as_a_reader_would(case: Case, tmp_path: Path, lexicon: Lexicon) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "article.txt").write_text(case.text, "utf-8")
    (source,) = read_sources(seeds, lexicon)
    record = {
        "title": source.title,
        "agency": source.agency,
        "publisher": source.publisher,
        "authors": ", ".join(source.authors) or None,
        "published": source.published,
    }
    for key, value in case.expected:
        if key in record:
            assert record[key] == (None if value == "-" else value), key
        elif value == "-":
            assert source.captions == ()
        else:
            assert place(source, value) == key, value


WORDS = load_furniture_words()
LINES = st.sampled_from(
    [line for case in cases() for line in case.text.splitlines()]
    + ["", "  ", "\ufeff", "× ×", "A" * 3000, "…", "“Yes.”"]
)


@settings(deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25))
def test_furniture_is_sorted_and_never_overlaps_whatever_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    layout = read_layout(text, 0, WORDS)
    reached = 0
    for piece in layout.furniture:
        assert reached <= piece.start < piece.end <= len(text)
        assert piece.reason
        reached = piece.end
    for span in (*layout.headings, *layout.captions):
        assert 0 <= span.start < span.end <= len(text)
        assert not any(span.overlaps(other) for other in (piece.span for piece in layout.furniture))
    for clue in layout.clues:
        assert 0 <= clue.start < clue.end <= len(text)


@settings(deadline=None)
@given(st.lists(LINES, max_size=25))
def test_the_same_page_is_laid_out_the_same_way_with_blank_lines_between(lines: list[str]) -> None:
    close, wide = "\n".join(lines), "\n\n".join(lines)
    assume(measure_wrapping(close) is None)  # lines broken at a width are halves of sentences; blank lines part them
    bodies = [read_layout(text, 0, WORDS).body(text).split() for text in (close, wide)]
    assert bodies[0] == bodies[1]
