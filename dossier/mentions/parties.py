"""Find states, bodies, armies, parties, movements and media in an article: "Pyongyang", "Russia's defence ministry".

Rules, in the order in which they claim a stretch of text: grammar-formed bodies and unnamed media (``bodies``), then
what the lists name, then what only stands for a party once the article has named it ("the North", "the Asian
country"), then organisations that only the tagger knows. Nothing claimed twice; the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span as TokenSpan

from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.lexicon.parties import Hit, Parties
from dossier.mentions.bodies import Named, find_bodies
from dossier.model import Kind, PartyMention, PartyType, Rejected, Span

COUNTRY = re.compile(r"\b[Tt]he ([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:country|nation|state|kingdom|republic|power|giant)\b")
"""How a text points at a state by its region: "the Asian country denies the allegation"."""

ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z&-]{1,9})\)")
"""An abbreviation given right after a name: "the Ukrainian Independent Information Agency (UNIAN)"."""

NOT_SHORT = re.compile(r"(?: of\b| [A-Z]| (?:east|west|and the [Ss]outh|coast|bank)\b|-)")
"""What follows "the North" where it is no state: "the North Atlantic", "the north of the country"."""


def find_parties(document: Document, lexicon: Lexicon) -> Iterator[PartyMention | Rejected]:
    """Mentions in the order of the text, none inside another; a capital used as a place is one too (``capital``)."""
    named: list[Named] = []
    for paragraph in document.paragraphs:
        listed = list(listed_parties(document, paragraph, lexicon.parties, named))
        yield from (hit for hit in listed if isinstance(hit, Rejected))
        hits = [hit for hit in listed if isinstance(hit, Hit)]
        found = claim(find_bodies(paragraph, hits, lexicon, named), [])
        found += claim((as_named(paragraph, hit) for hit in hits), found)
        found += claim(short_names(paragraph, lexicon.parties, [*named, *found]), found)
        found += claim(pointed_at(paragraph, lexicon.parties, [*named, *found]), found)
        found += claim(tagged_organisations(paragraph, lexicon.parties), found)
        found += claim(abbreviated(paragraph, [*named, *found]), found)
        named += sorted(found, key=lambda item: item.span)
    for item in named:
        evidence = document.source.evidence(item.span.start, item.span.end)
        yield PartyMention(evidence, item.name, item.type, item.how, item.of)


def claim(candidates: Iterable[Named], taken: list[Named]) -> list[Named]:
    """Keep those of ``candidates`` that overlap nothing in ``taken`` and no longer one among themselves."""
    kept: list[Named] = []
    for item in sorted(candidates, key=lambda c: (-len(c.span), c.span)):
        if not any(item.span.overlaps(other.span) for other in (*taken, *kept)):
            kept.append(item)
    return kept


def as_named(paragraph: Paragraph, hit: Hit) -> Named:
    """Turn a listed surface into a mention at its place in the source."""
    span = Span(paragraph.start + hit.start, paragraph.start + hit.end)
    return Named(span, hit.party.name, hit.party.type, hit.how, hit.party.of)


def listed_parties(
    document: Document, paragraph: Paragraph, parties: Parties, named: Iterable[Named]
) -> Iterator[Hit | Rejected]:
    """What the lists name, less what is a part of a person's name: "Jordan" in "Jordan Henderson"."""
    known = {item.name for item in named}
    for hit in parties.find(paragraph.doc.text):
        if part_of_name(paragraph, hit) and hit.party.name not in known:
            evidence = document.source.evidence(paragraph.start + hit.start, paragraph.start + hit.end)
            yield Rejected(Kind.ORGANISATION, evidence, "part of a person's name")
        else:
            yield hit


def part_of_name(paragraph: Paragraph, hit: Hit) -> bool:
    """Whether the tagger reads the surface and a capitalised word beside it as one person."""
    tokens = paragraph.doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if tokens is None or hit.how == "demonym" or len(tokens) > 1 or hit.party.type is not PartyType.STATE:
        return False
    person = next((e for e in paragraph.doc.ents if e.label_ == "PERSON" and e.start <= tokens.start < e.end), None)
    return person is not None and len(person) == 2 and person.text.istitle() and "'" not in person.text


def short_names(paragraph: Paragraph, parties: Parties, named: list[Named]) -> Iterator[Named]:
    """Names that hold only where the article has named the party: "the North", "the kingdom", "the bloc"."""
    present = {item.name for item in named}
    owners: dict[str, list[str]] = {}
    for row in parties:
        if row.name in present:
            for short in row.short:
                owners.setdefault(short, []).append(row.name)
    text = paragraph.doc.text
    for short, names in owners.items():
        party = parties.by_name(names[0])
        if len(names) != 1 or party is None:
            continue
        for match in re.finditer(rf"\b[Tt]he ({re.escape(short)})\b", text):
            if not NOT_SHORT.match(text, match.end()):
                span = Span(paragraph.start + match.start(1), paragraph.start + match.end(1))
                yield Named(span, party.name, party.type, "description", party.of)


def pointed_at(paragraph: Paragraph, parties: Parties, named: list[Named]) -> Iterator[Named]:
    """States pointed at by region: the last one before it that lies there. "the Asian country" after "Pyongyang"."""
    for match in COUNTRY.finditer(paragraph.doc.text):
        start = paragraph.start + match.start()
        for item in sorted((n for n in named if n.span.start < start), key=lambda n: n.span, reverse=True):
            party = parties.by_name(item.name)
            if party is not None and match.group(1) in party.regions:
                yield Named(Span(start, paragraph.start + match.end()), party.name, party.type, "description", party.of)
                break


def tagged_organisations(paragraph: Paragraph, parties: Parties) -> Iterator[Named]:
    """Organisations that no list has but whose name says what they are: "the Sana'a Centre for Strategic Studies"."""
    for entity in paragraph.doc.ents:
        if entity.label_ in {"ORG", "FAC"} and is_organisation(entity, parties):
            tokens = entity[1:] if entity[0].lower_ == "the" else entity
            while len(tokens) > 1 and tokens[-1].text in {"'s", "'"}:
                tokens = tokens[:-1]
            yield Named(paragraph.span(tokens), tokens.text, PartyType.OTHER, "name")


def is_organisation(entity: TokenSpan, parties: Parties) -> bool:
    """Whether two or more capitalised words with an organisation's noun among them make up ``entity``."""
    words = [token for token in entity if token.lower_ not in {"the", "'s"}]
    proper = sum(token.text[0].isupper() for token in words)
    return proper > 1 and any(token.text in parties.nouns for token in words) and not entity.text.isupper()


def abbreviated(paragraph: Paragraph, named: list[Named]) -> Iterator[Named]:
    """Abbreviations that the article introduces, here and wherever they stand after: "(SIPRI)", then "SIPRI"."""
    text, known = paragraph.doc.text, {}
    for item in named:
        if item.acronym is not None:
            known[item.acronym] = item
        start, end = item.span.start - paragraph.start, item.span.end - paragraph.start
        match = ACRONYM.match(text, end) if 0 <= start < end <= len(text) else None
        if match is not None:
            known[match.group(1)] = item
    for acronym, item in sorted(known.items()):
        for match in re.finditer(rf"\b{re.escape(acronym)}\b", text):
            span = Span(paragraph.start + match.start(), paragraph.start + match.end())
            yield Named(span, item.name, item.type, "name", item.of, acronym)
