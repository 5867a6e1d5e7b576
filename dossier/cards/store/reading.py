"""From a card's file back to the card. The writing side, with the order of the keys, is ``store/layout.py``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from dossier.cards.rows import Row
from dossier.model import (
    Alias,
    Card,
    ClaimCard,
    DelegationCard,
    EventCard,
    Evidence,
    Extracted,
    Form,
    Found,
    Furniture,
    Kind,
    Mode,
    OrganisationCard,
    PersonCard,
    Polarity,
    Report,
    Shared,
    SourceCard,
    Statement,
    WeaponCard,
)
from dossier.notation import Fault, Node

PLAIN_KINDS: Mapping[Kind, type[Card]] = MappingProxyType(
    {
        Kind.PERSON: PersonCard,
        Kind.DELEGATION: DelegationCard,
        Kind.ORGANISATION: OrganisationCard,
        Kind.EVENT: EventCard,
    }
)
"""Kinds that have no keys of their own beside the ones that every card has."""


def read_card(node: Node, kind: Kind, id_: str) -> tuple[Card, list[Fault]]:
    """The card of kind ``kind`` that a file named ``id_`` holds, and everything that is wrong with it."""
    faults: list[Fault] = []
    row = Row(node, faults, f"a {kind} card")
    card = _card(row, kind, _common(row, kind, id_))
    row.finish()
    return card, faults


def _card(row: Row, kind: Kind, common: Mapping[str, Any]) -> Card:
    if kind is Kind.SOURCE:
        return _source(row, common)
    if kind is Kind.CLAIM:
        return _claim(row, common)
    if kind is Kind.WEAPON:
        return WeaponCard(**common, form=row.choice("form", Form))
    return PLAIN_KINDS[kind](**common)


def _common(row: Row, kind: Kind, id_: str) -> Mapping[str, Any]:
    """What every card has. ``digest`` and ``curated`` are read by those whom they concern."""
    if (said := row.text("id")) != id_:
        row.fault(f"id: {said} in a file named {id_}.yml", "give the file its old name back", row.line_of("id"))
    if (said := row.text("kind")) != kind:
        row.fault(
            f"kind: {said} in the folder {kind.plural}/", "put the file back into its own folder", row.line_of("kind")
        )
    curated = row.node("curated")
    row.node("digest")
    return {
        "id": id_,
        "name": row.text("name"),
        "orphaned": row.truth("orphaned"),
        "aliases": tuple(_alias(alias) for alias in row.rows("aliases")),
        "evidence": row.evidence("evidence"),
        "statements": dict(_statements(row)),
        "curated": curated.plain() if curated and isinstance(curated.value, Mapping) else {},
    }


def _alias(row: Row) -> Alias:
    alias = Alias(row.text("name"), row.evidence("evidence"))
    row.finish()
    return alias


def _statements(row: Row) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    group = row.row("statements")
    if group is None:
        return
    for key in [key for key, _ in row.groups("statements")]:
        yield key, tuple(_statement(entry) for entry in group.rows(key))


def _statement(row: Row) -> Statement:
    statement = Statement(
        value=row.maybe_text("value"),
        of=row.maybe_text("of"),
        ref=row.maybe_ref("ref"),
        candidates=row.texts("candidates"),
        rule=row.maybe_text("rule"),
        evidence=row.evidence("evidence"),
    )
    row.finish()
    return statement


def _claim(row: Row, common: Mapping[str, Any]) -> ClaimCard:
    return ClaimCard(
        **common,
        speaker=row.maybe_text("speaker"),
        speaker_ref=row.maybe_ref("speaker_ref"),
        candidates=row.texts("candidates"),
        polarity=row.choice("polarity", Polarity),
        about=row.refs("about"),
        answers=row.refs("answers"),
        reports=tuple(_report(report) for report in row.rows("reports")),
        restated=row.evidence("restated"),
    )


def _report(row: Row) -> Report:
    passage = row.passage()
    via_at = row.node("via_at")
    report = Report(
        passage=passage,
        proposition=_spot(row, "proposition", passage),
        speaker=row.maybe_text("speaker"),
        speaker_at=_spot(row, "speaker_at", passage) if row.has("speaker_at") else None,
        cue=row.text("cue"),
        cue_at=_spot(row, "cue_at", passage),
        via=row.texts("via"),
        via_at=_spots(row, via_at, passage),
        mode=row.choice("mode", Mode),
        rule=row.text("rule"),
    )
    row.node("speaker_at")
    row.finish()
    return report


def _spot(row: Row, key: str, passage: Evidence) -> Evidence:
    inner = row.row(key)
    if inner is None:
        row.fault(f"a report lacks {key!r}", f"add a line `{key}: {{start: …, end: …, exact: …}}`")
        return passage
    spot = inner.passage(passage.source)
    inner.finish()
    return spot


def _spots(row: Row, node: Node | None, passage: Evidence) -> tuple[Evidence, ...]:
    """One place or a list of places, as ``via_at`` has them."""
    if node is None or node.value is None:
        return ()
    if isinstance(node.value, tuple):
        spots = []
        for inner in row.rows("via_at"):
            spots.append(inner.passage(passage.source))
            inner.finish()
        return tuple(spots)
    return (_spot(row, "via_at", passage),)


def _source(row: Row, common: Mapping[str, Any]) -> SourceCard:
    return SourceCard(
        **common,
        file=row.text("file"),
        sha256=row.text("sha256"),
        title=row.maybe_text("title"),
        publisher=row.maybe_text("publisher"),
        authors=row.texts("authors"),
        agency=row.maybe_text("agency"),
        published=row.maybe_text("published"),
        language=row.maybe_text("language"),
        url=row.maybe_text("url"),
        licence=row.maybe_text("licence"),
        origin=row.text("origin"),
        unread=row.maybe_text("unread"),
        length=row.number("length"),
        furniture=tuple(_furniture(piece) for piece in row.rows("furniture")),
        found=dict(_found(row)),
        passages=row.evidence("passages"),
        shares=tuple(_shared(shared) for shared in row.rows("shares")),
        extracted=Extracted(row.text("extracted"), "") if row.node("extracted") else None,
    )


def _shared(row: Row) -> Shared:
    shared = Shared(row.text("source"), row.number("text"), row.number("words"))
    row.finish()
    return shared


def _furniture(row: Row) -> Furniture:
    piece = Furniture(row.number("start"), row.number("end"), row.text("reason"))
    row.finish()
    return piece


def _found(row: Row) -> Iterator[tuple[str, Found]]:
    group = row.row("found")
    if group is None:
        return
    for key in [key for key, _ in row.groups("found")]:
        entry = group.row(key)
        if entry is None:
            group.fault(f"found: {key} is empty", "take the key away")
            continue
        yield key, Found(entry.evidence("evidence"), entry.text("rule"), entry.text("by"))
        entry.finish()
