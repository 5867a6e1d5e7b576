"""Somebody whom a text describes before it names him.

By his title: "a senior *commander* said …. *General Lund* …". By his place: whom a text that opens with "the NATO
head" names first and lets speak. By his words: "NATO's top official says the pipeline was cut on purpose. … 'This was
done on purpose,' Secretary General Lund said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.cards.cast import Named
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.likeness import similarity
from dossier.cards.speakers.anaphora import side_of
from dossier.cards.speakers.callings import speaks_against
from dossier.cards.speakers.fitting import HIGHEST, answers_to, describes_one, is_anonymous, may_be
from dossier.cards.speakers.posts import belongs, is_office
from dossier.cards.speakers.scene import Scene, Speaker

ALIKE = 0.45
"""Similarity from which the later saying bears out the earlier one: the few such pairs in 230 articles of news are each
of one person."""

ANONYMOUS = frozenset({"diplomat", "insider", "official", "source"})
"""Nouns for those whom an article will not name."""


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
    if words.plural or not is_office(words.head, scene.lexicon):
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


# ------------------------------------------------------------------------------------------- by words


def named_below(article: Sequence[Saying]) -> list[Saying]:
    """The sayings of one article in the order of the text, those of a described speaker given the name told below."""
    names = {saying.speaker.key: bearers(saying, article) for saying in article if is_described(saying)}
    known = {key: found[0] for key, found in names.items() if len({saying.speaker.key for saying in found}) == 1}
    return [
        replace(saying, speaker=known[saying.speaker.key].speaker.by("speaker by what is said"))
        if saying.speaker.key in known
        else saying
        for saying in article
    ]


def is_described(saying: Saying) -> bool:
    """Whether a saying opens the article and its speaker is one person, of a side, whom no name tells."""
    speaker = saying.speaker
    words = set((speaker.name or "").casefold().split())
    known = speaker.ref is None and speaker.party is not None and speaker.animate and not speaker.plural
    return saying.opens and known and (speaker.head not in ANONYMOUS or not words.isdisjoint(HIGHEST))


def bearers(described: Saying, article: Sequence[Saying]) -> list[Saying]:
    """The later sayings of people of the same side, or of none that is known, that tell what ``described`` tells."""
    return [saying for saying in article if may_be_of(saying, described) and bears_out(saying, described)]


def may_be_of(saying: Saying, described: Saying) -> bool:
    """Whether a later saying is of a person who can be the one described."""
    speaker = saying.speaker
    person = speaker.ref is not None and speaker.animate and speaker.party in {None, described.speaker.party}
    return person and saying.mention.cue_at.start > described.mention.cue_at.end


def bears_out(saying: Saying, described: Saying) -> bool:
    """Whether two sayings tell the same, their speakers' names left out."""
    own = saying.speaker.own | described.speaker.own
    alike = similarity(described.content, saying.content, own) >= ALIKE
    return alike and saying.polarity is described.polarity
