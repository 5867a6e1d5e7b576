"""A person by office: "the Russian defense minister", "the North Korean leader", "the minister"."""

from __future__ import annotations

from dossier.cards.anaphora import side_of
from dossier.cards.cast import Named
from dossier.cards.scene import Scene, Speaker
from dossier.lexicon import Lexicon


def by_role(scene: Scene) -> Speaker | None:
    """The one who holds the office: nearest before in the article, else the only one after, else in the dossier."""
    words = scene.words
    if not words.definite or words.plural or not is_office(words.head, scene.lexicon):
        return None
    side = side_of(scene)

    def fits(named: Named) -> bool:
        return named.person and (side is None or belongs(named, side)) and holds(named.who.titles, scene)

    before = next((named for named in scene.before() if fits(named)), None)
    if before is not None:
        return scene.speaker(before, "speaker by role")
    for rows in (scene.article.after(scene.place.end), scene.cast.everybody if side else ()):
        fitting = {named.who.ref: named for named in rows if fits(named)}
        if len(fitting) == 1:
            return scene.speaker(next(iter(fitting.values())), "speaker by role")
        if fitting:
            names = tuple(sorted({named.who.name for named in fitting.values()}))
            return Speaker(None, "speaker by role, several hold it", party=side, candidates=names)
    return None


def is_office(head: str, lexicon: Lexicon) -> bool:
    """Whether a noun can be the head of a title."""
    return head in lexicon.people.heads or head in lexicon.people.ranks or head in lexicon.speakers.offices


def belongs(named: Named, side: str) -> bool:
    """Whether a person is of the state or body that the pointer names."""
    return side in {named.who.party, named.state}


def holds(titles: tuple[str, ...], scene: Scene) -> bool:
    """Whether one of a person's titles is the pointer's office."""
    return any(same_office(title.casefold().split(), scene) for title in titles)


def same_office(title: list[str], scene: Scene) -> bool:
    """Whether a title fits the pointer: "the minister" fits any minister, "the foreign minister" only that one.

    Words such as "former" and "deputy" must stand on both sides or on neither.
    """
    people, words = scene.lexicon.people, list(scene.words.words)
    called = people.synonyms.get(" ".join(words[-2:]))
    words = called.split() if called else words
    head = words[-1] if called else scene.words.head
    rank = people.modifiers
    if (rank & set(words)) != (rank & set(title)):
        return False
    vocabulary = {word for listed in people.titles for word in listed.split()} | people.ranks
    specific = [word for word in words if word != head and word in vocabulary - rank]
    if head in title:
        return all(word in title for word in specific)
    stands_for = scene.lexicon.speakers.offices.get(head, frozenset())
    return not specific and " ".join(word for word in title if word not in rank) in stands_for
