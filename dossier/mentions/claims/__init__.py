"""Find claims: propositions that a text attributes to somebody, with where the speaker and the medium are printed.

The rules are tried on every word of the running text in the order of ``RULES``; ``settle`` then decides who speaks
in the end, and what runs on over sentences and paragraphs is added last. Who is meant by a pointer is decided on the
cards' floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dossier.documents import Document
from dossier.lexicon import Lexicon
from dossier.mentions.claims.announced import with_announced
from dossier.mentions.claims.clauses import SAID_THIS
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.impersonal import GOING_ON
from dossier.mentions.claims.listed import with_lists
from dossier.mentions.claims.nesting import settle
from dossier.mentions.claims.passages import claim_of, medium_of
from dossier.mentions.claims.rules import find_frames
from dossier.mentions.claims.runs import (
    ASKED,
    Found,
    Thread,
    carried,
    last_voice,
    last_words,
    said_before,
    share_media,
    told_on,
    whole_quotations,
    with_loose_quotations,
)
from dossier.mentions.claims.scene import Names, Run, Scene, open_scene
from dossier.mentions.claims.transcripts import with_posts, with_transcripts
from dossier.model import ClaimMention, PartyMention, PartyType, PersonMention, Rejected


def find_claims(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> Iterator[ClaimMention | Rejected]:
    """The claims of the running text, in order; headings and captions only repeat what the body attributes."""
    surnames = frozenset(person.name.split()[-1] for person in people if " " in person.name)
    names = Names(tuple(people), tuple(parties), surnames)
    paragraphs: list[Found] = []
    thread = Thread()
    for paragraph in document.body:
        scene = open_scene(document, paragraph, lexicon.claims, names)
        claims: list[ClaimMention] = []
        for sentence in (Run(s.start, s.end) for s in scene.doc.sents):
            found, rejected, thread = _claims_of(sentence, scene, thread)
            yield from rejected
            claims += found
        paragraphs.append(Found(scene, tuple(claims)))
    told = with_loose_quotations(with_posts(with_transcripts(with_announced(with_lists(paragraphs)))))
    yield from (claim for claim in told if claim.rule != ASKED)


def told_once(claims: Iterable[ClaimMention]) -> list[ClaimMention]:
    """Of several alike the first: "quoted an officer as an officer as saying P" gives its one cue two speakers."""
    first: dict[tuple[object, ...], ClaimMention] = {}
    for claim in claims:
        who = claim.speaker.evidence.exact if claim.speaker is not None else None
        first.setdefault((claim.cue_at, claim.proposition, claim.polarity, who), claim)
    return list(first.values())


def _claims_of(sentence: Run, scene: Scene, thread: Thread) -> tuple[list[ClaimMention], list[Rejected], Thread]:
    """The claims of a sentence's own cues, what was turned down, and what the next sentence needs to know."""
    items = list(find_frames(sentence, scene))
    frames = settle([item for item in items if isinstance(item, Frame)], scene)
    told = [
        (claim, piece)
        for frame in frames
        for piece in whole_quotations(frame, scene)
        if (claim := _claim_of(piece, thread, scene)) is not None
    ]
    claims = list(carried(share_media(told_once([claim for claim, _ in told])), thread, scene))
    relay = medium_of(told, scene) or (thread.relay if any(thread.relay in c.via for c in claims) else None)
    rejected = [item for item in items if isinstance(item, Rejected)]
    quote = scene.quotation_at(sentence.start)
    if not claims and quote is not None and quote.end >= sentence.end:
        return claims, rejected, thread  # the attribution of a quotation may follow its last sentence
    speakers = last_words(claims) + (thread.speakers if relay is not None and relay == thread.relay else ())
    media = {party.name for i, party in scene.parties.items() if sentence.holds(i) and party.type is PartyType.MEDIUM}
    own = len(media) < 2 and relay is not None and any(claim.speaker == relay for claim in claims)
    last = last_voice(claims) or thread.last
    aside = all(scene.doc[frame.verb].tag_ == "VBG" for _, frame in told)
    return claims, rejected, Thread(relay, scene.evidence(sentence), scene.paragraph.start, speakers, own, aside, last)


def _claim_of(frame: Frame, thread: Thread, scene: Scene) -> ClaimMention | None:
    """The claim of one settled frame, with what it takes from the sentences before."""
    if frame.rule == SAID_THIS:
        return said_before(frame, thread, scene)
    return told_on(frame, thread, scene) if frame.rule == GOING_ON else claim_of(frame, scene)
