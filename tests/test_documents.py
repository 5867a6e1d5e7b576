"""Parse: what the language model is asked, and which article gets which answer."""

from __future__ import annotations

from build import CardCompiler
from dossier.documents import parse_texts

TIDE = "The ferry left Tessaly with the tide on Monday."
FOG = "The coast guard closed the harbour because of fog."
PILOTS = "Three pilots waited at the pier."


def test_each_text_gets_its_own_analysis_in_the_order_asked(compiler: CardCompiler) -> None:
    asked = [TIDE, FOG, TIDE, PILOTS, FOG, TIDE]
    assert [doc.text for doc in parse_texts(asked, compiler.model)] == asked


def test_a_paragraph_that_reprints_share_is_parsed_once(compiler: CardCompiler) -> None:
    first, other, again, last = parse_texts([TIDE, FOG, TIDE, TIDE], compiler.model)
    assert first is again is last
    assert other is not first
