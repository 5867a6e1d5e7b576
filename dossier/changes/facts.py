"""What a card states, fact by fact, in words and free of offsets, so that two editions can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.changes.nouns import Fact
from dossier.model import Card, ClaimCard, Evidence, Report, SourceCard, Statement, WeaponCard

RECORD = ("title", "publisher", "agency", "published", "language", "url", "licence", "origin", "unread", "file")
"""Keys of an article's record that hold one value or none."""

SHOWN_DIGITS = 12
"""Digits of a SHA-256 that a person compares."""


def facts_of(card: Card, names: Mapping[str, str]) -> Iterator[Fact]:
    """Every fact of a card, in the order of its file. ``names``: reference -> what that card is called."""
    yield Fact("name", card.name, card.name, sources_of(card.evidence), speaker_of(card))
    if card.orphaned:
        yield Fact("status", "orphaned", "kept for its decisions alone: no article gives it", sources_of(card.evidence))
    if card.hidden:
        yield Fact("status", "hidden", "hidden from readers")
    for alias in card.aliases:
        yield Fact("alias", alias.name, alias.name, sources_of(alias.evidence))
    if isinstance(card, WeaponCard):
        yield Fact("form", card.form, card.form, sources_of(card.evidence))
    if isinstance(card, ClaimCard):
        yield from claim_facts(card, names)
    elif isinstance(card, SourceCard):
        yield from record_facts(card)
    else:
        yield Fact("named", "", "named", sources_of(card.evidence))
    for key, rows in card.statements.items():
        yield from (statement_fact(key, row, names) for row in rows)
    if card.curated.get("summary"):
        yield Fact("summary", "", str(card.curated["summary"]))


def statement_fact(key: str, row: Statement, names: Mapping[str, str]) -> Fact:
    """``role: defence minister of Russia``; what is not decided names what it may be."""
    if row.value is None:
        choices = " or ".join(names.get(choice, choice) for choice in row.candidates)
        return Fact(key, choices, f"not decided: {choices}", sources_of(row.evidence), row.candidates)
    words = f"{row.value} of {row.of}" if row.of else row.value
    return Fact(key, words.casefold(), words, sources_of(row.evidence), (row.ref,) if row.ref else ())


def claim_facts(card: ClaimCard, names: Mapping[str, str]) -> Iterator[Fact]:
    """Who says it, in which articles in which words, what it names and what it denies."""
    cited = tuple(sorted({report.passage.source for report in card.reports}))
    speaker = card.speaker or " or ".join(("nobody named", *card.candidates))
    yield Fact("speaker", speaker, speaker, cited, speaker_of(card))
    yield Fact("polarity", card.polarity, card.polarity, cited)
    for report in card.reports:
        source = report.passage.source
        words = report_words(report)
        yield Fact("report", words, words, (source,), speaker_of(card), source)
    for passage in card.restated:
        own = f"“{passage.exact}”"
        yield Fact("restated", own, own, (passage.source,), (), passage.source)
    yield from (Fact("about", ref, names.get(ref, ref), cited, (ref,), ref) for ref in card.about)
    yield from (Fact("answers", ref, names.get(ref, ref), cited, (ref,), ref) for ref in card.answers)


def report_words(report: Report) -> str:
    """``“The boats are for fishing” (Ines Corvo, told, via Lowland Press)``."""
    via = f", via {' from '.join(report.via)}" if report.via else ""
    mode = "" if report.mode == "indirect" else f", {report.mode}"
    return f"“{report.proposition.exact}” ({report.speaker or 'nobody named'}, {report.cue}{via}{mode})"


def record_facts(card: SourceCard) -> Iterator[Fact]:
    """An article's record, each key of it that is known, and its text by its digest."""
    for key in RECORD:
        value = getattr(card, key)
        if value:
            yield Fact(key, value, value, (card.ref,))
    yield from (Fact("author", author, author, (card.ref,)) for author in card.authors)
    digest = f"{card.sha256[:SHOWN_DIGITS]}…, {card.length} characters"
    yield Fact("text", card.sha256, digest, (card.ref,))


def speaker_of(card: Card) -> tuple[str, ...]:
    """The card of who makes a claim."""
    return (card.speaker_ref,) if isinstance(card, ClaimCard) and card.speaker_ref else ()


def sources_of(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The articles that passages stand in, sorted."""
    return tuple(sorted({passage.source for passage in evidence}))
