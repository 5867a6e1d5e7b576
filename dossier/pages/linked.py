"""Each page's facts in the words of schema.org, for programs that read pages.

Not ``ClaimReview``: that asks for a rating, and a dossier gives no verdict. A claim is a ``Claim`` with whoever makes
it and the articles in which it appears; nothing says whether it is so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dossier.model import (
    Card,
    ClaimCard,
    EventCard,
    Kind,
    OrganisationCard,
    PartyType,
    PersonCard,
    Polarity,
    SourceCard,
)
from dossier.pages.desk import Desk
from dossier.pages.paper import visible
from dossier.pages.titles import claim_words

Facts = dict[str, Any]

ORGANISATIONS: Mapping[str, str] = MappingProxyType(
    {
        PartyType.STATE.value: "Country",
        PartyType.BODY.value: "GovernmentOrganization",
        PartyType.PARTY.value: "PoliticalParty",
        PartyType.COMPANY.value: "Corporation",
        PartyType.MEDIUM.value: "NewsMediaOrganization",
    }
)
"""Types of schema.org for sorts of organisations; any other is an ``Organization``."""


def linked_data(card: Card, desk: Desk) -> Facts:
    """The facts of one card; what is not known is left out, and so is what the articles dispute."""
    writers: dict[type[Card], Callable[[Any, Desk], Facts]] = {
        ClaimCard: claim_facts,
        SourceCard: article_facts,
        PersonCard: person_facts,
        OrganisationCard: organisation_facts,
        EventCard: event_facts,
    }
    facts = writers.get(type(card), thing_facts)(card, desk)
    return {"@context": "https://schema.org"} | plain_parts(facts)


def plain_parts(facts: Facts) -> Facts:
    """Facts without empty parts, every text in them made visible."""
    return {key: plain(part) for key, part in facts.items() if part}


def plain(value: Any) -> Any:
    """One value, likewise."""
    if isinstance(value, dict):
        return plain_parts(value)
    return [plain(part) for part in value] if isinstance(value, list) else visible(value)


def named(card: Card, desk: Desk) -> Facts:
    """What every card but a claim has: a name and its other spellings."""
    return {"name": desk.title(card), "alternateName": sorted({alias.name for alias in card.aliases})}


def thing_facts(card: Card, desk: Desk) -> Facts:
    """A weapon or a delegation: schema.org has no word for either."""
    return {"@type": "Thing", **named(card, desk)}


def person_facts(card: PersonCard, desk: Desk) -> Facts:
    """``Person`` with the offices that articles give; several are several."""
    offices = [f"{s.value} of {s.of}" if s.of else s.value for s in card.statements.get("role", ()) if s.value]
    return {"@type": "Person", **named(card, desk), "jobTitle": offices}


def organisation_facts(card: OrganisationCard, desk: Desk) -> Facts:
    """``Organization`` or what fits closer."""
    sorts = [ORGANISATIONS[s.value] for s in card.statements.get("type", ()) if s.value and s.value in ORGANISATIONS]
    return {"@type": sorts[0] if len(sorts) == 1 else "Organization", **named(card, desk)}


def event_facts(card: EventCard, desk: Desk) -> Facts:
    """``Event``; a date or a place only where the articles agree on one."""
    dates, places = ([s.value for s in card.statements.get(key, ()) if s.value] for key in ("date", "place"))
    facts: Facts = {"@type": "Event", **named(card, desk)}
    if len(dates) == 1:
        start, _, end = dates[0].partition("/")
        facts |= {"startDate": start, "endDate": end}
    if len(places) == 1:
        facts["location"] = {"@type": "Place", "name": places[0]}
    return facts


def claim_facts(card: ClaimCard, desk: Desk) -> Facts:
    """``Claim``: who makes it, in what words, where it appears.

    A denial's text is its whole sentence: "any drones had landed" is the reverse of what the harbour master says.
    """
    denies = card.polarity is Polarity.DENIES and card.reports
    by = desk.card(card.speaker_ref)
    kind = "Person" if by and by.kind is Kind.PERSON else "Organization" if by else "Thing"
    told = dict.fromkeys(report.passage.source for report in card.reports)
    return {
        "@type": "Claim",
        "name": desk.title(card),
        "text": card.reports[0].passage.exact if denies else claim_words(card, desk.shelf.denials),
        "author": {"@type": kind, "name": card.speaker} if card.speaker else None,
        "appearance": [article_facts(source, desk) for ref in told if (source := desk.source(ref))],
    }


def article_facts(source: SourceCard, desk: Desk) -> Facts:
    """``NewsArticle`` as far as the article says what it is."""
    publisher = source.publisher or source.agency
    return {
        "@type": "NewsArticle",
        "headline": desk.article(source),
        "author": [{"@type": "Person", "name": name} for name in source.authors],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "datePublished": source.published,
        "inLanguage": source.language,
        "url": source.url,
    }
