"""Bodies and media that grammar forms: "Russia's defence ministry", "the Israeli military", "Iran's state media".

A noun from the lists takes the party beside it as its owner: before it ("Russian", "Russia's", "the country's"), or
after it ("of Ukraine", "in Kyiv"). A bare noun is the body of that kind that the article named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.documents import Paragraph
from dossier.lexicon import Lexicon
from dossier.lexicon.parties import Hit
from dossier.model import PartyType, Span

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:'(?!s\b)[^\W_]+)?")
"""A word as the kinds are written: "state-run" is one, "president's" is "president" and an "s"."""

BETWEEN = re.compile(
    r"(?:'s?)? (?:(?:ruling|federal|national|central|own|top|elite|main|supreme|interim) )?", re.IGNORECASE
)
"""What may stand between an owner and its body's noun: "Russia's own defence ministry"."""

AFTER = re.compile(r" (?:of|for) (?:the )?")
"""What joins a body's noun to an owner after it: "the Ministry of Defence of Ukraine"."""

OWNED = re.compile(r" of (?:the )?")
"""The same for one that is no name: "the army of Chad"."""

PLACED = re.compile(r" in (?:the )?")
"""What joins a medium to where it sits: "state media in Pyongyang"; an embassy in Baghdad is not Iraq's."""

HOME = re.compile(r"(?:^|[\s\"(])[Tt]he (?:\w+ )?$")
"""What stands before a body that is named without its owner: "the defence ministry"."""

MOST = frozenset({"JJS", "RBS"})
"""Tags of superlatives, which tell what a body is like and not which is meant: "the *strongest* army in the world"."""

ITS = re.compile(r"\b(?:its|the (?:country|nation|kingdom|republic)'s|the ruling) $", re.IGNORECASE)
"""An owner that was named before: "the country's defence ministry", "the ruling Communist Party"."""

LONGEST = 6
"""Words in the longest kind: "general staff of the armed forces"."""

PEOPLE_FIRST = frozenset({"army", "military", "navy", "air force", "police", "parliament", "cabinet", "marines"})
"""Nouns that are adjectives as well: a mention only where no other noun than a person's title follows."""


OBSERVING = frozenset(
    f"{noun}{number}"
    for noun in ("academic", "analyst", "blogger", "columnist", "commentator", "correspondent", "expert", "historian")
    for number in ("", "s")
)
"""Who looks at an army and is no part of it: "a Ukrainian *military expert*"."""

REACH = 400
"""Characters on either side of a noun within which its owner is sought: about two sentences."""

UNOWNED = frozenset({"Ministry"})
"""Kinds that only point back at one named in full: "the ministry"."""


Body = tuple[str, PartyType, str, str | None]
"""Name, type, how it is named, and whose it is."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party found at a place in the source, before it becomes a mention."""

    span: Span
    name: str
    type: PartyType
    how: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """A body's or a medium's noun in a paragraph: ``text[start:end]``."""

    start: int
    end: int
    form: str
    """Lower-case, in British spelling."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The party that a noun belongs to, and how far the words reach that say so."""

    start: int
    end: int
    name: str
    pointed: bool = False
    """Whether it is only pointed at: "the country's", "its". What it forms is then no name."""


def find_bodies(
    paragraph: Paragraph, hits: Sequence[Hit], lexicon: Lexicon, named: Sequence[Named], home: str | None = None
) -> Iterator[Named]:
    """Bodies formed in ``paragraph``; ``named`` is what the article named before, for "the ministry" and "its army".

    ``home`` is the state that a domestic text means by "the foreign ministry" before it has named another's.
    """
    text = paragraph.text
    seen = list(named)
    starts = [hit.start for hit in hits]
    everything = hits
    for noun in nouns(text, lexicon):
        first, last = bisect_left(starts, noun.start - REACH), bisect_left(starts, noun.end + REACH)
        hits = everything[first:last]
        if is_adjective(paragraph, noun, lexicon) or is_covered(noun, hits) or is_praise(paragraph, noun):
            continue
        owner = owner_beside(text, noun, hits, lexicon) or owner_before(paragraph, noun, hits, named)
        formed = noun.form in lexicon.parties.kinds
        if owner is None and formed and (state := state_beside(paragraph, noun, hits)) is not None:
            owner = Owner(noun.start, noun.end, state)
        body = form_body(noun, owner, lexicon) if owner else bare_body(text, noun, seen, lexicon, home)
        if body is None:
            continue
        start, end = (min(owner.start, noun.start), max(owner.end, noun.end)) if owner else (noun.start, noun.end)
        how = "description" if owner and owner.pointed else body[2]
        item = Named(Span(paragraph.start + start, paragraph.start + end), body[0], body[1], how, body[3])
        seen.append(item)
        yield item


def nouns(text: str, lexicon: Lexicon) -> Iterator[Noun]:
    """Nouns of the lists in ``text``, the longest at each place."""
    words = list(WORD.finditer(text))
    plain = [lexicon.spelling.canonical(word.group()).casefold() for word in words]
    steered, forms = lexicon.parties.media.steered, lexicon.parties.media.forms
    at = 0
    while at < len(words):
        longest = min(LONGEST, len(words) - at) if plain[at] in lexicon.parties.openers else 0
        for size in range(longest, 0, -1):
            form = " ".join(plain[at : at + size])
            if text.count(" ", words[at].start(), words[at + size - 1].end()) != form.count(" "):
                continue
            head = form.partition(" ")
            medium = form in forms or (head[0] in steered and head[2] in forms)
            if form in lexicon.parties.kinds or medium:
                yield Noun(words[at].start(), words[at + size - 1].end(), form)
                at += size - 1
                break
        at += 1


def is_adjective(paragraph: Paragraph, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the noun only qualifies another: "a military delegation", "an army base"; not "an army spokesman"."""
    if noun.form not in PEOPLE_FIRST and noun.form not in lexicon.parties.media.forms:
        return False
    tokens = paragraph.doc.char_span(noun.start, noun.end, alignment_mode="expand")
    if tokens is None or tokens.end >= len(paragraph.doc):
        return False
    last, follower = tokens[-1], paragraph.doc[tokens.end]
    if follower.text == "-":
        return True
    qualifies = last.dep_ in {"amod", "compound", "nmod"} and last.head.i > last.i and last.head.pos_ != "PROPN"
    return qualifies and (last.head.lower_ in OBSERVING or not is_person_noun(last.head.lower_, lexicon))


def is_praise(paragraph: Paragraph, noun: Noun) -> bool:
    """Whether the noun only tells what something is like: "became *the largest army* of the region"."""
    tokens = paragraph.doc.char_span(noun.start, noun.end, alignment_mode="expand")
    return tokens is not None and any(
        token.tag_ in MOST for token in paragraph.doc[max(0, tokens.start - 2) : tokens.start]
    )


def is_covered(noun: Noun, hits: Sequence[Hit]) -> bool:
    """Whether the noun is only a part of a listed name: "Communist Party" in "Chinese Communist Party"."""
    return any(h.start <= noun.start and noun.end <= h.end and h.end - h.start > noun.end - noun.start for h in hits)


def is_person_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` is what a person is: ``spokesman``, ``chiefs``."""
    plain = lexicon.spelling.canonical(word)
    return plain in lexicon.people.heads or plain.removesuffix("s") in lexicon.people.heads


def owner_beside(text: str, noun: Noun, hits: Sequence[Hit], lexicon: Lexicon) -> Owner | None:
    """The party right before or right after the noun: "Russia's", "of Ukraine"."""
    for hit in hits:
        if hit.end <= noun.start and BETWEEN.fullmatch(text, hit.end, noun.start):
            return Owner(hit.start, hit.end, hit.party.name)
    medium = noun.form not in lexicon.parties.kinds
    named = text[noun.start].isupper()  # "Ministry for Scotland", against "calls from the government for Oslo to act"
    joint = (AFTER if named else OWNED).match(text, noun.end) or (PLACED.match(text, noun.end) if medium else None)
    if joint is not None:
        for hit in hits:
            if hit.start == joint.end() and hit.how != "demonym" and hit.party.type is PartyType.STATE:
                return Owner(noun.start, hit.end, hit.party.name)
    return None


def owner_before(paragraph: Paragraph, noun: Noun, hits: Sequence[Hit], named: Sequence[Named]) -> Owner | None:
    """For "the country's" and "its": the state named last, in this paragraph or before it."""
    its = ITS.search(paragraph.text, max(0, noun.start - 30), noun.start)
    if its is None:
        return None
    here = [hit.party.name for hit in hits if hit.party.type is PartyType.STATE and hit.end <= noun.start]
    earlier = next((item.name for item in reversed(named) if item.type is PartyType.STATE), None)
    state = here[-1] if here else earlier
    return Owner(its.start(), noun.end, state, pointed=True) if state else None


def state_beside(paragraph: Paragraph, noun: Noun, hits: Sequence[Hit]) -> str | None:
    """The only state of the sentence before a body that stands as a title: "an Omani team led by Foreign Ministry"."""
    text, tokens = paragraph.text, paragraph.doc.char_span(noun.start, noun.end, alignment_mode="expand")
    if tokens is None or not text[noun.start].isupper() or HOME.search(text, max(0, noun.start - 40), noun.start):
        return None
    start = tokens.sent.start_char
    states = {h.party.name for h in hits if start <= h.start < noun.start and h.party.type is PartyType.STATE}
    return next(iter(states)) if len(states) == 1 else None


def form_body(noun: Noun, owner: Owner, lexicon: Lexicon) -> Body | None:
    """Name, type, how and owner of the body that ``noun`` forms with ``owner``; a government is the state itself."""
    parties = lexicon.parties
    party = parties.by_name(owner.name)
    if party is None or party.type in {PartyType.MEDIUM, PartyType.COMPANY}:
        return None
    kind = parties.kinds.get(noun.form)
    if kind is None:
        return unnamed_medium(noun, owner.name, lexicon)
    if kind.name in UNOWNED:
        return None
    if kind.type is PartyType.STATE:
        return (party.name, party.type, "description", party.of)
    listed = parties.lookup(f"{party.adjective} {kind.name}")
    if listed is not None:
        return (listed[0].name, listed[0].type, "name", listed[0].of)
    return (f"{party.adjective} {kind.name}", kind.type, "name", party.name)


def unnamed_medium(noun: Noun, state: str, lexicon: Lexicon) -> Body | None:
    """The one agency that "Iran's state news agency" can mean, else "Iranian state media" under that name."""
    media, parties = lexicon.parties.media, lexicon.parties
    steered, _, rest = noun.form.partition(" ")
    form = media.forms[noun.form] if noun.form in media.forms else media.forms[rest]
    party = parties.by_name(state)
    only = parties.media_of(state, form) if form == "agency" else ()
    if len(only) == 1:
        return (only[0].name, PartyType.MEDIUM, "description", only[0].of)
    if party is None or steered not in media.steered:
        return None
    what = "state media" if form == "any" else f"state {rest}"
    return (f"{party.adjective} {what}", PartyType.MEDIUM, "description", party.name)


def bare_body(text: str, noun: Noun, seen: Sequence[Named], lexicon: Lexicon, home: str | None) -> Body | None:
    """A body without an owner beside it: the one of its kind that the article named last, else the home state's."""
    kind = lexicon.parties.kinds.get(noun.form)
    capital = text[noun.start].isupper()
    if capital and lexicon.parties.lookup(text[noun.start : noun.end]):
        return None
    if (
        kind is None
        or kind.type is PartyType.STATE
        or not (capital or HOME.search(text, max(0, noun.start - 40), noun.start))
    ):
        return None
    for item in reversed(seen):
        if item.type is kind.type and item.name.endswith(f" {kind.name}"):
            return (item.name, item.type, "description", item.of)
    if home is not None and kind.type is PartyType.BODY and kind.name not in UNOWNED:
        body = form_body(noun, Owner(noun.start, noun.end, home), lexicon)
        return None if body is None else (body[0], body[1], "description", body[3])
    if capital and " " in noun.form:
        return (kind.name, kind.type, "name", None)
    return None
