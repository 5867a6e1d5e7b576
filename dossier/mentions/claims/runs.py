"""What runs on from sentence to sentence: quotations without a cue of their own, and the medium that relays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.scene import Run, Scene
from dossier.model import ClaimMention, Evidence, Polarity, Pointer, Span

LEAST_WORDS = 4
"""Quoted words below which a quotation without a cue is a name or a slogan, not a statement."""
GOING_ON = frozenset({"also", "further", "furthermore", "later", "moreover", "separately", "turn", "too"})
"""Words that tie a sentence to the report before it: ``Kim in turn thanked Putin``."""
PERSONAL = frozenset({"he", "she"})


def whole_quotations(frame: Frame, scene: Scene) -> Frame:
    """A content that touches a quotation at its edge takes in all its sentences: ``“A. B,” he said``."""
    start, end = frame.content.start, frame.content.end
    first = scene.quotation_at(start)
    if first is not None and not first.holds(frame.verb):
        start = min(start, first.start)
    for index in (end - 1, end - 2):
        last = scene.quotation_at(index) if index >= start else None
        if last is not None and last.end > end and not last.holds(frame.verb):
            end = last.end
            break
    return replace(frame, content=Run(start, end))


def loose_quotations(scene: Scene, claims: Sequence[ClaimMention]) -> Iterator[Run]:
    """Quotations that are sentences of their own and that no claim of the paragraph takes in."""
    offset = scene.paragraph.start
    for quote in scene.quotations:
        words = scene.doc[quote.start : quote.end]
        span = Span(offset + words.start_char, offset + words.end_char)
        if any(span.overlaps(claim.proposition) for claim in claims):
            continue
        alone = scene.doc[quote.start].is_sent_start or quote.start == 0
        ends = quote.end >= len(scene.doc) or scene.doc[quote.end - 2].is_punct or scene.doc[quote.end].text in {".", "!"}
        verbs = any(t.pos_ in {"VERB", "AUX"} for t in words)
        if alone and ends and verbs and sum(t.is_alpha for t in words) >= LEAST_WORDS:
            yield quote


def run_on(claim: ClaimMention, quote: Run, scene: Scene) -> ClaimMention:
    """The quotation ``quote`` as a further claim of the one who spoke in ``claim``."""
    from dossier.model import Mode

    evidence = scene.evidence(quote)
    return replace(
        claim, passage=evidence, proposition=evidence, polarity=Polarity.ASSERTS, mode=Mode.DIRECT,
        rule="quotation runs on", object=None,
    )


def carried(claims: Sequence[ClaimMention], relay: Pointer | None, before: Evidence | None, scene: Scene) -> Iterator[ClaimMention]:
    """The claims of a sentence, relayed by the medium of the sentence before where the text runs on."""
    for claim in claims:
        if relay is not None and not claim.via and claim.speaker is not None and runs_on(claim, before, scene):
            yield replace(claim, via=(relay,))
        else:
            yield claim


def runs_on(claim: ClaimMention, before: Evidence | None, scene: Scene) -> bool:
    """Whether a claim goes on with the report of the sentence ``before`` it."""
    speaker = claim.speaker
    if speaker is None or claim.polarity is Polarity.DENIES or speaker.how in {"medium", "group"}:
        return False
    if speaker.how == "pronoun":
        return speaker.evidence.exact.casefold() in PERSONAL
    named = speaker.evidence.exact.split()[-1]
    opening = claim.passage.exact.split()[:8]
    return (before is not None and named in before.exact) or any(word.strip(",").casefold() in GOING_ON for word in opening)
