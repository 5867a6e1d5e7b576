"""How a card is laid out in its file: which keys, in which order. The reading side is ``store/reading.py``."""

from __future__ import annotations

from typing import Any

from dossier.model import Alias, Card, ClaimCard, Evidence, Report, SourceCard, Statement, WeaponCard

Entries = dict[str, Any]


def lay_out(card: Card) -> Entries:
    """The machine's part of ``card``: plain values in the order of the contract, without digest and person's part."""
    entries: Entries = {"id": card.id, "kind": str(card.kind), "name": card.name}
    if card.orphaned:
        entries["orphaned"] = True
    entries["aliases"] = [alias_entry(alias) for alias in card.aliases]
    entries["evidence"] = places(card.evidence)
    if isinstance(card, SourceCard):
        return entries | source_entries(card)
    if isinstance(card, WeaponCard):
        entries["form"] = str(card.form)
    entries["statements"] = {
        key: [statement_entry(statement) for statement in statements] for key, statements in card.statements.items()
    }
    if isinstance(card, ClaimCard):
        entries |= claim_entries(card)
    return entries


def alias_entry(alias: Alias) -> Entries:
    """``{name: Shigu, evidence: […]}``."""
    return {"name": alias.name, "evidence": places(alias.evidence)}


def statement_entry(statement: Statement) -> Entries:
    """Value, what it is of, the card that it names, the rule that made it, and the passages; absent keys left out."""
    entries: Entries = {"value": statement.value}
    optional = {"of": statement.of, "ref": statement.ref, "candidates": list(statement.candidates)}
    entries |= {key: value for key, value in (optional | {"rule": statement.rule}).items() if value}
    return entries | {"evidence": places(statement.evidence)}


def claim_entries(card: ClaimCard) -> Entries:
    """Who says it, what it is about and answers, and each time that an article attributes it."""
    entries: Entries = {"speaker": card.speaker, "speaker_ref": card.speaker_ref}
    if card.candidates:
        entries["candidates"] = list(card.candidates)
    return entries | {
        "polarity": str(card.polarity),
        "about": list(card.about),
        "answers": list(card.answers),
        "reports": [report_entry(report) for report in card.reports],
        "restated": places(card.restated),
    }


def report_entry(report: Report) -> Entries:
    """One attribution. ``via`` is one medium, a list where a medium relays a medium, or null."""
    return place(report.passage) | {
        "proposition": spot(report.proposition),
        "speaker": report.speaker,
        "speaker_at": spot(report.speaker_at) if report.speaker_at else None,
        "cue": report.cue,
        "cue_at": spot(report.cue_at),
        "via": one_or_more(list(report.via)),
        "via_at": one_or_more([spot(at) for at in report.via_at]),
        "mode": str(report.mode),
        "rule": report.rule,
    }


def source_entries(card: SourceCard) -> Entries:
    """The article's record, what of it was left unread, and the passages that the site may show."""
    extracted = {"extracted": card.extracted.sha256} if card.extracted else {}
    return {
        "file": card.file,
        "sha256": card.sha256,
        **extracted,
        "title": card.title,
        "publisher": card.publisher,
        "authors": list(card.authors),
        "agency": card.agency,
        "published": card.published,
        "language": card.language,
        "url": card.url,
        "licence": card.licence,
        "origin": card.origin,
        "shares": [{"source": s.source, "text": s.text, "words": s.words} for s in card.shares],
        "unread": card.unread,
        "length": card.length,
        "furniture": [{"start": piece.start, "end": piece.end, "reason": piece.reason} for piece in card.furniture],
        "found": {
            key: {"rule": found.rule, "by": found.by, "evidence": places(found.evidence)}
            for key, found in card.found.items()
        },
        "passages": places(card.passages),
    }


def places(evidence: tuple[Evidence, ...]) -> list[Entries]:
    """Each passage as a row."""
    return [place(item) for item in evidence]


def place(evidence: Evidence) -> Entries:
    """A passage with its source."""
    return {"source": evidence.source, **spot(evidence)}


def spot(evidence: Evidence) -> Entries:
    """A passage whose source is that of the report that it belongs to."""
    return {"start": evidence.start, "end": evidence.end, "exact": evidence.exact}


def one_or_more(items: list[Any]) -> Any:
    """Nothing as null, one thing as itself, several as a list."""
    return None if not items else items[0] if len(items) == 1 else items
