"""Two editions side by side: which cards and facts are new, other or gone, each with its cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.changes.causes import Decided, decisions_changed, renames, seeds_changed, written_beside
from dossier.changes.facts import facts_of, sources_of
from dossier.changes.nouns import Cause, Change, Edition, Fact, Origin, Sort
from dossier.model import Card, SourceCard

UNCOUNTED = frozenset({"name", "alias", "form", "speaker", "polarity", "about", "answers", "status"})
"""Facts of which only the words count, not how many articles have them."""

TOLD_WITH_CARD = frozenset({"name", "named", "title", "text", "origin", "polarity"})
"""What goes without saying where a whole card comes or goes."""


def find_changes(old: Edition, new: Edition) -> list[Change]:
    """Every change from ``old`` to ``new``, by kind and reference; none exactly where the cards say the same."""
    return list(Comparison(old, new).changes())


@dataclass(frozen=True, slots=True)
class Step:
    """One fact before and after; ``None`` where it is not."""

    before: Fact | None
    after: Fact | None

    @property
    def sort(self) -> Sort:
        """Added, removed, or another in its place."""
        if self.before is None:
            return Sort.ADDED
        return Sort.REMOVED if self.after is None else Sort.CHANGED

    @property
    def fact(self) -> Fact:
        """Whichever there is, the newer first."""
        fact = self.after or self.before
        if fact is None:
            raise ValueError("a step from nothing to nothing")
        return fact


@dataclass(slots=True)
class Comparison:
    """Both editions while they are compared; nothing of it outlives one call."""

    old: Edition
    new: Edition
    seeds: Mapping[str, Cause] = field(init=False)
    decided: Sequence[Decided] = field(init=False)
    used: set[int] = field(init=False, default_factory=set)
    names: tuple[Mapping[str, str], Mapping[str, str]] = field(init=False)
    renamed: Mapping[str, str] = field(init=False)
    """Articles of the same words under another name: old reference -> new one."""

    def __post_init__(self) -> None:
        self.seeds = seeds_changed(self.old.dossier, self.new.dossier)
        self.decided = decisions_changed(self.old, self.new)
        self.names = (names_in(self.old), names_in(self.new))
        self.renamed = renames(self.old.dossier, self.new.dossier)

    def changes(self) -> Iterator[Change]:
        """Card by card, then the decisions that changed nothing that a reader sees."""
        before = {card.ref: card for card in self.old.dossier.cards()}
        after = {card.ref: card for card in self.new.dossier.cards()}
        moved = dict(self.moves(before, after))
        for ref, card in after.items():
            here = [old for old, new in moved.items() if new == ref]
            one = before.get(ref)
            if one is None and here:
                one = before[here[0]]
            yield from (self.address(card, old) for old in here)
            yield from self.card(one, card)
        for ref, card in before.items():
            if ref not in after and ref not in moved:
                yield from self.card(card, None)
        yield from self.other_decisions({**before, **after})

    def moves(self, before: Mapping[str, Card], after: Mapping[str, Card]) -> Iterator[tuple[str, str]]:
        """Cards that are gone and whose address leads to another."""
        for ref in before:
            leads = self.renamed.get(ref) or self.new.retired.get(ref)
            if leads is not None and ref not in after and leads in after:
                yield ref, leads

    def card(self, one: Card | None, other: Card | None) -> Iterator[Change]:
        """What became of one card."""
        if one == other:
            return
        was = [carried(fact, self.renamed) for fact in facts_of(one, self.names[0])] if one else []
        now = list(facts_of(other, self.names[1])) if other else []
        card = other or one
        if card is None:
            return
        if one is None or other is None:
            yield self.whole(card, gone=other is None)
            was, now = ([fact for fact in facts if fact.key not in TOLD_WITH_CARD] for facts in (was, now))
        steps = list(steps_between(was, now))
        for step in steps:
            yield self.value(card, one, step)
        if not steps and one and other and replace(one, curated={}) != replace(other, curated={}):
            yield self.passages(one, other)

    def whole(self, card: Card, *, gone: bool) -> Change:
        """A card that came or went."""
        sources = (card.ref,) if isinstance(card, SourceCard) else sources_of(card.evidence)
        causes = self.seed_causes(sources) or self.broad_causes(card, None)
        before, after = (card.name, None) if gone else (None, card.name)
        sort = Sort.REMOVED if gone else Sort.ADDED
        return Change(sort, card.ref, card.name, "", before, after, causes, correction=gone)

    def address(self, card: Card, old: str) -> Change:
        """A card whose address leads here now."""
        joined = Fact("address", old, old, sources_of(card.evidence), (old, card.ref))
        causes = self.broad_causes(card, joined, self.seed_causes(joined.sources))
        return Change(Sort.CHANGED, card.ref, card.name, "address", old, card.ref, causes, correction=True)

    def value(self, card: Card, one: Card | None, step: Step) -> Change:
        """A value that came, went, changed, or has more or fewer articles behind it."""
        before, after, correction = words(step)
        exact = self.decisions(lambda row: any(row.names(card.ref, f) for f in (step.before, step.after) if f))
        beside = written_beside(card, step.fact.key) or written_beside(one, step.fact.key)
        own = exact or self.seed_causes(rests_on(step)) or ((beside,) if beside else ())
        causes = own or self.broad_causes(card, step.fact)
        return Change(step.sort, card.ref, card.name, step.fact.key, before, after, causes, correction)

    def passages(self, one: Card, other: Card) -> Change:
        """A card that says the same from other places."""
        was = (self.renamed.get(source, source) for source in sources_of(one.evidence))
        cited = tuple(sorted({*was, *sources_of(other.evidence)})) or (other.ref,)
        causes = self.seed_causes(cited) or self.broad_causes(other, None)
        words = "the same, read from other places"
        return Change(Sort.CHANGED, other.ref, other.name, "passages", None, words, causes, correction=False)

    def other_decisions(self, cards: Mapping[str, Card]) -> Iterator[Change]:
        """Decisions that no change comes of: ``not same as``, a reason mended."""
        for number, row in enumerate(self.decided):
            if number not in self.used:
                before, after = (row.text(), None) if row.taken_back else (None, row.text())
                sort = Sort.REMOVED if row.taken_back else Sort.ADDED
                name = cards[row.card].name
                yield Change(sort, row.card, name, "decision", before, after, (row.as_cause(),), correction=False)

    def seed_causes(self, sources: Sequence[str]) -> tuple[Cause, ...]:
        """The articles among ``sources`` that came, changed or went."""
        return tuple(self.seeds[ref] for ref in sources if ref in self.seeds)

    def decisions(self, fits: Callable[[Decided], bool]) -> tuple[Cause, ...]:
        """The decisions that fit, marked as told."""
        rows = [(number, row) for number, row in enumerate(self.decided) if fits(row)]
        self.used |= {number for number, _ in rows}
        return tuple(row.as_cause() for _, row in rows)

    def broad_causes(self, card: Card, fact: Fact | None, seeds: tuple[Cause, ...] = ()) -> tuple[Cause, ...]:
        """A decision that reaches here, else ``seeds``, else the other changes together, else the program."""
        felt = self.decisions(lambda row: row.reaches(card, fact)) or seeds
        if felt:
            return felt
        return (Cause(Origin.FOLLOWS if self.seeds or self.decided else Origin.PROGRAM),)


def steps_between(was: Sequence[Fact], now: Sequence[Fact]) -> Iterator[Step]:
    """Facts that differ: the same with other articles behind it, one in another's place, gone, new."""
    old, new = by_id(was), by_id(now)
    gone = [fact for id_, fact in old.items() if id_ not in new]
    come = [fact for id_, fact in new.items() if id_ not in old]
    for fact in now:
        same = old.get((fact.key, fact.slot, fact.id))
        if same is not None and (same.words != fact.words or (is_counted(fact) and same.sources != fact.sources)):
            yield Step(same, fact)
        elif fact in come:
            yield Step(displaced(fact, gone, come), fact)
    yield from (Step(fact, None) for fact in gone if displaced(fact, come, gone) is None)


def by_id(facts: Sequence[Fact]) -> dict[tuple[str, str, str], Fact]:
    """Facts by key, place and identity."""
    return {(fact.key, fact.slot, fact.id): fact for fact in facts}


def is_counted(fact: Fact) -> bool:
    """Whether one more article behind a fact is news: not where the reports of a claim are told one by one."""
    return fact.key not in UNCOUNTED


def carried(fact: Fact, renamed: Mapping[str, str]) -> Fact:
    """The fact as it stands under the new names of its articles."""
    sources = tuple(sorted({renamed.get(source, source) for source in fact.sources}))
    return replace(fact, sources=sources, slot=renamed.get(fact.slot, fact.slot))


def displaced(fact: Fact, others: Sequence[Fact], own: Sequence[Fact]) -> Fact | None:
    """The one fact on the other side that a fact takes the place of; ``None`` where that is not plain."""
    place = (fact.key, fact.slot)
    there = [other for other in others if (other.key, other.slot) == place]
    here = [other for other in own if (other.key, other.slot) == place]
    return there[0] if len(there) == len(here) == 1 and fact.key not in ("alias", "status") else None


def rests_on(step: Step) -> tuple[str, ...]:
    """The articles that may have caused a step: those it gained or lost, else all of them."""
    was = set(step.before.sources) if step.before else set()
    now = set(step.after.sources) if step.after else set()
    if step.before and step.after and step.before.words == step.after.words:
        return tuple(sorted(was ^ now))
    return tuple(sorted(was | now))


def words(step: Step) -> tuple[str | None, str | None, bool]:
    """Before and after in words, and whether it corrects what was said."""
    one, other = step.before, step.after
    if one and other and one.words == other.words:
        return f"{one.words} ({told(one.sources)})", f"{other.words} ({told(other.sources)})", False
    return one.words if one else None, other.words if other else None, one is not None


def told(sources: Sequence[str]) -> str:
    """``in 3 articles``."""
    return f"in {len(sources)} article{'s' if len(sources) != 1 else ''}"


def names_in(edition: Edition) -> dict[str, str]:
    """What each card is called."""
    return {card.ref: card.name for card in edition.dossier.cards()}
