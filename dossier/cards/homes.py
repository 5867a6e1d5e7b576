"""Whose office it is where the title does not say: "Islamabad … Prime Minister X" is Pakistan's.

Only offices that a state has, only where one state alone is named before the name in its sentence (or, failing any,
in the sentence before), and only while nobody else in the dossier holds that office there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.model import Evidence, Mentions, PartyMention, PartyType, PersonMention, Reading, Span

NATIONAL = frozenset(
    {"chancellor", "emir", "king", "minister", "monarch", "premier", "president", "queen", "secretary", "sultan"}
)
"""Last words of offices that a state has one of; a "secretary" only with a field before it."""

RULE = "the only state named before it"
BODY_RULE = "the body named before it"
"""For spokespeople, who speak for whoever was named last in the paragraph."""


class Homes:
    """All articles' sentences and parties, asked for the state that a title without one means."""

    def __init__(self, found: Sequence[Mentions], taken: set[tuple[str, str]]) -> None:
        self._found = {mentions.source.ref: mentions for mentions in found}
        self._taken = taken
        """(title, state) pairs that somebody is said to hold."""

    def place(self, mention: PersonMention, reading: Reading) -> Reading:
        """The reading with the state that the passage means, and that state's passage among its evidence."""
        words = reading.value.split()
        if reading.of is None and words[-1].startswith("spokes"):
            body = self._body_before(mention.evidence)
            if body is not None:
                return replace(reading, of=body[0], evidence=(*reading.evidence, body[1]), rule=BODY_RULE)
        if reading.of is not None or words[-1] not in NATIONAL or words == ["secretary"]:
            return reading
        state = self._state_before(mention.evidence)
        if state is None or (reading.value, state[0]) in self._taken:
            return reading
        return replace(reading, of=state[0], evidence=(*reading.evidence, state[1]), rule=RULE)

    def _state_before(self, place: Evidence) -> tuple[str, Evidence] | None:
        mentions = self._found[place.source]
        sentences = [s for s in mentions.sentences if s.start <= place.start]
        for sentence in sentences[:-3:-1]:
            states = [
                (party.name, party.evidence)
                for party in mentions.parties
                if party.type is PartyType.STATE
                and sentence.covers(party.evidence)
                and party.evidence.end <= place.start
            ]
            if states:
                return states[-1] if len({name for name, _ in states}) == 1 else None
            if not self._same_paragraph(sentence, place):
                return None
        return None

    def _body_before(self, place: Evidence) -> tuple[str, Evidence] | None:
        text = self._found[place.source].source.text
        start = text.rfind("\n", 0, place.start) + 1
        bodies = [
            (party.name, party.evidence)
            for party in self._found[place.source].parties
            if start <= party.evidence.start < place.start and speaks(party)
        ]
        return bodies[-1] if bodies else None

    def _same_paragraph(self, sentence: Span, place: Evidence) -> bool:
        between = self._found[place.source].source.text[max(0, sentence.start - 2) : sentence.start]
        return "\n" not in between and sentence.start > 1 and sentence.start <= place.start


def speaks(party: PartyMention) -> bool:
    """Whether a party has spokespeople and is named as somebody who acts, not as a place or an adjective."""
    if party.type is PartyType.STATE:
        return party.how == "seat"
    return party.type not in {PartyType.MEDIUM, PartyType.OTHER} and party.how != "demonym"
