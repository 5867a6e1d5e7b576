"""Lists that somebody puts forward, one claim for each item: ``The plan calls for: - a truce; - a withdrawal``.

A lead-in names who speaks: by a reporting verb before a colon, by a verb of putting forward with a noun such as
*conditions*, or by such a noun with its owner. Its items follow as paragraphs with a mark or a number, behind the colon
of the same sentence, or as sentences that count: "First, … Second, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.mentions.claims.cues import match_cue, why_not
from dossier.mentions.claims.edges import trim
from dossier.mentions.claims.frames import Content, Voice
from dossier.mentions.claims.nominals import owner
from dossier.mentions.claims.passages import mode_of
from dossier.mentions.claims.pieces import LEAST_WORDS, split_clauses
from dossier.mentions.claims.runs import Found
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS, has_finite, top_of
from dossier.mentions.claims.voices import can_speak, find_voice
from dossier.model import ClaimMention, Pointer, Polarity

MARK = re.compile(r"\s*(?:[•●▪■◆○*‣·–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
"""What stands before an item that is a paragraph of its own."""
NUMBER = re.compile(r"\s*\(?\w")
"""A mark that counts: without a colon before the items a dash may open speech, and a dot be an ornament."""
ORDINALS = frozenset(
    {"first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth", "fifthly"}
    | {"finally", "last", "lastly"}
)
"""With a comma behind them, words that count the items of a list."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The words that announce a list, and whose list it is."""

    cue: Run
    speaker: Pointer
    scene: Scene
    colon: bool
    """Whether its paragraph ends in a colon."""
    counted: bool = False
    """Whether a noun says that points follow: ``three conditions``. Else only marks and numbers show the items."""

    def claim(self, run: Run, scene: Scene, rule: str) -> ClaimMention:
        """What tokens ``run`` of ``scene``, which may be a later paragraph, say as the word of whose list it is."""
        said = scene.evidence(run)
        return ClaimMention(
            passage=said,
            proposition=said,
            speaker=self.speaker,
            cue=self.scene.doc[self.cue.start : self.cue.end].text,
            cue_at=self.scene.evidence(self.cue),
            polarity=Polarity.ASSERTS,
            mode=mode_of(run, scene),
            rule=rule,
        )


def with_lists(paragraphs: Sequence[Found]) -> list[Found]:
    """The paragraphs, each with the claims of the items that stand in it."""
    told: list[Found] = []
    lead = last = None
    for found in paragraphs:
        mark = MARK.match(found.scene.doc.text)
        if mark is None:
            lead = lead_in(found.scene, last)
            last = lead or last
            items = inside(found.scene)
        else:
            items = following(lead, found.scene, mark)
        more = [claim for run, whose in items if (claim := claim_of_item(run, whose, found)) is not None]
        if more and lead is not None and told and told[-1].scene is lead.scene:
            told[-1] = without_stub(told[-1], lead)
        told.append(replace(found, claims=(*found.claims, *more)) if more else found)
    return told


def following(lead: LeadIn | None, scene: Scene, mark: re.Match[str]) -> Iterator[tuple[Run, LeadIn]]:
    """What a paragraph with a mark lists, if a list was announced."""
    if lead is not None and (lead.colon or NUMBER.match(mark.group())):
        yield from ((run, lead) for run in item_of(scene, mark.end()))


def without_stub(found: Found, lead: LeadIn) -> Found:
    """A lead-in without what its own cue was thought to tell: ``said *it had*: - retaken the town``."""
    cue = lead.scene.evidence(lead.cue)
    return replace(found, claims=tuple(claim for claim in found.claims if claim.cue_at != cue))


def lead_in(scene: Scene, before: LeadIn | None) -> LeadIn | None:
    """What a paragraph announces: ``The ministry said it would:``; ``before`` is the list told of last."""
    sentences = [Run(s.start, s.end) for s in scene.doc.sents]
    colon = bool(sentences) and ends_in_colon(sentences[-1], scene)
    bare = bare_lead(sentences[-1], scene, before) if colon else None
    named = (named_list(sentence, scene, before) for sentence in reversed(sentences))
    lead = bare or next(filter(None, named), None)
    return replace(lead, colon=colon) if lead is not None else None


def named_list(sentence: Run, scene: Scene, before: LeadIn | None = None) -> LeadIn | None:
    """``Caracas set three conditions``, ``Tehran's demands``: a noun for points, with who puts them forward."""
    listing = scene.words.listing
    for noun in scene.doc[sentence.start : sentence.end]:
        lemma = noun.lemma_.casefold()
        if lemma not in listing.nouns | listing.texts or noun.i in scene.quoted_in:
            continue
        verb = forward(noun, scene)
        cue = verb or noun
        speaker = speaker_of(noun, verb, scene)
        if speaker is None and before is not None and (verb is None or noun.dep_ in SUBJECTS):
            speaker = before.speaker  # "The plan has ten points:", told of before
        if speaker is not None and (verb is None or why_not(verb) is None):
            return LeadIn(Run(cue.i, cue.i + 1), speaker, scene, colon=False, counted=lemma in listing.nouns)
    return None


def forward(noun: Token, scene: Scene) -> Token | None:
    """The verb by which a list is put forward: ``set`` three conditions, ``consists`` of ten points."""
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    listed = governor.pos_ == "VERB" and governor.lemma_.casefold() in scene.words.listing.verbs
    return governor if listed and noun.dep_ in {"dobj", "pobj", *SUBJECTS} else None


def speaker_of(noun: Token, verb: Token | None, scene: Scene) -> Pointer | None:
    """Who puts a list forward: the verb's subject, or whose the noun is."""
    subject = find_voice(verb, scene) if verb is not None else None
    voice = speaking(subject, scene) or speaking(owner(noun, scene), scene)
    return voice.pointer if voice is not None else None


def speaking(voice: Voice | None, scene: Scene) -> Voice | None:
    """Who can speak, or whose the text is that stands there: ``the African Union's plan``."""
    if voice is not None and is_text(voice.head, scene):
        voice = owner(scene.doc[voice.head], scene)
    speaks = voice is not None and not is_text(voice.head, scene) and can_speak(voice, scene)
    return voice if speaks else None


def is_text(head: int, scene: Scene) -> bool:
    """Whether a noun is a text and no speaker: the list is of whoever the text is of."""
    lemma, words = scene.doc[head].lemma_.casefold(), scene.words
    return lemma in words.listing.texts | words.listing.nouns or lemma in words.speakers.documents


def bare_lead(sentence: Run, scene: Scene, before: LeadIn | None) -> LeadIn | None:
    """``The plan calls for:``, the last reporting verb before a colon at the end of a paragraph."""
    for verb in reversed(scene.doc[sentence.start : sentence.end]):
        cue = match_cue(verb, scene)
        if cue is None or why_not(verb) is not None or verb.i in scene.quoted_in or cue.entry.denies:
            continue
        subject = find_voice(verb, scene)
        voice = speaking(subject, scene)
        if voice is not None:
            return LeadIn(cue.run, voice.pointer, scene, colon=True)
        if before is not None and subject is not None and is_text(subject.head, scene):
            return LeadIn(cue.run, before.speaker, scene, colon=True)
    return None


def ends_in_colon(sentence: Run, scene: Scene) -> bool:
    """Whether nothing but space follows a colon."""
    words = [t for t in scene.doc[sentence.start : sentence.end] if not t.is_space]
    return bool(words) and words[-1].text == ":"


def item_of(scene: Scene, start: int) -> Iterator[Run]:
    """The sentences of a paragraph that is an item, from the character behind its mark; a bare heading left out."""
    doc = scene.doc
    first = next((t.i for t in doc if t.idx >= start), len(doc))
    sentences = [Run(max(s.start, first), s.end) for s in doc.sents if s.end > first]
    for run in sentences:
        if len(sentences) == 1 or has_finite(doc, run):
            yield from clauses(run, scene)


def inside(scene: Scene) -> Iterator[tuple[Run, LeadIn]]:
    """Items of the lead-in's own paragraph: behind its colon, or in the sentences that count after it."""
    lead: LeadIn | None = None
    for sentence in (Run(s.start, s.end) for s in scene.doc.sents):
        words = [t.lower_ for t in scene.doc[sentence.start : min(sentence.start + 2, sentence.end)]]
        if lead is not None and words[0] in ORDINALS and words[1:] == [","]:
            yield from ((piece, lead) for piece in clauses(Run(sentence.start + 2, sentence.end), scene))
            continue
        lead = named_list(sentence, scene)
        lead = lead if lead is not None and lead.counted else None
        if lead is not None:
            yield from ((piece, lead) for piece in behind_colon(sentence, lead))


def behind_colon(sentence: Run, lead: LeadIn) -> Iterator[Run]:
    """``Caracas set two conditions: P, and Q``: the clauses behind the colon."""
    doc = lead.scene.doc
    after = doc[lead.cue.end : sentence.end]
    colon = next((t.i for t in after if t.text == ":" and t.i not in lead.scene.quoted_in), sentence.end)
    if has_finite(doc, Run(colon + 1, sentence.end)):
        yield from clauses(Run(colon + 1, sentence.end), lead.scene)


def clauses(run: Run, scene: Scene) -> Iterator[Run]:
    """A stretch cut at semicolons and where a coordinated clause has a subject of its own."""
    doc, start = scene.doc, run.start
    cuts = [t.i for t in doc[run.start : run.end] if t.text == ";" and t.i not in scene.quoted_in]
    for end in (*cuts, run.end):
        piece = trim(Run(start, end), scene)
        start = end + 1
        if sum(t.is_alpha for t in doc[piece.start : piece.end]) >= LEAST_WORDS:
            content = Content(piece, top_of(doc, piece), "listed")
            yield from (trim(part.run, scene) for part in split_clauses(content, scene))


def claim_of_item(run: Run, lead: LeadIn, found: Found) -> ClaimMention | None:
    """The claim of one item, unless a claim of the paragraph's own cues takes it in."""
    scene = found.scene
    item = scene.evidence(run) if len(run) else None
    if item is None or any(item.span.overlaps(claim.proposition) for claim in found.claims):
        return None
    return lead.claim(run, scene, "listed")
