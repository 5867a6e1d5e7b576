"""A person by office: "the Russian defense minister", "the North Korean leader", "the minister"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dossier.cards.cast import Article, Cast, Named
from dossier.cards.speakers.anaphora import owner, side_of
from dossier.cards.speakers.callings import calling
from dossier.cards.speakers.posts import PLAIN, belongs, beside_states, holds, is_office
from dossier.cards.speakers.scene import Scene, Speaker, Turn
from dossier.cards.wording import read_wording
from dossier.lexicon import Lexicon
from dossier.model import Evidence, PartyType, Span

COMPLEMENT = re.compile(r"\b(?:of|for)\s(?:the\s|an?\s)?(?!(?:the|an?)\s)[a-z]")
"""What an office is held in, where it is no name: "the head *of the delegation*"."""

OFFICE = re.compile(r"(?:['’]s?)?\s((?:[\w-]+\s)?[\w-]+)\b", re.IGNORECASE)
"""One or two words after a state: "Russian *defence minister*", "Iran's *president*"."""


def by_role(scene: Scene) -> Speaker | None:
    """The one who holds the office: nearest before in the article, else the only one after, else in the dossier."""
    words = scene.words
    if not words.definite or words.plural or not is_office(words.head, scene.lexicon):
        return None
    complement = COMPLEMENT.search(scene.place.exact) and not scene.inside()
    if complement and calling(scene.place.exact, scene.lexicon) is None:
        return head_of_group(scene) or by_nearest_holder(scene)
    if re.match(r"(?:his|her)\s", scene.place.exact, re.IGNORECASE):
        return by_owner(scene)
    side, office = side_of(scene), beside_states(scene)

    def fits(named: Named) -> bool:
        of_place = named.who.party is not None and named.who.party in scene.place.exact  # "the mayor of Brno"
        known = named.person and (side is None or of_place or belongs(named, side))
        return known and holds(named.who.titles, office, scene.lexicon)

    return (
        held_before(fits, side, scene)
        or held_elsewhere(fits, side, scene)
        or by_unplaced(side, scene)
        or by_owner(scene)
    )


def held_before(fits: Callable[[Named], bool], side: str | None, scene: Scene) -> Speaker | None:
    """The holder who was named last before the pointer; of several of no side told, the one who spoke last."""
    before = next((named for named in scene.before() if fits(named)), None)
    last = next((turn for turn in scene.back() if turn.speaker.animate), None)
    if before is not None and last is not None and side is None and speaks_after(last, before):
        again = next((named for named in scene.before() if named.who.ref == last.speaker.ref and fits(named)), None)
        before = again or before
    if before is not None and side is None:
        before = in_front(before, [named for named in scene.before() if fits(named)], scene)
    return scene.speaker(before, "speaker by role") if before is not None else None


def in_front(nearest: Named, holders: Sequence[Named], scene: Scene) -> Named:
    """Of several who hold an office the one whom the article is about, where the nearest only stands by.

    "Obama …. Obama …. Russian President Putin's forces …. *The president* said" is Obama.
    """
    if nearest.subject or scene.sentence().covers(nearest.at):
        return nearest
    counts = Counter(named.who.ref for named in holders)
    ref, most = counts.most_common(1)[0]
    leading = next(named for named in holders if named.who.ref == ref)
    return leading if most > OFTEN * counts[nearest.who.ref] else nearest


OFTEN = 2
"""How many times as often as the nearest one the other is named, and more."""


def held_elsewhere(fits: Callable[[Named], bool], side: str | None, scene: Scene) -> Speaker | None:
    """The only holder whom the article names later, else the only one in the dossier; several stay open."""
    for rows in (scene.article.after(scene.place.end), scene.cast.everybody if side else ()):
        fitting = {named.who.ref: named for named in rows if fits(named)}
        if len(fitting) == 1:
            return scene.speaker(next(iter(fitting.values())), "speaker by role")
        at_home = [named for named in fitting.values() if side is None and named.state == home_of(scene)]
        if len(at_home) == 1:
            return scene.speaker(at_home[0], "speaker by role")
        if fitting:
            names = tuple(sorted({named.who.name for named in fitting.values()}))
            return Speaker(None, "speaker by role, several hold it", party=side, candidates=names)
    return None


def speaks_after(turn: Turn, named: Named) -> bool:
    """Whether somebody has spoken since another was named, or of him: "A said that the president of France B …"."""
    return turn.mention.cue_at.start > named.at.start or turn.mention.proposition.span.covers(named.at)


def by_unplaced(side: str | None, scene: Scene) -> Speaker | None:
    """The one holder of an office of whom no state is told: "the *Norwegian* deputy minister of fisheries".

    Only for an office of two words or more: of many a "minister" the article may not tell the state.
    """
    wanted = set(beside_states(scene).words) - PLAIN
    if side is None or len(wanted) < TELLING:
        return None
    unplaced = (n for n in scene.article.named if n.person and n.who.party is None)
    people = {n.who.ref: n for n in unplaced if any(wanted <= set(t.casefold().split()) for t in n.who.titles)}
    return scene.speaker(next(iter(people.values())), "speaker by role") if len(people) == 1 else None


TELLING = 2
"""Words of an office by which its one holder in an article is known."""


def home_of(scene: Scene) -> str | None:
    """The state whose agency tells it: there "the head of state" is its own."""
    source = scene.article.mentions.source
    row = scene.lexicon.parties.by_name(source.agency or source.publisher or "")
    return row.of if row is not None and not row.world else None


def by_owner(scene: Scene) -> Speaker | None:
    """An unnamed person of somebody pointed at: "*her* spokesperson" is Annika Lindqvist's."""
    own = re.match(r"(?:his|her|its|their)\s+", scene.place.exact, re.IGNORECASE)
    possessor = owner(scene) if own else None
    if own is None or possessor is None or possessor.name is None:
        return None
    name = f"{possessor.name}'s {scene.place.exact[own.end() :]}"
    return Speaker(name, "speaker by owner", party=possessor.party, said_as=name, head=scene.words.head, animate=True)


def by_owned_body(scene: Scene) -> Speaker | None:
    """A body of somebody pointed at: "Norway denied it. *Its mission to the United Nations* said …"."""
    if scene.words.plural or scene.words.head not in scene.lexicon.claims.speakers.bodies or scene.words.head in SIDES:
        return None
    speaker = by_owner(scene)
    return replace(speaker, animate=False) if speaker else None


SIDES = frozenset({"country", "nation", "side", "state"})
"""Nouns that mean the owner itself: "his country"."""


def head_of_group(scene: Scene) -> Speaker | None:
    """Who leads the group that the article tells of: "the head of the delegation"."""
    delegations = scene.lexicon.delegations
    if scene.words.words[-1] not in delegations.groups | delegations.teams:
        return None
    mentions = scene.article.mentions.delegations
    heads = (evidence for mention in mentions for reading in mention.head for evidence in reading.evidence)
    people = {named.who.ref: named for at in heads for named in scene.article.inside(at) if named.person}
    return scene.speaker(next(iter(people.values())), "speaker by delegation") if len(people) == 1 else None


def by_nearest_holder(scene: Scene) -> Speaker | None:
    """Who was named last and holds such an office: "Commission chief Maria Sand said …. *The head of the body* …"."""
    bare = replace(scene.words, text=scene.words.head, words=(scene.words.head,))
    near = next((named for named in scene.before() if named.person), None)
    if near is None or near.at.start < scene.since() or not holds(near.who.titles, bare, scene.lexicon):
        return None
    return scene.speaker(near, "speaker by role")


def offices_in(place: Evidence, article: Article, cast: Cast, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """The people whom words at ``place`` mean by their office alone: "thanked *the Russian president*" is Putin."""
    for named in article.inside(place):
        following = OFFICE.match(place.exact, named.at.end - place.start)
        if named.type is not PartyType.STATE or following is None:
            continue
        words = read_wording(following.group(1), lexicon.spelling)
        stop = place.start + following.end()
        if not is_office(words.head, lexicon) or any(
            n.person and n.at.start <= stop + 1 for n in article.after(stop)[:1]
        ):
            continue
        of_state = [n.who for n in cast.everybody if n.person and n.state == named.state]
        holders = {who.name for who in of_state if holds(who.titles, words, lexicon)}
        if len(holders) == 1:
            yield Span(named.at.start, stop), holders.pop()
