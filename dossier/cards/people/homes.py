"""Whose office it is where the title does not say: "Islamabad … Prime Minister X" is Pakistan's.

What settles it, the surest first: who is known to have had it ("President Obama"); the group that somebody leads
("a Roscosmos delegation led by Director X"); an office that one state alone has; the only state that acts in the
sentence, before the name or, as a seat or a body, after it; the state of the sentence before; the home of a medium
that writes for its own country. Only offices of which a state has one, and only while nobody else in the dossier is
said to hold that office there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.cards.people.homelands import OBLIQUE, OFTEN, Homelands, follows
from dossier.cards.people.incumbents import Incumbents
from dossier.cards.people.ownership import Ownership
from dossier.cards.people.spokespeople import Home, spoken_for
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Mentions, PartyMention, PartyType, PersonMention, Reading, Span

NATIONAL = frozenset(
    {"chancellor", "emir", "king", "minister", "monarch", "premier", "president", "queen", "secretary", "sultan"}
)
"""Nouns of offices that a state has one of; a "secretary" only with a field before it."""

SINGULAR = frozenset(
    {"army chief", "attorney general", "first lady", "national security adviser", "national security advisor"}
)
"""Other offices that a state has one of."""

LED_BY = re.compile(r"\b(?:led|headed) by (?:the |its |their )?(?:[\w-]+,? ){0,6}$")
"""What stands between a group and the title of whoever leads it."""

VISITED = re.compile(r"\b(?:in|at|of|from|by|visit(?:ed|s|ing)?|left|told|met)(?: the)?\s$")
"""What, besides, keeps a body named after a title from being its owner's: "the president spoke *at* the Kremlin"."""

SPEAKS = re.compile(r" (?:has |had )?(?:added|alleged|announced|claimed|denied|said|says|stated|told|wrote)\b")
"""What follows a body that speaks of somebody, and is not his: "…," *the Treasury* said last November"."""

OPENS = re.compile(r"[\s\"“”‘’']*(?:(?:The|In)\s)?")
PLACED = re.compile(r"\b(?:in|from|visited) (?:the )?(?:[a-z]+ )?$")
"""What tells the scene of a sentence: "in the western *Ukrainian* city of Lviv with President X"."""

KNOWN_RULE = "a head of state or government on the list"
RULE = "the only state named before it"
WHOSE_RULE = "an office that one state has"
LED_RULE = "the group that is led"
AFTER_RULE = "the only state whose body is named with it"
LEADS = frozenset({"king", "leader", "president"})
"""Offices whose holders any article may name without a state, at home or not."""

UNDER = re.compile(r"\b(?:under|during|since) (?:then[- ])?$", re.IGNORECASE)
HOMELAND_RULE = "the state that the article is at home in"
MOST_RULE = "the state named most of those that have the office"
DOES_TO = re.compile(r" (?:has |had )?[a-z]+ed (?:the )?")
"""What stands between somebody and the state that he acts on."""
REACH = 30
TWICE = 2
"""How many times as often as the next it is named."""

MEDIUM_RULE = "the state whose medium reports it"
HIS = "an office that another person gives"
"""As the mention has it: "his defence secretary". Neither what stands before nor after tells more."""


class Homes:
    """All articles' sentences and parties, asked for the state that a title without one means."""

    def __init__(
        self, found: Sequence[Mentions], taken: set[tuple[str, str]], lexicon: Lexicon, ownership: Ownership
    ) -> None:
        self._found = {mentions.source.ref: mentions for mentions in found}
        self._taken = taken
        """(title, state) pairs that somebody is said to hold."""
        self._lexicon, self._ownership = lexicon, ownership
        self._incumbents = Incumbents(lexicon.people)
        self._homelands = Homelands(self._found, ownership, lexicon.parties, lexicon.people.whose)

    def place(self, mention: PersonMention, reading: Reading) -> Reading:
        """The reading with the state or body that the passage means, and that one's passage among its evidence."""
        alone = len(self._possible(reading.value) or ()) == 1
        if reading.of is not None or (reading.rule == HIS and not alone):
            return reading
        known = self._incumbents.states_of(mention.name, reading.value)
        if len(known) == 1:
            return replace(reading, of=min(known), evidence=(*reading.evidence, mention.evidence), rule=KNOWN_RULE)
        home = next(self._homes(mention.evidence, reading.value, known), None)
        if home is None or (reading.value, home[0]) in self._taken:
            return reading
        return replace(reading, of=home[0], evidence=(*reading.evidence, home[1]), rule=home[2])

    def checked(self, reading: Reading) -> Reading:
        """The reading, without a state that has no such office and that the passage does not name."""
        return replace(reading, of=None) if self._is_elsewhere(reading) else reading

    def _is_elsewhere(self, reading: Reading) -> bool:
        state, possible = self._lexicon.parties.by_name(reading.of or ""), self._possible(reading.value)
        if state is None or state.type is not PartyType.STATE or possible is None or reading.of in possible:
            return False
        passage = reading.evidence[0]
        inside = (p for p in self._parties(passage.source) if passage.span.covers(p.evidence.span))
        return all(party.name != reading.of for party in inside)

    def _homes(self, place: Evidence, value: str, known: frozenset[str]) -> Iterator[Home]:
        yield from self._group_led(place)
        if value.split()[-1].startswith("spokes"):
            yield from spoken_for(self._found[place.source], place, value, self._ownership)
            return
        possible = known or self._possible(value)
        if possible is not None and len(possible) == 1:
            yield next(iter(possible)), place, WHOSE_RULE
        if is_national(value) or possible is not None:
            yield from self._state_before(place, possible)
            yield from self._body_after(place, possible)
            yield from self._own_medium(place, value)
        if possible is not None:
            yield from self._most_named(place, possible)

    def at_home(self, readings: Sequence[Reading]) -> list[Reading]:
        """One person's readings, those without a state with the one that their articles are at home in.

        Articles at home in different states tell nothing.
        """
        owned = {reading.value for reading in readings if reading.of is not None}
        placed = [r if r.value in owned else self._in_homeland(r) for r in readings]
        told = {new.of for old, new in zip(readings, placed, strict=True) if new is not old}
        return placed if len(told) == 1 else list(readings)

    def _in_homeland(self, reading: Reading) -> Reading:
        """The reading with the state that its article is at home in, unless somebody else has the office there.

        "Under President X" tells of another time, and as often of another state.
        """
        value, place = reading.value, reading.evidence[0]
        people = self._lexicon.people
        bare = is_national(value) or any(f" {value}".endswith(f" {office}") for office in people.domestic)
        related = not people.kin.isdisjoint(value.split())
        if reading.of is not None or reading.rule == HIS or not bare or related or self._preceded(place, UNDER):
            return reading
        others = {state for title, state in self._taken if title == value}
        home = self._homelands.of(place, others, surely=value.split()[-1] in LEADS)
        if home is None or self._is_acted_on(home[0], place):
            return reading
        return replace(reading, of=home[0], evidence=(*reading.evidence, home[1]), rule=HOMELAND_RULE)

    def _is_acted_on(self, state: str, place: Evidence) -> bool:
        """Whether whoever has the office does something to a state: "President Dahl *blamed Norway* for it"."""
        text = self._found[place.source].source.text
        named = (
            p for p in self._parties(place.source) if p.name == state and 0 <= p.evidence.start - place.end <= REACH
        )
        return any(DOES_TO.fullmatch(text, place.end, party.evidence.start) for party in named)

    def _possible(self, value: str) -> frozenset[str] | None:
        """The only states that have an office, "former" and "acting" left out; ``None`` where any may."""
        whose, words = self._lexicon.people.whose, value.split()
        while words and words[0] in {"former", "acting", "then", "ex", "incoming", "outgoing"}:
            words = words[1:]
        return whose.get(" ".join(words)) or whose.get(" ".join(words).partition(" for ")[0])

    def _group_led(self, place: Evidence) -> Iterator[Home]:
        """The party right before "led by": "a *Roscosmos* delegation, led by Deputy Director X"."""
        text = self._found[place.source].source.text
        sentence = self._sentences(place)[-1:]
        start = max(place.start - 200, sentence[0].start if sentence else 0)
        led = LED_BY.search(text[start : place.start])
        if led is None:
            return
        before = [p for p in self._parties(place.source) if start <= p.evidence.start < start + led.start()]
        near = [p for p in before if start + led.start() - p.evidence.end <= GROUP]
        for party in near[-1:]:
            yield party.name, party.evidence, LED_RULE

    def _state_before(self, place: Evidence, possible: frozenset[str] | None) -> Iterator[Home]:
        for sentence in self._sentences(place)[:-3:-1]:
            if possible is None and (body := self._acting_body(sentence, place)) is not None:
                yield body
                return
            states = [
                party
                for party in self._parties(place.source)
                if sentence.covers(party.evidence)
                and party.type is PartyType.STATE
                and party.evidence.end <= place.start
                and (party.name in possible if possible is not None else self._is_free(party.evidence))
            ]
            if states:
                acting = [p for p in states if possible is not None or self._acts(p, sentence)]
                if acting and len({party.name for party in states}) == 1:
                    yield acting[-1].name, acting[-1].evidence, RULE
                return
            if not self._same_paragraph(sentence, place):
                return

    def _acting_body(self, sentence: Span, place: Evidence) -> Home | None:
        """A state's force or body with which the sentence opens: "*Chad's police* seized arms, Minister X said"."""
        if not sentence.start <= place.start < sentence.end:
            return None
        text = self._found[place.source].source.text
        for party in self._parties(place.source):
            state = self._ownership.state_of(party.name)
            opens = OPENS.fullmatch(text, sentence.start, party.evidence.start) is not None
            if (
                opens
                and state is not None
                and party.type in {PartyType.ARMY, PartyType.BODY}
                and self._is_free(party.evidence)
            ):
                return state, party.evidence, RULE
        return None

    def _is_free(self, place: Evidence) -> bool:
        """Whether a state may be the home: nothing is done to it ("funding for Ukraine"), no other title has it."""
        people = self._found[place.source].people
        titles = (e for person in people for role in person.roles if role.of for e in role.evidence)
        titled = any(title.start <= place.start and place.end <= title.end for title in titles)
        return not titled and not self._preceded(place, OBLIQUE)

    def _acts(self, party: PartyMention, sentence: Span) -> bool:
        """Whether a state is one that acts: by its capital or seat, as what the sentence opens with, as its scene."""
        text = self._found[party.evidence.source].source.text
        opens = OPENS.fullmatch(text, sentence.start, party.evidence.start) is not None
        return opens or party.how in {"capital", "seat"} or self._preceded(party.evidence, PLACED)

    def _body_after(self, place: Evidence, possible: frozenset[str] | None) -> Iterator[Home]:
        """A state whose seat or body the rest of the sentence names: "told a *White House* briefing"."""
        sentence = next(iter(self._sentences(place)[-1:]), None)
        bodies = [
            (state, party.evidence, AFTER_RULE)
            for party in self._parties(place.source)
            if sentence is not None
            and sentence.covers(party.evidence)
            and party.evidence.start >= place.end
            and (party.how == "seat" or party.type in {PartyType.BODY, PartyType.PARTY})
            and not any(self._preceded(party.evidence, cut) for cut in (OBLIQUE, VISITED))
            and SPEAKS.match(self._found[place.source].source.text, party.evidence.end) is None
            and (state := self._ownership.state_of(party.name)) is not None
            and (possible is None or state in possible)
        ]
        if len({state for state, *_ in bodies}) == 1:
            yield bodies[0]

    def _own_medium(self, place: Evidence, value: str) -> Iterator[Home]:
        """The state of a medium that writes for its own country, and names it often; a bare "president" may be any."""
        source = self._found[place.source].source
        if len(value.split()) < 2 or value.split()[-1] in {"king", "leader", "president"} or value.startswith("former"):
            return
        for name in (source.agency, source.publisher):
            found = self._lexicon.parties.lookup(name) if name else None
            if found is None or found[0].type is not PartyType.MEDIUM:
                continue
            state = self._lexicon.parties.state(found[0])
            if state is not None and not found[0].world and state.name in self._often(place.source):
                yield state.name, place, MEDIUM_RULE
            return

    def _often(self, source: str) -> set[str | None]:
        """The states of which an article speaks most."""
        counts = Counter(self._ownership.state_of(party.name) for party in self._parties(source))
        return {state for state, _ in counts.most_common(OFTEN)}

    def _most_named(self, place: Evidence, possible: frozenset[str]) -> Iterator[Home]:
        """Of the states that have the office the one that the article names far more often: a *defence secretary*."""
        named = [(self._ownership.state_of(party.name), party) for party in self._parties(place.source)]
        counts = Counter(state for state, _ in named if state in possible)
        (best, most), *rest = [*counts.most_common(), (None, 0)]
        if best is not None and (not rest or most >= TWICE * rest[0][1]):
            yield best, next(party.evidence for state, party in named if state == best), MOST_RULE

    def _parties(self, source: str) -> Sequence[PartyMention]:
        return self._found[source].parties

    def _sentences(self, place: Evidence) -> list[Span]:
        return [s for s in self._found[place.source].sentences if s.start <= place.start]

    def _preceded(self, place: Evidence, words: re.Pattern[str]) -> bool:
        return follows(words, self._found[place.source].source.text, place.start)

    def _same_paragraph(self, sentence: Span, place: Evidence) -> bool:
        between = self._found[place.source].source.text[max(0, sentence.start - 2) : sentence.start]
        return "\n" not in between and sentence.start > 1 and sentence.start <= place.start


GROUP = 60
"""Code points between a sender and "led by": "a *Roscosmos* delegation of rocket engineers, led by"."""


def is_national(value: str) -> bool:
    """Whether a state has one such office: "foreign minister"; not any "secretary"."""
    words = value.split()
    if "minister" in words and words.index("minister") + 1 < len(words):
        return words[words.index("minister") + 1] in {"for", "of"}  # "minister of defence"
    return (words[-1] in NATIONAL and words != ["secretary"]) or any(value.endswith(office) for office in SINGULAR)
