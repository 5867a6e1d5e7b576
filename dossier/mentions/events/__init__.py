"""Events: happenings that an article states with a date, or, where their sort is clear, without.

"Kim met Shoigu on Wednesday", "a tanker was seized in April", "Shoigu handed Kim a letter". One mention is one clause;
clauses on one happening are put together when all articles are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dossier.documents import Document, Paragraph, Place
from dossier.lexicon import Lexicon
from dossier.mentions.delegations.visits import place_in, places_after
from dossier.mentions.events.happenings import Happening, find_happenings
from dossier.mentions.events.takers import Stage, find_doers, find_others
from dossier.mentions.events.times import find_when
from dossier.mentions.events.words import words_of
from dossier.mentions.named import index_names
from dossier.model import (
    ClaimMention,
    EventMention,
    Evidence,
    Kind,
    PartyMention,
    PersonMention,
    Pointer,
    Reading,
    Rejected,
    WeaponMention,
)

WHERE = frozenset({"at", "in", "near", "outside"})
"""Prepositions between a happening and its place."""

GOING = frozenset({"arrival", "visit"})
"""Sorts whose object is the place."""

SPEAKING = frozenset({"accuse", "call", "defend", "expressed", "judge", "side", "thank", "urge"})
"""Rules of claims whose verb has a noun for its object and does nothing: "*defended* its decision"."""

WATERS = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]\w+")
"""What may follow the first word of a place: "Strait OF HORMUZ"."""


def find_events(
    document: Document,
    lexicon: Lexicon,
    parties: Sequence[PartyMention],
    people: Sequence[PersonMention],
    weapons: Sequence[WeaponMention],
) -> Iterator[EventMention | Rejected]:
    """Every happening of the article, in the order of the text; headings and captions are not read.

    Kept are those with a date and a party, and those of a clear sort with two parties.
    """
    stage = Stage(document, index_names(document.source, parties, people), lexicon)
    for paragraph in document.paragraphs:
        if paragraph.place is not Place.BODY:
            continue
        known: list[EventMention] = []
        for happening, reason in find_happenings(paragraph, lexicon.events, lexicon.claims.reporting):
            core = document.evidence(paragraph, happening.core)
            if reason:
                yield Rejected(Kind.EVENT, core, reason)
                continue
            mention = read_event(stage, happening, weapons)
            if mention is None or (happening.nominal and is_told(mention, known)):
                continue
            known.append(mention)
        yield from known


def without_speech(
    events: Iterable[EventMention | Rejected], claims: Sequence[ClaimMention], lexicon: Lexicon
) -> Iterator[EventMention | Rejected]:
    """``events`` without what was only said, by a verb on no list of happenings: "*expressed* concern on Thursday"."""
    cues = [claim.cue_at.span for claim in claims if claim.rule in SPEAKING]
    general = lexicon.events.general.name
    for event in events:
        if isinstance(event, EventMention) and event.sort == general and any(c.covers(event.core) for c in cues):
            yield Rejected(Kind.EVENT, event.core, "said, not done")
        else:
            yield event


def read_event(stage: Stage, happening: Happening, weapons: Sequence[WeaponMention]) -> EventMention | None:
    """The mention of one happening, or nothing where too little is said of it."""
    dates = tuple(find_when(stage.document, happening, stage.lexicon.events))
    if any(is_future(date, stage.document) for date in dates) or (happening.nominal and not resolved(dates)):
        return None
    if not dates and not happening.sort.clear:
        return None  # before its parties are looked for: nothing more could make it telling
    doers, others = tuple(find_doers(stage, happening)), tuple(find_others(stage, happening))
    placed = tuple(find_place(stage, happening))
    doers, others = apart(doers, others, stage, placed)
    document, paragraph = stage.document, happening.paragraph
    trigger = words_of(document, happening, dates)
    armed = tuple(w.evidence for w in weapons if trigger.span.covers(w.evidence) or is_subject(paragraph, w, happening))
    mention = EventMention(
        evidence=sentence(document, paragraph, happening.core),
        trigger=trigger,
        sort=happening.sort.name,
        core=document.evidence(paragraph, happening.core),
        doers=doers,
        others=others,
        things=tuple(dict.fromkeys(t.lemma_.casefold() for t in happening.objects if t.pos_ == "NOUN")),
        weapons=armed,
        dates=dates,
        place=placed,
        passive=happening.passive,
    )
    return mention if is_telling(happening, mention) else None


def apart(
    doers: tuple[Pointer, ...], others: tuple[Pointer, ...], stage: Stage, placed: Sequence[Reading]
) -> tuple[tuple[Pointer, ...], tuple[Pointer, ...]]:
    """Nobody stands on both sides, and a place that only begins with a party's name is none: "RAF Coningsby"."""
    places = {pointer.evidence for pointer in doers}
    scene = {place.evidence[0] for place in placed}
    places |= {evidence for evidence in scene if not stage.names_whole(evidence)}
    return doers, tuple(pointer for pointer in others if pointer.evidence not in places)


def resolved(dates: Sequence[Reading]) -> bool:
    """Whether a day, a month or a year is known."""
    return any(date.value for date in dates)


def is_future(date: Reading, document: Document) -> bool:
    """Whether a date lies after the article: an announced happening is none yet."""
    published = document.source.published
    return bool(date.value and published) and date.value.split("/")[0][: len(published or "")] > (published or "")


def is_telling(happening: Happening, mention: EventMention) -> bool:
    """Whether enough is said to tell this happening from another of its sort."""
    doers, others = ([p for p in side if p.how != "noun"] for side in (mention.doers, mention.others))
    parties = [*doers, *others]
    if happening.sort.mutual and len(parties) + bool(mention.place) < 2:
        return False
    if happening.nominal and not doers:
        return False
    if mention.dates:
        known = bool(parties or mention.weapons)
        return known or (not happening.nominal and happening.sort.name == "beginning")
    pair = bool(doers and others) or (happening.sort.mutual and len(parties) > 1)
    return happening.sort.clear and pair and not happening.perfect and not happening.nominal


def is_told(mention: EventMention, known: Sequence[EventMention]) -> bool:
    """Whether the words of another happening of the paragraph hold this noun: "launched an ATTACK on Tuesday"."""
    dates = {date.evidence[0] for date in mention.dates}
    return any(
        other.trigger.span.covers(mention.core) or dates & {date.evidence[0] for date in other.dates} for other in known
    )


def is_subject(paragraph: Paragraph, weapon: WeaponMention, happening: Happening) -> bool:
    """Whether a weapon is what the happening is about: "the MISSILE, which was tested in April"."""
    if happening.subject is None:
        return False
    whole = paragraph.span(paragraph.doc[happening.subject.left_edge.i : happening.subject.i + 1])
    return whole.overlaps(weapon.evidence)


def find_place(stage: Stage, happening: Happening) -> Iterator[Reading]:
    """Where it was: what "in" and "at" lead to, for a visit its object."""
    core, paragraph = happening.core, happening.paragraph
    found: list[tuple[str, Evidence]] = []
    if happening.sort.name in GOING and not happening.nominal:
        found += [p for noun in happening.objects for p in place_in(stage.document, paragraph, noun, stage.names)]
    found += places_after(stage.document, paragraph, [core, *happening.objects], WHERE, stage.names)
    text = stage.document.source.text
    for value, evidence in found[:1]:
        rest = WATERS.match(text, evidence.end) if value == evidence.exact else None
        whole = stage.document.source.evidence(evidence.start, rest.end()) if rest else evidence
        yield Reading(" ".join(whole.exact.split()) if rest else value, (whole,), "place beside it")


def sentence(document: Document, paragraph: Paragraph, token: Token) -> Evidence:
    """The sentence of a token, white space at its end left out."""
    start = paragraph.start + token.sent.start_char
    return document.source.evidence(start, start + len(token.sent.text.rstrip()))
