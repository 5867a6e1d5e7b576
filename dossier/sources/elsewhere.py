"""Where a page shows other stories: below the article, in boxes inside it, as headlines between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.sources.heads import Role
from dossier.sources.lines import FINAL
from dossier.sources.rows import Look, Row

LINK_WORDS = 5
"""A line in capitals of so many words between paragraphs is the headline of another story: "NATO SENDS MORE SHIPS"."""
MOST_HEADLINES = 8
READERS = re.compile(
    r"\b(?:comments?|reply|replies|conversation|discussion|opinion|editorials?|authors?|tags|topics)\b"
)
"""Headings that end an article whatever follows; "more on this topic" has a topic in the singular."""


def find_end(rows: Sequence[Row]) -> int:
    """Where other stories begin; a heading such as "Related stories" with more prose after it than before is none."""
    total = sum(row.line.words for row in rows if row.look is Look.PROSE)
    before = 0
    for at, row in enumerate(rows):
        if row.look is Look.END and before * 2 >= total and not is_box(rows, at):
            return at
        before += row.line.words if row.look is Look.PROSE else 0
    return len(rows)


def is_box(rows: Sequence[Row], at: int) -> bool:
    """Whether a heading over other stories opens a box inside the article: some headlines, then paragraphs again.

    Below an article, other stories come with captions, bylines and dates, and readers' comments with names.
    """
    if READERS.search(rows[at].line.folded):
        return False
    below = next((i for i in range(at + 1, len(rows)) if rows[i].look not in {Look.PLAIN, Look.LEAD}), len(rows))
    story = rows[below : below + 2]
    return 1 < below - at <= MOST_HEADLINES and len(story) == 2 and all(is_paragraph(row) for row in story)


def is_paragraph(row: Row) -> bool:
    """Prose with a full stop: what a headline never has."""
    return row.look is Look.PROSE and FINAL.search(row.line.text[-60:]) is not None and not row.line.is_cut_off


def drop_led_lines(rows: Sequence[Row], roles: list[Role]) -> None:
    """Leave out the headlines right under "READ MORE" or a "Related stories" inside the body; prose ends them."""
    led = False
    for at, row in enumerate(rows[: len(roles)]):
        if row.look in {Look.LEAD, Look.END}:
            led = row.look is Look.END or not re.search(r"[:|].*\w", row.line.text)
        elif row.look is Look.PLAIN and led and row.line.words > 2:
            roles[at] = Role.FURNITURE
        elif row.look in {Look.PROSE, Look.CAPTION}:
            led = False


def drop_shouted_lines(rows: Sequence[Row], roles: list[Role]) -> None:
    """Leave out headlines of other stories that a page sets in capitals between its paragraphs.

    A crosshead in capitals has a few words; where paragraphs are in capitals too (an old wire), nothing is dropped.
    """
    shouted = [at for at, row in enumerate(rows) if row.line.words >= LINK_WORDS and row.line.text.isupper()]
    if 2 * sum(rows[at].line.words for at in shouted) < sum(row.line.words for row in rows):
        for at in shouted:
            roles[at] = Role.FURNITURE
