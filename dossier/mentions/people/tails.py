"""What follows the head of a title: "of the Presidium of the Workers' Party of Korea", "for the company"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.lexicon import Lexicon
from dossier.mentions.people.pieces import ARTICLES, Piece, is_owner, plain_words, printed, segments
from dossier.model import PartyMention, PartyType

LEARNED = frozenset({"academic", "analyst", "expert", "fellow", "historian", "lecturer", "professor", "scholar"})
"""Heads whose "of" leads to a field of study: "professor of *Korean studies*"."""

Part = tuple[Piece, list[Piece]]
"""A preposition and what it governs."""

MISSIONS = frozenset(
    {
        "ambassador",
        "ambassador-at-large",
        "consul",
        "coordinator",
        "diplomat",
        "emissary",
        "envoy",
        "mediator",
        "rapporteur",
        "representative",
    }
)
"""Heads that stay their sender's whatever they are sent to: "the EU's representative *for the South Caucasus*"."""

NOBLE = frozenset({"baron", "baroness", "count", "countess", "duchess", "duke", "earl", "prince", "princess"})
"""Heads whose town is the town: the "Duchess of *Edinburgh*" has no office of Scotland's."""

UNITS = frozenset({"branch", "delegation", "forces", "team", "troops", "unit", "wing"})
"""What somebody heads that is no organisation: "the commander of the UN *troops*"."""

FIRMS = frozenset(
    {"agency", "charity", "company", "contractor", "firm", "foundation", "group", "manufacturer", "think-tank"}
)
"""What stands between a land and a body's name: "a manager of the Iranian *firm* Sahara Parvaz"."""

PARTISANS = frozenset({"democrat", "republican"})
"""Who sits on a committee, and not who deals with something: "the top Republican *on the Senate Energy Committee*"."""

THIS = frozenset({"that", "this"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read behind a head."""

    words: str = ""
    """Words that belong to the title: `` of the presidium``."""
    body: str | None = None
    past: int = 0
    """The token after its last, 0 where nothing follows."""
    pointed: str = ""
    """The noun by which a body is only pointed at: ``company`` in "for the company"."""


def read_tail(pieces: Sequence[Piece], head: str, lexicon: Lexicon, owner: str | None = None) -> Tail:
    """What follows ``head`` over prepositions: words that belong to the title, the body, and where it ends.

    ``owner`` is the party before the head, which sends the holder to the one behind "to" or "at".
    """
    kept: list[str] = []
    proper: list[Piece] = []
    past, pointed = 0, ""
    sent = head in lexicon.people.sent
    parts = list(segments(pieces))
    for number, (joint, segment) in enumerate(parts):
        past = (segment or [joint])[-1].past
        department = joint.plain == "in" and any(p.party is not None and not is_state(p) for p in segment)
        placed = joint.plain == "in" and (kept or owner is not None)  # "the UN's top official *in Chad*"
        seated = joint.plain == "on" and head in PARTISANS
        if (joint.plain == "on" and not seated) or ((placed or (joint.plain == "with" and kept)) and not department):
            continue
        if head in MISSIONS and owner is not None and joint.plain in {"at", "for", "to"}:
            purpose, past = read_purpose(parts[number:], past, lexicon)
            kept.append(purpose or f" {joint.plain} {in_title(segment)}")
            continue
        if is_field(segment, head):
            kept.append(f" {joint.plain} {plain_words(segment)}")
            continue
        if proper and goes_on(segment):
            proper += segment
            continue
        owned = read_owned((joint, segment), parts[number + 1 :], head, lexicon)
        if owned is not None:
            return replace(owned, words="".join(kept) + owned.words)
        rest = [p for p in segment if p.plain not in ARTICLES]
        if is_body(rest, lexicon) and len(rest) > 1 and not kept and heads_it(joint, head):
            return Tail("", as_printed(segment), past)
        pointed = pointed or points_at(joint, rest, lexicon)
        region = sent and joint.plain == "for"
        proper += rest if may_name(joint, rest, head, lexicon) and not region else []
        article = "the " if segment and segment[0].plain == "the" else ""
        words = f" {joint.plain} {article}{as_written(rest, lexicon) if region else plain_words(rest)}" if rest else ""
        kept.append(words if (joint.plain in {"of", "to"} or (sent and joint.plain != "in")) and not pointed else "")
    if any(p.text[0].isupper() for p in proper):
        served = "".join(words for words in kept if words.startswith(" to ") and head in lexicon.people.personal)
        return Tail(served, printed(proper, pieces), past)
    return Tail("".join(kept), None, past, pointed)


def may_name(joint: Piece, rest: Sequence[Piece], head: str, lexicon: Lexicon) -> bool:
    """Whether a segment without a party may name a body that no list has; a field or a task names none.

    A spokesman has no field: "spokesperson for the *Southern Defence Forces*".
    """
    field = all(p.plain in lexicon.people.title_words | {"and"} for p in rest)
    field = field and not (head.startswith("spokes") and len(rest) > 1 and all(p.text[0].isupper() for p in rest))
    task = joint.plain == "for" and not any(p.text[0].isupper() for p in rest)
    return joint.plain in {"of", "at", "for"} and not field and not task


def goes_on(segment: Sequence[Piece]) -> bool:
    """Whether a body's name goes on over a nationality: "the University of *North Korean Studies*"."""
    party = segment[0].party if segment else None
    return party is not None and party.how == "demonym" and len(segment) > 1 and segment[-1].text[0].isupper()


def heads_it(joint: Piece, head: str) -> bool:
    """Whether a preposition leads to what somebody heads or speaks for, and not to what he deals with."""
    return joint.plain == "of" or (joint.plain == "for" and head.startswith("spokes"))


def is_body(rest: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether small words end in the noun of a body: "the Hamas *political bureau*", "the UN *troops*"."""
    noun = rest[-1] if rest and all(p.text[0].islower() for p in rest) else None
    if noun is None:
        return False
    return noun.plain in UNITS or noun.text.capitalize() in lexicon.parties.nouns


def owns(segment: Sequence[Piece]) -> bool:
    """Whether a party stands in the possessive: "the State Duma's committee"."""
    return any(p.party is not None and p.possessive for p in segment)


def in_title(segment: Sequence[Piece]) -> str:
    """Where somebody is sent to, as part of the title, without an article: "to the *UN*"."""
    return " ".join(p.party.evidence.exact if p.party else p.text for p in segment if p.plain not in ARTICLES)


def read_owned(part: Part, after: Sequence[Part], head: str, lexicon: Lexicon) -> Tail | None:
    """The segment that names a party: its words and whose they are; what an envoy is sent for may stand ``after``."""
    joint, segment = part
    at = next((i for i in range(len(segment) - 1, -1, -1) if segment[i].party is not None), None)
    party = segment[at].party if at is not None else None
    if at is None or party is None:
        return None
    rest = [p for p in segment[at + 1 :] if p.plain not in ARTICLES]
    if is_cut_off(segment[at], rest, lexicon):
        segment, rest, after = segment[: at + 1], [], []
    past, sent = segment[-1].past, head in lexicon.people.sent
    goes = (sent or head in MISSIONS) and joint.plain == "of"
    purpose, end = read_purpose(after, past, lexicon) if goes else ("", past)
    if is_whole_name(segment, rest, head, lexicon):
        last = (after[-1][1] or [after[-1][0]])[-1].past if after and not purpose else end
        return Tail(purpose, as_printed(segment), last)
    if len(rest) > 1 and rest[0].plain in FIRMS and all(p.text[0].isupper() for p in rest[1:]):
        return Tail("", " ".join(p.text for p in rest[1:]), past)
    whole = is_body(rest, lexicon) and (len(rest) > 1 or not owns(segment))
    if whole and (heads_it(joint, head) or joint.plain == "at"):
        return Tail("", as_printed(segment), past)
    if head == "head" and joint.plain == "of" and party.evidence.exact.casefold().endswith(" government"):
        return Tail(" of government", party.name, past)
    field = field_before(segment[:at], lexicon) if is_state(segment[-1]) else ""
    if field:
        return Tail(f" {joint.plain} {field}", party.name, past)
    if head in NOBLE and is_capital(segment[at]):
        return Tail("", party.evidence.exact, past)
    housed = joint.plain == "at" and head in LEARNED  # "an expert *at the Lund Institute*" is sent nowhere
    words, body = read_owner(joint, segment, rest, party, sent and not housed)
    writes = party.type is PartyType.MEDIUM and head not in lexicon.people.sent  # "contributor to the Capital Herald"
    if joint.plain == "to" and (writes or head in lexicon.people.personal):
        return Tail("", party.name, past)
    return Tail(words + purpose, body, end)


def is_cut_off(owner: Piece, rest: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether what stands behind a land is no part of the title, as in a caption: "Duchess of Rome *lights candle*"."""
    bare = (is_state(owner) or is_capital(owner)) and not is_owner([owner])
    known = lexicon.people.title_words | lexicon.people.generic
    small = bool(rest) and all(p.text[0].islower() for p in rest)
    return bare and small and rest[0].plain not in known and rest[-1].text.capitalize() not in lexicon.parties.nouns


def read_purpose(after: Sequence[Part], past: int, lexicon: Lexicon) -> tuple[str, int]:
    """What an envoy deals with, or where he is sent, behind who sent him: "envoy of Norway *for West Africa*"."""
    joint, segment = after[0] if after else (None, [])
    if joint is None or joint.plain not in {"for", "on", "to"} or not segment:
        return "", past
    if joint.plain == "to":
        return f" to {in_title(segment)}", segment[-1].past
    article = "the " if segment[0].plain == "the" else ""
    words = as_written([p for p in segment if p.plain not in ARTICLES], lexicon)
    return f" {joint.plain} {article}{words}", segment[-1].past


def as_written(pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """Words with the capitals that names have: "West Africa", "foreign affairs"."""
    fields = lexicon.people.title_words
    return " ".join(p.text if p.party or (p.proper and p.plain not in fields) else p.plain for p in pieces)


def field_before(words: Sequence[Piece], lexicon: Lexicon) -> str:
    """What an office is in charge of, where its state stands right behind: "minister of *foreign affairs* Serbia"."""
    named = [p for p in words if p.plain not in ARTICLES]
    listed = all(p.party is None and (p.plain in lexicon.people.title_words or p.plain == "and") for p in named)
    return plain_words(named) if listed and named and named[-1].plain != "and" else ""


def read_owner(
    joint: Piece, segment: Sequence[Piece], rest: Sequence[Piece], party: PartyMention, sent: bool
) -> tuple[str, str | None]:
    """The words and the body of a segment that names a party: "of the *Presidium* of the *Workers' Party*"."""
    article = "the " if segment[0].plain == "the" else ""
    words = f" {joint.plain} {article}{plain_words(rest)}" if rest else ""
    if joint.plain != "to" and not (sent and joint.plain == "at") and not (sent and joint.plain == "for"):
        return words, party.name
    return f" {joint.plain} {party.evidence.exact}", None


def is_whole_name(segment: Sequence[Piece], rest: Sequence[Piece], head: str, lexicon: Lexicon) -> bool:
    """Whether a party's name goes on: "Iran Air Tours"; the one who heads "Maren's Naval Bureau" heads the bureau."""
    if not rest and len(segment) > 2 and segment[-2].plain == "and":
        return not is_state(segment[-1])
    if not rest or not rest[-1].text[0].isupper():
        return False
    return not is_owner(segment) or (head != "member" and rest[-1].text in lexicon.people.eponyms)


def is_state(piece: Piece) -> bool:
    """Whether a piece is the name of a state, by any of its names."""
    return piece.party is not None and piece.party.type is PartyType.STATE


def is_capital(piece: Piece) -> bool:
    """Whether a piece names a land by its capital."""
    return piece.party is not None and piece.party.how == "capital"


def is_field(segment: Sequence[Piece], head: str) -> bool:
    """Whether a segment names a field of study by an adjective: "Korean studies", "Russian politics"."""
    named = [p for p in segment if p.plain not in ARTICLES]
    return head in LEARNED and len(named) > 1 and named[0].text[0].isupper() and named[-1].text[0].islower()


def points_at(joint: Piece, rest: Sequence[Piece], lexicon: Lexicon) -> str:
    """The noun by which a body or state named before is meant: "for the *company*", "of this *country*"."""
    words = [p for p in rest if p.plain not in THIS]
    bare = len(words) == 1 and words[0].plain in lexicon.people.generic
    return words[0].plain if bare and joint.plain in {"of", "for", "at"} else ""


def as_printed(segment: Sequence[Piece]) -> str:
    """A body's name as printed, its article left out: "Foreign Ministry's Asian Affairs Bureau"."""
    words = [p for p in segment if p.plain not in ARTICLES]
    marks = ["" if not p.possessive or p is words[-1] else "'" if p.text.endswith("s") else "'s" for p in words]
    return " ".join(f"{p.text}{mark}" for p, mark in zip(words, marks, strict=True))
