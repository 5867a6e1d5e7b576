"""YAML in and out: what is written is read back, one spelling a value, and nothing dangerous is read at all."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.notation import compose_yaml, parse_yaml, word

MISTAKABLE = [
    "no", "Yes", "off", "null", "~", "", " ", "true", "y", "n", "2023-07-26", "1e5", "007", "0x1F", "12:30:45", ".inf",
    "-", "- a", "a: b", "a #b", "#", "&a", "*a", "!a", "|", ">", "'", '"', "{a}", "[a]", "a, b", "? a", "@", "`", "%",
    "---", "...", "trailing ", " leading", "two\nlines", "tab\t", "\r", "\x85", "\u2028", "\ufeff", "\u202e", "\x00",
    "\xa0", "𝕏", "👍🏽", "é", "e\u0301", "=", "<<", "1_000", "+1", "\\n", 'he said "it\'s"', "70th anniversary",
]  # fmt: skip

TEXTS = st.text() | st.sampled_from(MISTAKABLE)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("text", MISTAKABLE)
def test_words_that_yaml_could_mistake_stay_words_for_every_reader(text: str) -> None:
    written = compose_yaml({"key": text, "list": [text], "place": {"start": 0, "exact": text}})
    expected = {"key": text, "list": [text], "place": {"start": 0, "exact": text}}
    assert read(written) == expected
    assert yaml.safe_load(written) == expected, "the pure Python reader"
    assert yaml.load(written, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == expected, "the reader in C"  # noqa: S506


@settings(deadline=None)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_what_is_written_is_read_back(entries: dict[str, Any]) -> None:
    written = compose_yaml(entries)
    assert read(written) == entries
    assert compose_yaml(read(written)) == written
    assert yaml.safe_load(written) == entries


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    node, faults = parse_yaml(text)
    assert faults or node.line >= 1


def test_a_place_in_a_text_is_one_row() -> None:
    place = {"source": "sources/000", "start": 27, "end": 39, "exact": "North Korean"}
    assert compose_yaml({"evidence": [place]}) == (
        "evidence:\n- {source: sources/000, start: 27, end: 39, exact: North Korean}\n"
    )


def test_a_bare_word_is_bare_and_an_odd_one_shows_its_odd_character() -> None:
    assert [word("Hwasong-18"), word("no"), word('say "no"'), word("a\u202eb")] == [
        "Hwasong-18", '"no"', "'say \"no\"'", '"a\\u202eb"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands twice"),
        ("a: &x 1\n", 1, "an anchor, &x"),
        ("a: &x [1]\nb: *x\n", 2, "an alias, *x"),
        (
            "a: 1\nb: !!python/object/apply:os.system [ls]\n",
            2,
            "a tag, tag:yaml.org,2002:python/object/apply:os.system",
        ),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins"),
        ("a:\n- [1]\n- {[1]: 2}\n", 3, "a key that is no word"),
        ("a: [1\n", 2, "not YAML: did not find expected ',' or ']'"),
        ("a: " + "[" * 5000, 1, "nested more than 12 levels deep"),
        ("a: \x07\n", 1, "not YAML: control characters are not allowed"),
    ],
)
def test_what_a_card_never_needs_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    _, faults = parse_yaml(text)
    assert (line, what) in [(fault.line, fault.what) for fault in faults]


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "a: &a [lol, lol]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(20))
    node, faults = parse_yaml(laughs)
    assert len(faults) > 20
    assert node.plain()["b3"] == [None] * 9


def read(text: str) -> Any:
    node, faults = parse_yaml(text)
    assert not faults, (text, faults)
    return node.plain()
