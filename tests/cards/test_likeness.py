"""What spares comparisons leaves nothing out that a comparison would have found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.cards.claims.likeness import ByTerm, may_reach, places_in, similarity
from dossier.cards.claims.propositions import Content

TERMS = [
    "Oman",
    "Qatar",
    "Salalah",
    "tanker",
    "seize",
    "drone",
    "launch",
    "build",
    "harbour",
    "12",
    "30",
    "Shahed-136",
    "Geran-2",
]


def some(first: int, last: int) -> st.SearchStrategy[frozenset[str]]:
    """A few of the terms, the same often."""
    return st.frozensets(st.sampled_from(TERMS[first:last]))


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A proposition of few words, so that two of them share some."""
    words = draw(some(3, 9))
    runs = draw(st.frozensets(st.sampled_from([("a", "tanker", "was", "seized"), ("tanker", "was", "seized", "off")])))
    return Content(
        names=draw(some(0, 3)),
        people=frozenset(),
        sides=frozenset(),
        words=words,
        common=frozenset(word for word in words if draw(st.booleans())),
        cued=frozenset(),
        light=draw(some(3, 5)),
        numbers=draw(some(9, 11)),
        designations=draw(some(11, 13)),
        proper=frozenset(word for word in words if draw(st.booleans())),
        runs=runs,
        negated=False,
    )


@given(contents(), contents())
def test_two_propositions_are_never_liker_than_they_may_be(one: Content, other: Content) -> None:
    assert may_reach(similarity(one, other), one, other)


@given(st.lists(some(3, 9), max_size=12), some(3, 9))
def test_an_index_finds_whatever_shares_one_term_and_whatever_shares_two(
    texts: list[frozenset[str]], asked: frozenset[str]
) -> None:
    one, two = ByTerm(texts).sharing(asked)
    assert list(places_in(one)) == [place for place, terms in enumerate(texts) if len(terms & asked) > 0]
    assert list(places_in(two)) == [place for place, terms in enumerate(texts) if len(terms & asked) > 1]
