"""How one claim is worded from article to article, and what a change of words changes.

"What analysts said *appeared to be* a drone" in one paper "*is* a drone" in the next: certainty raised. Every wording
is laid beside the earliest one, word by word (longest common runs, Ratcliff and Obershelp 1988, as in difflib).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dossier.findings.shifts import Block, Change, Shift, find_shifts
from dossier.findings.wordings import Word, cut_words, quoted_share
from dossier.lexicon.wording import WordingWords
from dossier.model import ClaimCard, Evidence, Mode, Report

ALIKE = 0.3
"""Share of common words below which two wordings are not laid beside each other: "a claim both have denied"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a wording's characters; ``changed`` where the base has other words."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a claim, in however many articles."""

    evidence: tuple[Evidence, ...]
    """Where it stands, in the order of the reports."""
    pieces: tuple[Piece, ...]
    marks: str
    """How much of it is in quotation marks: ``in quotation marks``, ``partly in quotation marks``, ``in reported
    speech``; ``in the article’s own voice`` where nobody is named for it."""
    changes: tuple[Change, ...]
    alike: bool = True
    """Whether it has enough words in common with the base to be laid beside it."""


OWN_VOICE = "in the article’s own voice"


def find_wordings(claim: ClaimCard, words: WordingWords, origins: Mapping[str, str]) -> tuple[Wording, ...]:
    """The wordings of a claim: the earliest article's first, then the others as far as they differ from it.

    Sentences that say much the same and attribute it to nobody come last. ``origins``: article -> its origin; where
    another article of the same origin names the speaker, the attribution was dropped on the way.
    """
    named = {origins.get(report.passage.source) for report in claim.reports}
    told = gathered(claim, words)
    rows = []
    for row in told:
        dropped = any(origins.get(place.source) in named for place in row[0])
        shift = Shift.UNATTRIBUTED if dropped else Shift.OWNED
        rows.append(beside(told[0][1], row, words, () if row[2] else (Change(shift),)))
    return tuple(rows)


Told = tuple[tuple[Evidence, ...], tuple[Word, ...], bool]
"""The places of a wording, its words, and whether it is attributed."""


def gathered(claim: ClaimCard, words: WordingWords) -> list[Told]:
    """Each distinct wording with all its places; reports before sentences in an article's own voice."""
    rows = [(report.proposition, report.mode is Mode.DIRECT, True, aside_in(report)) for report in claim.reports]
    rows += [(evidence, False, False, 0) for evidence in claim.restated]
    places: dict[tuple[object, ...], list[Evidence]] = {}
    told: dict[tuple[object, ...], tuple[tuple[Word, ...], bool]] = {}
    for evidence, direct, attributed, start in rows:
        every = cut_words(evidence.exact, words.spelling, quoted=direct)
        cut = tuple(word for word in every if word.start >= start)
        key = (attributed, tuple((word.key, word.quoted) for word in cut))
        places.setdefault(key, []).append(evidence)
        told.setdefault(key, (cut, attributed))
    return [(tuple(dict.fromkeys(places[key])), *told[key]) for key in told]


def aside_in(report: Report) -> int:
    """Where the words go on behind an attribution set into them: "The wreck, *divers say,* is a drone"; else 0.

    What stands before it is mostly what another article's words leave out: "divers say *it is a drone*".
    """
    at = report.proposition
    if not report.rule.startswith("aside;"):
        return 0
    inside = [place for place in (report.cue_at, report.speaker_at) if place is not None and at.span.covers(place)]
    return max((place.end - at.start for place in inside), default=0)


def beside(base: Sequence[Word], row: Told, words: WordingWords, dropped: tuple[Change, ...]) -> Wording:
    """One wording laid beside the base; ``dropped`` is what its place in the article changes."""
    places, own, attributed = row
    exact = places[0].exact
    marks = quoted_share(own) if attributed else OWN_VOICE
    matcher = SequenceMatcher(None, [word.key for word in base], [word.key for word in own], autojunk=False)
    if own is base or matcher.ratio() < ALIKE:
        return Wording(places, (Piece(exact, changed=False),), marks, dropped, alike=own is base)
    blocks = [Block(tag == "equal", tuple(base[i:j]), tuple(own[k:m])) for tag, i, j, k, m in matcher.get_opcodes()]
    changes = (*dropped, *find_shifts(blocks, words))
    return Wording(places, tuple(marked(exact, blocks)), marks, changes)


def marked(exact: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """The characters of a wording, cut where its words begin and cease to differ from the base."""
    at = 0
    for block in blocks:
        if block.same or not block.after:
            continue
        start, end = block.after[0].start, block.after[-1].end
        if start > at:
            yield Piece(exact[at:start], changed=False)
        yield Piece(exact[start:end], changed=True)
        at = end
    if at < len(exact):
        yield Piece(exact[at:], changed=False)
