"""Who is named in an article, searchable by place, for finders that attach people and parties to things."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.documents import SAME_LENGTH, Paragraph
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Source, Span

Holder = PartyMention | PersonMention
"""Whoever can have something."""


UNHELD = frozenset({"designed", "era", "inspired", "origin", "style", "type"})
"""After a hyphen these tell where a design comes from, not who has or made it: "Iranian-designed drones"."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named in the article, in the order of the text; made by ``index_names``."""

    text: str
    """The article, with plain quotation marks."""
    named: tuple[Holder, ...]
    starts: tuple[int, ...]

    def inside(self, place: Span) -> tuple[Holder, ...]:
        """Those within ``place``, media left out."""
        rows = self.named[bisect_left(self.starts, place.start) : bisect_left(self.starts, place.end)]
        return tuple(m for m in rows if m.evidence.end <= place.end and not is_medium(m))

    def people_inside(self, place: Span) -> tuple[PersonMention, ...]:
        """The people within ``place``, in the order of the text."""
        return tuple(m for m in self.inside(place) if isinstance(m, PersonMention))

    def people_before(self, offset: int) -> tuple[PersonMention, ...]:
        """The people named before ``offset``, nearest first."""
        rows = self.named[: bisect_left(self.starts, offset)]
        return tuple(m for m in reversed(rows) if isinstance(m, PersonMention))

    def states_before(self, offset: int) -> tuple[PartyMention, ...]:
        """The states and movements named before ``offset``, nearest first."""
        rows = self.named[: bisect_left(self.starts, offset)]
        kinds = {PartyType.GROUP, PartyType.STATE}
        return tuple(m for m in reversed(rows) if isinstance(m, PartyMention) and m.type in kinds)

    def overlap(self, place: Span | Evidence) -> bool:
        """Whether anybody is named in a part of ``place``."""
        last = bisect_left(self.starts, place.end)
        return last > 0 and self.named[last - 1].evidence.end > place.start

    def without(self, places: Sequence[Evidence]) -> Names:
        """The names that share no character with ``places``: "Fateh" in Fateh-110 is no movement."""
        starts = sorted(place.start for place in places)
        ends = sorted(place.end for place in places)

        def free(holder: Holder) -> bool:
            before = bisect_left(starts, holder.evidence.end)
            return before == 0 or ends[before - 1] <= holder.evidence.start

        named = tuple(m for m in self.named if free(m))
        return Names(self.text, named, tuple(m.evidence.start for m in named))


def index_names(source: Source, parties: Sequence[PartyMention], people: Sequence[PersonMention]) -> Names:
    """All names of an article; of two that overlap the longer ("the US Navy", not "US")."""
    kept: list[Holder] = []
    both: list[Holder] = [*parties, *people]
    for mention in sorted(both, key=lambda m: (m.evidence.start, -m.evidence.end)):
        if not kept or kept[-1].evidence.end <= mention.evidence.start:
            kept.append(mention)
    return Names(source.text.translate(SAME_LENGTH), tuple(kept), tuple(m.evidence.start for m in kept))


def is_medium(holder: Holder) -> bool:
    """Whether it is an agency or a newspaper, which holds no weapons and sends nobody."""
    return isinstance(holder, PartyMention) and holder.type is PartyType.MEDIUM


def leading_names(paragraph: Paragraph, token: Token, names: Names) -> Iterator[Holder]:
    """Who a noun phrase is about: its own noun and those coordinated with it, else its possessor or adjective."""
    doc = paragraph.doc
    clauses = [
        t.left_edge.i for t in token.subtree if t.dep_ in {"relcl", "acl", "appos", "advcl"} and t.left_edge.i > token.i
    ]
    right = min([token.right_edge.i + 1, *clauses])
    found = names.inside(paragraph.span(doc[token.left_edge.i : right]))
    if not found:
        return
    before = [m for m in found if m.evidence.start < paragraph.start + token.idx]
    heads = [m for m in found if covers(paragraph, m.evidence, token)] or [(before[-1:] or found)[0]]
    last = heads[-1]
    for other in reversed(before):
        if other.evidence.end <= heads[0].evidence.start and coordinated(names, other.evidence, heads[0].evidence):
            heads.insert(0, other)  # "The U.S. and NATO allies"
    yield from heads
    for other in found:
        if other.evidence.start > last.evidence.start and coordinated(names, last.evidence, other.evidence):
            yield other
            last = other


def covers(paragraph: Paragraph, place: Evidence, token: Token) -> bool:
    """Whether a name holds the noun itself, not only a word before it."""
    return place.start - paragraph.start <= token.idx < place.end - paragraph.start


def coordinated(names: Names, left: Evidence, right: Evidence) -> bool:
    """Whether only a comma, "and" and an article part two names: "Denmark, the Netherlands and Poland"."""
    gap = names.text[left.end : right.start]
    return bool(gap.strip()) and set(gap.replace(",", " ").split()) <= {"and", "the"}


def attributive(names: Names, holder: Holder, first: int) -> bool:
    """Whether a name qualifies the noun at the offset ``first``: by its ending, as an adjective, or as a compound."""
    text, end = names.text, holder.evidence.end
    if text[end : end + 1] == "-":
        return not text[end + 1 : first].split(maxsplit=1)[:1] or text[end + 1 : first].split()[0] not in UNHELD
    if text[end : end + 1] == "'" or text[end - 2 : end] in {"'s", "s'"}:
        return True
    between = text[end:first].split()
    if not text[end : end + 1].isspace() or "," in text[end:first] or {"and", "of", "in", "to", "with"} & set(between):
        return False
    return isinstance(holder, PartyMention)
