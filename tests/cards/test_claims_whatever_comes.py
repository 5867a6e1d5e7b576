"""Claims from any text: nothing is lost, nothing depends on the order of articles, a stranger changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import Case, compile_case, read_article, read_cases, reports

from dossier.cards.addresses import Addresses
from dossier.cards.cast import compile_cast
from dossier.cards.claims import compile_claims
from dossier.cards.referents import Naming, Referent, Referents
from dossier.cards.wording import read_wording, singular
from dossier.lexicon import Lexicon, load_lexicon
from dossier.lexicon.spelling import Spelling
from dossier.model import ClaimMention, Kind, Mentions, Mode, Pointer, Polarity, Source, Span

SEVERAL = [case for name in ("same_claim", "denials") for case in read_cases(name) if len(case.articles) > 1]
POINTERS = ("name", "pronoun", "role", "medium", "group", "party")
NONSENSE = (
    "the The a said denied he she it they who ministry agency report “no such” Russia Kim 's’ , . its all three "
    "official media Korea’s leader claims, Tehran and of in country 48 missiles"
)
WORDS = st.sampled_from(NONSENSE.split())


@st.composite
def articles(draw: st.DrawFn) -> tuple[Mentions, tuple[Naming, ...]]:
    """An article of nonsense with claims, pointers and namings at any place in it."""
    text = " ".join(draw(st.lists(WORDS, min_size=3, max_size=60)))
    source = Source(id="a", file="a.txt", sha256="", text=text)
    starts = st.integers(0, len(text) - 1)

    def place():
        start = draw(starts)
        return source.evidence(start, draw(st.integers(start + 1, min(len(text), start + 40))))

    claims = tuple(
        ClaimMention(
            passage=source.evidence(0, len(text)),
            proposition=place(),
            speaker=Pointer(place(), draw(st.sampled_from(POINTERS))) if draw(st.booleans()) else None,
            cue="said",
            cue_at=place(),
            polarity=draw(st.sampled_from(list(Polarity))),
            mode=Mode.INDIRECT,
            rule="any",
            via=(Pointer(place(), "medium"),) if draw(st.booleans()) else (),
            object=place() if draw(st.booleans()) else None,
        )
        for _ in range(draw(st.integers(0, 6)))
    )
    kinds = st.sampled_from([Kind.PERSON, Kind.ORGANISATION])
    namings = tuple(
        Naming(place(), Referent(f"x/{n % 3}", f"Name {n % 3}", draw(kinds), draw(st.sampled_from([None, "Russia"]))))
        for n in range(draw(st.integers(0, 6)))
    )
    sentences = (Span(0, max(1, len(text) // 2)), Span(max(1, len(text) // 2), len(text)))
    return Mentions(source=source, sentences=sentences, claims=claims, lemmas={0: words_of(text)}), namings


def words_of(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every word as its own lemma."""
    rows, at = [], 0
    for word in text.split(" "):
        rows.append((at, at + len(word), word.casefold()))
        at += len(word) + 1
    return tuple(row for row in rows if row[0] < row[1])


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return load_lexicon()


@given(articles())
@settings(max_examples=150, deadline=None)
def test_every_claim_is_reported_once_with_its_own_words(
    words: Lexicon, found: tuple[Mentions, tuple[Naming, ...]]
) -> None:
    mentions, namings = found
    cards = compile_claims([mentions], words, Referents(namings), (), Addresses())
    told = [(report.passage, report.proposition, report.cue_at) for _, report in reports(cards)]
    assert sorted(told) == sorted((c.passage, c.proposition, c.cue_at) for c in mentions.claims)
    assert len({card.id for card in cards}) == len(cards)
    assert {link for card in cards for link in card.answers} <= {card.ref for card in cards}
    assert all(card.name.strip() for card in cards)


@pytest.mark.parametrize("case", SEVERAL, ids=lambda case: case.title)
def test_the_order_of_articles_decides_nothing(case: Case, compiler) -> None:
    expected = compile_case(case, compiler.lexicon, compiler.model)
    turned_round = Case(case.title, case.articles[::-1], case.expected)
    assert compile_case(turned_round, compiler.lexicon, compiler.model) == expected


@pytest.mark.parametrize("case", SEVERAL, ids=lambda case: case.title)
def test_an_article_on_something_else_changes_no_card(case: Case, compiler) -> None:
    before = compile_case(case, compiler.lexicon, compiler.model)
    stranger = read_article(9, "[Lima](state; Peru; by capital) said the harvest of potatoes was good.")
    case = Case(case.title, [*case.articles, stranger], case.expected)
    assert compile_case(case, compiler.lexicon, compiler.model) == before


@given(st.text(max_size=60))
def test_any_words_can_be_taken_apart(text: str) -> None:
    wording = read_wording(text, Spelling({"defense": "defence"}))
    assert wording.head == singular(wording.head)
    assert wording.head == "" or any(singular(word) == wording.head for word in wording.words)


def test_a_naming_inside_a_longer_one_is_left_out(words: Lexicon) -> None:
    source = Source(id="a", file="a.txt", sha256="", text="Russia's defence ministry")
    ministry = Referent("organisations/m", "Russian Defence Ministry", Kind.ORGANISATION, "Russia")
    russia = Referent("organisations/r", "Russia", Kind.ORGANISATION, "Russia")
    who = Referents([Naming(source.evidence(0, 6), russia), Naming(source.evidence(0, 25), ministry)])
    cast = compile_cast([Mentions(source=source, sentences=())], who, words.parties)
    assert [named.who.name for named in cast.articles[source.ref].named] == ["Russian Defence Ministry"]
