"""Two cards made one, and one card made two; and every reference led to where its card is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.model import Alias, Card, ClaimCard, Dossier, Evidence, Kind, Report, Statement

Some = TypeVar("Some", bound=Card)
Order = Callable[[Evidence], tuple[str, str, int]]
"""By publication, undated last, then by source id, then by place."""


@dataclass(frozen=True, slots=True)
class Move:
    """A card that is somewhere else, or has another name, than a reference thinks."""

    old_ref: str
    old_name: str
    ref: str
    name: str
    sources: frozenset[str] | None = None
    """For a card that was split off: only what rests on these articles alone moves."""

    def concerns(self, ref: str | None, evidence: Iterable[Evidence]) -> bool:
        """Whether a reference to ``ref`` that rests on ``evidence`` is meant."""
        if ref != self.old_ref:
            return False
        return self.sources is None or {e.source for e in evidence} <= self.sources

    def renamed(self, name: str | None) -> str | None:
        """The new name for the old one; any other stays."""
        return self.name if name == self.old_name else name


def publication_order(dossier: Dossier) -> Order:
    """The order in which a card lists its passages."""
    published = {source.ref: source.published or "9999" for source in dossier.sources}
    return lambda evidence: (published.get(evidence.source, "9999"), evidence.source, evidence.start)


# ---------------------------------------------------------------------------------------------- two made one


def joined(card: Some, other: Card, order: Order) -> Some:
    """``card`` with everything that ``other`` has; its name becomes an alias."""
    names = Alias(other.name, naming(other)) if other.name != card.name else None
    aliases = [alias for alias in (*card.aliases, *other.aliases, names) if alias and alias.name != card.name]
    first: dict[str, Evidence] = {}
    for passage in sorted((*card.evidence, *other.evidence), key=order):
        first.setdefault(passage.source, passage)
    result = replace(
        card,
        aliases=merged_aliases(aliases),
        evidence=tuple(first.values()),
        statements={
            key: merged_statements((*card.statements.get(key, ()), *other.statements.get(key, ())))
            for key in dict.fromkeys((*card.statements, *other.statements))
        },
        orphaned=card.orphaned and other.orphaned,
    )
    if isinstance(result, ClaimCard) and isinstance(other, ClaimCard):
        return replace(
            result,
            reports=tuple(sorted({*result.reports, *other.reports}, key=lambda report: report_order(report, order))),
            restated=tuple(sorted({*result.restated, *other.restated}, key=order)),
            about=unique(result.about, other.about),
            answers=unique(result.answers, other.answers),
        )
    return result


def report_order(report: Report, order: Order) -> tuple[object, ...]:
    """By the passage, then by the proposition inside it."""
    return (order(report.passage), order(report.proposition), report.cue_at)


def naming(card: Card) -> tuple[Evidence, ...]:
    """Where a card's name is printed as it is, or at least where the card is mentioned."""
    return tuple(e for e in card.evidence if e.exact == card.name) or card.evidence


def merged_aliases(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """One alias a name, sorted, with all its places."""
    places: dict[str, tuple[Evidence, ...]] = {}
    for alias in aliases:
        places[alias.name] = tuple(sorted({*places.get(alias.name, ()), *alias.evidence}))
    return tuple(Alias(name, places[name]) for name in sorted(places))


def merged_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement a value, with all its passages."""
    result: dict[tuple[str | None, str | None, tuple[str, ...]], Statement] = {}
    for statement in statements:
        key = (statement.value, statement.of, statement.candidates)
        known = result.get(key)
        result[key] = statement if known is None else joined_statements(known, statement)
    return tuple(result.values())


def joined_statements(one: Statement, other: Statement) -> Statement:
    """The same value from two sides."""
    evidence = unique(one.evidence, other.evidence)
    return replace(one, evidence=evidence, ref=one.ref or other.ref, rule=one.rule or other.rule)


Item = TypeVar("Item")


def unique(one: Sequence[Item], other: Sequence[Item]) -> tuple[Item, ...]:
    """Both in order, each item once."""
    return tuple(dict.fromkeys((*one, *other)))


# ---------------------------------------------------------------------------------------------- one made two


def narrowed(card: Some, keep: Callable[[Evidence], bool]) -> Some:
    """``card`` with the passages that ``keep`` keeps, and the values and spellings that still rest on one.

    What an editor added rests on none, and stays with whoever keeps a passage that is not in any article.
    """
    result = replace(
        card,
        aliases=tuple(
            Alias(alias.name, tuple(e for e in alias.evidence if keep(e)))
            for alias in card.aliases
            if any(keep(e) for e in alias.evidence)
        ),
        evidence=tuple(e for e in card.evidence if keep(e)),
        statements={
            key: kept
            for key, statements in card.statements.items()
            if (kept := tuple(narrowed_statements(statements, keep)))
        },
    )
    if isinstance(result, ClaimCard):
        return replace(
            result,
            reports=tuple(report for report in result.reports if keep(report.passage)),
            restated=tuple(e for e in result.restated if keep(e)),
        )
    return result


def narrowed_statements(statements: Iterable[Statement], keep: Callable[[Evidence], bool]) -> Iterable[Statement]:
    """The values that still rest on a passage."""
    for statement in statements:
        evidence = tuple(e for e in statement.evidence if keep(e))
        if evidence:
            yield replace(statement, evidence=evidence)


# ---------------------------------------------------------------------------------------------- references


def follow(card: Card, moves: Sequence[Move]) -> Card:
    """``card`` with every reference, and the name beside it, led to where the other card is now."""
    for move in moves:
        statements = {key: tuple(followed(row, move) for row in rows) for key, rows in card.statements.items()}
        card = replace(card, statements=statements)
        if isinstance(card, ClaimCard):
            card = followed_claim(card, move)
    return card


def followed_claim(card: ClaimCard, move: Move) -> ClaimCard:
    """A claim whose speaker, matter or opposite is the moved card."""
    passages = [report.passage for report in card.reports]
    if move.concerns(card.speaker_ref, passages):
        reports = tuple(replace(report, speaker=move.renamed(report.speaker)) for report in card.reports)
        card = replace(card, speaker=move.renamed(card.speaker), speaker_ref=move.ref, reports=reports)

    def there(refs: Sequence[str]) -> tuple[str, ...]:
        return unique([move.ref if move.concerns(ref, passages) else ref for ref in refs], ())

    return replace(card, about=there(card.about), answers=there(card.answers))


def followed(statement: Statement, move: Move) -> Statement:
    """A statement whose value, or what it is held in, names the moved card."""
    if not move.concerns(statement.ref, statement.evidence):
        return statement
    of = move.renamed(statement.of)
    value = statement.value if statement.of else move.renamed(statement.value)
    return replace(statement, ref=move.ref, of=of, value=value)


def card_folders(cards: Mapping[str, Card]) -> Dossier:
    """A dossier of ``cards``, each kind sorted by id."""
    folders = {kind.plural: tuple(c for _, c in sorted(cards.items()) if c.kind is kind) for kind in Kind}
    return Dossier(**folders)  # type: ignore[arg-type]
