"""What waits for an editor: ``build.py review``.

A view of the compiled cards; it decides nothing and is written nowhere. Who reads it mends the dossier by decisions in
the cards' ``curated`` parts, one at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from dossier.model import Card, ClaimCard, Dossier, Evidence, Mentions, Rejected, Statement

LONGEST_QUOTE = 110
"""Code points of a passage that one line of a terminal has room for."""

SAME = "same_as"
"""The property under which the program proposes that two cards are one."""


class Sort(StrEnum):
    """Why something waits, in the order in which it is told."""

    STALE = "decision without effect"
    CHANGED = "decision whose passage changed"
    ORPHAN = "card kept for its decisions alone"
    SPEAKER = "speaker not settled"
    VALUE = "value not settled"
    DOUBLE = "possibly the same"
    UNREAD = "article left unread"
    REFUSED = "turned down"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that an editor may decide."""

    sort: Sort
    where: str
    """A card's reference, or the file and line of a decision."""
    what: str
    todo: str
    choices: tuple[str, ...] = ()
    """What the program could not choose between."""
    passages: tuple[Evidence, ...] = ()
    count: int = 1
    """How often, where alike things are told once: ``turned down``."""


def find_waiting(dossier: Dossier, found: Sequence[Mentions], decisions: Sequence[Waiting] = ()) -> list[Waiting]:
    """Everything that waits: ``decisions`` (found where decisions are known), then cards, then what was turned down."""
    rows = [*decisions]
    for card in dossier.cards():
        rows += card_waits(card)
    rows += unread_articles(dossier)
    rows += turned_down(found)
    order = list(Sort)
    return sorted(rows, key=lambda row: (order.index(row.sort), -row.count, row.where, row.what))


def card_waits(card: Card) -> Iterator[Waiting]:
    """What one card leaves open: a speaker, a value, whether it is another card."""
    if card.orphaned:
        todo = "move its `curated:` part to another card, or delete the file"
        yield Waiting(Sort.ORPHAN, card.ref, f"{card.name}: the articles no longer give this card", todo)
    if isinstance(card, ClaimCard) and card.speaker is None and card.candidates:
        passages = tuple(report.passage for report in card.reports)
        todo = "read the passage; where it names the speaker, the claim can be joined with {do: same_as, ref: claims/…}"
        yield Waiting(Sort.SPEAKER, card.ref, card.name, todo, card.candidates, passages)
    for key, rows in card.statements.items():
        yield from (open_value(card, key, row) for row in rows if row.value is None and row.candidates)


def open_value(card: Card, key: str, row: Statement) -> Waiting:
    """A property of which the program knows only what it may be; for ``same_as``, which card this may be."""
    if key == SAME:
        todo = "decide {do: same_as, ref: …} or {do: not_same_as, ref: …}"
        return Waiting(Sort.DOUBLE, card.ref, card.name, todo, row.candidates, row.evidence)
    todo = f"decide {{do: add, key: {key}, value: …}}"
    return Waiting(Sort.VALUE, card.ref, f"{card.name}: {key}", todo, row.candidates, row.evidence)


def unread_articles(dossier: Dossier) -> Iterator[Waiting]:
    """Articles in which no facts were sought: ``written in ru``."""
    for source in dossier.sources:
        if source.unread:
            yield Waiting(Sort.UNREAD, source.ref, f"{source.file}: {source.unread}", "read it yourself")


def turned_down(found: Sequence[Mentions]) -> Iterator[Waiting]:
    """Candidates that a rule refused, told once a rule with how many and the first of them."""
    groups: dict[tuple[str, str], list[Rejected]] = {}
    for mentions in found:
        for row in mentions.rejected:
            groups.setdefault((row.kind.value, row.rule), []).append(row)
    for (kind, rule), rows in groups.items():
        passages = tuple(sorted(row.evidence for row in rows))
        todo = "`build.py explain CARD` lists them; add what is wrongly missing by a decision"
        yield Waiting(Sort.REFUSED, kind, rule, todo, (), passages, len(rows))


# ------------------------------------------------------------------------------------------------ told


def as_text(rows: Sequence[Waiting]) -> str:
    """A section a sort, what to do told once at its head; ``nothing waits`` where nothing does."""
    lines: list[str] = []
    for sort in Sort:
        group = [row for row in rows if row.sort is sort]
        todo = ""
        lines += [f"{sort.value}: {sum(row.count for row in group)}"] if group else []
        for row in group:
            lines += [f"  to do: {row.todo}"] if row.todo != todo else []
            todo = row.todo
            lines += told(row)
    return "\n".join(lines or ["nothing waits"])


def told(row: Waiting) -> Iterator[str]:
    """One row in two or three lines."""
    times = f" ({row.count} times)" if row.count > 1 else ""
    yield f"  {row.where}: {shortened(row.what)}{times}"
    if row.choices:
        yield f"    could be: {', '.join(row.choices)}"
    for passage in row.passages[:1]:
        yield f"    {passage.source}:{passage.start} {shortened(passage.exact)!r}"


def as_json(rows: Sequence[Waiting]) -> str:
    """The same rows for programs: one JSON object, all passages."""
    waiting = [asdict(row) | {"sort": row.sort.name.lower()} for row in rows]
    return json.dumps({"waiting": waiting}, ensure_ascii=False, indent=1)


def shortened(words: str) -> str:
    """Words on one line, cut between words."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
