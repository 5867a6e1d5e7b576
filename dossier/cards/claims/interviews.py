"""Interviews: whom somebody talks to, for as long as the article goes on with that talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.cards.cast import Article, Named
from dossier.cards.speakers.scene import Speaker, Turn
from dossier.cards.wording import PLAIN
from dossier.model import PartyType, Span

TALK = re.compile(
    r"\b(?:interview(?:s|ed)?|speaking|spoke|talking|talked|conversation)\b[^.;:\"]{0,60}?\b(?:by|for|on|to|with)\s"
    r"(?:the\s)?(?:[\w'-]+\s){0,4}$"
)
"""What stands before the medium: "in an *interview with the German news agency* dpa"."""

GIVEN = re.compile(r"\b(?:during|in) (?:an?|another|his|her|the|their|this) (?:[\w'-]+ ){0,2}$")
HELD = re.compile(r" (?:\w+ )?(?:interview|podcast|programme|program)\b")
"""What stands around the medium: "was asked *in a* Talk TV *interview*"."""

REPORTED = re.compile(
    r"(?:As|It|That|This)\b(?:'s| is| was| has been)? (?:announced|carried|noted|published|reported|said|stated|told) "
    r"(?:by|in|on|to|via) (?:the )?(?:[\w'-]+ ){0,4}$"
)
"""What stands before the medium that the lead is taken from: "*This was reported by* Euractiv"."""
LEAD = 600
"""Code points before such a sentence in which the lead stands that it is about."""

ELSEWHERE = frozenset(
    {
        "briefing",
        "conference",
        "letter",
        "post",
        "posted",
        "rally",
        "readout",
        "speech",
        "statement",
        "tweet",
        "tweeted",
    }
)
"""Words of another occasion: what is said in a statement is not said in the interview before it."""


@dataclass(frozen=True, slots=True)
class Interview:
    """One talk: with whom, in which sentence, and who gives it where the sentence has a person for subject."""

    medium: Named
    sentence: Span
    giver: str | None


def find_interviews(article: Article) -> tuple[Interview, ...]:
    """The talks with media other than the article's own, in the order of the text."""
    found: list[Interview] = []
    source = article.mentions.source
    for named in article.named:
        own = any(source.is_by(name, source.publisher) for name in (named.who.name, named.at.exact))
        if named.type is not PartyType.MEDIUM or own:
            continue
        sentence = article.mentions.sentence_at(named.at.start) or named.at.span
        before = source.text[sentence.start : named.at.start].translate(PLAIN)
        if TALK.search(before) or (GIVEN.search(before) and HELD.match(source.text, named.at.end)):
            found.append(Interview(named, sentence, subject_in(sentence.start, named.at.start, article)))
        elif REPORTED.match(before):
            giver = subject_in(max(0, sentence.start - LEAD), sentence.start, article)
            found += [Interview(named, sentence, giver)] if giver is not None else []
    return tuple(found)


def subject_in(start: int, end: int, article: Article) -> str | None:
    """The first person who is a subject between two places of the article."""
    if start >= end:
        return None
    people = article.inside(article.mentions.source.evidence(start, end))
    return next((n.who.ref for n in people if n.person and n.subject), None)


def talked_to(turn: Turn, turns: Sequence[Turn], interviews: Sequence[Interview], article: Article) -> Named | None:
    """The medium of the interview in which a turn is said; ``None`` where it has a relay of its own or is elsewhere.

    ``turns`` are those before it, each with its relays.
    """
    if turn.via or turn.speaker.medium or turn.speaker.name is None:
        return None
    cue = turn.mention.cue_at.start
    here = next((i for i in interviews if i.sentence.start <= cue < i.sentence.end), None)
    if here is not None:
        return here.medium if here.giver in {None, turn.speaker.ref} and may_talk(turn.speaker) else None
    last = next((i for i in reversed(interviews) if i.sentence.end <= cue), None)
    if last is None or is_elsewhere(turn, article):
        return None
    since = [t for t in turns if t.mention.cue_at.start >= last.sentence.start]
    own = [t.mention.passage.span for t in since if is_same(t, turn)]
    others = (t.mention.passage for t in since if t.speaker.animate and not is_same(t, turn))
    if any(not any(span.overlaps(passage) for span in own) for passage in others):
        return None  # somebody else has spoken since, and not only in what this one says
    given = last.giver is not None and last.giver == turn.speaker.ref
    return last.medium if given or any(is_same(t, turn) and last.medium.at in t.via_at for t in since) else None


def is_same(turn: Turn, other: Turn) -> bool:
    """Whether two turns have one speaker: "the official" and "officials" are two."""
    return turn.speaker.key == other.speaker.key and turn.speaker.plural == other.speaker.plural


def may_talk(speaker: Speaker) -> bool:
    """Whether a person gives interviews under that name: somebody named, or an official without a name."""
    return speaker.animate or speaker.plural


def is_elsewhere(turn: Turn, article: Article) -> bool:
    """Whether a turn's sentence names another occasion."""
    source = article.mentions.source
    span = article.mentions.sentence_at(turn.mention.cue_at.start) or turn.mention.passage.span
    words = re.findall(r"[a-z]+", source.text[span.start : span.end].casefold())
    return not ELSEWHERE.isdisjoint(words)


def without_own(turns: Sequence[Turn], article: Article) -> list[Turn]:
    """The turns heard directly where the medium that they were told to is the article's own.

    Where nothing on the page says whose it is, a medium that two told it to independently is: "…, the mayor *told
    the Fjord*. … *She told the Fjord* that …".
    """
    source = article.mentions.source
    if source.publisher is not None or source.agency is not None:
        return [*turns]
    tellers: dict[str, set[str]] = {}
    for turn in turns:
        if turn.mention.cue.casefold() in TOLD and turn.via and turn.mention.via:
            tellers.setdefault(turn.via[0].key, set()).add(turn.speaker.key)
    own = {medium for medium, speakers in tellers.items() if len(speakers) > 1}
    return [replace(t, via=(), via_at=()) if t.via and t.via[0].key in own else t for t in turns]


TOLD = frozenset({"telling", "told"})
