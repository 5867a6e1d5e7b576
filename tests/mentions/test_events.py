"""Events: titled texts in ``tests/cases/events.md``, each with the happenings that a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from build import CardCompiler
from dossier.mentions.events.happenings import is_object_clause
from dossier.model import EventMention, Kind, Pointer, Source

CASES = Path(__file__).parents[1] / "cases" / "events.md"


def read_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Title, text and expected lines of each second-level heading."""
    for section in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        text = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        yield title, text, [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def source(text: str, published: str | None = "2024-05-16") -> Source:
    return Source(id="case", file="case.txt", sha256="", text=text, published=published)


def find(compiler: CardCompiler, text: str) -> tuple[EventMention, ...]:
    (mentions,) = compiler.find([source(text)])
    return mentions.events


def told(mention: EventMention) -> str:
    """One happening as a case has it; what is no party is left out, and so is a place that the words hold."""
    dates = [date.value or f"printed {date.evidence[0].exact}" for date in mention.dates]
    places = [f"in {place.value}" for place in mention.place if place.value[:1].isupper()]
    parts = [mention.sort, named(mention.doers), mention.trigger.exact, named(mention.others), *dates, *places]
    return "; ".join(part for part in parts if part)


def named(pointers: tuple[Pointer, ...]) -> str:
    return ", ".join(pointer.evidence.exact for pointer in pointers if pointer.how != "noun")


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_case(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [told(mention) for mention in find(compiler, text)] == ([] if expected == ["none"] else expected), title


def test_a_happening_stands_in_its_sentence_with_its_verb(compiler: CardCompiler) -> None:
    text = "Rain fell. Iran seized a Greek tanker on Tuesday, officials said. Prices rose."
    (mention,) = find(compiler, text)
    assert mention.evidence.exact == "Iran seized a Greek tanker on Tuesday, officials said."
    assert mention.evidence.span.covers(mention.trigger)
    assert mention.trigger.span.covers(mention.core)
    assert mention.core.exact == "seized"


def test_nothing_later_than_its_article_has_happened(compiler: CardCompiler) -> None:
    text = "Iran seized a Greek tanker on May 3, 2025."
    (mentions,) = compiler.find([source(text, "2024-05-16")])
    assert mentions.events == ()


def test_what_was_turned_down_is_kept_with_its_reason(compiler: CardCompiler) -> None:
    (mentions,) = compiler.find([source("Iran did not attack Pakistan on Tuesday.")])
    reasons = [row.rule for row in mentions.rejected if row.kind is Kind.EVENT]
    assert reasons == []  # "did … attack" is no past tense and is not even asked about
    (mentions,) = compiler.find([source("Iran reportedly attacked Pakistan on Tuesday.")])
    assert [row.rule for row in mentions.rejected if row.kind is Kind.EVENT] == ["told with a doubt"]


@pytest.mark.parametrize(
    ("words", "object_clause"),
    [(["ships", "Iran", "fired", "on"], True), (["ships", "Iran", "fired", "on", "which"], False)],
)
def test_a_relative_clause_may_end_a_text_that_was_cut_off(words: list[str], object_clause: bool) -> None:
    heads, deps = [0, 2, 0, 2, 3][: len(words)], ["ROOT", "nsubj", "relcl", "prep", "pobj"][: len(words)]
    assert is_object_clause(Doc(Vocab(), words=words, heads=heads, deps=deps)[2]) is object_clause
