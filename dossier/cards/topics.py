"""Whom a description means that no office explains: "Ljung opened the debate. … *the Social Democrat* stressed …".

Any noun for one human being may point at somebody named: at whoever is called the same by another name, else at
whoever spoke or acted last, unless something that is known of him speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dossier.cards.callings import calling, callings, is_vague, speaks_against, walk_of
from dossier.cards.cast import Named
from dossier.cards.genders import MEN, WOMEN, is_woman
from dossier.cards.posts import is_office
from dossier.cards.pronouns import turn_place
from dossier.cards.scene import Scene, Speaker
from dossier.cards.wording import PLAIN

RULE = "speaker by description"

REACH = 8
"""Sentences through which one person remains the topic, where nobody else acts or speaks."""

LEADERS = frozenset({"leader", "president", "premier", "ruler"})
"""Nouns for the one who leads a state, whichever of them an article uses first."""

HIGHEST = frozenset({"chief", "highest", "top"})
"""What makes an official one whom the text can name."""

OF_SOMETHING = re.compile(r"\bof (?:an?|one|some|any) ")
"""What nobody known is described by: "the captain of *a* destroyer"."""

UNKNOWN = re.compile(r'\b(?!(?:and|at|for|from|in|of|on|the|to) )[a-z]+"? (?:[A-Z]\w+ )+[A-Z]\w+$')
"""A name at the end of a description that no finder took for one: "director of the institution *Hla Myint*"."""

OWNED = re.compile(r"(?<!People)'s? ")
"""A possessor in a description: "Ukraine's health minister" may be somebody new."""

PERSONAL = re.compile(r"(?:his|her|their|its|my|our|your|whose)\b", re.IGNORECASE)


def by_topic(scene: Scene) -> Speaker | None:
    """Whoever is called the same, else who is the topic, else whom the text names next after its first words."""
    if not describes_one(scene):
        return None
    found = (find(scene) for find in (held_before, by_last, held_after, named_next, only_leader))
    chosen = next((named for named in found if named is not None), None)
    return scene.speaker(chosen, RULE) if chosen is not None else None


def describes_one(scene: Scene) -> bool:
    """Whether a pointer describes one human being who can be known: "the NATO head", no "one resident"."""
    words, exact = scene.words, scene.place.exact.translate(PLAIN)
    if not words.definite or words.plural or scene.how not in {"role", "name"} or PERSONAL.match(exact):
        return False
    if OF_SOMETHING.search(exact) or UNKNOWN.search(exact) or any(named.person for named in scene.inside()):
        return False
    return is_human(scene)


def is_human(scene: Scene) -> bool:
    """Whether the noun of a pointer is one for a human being."""
    head, known = scene.words.head, scene.lexicon.claims.speakers
    if head in known.bodies or head in known.groups or head in known.documents or head in known.media:
        return False
    return head in known.people or is_office(head, scene.lexicon)


def is_anonymous(scene: Scene) -> bool:
    """Whether a text mostly does not name such a one: "the official", but "NATO's *top* official"."""
    return scene.words.head in scene.lexicon.speakers.anonymous and HIGHEST.isdisjoint(scene.words.words)


# ------------------------------------------------------------------------------------------- who can be meant


def may_be(named: Named, scene: Scene) -> bool:
    """Whether nothing known of a person speaks against the description: country, office, walk of life, gender."""
    if is_foreign(named, scene) or speaks_against(named.who.titles, scene.place.exact, scene.words.head, scene.lexicon):
        return False
    woman, head = is_woman(named.who.name, "", scene), scene.words.head
    known = MEN if woman is True else WOMEN if woman is False else None
    return known is None or known.search(head) is None


def is_foreign(named: Named, scene: Scene) -> bool:
    """Whether a person is of another state or body than the description names, as far as the lists know both."""
    known = scene.lexicon.parties.by_name
    own = {side for side in (named.who.party, named.state) if side is not None and known(side) is not None}
    sides = {side for side in sides_of(scene) if known(side) is not None}
    return bool(sides and own) and sides.isdisjoint(own)


def sides_of(scene: Scene) -> set[str]:
    """The states and bodies that a description names: "the *German* head of *NATO*"."""
    return {side for n in scene.inside() for side in (n.who.name, n.state) if side is not None}


def people_before(scene: Scene) -> Iterator[Named]:
    """The people named before, nearest first, those left out of whom the claim itself tells."""
    told = {n.who.ref for n in scene.article.inside(scene.claim.proposition) if n.person}
    said = [turn.mention.proposition.span for turn in scene.turns]
    people = (n for n in scene.before() if n.person and n.who.ref not in told)
    return (n for n in people if not any(span.covers(n.at) for span in said))


# ------------------------------------------------------------------------------------------- who is meant


def held_before(scene: Scene) -> Named | None:
    """The nearest of the same office, of the side that is named: "*the head of the German government*" is Scholz."""
    sides = sides_of(scene)
    return next((n for n in people_before(scene) if has_office(n, scene) and (is_of(n, sides) or not sides)), None)


def held_after(scene: Scene) -> Named | None:
    """The only one of the same office whom the article names further down."""
    people = (n for n in scene.article.after(scene.place.end) if n.person)
    holders = {n.who.ref: n for n in people if has_office(n, scene) and not is_foreign(n, scene)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def has_office(named: Named, scene: Scene) -> bool:
    """Whether a title of a person names the office of the description."""
    return calling(scene.place.exact, scene.lexicon) in callings(named.who.titles, scene.lexicon)


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


def is_of(named: Named, sides: set[str]) -> bool:
    """Whether a person is known to be of one of some states and bodies."""
    return not sides.isdisjoint({named.who.party, named.state})


def spoken(scene: Scene, start: int) -> Iterator[Named]:
    """The people who have spoken since ``start``, each as if named where "he" or "the minister" stood for him."""
    people = {n.who.ref: n for n in scene.article.named if n.person}
    for turn in scene.back():
        named, pointer = people.get(turn.speaker.ref or ""), turn.mention.speaker
        if named is not None and pointer is not None and pointer.evidence.start >= start:
            yield replace(named, at=pointer.evidence)


def answers_to(named: Named, scene: Scene) -> bool:
    """Whether nothing speaks against a person, and his titles, where an office is named, for him or for any."""
    office, titles = calling(scene.place.exact, scene.lexicon), named.who.titles
    if not may_be(named, scene):
        return False
    if office is None or office.startswith("former ") or office in callings(titles, scene.lexicon):
        return True
    return bool(titles) and is_vague(titles, scene.lexicon)


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
    speaks_for_others = calling(called, scene.lexicon) == "spokesperson"  # nobody calls him "the politician"
    return not speaks_for_others and not speaks_against((called,), scene.place.exact, scene.words.head, scene.lexicon)


def named_next(scene: Scene) -> Named | None:
    """Whom the article names first and lets speak, after a description that opens it."""
    if any(n.person for n in scene.before()) or is_anonymous(scene):
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
