"""Somebody whom a text describes before it names him, by his title or his place.

By his title: "a senior *commander* said …. *General Lund* …". By his place: whom a text that opens with "the NATO
head" names first and lets speak.
"""

from __future__ import annotations

from dossier.cards.cast import Named
from dossier.cards.speakers.anaphora import side_of
from dossier.cards.speakers.callings import speaks_against
from dossier.cards.speakers.fitting import answers_to, describes_one, is_anonymous, may_be
from dossier.cards.speakers.posts import belongs, is_office
from dossier.cards.speakers.scene import Scene, Speaker


def by_later_name(scene: Scene) -> Speaker | None:
    """The name behind a description: "a senior commander said …. General X …"."""
    named = titled_next(scene) or named_first(scene)
    return scene.speaker(named, "speaker by later name") if named is not None else None


# ------------------------------------------------------------------------------------------- by title


def titled_next(scene: Scene) -> Named | None:
    """The next subject of that side with a like title.

    Behind "*the* head of …" only where nobody of that side is named before; behind one that tells no side ("a
    spokesman") only the first who is named.
    """
    words = scene.words
    if words.plural or is_anonymous(scene) or not is_office(words.head, scene.lexicon):
        return None
    side = side_of(scene)
    if words.definite and (
        side is None or any(n.person and belongs(n, side) for n in scene.article.before(scene.place.start))
    ):
        return None
    subjects = (n for n in scene.people_soon() if side is None or (n.subject and belongs(n, side)))
    chosen = next(subjects, None)
    return chosen if chosen is not None and chosen.subject and holds_head(chosen, scene) else None


def holds_head(named: Named, scene: Scene) -> bool:
    """Whether a title of a person has the pointer's noun, or a like one: ``commander``, ``chief`` for ``head``."""
    synonyms, head = scene.lexicon.people.synonyms, scene.words.head
    if speaks_against(named.who.titles, scene.place.exact, head, scene.lexicon):
        return False
    heads = scene.lexicon.speakers.heads
    alike = heads if head in heads else {head, synonyms.get(head, head)}
    return any(word in alike for title in named.who.titles for word in title.casefold().split())


# ------------------------------------------------------------------------------------------- by place


def named_first(scene: Scene) -> Named | None:
    """Whom an article names first and lets speak, soon after "the minister" that opens it."""
    if any(n.person for n in scene.before()) or not describes_one(scene) or is_anonymous(scene):
        return None
    following = next(scene.people_soon(), None)
    if following is None or not is_actor(following, scene):
        return None
    untitled = not following.who.titles and may_be(following, scene)
    return following if untitled or answers_to(following, scene) else None


def is_actor(named: Named, scene: Scene) -> bool:
    """Whether a person is the subject of a sentence, or a claim's speaker."""
    pointers = (c.speaker.evidence.span for c in scene.article.mentions.claims if c.speaker is not None)
    return named.subject or any(at.covers(named.at) for at in pointers)
