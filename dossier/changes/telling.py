"""Changes in words: for a terminal, for a pipeline's summary, for programs. Corrections stand apart from additions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.changes.nouns import Cause, Change, Sort
from dossier.changes.wording import cause_in_words, in_words
from dossier.voice import Voice

CORRECTIONS, ADDITIONS, SUPPORT = "Corrections and withdrawals", "Additions", "More or fewer articles behind it"
MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
"""What Markdown takes for markup."""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one card that have the same causes."""

    card: str
    name: str
    causes: tuple[Cause, ...]
    changes: tuple[Change, ...]


def grouped(changes: Sequence[Change]) -> list[tuple[str, list[Group]]]:
    """Heading and groups: what is no longer stated so, what is new, what rests on more or fewer articles."""
    parts = (
        (CORRECTIONS, [c for c in changes if c.correction]),
        (ADDITIONS, [c for c in changes if not c.correction and c.sort is not Sort.CHANGED]),
        (SUPPORT, [c for c in changes if not c.correction and c.sort is Sort.CHANGED]),
    )
    return [(heading, list(groups_of(rows))) for heading, rows in parts if rows]


def groups_of(changes: Sequence[Change]) -> Iterator[Group]:
    """Changes that follow each other on one card for the same reasons, told together."""
    for (card, name, causes), rows in groupby(changes, key=lambda c: (c.card, c.name, c.causes)):
        yield Group(card, name, causes, tuple(rows))


def as_text(changes: Sequence[Change], voice: Voice | None = None) -> str:
    """For a terminal and a feed: a section, a card with its causes, a line a change. Empty where nothing changed."""
    voice = voice or Voice()
    lines: list[str] = []
    for heading, groups in grouped(changes):
        lines.append(f"{voice.say(heading)}: {sum(len(group.changes) for group in groups)}")
        for group in groups:
            lines.append(f"  {group.card}: {on_one_line(group.name)}")
            lines += [
                f"    {voice.say('because')} {on_one_line(cause_in_words(cause, voice))}" for cause in group.causes
            ]
            lines += [f"    - {on_one_line(in_words(change, voice))}" for change in group.changes]
    return "\n".join(lines)


def as_markdown(changes: Sequence[Change]) -> str:
    """For the summary of a pipeline's run: words of articles show as words, whatever marks they contain."""
    lines: list[str] = []
    voice = Voice()
    for heading, groups in grouped(changes):
        lines += [f"## {heading}", ""]
        for group in groups:
            because = "; ".join(cause_in_words(cause, voice) for cause in group.causes)
            lines.append(f"- **{plain(group.name)}** (`{group.card}`): {plain(because)}")
            lines += [f"    - {plain(in_words(change, voice))}" for change in group.changes]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def plain(words: str) -> str:
    """Words that Markdown prints as they are."""
    escaped = on_one_line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return MARKS.sub(r"\\\1", escaped)


def on_one_line(words: str) -> str:
    """Words without line breaks and control characters."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "�" for c in words).split())
