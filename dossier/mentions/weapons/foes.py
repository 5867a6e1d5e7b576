"""Whom "the occupiers" and "the rebels" mean: the one invader of the article, its one armed group, or nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Names
from dossier.mentions.syntax import passives, relatives, subject_of, verb_above
from dossier.mentions.weapons.possession import holds
from dossier.mentions.weapons.words import Words
from dossier.model import Evidence, PartyMention, PartyType

FOES = frozenset({"adversary", "aggressor", "enemy", "foe", "invader", "occupant", "occupier"})
"""Nouns for the other side in a war: "the OCCUPIERS fired at the town"."""

INVADING = re.compile(
    r"(?:'s)?(?: [\w-]+){0,2}? (?:occupation|occupiers?|occupying|invaders?|invasion|invading|aggressors?|aggression)\b"
)
"""What follows the party that an article holds for the invader: "RUSSIA'S full-scale invasion"."""

GROUPS = frozenset({"group", "militia", "movement"})
"""Nouns for an armed movement that was named before, beside the words for its fighters: "the MILITIA fired"."""

POINTING = frozenset({"the", "these", "those"})
"""Words before a noun that points back."""


def foe(words: Words, doer: Token, names: Names, lexicon: WeaponWords) -> Iterator[PartyMention]:
    """The party that a noun without a name means, where the article leaves but one: "the enemy", "the rebels".

    The mention is the passage that says so: the invader's first, the group's last before the noun.
    """
    parties = [holder for holder in names.named if isinstance(holder, PartyMention)]
    lemma = doer.lemma_.casefold()
    if lemma in FOES:
        invaders = [party for party in parties if INVADING.match(names.text, party.evidence.end)]
        if len({state(party) for party in invaders}) == 1:
            yield invaders[0]
        return
    definite = any(child.lower_ in POINTING for child in doer.lefts)
    if definite and lemma in lexicon.fighters | GROUPS:
        groups = [party for party in parties if party.type is PartyType.GROUP]
        before = [party for party in groups if party.evidence.end <= words.paragraph.start + doer.idx]
        if len({party.name for party in groups}) == 1:
            yield from before[-1:]


def state(party: PartyMention) -> str:
    """The state that a party is or belongs to."""
    return party.name if party.type is PartyType.STATE else party.of or party.name


def fighters(words: Words, noun: Token, lexicon: WeaponWords) -> Iterator[Evidence]:
    """Armed people who are not named: "the mutineers used", "jihadists armed with", "used by separatists"."""
    verb, through = verb_above(noun)
    doers = [subject_of(verb)] if verb is not None and holds(verb, through, lexicon) else []
    doers += [
        child for above in (*relatives(noun), *passives(noun)) for agent in above.children for child in agent.children
    ]
    if verb is not None and verb.lemma_.casefold() in lexicon.mounting and verb.dep_ == "acl":
        doers.append(verb.head)
    for doer in doers:
        if doer is not None and doer.tag_ == "NNS" and doer.lemma_.casefold() in lexicon.fighters:
            yield words.document.evidence(words.paragraph, doer)
            return
