"""Find claims: propositions that a text attributes to somebody, with where the speaker and the medium are printed.

The rules are tried on every word of the running text in the order of ``RULES``; ``settle`` then decides who speaks
in the end, and what runs on over sentences and paragraphs is added last. Who is meant by a pointer is decided on the
cards' floor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.documents import Document
from dossier.lexicon import Lexicon
from dossier.mentions.claims.cues import sentences_of
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.passages import claim_of, medium_of
from dossier.mentions.claims.rules import find_frames
from dossier.mentions.claims.nesting import settle
from dossier.mentions.claims.runs import carried, loose_quotations, run_on, whole_quotations
from dossier.mentions.claims.scene import Names, Scene, open_scene
from dossier.model import ClaimMention, PartyMention, PersonMention, Pointer, Rejected


def find_claims(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> Iterator[ClaimMention | Rejected]:
    """The claims of the running text, in order; headings and captions only repeat what the body attributes."""
    names = Names(tuple(people), tuple(parties))
    thread = Thread()
    for paragraph in document.body:
        scene = open_scene(document, paragraph, lexicon.claims, names)
        rejected, found, thread = _claims_of(scene, thread)
        yield from rejected
        yield from sorted(found, key=lambda c: (c.passage.start, c.cue_at.start, c.proposition.start))


@dataclass(frozen=True, slots=True)
class Thread:
    """What one paragraph hands on to the next."""

    last: ClaimMention | None = None
    """The last claim: a paragraph that is only a quotation goes on with it."""
    relay: Pointer | None = None
    """The medium that tells the last sentence."""


def _claims_of(scene: Scene, thread: Thread) -> tuple[list[Rejected], list[ClaimMention], Thread]:
    rejected: list[Rejected] = []
    found: list[ClaimMention] = []
    relay, before = thread.relay, None
    for sentence in sentences_of(scene.doc):
        frames: list[Frame] = []
        for item in find_frames(sentence, scene):
            (rejected if isinstance(item, Rejected) else frames).append(item)  # type: ignore[arg-type]
        settled = [whole_quotations(frame, scene) for frame in settle(frames, scene)]
        pairs = [(claim, frame) for frame in settled if (claim := claim_of(frame, scene)) is not None]
        told = medium_of(pairs, scene)
        found += carried([claim for claim, _ in pairs], relay, before, scene)
        relay = told or (relay if pairs and found[-1].via else None)
        before = scene.evidence(sentence)
    last = found[-1] if found else thread.last
    for quote in loose_quotations(scene, found):
        spoken = [c for c in found if c.passage.start < scene.evidence(quote).start] or ([thread.last] if thread.last else [])
        if spoken:
            found.append(run_on(spoken[-1], quote, scene))
    return rejected, found, Thread(last, relay)
