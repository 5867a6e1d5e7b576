"""Who is meant in the telling of an event: from "he", "the Russian delegation" and names to cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.cards.cast import Article, Cast, Named
from dossier.cards.speakers.posts import holds
from dossier.cards.wording import read_wording
from dossier.lexicon import Lexicon
from dossier.model import DelegationCard, EventMention, Evidence, PartyType, Pointer, Reading, WeaponCard

OFFICE = re.compile(r"\b(the (?:[\w-]+ ){1,3}?[\w-]+)['’]s\b")
"""Somebody who owns something: "the Asian leader's"."""

PERSONAL = frozenset({"he", "him", "she", "her"})
"""Pronouns that stand for a person; "it" and "they" are left as they are."""


@dataclass(frozen=True, slots=True)
class Part:
    """One who has a part in an event, as far as the text lets one know."""

    printed: Evidence
    how: str
    """As in ``Pointer.how``."""
    name: str | None = None
    ref: str | None = None
    """``None`` where no card is known: "two workers"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause of one article on one event, with its people and parties resolved."""

    mention: EventMention
    doers: tuple[Part, ...]
    others: tuple[Part, ...]
    weapons: tuple[str, ...]
    """References of the weapons that have a part in it."""

    @property
    def source(self) -> str:
        """The article: ``sources/<id>``."""
        return self.mention.evidence.source

    @property
    def date(self) -> Reading | None:
        """When it was, as far as the telling says it."""
        return next(iter(self.mention.dates), None)

    @property
    def doing(self) -> frozenset[str]:
        """References of those who do it."""
        return frozenset(part.ref for part in self.doers if part.ref)

    @property
    def met(self) -> frozenset[str]:
        """References of those to whom it is done."""
        return frozenset(part.ref for part in self.others if part.ref)

    @property
    def refs(self) -> frozenset[str]:
        """References of all who have a part in it."""
        return self.doing | self.met


@dataclass(frozen=True, slots=True)
class Company:
    """Whom and what a telling can be about."""

    cast: Cast
    delegations: Sequence[DelegationCard]
    weapons: Sequence[WeaponCard]
    lexicon: Lexicon


def read_tellings(company: Company) -> Iterator[Telling]:
    """The tellings of all articles, in the order of the articles and of the text."""
    weapons = {name.casefold(): card.ref for card in company.weapons for name in names_of(card)}
    for article in company.cast.articles.values():
        printed = {weapon.evidence: weapon.name.casefold() for weapon in article.mentions.weapons}
        for mention in article.mentions.events:
            doers = tuple(resolve(pointer, article, company) for pointer in mention.doers)
            taken = {part.ref for part in doers}
            others = (resolve(pointer, article, company) for pointer in mention.others)
            armed = (weapons.get(printed[at]) for at in mention.weapons if at in printed)
            yield Telling(
                mention=mention,
                doers=doers,
                others=tuple(part for part in others if part.ref is None or part.ref not in taken),
                weapons=tuple(dict.fromkeys(ref for ref in armed if ref is not None)),
            )


def names_of(card: WeaponCard) -> Iterator[str]:
    """The name of a weapon's card and its other surface forms."""
    yield card.name
    yield from (alias.name for alias in card.aliases)


def resolve(pointer: Pointer, article: Article, company: Company) -> Part:
    """The part that a pointer stands for, without a card where the text leaves it open."""
    place = pointer.evidence
    inside = [named for named in article.inside(place) if named.type is not PartyType.MEDIUM]
    if pointer.how == "pronoun":
        chosen = by_pronoun(place, article, company)
    elif pointer.how == "role":
        chosen = by_office(place, article, company)
    elif pointer.how == "group":
        group = by_group(place, inside, company.delegations)
        if group is not None:
            return Part(place, "group", group.name, group.ref)
        chosen = inside[-1] if inside else None
    else:
        own = [named for named in inside if named.person] or inside
        chosen = own[-1] if own and pointer.how != "noun" else None
    if chosen is None:
        return Part(place, pointer.how)
    return Part(place, pointer.how, chosen.who.name, chosen.who.ref)


def by_pronoun(place: Evidence, article: Article, company: Company) -> Named | None:
    """Whom "he" means: the only person of the sentence so far, its only subject, else those of the sentence before."""
    if place.exact.casefold() not in PERSONAL:
        return None
    starts = [span.start for span in article.mentions.sentences if span.start <= place.start][-2:]
    people = [named for named in article.before(place.start) if named.person and named.at.start >= starts[0]]
    here = [named for named in people if named.at.start >= starts[-1]]
    for rows in (here, people if not here else []):
        for chosen in ([n for n in rows if n.subject], rows):
            if len({named.who.ref for named in chosen}) == 1:
                return chosen[0]
    return by_owner(place, starts[-1], here, article, company)


def by_owner(place: Evidence, start: int, here: Sequence[Named], article: Article, company: Company) -> Named | None:
    """Of several, the one whose office the sentence names last: "the Asian leader's first contact since he met …"."""
    text = article.mentions.source.text[start : place.start]
    found = list(OFFICE.finditer(text))
    if not found:
        return None
    words = read_wording(found[-1].group(1), company.lexicon.spelling)
    parties = company.lexicon.parties
    regions = {word for word in words.words if any(word == r.casefold() for row in parties for r in row.regions)}

    def fits(named: Named) -> bool:
        state = parties.by_name(named.state or "")
        of_region = not regions or bool(state and regions & {region.casefold() for region in state.regions})
        return of_region and holds(named.who.titles, words, company.lexicon)

    holders = {named.who.ref: named for named in here if fits(named)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def by_office(place: Evidence, article: Article, company: Company) -> Named | None:
    """Who holds an office: "the North Korean leader", the last named in the article, else the only one of all."""
    words = read_wording(place.exact, company.lexicon.spelling)
    sides = {named.state for named in article.inside(place) if not named.person}
    if not words.definite:
        return None

    def fits(named: Named) -> bool:
        own = not sides or bool(sides & {named.state, named.who.party})
        return named.person and own and holds(named.who.titles, words, company.lexicon)

    before = next((named for named in article.before(place.start) if fits(named)), None)
    if before is not None or not sides:
        return before
    everybody = {named.who.ref: named for named in company.cast.everybody if fits(named)}
    return next(iter(everybody.values())) if len(everybody) == 1 else None


def by_group(place: Evidence, inside: Sequence[Named], delegations: Sequence[DelegationCard]) -> DelegationCard | None:
    """The delegation that a group's words mean: the only one of its sender or of the article."""
    here = [card for card in delegations if place.source in sources_of(card)]
    senders = {named.who.ref for named in inside}
    if senders:
        here = [card for card in here if senders & {s.ref for s in card.statements.get("from", ())}]
    return here[0] if len(here) == 1 else None


def sources_of(card: DelegationCard) -> set[str]:
    """The articles that name a delegation."""
    return {evidence.source for evidence in card.evidence}
