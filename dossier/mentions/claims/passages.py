"""From tokens to passages: the evidence of a claim, its mode, and the medium that stands in its attribution."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.mentions.claims.contents import trim
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.scene import Run, Scene
from dossier.model import ClaimMention, Evidence, Mode, Pointer

LONGEST = 900
"""Code points: about three long sentences; a longer passage pins nothing."""
WHOLLY = 0.9
"""The quoted share of a proposition's letters from which it counts as direct: a name may stand outside."""


def claim_of(frame: Frame, scene: Scene) -> ClaimMention | None:
    """The claim of one settled frame; ``None`` where nothing but punctuation is left as content."""
    content = trim(frame.content, scene)
    if not any(t.is_alpha for t in scene.doc[content.start : content.end]):
        return None
    return ClaimMention(
        passage=scene.evidence(passage_of(frame, content, scene)),
        proposition=scene.evidence(content),
        speaker=frame.voice.pointer if frame.voice is not None else None,
        cue=frame.cue,
        cue_at=scene.evidence(frame.cue_run),
        polarity=frame.polarity,
        mode=mode_of(content, scene),
        rule=frame.rule,
        via=frame.via or _attributed_medium(frame, scene),
        object=scene.evidence(frame.object) if frame.object is not None else None,
    )


def passage_of(frame: Frame, content: Run, scene: Scene) -> Run:
    """The sentences of cue and content together; the content alone with its cue where those are too long."""
    doc = scene.doc
    first, last = min(content.start, frame.cue_run.start), max(content.end, frame.cue_run.end) - 1
    whole = Run(doc[first].sent.start, doc[last].sent.end)
    spoken = Run(doc[content.start].sent.start, doc[content.end - 1].sent.end)
    for run in (whole, Run(first, last + 1), spoken):
        run = _bare(run, scene)
        words = doc[run.start : run.end]
        if words.end_char - words.start_char <= LONGEST:
            return run
    return content


def _bare(run: Run, scene: Scene) -> Run:
    end = run.end
    while end > run.start + 1 and scene.doc[end - 1].is_space:
        end -= 1
    return Run(run.start, end)


def mode_of(content: Run, scene: Scene) -> Mode:
    """By the quotation marks alone: all of the words quoted, a part, none."""
    words = [t for t in scene.doc[content.start : content.end] if any(c.isalnum() for c in t.text)]
    letters = sum(len(t.text) for t in words)
    quoted = sum(len(t.text) for t in words if t.i in scene.quoted_in)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= WHOLLY * letters else Mode.MIXED


def _attributed_medium(frame: Frame, scene: Scene) -> tuple[Pointer, ...]:
    """The medium to which somebody speaks: ``told CNN``, ``in remarks carried by state television``."""
    if frame.voice is None or scene.is_medium(scene.doc[frame.voice.head]) or frame.kind in {"noun", "accuse", "judge"}:
        return ()
    verb = scene.doc[frame.verb]
    for token in verb.subtree:
        outside = not frame.content.holds(token.i) and not frame.voice.run.holds(token.i)
        if outside and token.i not in scene.quoted_in and scene.is_medium(token) and token.dep_ in {"dobj", "pobj", "dative"}:
            party = scene.parties.get(token.i)
            source = scene.document.source
            if party is not None and party.name == (source.publisher or source.agency):
                return ()  # "told TASS" in a report by TASS
            run = Run(min(c.i for c in [token, *token.lefts]), token.i + 1)
            at: Evidence = party.evidence if party is not None else scene.evidence(run)
            return (Pointer(at, "name" if party is not None else "medium"),)
    return ()


def medium_of(pairs: Sequence[tuple[ClaimMention, Frame]], scene: Scene) -> Pointer | None:
    """The medium that a sentence is told by, for the sentence after it: its speaker, or the last that relays it."""
    for claim, frame in pairs:
        if claim.via:
            return claim.via[-1]
        if frame.voice is not None and scene.is_medium(scene.doc[frame.voice.head]) or claim.speaker is not None and claim.speaker.how == "medium":
            return claim.speaker
    return None
