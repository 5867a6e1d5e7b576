"""Which frames are one visit: by sender, then by who leads it, where it goes and when.

Frames of one sender are one visit unless something speaks against it: another head, another country, other days.
A frame that says nothing of its own ("the Chinese delegation arrived") goes with the visit that it fits best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dossier.cards.organisations.party_names import state_of
from dossier.cards.referents import Referent, Referents
from dossier.lexicon.parties import Parties
from dossier.model import DelegationMention, Evidence, Kind, Mentions, PartyType, Reading

WINDOW = timedelta(days=7)
"""Two dated frames farther apart are two visits: a delegation "this week" and its arrival "on Thursday" are one."""

RECALLED = timedelta(days=30)
"""How far apart undated reports of one visit may be published; later ones tell of another, unless its head is named."""

TOGETHER = "travelling together"
"""The rule of people who are merely named side by side; without one state they are no delegation."""

PLURAL = "delegations"
"""A frame of several groups that names no sender tells of none in particular: "The delegations arrived"."""


POINTING = ("the ", "this ", "that ", "it")
"""How words begin that point back at the group named before: "The delegation, led by …"."""


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value of a frame: its card where it has one, and the passages."""

    name: str
    ref: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One mention with its people and parties resolved."""

    mention: DelegationMention
    sender: Value | None
    head: Value | None
    members: tuple[Value, ...]
    to: Value | None
    land: str | None
    """The state that ``to`` lies in, where a list knows it: North Korea for Pyongyang."""
    sender_of: str | None = None
    """The state whose body the sender is: China for the Chinese People's Liberation Army."""
    told: date | None = None
    """When its article was published."""

    @property
    def source(self) -> str:
        """The article: ``sources/<id>``."""
        return self.mention.evidence.source

    @property
    def weight(self) -> int:
        """How much it says: the richest frame founds a visit."""
        return 2 * bool(self.head) + 2 * bool(self.to) + bool(self.mention.occasion) + bool(self.mention.dates)


def read_frames(found: Iterable[Mentions], who: Referents, parties: Parties) -> Iterator[Frame]:
    """The frames of all articles, each with the day on which it was told."""
    refs = {naming.who.name: naming.who for naming in who if naming.who.kind is Kind.ORGANISATION}
    for article in found:
        days = days_of(article.source.published or "")
        for frame in read_article(article.delegations, who, refs, parties):
            yield replace(frame, told=days[0] if days else None)


def read_article(
    mentions: Iterable[DelegationMention], who: Referents, refs: dict[str, Referent], parties: Parties
) -> list[Frame]:
    """The frames of one article, those without a sender given that of the frame before them, if there is one."""
    frames: list[Frame] = []
    for mention in mentions:
        if not mention.sender and mention.trigger.exact.casefold().endswith(PLURAL):
            continue
        if any(member.rule == TOGETHER for member in mention.members):
            frame = read_pair(mention, who, refs, parties)
            frames.extend([frame] if frame is not None else [])
            continue
        frames.append(read_frame(mention, frames[-1] if frames else None, who, refs, parties))
    return frames


def read_frame(
    mention: DelegationMention, before: Frame | None, who: Referents, refs: dict[str, Referent], parties: Parties
) -> Frame:
    """One mention resolved. A head who only came "with" it counts where he is of its sender."""
    head = next((person_of(reading, who) for reading in mention.head), None)
    sender = next((party_of(reading, who, refs) for reading in mention.sender), None)
    own = serving_state(head[1], refs, parties) if head is not None else None
    pointing = mention.trigger.exact.casefold().startswith(POINTING) and not introduces(mention.trigger.exact)
    if sender is None and before is not None and pointing:
        sender = before.sender
    if sender is None and head is not None and own is not None and own not in mention.trigger.exact:
        ref = refs[own].ref if own in refs else None
        sender = Value(own, ref, head[0].evidence, "state of its head")
    if sender is None and before is not None and not introduces(mention.trigger.exact):
        sender = before.sender
    if head is not None and head[0].rule == "with" and (sender is None or own not in {None, sender.name}):
        head = None
    members = tuple(value for reading in mention.members for value, _ in [person_of(reading, who)])
    to = next((party_of(reading, who, refs) for reading in mention.to), None)
    if to is not None and sender is not None and sender.name in {to.name, land_of(to, parties)}:
        to = None
    of = None if sender is None else land_of(sender, parties) or state_of(sender.name, parties)
    return Frame(mention, sender, head[0] if head else None, members, to, land_of(to, parties), of)


def serving_state(own: str | None, refs: dict[str, Referent], parties: Parties) -> str | None:
    """Whom the head of a group speaks for: the state, where he serves a body of it ("the Kenyan army's chief")."""
    listed = parties.by_name(own) if own is not None else None
    if own is None or (listed is not None and listed.type not in {PartyType.BODY, PartyType.ARMY}):
        return own
    state = state_of(own, parties) or (refs[own].party if own in refs else None)
    row = parties.by_name(state) if state is not None else None
    return row.name if row is not None and row.type is PartyType.STATE else own


def introduces(trigger: str) -> bool:
    """Whether words name a group for the first time: "a government delegation", "the national negotiating team"."""
    first, *rest = trigger.casefold().split() or [""]
    return first in {"a", "an"} or "national" in rest


def read_pair(mention: DelegationMention, who: Referents, refs: dict[str, Referent], parties: Parties) -> Frame | None:
    """People who travel side by side, sent by the one state that is known of them; ``None`` for Putin and Xi."""
    people = [person_of(reading, who) for reading in mention.members]
    states = {state for _, state in people if state is not None}
    state = next(iter(states), None)
    to = next((party_of(reading, who, refs) for reading in mention.to), None)
    if len(states) != 1 or state is None or to is None or land_of(to, parties) in {None, state}:
        return None
    evidence = tuple(sorted({passage for value, _ in people for passage in value.evidence}))
    sender = Value(state, refs[state].ref if state in refs else None, evidence, "state of its members")
    return Frame(mention, sender, None, tuple(value for value, _ in people), to, land_of(to, parties))


def person_of(reading: Reading, who: Referents) -> tuple[Value, str | None]:
    """A named person and his state; the printed name where no card is known."""
    named = [n.who for evidence in reading.evidence for n in who.inside(evidence) if n.who.kind is Kind.PERSON]
    if not named:
        return Value(reading.value, None, reading.evidence, reading.rule), None
    return Value(named[0].name, named[0].ref, reading.evidence, reading.rule), named[0].party


def party_of(reading: Reading, who: Referents, refs: dict[str, Referent]) -> Value | None:
    """A party by its name, or the state of the person in the evidence; ``None`` where that is unknown."""
    if reading.value:
        ref = refs[reading.value].ref if reading.value in refs else None
        return Value(reading.value, ref, reading.evidence, reading.rule)
    state = person_of(reading, who)[1]
    if state is None:
        return None
    ref = refs[state].ref if state in refs else None
    return Value(state, ref, reading.evidence, f"{reading.rule}; a person for his state")


def land_of(to: Value | None, parties: Parties) -> str | None:
    """The state that a destination is or is the capital of."""
    found = parties.lookup(to.name) if to is not None else None
    state = parties.state(found[0]) if found is not None else None
    return state.name if state is not None else None


def group_visits(frames: Sequence[Frame]) -> list[list[Frame]]:
    """The frames of each visit together, each in the order of the text; visits in the order of their richest frame."""
    visits: list[list[Frame]] = []
    for frame in sorted((f for f in frames if f.sender is not None), key=lambda frame: -frame.weight):
        fitting = [visit for visit in visits if fits(frame, visit)]
        if fitting:
            max(fitting, key=lambda visit: closeness(frame, visit)).append(frame)
        else:
            visits.append([frame])
    founded = [tuple(visit) for visit in visits]
    for frame in (f for f in frames if f.sender is None and not introduces(f.mention.trigger.exact)):
        places = [i for i, visit in enumerate(founded) if fits(replace(frame, sender=visit[0].sender), visit)]
        if len(places) == 1:  # "The delegation" in an article that names no sender, in a dossier on one visit
            visits[places[0]].append(frame)
    order = {id(frame): index for index, frame in enumerate(frames)}
    return [sorted(visit, key=lambda frame: order[id(frame)]) for visit in visits]


def fits(frame: Frame, visit: Sequence[Frame]) -> bool:
    """Whether nothing that the frame says speaks against a visit."""
    return all(agree(frame, other) for other in visit)


def agree(a: Frame, b: Frame) -> bool:
    """Whether two frames can be one visit."""
    if a.sender is None or b.sender is None:
        return False
    if a.sender.name != b.sender.name and not (a.source == b.source and of_one_state(a, b)):
        return False
    if a.head is not None and b.head is not None and same_person(a.head, b.head) is False:
        return False
    if a.land and b.land and a.land != b.land:
        return False
    if a.to and b.to and not a.land and not b.land and a.to.name != b.to.name:
        return False
    led = a.head is not None and b.head is not None
    return near(a.mention.dates, b.mention.dates) and (led or told_together(a, b))


def of_one_state(a: Frame, b: Frame) -> bool:
    """Whether one sender is a body of the other, a state: "the Chinese guests" of the People's Liberation Army."""
    if a.sender is None or b.sender is None:
        return False
    return a.sender.name == b.sender_of or b.sender.name == a.sender_of


def same_person(a: Value, b: Value) -> bool:
    """By card or full name, else by surname: "Shoigu" is the last word of "Sergei Shoigu"."""
    if a.ref and b.ref:
        return a.ref == b.ref or a.name == b.name
    return a.name.split()[-1:] == b.name.split()[-1:]


def near(a: Sequence[Reading], b: Sequence[Reading]) -> bool:
    """Whether two dates lie within the window; an unknown one is near to all."""
    spans = [days_of(reading.value) for reading in (*a[:1], *b[:1])]
    if len(spans) < 2 or None in spans:
        return True
    (first, last), (start, end) = (span for span in spans if span is not None)
    return start - last <= WINDOW and first - end <= WINDOW


def told_together(a: Frame, b: Frame) -> bool:
    """Whether frames of which one says no day come from articles of one time; unknown ones do."""
    if (a.mention.dates and b.mention.dates) or a.told is None or b.told is None:
        return True
    return abs(a.told - b.told) <= RECALLED


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO value; ``None`` for a month or a year."""
    try:
        days = [date.fromisoformat(part) for part in value.split("/")]
    except ValueError:
        return None
    return days[0], days[-1]


def closeness(frame: Frame, visit: Sequence[Frame]) -> tuple[int, int]:
    """How well a frame goes with a visit: the same head, country and article, and how many frames it has."""
    points = 0
    for other in visit:
        points += 3 * bool(frame.head and other.head and same_person(frame.head, other.head))
        points += 2 * bool(frame.land and frame.land == other.land)
        points += frame.source == other.source
    return points, len(visit)
