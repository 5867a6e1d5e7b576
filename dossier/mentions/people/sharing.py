"""An office that several share, told once: "ministers of Finance X, *Defence* Y and *Interior* Z"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.documents import DASHES
from dossier.mentions.people.pieces import plain_words, read_pieces
from dossier.mentions.people.stage import Scene, readings
from dossier.mentions.people.windows import list_head, window_before
from dossier.model import Reading

LONGEST_FIELD = 3
"""Words of a minister's field in such a list: "foreign affairs", "culture and sport"."""

LONGEST_LIST = 8
"""Names in the longest list of ministers that is read."""


def before_dash(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """A title in the plural, and the names between dashes: "the agency's *directors* – Ann Hale and Jan Lis – left"."""
    doc, head = scene.paragraph.doc, list_head(scene, place) or place[0]
    ahead = place[1] < len(doc) and doc[place[1]].lower_ in {",", "and"}
    if head < 2 or doc[head - 1].text not in DASHES or (head == place[0] and not ahead):
        return
    title = scene.title(*window_before(scene, head - 1))
    if title is not None and title.plural and title.past >= head - 1:
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before a list of names")


def before_field(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """The field of one minister of a list: "ministers of Finance Jan Lis and *Defence* Ewa Wrona"."""
    ends = {span[1]: span[0] for p in scene.people if (span := scene.tokens(p.evidence))}
    first = field_start(scene, place[0])
    field = plain_words(read_pieces(scene.paragraph, (first, place[0]), (), scene.lexicon))
    if not field:
        return
    for _ in range(LONGEST_LIST):
        before = past_joint(scene, first)
        if before == first or before not in ends:
            return
        name = ends[before]
        first = field_start(scene, name)
        title = scene.title(*window_before(scene, name))
        head, of, _ = title.value.partition(" of ") if title is not None else ("", "", "")
        if title is not None and title.plural and of and head.endswith("minister"):
            yield Reading(
                f"{head} of {field}", (scene.evidence(title.first, place[1]),), "before a list of names", title.of
            )
            return
        if first == name:
            return


def field_start(scene: Scene, name: int) -> int:
    """Where the words right before a name begin that a minister may be in charge of: "*Foreign Affairs* Ewa Wrona"."""
    doc, fields, first = scene.paragraph.doc, scene.lexicon.people.fields, name
    while (
        first > max(0, name - LONGEST_FIELD)
        and scene.lexicon.spelling.canonical(doc[first - 1].text).casefold() in fields
    ):
        first -= 1
    return first


def past_joint(scene: Scene, first: int) -> int:
    """The token past the name before a comma or an "and", or ``first`` where neither stands there."""
    doc = scene.paragraph.doc
    while first > 0 and doc[first - 1].lower_ in {",", "and"}:
        first -= 1
    return first
