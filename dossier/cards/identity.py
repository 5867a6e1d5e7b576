"""Who is who: which mentions of all articles are one person. A wrong merge is worse than two cards.

Full names first, across the dossier. Then each short name in its article: the one person there whom it can stand
for, else the one in the dossier; where several remain and the passage does not tell, it stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.cards.names import parts, same_name, shortens, slips, stands_for
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Mentions, PartyType, PersonMention

PARAGRAPH = 600
"""Code points before a short name within which a full name settles it; about the length of a long paragraph."""


@dataclass(slots=True)
class Person:
    """One human being, gathered mention by mention while the articles are compared; never leaves this floor."""

    names: list[str]
    mentions: list[PersonMention] = field(default_factory=list)
    rivals: list[Person] = field(default_factory=list)
    """People who may be the same, which the texts don't settle."""

    @property
    def full(self) -> str:
        """The name by which others are compared with it."""
        return self.names[0]


class Household:
    """Everybody in the dossier. Made once from all mentions; asked who each of them is."""

    def __init__(self, found: Sequence[Mentions], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._owner = {p.name: p.of for m in found for p in m.parties}
        self.people: list[Person] = []
        self.unresolved: list[tuple[PersonMention, tuple[Person, ...]]] = []
        for mentions in found:
            for mention in mentions.people:
                if self._is_full(mention.name):
                    self._place_full(mention)
        self._join_shortened()
        for mentions in found:
            for mention in mentions.people:
                if not self._is_full(mention.name):
                    self._place_short(mention)

    def _is_full(self, name: str) -> bool:
        return len(parts(name, self._lexicon.people)) > 1

    def _place_full(self, mention: PersonMention) -> None:
        words, rivals = self._lexicon.people, []
        for person in self.people:
            if any(same_name(name, mention.name, words) for name in person.names):
                if not self._conflict(person.mentions, [mention]):
                    self._add(person, mention)
                    return
                rivals.append(person)
        self.people.append(Person([mention.name], [mention], rivals))

    def _add(self, person: Person, mention: PersonMention) -> None:
        person.mentions.append(mention)
        if mention.name not in person.names:
            person.names.append(mention.name)

    def _join_shortened(self) -> None:
        """Join a full name that leaves parts out with the only longer one that it can be."""
        words = self._lexicon.people
        for person in sorted(self.people, key=lambda p: (len(parts(p.full, words)), p.full)):
            longer = [
                other
                for other in self.people
                if other is not person and any(shortens(person.full, name, words) for name in other.names)
            ]
            if len(longer) == 1 and not self._conflict(person.mentions, longer[0].mentions):
                longer[0].names += [name for name in person.names if name not in longer[0].names]
                longer[0].mentions += person.mentions
                self.people.remove(person)
            else:
                person.rivals += [other for other in longer if other not in person.rivals]

    def _place_short(self, mention: PersonMention) -> None:
        source = mention.evidence.source
        here = [p for p in self.people if any(m.evidence.source == source for m in p.mentions)]
        for circle in (here, self.people):
            for test in (stands_for, slips):
                fitting = [p for p in circle if any(test(mention.name, n, self._lexicon.people) for n in p.names)]
                fitting = [p for p in fitting if not self._conflict(p.mentions, [mention])]
                chosen = fitting[0] if len(fitting) == 1 else self._tell_apart(mention, fitting)
                if chosen is not None:
                    self._add(chosen, mention)
                    return
                if fitting:
                    self.unresolved.append((mention, tuple(fitting)))
                    return
        self._place_alone(mention)

    def _place_alone(self, mention: PersonMention) -> None:
        """A name that no full name explains: one person for the same word, as long as nothing speaks against it."""
        for person in self.people:
            if person.names == [mention.name] and not self._conflict(person.mentions, [mention]):
                person.mentions.append(mention)
                return
        self.people.append(Person([mention.name], [mention]))

    def _tell_apart(self, mention: PersonMention, fitting: Sequence[Person]) -> Person | None:
        """Of several namesakes, the one with the mention's title, or named just before, or most named there."""
        titles = {r.value for r in mention.roles}
        holders = [p for p in fitting if titles & {r.value for m in p.mentions for r in m.roles}]
        if len(holders) == 1:
            return holders[0]
        near = [p for p in fitting if self._named_before(p, mention.evidence)]
        if len(near) == 1:
            return near[0]
        counts = Counter({i: self._count(p, mention.evidence.source) for i, p in enumerate(fitting)})
        ranked = counts.most_common(2)
        if len(ranked) > 1 and ranked[0][1] >= 2 * max(1, ranked[1][1]):
            return fitting[ranked[0][0]]
        return None

    def _named_before(self, person: Person, place: Evidence) -> bool:
        return any(
            m.evidence.source == place.source
            and 0 < place.start - m.evidence.start <= PARAGRAPH
            and self._is_full(m.name)
            for m in person.mentions
        )

    def _count(self, person: Person, source: str) -> int:
        return sum(m.evidence.source == source and self._is_full(m.name) for m in person.mentions)

    def _conflict(self, left: Sequence[PersonMention], right: Sequence[PersonMention]) -> bool:
        """Whether two sets of mentions hold offices of different states and share no title: two people of one name."""
        one, other = set(self._states(left)), set(self._states(right))
        titles = [{reading.value for mention in group for reading in mention.roles} for group in (left, right)]
        return bool(one and other) and not one & other and not titles[0] & titles[1]

    def _states(self, mentions: Sequence[PersonMention]) -> Iterator[str]:
        for mention in mentions:
            for reading in mention.roles:
                state = self.state_of(reading.of)
                if state is not None and "former" not in reading.value.split():
                    yield state

    def owners_of(self, name: str | None) -> Iterator[tuple[str, bool]]:
        """A party and what it belongs to, one above the other, with whether each is a state."""
        seen: set[str] = set()
        while name is not None and name not in seen:
            seen.add(name)
            row = self._lexicon.parties.by_name(name)
            yield name, row is not None and row.type is PartyType.STATE
            name = row.of if row is not None else self._owner.get(name)

    def state_of(self, name: str | None) -> str | None:
        """The state at the end of the chain from a party: the Russian Navy -> Russia; ``None`` for NATO."""
        return next((owner for owner, is_state in self.owners_of(name) if is_state), None)

    def belongs(self, small: str, large: str) -> bool:
        """Whether one party is a part of another (the guards' navy of Iran), or says more than the bare name does."""
        if small.endswith(f" {large}"):
            return True
        return small != large and any(owner == large for owner, _ in self.owners_of(small))
