"""Whom spokespeople speak for where the title does not say: "The army denied it. … Army spokesman X said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.attributions import is_quoted
from dossier.cards.people.ownership import Ownership
from dossier.model import Evidence, Mentions, PartyMention, PartyType

Home = tuple[str, Evidence, str]
"""A state or body, the passage that shows it, and the rule."""

BODY_RULE = "the body named before it"

FORCES = frozenset({"army", "military"})
"""First words of the title of whoever speaks for an army."""

GOVERNMENT = re.compile(r"(?:'s)? (?:\w+ )?(?:cabinet|government)\b")


def spoken_for(article: Mentions, place: Evidence, title: str, ownership: Ownership) -> Iterator[Home]:
    """Who may be meant, the likeliest first: for a government's spokesman a state, for an army's an army."""
    if title.startswith("government"):
        yield from government_before(article, place, ownership)
        return
    if title.split()[0] in FORCES:
        yield from army_before(article, place)
    yield from body_before(article, place)


def government_before(article: Mentions, place: Evidence, ownership: Ownership) -> Iterator[Home]:
    """The state whose government was named last: "The *Thai* government denies it, government spokesman X said"."""
    text = article.source.text
    before = (p for p in article.parties if p.evidence.end <= place.start)
    named = [p for p in before if GOVERNMENT.match(text, p.evidence.end) or GOVERNMENT.search(p.evidence.exact)]
    for party in named[-1:]:
        state = ownership.state_of(party.name)
        if state is not None:
            yield state, party.evidence, BODY_RULE


def army_before(article: Mentions, place: Evidence) -> Iterator[Home]:
    """The army that the article named last, however far back: "*Mali's army* denied it. … Army spokesman X said"."""
    armies = [p for p in article.parties if p.type is PartyType.ARMY and p.evidence.end <= place.start]
    for party in armies[-1:]:
        yield party.name, party.evidence, BODY_RULE


def body_before(article: Mentions, place: Evidence) -> Iterator[Home]:
    """Whoever was named last in the paragraph, or in the one before where this names nobody."""
    text = article.source.text
    start = text.rfind("\n", 0, place.start) + 1
    if not any(start <= p.evidence.start < place.start for p in article.parties):
        start = text.rfind("\n", 0, max(0, len(text[:start].rstrip()))) + 1
    inside = [
        party
        for party in article.parties
        if start <= party.evidence.start < place.start and not is_quoted(text[start : party.evidence.start])
    ]
    bodies = [p for p in inside if speaks(p)] or [p for p in inside if p.type is PartyType.OTHER and p.how == "name"]
    for party in bodies[-1:]:
        yield party.name, party.evidence, BODY_RULE


def speaks(party: PartyMention) -> bool:
    """Whether a party has spokespeople and is named as somebody who acts, not as a place or an adjective."""
    if party.type is PartyType.STATE:
        return party.how == "seat"
    return party.type not in {PartyType.MEDIUM, PartyType.OTHER} and party.how != "demonym"
