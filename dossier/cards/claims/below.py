"""Somebody described, whom a later saying names: it tells the same.

"NATO's top official says the pipeline was cut on purpose. … 'This was done on purpose,' Secretary General Lund said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.likeness import similarity
from dossier.cards.speakers.fitting import HIGHEST

ALIKE = 0.45
"""Similarity from which the later saying bears out the earlier one: the few such pairs in 230 articles of news are each
of one person."""

ANONYMOUS = frozenset({"diplomat", "insider", "official", "source"})
"""Nouns for those whom an article will not name."""


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
