"""Everybody met so far, found again by any key under which a name may stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.cards.people.names import consonants, letters, parts, respelt, undoubled
from dossier.lexicon.people import PeopleWords
from dossier.model import PersonMention


@dataclass(slots=True, eq=False)
class Person:
    """One human being, gathered mention by mention while the articles are compared; never leaves this floor."""

    names: list[str] = field(default_factory=list)
    """Each distinct form, the founding one first."""
    mentions: list[PersonMention] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    """States in which an office is held, former ones left out."""
    titles: set[str] = field(default_factory=set)
    full_at: dict[str, list[int]] = field(default_factory=dict)
    """For each source, where the person is named in full."""
    rivals: list[Person] = field(default_factory=list)
    """People who may be the same, which the texts don't settle."""

    women: set[bool] = field(default_factory=set)
    """What words before the name tell: ``True`` for "Ms", ``False`` for "Mr"."""

    @property
    def full(self) -> str:
        """The name by which others are compared with it."""
        return self.names[0]


class Register:
    """People by the keys of their names; grows while mentions are placed, in the order of the sources."""

    def __init__(self, people: PeopleWords) -> None:
        self._words = people
        self._by_key: dict[str, dict[int, Person]] = {}
        self._by_source: dict[str, dict[int, Person]] = {}

    def note(self, person: Person, mention: PersonMention) -> None:
        """Enter one mention of ``person``."""
        self._by_source.setdefault(mention.evidence.source, {})[id(person)] = person
        if mention.name in person.names:
            return
        person.names.append(mention.name)
        each = (key for part in parts(mention.name, self._words) for key in (*self._each_keys(part), f"from {part[0]}"))
        for key in (*self._full_keys(mention.name), *self._part_keys(mention.name), *each):
            self._by_key.setdefault(key, {})[id(person)] = person

    def merge(self, person: Person, other: Person) -> None:
        """Let ``other`` take over all that led to ``person``."""
        for index in (*self._by_key.values(), *self._by_source.values()):
            if index.pop(id(person), None) is not None:
                index[id(other)] = other

    def like(self, name: str) -> list[Person]:
        """Who may have this full name: the same letters, or a last part that sounds the same."""
        return self._find(self._full_keys(name))

    def sharing(self, name: str) -> list[Person]:
        """Who has a part of ``name``, or one that sounds like it."""
        return self._find(self._part_keys(name))

    def sharing_first(self, name: str) -> list[Person]:
        """Who has the first part of ``name`` as it is."""
        return self._find(iter([f"part {parts(name, self._words)[0]}"]))

    def having_each(self, name: str) -> set[int]:
        """The identities of those of whom each part of ``name``, perhaps an initial, may be a part."""
        rows = [self._find(self._fitting_keys(part)) for part in parts(name, self._words)]
        return set.intersection(*({id(person) for person in row} for row in rows)) if rows else set()

    def within(self, source: str) -> set[int]:
        """The identities of those named in ``source``."""
        return set(self._by_source.get(source, ()))

    def _find(self, keys: Iterator[str]) -> list[Person]:
        found: dict[int, Person] = {}
        for key in keys:
            found.update(self._by_key.get(key, {}))
        return list(found.values())

    def _full_keys(self, name: str) -> Iterator[str]:
        words = parts(name, self._words)
        yield f"letters {letters(name)}"
        yield f"set {' '.join(sorted(words))}"
        yield f"last {consonants(words[-1])}"
        yield f"last {consonants(respelt(words[-1]))}"
        if words[-1] in self._words.variants:
            yield f"last {self._words.variants[words[-1]]}"

    def _part_keys(self, name: str) -> Iterator[str]:
        words = parts(name, self._words)
        for word in dict.fromkeys((words[0], words[-1], letters(name))):
            yield f"part {word}"
            yield f"sound {consonants(word)}"
            yield f"sound {consonants(respelt(word))}"
            if word in self._words.variants:
                yield f"sound {self._words.variants[word]}"

    def _fitting_keys(self, part: str) -> Iterator[str]:
        """The keys of all parts that ``part`` fits: those that sound alike, and what an initial stands for."""
        yield from self._each_keys(part)
        yield f"from {part[0]}" if len(part) == 1 else f"each {part[0]}"

    def _each_keys(self, part: str) -> Iterator[str]:
        """The keys that two parts share where they are one name."""
        yield f"each {part}"
        yield f"once {undoubled(part)}"
        yield f"heard {consonants(part)}"
        yield f"heard {consonants(respelt(part))}"
        if part in self._words.variants:
            yield f"heard {self._words.variants[part]}"
