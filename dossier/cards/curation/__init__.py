"""What human beings decided, laid over what the machine found. A decision always wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.cards.addresses import slug_of
from dossier.cards.curation.contradictions import contradictions
from dossier.cards.curation.decisions import SPEAKER, Curation, Decision, Do, Part
from dossier.cards.curation.joining import (
    Move,
    card_folders,
    follow,
    joined,
    merged_aliases,
    naming,
    narrowed,
    publication_order,
)
from dossier.errors import CardError, CardErrors
from dossier.model import Alias, Card, ClaimCard, Dossier, SourceCard, Statement

__all__ = ["Curation", "apply_curation", "stale_decisions", "without_hidden"]

EDITOR = "editor"
"""The rule of a statement that a person added: it rests on no passage, and a page says so."""


def apply_curation(dossier: Dossier, curation: Curation) -> Dossier:
    """``dossier`` with every decision carried out.

    Splits first, then joins, then what concerns one card alone. A card whose articles are gone but that has a person's
    part stays, marked as orphaned. ``CardErrors`` where decisions contradict each other, naming both.
    """
    return _Desk(dossier, curation).carry_out()


def stale_decisions(dossier: Dossier, curation: Curation) -> list[Decision]:
    """The decisions that change nothing in ``dossier`` any more: a struck value that no article gives now."""
    desk = _Desk(dossier, curation)
    desk.carry_out()
    return desk.stale


def without_hidden(dossier: Dossier) -> Dossier:
    """``dossier`` without the cards that a person hid, and without references to them."""
    hidden = {card.ref for card in dossier.cards() if card.hidden}
    if not hidden:
        return dossier
    return card_folders({card.ref: _unlinked(card, hidden) for card in dossier.cards() if not card.hidden})


def _unlinked(card: Card, hidden: set[str]) -> Card:
    statements = {
        key: tuple(replace(row, ref=None) if row.ref in hidden else row for row in rows)
        for key, rows in card.statements.items()
    }
    card = replace(card, statements=statements)
    if not isinstance(card, ClaimCard):
        return card
    return replace(
        card,
        speaker_ref=None if card.speaker_ref in hidden else card.speaker_ref,
        about=tuple(ref for ref in card.about if ref not in hidden),
        answers=tuple(ref for ref in card.answers if ref not in hidden),
    )


class _Desk:
    """The cards while decisions are carried out on them; nothing of it outlives one call."""

    def __init__(self, dossier: Dossier, curation: Curation) -> None:
        CardErrors.raise_all(contradictions(curation))
        self._parts = [curation.parts[ref] for ref in sorted(curation.parts)]
        self._order = publication_order(dossier)
        self._cards: dict[str, Card] = {card.ref: card for card in dossier.cards()}
        self._moves: list[Move] = []
        self.stale: list[Decision] = []

    def carry_out(self) -> Dossier:
        """All decisions, in an order that does not depend on where they stand."""
        for part, decision in self._every(Do.SPLIT):
            self._split(part, decision)
        for part in self._parts:
            self._cards.setdefault(part.card.ref, orphan(part.card))
        for part, decision in self._every(Do.SAME_AS):
            self._join(part.card.ref, decision)
        for part in self._parts:
            self._edit(part)
        self._cards = {ref: follow(card, self._moves) for ref, card in self._cards.items()}
        alive = set(self._cards)
        self._cards = {
            ref: _unlinked(card, linked(card) - alive) if card.orphaned else card for ref, card in self._cards.items()
        }
        return card_folders(self._cards)

    def _every(self, do: Do) -> Iterator[tuple[Part, Decision]]:
        for part in self._parts:
            yield from ((part, decision) for decision in part.decisions if decision.do is do)

    def _split(self, part: Part, decision: Decision) -> None:
        mother = self._cards.get(part.card.ref)
        sources = frozenset(decision.sources)
        ref = f"{part.card.kind.plural}/{slug_of(decision.value or '')}"
        if mother is None or not any(e.source in sources for e in mother.evidence):
            self.stale.append(decision)
            return
        if ref in self._cards:
            raise CardError(decision.where, f"{ref} exists already", "give the card that is split off another name")
        kept = narrowed(mother, lambda e: e.source not in sources)
        if not kept.evidence:
            raise CardError(
                decision.where, "nothing would be left on this card", "name fewer sources, or rename the card"
            )
        child = narrowed(mother, lambda e: e.source in sources)
        name = decision.value or ""
        child = replace(child, id=ref.partition("/")[2], name=name, curated={}, aliases=others(child, name))
        self._cards |= {mother.ref: kept, ref: child}
        self._moves.append(Move(mother.ref, mother.name, ref, name, sources))

    def _join(self, ref: str, decision: Decision) -> None:
        other = self._cards.pop(decision.ref or "", None)
        if other is None:
            self.stale.append(decision)
            return
        card = joined(self._cards[ref], other, self._order)
        self._cards[ref] = card
        self._moves.append(Move(other.ref, other.name, card.ref, card.name))

    def _edit(self, part: Part) -> None:
        ref = part.card.ref
        before = self._cards[ref]
        card = replace(before, curated=part.card.curated)
        for decision in part.decisions:
            changed = decide(card, decision)
            if changed is None:
                self.stale.append(decision)
            card = changed or card
        if part.name and part.name != card.name:
            card = replace(card, name=part.name, aliases=others(card, part.name))
            self._moves.append(Move(ref, before.name, ref, part.name))
        self._cards[ref] = card


# ---------------------------------------------------------------------------------------------- one card


def decide(card: Card, decision: Decision) -> Card | None:
    """``card`` after a decision that concerns it alone; ``None`` where that changes nothing."""
    match decision.do:
        case Do.ADD | Do.STRIKE if isinstance(card, ClaimCard) and decision.key == SPEAKER:
            return decide_speaker(card, decision)
        case Do.ADD | Do.STRIKE:
            return decide_value(card, decision)
        case Do.ALIAS | Do.UNALIAS:
            return decide_alias(card, decision)
        case Do.ANSWER | Do.UNANSWER if isinstance(card, ClaimCard):
            return decide_answer(card, decision)
        case Do.NOT_SAME_AS:
            return decide_difference(card, decision)
        case _:  # splits and joins are done, and a hidden card stays as it is
            return card


def decide_value(card: Card, decision: Decision) -> Card | None:
    """Add a value, or take one away whatever its case."""
    key = decision.key or ""
    rows = card.statements.get(key, ())
    same = [row for row in rows if is_value(row, decision)]
    if (decision.do is Do.ADD) == bool(same):
        return None
    if decision.do is Do.ADD:
        added = Statement(decision.value, (), rule=EDITOR, of=decision.of, ref=decision.ref)
        return replace(card, statements={**card.statements, key: (*rows, added)})
    left = tuple(row for row in rows if row not in same)
    kept = {other: left if other == key else rows for other, rows in card.statements.items()}
    return replace(card, statements={other: rows for other, rows in kept.items() if rows})


def decide_speaker(card: ClaimCard, decision: Decision) -> ClaimCard | None:
    """Say who makes a claim, or that it is not whom the program took it for, on the card and in its reports."""
    said = (card.speaker or "").casefold() == (decision.value or "").casefold()
    known = said and decision.ref in (None, card.speaker_ref)
    if known if decision.do is Do.ADD else not said:
        return None
    name, ref = (decision.value, decision.ref) if decision.do is Do.ADD else (None, None)
    reports = tuple(replace(r, speaker=name) if r.speaker in (None, card.speaker) else r for r in card.reports)
    return replace(card, speaker=name, speaker_ref=ref, candidates=(), reports=reports)


def is_value(row: Statement, decision: Decision) -> bool:
    """Whether a statement is the one that a decision speaks of; ``of`` counts where the decision names it."""
    if (row.value or "").casefold() != (decision.value or "").casefold():
        return False
    return decision.of is None or decision.of.casefold() == (row.of or "").casefold()


def decide_alias(card: Card, decision: Decision) -> Card | None:
    """Add another spelling, or take one away."""
    name = decision.value or ""
    there = any(alias.name == name for alias in card.aliases)
    if (decision.do is Do.ALIAS) == there:
        return None
    if decision.do is Do.ALIAS:
        return replace(card, aliases=merged_aliases([*card.aliases, Alias(name, ())]))
    return replace(card, aliases=tuple(alias for alias in card.aliases if alias.name != name))


def decide_answer(card: ClaimCard, decision: Decision) -> Card | None:
    """Link a denial to what it denies, or unlink it."""
    ref = decision.ref or ""
    if (decision.do is Do.ANSWER) == (ref in card.answers):
        return None
    if decision.do is Do.ANSWER:
        return replace(card, answers=tuple(sorted({*card.answers, ref})))
    return replace(card, answers=tuple(answer for answer in card.answers if answer != ref))


def decide_difference(card: Card, decision: Decision) -> Card:
    """Take the other card from what the program proposes as possibly the same."""
    proposed = card.statements.get("same_as", ())
    if not proposed:
        return card
    rows = (replace(row, candidates=tuple(c for c in row.candidates if c != decision.ref)) for row in proposed)
    left = tuple(row for row in rows if row.candidates)
    others = {key: rows for key, rows in card.statements.items() if key != "same_as"}
    return replace(card, statements=others | ({"same_as": left} if left else {}))


def others(card: Card, name: str) -> tuple[Alias, ...]:
    """The aliases of a card that is called ``name`` from now on: its old name is one of them."""
    old = [Alias(card.name, naming(card))] if card.name != name else []
    return merged_aliases(alias for alias in (*card.aliases, *old) if alias.name != name)


def orphan(card: Card) -> Card:
    """A card whose articles are gone: its name and record, nothing that rested on a passage."""
    bare = replace(narrowed(card, lambda _: False), orphaned=True)
    if isinstance(bare, SourceCard):
        return replace(bare, passages=(), found={}, furniture=(), extracted=None)
    return replace(bare, about=(), answers=()) if isinstance(bare, ClaimCard) else bare


def linked(card: Card) -> set[str]:
    """Every card that ``card`` refers to."""
    refs = {row.ref for rows in card.statements.values() for row in rows if row.ref}
    if isinstance(card, ClaimCard):
        refs |= {*card.about, *card.answers} | ({card.speaker_ref} if card.speaker_ref else set())
    return refs
