"""The nouns: source, evidence, mention, card, dossier. Imported by every floor; imports nothing of ours.

An offset is always a count of Unicode code points into the source's text, which is the seed's bytes
decoded as UTF-8 with nothing changed. Every class here is frozen: a later stage makes a new object.
"""

from __future__ import annotations

from dossier.model.cards import (
    Alias,
    Card,
    ClaimCard,
    DelegationCard,
    Dossier,
    EventCard,
    Extracted,
    OrganisationCard,
    PersonCard,
    Report,
    SourceCard,
    Statement,
    WeaponCard,
)
from dossier.model.mentions import (
    ClaimMention,
    DelegationMention,
    EventMention,
    Mentions,
    PartyMention,
    PersonMention,
    Pointer,
    WeaponMention,
)
from dossier.model.passages import Evidence, Form, Kind, Mode, PartyType, Polarity, Reading, Rejected, Span
from dossier.model.sources import Found, Furniture, Shared, Source

__all__ = [
    "Alias",
    "Card",
    "ClaimCard",
    "ClaimMention",
    "DelegationCard",
    "DelegationMention",
    "Dossier",
    "EventCard",
    "EventMention",
    "Evidence",
    "Extracted",
    "Form",
    "Found",
    "Furniture",
    "Kind",
    "Mentions",
    "Mode",
    "OrganisationCard",
    "PartyMention",
    "PartyType",
    "PersonCard",
    "PersonMention",
    "Pointer",
    "Polarity",
    "Reading",
    "Rejected",
    "Report",
    "Shared",
    "Source",
    "SourceCard",
    "Span",
    "Statement",
    "WeaponCard",
    "WeaponMention",
]
