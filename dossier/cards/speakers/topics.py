"""Whom a description means that no office explains: "Ljung opened the debate. … *the Social Democrat* stressed …".

Any noun for one human being may point at somebody named: at whoever is called the same by another name, else at
whoever spoke or acted last, unless something that is known of him speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dossier.cards.cast import Named
from dossier.cards.speakers.callings import SPOKESPERSON, calling, speaks_against, walk_of
from dossier.cards.speakers.fitting import (
    answers_to,
    describes_one,
    has_office,
    is_anonymous,
    is_foreign,
    is_of,
    may_be,
    sides_of,
)
from dossier.cards.speakers.pronouns import turn_place
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.cards.wording import PLAIN

RULE = "speaker by description"

REACH = 8
"""Sentences through which one person remains the topic, where nobody else acts or speaks."""

LEADERS = frozenset({"leader", "president", "premier", "ruler"})
"""Nouns for the one who leads a state, whichever of them an article uses first."""

OWNED = re.compile(r"(?<!People)'s? ")
"""A possessor in a description: "Ukraine's health minister" may be somebody new."""


def by_topic(scene: Scene) -> Speaker | None:
    """Whoever is called the same, else who is the topic, else the only one of that office below."""
    if not describes_one(scene) or ends_in_name(scene):
        return None
    found = (find(scene) for find in (held_before, by_last, held_after, only_leader))
    chosen = next((named for named in found if named is not None), None)
    return scene.speaker(chosen, RULE) if chosen is not None else None


def ends_in_name(scene: Scene) -> bool:
    """Whether a description goes over into a name of its own: "the pro-Norwegian channel *Harbour Informer*"."""
    words = scene.words.text.split()
    medium = not scene.lexicon.claims.speakers.media.isdisjoint(scene.words.words)
    named = any(n.at.end == scene.place.end for n in scene.inside())
    return medium and len(words) > 1 and words[-1][0].isupper() and not named


def people_before(scene: Scene) -> Iterator[Named]:
    """The people named before, nearest first, those left out of whom the claim itself tells."""
    told = {n.who.ref for n in scene.article.inside(scene.claim.proposition) if n.person}
    said = [turn.mention.proposition.span for turn in scene.turns]
    people = (n for n in scene.before() if n.person and n.who.ref not in told)
    return (n for n in people if not any(span.covers(n.at) for span in said))


def held_before(scene: Scene) -> Named | None:
    """The nearest of the same office, of the side that is named: "*the head of the German government*" is Scholz."""
    sides = sides_of(scene)
    return next((n for n in people_before(scene) if has_office(n, scene) and (is_of(n, sides) or not sides)), None)


def held_after(scene: Scene) -> Named | None:
    """The only one of the same office whom the article names further down."""
    people = (n for n in scene.article.after(scene.place.end) if n.person)
    holders = {n.who.ref: n for n in people if has_office(n, scene) and not is_foreign(n, scene)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def by_last(scene: Scene) -> Named | None:
    """Whoever spoke or acted last, one of the side that is named sooner, if nothing speaks against him."""
    if OWNED.search(scene.place.exact.translate(PLAIN)):
        return None
    start, sides = scene.since(REACH), sides_of(scene)
    near = list(takewhile(lambda n: n.at.start >= start, people_before(scene)))
    actors = sorted([*(n for n in near if n.subject), *spoken(scene, start)], key=lambda n: -n.at.start)
    own = [n for n in (*actors, *near) if is_of(n, sides) and answers_to(n, scene)] or compatriots(scene)
    only = near if len({n.who.ref for n in near}) == 1 else []
    free = [n for n in actors if spoke_last(n, scene)] if sides else actors
    last = next((n for n in (*own, *alike(free, scene), *free, *only) if may_be(n, scene)), None)
    if last is None or unnamed_since(last, scene):
        return None
    untold = bool(only) and not last.who.titles  # "Scholz met Xi's envoys. The German chancellor said …"
    known = answers_to(last, scene) and (not sides or is_of(last, sides))
    return last if untold or known or spoke_last(last, scene) else None


def alike(people: Sequence[Named], scene: Scene) -> list[Named]:
    """Those whose titles walk in the same walk of life: of a senator and an admiral the latter is "the commander"."""
    walk = walk_of(scene.words.head, scene.lexicon)
    return [n for n in people if walk is not None and walk in {walk_of(t, scene.lexicon) for t in n.who.titles}]


def compatriots(scene: Scene) -> list[Named]:
    """The only one before, however long ago, of the state that a description names: "the *Russian* minister"."""
    sides = sides_of(scene)
    fitting = {n.who.ref: n for n in people_before(scene) if is_of(n, sides) and answers_to(n, scene)}
    return list(fitting.values()) if len(fitting) == 1 else []


def spoken(scene: Scene, start: int) -> Iterator[Named]:
    """The people who have spoken since ``start``, each as if named where "he" or "the minister" stood for him."""
    people = {n.who.ref: n for n in scene.article.named if n.person}
    for turn in scene.back():
        named, pointer = people.get(turn.speaker.ref or ""), turn.mention.speaker
        if named is not None and pointer is not None and pointer.evidence.start >= start:
            yield replace(named, at=pointer.evidence)


def spoke_last(named: Named, scene: Scene) -> bool:
    """Whether the last claim before that somebody makes is a person's."""
    turn = next((t for t in scene.back() if t.speaker.animate), None)
    return turn is not None and turn.speaker.ref == named.who.ref


def unnamed_since(named: Named, scene: Scene) -> bool:
    """Whether somebody without a name has spoken last: "a senior official said …. The official added …"."""
    if is_anonymous(scene):
        return not scene.turns or scene.turns[-1].speaker.ref != named.who.ref
    turn = next((t for t in scene.back() if t.speaker.animate), None)
    if turn is None or turn.speaker.ref is not None or turn_place(turn) < named.at.start:
        return False
    called = turn.speaker.name or ""
    speaks_for_others = calling(called, scene.lexicon) == SPOKESPERSON  # nobody calls him "the politician"
    return not speaks_for_others and not speaks_against((called,), scene.place.exact, scene.words.head, scene.lexicon)


def only_leader(scene: Scene) -> Named | None:
    """The one leader of an article that calls him so only elsewhere: "*the president* said … the Belarusian leader"."""
    if scene.words.head not in LEADERS or len(scene.words.words) > 1:
        return None
    people = {n.who.ref: n for n in scene.article.named if n.person}
    leaders = [n for n in people.values() if any(is_leader(title) for title in n.who.titles)]
    return leaders[0] if len(leaders) == 1 else None


def is_leader(title: str) -> bool:
    """Whether a title is the loose word for whoever leads a state: "authoritarian leader"."""
    return title.casefold().endswith(("head of state", "leader"))
