"""What a text says beside a name that the person is: "Russian Defence Minister Sergei Shoigu".

Three places: right before the name, in apposition after a comma (or before one), and in a clause ("who heads Y").
A title is what remains of the words when country, body, rank and praise are taken off; its last word must be a listed
head, so that "oil giant" is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.mentions.people.appositions import after_name
from dossier.mentions.people.entering import appointed, entered
from dossier.mentions.people.fronted import before_comma
from dossier.mentions.people.heads import FIELD, RANKS
from dossier.mentions.people.pieces import read_pieces
from dossier.mentions.people.sharing import before_dash, before_field
from dossier.mentions.people.stage import Scene, counterpart, first_party, readings, with_antecedent
from dossier.mentions.people.titles import Title
from dossier.mentions.people.windows import list_head, shared_among, shares_title, window_before
from dossier.model import PartyType, PersonMention, Reading

OFFICES = frozenset({"chancellor", "governor", "mayor", "minister", "premier", "president"})
"""Heads of offices that a state gives and no person."""

CABINET = frozenset({"lady", "minister"})
"""Words of offices that stand behind their head of state or government; two heads in a list are two states'."""

FIELDS = re.compile(
    r"[Mm]inister ((?:of|for) (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?, )+(?:[A-Z][a-z]+ ){1,3}and (?:[A-Z][a-z]+ ?){1,3})\s*$"
)
"""The fields of a minister, right before the name: "Minister *of Industry, Mine and Trade*"."""

ROYAL = frozenset({"prince", "princess"})
"""What with no land is a part of the name: "*Prince* Edward"."""

SEATED = frozenset(
    {"congressman", "congresswoman", "democrat", "lawmaker", "member", "representative", "republican", "senator"}
)
"""Who sits for a state; a "*House Speaker* Ann Lowe, D-Calif.," speaks for more."""

SEAT = re.compile(r",? \(?[DIR]-((?:[A-Z]\.[A-Z][a-z]*|[A-Z][A-Za-z]+)\.?)")
"""A member of Congress's party and state behind the name: "Sen. James Harlow, R-*S.C.*"."""


def find_roles(scene: Scene, person: PersonMention) -> Iterator[Reading]:
    """The roles that stand beside one mention, each once."""
    place = scene.tokens(person.evidence)
    if place is None:
        return
    seen: set[tuple[str, str | None]] = set()
    before = (
        *before_name(scene, person, place),
        *before_comma(scene, person, place),
        *before_of(scene, place),
        *before_fields(scene, place),
        *before_since(scene, place),
        *before_dash(scene, place),
        *before_field(scene, place),
    )
    before = before or tuple(before_as_rank(scene, place))
    before = tuple(of_neighbour(scene, reading) for reading in before)
    home = next((r.of for r in before if r.of is not None), None)
    for reading in (
        *before,
        *after_name(scene, place, titled=bool(before)),
        *entered(scene, place),
        *appointed(scene, place),
    ):
        if reading not in before and is_anothers(scene, home, reading.of):
            continue
        if reading.value in ROYAL and reading.of is None:
            continue
        key = (reading.value, reading.of)
        if key not in seen:
            seen.add(key)
            yield reading


def is_anothers(scene: Scene, home: str | None, owner: str | None) -> bool:
    """Whether what follows a name is another state's officer, in a list: "Estonia's premier X, the Latvian envoy"."""
    states = {p.name for p in scene.parties if p.type is PartyType.STATE}
    return home != owner and {home, owner} <= states


def before_name(scene: Scene, person: PersonMention, place: tuple[int, int]) -> Iterator[Reading]:
    """The words right before the name, and over a list of names: "presidents Vladimir Putin and Xi Jinping".

    Words before two names side by side are the second's: "spokesman *Orlenko* Dmitry Bystrov".
    """
    if any(scene.starts_at(p, place[1]) for p in scene.people):
        return
    yield from over_name(scene, place)
    first, past = window_before(scene, place[0])
    first = past_relative(scene, first, past)
    title = scene.title(first, past)
    if title is not None:
        title = with_antecedent(scene, title)
        if title.value.endswith("counterpart"):
            yield from counterpart(scene, person, title, (first, place[1]))
        elif title.value != "counterparts" and (
            not title.plural or shares_title(scene, place) or is_one_of(scene, title.first)
        ):
            title, past = with_body_after(scene, title, place[1])
            title, first = with_person_before(scene, title, first)
            if is_kin_of_body(title, scene):
                return
            yield from readings(scene, place, title, scene.evidence(first, past), "before the name")
        return
    shared = shared_among(scene, place)
    title = scene.title(*shared[0]) if shared else None
    if shared is not None and title is not None and title.plural:
        title = replace(title, of=shared[1].name)
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before a list of names")
        return
    head = list_head(scene, place)
    if head is not None:
        first, past = window_before(scene, head)
        title = scene.title(first, past)
        if title is not None and title.plural:
            yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before a list of names")


def is_kin_of_body(title: Title, scene: Scene) -> bool:
    """Whether someone would be a body's daughter: "…, whose daughter Anna fled", with only a state named before."""
    kin = title.value.split()[-1] in scene.lexicon.people.kin
    return kin and title.of is not None and all(person.name != title.of for person in scene.people)


def past_relative(scene: Scene, first: int, past: int) -> int:
    """Where the office of a relative begins: "the daughter of *the chief ideologist* Jan Lis" is no office of hers."""
    doc = scene.paragraph.doc
    kin = next((t.i for t in doc[first:past] if t.lower_ in scene.lexicon.people.kin), past)
    of = kin + 1 < past and doc[kin + 1].lower_ == "of"
    return kin + 2 if of else first


def is_one_of(scene: Scene, first: int) -> bool:
    """Whether a title in the plural is of one man, as translations have it: "*one of* IDF representatives Dan Levi"."""
    before = [t.lower_ for t in scene.paragraph.doc[max(0, first - 3) : first]]
    return before[-2:] == ["one", "of"] or before == ["one", "of", "the"]


def over_name(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """The post that words before two names side by side give to the second: "*adviser Joe Hill* Anna Dahl"."""
    spans = ((span, p) for p in scene.people if (span := scene.tokens(p.evidence)) and span[1] == place[0])
    for span, other in spans:
        title = scene.title(*window_before(scene, span[0]))
        if title is None or title.plural or title.value.split()[-1] not in scene.lexicon.people.personal:
            continue
        title = replace(title, of=title.of or other.name)
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before the name")


def before_of(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """An office that a translation joins to its holder by "of": "the *President of* Vladimir Putin", in Polish style.

    Of offices that no person has: a "spokesman of Putin" is another man.
    """
    of = place[0] - 1
    if of < 1 or scene.paragraph.doc[of].lower_ != "of" or any(scene.ends_at(p, of) for p in scene.people):
        return
    title = scene.title(*window_before(scene, of))
    if title is None or title.plural or title.past > of:
        return
    head = title.value.split()[-1]
    if head in OFFICES or (head == "secretary" and title.of is not None):
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before the name")


def before_fields(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """A minister whose fields are a list: "*Minister of Industry, Mine and Trade* Reza Mohebbi"."""
    doc = scene.paragraph.doc
    start = doc[place[0]].sent.start
    fields = FIELDS.search(doc[start : place[0]].text)
    head = next((t for t in reversed(list(doc[start : place[0]])) if t.lower_ == "minister"), None)
    if fields is None or head is None:
        return
    title = scene.title(window_before(scene, head.i + 1)[0], head.i + 1)
    if title is None:
        return
    words = scene.lexicon.spelling.canonical(fields.group(1)).casefold()
    evidence = scene.evidence(title.first, place[1])
    yield Reading(f"{title.value} {words}", (evidence,), "before the name", title.of)


def of_neighbour(scene: Scene, reading: Reading) -> Reading:
    """An office of the state that the one before it in a list is of: "*Peru's* President X and First Lady Y"."""
    doc, words = scene.paragraph.doc, reading.value.split()
    first = scene.tokens(reading.evidence[0])
    if reading.of is not None or first is None or "prime" in words or CABINET.isdisjoint(words):
        return reading
    joint = first[0] - 1
    if joint < 2 or doc[joint].lower_ != "and" or doc[first[0]].lower_ == "the":
        return reading
    past = joint - (doc[joint - 1].text == ",")
    other = next((span for p in scene.people if (span := scene.tokens(p.evidence)) and span[1] == past), None)
    if other is None:
        return reading
    edge = other[0] - (doc[other[0] - 1].text == ",")
    title = scene.title(*window_before(scene, edge))
    party = next((p for p in scene.parties if title is not None and p.name == title.of), None)
    if title is None or title.plural or party is None or party.type is not PartyType.STATE:
        return reading
    return replace(reading, of=party.name, evidence=(*reading.evidence, party.evidence))


def before_as_rank(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """A rank with the state or the force that it is of, where no office stands: "top US *General* Mark Harlow".

    One of a secret service that somebody left is told however low: "*former* GRU *lieutenant colonel* Jan Lis".
    """
    pieces = read_pieces(scene.paragraph, window_before(scene, place[0]), scene.parties, scene.lexicon)
    at = next((i for i in range(len(pieces) - 1, -1, -1) if pieces[i].party is not None), None)
    party = pieces[at].party if at is not None else None
    if at is None or party is None:
        return
    former = at > 0 and pieces[at - 1].plain in {"former", "retired"}
    ranks = {PartyType.ARMY: RANKS, PartyType.STATE: RANKS, PartyType.BODY: RANKS | FIELD if former else frozenset()}
    rank = " ".join(piece.plain for piece in pieces[at + 1 :])
    if rank in ranks.get(party.type, ()):
        value = f"former {rank}" if former else rank
        yield Reading(value, (scene.evidence(pieces[at - former].first, place[1]),), "before the name", party.name)


def before_since(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """The office that somebody is the last to have had: "the longest-serving Kremlin *leader since* Josef Stalin"."""
    since = place[0] - 1
    doc = scene.paragraph.doc
    owns = place[1] < len(doc) and doc[place[1]].text in {"'s", "'", "’s", "’"}  # "the second since Pekin's attack"
    if since < 1 or doc[since].lower_ != "since" or owns:
        return
    title = scene.title(*window_before(scene, since))
    if title is not None and not title.plural and title.past == since and not title.pointed:
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "before the name")


def with_person_before(scene: Scene, title: Title, first: int) -> tuple[Title, int]:
    """Whom somebody serves, named right before the title: "*President Putin's* spokesman Dmitry Peskov"."""
    doc = scene.paragraph.doc
    owner = next((p for p in scene.people if scene.ends_at(p, first)), None)
    people = scene.lexicon.people
    serves = {title.value, title.value.split()[-1]} & (people.personal | people.kin)
    if title.of is not None or owner is None or doc[first].text not in {"'s", "'"} or not serves:
        return title, title.first
    span = scene.tokens(owner.evidence)
    return replace(title, of=owner.name), span[0] if span else title.first


def with_body_after(scene: Scene, title: Title, past: int) -> tuple[Title, int]:
    """The body that stands after the name: "Prosecutor Karim Khan of the International Criminal Court".

    A member of a parliament is of his land, not of his party: "Democratic Rep. Mary Hill *of Ohio*".
    """
    doc = scene.paragraph.doc
    seated = with_seat_after(scene, title, past)
    if seated is not None:
        return seated
    party = any(p.name == title.of and p.type is PartyType.PARTY for p in scene.parties)
    if (title.of is not None and not party) or past >= len(doc) or doc[past].lower_ not in {"of", "at", "from"}:
        return title, past
    if doc[past].lower_ == "from" and not party:
        return title, past
    body = first_party(scene, past + 1)
    span = scene.tokens(body.evidence) if body is not None else None
    if body is not None and span is not None:
        owns = span[1] < len(doc) and doc[span[1]].text in {"'s", "'", "’s", "’"}  # "President X of Congress' power"
        return (title, past) if owns else (replace(title, of=body.name), span[1])
    end = past + 1
    while end < len(doc) and end < past + 4 and doc[end].pos_ == "PROPN":
        end += 1
    return (title, past) if end == past + 1 else (replace(title, of=doc[past + 1 : end].text), end)


def with_seat_after(scene: Scene, title: Title, past: int) -> tuple[Title, int] | None:
    """The land that stands behind a member of Congress beside the party: "Sen. James Harlow, R-*S.C.*"."""
    doc = scene.paragraph.doc
    seat = SEAT.match(scene.paragraph.text, doc[past - 1].idx + len(doc[past - 1])) if past else None
    of = scene.lexicon.people.seats.get(seat.group(1).rstrip(".")) if seat is not None else None
    if seat is None or of is None or title.value.split()[-1] not in SEATED:
        return None
    spot = doc.char_span(seat.start(1), seat.end(1), alignment_mode="expand")
    return replace(title, of=of), past if spot is None else spot.end
