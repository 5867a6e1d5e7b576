"""Quotations and marks: the words come out as they went in, wherever passages begin, end and cross."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from makers import ARTICLES, Shelf, small_dossier

from dossier.model import Evidence
from dossier.pages.quotes import find_quotes
from dossier.pages.sources import Token, mark_text, show_article

TEXT = "A ministry denied on Friday that boats had crossed."
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
)


def evidence(start: int, end: int) -> Evidence:
    return Evidence("sources/x", start + 1000, end + 1000, TEXT[start:end])


@given(st.lists(spans, max_size=8))
def test_marked_words_are_the_words(places: list[tuple[int, int]]) -> None:
    tokens = list(mark_text(TEXT, 1000, [evidence(*place) for place in places]))
    assert "".join(token.text for token in tokens) == TEXT
    depth = 0
    for token in tokens:
        depth += bool(token.opens) - token.closes
        assert depth >= 0
    assert depth == 0


@given(st.lists(spans, max_size=8))
def test_each_passage_has_one_place_and_all_its_words(places: list[tuple[int, int]]) -> None:
    tokens = list(mark_text(TEXT, 1000, [evidence(*place) for place in places]))
    firsts = [token.opens for token in tokens if token.opens and not token.goes_on]
    assert sorted(firsts) == sorted({f"p{start + 1000}-{end + 1000}" for start, end in places})
    for start, end in places:
        assert marked_words(tokens, f"p{start + 1000}-{end + 1000}") == TEXT[start:end]


def marked_words(tokens: list[Token], name: str) -> str:
    words, inside = "", []
    for token in tokens:
        if token.opens:
            inside.append(token.opens)
        elif token.closes:
            inside.pop()
        elif name in inside:
            words += token.text
    return words


@given(st.lists(spans, min_size=1, max_size=6))
def test_a_quotation_is_its_sentence_and_marks_what_is_cited(places: list[tuple[int, int]]) -> None:
    from dataclasses import replace

    whole = Evidence("sources/x", 1000, 1000 + len(TEXT), TEXT)
    source = replace(small_dossier().sources[0], id="x", passages=(whole,))
    (quote,) = find_quotes([evidence(*place) for place in places], {"sources/x": source})
    assert quote.text == TEXT
    marked = sum(len(piece.text) for piece in quote.pieces if piece.marked)
    covered = {n for start, end in places for n in range(start, end)}
    assert marked == (0 if (0, len(TEXT)) in places else len(covered))


def test_two_words_of_one_sentence_make_one_quotation() -> None:
    s = Shelf(ARTICLES)
    dossier = small_dossier()
    sources = {source.ref: source for source in dossier.sources}
    quotes = find_quotes([s.at("a1", "Admiral"), s.at("a1", "Ines Corvo"), s.at("a2", "Adm")], sources)
    assert [len(quote.cited) for quote in quotes] == [2, 1]


def test_an_article_shows_what_is_cited_and_counts_what_is_not() -> None:
    from dossier.pages.shelf import fill_shelf
    from dossier.settings import Settings

    dossier = small_dossier()
    article = show_article(dossier.sources[0], fill_shelf(dossier, Settings(), {}))
    shown = ["".join(token.text for token in row.tokens) for row in article.rows]
    assert shown[1] == "She toured a yard that builds Falak rockets."
    assert "RELATED STORIES" not in " ".join(shown)
    assert article.furniture == (("related", 46),)
    assert article.rows[0].left_out == 34
    assert [use.card.name for use in article.rows[1].used_by] == ["Ines Corvo toured a yard", "Falak"]


def test_a_whole_article_shows_every_character_when_it_may() -> None:
    from dossier.pages.shelf import fill_shelf
    from dossier.settings import Publish, Settings

    dossier = small_dossier()
    texts = {f"sources/{name}": text for name, text in ARTICLES.items()}
    shelf = fill_shelf(dossier, Settings(publish=Publish.FULL), texts)
    article = show_article(dossier.sources[0], shelf)
    shown = "".join("".join(token.text for token in row.tokens) for row in article.rows)
    assert shown == ARTICLES["a1"].replace("\n", "")
