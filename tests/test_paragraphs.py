"""Paragraphs of texts that have one a line, and of texts that were broken at a fixed width."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.paragraphs import measure_wrapping, read_paragraphs

STORY = [
    "WARSAW, Jan 24 (Reuters) - Poland has formally asked Germany for permission to send its Leopard 2 tanks to "
    "Ukraine, the Polish defence minister said on Tuesday.",
    "The request came after weeks of pressure on Berlin, which has to approve any re-export of the tanks.",
    '"We expect a quick answer," he told reporters in the capital after a meeting of the cabinet.',
]


def paragraphs(text: str) -> list[str]:
    width = measure_wrapping(text)
    return [text[span.start : span.end] for span in read_paragraphs(text, 0, len(text), width)]


def test_a_line_is_a_paragraph() -> None:
    assert measure_wrapping("\n".join(STORY)) is None
    assert paragraphs("\r\n\r\n".join(STORY)) == STORY


def test_short_lines_that_end_their_sentences_stay_apart() -> None:
    lines = ["He declined to say more.", "The talks go on in Doha.", "Both sides hope for a deal."]
    assert paragraphs("\n".join(lines)) == lines


@given(st.integers(45, 90), st.sampled_from(["\n", "\n\n"]))
@settings(deadline=None)
def test_paragraphs_that_were_broken_at_a_width_come_together_again(width: int, gap: str) -> None:
    text = gap.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in STORY)
    joined = [" ".join(paragraph.split()) for paragraph in paragraphs(text)]
    assert " ".join(joined) == " ".join(STORY)
    if gap == "\n\n":
        assert joined == STORY


@given(st.text("ab .\n\r\t", max_size=300))
@settings(deadline=None)
def test_paragraphs_hold_all_that_is_printed_and_never_overlap(text: str) -> None:
    spans = list(read_paragraphs(text, 0, len(text), measure_wrapping(text)))
    reached = 0
    for span in spans:
        assert reached <= span.start < span.end
        assert text[reached : span.start].strip() == ""
        reached = span.end
    assert text[reached:].strip() == ""
