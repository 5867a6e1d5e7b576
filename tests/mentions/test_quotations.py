"""Quotations: marks of every kind, lost, nested, doubled, and apostrophes that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.mentions.quotations import find_quotations

CASES = [
    ("curly marks", "He called it “a grave error” and left.", ["“a grave error”"]),
    ("straight marks in pairs", '"We go," she said. "They stay."', ['"We go,"', '"They stay."']),
    ("guillemets", "«Nous partons», dit-il.", ["«Nous partons»"]),
    ("low and high marks", "„Wir gehen“, sagte er.", ["„Wir gehen“"]),
    ("closing marks on both sides", "”Vi går”, sade han.", ["”Vi går”"]),
    ("single marks", "The ‘no-fly’ rule ended.", ["‘no-fly’"]),
    ("a single mark inside double ones", "“He said ‘never’ twice,” she added.", ["“He said ‘never’ twice,”"]),
    ("a double mark inside single ones", "'She said \"never\" twice,' he added.", ["'She said \"never\" twice,'"]),
    ("apostrophes are no marks", "Iran’s and the rebels’ fleets; it's the soldiers' '90s kit.", []),
    ("a plural possessive inside a quotation", "‘The ministers’ fault,’ he said.", ["‘The ministers’ fault,’"]),
    ("a closing mark without its partner", "Where Victory Day’ was held and Day” too.", []),
    ("an opening mark alone quotes to the end", "“The first line. It goes on.", ["“The first line. It goes on."]),
    ("a lost closing mark ends where the next quotation opens", 'He said "no and "yes" to me.', ['"no and ', '"yes"']),
    ("a mark glued to the sentence before opens", 'He met "us," he said."It ended."', ['"us,"', '"It ended."']),
    ("a mark glued to the word after closes", 'He said: "It ended."The guns fell silent.', ['"It ended."']),
    ("a closing mark glued to both without a partner", 'It ended."The guns fell silent.', []),
    ("a closing mark torn to the attribution", '"It ended. We left, "said Ana Cruz.', ['"It ended. We left, "']),
    ("the same without its partner", "We left, ”said Ana Cruz. “It ended.”", ["“It ended.”"]),
    ("torn to a passive or to a newspaper", '"It ended. We left, "it was stressed.', ['"It ended. We left, "']),
    ("before a newspaper's name", 'The boats left, "Oslo Courier said. "It ended."', ['"It ended."']),
    ("inside one of its own kind", "“The axis of “evil” won,” he said.", ["“The axis of “evil” won,”"]),
    ("of two that open one was never closed", "“The first of “two” ended.", ["“The first of “two”"]),
    ("lost before an attribution", '"We went, said Ana. "They stay."', ['"We went,', '"They stay."']),
    ("the same with curly marks", "“We went, Ana Cruz said. “They stay.”", ["“We went,", "“They stay.”"]),
    ("the first mark of a paragraph only closes", 'We must go," said Ana. "We must."', ['We must go,"', '"We must."']),
    ("before a medium that tells it such a mark says nothing", 'He said it at the Hall," a writer said.', []),
    ("an opening mark of one shape, glued", "He has learned.“It ended,” he said.", ["“It ended,”"]),
    ("a blank behind an opening mark", '" It ended. We left," he said.', ['" It ended. We left,"']),
    ("before that-clauses such a mark opens", 'A log read, "noted that we left."', ['"noted that we left."']),
    ("an empty pair is nothing", 'He said "" and left.', []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected, title


def test_only_a_quotation_without_its_closing_mark_is_open() -> None:
    assert [q.closed for q in find_quotations("“One.” “Two.")] == [True, False]


@given(st.text(alphabet="ab '\"“”‘’«»„.,", max_size=80))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("mark", ['"', "'", "“", "‘", "a'", 's" '])
def test_a_hundred_thousand_marks_are_read(mark: str) -> None:
    text = mark * 100_000
    assert all(q.end <= len(text) for q in find_quotations(text))
