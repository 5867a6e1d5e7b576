"""Somebody whom a lead only describes, and whom the next sentences name."""

from __future__ import annotations

from dossier.cards.anaphora import side_of
from dossier.cards.callings import speaks_against
from dossier.cards.cast import Named
from dossier.cards.posts import belongs, is_office
from dossier.cards.scene import Scene, Speaker

HEADS = frozenset({"boss", "chair", "chairman", "chairwoman", "chief", "commander", "director", "head", "leader"})
"""Nouns that with a complement say of somebody what a text calls otherwise: "the *head* of the service"."""


def by_later_name(scene: Scene) -> Speaker | None:
    """The name behind a description: "a senior commander said …. General X …".

    Behind "*the* head of …" only where nobody of that side is named before; behind one that tells no side ("a
    spokesman") only the first who is named.
    """
    words = scene.words
    if words.plural or not is_office(words.head, scene.lexicon):
        return None
    side = side_of(scene)
    if words.definite and (
        side is None or any(n.person and belongs(n, side) for n in scene.article.before(scene.place.start))
    ):
        return None
    for named in scene.people_soon():
        if side is None:
            return scene.speaker(named, "speaker by later name") if named.subject and holds_head(named, scene) else None
        if named.subject and belongs(named, side):
            return scene.speaker(named, "speaker by later name") if holds_head(named, scene) else None
    return None


def holds_head(named: Named, scene: Scene) -> bool:
    """Whether a title of a person has the pointer's noun, or a like one: ``commander``, ``chief`` for ``head``."""
    synonyms, head = scene.lexicon.people.synonyms, scene.words.head
    if speaks_against(named.who.titles, scene.place.exact, head, scene.lexicon):
        return False
    alike = HEADS if head in HEADS else {head, synonyms.get(head, head)}
    return any(word in alike for title in named.who.titles for word in title.casefold().split())
