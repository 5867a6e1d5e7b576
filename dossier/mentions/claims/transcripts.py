"""Speeches, statements and posts printed whole, in which no verb says again who speaks.

``The full text of the speech is provided below:``, and on to the end: every statement behind such a line is a claim of
the one whose text it is. So is every statement of a post that its author's name and handle close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.mentions.claims.edges import trim
from dossier.mentions.claims.passages import mode_of
from dossier.mentions.claims.pieces import is_question, is_statement, statements
from dossier.mentions.claims.runs import Found
from dossier.mentions.claims.scene import Run, Scene
from dossier.model import ClaimMention, PersonMention, Pointer, Polarity

SIGNED = re.compile(r"\s(?:—|–|--?) (?=[^()—–]{3,60}? \((@\w{2,30})\))[^()—–]+\(@\w+\)[\w ,]{,20}\W*$")
"""How a page prints whose post a paragraph is: ``… — Ana Cruz (@anacruz) May 9, 2018``."""
FIRST_PERSON = frozenset({"i", "my", "our", "us", "we"})
OPENING = 2
"""Paragraphs at whose start the line may stand without saying that the text follows."""
SOON = 8
"""Paragraphs in which the speaker must say *I* or *we*."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A text that an article prints whole: whose it is, and the word that says so."""

    place: int
    """The place of the line among the paragraphs."""
    cue: Token
    speaker: PersonMention


def with_transcripts(paragraphs: Sequence[Found]) -> list[Found]:
    """The paragraphs, each that belongs to a text printed whole with that text's statements."""
    printed = next(_printed(paragraphs), None)
    if printed is None:
        return list(paragraphs)
    told = list(paragraphs[: printed.place + 1])
    scene = paragraphs[printed.place].scene
    for at, found in enumerate(paragraphs[printed.place + 1 :], printed.place + 1):
        if any(_is_of(claim, printed) for claim in found.claims):
            return [*told, *paragraphs[at:]]  # the article speaks of the speaker again
        own = tuple(claim for claim in found.claims if claim.speaker is not None and claim.speaker.how == "name")
        said = [claim for run in _statements(found.scene) for claim in _claims(run, found.scene, own, printed, scene)]
        told.append(replace(found, claims=(*own, *said)))
    return told


def with_posts(paragraphs: Sequence[Found]) -> list[Found]:
    """The paragraphs, each that is a signed post with its statements as its author's."""
    return [_as_post(found) for found in paragraphs]


def _as_post(found: Found) -> Found:
    scene = found.scene
    signed = SIGNED.search(scene.doc.text)
    if signed is None:
        return found
    handle = scene.doc.char_span(*signed.span(1), alignment_mode="expand")
    authors = [person for i, person in scene.people.items() if scene.doc[i].idx >= signed.start()]
    if handle is None or not authors:
        return found
    end = next(t.i for t in scene.doc if t.idx >= signed.start() and not t.is_space)
    post = Printed(0, handle.root, authors[0])
    own = tuple(c for c in found.claims if c.speaker is not None and c.speaker.how == "name")
    own = tuple(c for c in own if c.speaker is not None and c.speaker.evidence != authors[0].evidence)
    runs = (trim(Run(run.start, min(run.end, end)), scene) for run in _statements(scene) if run.start < end)
    said = [claim for run in runs if run for claim in _claims(run, scene, own, post, scene)]
    return replace(found, claims=(*own, *said))


def _printed(paragraphs: Sequence[Found]) -> Iterator[Printed]:
    for at, found in enumerate(paragraphs):
        cue = next((noun for noun in found.scene.doc if _is_announced(noun, at, found.scene)), None)
        speaker = _speaker(paragraphs[: at + 1], cue) if cue is not None else None
        behind = (t.lower_ for f in paragraphs[at + 1 : at + 1 + SOON] for t in f.scene.doc)
        if cue is not None and speaker is not None and not FIRST_PERSON.isdisjoint(behind):
            yield Printed(at, cue, speaker)


def _is_announced(noun: Token, at: int, scene: Scene) -> bool:
    """``the full text of the *speech* is provided below:``, ``Full transcript of Duarte's *remarks*``."""
    if noun.lemma_.casefold() not in scene.words.texts.speeches or noun.i in scene.quoted_in:
        return False
    before, texts = scene.doc[noun.sent.start : noun.i], scene.words.texts
    text = next((t for t in before if t.lemma_.casefold() in texts.printed), None)
    if text is None or text.i + 1 >= noun.i or scene.doc[text.i + 1].lower_ != "of":
        return False
    whole = text.lemma_.casefold() == "transcript" or any(t.lower_ in texts.whole for t in before)
    words = [t for t in noun.sent if not t.is_space]
    announced = words[-1].text == ":" or any(t.lemma_.casefold() in texts.following for t in words)
    return whole and (announced or (at < OPENING and text.i <= OPENING))


def _speaker(paragraphs: Sequence[Found], cue: Token | None) -> PersonMention | None:
    """Who is named in the line before its noun, else last in the paragraph before it."""
    here = paragraphs[-1].scene.people
    named = [here[i] for i in sorted(here) if cue is not None and i < cue.i]
    before = paragraphs[-2].scene.people if len(paragraphs) > 1 else {}
    named = named or [before[i] for i in sorted(before)]
    return named[-1] if named else None


def _is_of(claim: ClaimMention, printed: Printed) -> bool:
    """Whether the article reports the speaker in its own words again."""
    last = printed.speaker.name.split()[-1]
    speaker = claim.speaker
    return speaker is not None and speaker.how == "name" and speaker.evidence.exact.split()[-1] == last


def _statements(scene: Scene) -> Iterator[Run]:
    for sentence in scene.doc.sents:
        for piece in statements(Run(sentence.start, sentence.end), scene):
            if is_statement(piece, scene) and not is_question(piece, scene):
                yield trim(piece, scene)


def _claims(
    run: Run, scene: Scene, own: Sequence[ClaimMention], printed: Printed, lead: Scene
) -> Iterator[ClaimMention]:
    """The claim of one statement, unless somebody else's is told in it."""
    said = scene.evidence(run)
    if any(said.span.overlaps(claim.proposition) for claim in own):
        return
    yield ClaimMention(
        passage=said,
        proposition=said,
        speaker=Pointer(printed.speaker.evidence, "name"),
        cue=printed.cue.text,
        cue_at=lead.evidence(Run(printed.cue.i, printed.cue.i + 1)),
        polarity=Polarity.ASSERTS,
        mode=mode_of(run, scene),
        rule="transcript",
    )
