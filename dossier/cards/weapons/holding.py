"""Who holds a weapon: what its own sentences say, else what the article says of its other weapons.

A body of a state and the state itself are one holder ("the US Navy", "the United States"). Where no sentence of a
weapon names a holder, the one who holds most of the other arms of the same article is taken, by rule and with the
passages; where two do, nobody is. An article that says too little takes it from those on the same matter that
name a weapon of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.cards.organisations.party_names import shown_name, state_of
from dossier.cards.referents import Referent, Referents
from dossier.cards.stories import Kin, of_one_story
from dossier.lexicon.parties import Parties
from dossier.model import Evidence, Kind, PartyType, Reading, Statement, WeaponMention

MAJORITY = 0.75
"""Share of the held weapons that one party needs before another weapon is taken for its own: in reports on one parade
nearly all are the host's, in reports on a war about half are each side's."""

FOR_STATE = "; a person for his state"
"""Ends the rule of a holder known only by a person ("Kim showed off missiles"); it counts where nothing better does."""

FOR_COUNTRY = "; a company for its state"
"""Ends the rule of a holder known only by who made it ("Baykar's TB2")."""

GOVERNING = frozenset({"cabinet", "department", "government", "ministry", "pentagon", "presidency"})
"""Words of bodies that hold arms for their state alone; a navy or a guard is a holder of its own."""

FORCES = frozenset({"military"})
"""Words of forces that are their state's where they have no name but its own: "the US military", not "the PLA"."""

FEWEST = 3
"""Holdings that such a share rests on at least."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One party that a passage says to hold a weapon."""

    name: str
    of: str | None
    """The state that it belongs to or is, as far as its card says."""
    ref: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """All holdings of a dossier."""

    said: Mapping[WeaponMention, tuple[Holding, ...]]
    """What each mention's own sentence says."""
    usual: Mapping[str, tuple[Holding, ...]]
    """Source -> the holdings of the party that holds most arms in it, else in the articles on the same matter."""
    kin: Kin
    """From a source to those on the same matter, itself among them."""
    who: Referents
    parties: Parties

    def of(self, mentions: Sequence[WeaponMention]) -> tuple[Statement, ...]:
        """The holders of one weapon, the most often named first, then whom articles on other matters lend it."""
        every = [holding for mention in mentions for holding in self.said.get(mention, ())]
        said = [holding for holding in every if not holding.rule.endswith(FOR_STATE)] or every
        stated = tuple(statements(said, self.who, self.parties))
        told = {mention.evidence.source for mention in mentions if self.said.get(mention)}
        silent = [mention for mention in mentions if told.isdisjoint(self.kin(mention.evidence.source))]
        named = {holding.name for holding in said}
        return stated + tuple(s for s in self._inferred(silent) if s.value not in named)

    def _inferred(self, mentions: Sequence[WeaponMention]) -> Iterable[Statement]:
        """The holder of most arms in the first article that has one, and matter by matter the others."""
        met: set[str] = set()
        for mention in mentions:
            source = mention.evidence.source
            usual = self.usual.get(source, ())
            if usual and met.isdisjoint(self.kin(source)):
                met.add(source)
                evidence = tuple(sorted({mention.evidence, *usual[0].evidence}))
                shown = shown_name(usual[0].name, evidence, self.who, self.parties)
                yield Statement(shown, evidence, "holder of the article's other arms", ref=usual[0].ref)


def compile_holdings(groups: Iterable[Sequence[WeaponMention]], who: Referents, parties: Parties) -> Holdings:
    """Every holder resolved to a party's card, and for each article who holds most."""
    refs = {naming.who.name: naming.who for naming in who if naming.who.kind is Kind.ORGANISATION}
    said: dict[WeaponMention, tuple[Holding, ...]] = {}
    by_source: dict[str, list[Holding]] = {}
    arms: dict[str, set[int]] = {}
    for weapon, mentions in enumerate(groups):
        for mention in mentions:
            arms.setdefault(mention.evidence.source, set()).add(weapon)
            read = (resolve(reading, who, refs, parties) for reading in mention.holders)
            found = tuple(h for holding in read if holding and (h := of_company(holding, refs, parties)) is not None)
            said[mention] = found
            by_source.setdefault(mention.evidence.source, []).extend(found)
    kin = of_one_story(who)
    usual = {
        source: majority(found)
        or tuple(
            holding
            for holding in majority([h for other in kin(source) for h in by_source.get(other, ())])
            if any(arms[source] & arms.get(passage.source, set()) for passage in holding.evidence)
        )
        for source, found in by_source.items()
    }
    return Holdings(said, usual, kin, who, parties)


def resolve(reading: Reading, who: Referents, refs: Mapping[str, Referent], parties: Parties) -> Holding | None:
    """A reading as a party of the dossier; a person stands for his state, and where that is unknown for nobody."""
    named = [naming.who for evidence in reading.evidence for naming in who.inside(evidence)]
    if reading.value:
        party = next(
            (w for w in named if w.kind is Kind.ORGANISATION and w.name == reading.value), refs.get(reading.value)
        )
        of, ref = (party.party, party.ref) if party is not None else (None, None)
        governs = set(reading.value.casefold().split()) & GOVERNING
        force = set(reading.value.casefold().split()) & FORCES and state_of(reading.value, parties) == of
        if of is not None and of in refs and (governs or force):
            return Holding(refs[of].name, of, refs[of].ref, reading.evidence, reading.rule)
        return Holding(reading.value, of, ref, reading.evidence, reading.rule)
    person = next((w for w in named if w.kind is Kind.PERSON), None)
    if person is None or person.party is None:
        return None
    party = refs.get(person.party)
    ref = party.ref if party is not None else None
    return Holding(person.party, person.party, ref, reading.evidence, reading.rule + FOR_STATE)


def of_company(holding: Holding, refs: Mapping[str, Referent], parties: Parties) -> Holding | None:
    """A maker's arms as those of its state: Turkey for Baykar's, nobody's where it is unknown."""
    row = parties.by_name(holding.name)
    if row is None or row.type is not PartyType.COMPANY:
        return holding
    if row.of is None:
        return None
    ref = refs[row.of].ref if row.of in refs else None
    return Holding(row.of, row.of, ref, holding.evidence, holding.rule + FOR_COUNTRY)


def statements(said: Sequence[Holding], who: Referents, parties: Parties) -> Iterable[Statement]:
    """One statement a holder; a body named after its state goes under it where that is named too."""
    counts = Counter(holding.name for holding in said)
    unlisted = {holding.name: holding.of for holding in said if parties.by_name(holding.name) is None}
    under = {name: state for name in counts if (state := state_of(name, parties) or unlisted.get(name)) in counts}
    under = {name: state for name, state in under.items() if state != name}
    order = sorted(counts, key=lambda name: (-counts[name], name))
    for name in (name for name in order if name not in under):
        own = [holding for holding in said if under.get(holding.name, holding.name) == name]
        evidence = tuple(sorted({passage for holding in own for passage in holding.evidence}))
        shown = shown_name(name, evidence, who, parties)
        yield Statement(shown, evidence, own[0].rule, ref=next((h.ref for h in own if h.name == name), None))


def majority(found: Sequence[Holding]) -> tuple[Holding, ...]:
    """The holdings of the party that clearly holds most; empty where none does."""
    counts = Counter(holding.name for holding in found)
    name, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if most < FEWEST or most < MAJORITY * len(found):
        return ()
    return tuple(holding for holding in found if holding.name == name)
