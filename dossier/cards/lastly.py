"""Descriptions that no office explains: whoever spoke last, or the one leader whom the article names."""

from __future__ import annotations

from dossier.cards.anaphora import side_of
from dossier.cards.cast import Named
from dossier.cards.genders import is_woman
from dossier.cards.posts import is_office
from dossier.cards.roles import COMPLEMENT, recent
from dossier.cards.scene import Scene, Speaker

HEADS = frozenset({"boss", "chair", "chairman", "chairwoman", "chief", "commander", "director", "head", "leader"})
"""Nouns that with a complement say of somebody what a text calls otherwise: "the *head* of the service"."""

LEADERS = frozenset({"leader", "president", "premier", "ruler"})
"""Nouns for the one who leads a state, whichever of them an article uses first."""


def by_last_speaker(scene: Scene) -> Speaker | None:
    """Somebody met again by another office: "Director Marran said …. *The head of the service* added …"."""
    words = scene.words
    if not words.definite or words.plural or "'" in words.text or words.head not in HEADS:
        return None
    if not scene.place.exact.startswith(("the ", "The ")) or any(n.person for n in scene.inside()):
        return None
    if not (scene.inside() or COMPLEMENT.search(scene.place.exact)):
        return None
    turn = next((t for t in scene.back() if t.speaker.animate and t.speaker.ref is not None), None)
    if turn is None or turn.mention.passage.end < recent(scene):
        return None
    who = next(n for n in scene.article.named if n.who.ref == turn.speaker.ref)
    side = side_of(scene)
    foreign = side is not None and side not in {who.who.party, who.state, None}
    woman = is_woman(who.who.name, "", scene)
    if foreign or not may_head(who, scene) or (woman is False and words.head.endswith("woman")):
        return None
    return turn.speaker.by("speaker by description")


def may_head(who: Named, scene: Scene) -> bool:
    """Whether no office of somebody's own speaks against another one: a general may be a chairman, a minister not."""
    ranks = scene.lexicon.people.ranks
    offices = [title.casefold().split()[-1] for title in who.who.titles]
    return all(word in HEADS | ranks or not is_office(word, scene.lexicon) for word in offices)


def by_leader(scene: Scene) -> Speaker | None:
    """The one leader of an article that calls him so only elsewhere: "*the president* said … the Belarusian leader"."""
    words = scene.words
    if not words.definite or words.plural or words.head not in LEADERS or len(words.words) > 1:
        return None
    people = {n.who.ref: n for n in scene.article.named if n.person}
    leaders = [n for n in people.values() if any(leads_state(title) for title in n.who.titles)]
    return scene.speaker(leaders[0], "speaker by role") if len(leaders) == 1 else None


def leads_state(title: str) -> bool:
    """Whether a title is the loose word for whoever leads a state: "authoritarian leader"."""
    return title.casefold().endswith(("head of state", "leader"))
