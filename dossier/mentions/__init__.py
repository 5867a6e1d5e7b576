"""Find: one article's document in, everything that it mentions out. The order of the finders is the list below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dossier.documents import Document
from dossier.lexicon import Lexicon
from dossier.mentions.claims import find_claims
from dossier.mentions.delegations import find_delegations
from dossier.mentions.events import find_events, without_speech
from dossier.mentions.parties import find_parties
from dossier.mentions.people import find_people
from dossier.mentions.weapons import find_weapons
from dossier.mentions.words import content_lemmas
from dossier.model import Mentions, Rejected

T = TypeVar("T")


def find_mentions(document: Document, lexicon: Lexicon) -> Mentions:
    """Run every finder over ``document``; later finders see what earlier ones found."""
    rejected: list[Rejected] = []

    def kept(found: Iterable[T | Rejected]) -> tuple[T, ...]:
        return tuple(_kept(found, rejected))

    parties = kept(find_parties(document, lexicon))
    people = kept(find_people(document, lexicon, parties))
    weapons = kept(find_weapons(document, lexicon, parties, people))
    delegations = kept(find_delegations(document, lexicon, parties, people))
    claims = kept(find_claims(document, lexicon, parties, people))
    events = kept(without_speech(find_events(document, lexicon, parties, people, weapons), claims, lexicon))
    return Mentions(
        source=document.source,
        sentences=tuple(document.sentences()),
        parties=parties,
        people=people,
        weapons=weapons,
        delegations=delegations,
        claims=claims,
        events=events,
        lemmas=content_lemmas(document),
        rejected=tuple(rejected),
    )


def _kept(found: Iterable[T | Rejected], rejected: list[Rejected]) -> Iterator[T]:
    for item in found:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            yield item
