"""Whether the cards are true to the articles and to each other. Nothing is mended here, everything is named.

people/ivo-kerr.yml statements.role 120:139: stands in the article as "deputy ministers"; run build.py cards
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.cards.addresses import Addresses
from dossier.cards.passages import passages_by_key, references_by_key
from dossier.model import Card, ClaimCard, Dossier, Source, SourceCard

REBUILD = "run build.py cards"
LONGEST_SHOWN = 60
"""Characters of an article that a message repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as it must be: where, what, and what to do."""

    where: str
    """File, key and offset: ``people/ivo-kerr.yml statements.role 120:139``."""
    what: str
    remedy: str = REBUILD

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


def check_dossier(dossier: Dossier, sources: Sequence[Source], addresses: Addresses | None = None) -> list[Finding]:
    """Everything that is wrong with the cards, by file.

    Each passage stands in its article at its place; each reference leads to a card; each value rests on a passage or
    is an editor's; the articles are those that the cards were read from; origins agree. With ``addresses``, each card
    has one and none leads nowhere.
    """
    by_ref = {source.ref: source for source in sources}
    refs = {card.ref for card in dossier.cards()}
    findings = [*check_articles(dossier.sources, by_ref), *check_origins(dossier.sources), *check_ids(dossier)]
    for card in dossier.cards():
        findings += check_passages(card, by_ref)
        findings += check_references(card, refs)
        findings += check_support(card)
    if addresses is not None:
        findings += check_addresses(refs, addresses)
    return sorted(set(findings))


def check_articles(cards: Sequence[SourceCard], sources: Mapping[str, Source]) -> Iterator[Finding]:
    """One card an article, read from the article as it is now."""
    for card in cards:
        source = sources.get(card.ref)
        if source is None and not card.orphaned:
            yield Finding(file_of(card), f"the article {card.file} is gone", f"put it back, or {REBUILD}")
        elif source is not None and (source.sha256, len(source.text)) != (card.sha256, card.length):
            yield Finding(file_of(card), f"the article {card.file} was changed since the cards were made")
    there = {card.ref for card in cards}
    for ref, source in sources.items():
        if ref not in there:
            yield Finding(source.file, "the article has no card yet")


def check_origins(cards: Sequence[SourceCard]) -> Iterator[Finding]:
    """An origin is an article, its own origin, and the smallest id of those that share it."""
    by_id = {card.id: card for card in cards}
    for card in cards:
        origin = by_id.get(card.origin)
        if card.orphaned:
            continue
        if origin is None:
            yield Finding(f"{file_of(card)} origin", f"no article is called {card.origin}")
        elif origin.origin != origin.id or origin.id > card.id:
            yield Finding(f"{file_of(card)} origin", f"{card.origin} is not the first of the articles that share it")


def check_ids(dossier: Dossier) -> Iterator[Finding]:
    """An id names one card of its kind."""
    seen: set[str] = set()
    for card in dossier.cards():
        if card.ref in seen:
            yield Finding(file_of(card), "two cards have this id")
        seen.add(card.ref)


def check_passages(card: Card, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Every passage stands in its article, at its place, to the letter."""
    for key, evidence in passages_by_key(card):
        where = f"{file_of(card)} {key} {evidence.start}:{evidence.end}"
        source = sources.get(evidence.source)
        if source is None:
            yield Finding(where, f"{evidence.source} is no article", f"put the article back, or {REBUILD}")
        elif (stands := source.text[evidence.start : evidence.end]) != evidence.exact or not evidence.exact:
            yield Finding(where, f"{shown(evidence.exact)} is quoted, but {shown(stands)} stands in {source.file}")
    if isinstance(card, ClaimCard):
        for report in card.reports:
            if not report.passage.span.covers(report.proposition):
                where = f"{file_of(card)} reports.proposition {report.proposition.start}:{report.proposition.end}"
                yield Finding(where, "the proposition lies outside its passage")


def check_references(card: Card, refs: set[str]) -> Iterator[Finding]:
    """Every reference leads to a card, and a claim answers claims."""
    for key, ref in references_by_key(card):
        if ref not in refs:
            yield Finding(
                f"{file_of(card)} {key}", f"{ref} is no card", f"{REBUILD}, or mend the decision that names it"
            )
        elif key == "answers" and not ref.startswith("claims/"):
            yield Finding(f"{file_of(card)} {key}", f"{ref} is no claim")


def check_support(card: Card) -> Iterator[Finding]:
    """Every value and spelling rests on a passage, or is an editor's."""
    decisions = card.curated.get("decisions") or ()
    by_editor = {decision.get("value") for decision in decisions if decision.get("do") == "alias"}
    for key, statements in card.statements.items():
        for statement in statements:
            if not statement.evidence and statement.rule != "editor":
                yield Finding(f"{file_of(card)} statements.{key}", f"{statement.value!r} rests on no passage")
    for alias in card.aliases:
        if not alias.evidence and alias.name not in by_editor:
            yield Finding(f"{file_of(card)} aliases", f"{alias.name!r} rests on no passage")
    if isinstance(card, ClaimCard) and not card.reports and not card.orphaned:
        yield Finding(f"{file_of(card)} reports", "no article attributes this claim")
    if isinstance(card, SourceCard):
        named = ("title", "publisher", "authors", "agency", "published", "language", "url", "licence")
        for key in named:
            if getattr(card, key) and key not in card.found and not card.orphaned:
                yield Finding(f"{file_of(card)} found", f"nothing says where {key} comes from")


def check_addresses(refs: set[str], addresses: Addresses) -> Iterator[Finding]:
    """Every card has an address, and a retired one leads to a card or is said to be gone."""
    file = "addresses.yml"
    yield from (Finding(f"{file} founded", f"{ref} is not entered") for ref in refs - set(addresses.founded))
    for ref, leads in addresses.retired.items():
        if ref in refs:
            yield Finding(f"{file} retired", f"{ref} is a card")
        if leads is not None and leads not in refs:
            yield Finding(f"{file} retired", f"{ref} leads to {leads}, which is no card")


def file_of(card: Card) -> str:
    """The card's file inside ``content/``."""
    return f"{card.ref}.yml"


def shown(text: str) -> str:
    """A passage in a message: its beginning, strange characters made visible."""
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short) + '"' if text else "nothing"
