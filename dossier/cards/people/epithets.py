"""An office that an article tells of somebody only later or elsewhere: "Scholz met Xi. *The German chancellor* said …".

For people whose office no article names beside their name. Each "the German chancellor" of an article is given to the
last person without an office who was a subject in this sentence or the two before, else to the first subject after it;
nothing is given where somebody in the dossier is said to hold such an office there, or where the articles would give
one office of one state to several people.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.cards.people.register import Person
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Mentions, PartyMention, PartyType, PersonMention, Reading

OFFICES = (
    "chancellor|leader|premier|president|king|prime minister|pm|foreign minister|foreign secretary"
    "|defen[cs]e minister|defen[cs]e secretary|secretary of state|head of state"
)
OFFICE = re.compile(rf"(?:['’]s?)?\s({OFFICES})(?=['’]s\b|[\s,.;:)”\"]|$)", re.IGNORECASE)
"""What follows a state where its one officer is meant; a name may not follow that."""

OF_STATE = re.compile(rf"\b[Tt]he ({OFFICES}) of (?:the )?$", re.IGNORECASE)
"""What stands before a state instead: "*the president of* Norway pointed out"."""

NAMED = re.compile(r"[\s,]*[A-Z][\w-]+")
BEFORE = re.compile(r"(?:\b[Tt]he |['’]s? )$")
OBLIQUE = re.compile(r"\b(?:about|against|by|for|from|of|on|to|with)(?: the)?\s$")
"""What stands before a description that means nobody named only after it: "support *to* Ukraine's president"."""

BESIDE = re.compile(r"\bwith(?: the)?\s$")
"""What stands before somebody else than whoever was named: "Dahl …. He held talks *with* the president of Peru"."""

ALIKE = frozenset({"head of state", "leader", "president"})
"""Words for one office: "President Keller … the American leader"."""

WINDOW = 3
"""Sentences, the one with the description included, in which the person stands."""

RULE = "described by the office"


@dataclass(frozen=True, slots=True)
class Epithet:
    """One description: ``chancellor`` of ``Germany``."""

    value: str
    state: str
    evidence: Evidence


def find_epithets(
    found: Sequence[Mentions], at: Mapping[Evidence, Person], lexicon: Lexicon
) -> Mapping[int, tuple[Reading, ...]]:
    """Identity of a person -> offices that descriptions give; nobody who has an office of his own is in it."""
    held = {(holding(r.value, lexicon), r.of) for p in at.values() for m in p.mentions for r in m.roles}
    given: dict[tuple[str, str], dict[int, list[Reading]]] = {}
    states: dict[int, str] = {}
    for mentions in found:
        for epithet in descriptions(mentions, lexicon):
            if {(family, epithet.state) for family in (holding(epithet.value, lexicon), "leader")} & held:
                continue
            free = {id(p) for p in at.values() if states.get(id(p), epithet.state) == epithet.state}
            mention = described(epithet, mentions, {place: p for place, p in at.items() if id(p) in free})
            if mention is not None:
                states[id(at[mention.evidence])] = epithet.state
                reading = Reading(epithet.value, (epithet.evidence, mention.evidence), RULE, epithet.state)
                key = (holding(epithet.value, lexicon), epithet.state)
                given.setdefault(key, {}).setdefault(id(at[mention.evidence]), []).append(reading)
    readings: dict[int, tuple[Reading, ...]] = {}
    for holders in given.values():
        if len(holders) == 1:
            for person, said in holders.items():
                readings[person] = (*readings.get(person, ()), *said)
    return {person: said for person, said in readings.items() if len({r.of for r in said}) == 1}


def holding(value: str, lexicon: Lexicon) -> str:
    """The noun under which offices that exclude one another fall: a president is a ``leader``."""
    leaders = lexicon.speakers.offices["leader"] | {"head of state", "leader"}
    return "leader" if value in leaders else value


def descriptions(mentions: Mentions, lexicon: Lexicon) -> Iterator[Epithet]:
    """Every "the German chancellor" and "Ukraine's leader" of an article, in the order of its text."""
    text = mentions.source.text
    for party in mentions.parties:
        if party.type is not PartyType.STATE or party.how == "description":
            continue
        start, end = party.evidence.start, party.evidence.end
        office = OFFICE.match(text, end)
        if office is not None and is_definite(text, party, office):
            end = office.end()
        else:
            office = OF_STATE.search(text, max(0, start - 40), start)
            start = office.start() if office is not None else start
        if office is None or NAMED.match(text, end) or is_label(text, end):
            continue
        words = lexicon.spelling.canonical(office.group(1)).casefold()
        value = {"pm": "prime minister"}.get(words, words)
        yield Epithet(value, party.name, mentions.source.evidence(start, end))


def is_label(text: str, end: int) -> bool:
    """Whether a description opens another story's headline: "*Latvia's PM*: Troops Won't Trigger War"."""
    return text.startswith(":", end)


def is_definite(text: str, party: PartyMention, office: re.Match[str]) -> bool:
    """Whether one officer is meant: "the German chancellor", "Germany's chancellor"; not "a German leader"."""
    owned = office.group().lstrip().startswith(("'", "’"))
    return owned or BEFORE.search(text, max(0, party.evidence.start - 5), party.evidence.start) is not None


def described(epithet: Epithet, mentions: Mentions, at: Mapping[Evidence, Person]) -> PersonMention | None:
    """Whom a description means, among those without an office; a "president" of no state named first, if he is near."""
    place = epithet.evidence
    starts = [sentence.start for sentence in mentions.sentences]
    here = bisect_right(starts, place.start) - 1
    if here < 0:
        return None
    first = starts[max(0, here - WINDOW + 1)]
    last = starts[here + WINDOW] if here + WINDOW < len(starts) else len(mentions.source.text)
    free = [m for m in mentions.people if m.evidence in at and is_free(at[m.evidence], epithet)]
    before = [m for m in free if first <= m.evidence.start < place.start]
    titled = [m for m in before if any(n.roles for n in at[m.evidence].mentions)]
    if before and not BESIDE.search(mentions.source.text, max(0, place.start - 20), place.start):
        return next((m for m in reversed(titled or before) if m.subject), (titled or before)[-1])
    if OBLIQUE.search(mentions.source.text, max(0, place.start - 20), place.start):
        return None
    after = [m for m in mentions.people if place.end <= m.evidence.start < last and m.subject]
    return after[0] if after and after[0] in free else None


def is_free(person: Person, epithet: Epithet) -> bool:
    """Whether a person has no office yet, or such a one of no state: "President Keller … the US leader"."""
    roles = [role for mention in person.mentions for role in mention.roles]
    return all(
        role.of is None and (role.value == epithet.value or {role.value, epithet.value} <= ALIKE) for role in roles
    )
