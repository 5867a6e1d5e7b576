"""Who is who: which mentions of all articles are one person. A wrong merge is worse than two cards.

Full names first, across the dossier. Then each short name in its article: the one person there whom it can stand
for, else the one in the dossier; where several remain and the passage does not tell, it stays unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dossier.cards.people.names import (
    calls_by_given,
    fold,
    loose_words,
    nearly_same,
    parts,
    same_name,
    shortens,
    slips,
    stands_for,
    surname_phrases,
)
from dossier.cards.people.ownership import Ownership
from dossier.cards.people.register import Person, Register
from dossier.lexicon.people import PeopleWords
from dossier.model import Evidence, Mentions, PersonMention

PARAGRAPH = 600
"""Code points before a short name within which a full name settles it; about the length of a long paragraph."""

ALIKE = 5
"""Letters that two spellings of a surname share from the first: "Betancourt" and "Betancur"."""

BEGUN = 3
"""Letters that a first name and its form with another language's ending share: "Olaf" and "Olafem"."""

SINGLE = frozenset({"chancellor", "king", "minister", "premier", "president", "queen", "sultan"})
"""Last words of offices that one person of a state holds."""


def has_suffix(name: str, people: PeopleWords) -> bool:
    """Whether "Jr." or its like closes a name."""
    return " " in name and fold(name).rpartition(" ")[2] in people.suffixes


def ends_of(name: str, people: PeopleWords) -> tuple[str, str]:
    """First and last part of a name: "Donald J. Lind Jr." -> donald, lind."""
    named = parts(name, people) or ("",)
    return named[0], named[-1]


def generations(mentions: Sequence[PersonMention], people: PeopleWords) -> set[tuple[str, str]]:
    """The names that one article prints both with a suffix and in full without: father and son."""
    forms: dict[tuple[str, tuple[str, str]], set[bool]] = {}
    for mention in mentions:
        if len(parts(mention.name, people)) > 1:
            key = mention.evidence.source, ends_of(mention.name, people)
            forms.setdefault(key, set()).add(has_suffix(mention.name, people))
    return {name for (_, name), both in forms.items() if len(both) > 1}


def elders(mentions: Sequence[PersonMention], people: PeopleWords) -> dict[str, set[str]]:
    """In which articles a surname with an office is not yet the son's, by surname: "*President Lind*" before "Lind Jr".

    Whoever has "Jr." is named in full first, and with his own office.
    """
    juniors = [mention for mention in mentions if has_suffix(mention.name, people)]
    first: dict[tuple[str, str], int] = {}
    offices: dict[str, set[str]] = {}
    for mention in juniors:
        surname = ends_of(mention.name, people)[1]
        at = mention.evidence.source, surname
        first[at] = min(first.get(at, mention.evidence.start), mention.evidence.start)
        offices.setdefault(surname, set()).update(reading.value for reading in mention.roles)
    found: dict[str, set[str]] = {}
    for mention in mentions:
        surname = ends_of(mention.name, people)[1]
        titles = {reading.value for reading in mention.roles}
        before = mention.evidence.start < first.get((mention.evidence.source, surname), 0)
        if before and len(parts(mention.name, people)) == 1 and titles and titles.isdisjoint(offices[surname]):
            found.setdefault(surname, set()).add(mention.evidence.source)
    return found


class Household:
    """Everybody in the dossier. Made once from all mentions, sorted by source; asked who each of them is."""

    def __init__(self, found: Sequence[Mentions], people: PeopleWords, ownership: Ownership) -> None:
        self._words, self._ownership = people, ownership
        self._register = Register(people)
        self.people: list[Person] = []
        self._at: dict[Evidence, Person] = {}
        mentions = [mention for article in found for mention in article.people]
        self._surnames = {phrase for mention in mentions for phrase in surname_phrases(mention.name, people)}
        self._generations, self._elders = generations(mentions, people), elders(mentions, people)
        full = [self._is_full(mention.name) for mention in mentions]
        for mention, is_full in zip(mentions, full, strict=True):
            if is_full:
                self._place_full(mention)
        self._join_shortened()
        for mention, is_full in zip(mentions, full, strict=True):
            if not is_full:
                self._place_short(mention)
        self._doubt()

    def _is_full(self, name: str) -> bool:
        return len(parts(name, self._words)) > 1 and loose_words(name) not in self._surnames

    def _place_full(self, mention: PersonMention) -> None:
        if self._placed_beside(mention):
            return
        rivals = []
        for person in self._register.like(mention.name):
            if any(name == mention.name or same_name(name, mention.name, self._words) for name in person.names):
                if not self._conflict(person, mention):
                    self._add(person, mention)
                    return
                rivals.append(person)
        self._found_person(mention, rivals)

    def _placed_beside(self, mention: PersonMention) -> bool:
        """Whether a mention is another name of whom the text names right before it, and is now one of his."""
        person = self._at.get(mention.also) if mention.also is not None else None
        if person is None:
            return False
        if self._is_full(mention.name):
            named = [p for p in self._register.like(mention.name) if p is not person and mention.name in p.names]
            for other in named:  # "Kim Sang Dok, also known as *Tony Kim*", who is only that elsewhere
                if not self._differ(other, person):
                    self._merge(other, person)
        self._add(person, mention)
        return True

    def _found_person(self, mention: PersonMention, rivals: list[Person]) -> None:
        person = Person(rivals=rivals)
        self.people.append(person)
        self._add(person, mention)

    def _add(self, person: Person, mention: PersonMention) -> None:
        person.mentions.append(mention)
        self._at[mention.evidence] = person
        person.titles.update(reading.value for reading in mention.roles)
        person.states.update(self._states(mention))
        person.women.update(() if mention.woman is None else {mention.woman})
        if self._is_full(mention.name):
            person.full_at.setdefault(mention.evidence.source, []).append(mention.evidence.start)
        self._register.note(person, mention)

    def _join_shortened(self) -> None:
        """Join a full name that leaves parts out with the only longer one that it can be."""
        for person in sorted(self.people, key=lambda p: (len(parts(p.full, self._words)), p.full)):
            fitting = self._register.having_each(person.full)
            longer = [
                other
                for other in self._register.sharing(person.full)
                if other is not person
                and (
                    (id(other) in fitting and any(shortens(person.full, name, self._words) for name in other.names))
                    or self._hold_one_office(person, other)
                )
            ]
            if len(longer) == 1 and not self._differ(person, longer[0]):
                self._merge(person, longer[0])
            else:
                person.rivals += [other for other in longer if other not in person.rivals]

    def _merge(self, person: Person, other: Person) -> None:
        """Make ``person`` one with ``other``."""
        self.people = [kept for kept in self.people if kept is not person]
        self._register.merge(person, other)
        for mention in person.mentions:
            self._add(other, mention)

    def _doubt(self) -> None:
        """Note who else each may be: "Lee Sung-jun" and "Lee Sung Joon" stay two cards that lead to each other."""
        everybody = {id(person) for person in self.people}
        for person in self.people:
            for other in self._register.sharing_first(person.full) if self._is_full(person.full) else ():
                known = other is person or id(other) not in everybody or other in person.rivals
                if not known and nearly_same(person.full, other.full, self._words) and not self._differ(person, other):
                    person.rivals.append(other)

    def _hold_one_office(self, left: Person, right: Person) -> bool:
        """Whether two of nearly one name have one office of one state, as only one man has: "Olafem", "Olaf Brandt"."""
        if left.states.isdisjoint(right.states) or left.titles.isdisjoint(right.titles):
            return False
        one, other = parts(left.full, self._words), parts(right.full, self._words)
        near = len(one) == len(other) == 2 and (
            (one[0] == other[0] and one[1][:ALIKE] == other[1][:ALIKE])
            or (one[1] == other[1] and one[0][:BEGUN] == other[0][:BEGUN])
        )
        return near and any(title.split()[-1] in SINGLE for title in left.titles & right.titles)

    def _titled_elsewhere(self, mention: PersonMention, everybody: Sequence[Person]) -> Person | None:
        """The one namesake who has the office that stands before a short name, where nobody here has it."""
        titles = {reading.value for reading in mention.roles}
        fitting = [p for p in everybody if any(stands_for(mention.name, name, self._words) for name in p.names)]
        holders = [p for p in fitting if titles & p.titles]
        others = [p for p in fitting if p not in holders and mention.evidence.source in p.full_at]
        return holders[0] if len(holders) == 1 and all(p.titles for p in others) else None

    def _place_short(self, mention: PersonMention) -> None:
        if self._placed_beside(mention):
            return
        here = self._register.within(mention.evidence.source)
        everybody = [p for p in self._register.sharing(mention.name) if self._is_full(p.full)]
        titled = self._titled_elsewhere(mention, everybody)
        if titled is not None and not self._conflict(titled, mention):
            self._add(titled, mention)
            return
        for circle in ([p for p in everybody if id(p) in here], everybody):
            for test in (stands_for, slips):
                fitting = [p for p in circle if any(test(mention.name, name, self._words) for name in p.names)]
                fitting = [p for p in fitting if not self._conflict(p, mention)]
                chosen = fitting[0] if len(fitting) == 1 else self._tell_apart(mention, fitting)
                if chosen is not None:
                    self._add(chosen, mention)
                if fitting:
                    return
        called = [p for p in everybody if calls_by_given(mention.name, p.full, self._words)]
        given = [p for p in called if id(p) in here] or [p for p in called if self._has_kin(p, here)]
        if len(given) == 1:
            self._add(given[0], mention)
        else:
            self._place_alone(mention)

    def _has_kin(self, person: Person, here: AbstractSet[int]) -> bool:
        """Whether an article names another of that surname: "*Ruth Harpaz*, whose daughter Yael …"."""
        surname = parts(person.full, self._words)[-1]
        alike = self._register.sharing(person.full)
        return any(id(p) in here and p is not person and parts(p.full, self._words)[-1] == surname for p in alike)

    def _place_alone(self, mention: PersonMention) -> None:
        """A name that no full name explains: one person for the same word, as long as nothing speaks against it."""
        for person in self._register.sharing(mention.name):
            if person.full == mention.name and not self._conflict(person, mention):
                self._add(person, mention)
                return
        self._found_person(mention, [])

    def _tell_apart(self, mention: PersonMention, fitting: Sequence[Person]) -> Person | None:
        """Of several namesakes, the one with the mention's title, or named just before, or most named there."""
        titles = {reading.value for reading in mention.roles}
        holders = [person for person in fitting if titles & person.titles]
        if len(holders) == 1:
            return holders[0]
        source, start = mention.evidence.source, mention.evidence.start
        near = [p for p in fitting if any(0 < start - at <= PARAGRAPH for at in p.full_at.get(source, ()))]
        if len(near) == 1:
            return near[0]
        ranked = sorted(fitting, key=lambda p: -len(p.full_at.get(source, ())))[:2]
        counts = [len(person.full_at.get(source, ())) for person in ranked]
        return ranked[0] if len(ranked) > 1 and counts[0] >= 2 * max(1, counts[1]) else None

    def _conflict(self, person: Person, mention: PersonMention) -> bool:
        """Whether a mention is of the other sex, or holds an office of another state than the person and no other."""
        if mention.woman is not None and self._is_woman(person) not in {None, mention.woman}:
            return True  # "Mr. Trump" beside "Melania Trump"
        if self._are_kin(person.full, mention.name) or self._is_elder(mention, person):
            return True
        states = self._states(mention)
        titles = {reading.value for reading in mention.roles}
        return bool(person.states and states) and not person.states & states and not person.titles & titles

    def _is_woman(self, person: Person) -> bool | None:
        """What the words before the names of a person tell, else the given name."""
        told = self._words.is_woman(person.full.split())
        return told if told is not None or len(person.women) != 1 else next(iter(person.women))

    def _differ(self, left: Person, right: Person) -> bool:
        """Whether two hold offices of different states and share no title: two people of one name."""
        if self._are_kin(left.full, right.full):
            return True
        return bool(left.states and right.states) and not left.states & right.states and not left.titles & right.titles

    def _are_kin(self, one: str, other: str) -> bool:
        """Whether two are father and son: some article prints the name with "Jr." and without."""
        key = ends_of(other, self._words)
        fits = key in self._generations or any(key[1] == surname for _, surname in self._generations)
        return (
            fits
            and ends_of(one, self._words)[1] == key[1]
            and self._is_junior(one) != self._is_junior(other)
            and (self._is_junior(other) or self._is_full(other))
        )

    def _is_elder(self, mention: PersonMention, person: Person) -> bool:
        """Whether a surname is the father's, in an article that does so or that names no son."""
        sources = self._elders.get(ends_of(mention.name, self._words)[1])
        if sources is None or self._is_full(mention.name) or not self._is_junior(person.full):
            return False
        source = mention.evidence.source
        return source in sources or id(person) not in self._register.within(source)

    def _is_junior(self, name: str) -> bool:
        """Whether a suffix stands behind a name: "Donald Lind *Jr.*"."""
        return has_suffix(name, self._words)

    def _states(self, mention: PersonMention) -> set[str]:
        current = (reading.of for reading in mention.roles if "former" not in reading.value.split())
        return {state for owner in current if (state := self._ownership.state_of(owner)) is not None}
