"""What claims are called on their cards: who says what, as one sentence where the article makes one of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dossier.model import Dossier

HEADINGS = (
    pytest.param(
        "Oslo backed the bill, calling it a theft, and left, vowing to return.",
        ["Norway calls it a theft", "Norway vows to return"],
        id="a participle is told as a verb of its own",
    ),
    pytest.param(
        "Two officials left the talks, describing the raid as a “crime.” Oslo left, denying a role in it.",
        ["Norway denies a role in it", "Two officials describe the raid as a “crime”"],
        id="the verb is of one or of several, and a y changes",
    ),
    pytest.param(
        "Karl Lund complained about the food. Lund hinted at a truce.",
        ["Karl Lund complained about the food", "Karl Lund hinted at a truce"],
        id="what a claim only touches on keeps its verb",
    ),
    pytest.param(
        "Oslo shot down a warplane it said had crossed the border. A jet, which Riga said was lost, came home.",
        ["Latvia says: A jet was lost", "Norway says: A warplane had crossed the border"],
        id="a relative clause makes a sentence with its noun",
    ),
    pytest.param(
        "Oslo ignored Riga's demands for a truce. He left amid calls from the mayor for the tram to stop.",
        ["Latvia demands a truce", "Mayor calls for the tram to stop"],
        id="a noun for what is wanted has its verb",
    ),
    pytest.param(
        "Karl Lund asked Oslo to send help. Lund slammed what he called a raid. Oslo made allegations of fraud.",
        [
            "Karl Lund asked Oslo to send help",
            "Karl Lund slammed what he called a raid",
            "Norway made allegations of fraud",
        ],
        id="what somebody asks, slams and alleges keeps its verb",
    ),
)


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_a_heading_is_the_sentence_that_the_article_makes(
    text: str, expected: list[str], compile_articles: Callable[[Mapping[str, str]], Dossier]
) -> None:
    assert sorted(card.name for card in compile_articles({"a.txt": text}).claims) == expected
