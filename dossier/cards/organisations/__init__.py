"""Compile organisations: whoever speaks, sends, holds or belongs on another card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.organisations.descriptions import Texts, state_owners, state_seats, state_types
from dossier.cards.referents import Naming, Referent, Referents
from dossier.lexicon import Lexicon
from dossier.model import (
    Alias,
    Card,
    ClaimCard,
    Evidence,
    Kind,
    Mentions,
    OrganisationCard,
    PartyMention,
    PartyType,
)

NO_NAMES = frozenset({"demonym", "description"})
"""Ways of naming that give no other name: "Russian" and "the Asian country" are not what the state is called."""


def name_parties(found: Sequence[Mentions], lexicon: Lexicon, addresses: Addresses) -> Referents:
    """Which organisation each party mention stands for; ids are given to all, cards only to those that others name."""
    grouped = by_name(found, lexicon)
    names = sorted(grouped)
    ids = addresses.assign(Kind.ORGANISATION, [Applicant(n, tuple(m.evidence for m in grouped[n])) for n in names])
    namings = []
    for name, id_ in zip(names, ids, strict=True):
        who = Referent(
            f"{Kind.ORGANISATION.plural}/{id_}", name, Kind.ORGANISATION, party_of(grouped[name][0], lexicon)
        )
        namings += [Naming(mention.evidence, who) for mention in grouped[name]]
    return Referents(namings)


def by_name(found: Sequence[Mentions], lexicon: Lexicon) -> dict[str, list[PartyMention]]:
    """Mentions by name, each list by publication, then source, then place; two spellings of a name are one.

    "Defence Security Agency" and "Defense Security Agency" go under the form that is printed first.
    """
    grouped: dict[str, list[PartyMention]] = {}
    names: dict[str, str] = {}
    for mentions in sorted(found, key=lambda m: (m.source.published or "9999", m.source.id)):
        for party in mentions.parties:
            name = names.setdefault(lexicon.spelling.canonical(party.name).casefold(), party.name)
            grouped.setdefault(name, []).append(party)
    return grouped


def party_of(mention: PartyMention, lexicon: Lexicon) -> str | None:
    """The state or body that a party is or belongs to: itself for a state and for a movement."""
    if mention.type is PartyType.STATE or mention.of is None:
        return mention.name
    state = lexicon.parties.state(lexicon.parties.by_name(mention.of))
    return state.name if state else mention.of


def compile_organisations(
    found: Sequence[Mentions], lexicon: Lexicon, who: Referents, cards: Iterable[Card]
) -> tuple[OrganisationCard, ...]:
    """Cards, sorted by id, for the organisations that ``cards`` refer to and those that these belong to."""
    grouped = by_name(found, lexicon)
    texts = {m.source.ref: m.source.text for m in found}
    refs = {n.who.name: n.who.ref for n in who if n.who.kind is Kind.ORGANISATION}
    names = {ref: name for name, ref in refs.items()}
    wanted = sorted({names[ref] for ref in references(cards, refs) if ref in names})
    made: dict[str, OrganisationCard] = {}
    while wanted:
        name = wanted.pop()
        if name not in made:
            made[name] = compile_one(name, grouped[name], Texts(texts, lexicon), refs)
            stated = (row.ref for rows in made[name].statements.values() for row in rows)
            owner = grouped[name][0].of
            wanted += [names[ref] for ref in stated if ref is not None]
            wanted += [owner] if owner in grouped else []
    return tuple(sorted(made.values(), key=lambda card: card.id))


def references(cards: Iterable[Card], refs: Mapping[str, str]) -> Iterator[str]:
    """Every reference to an organisation on ``cards``; a medium that relays a claim is named, not referred to."""
    for card in cards:
        for entries in card.statements.values():
            yield from (entry.ref for entry in entries if entry.ref is not None)
        if isinstance(card, ClaimCard):
            yield from (ref for ref in (card.speaker_ref, *card.about) if ref is not None)
            yield from (refs[name] for report in card.reports for name in report.via if name in refs)


def compile_one(name: str, mentions: Sequence[PartyMention], texts: Texts, refs: Mapping[str, str]) -> OrganisationCard:
    """One card; a property only where a passage states it."""
    statements = {
        "type": state_types(mentions, texts),
        "of": state_owners(mentions, texts, refs),
        "seat": state_seats(mentions, texts),
    }
    return OrganisationCard(
        id=refs[name].partition("/")[2],
        name=name,
        aliases=aliases(name, mentions),
        evidence=first_in_each_source(mentions),
        statements={key: value for key, value in statements.items() if value},
    )


def aliases(name: str, mentions: Sequence[PartyMention]) -> tuple[Alias, ...]:
    """Other names in the sources, sorted, each with its first place in each source: "Pyongyang" for North Korea."""
    found: dict[str, list[PartyMention]] = {}
    for mention in mentions:
        form = " ".join(mention.evidence.exact.split())
        form = form[4:] if form.startswith(("the ", "The ")) else form
        if mention.how not in NO_NAMES and form != name:
            found.setdefault(form, []).append(mention)
    return tuple(Alias(form, first_in_each_source(found[form])) for form in sorted(found))


def first_in_each_source(mentions: Sequence[PartyMention]) -> tuple[Evidence, ...]:
    """The first place in each source, in the order of ``mentions``."""
    first: dict[str, Evidence] = {}
    for mention in mentions:
        first.setdefault(mention.evidence.source, mention.evidence)
    return tuple(first.values())
