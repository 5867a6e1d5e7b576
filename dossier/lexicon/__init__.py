"""The word lists of ``dossier/words/``, read once into frozen look-ups and passed down the stairs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.lexicon.claims import ClaimWords, load_claim_words
from dossier.lexicon.delegations import DelegationWords, load_delegation_words
from dossier.lexicon.events import EventWords, load_event_words
from dossier.lexicon.furniture import FurnitureWords, load_furniture_words
from dossier.lexicon.parties import Parties, load_parties
from dossier.lexicon.people import PeopleWords, load_people_words
from dossier.lexicon.speakers import Paraphrases, SpeakerWords, load_paraphrases, load_speaker_words
from dossier.lexicon.spelling import Spelling, load_spelling
from dossier.lexicon.terms import term_pattern
from dossier.lexicon.weapons import WeaponWords, load_weapon_words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the program knows of the world, one field a list."""

    parties: Parties
    """States, bodies, armies, movements, media: names, demonyms, capitals, seats."""
    people: PeopleWords
    """Titles and offices, honorifics, particles of names."""
    weapons: WeaponWords
    """Heads, modifiers, families and designations of military equipment."""
    delegations: DelegationWords
    """Words for groups that travel, and for the occasions on which they do."""
    events: EventWords
    """Verbs and nouns of happenings, by sort."""
    claims: ClaimWords
    """Reporting verbs and nouns by class."""
    furniture: FurnitureWords
    """What publishing systems print around an article."""
    spelling: Spelling
    """British and American spellings, and synonyms that a title or a class may take."""
    speakers: SpeakerWords
    """How a text points back at a speaker without the name: "the report", "the Asian country"."""
    paraphrases: Paraphrases
    """Words that two tellings of one proposition may swap, and words that tell little."""
    term: re.Pattern[str] = field(init=False, repr=False)
    """A word of a text as terms of arms are made of it: ``anti-tank``, also where it is printed "anti tank"."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "term", term_pattern(self.weapons.solid.values(), self.spelling))


def load_lexicon() -> Lexicon:
    """Read and check all lists; ``WordsError`` names the file and the row that is wrong."""
    return Lexicon(
        parties=load_parties(),
        people=load_people_words(),
        weapons=load_weapon_words(),
        delegations=load_delegation_words(),
        events=load_event_words(),
        claims=load_claim_words(),
        furniture=load_furniture_words(),
        spelling=load_spelling(),
        speakers=load_speaker_words(),
        paraphrases=load_paraphrases(),
    )
