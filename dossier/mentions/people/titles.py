"""A title taken apart: "Ukraine's air force spokesman" is a spokesman, of the Ukrainian Air Force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.documents import Paragraph
from dossier.lexicon import Lexicon
from dossier.mentions.people.heads import ends_office, is_head, is_plural, is_rank, offices
from dossier.mentions.people.pieces import (
    ARTICLES,
    JOINTS,
    KEPT_UPPER,
    Piece,
    read_pieces,
)
from dossier.mentions.people.tails import LEARNED, read_tail
from dossier.model import PartyMention, PartyType

OUTSIDE = frozenset(
    {"about", "after", "against", "before", "by", "during", "following", "from", "near", "over", "since", "under"}
)
"""Prepositions that lead out of a title: "a farmer from Kandahar"."""

POINTING = frozenset(
    {"agency", "company", "embassy", "firm", "fleet", "group", "ministry", "mission", "movement", "operator"}
)
"""Nouns before a head that point back at a body: "ministry spokesman"."""

FORCES = frozenset({"army", "military"})
"""Nouns that point back at a state's armed forces: "the *army's* chief spokesman"."""

GENERAL = frozenset({"consul", "counsel", "designer", "director", "editor", "manager", "prosecutor", "representative"})
"""Heads before which "general" is no rank: "the *general* director of the plant"."""

TELLING = frozenset({"blogger", "columnist", "commentator", "correspondent", "journalist", "observer", "strategist"})
"""Heads that, like those of learning, have a field and not an army before them: "a Russian *military* blogger"."""

TOWN = frozenset({"chief", "governor", "mayor"})
"""Heads that a town has: "Kyiv mayor" is of Kyiv, not of Ukraine."""

MEMBERS = frozenset({"congressman", "congresswoman", "representative", "senator"})
"""Heads that stand between an office and a name as a rank does."""

FORMERLY = frozenset({"ex", "former", "then"})
"""What may stand before a land and its officer: "*former* Texas senator"."""

OF_STATE = frozenset({"chancellor", "governor", "minister", "premier", "president"})
"""Heads of offices that are a state's, whatever the party of their holder."""

TIMES = frozenset(
    {
        "earlier",
        "end",
        "last",
        "later",
        "meanwhile",
        "month",
        "months",
        "next",
        "today",
        "week",
        "weekend",
        "year",
        "yesterday",
    }
) | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
"""Words that open a sentence before a title."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office as read, and the tokens that it was read from."""

    values: tuple[str, ...]
    """Lower-case, British, without country, body, rank and praise: ``deputy defence minister``."""
    of: str | None
    plural: bool
    pointed: str
    """How its owner is only pointed at: ``its`` in "its spokesman", ``ministry`` in "ministry spokesman", or empty."""
    first: int
    past: int
    of_first: str | None = None
    """Whose all offices but the last are: Russia's in "Russian president and deputy chairman of the Council"."""

    @property
    def value(self) -> str:
        """The first office."""
        return self.values[0]


def parse_title(
    paragraph: Paragraph, span: tuple[int, int], parties: Sequence[PartyMention], lexicon: Lexicon
) -> Title | None:
    """The office that tokens ``span`` name, or ``None``: without a listed head there is none.

    What stands after the head is read only over "of", "for", "at" and the like: "member of the Presidium of the
    Political Bureau of the Workers' Party of Korea" is a member of the Presidium of the Political Bureau, of the party.
    """
    pieces = as_partisans(drop_times(read_pieces(paragraph, span, parties, lexicon)), lexicon)
    pieces = drop_rank(pieces[: end_inside(pieces)], lexicon)
    behind = office_before_body(pieces, lexicon)
    if behind is not None:
        value = " ".join(p.plain for p in behind[0])
        return Title((value,), behind[1], False, "", pieces[0].first, pieces[-1].past)
    joint = next((i for i, p in enumerate(pieces) if p.plain in JOINTS and i > 0), len(pieces))
    first, joint = joint, widen(pieces, joint, lexicon)
    owned = any(p.party is not None for p in pieces[:first])
    bare = [replace(p, party=None) for p in pieces[first:joint]]  # "Iran's Chief of General Staff" is Iran's
    fixed_words = bare if owned else pieces[first:joint]
    left, right = [*pieces[:first], *fixed_words], pieces[joint:]
    left = drop_rank(left[past_article(left) :], lexicon)
    owner, left = split_owner(as_field(left, right, lexicon), lexicon)
    words = [p for p in left if p.party is None and p.plain not in ARTICLES]
    chief = len(words) > 1 and words[0].possessive and words[0].plain in OF_STATE  # "US President's security adviser"
    words = drop_praise(words[chief:], lexicon)
    words, office = drop_body(words, lexicon)
    generic = words[0].plain if len(words) > 1 and words[0].plain in POINTING else ""
    words = words[1:] if generic else words
    if not ends_office(words, lexicon):
        return None
    named, owner = owner, None if is_partisan(owner, words[-1], parties) else owner
    fixed = len(words) > 2 and words[-2].plain == "of"
    tail = read_tail(right, words[-3 if fixed else -1].plain, lexicon, owner)
    past = tail.past or words[-1].past
    *firsts, last = offices(words, lexicon)
    values = (*firsts, f"{last}{tail.words}")
    of = tail.body or owner or office
    first = pieces[0].first
    before = paragraph.doc[first - 1].lower_ if first > 0 else ""
    pointed = generic or tail.pointed or points_by(before, pieces, lexicon)
    return Title(values, of, is_plural(words[-1], lexicon), "" if of else pointed, first, past, named or of)


def as_field(left: list[Piece], right: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The land that a learned person of another house knows is no owner: "an *Iran* analyst *at* Eurasia Group".

    Nor is the town whose bureau somebody has for a medium: "The Washington Post's *Tehran* bureau chief".
    """
    seated = bool(right) and right[0].plain in {"at", "with"} and left[-1:] != [] and left[-1].plain in LEARNED
    bureau = [p.plain for p in left[-2:]] == ["bureau", "chief"]
    medium = any(p.party is not None and p.party.type is PartyType.MEDIUM for p in left)
    if not seated and not (bureau and medium):
        return left
    fields = [is_land(p) or (seated and p.party is None and is_foreign(p, lexicon)) for p in left]
    return [replace(p, party=None, proper=False, plain=p.text) if f else p for p, f in zip(left, fields, strict=True)]


def is_land(piece: Piece) -> bool:
    """Whether a state is named by its name or a town of it: "Iran", no "Iranian"."""
    named = piece.party is not None and piece.party.type is PartyType.STATE and piece.party.how in {"capital", "name"}
    return named and not piece.text.isupper()  # "a US expert at"


def drop_times(pieces: list[Piece]) -> list[Piece]:
    """Leave out what opens a sentence before a title: "*Last month* President X", "a role *in* Russian President X"."""
    start = next((i for i, p in enumerate(pieces) if p.plain not in TIMES | JOINTS), 0)
    return pieces[start:]


def as_partisans(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """Who leads a party's members in a committee is no party: "the top *Republican* on the Senate Energy Committee"."""
    before = ("", *(p.plain for p in pieces))
    heads = lexicon.people.heads
    return [replace(p, party=None) if f"{b} {p.plain}" in heads else p for b, p in zip(before, pieces, strict=False)]


def is_partisan(owner: str | None, head: Piece, parties: Sequence[PartyMention]) -> bool:
    """Whether a party is named before an office that only a state gives: "*Republican* President X"."""
    return head.plain in OF_STATE and any(p.name == owner and p.type is PartyType.PARTY for p in parties)


def drop_body(words: list[Piece], lexicon: Lexicon) -> tuple[list[Piece], str | None]:
    """A body in small letters taken off its officer's title: "*external affairs ministry* spokesperson"."""
    for size in (4, 3, 2):
        kind = lexicon.parties.kinds.get(" ".join(p.plain for p in words[:size]))
        if kind is not None and kind.type is PartyType.BODY and ends_office(words[size:], lexicon):
            return words[size:], " ".join(p.text for p in words[:size])
    return words, None


def points_by(before: str, pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """How words before an office point at its owner: "its", "his", ``firm`` in "the firm's director", or not at all."""
    if {before, pieces[0].plain} & {"its", "their", "whose"}:
        return "its"
    if {before, pieces[0].plain} & {"his", "her"}:
        return "his"
    owner = next((p for p in pieces if p.possessive and p.party is None), None)
    if owner is None:
        return ""
    return owner.plain if owner.plain in lexicon.people.generic | POINTING | FORCES else "its"


def office_before_body(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Sequence[Piece], str] | None:
    """An office with its body right behind it, as in South Asia: "*Chairman* Joint Chiefs of Staff Committee"."""
    pieces = pieces[next((i for i, p in enumerate(pieces) if p.plain not in ARTICLES), 0) :]
    size = next((n for n in (3, 2, 1) if " ".join(p.plain for p in pieces[:n]) in lexicon.people.heads), 0)
    body = pieces[size:]
    if not size or not body or not all(p.text[0].isupper() for p in (pieces[0], body[0], body[-1])):
        return None
    whole = len(body) == 1 and body[0].party is not None
    named = body[-1].text in lexicon.parties.nouns or KEPT_UPPER.match(body[-1].text)
    town = len(body) == 1 and pieces[size - 1].plain in TOWN and body[0].text in lexicon.people.places  # "Mer Lutsk"
    if not (whole or named or town) or body[0].plain in JOINTS or any(is_head(p, lexicon) for p in (body[0], body[-1])):
        return None
    return pieces[:size], body[0].party.name if whole and body[0].party else " ".join(p.text for p in body)


def past_article(left: Sequence[Piece]) -> int:
    """Where the phrase of the office begins, after words that only lead to it: "what *the* prime minister"."""
    at = next((i for i in range(len(left) - 1, 0, -1) if left[i].plain == "the"), 0)
    loose = all(p.party is None and not p.possessive and p.plain != "and" for p in left[:at])
    return at if loose else 0


def end_inside(pieces: Sequence[Piece]) -> int:
    """Where a preposition leads out of a title; the one of an "under secretary" does not."""
    for at, piece in enumerate(pieces):
        within = piece.plain == "under" and at + 1 < len(pieces) and pieces[at + 1].plain.startswith("secretar")
        if piece.plain in OUTSIDE and not within:
            return at
    return len(pieces)


def drop_rank(left: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Leave out a rank that stands after an office: "air force spokesman Colonel", "fleet spokesperson Commander"."""
    people = lexicon.people
    if len(left) > 2 and left[-1].plain in MEMBERS and is_head(left[-2], lexicon):
        left = left[:-1]  # "Finance Committee *Chairman Rep.* Ida Holm"
    while len(left) > 1 and any(is_head(p, lexicon) for p in left[:-1]):
        phrase = f"{left[-2].plain} {left[-1].plain}"
        ends = {" ".join(p.plain for p in left[-size:]) for size in (2, 4)}  # "chief of defence staff"
        office = not ends.isdisjoint(people.offices - people.ranks)
        speaker = left[-2].plain.startswith("spokes") and left[-1].plain in people.ranks
        staff = phrase == "general staff"  # "Iran's Chief of General Staff"
        if office or staff or not (is_rank(left[-1], lexicon) or speaker):
            break
        left = left[:-2] if phrase in people.ranks and len(left) > 2 else left[:-1]
    return left


def split_owner(left: list[Piece], lexicon: Lexicon) -> tuple[str | None, list[Piece]]:
    """Whose office it is, and the words of the office: "Hormozgan Province's Chief Justice", "Odesa governor"."""
    behind = None
    while left and left[-1].party is not None and any(is_head(p, lexicon) for p in left[:-1]):
        behind, left = left[-1].party, left[:-1]
    at = next((i for i in range(len(left) - 1, -1, -1) if left[i].party is not None), None)
    if at is None and behind is not None and behind.how == "name" and ends_office(left, lexicon):
        return behind.name, left
    place, rest = leading_place(left[:at] if at is not None else left[:-1], lexicon)
    if at is not None:
        party = left[at].party
        words = [*rest, *left[at + 1 :]]
        if party is None or (party.type is PartyType.PARTY and place is not None):
            return place, words
        sender = next((p.party for p in left[:at] if p.party is not None and p.party.type is PartyType.STATE), None)
        if sender is not None and party.type is PartyType.BODY and left[-1].plain in lexicon.people.accredited:
            body = replace(
                left[at], text=left[at].text.replace(".", ""), plain=left[at].plain.replace(".", ""), party=None
            )
            told = [p for p in left[:at] if p.plain in lexicon.people.modifiers]  # "the *former* US Nato ambassador"
            return sender.name, [*told, body, *left[at + 1 :]]  # "China's U.N. ambassador"
        words = [p for p in rest if p.proper or p.plain in lexicon.people.title_words] + left[at + 1 :]
        noun = party.evidence.exact.split()[-1]
        whole = f"{noun.casefold()} {left[-1].plain}"  # "US Treasury Secretary", "Senate Marshal"
        marshal = is_rank(left[-1], lexicon) and whole in lexicon.people.heads
        if (party.of is not None and whole in lexicon.people.whose) or marshal:
            return None if marshal and " " not in party.evidence.exact else party.of, [
                replace(left[at], text=noun, plain=noun.casefold(), party=None),
                *words,
            ]
        if party.type is PartyType.ARMY and noun.islower() and left[-1].plain in LEARNED | TELLING and party.of:
            return party.of, [replace(left[at], text=noun, plain=noun, party=None), *words]
        town = party.how == "capital" and left[-1].plain in TOWN
        return (party.evidence.exact if town else party.name), words
    at = next((i for i in range(len(left) - 1, -1, -1) if left[i].possessive), None)
    if at is None and len(left) == 2 and left[1].plain.startswith("spokes") and left[0].text[0].isupper():
        own = left[0].plain in ARTICLES | lexicon.people.title_words
        return (None, left) if own else (left[0].text, left[1:])  # "Boehner spokesman", read as an adjective
    if at is None or not left[at].text[0].isupper():
        return (place, [*rest, *left[-1:]]) if at is None else (None, left[at + 1 :])
    named = [p.text for p in left[: at + 1] if p.plain not in ARTICLES | lexicon.people.rank_words]
    return " ".join(named), left[at + 1 :]


def leading_place(left: list[Piece], lexicon: Lexicon) -> tuple[str | None, list[Piece]]:
    """Capitalised words before an office that are no part of it: "Texas" in "Texas Republican senator"."""
    start = next((i for i, p in enumerate(left) if p.plain not in ARTICLES | FORMERLY), len(left))
    end = start + seat_at(left[start:], lexicon)
    while end < len(left) and is_foreign(left[end], lexicon):
        end += 1
    if end == start or any(p.possessive for p in left[start:end]):
        return None, left
    return " ".join(p.text for p in left[start:end]), [*(p for p in left[:start] if p.plain in FORMERLY), *left[end:]]


def seat_at(left: Sequence[Piece], lexicon: Lexicon) -> int:
    """How many pieces a land of two words takes of which the first could be no name: "*New Mexico* governor"."""
    return 2 if " ".join(p.text for p in left[:2]) in lexicon.people.seats.values() and len(left) > 1 else 0


def is_foreign(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a name is one word and none of a title: "Texas"."""
    own = piece.plain in lexicon.people.title_words or piece.plain in ARTICLES
    return piece.proper and " " not in piece.plain and not own


def widen(pieces: Sequence[Piece], joint: int, lexicon: Lexicon) -> int:
    """Move past a preposition that is inside a fixed title: "secretary of state", "chief of staff"."""
    while joint + 1 < len(pieces):
        words = [p.plain for p in pieces[joint - 1 : joint + 3]]
        phrases = {" ".join(words[:3]), " ".join(words)}  # "chief of staff", "chief of general staff"
        if phrases.isdisjoint(lexicon.people.offices) or words[1] not in {"of", "in"}:
            return joint
        joint = next((i for i in range(joint + 2, len(pieces)) if pieces[i].plain in JOINTS), len(pieces))
    return joint


def drop_praise(words: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """Leave out words that describe the person: "hawkish", "Moscow-installed", "54-year-old"."""
    people = lexicon.people
    kept: list[Piece] = []
    for at, word in enumerate(words):
        whole = " ".join(w.plain for w in words[at:])
        fixed = whole in people.offices and " of " in whole
        named = whole in people.titles or (whole in people.heads and at + 1 < len(words))  # "top Republican"
        if fixed or named or whole in people.synonyms:
            return [*kept, *words[at:]]
        told = word.adverb or (at > 0 and words[at - 1].adverb and at + 1 < len(words))  # "*reliably insipid*"
        praise = (word.plain in people.praise or told) and not (at + 1 == len(words) and word.plain in people.heads)
        joint = word.plain == "and" and not kept  # "veteran *and* former MP"
        if not praise and not joint and not people.is_compound(word.plain) and any(c.isalpha() for c in word.plain):
            kept.append(word)
    while kept and kept[-1].plain == "and":  # "officer *and* ardent ultranationalist"
        kept.pop()
    if len(kept) == 2 and kept[0].plain == "then" and kept[1].plain in people.kin:  # "then 12-year-old daughter"
        kept = kept[1:]
    while kept and is_rank(kept[0], lexicon) and any(not is_rank(w, lexicon) for w in kept[1:]):
        if kept[0].plain == "general" and kept[1].plain in GENERAL:
            break
        kept = kept[1:]
    return kept
