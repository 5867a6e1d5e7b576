"""Whom a claim accuses, whose it may be said to be, and what it foretells: what a denial may be an answer to."""

from __future__ import annotations

import re

from dossier.cards.claims.clusters import Saying


def is_other_side(denial: Saying, claim: Saying) -> bool:
    """Whether a claim is somebody else's: nobody denies themselves, their government or their state's media."""
    mine, other = denial.speaker, claim.speaker
    return (mine.party is None or mine.party != other.party) and mine.key != other.key


def is_accused(saying: Saying, claim: Saying) -> bool:
    """Whether another's claim speaks of the speaker of ``saying`` or of the side that it belongs to."""
    about = claim.content.names | claim.content.sides
    return saying.speaker.party in about or saying.speaker.name in about


def is_of_elsewhere(denial: Saying, claim: Saying) -> bool:
    """Whether a denial tells little but a place that a claim does not name: "was on its way *to Syria*"."""
    mine = denial.content.names - denial.speaker.own
    shared = denial.content.telling & claim.content.telling
    return bool(mine) and len(shared) < 2 and mine.isdisjoint(claim.content.names | claim.content.sides)


def may_be_meant(claim: Saying, denial: Saying) -> bool:
    """Whether a claim is of those whose claim a denial says that it denies; anybody's where it doesn't say."""
    authors = denial.authors - denial.speaker.own
    return not authors or claim.speaker.name is None or not makers(claim).isdisjoint(authors)


def makers(claim: Saying) -> frozenset[str]:
    """Whose a claim may be said to be: the speaker's, and the medium's that relays it: "denied a *Reuters* report"."""
    return claim.speaker.own | {medium.name for medium in claim.via if medium.name is not None}


def accuses(claim: Saying, denial: Saying) -> bool:
    """Whether a claim accuses the speaker of a denial and may be the one that is meant."""
    return claim.accuses and is_accused(denial, claim) and is_other_side(denial, claim) and may_be_meant(claim, denial)


def foretells(claim: Saying, denial: Saying) -> bool:
    """Whether another's claim is that the side of a denial is about to do something: "could invade at any moment".

    One that tells much else is not about that: "some diplomats will move before the invasion".
    """
    words = claim.mention.proposition.exact
    about = is_accused(denial, claim) and is_other_side(denial, claim) and not claim.content.negated
    bare = len(claim.content.telling) <= MUCH
    return about and bare and FORETELLING.search(words) is not None and SUPPOSING.search(words) is None


MUCH = 4
"""How many terms a claim may tell that foretells one thing: "invasion", "begin", "Olympic", "Games"."""


FORETELLING = re.compile(
    r"\b(?:about to|going to|could|imminent\w*|intend\w*|may|might|plan(?:s|ned|ning)?|poised|prepar\w+"
    r"|ready to|set to|will|threat of|any (?:day|hour|minute|moment|time))\b"
)
SUPPOSING = re.compile(r"\b(?:if|in case|in the event|should|unless|would)\b", re.IGNORECASE)
"""What makes a claim one of what follows: "*would* be horrific"."""
