"""Which office a title or a pointer names, and whether the two are one."""

from __future__ import annotations

from dataclasses import replace

from dossier.cards.cast import Named
from dossier.cards.speakers.callings import same_calling
from dossier.cards.speakers.scene import Scene
from dossier.cards.wording import Wording, read_wording
from dossier.lexicon import Lexicon
from dossier.model import PartyType

PLAIN = frozenset({"and", "for", "of", "s", "the"})
"""Words of a title that say nothing of the office."""


def is_office(head: str, lexicon: Lexicon) -> bool:
    """Whether a noun can be the head of a title."""
    return head in lexicon.people.heads or head in lexicon.people.ranks or head in lexicon.speakers.offices


def belongs(named: Named, side: str) -> bool:
    """Whether a person is of the state or body that the pointer names."""
    return side in {named.who.party, named.state}


def holds(titles: tuple[str, ...], words: Wording, lexicon: Lexicon) -> bool:
    """Whether one of a person's titles is the office that ``words`` point at, however the two are spelt."""
    synonyms = lexicon.people.synonyms
    pointing = {tuple(words.words): words}
    called = synonyms.get(" ".join(words.words))  # "minister of foreign affairs" is the foreign minister
    if called is not None:
        pointing[tuple(called.split())] = replace(words, words=tuple(called.split()), head=called.split()[-1])
    spelt = {
        spelling
        for title in titles
        for spelling in (title.casefold(), synonyms.get(title.casefold(), title.casefold()))
    }
    return any(same_office(title.split(), office, lexicon) for title in sorted(spelt) for office in pointing.values())


def same_office(title: list[str], pointing: Wording, lexicon: Lexicon) -> bool:
    """Whether a title fits: "the minister" fits any minister, "the foreign minister" and "head of diplomacy" only one.

    Words such as "former" and "deputy" must stand on both sides or on neither.
    """
    named = " ".join(title)
    same = same_calling(" ".join(pointing.words), named, lexicon)
    if same is not None:
        return same
    people, words = lexicon.people, list(pointing.words)
    called = people.synonyms.get(" ".join(words[-2:]))
    words = called.split() if called else words
    head = words[-1] if called else pointing.head
    rank = people.modifiers
    vocabulary = (people.office_words, people.fields, people.ranks)
    specific = [w for w in words if w not in {head, *rank, *PLAIN} and any(w in listed for listed in vocabulary)]
    if head in title:
        return (rank & set(words)) == (rank & set(title)) and all(word in title for word in specific)
    return not specific and people.synonyms.get(named, named) in lexicon.speakers.offices.get(head, frozenset())


def beside_states(scene: Scene) -> Wording:
    """A pointer's words without the states in it: no title has those of "the president of the *United States*"."""
    states = (n for n in scene.inside() if n.type is PartyType.STATE)
    named = {word for n in states for word in read_wording(n.at.exact, scene.lexicon.spelling).words}
    words = [word for word in scene.words.words if word not in named]
    while named and len(words) > 1 and words[-1] in PLAIN:
        words.pop()
    return replace(scene.words, words=tuple(words))
