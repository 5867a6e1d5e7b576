"""Find claims: propositions that a text attributes to somebody, with where the speaker and the medium are printed.

The rules are tried on every word of the running text in the order of ``RULES``; ``settle`` then decides who speaks
in the end, and what runs on over sentences and paragraphs is added last. Who is meant by a pointer is decided on the
cards' floor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.documents import Document
from dossier.lexicon import Lexicon
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.nesting import settle
from dossier.mentions.claims.passages import claim_of, medium_of
from dossier.mentions.claims.rules import find_frames
from dossier.mentions.claims.runs import Found, carried, whole_quotations, with_loose_quotations
from dossier.mentions.claims.scene import Names, Run, Scene, open_scene
from dossier.model import ClaimMention, Evidence, PartyMention, PersonMention, Pointer, Rejected


def find_claims(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> Iterator[ClaimMention | Rejected]:
    """The claims of the running text, in order; headings and captions only repeat what the body attributes."""
    surnames = frozenset(person.name.split()[-1] for person in people if " " in person.name)
    names = Names(tuple(people), tuple(parties), surnames)
    paragraphs: list[Found] = []
    relay: Pointer | None = None
    for paragraph in document.body:
        scene = open_scene(document, paragraph, lexicon.claims, names)
        claims, rejected, relay = _claims_of(scene, relay)
        yield from rejected
        paragraphs.append(Found(scene, tuple(claims)))
    yield from with_loose_quotations(paragraphs)


def _claims_of(scene: Scene, relay: Pointer | None) -> tuple[list[ClaimMention], list[Rejected], Pointer | None]:
    """The claims of a paragraph's own cues, what was turned down, and the medium that tells the last sentence."""
    found: list[ClaimMention] = []
    rejected: list[Rejected] = []
    before: Evidence | None = None
    for sentence in (Run(s.start, s.end) for s in scene.doc.sents):
        frames: list[Frame] = []
        for item in find_frames(sentence, scene):
            if isinstance(item, Rejected):
                rejected.append(item)
            else:
                frames.append(item)
        pieces = [piece for frame in settle(frames, scene) for piece in whole_quotations(frame, scene)]
        told = [(claim, frame) for frame in pieces if (claim := claim_of(frame, scene)) is not None]
        claims = list(carried([claim for claim, _ in told], relay, before))
        relay = medium_of(told, scene) or (relay if any(relay in c.via for c in claims) else None)
        found += claims
        before = scene.evidence(sentence)
    return found, rejected, relay
