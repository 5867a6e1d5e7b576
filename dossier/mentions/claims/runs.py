"""What runs on from sentence to sentence: quotations without a cue of their own, and the medium that relays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.attributions import WISH
from dossier.mentions.claims.edges import trim, without_joint
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.passages import claim_of, mode_of
from dossier.mentions.claims.pieces import is_question, is_statement, only_leads, statements
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import FINITE, top_of
from dossier.model import ClaimMention, Evidence, Mode, Pointer, Polarity

GOING_ON = frozenset({"also", "further", "furthermore", "later", "moreover", "separately", "turn", "too"})
"""Words that tie a sentence to the report before it: ``Kim in turn thanked Putin``."""
PERSONAL = frozenset({"he", "she"})
SAME_GROUP = frozenset({"another", "both", "one", "the"})
"""How those who spoke are met again: ``two officials told …. One of the officials said``."""


@dataclass(frozen=True, slots=True)
class Found:
    """One paragraph with the claims that its own cues make."""

    scene: Scene
    claims: tuple[ClaimMention, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """What a sentence hands on to the next."""

    relay: Pointer | None = None
    """The medium that tells it."""
    before: Evidence | None = None
    """The sentence itself."""
    paragraph: int = -1
    """Where its paragraph begins in the source."""
    speakers: tuple[str, ...] = ()
    """The last words of those who speak in it; empty where it says nobody's word."""
    told: bool = False
    """Whether the medium tells it in its own name: ``Kim met Putin, KCNA reported``."""
    aside: bool = False
    """Whether what its speakers say hangs on a participle."""
    last: Pointer | None = None
    """Who spoke last, in this sentence or before it."""


def said_before(frame: Frame, thread: Thread, scene: Scene) -> ClaimMention | None:
    """``The governor said this on Telegram``: the sentence before, unless that is somebody's word already.

    What somebody only says in passing there is no hindrance: ``Lund spreads it abroad, claiming that P``.
    """
    told = claim_of(frame, scene)
    if told is None or thread.before is None or (thread.speakers and not thread.aside):
        return None
    return replace(told, passage=thread.before, proposition=thread.before, mode=Mode.INDIRECT)


def told_on(frame: Frame, thread: Thread, scene: Scene) -> ClaimMention | None:
    """``It was also stressed that P``: by the text that stands beside it, else by whoever spoke last."""
    told = claim_of(frame, scene)
    if told is None or told.speaker is not None:
        return told
    return replace(told, speaker=thread.last) if thread.last is not None else None


# ------------------------------------------------------------------------------------------- quotations


def whole_quotations(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """A content that touches a quotation takes in all of it, one frame for each of its sentences and clauses.

    ``“The tanks are late. They are also few,” he said`` is two claims. Of a question alone one frame stays, by the rule
    ``ASKED``: it claims nothing, but says who speaks on.
    """
    start, end = frame.content.start, frame.content.end
    first = scene.quotation_at(start)
    if first is not None and not first.holds(frame.verb) and scene.doc[first.start].sent.start <= first.start:
        start = min(start, first.start)
    for index in (end - 1, end - 2):
        last = scene.quotation_at(index) if index >= start else None
        if last is not None and last.end > end and not last.holds(frame.verb):
            end = last.end
            break
    every = list(statements(Run(start, end), scene))
    pieces = [piece for piece in every if not is_question(piece, scene)]
    if every and not pieces:
        yield replace(frame, content=every[-1], head=None, rule=ASKED)
    for piece in pieces:
        if len(pieces) > 1 and piece.holds(frame.verb) and not _says_more(piece, frame.verb, scene):
            continue  # "For now, the Times reports,"
        head = frame.head if frame.head is not None and piece.holds(frame.head) else top_of(scene.doc, piece)
        yield replace(frame, content=piece, head=head)


ASKED = "asked"
"""The rule of a quotation that only asks: no claim of anybody's."""


def _says_more(piece: Run, verb: int, scene: Scene) -> bool:
    """Whether another verb than the one that reports stands in a piece."""
    return any(t.tag_ in FINITE and t.i != verb for t in scene.doc[piece.start : piece.end])


def with_loose_quotations(paragraphs: Sequence[Found]) -> Iterator[ClaimMention]:
    """All claims, and those of quotations without a cue: the speaker goes on, or is named in the next paragraph."""
    last: ClaimMention | None = None
    for place, found in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        more: list[ClaimMention] = []
        for quote in loose_quotations(found):
            speaking = _speaking(quote, found, last, following)
            if speaking is not None:
                pieces = (piece for piece in statements(quote, found.scene) if not is_question(piece, found.scene))
                more += [run_on(speaking, piece, found.scene) for piece in pieces]
        claims = sorted([*found.claims, *more], key=lambda c: (c.proposition.start, c.cue_at.start))
        yield from claims
        last = _last_told(claims)


def _last_told(claims: Sequence[ClaimMention]) -> ClaimMention | None:
    """The last claim that somebody voices in the text, not one of a noun: ``doubted Moscow's claim that …``."""
    voiced = (c for c in reversed(claims) if c.rule not in UNSPOKEN and not is_aside(c))
    return next(voiced, claims[-1] if claims else None)


UNSPOKEN = frozenset({"nominal", "relative denial", WISH})
"""Rules of claims that the text only mentions, and after which nobody goes on speaking."""


def is_aside(claim: ClaimMention) -> bool:
    """``they put it on others, promising to pay``: by a participle *they* and *it* only do it, and speak no more."""
    vague = claim.speaker is not None and claim.speaker.evidence.exact.casefold() in {"it", "they"}
    return vague and claim.rule in DONE_IN_PASSING and claim.cue.casefold().endswith("ing")


DONE_IN_PASSING = frozenset({"accuse", "ask", "judge", "offer", "promise", "thank", "touch", "urge"})


def loose_quotations(found: Found) -> Iterator[Run]:
    """Quotations that are sentences of their own and that no claim of the paragraph takes in."""
    scene = found.scene
    for quote in scene.quotations:
        if any(scene.evidence(quote).span.overlaps(claim.proposition) for claim in found.claims):
            continue
        alone = quote.start == 0 or scene.doc[quote.start].is_sent_start or scene.doc[quote.start - 1].is_sent_start
        full = scene.doc[quote.end - 2].text in {".", "!", "?", "...", "…", ","}
        ends = quote.end >= len(scene.doc) or full or scene.doc[quote.end].text in {".", "!"}
        if alone and ends and is_statement(quote, scene) and not only_leads(quote, scene):
            yield quote


def _speaking(quote: Run, found: Found, last: ClaimMention | None, following: Found | None) -> ClaimMention | None:
    """The claim whose speaker a loose quotation goes on with."""
    here = found.scene.evidence(quote)
    told = (c for c in found.claims if c.speaker is not None and not is_aside(c))
    before = [c for c in told if c.cue_at.start < here.start]
    if before:
        return before[-1]
    after = [c for c in found.claims if c.cue_at.start > here.end and c.mode is not Mode.INDIRECT]
    if after:
        return after[0]
    if found.scene.unclosed and following is not None and following.claims and following.scene.quotations:
        first = following.claims[0]
        if following.scene.quotations[0].start == 0 and first.proposition.start <= following.scene.paragraph.start + 1:
            return first
    return last


def run_on(claim: ClaimMention, quote: Run, scene: Scene) -> ClaimMention:
    """The quotation ``quote`` as a further claim of the one who spoke in ``claim``."""
    said = (
        without_joint(quote, scene) if quote.start in scene.marked else trim(quote, scene)
    )  # a dash that opens speech is no mark
    return replace(
        claim,
        passage=scene.evidence(quote),
        proposition=scene.evidence(said),
        polarity=Polarity.ASSERTS,
        mode=mode_of(quote, scene),
        rule="quotation runs on",
        object=None,
    )


# ------------------------------------------------------------------------------------------- media


def share_media(claims: Sequence[ClaimMention]) -> list[ClaimMention]:
    """Claims of one speaker in one sentence have one medium: ``the command said on X, adding that …``."""
    heard = {claim.speaker: claim.via for claim in claims if claim.via}
    return [
        claim if claim.via or claim.speaker is None else replace(claim, via=heard.get(claim.speaker, ()))
        for claim in claims
    ]


def carried(claims: Sequence[ClaimMention], thread: Thread, scene: Scene) -> Iterator[ClaimMention]:
    """The claims of a sentence, relayed by the medium of the sentence before where the text runs on."""
    for claim in claims:
        if thread.relay is not None and not claim.via and _runs_on(claim, thread, scene):
            yield replace(claim, via=(thread.relay,))
        else:
            yield claim


def _runs_on(claim: ClaimMention, thread: Thread, scene: Scene) -> bool:
    """Whether a claim goes on with the report of the sentence before it; over paragraphs, only by who speaks."""
    speaker = claim.speaker
    if speaker is None or speaker.how == "medium" or _relays_itself(speaker, thread):
        return False
    if claim.polarity is Polarity.DENIES and "also" not in claim.passage.exact.casefold().split()[:3]:
        return False  # "He also denied …" goes on, "He denied …" may be elsewhere
    if speaker.how == "pronoun":
        return speaker.evidence.exact.casefold() in PERSONAL and not _is_new_person(claim, scene)
    first, named = speaker.evidence.exact.split()[0].casefold(), speaker.evidence.exact.split()[-1]
    if speaker.how == "group":
        return named in thread.speakers and first in SAME_GROUP
    if named in thread.speakers:
        return thread.relay is not None and named not in thread.relay.evidence.exact
    if thread.before is None:
        return False
    if thread.paragraph != scene.paragraph.start:
        told = speaker.how == "name" and thread.told and named in thread.before.exact
        return told and scene.paragraph.start <= claim.passage.start < scene.paragraph.start + 2
    opening = claim.passage.exact.split()[:8]
    return named in thread.before.exact or any(w.strip(",").casefold() in GOING_ON for w in opening)


def _relays_itself(speaker: Pointer, thread: Thread) -> bool:
    """Whether the one who relayed goes on in his own name: ``according to counsel Jon Lind. Lind said``."""
    relay = thread.relay.evidence.exact.split()[-1] if thread.relay is not None else ""
    return speaker.how == "name" and speaker.evidence.exact.split()[-1] == relay


def _is_new_person(claim: ClaimMention, scene: Scene) -> bool:
    """``Later Brandt was asked about it, and he replied``: somebody else's turn, heard elsewhere."""
    place = claim.speaker.evidence.start if claim.speaker is not None else 0
    sentence = next((s for s in scene.doc.sents if scene.paragraph.start + s.end_char > place), None)
    before = [t for t in sentence or () if scene.paragraph.start + t.idx < place]
    return any(t.i in scene.people and t.dep_ in {"nsubj", "nsubjpass"} for t in before if t.i not in scene.quoted_in)


def last_words(claims: Sequence[ClaimMention]) -> tuple[str, ...]:
    """By what a later mention of the speakers of a sentence is known."""
    return tuple(c.speaker.evidence.exact.split()[-1] if c.speaker else "" for c in claims)


def last_voice(claims: Sequence[ClaimMention]) -> Pointer | None:
    """Who speaks last in a sentence that says somebody's word: to whom the next goes back without a name."""
    return next(
        (c.speaker for c in reversed(claims) if c.speaker is not None and c.rule not in {"nominal", WISH}), None
    )
