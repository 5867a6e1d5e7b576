"""Compile: what all articles mention and what a person decided in, one dossier out.

The order is who, then what, then who said what: people and parties first, because weapons, delegations and
claims refer to them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.cards.addresses import Addresses
from dossier.cards.claims import compile_claims
from dossier.cards.curation import Curation, apply_curation
from dossier.cards.delegations import compile_delegations
from dossier.cards.events import compile_events
from dossier.cards.organisations import compile_organisations, name_parties
from dossier.cards.people import compile_people
from dossier.cards.sources import cite_passages, compile_sources
from dossier.cards.weapons import compile_weapons
from dossier.lexicon import Lexicon
from dossier.model import Dossier, Mentions


def compile_dossier(found: Sequence[Mentions], lexicon: Lexicon, addresses: Addresses, curation: Curation) -> Dossier:
    """One card for each person, weapon, visit and proposition across all articles.

    ``found`` is in any order: the cards do not depend on it. ``addresses`` keeps ids that were given out.
    """
    found = sorted(found, key=lambda mentions: mentions.source.id)
    parties = name_parties(found, lexicon, addresses)
    people, named = compile_people(found, lexicon, parties, addresses)
    who = parties + named
    weapons = compile_weapons(found, lexicon, who, addresses)
    delegations = compile_delegations(found, lexicon, who, addresses)
    claims = compile_claims(found, lexicon, who, weapons, addresses)
    events = compile_events(found, lexicon, who, (weapons, delegations, claims), addresses)
    organisations = compile_organisations(found, lexicon, who, (*people, *weapons, *delegations, *claims, *events))
    facts = Dossier(
        people=people,
        weapons=weapons,
        delegations=delegations,
        claims=claims,
        organisations=organisations,
        events=events,
    )
    curated = apply_curation(compile_sources(found, facts), curation)
    return cite_passages(found, curated)  # again: a decision may have struck what cited a passage
