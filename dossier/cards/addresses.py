"""Permalinks: the ids that cards were ever given. ``content/addresses.yml`` is an input, like the seeds.

An address says which passages a card was founded on: its first mention in each article. A card that still rests on one
of them keeps its id, whatever is added later; without the file, ids derive from the seeds alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from slugify import slugify

from dossier.model import Card, ClaimCard, Dossier, Evidence, Kind

LONGEST_SLUG = 60
"""Characters of an id: long enough for a speaker and five words of a claim, short enough to read in a link."""

NUMBER = re.compile(r"-[0-9]+$")
"""What a clash adds to an id: ``kim-song-il-2``."""

DENIES = "-denies-"
"""What the address of a denial has after its speaker."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """A card that needs an id."""

    slug: str
    """The id that it would like, before clashes: any text; it is slugified here."""
    evidence: tuple[Evidence, ...]
    """All places of the card's mentions, founding passage first."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ids given out so far: reference -> founding passages; retired reference -> where it leads, or ``None`` (gone).

    A retired address keeps its founding passages, so that it is known again when its card comes back.
    """

    founded: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    retired: Mapping[str, str | None] = field(default_factory=dict)

    def assign(self, kind: Kind, applicants: Sequence[Applicant]) -> list[str]:
        """An id for each applicant, in their order.

        Whoever rests on a founding passage keeps that address, the one with most of them first. Who rests on none
        inherits an address of the same name that nobody claims (an article was renamed or replaced), else takes the
        name itself, and where it is taken ``-2``, ``-3`` … in the order of founding passages.
        """
        ids: dict[int, str] = {}
        given: set[str] = set()
        for match in sorted(self._matches(kind, applicants)):
            if match.index not in ids and match.id not in given:
                ids[match.index] = match.id
                given.add(match.id)
        rest = (index for index in range(len(applicants)) if index not in ids)
        for index in sorted(rest, key=lambda i: _rank(applicants[i])):
            ids[index] = free_id(applicants[index].slug, given)
            given.add(ids[index])
        return [ids[index] for index in range(len(applicants))]

    def _matches(self, kind: Kind, applicants: Sequence[Applicant]) -> Iterator[_Match]:
        """Every applicant with every address that it shares a founding passage with."""
        founders: dict[Evidence, list[str]] = {}
        for ref, passages in self.founded.items():
            if ref.startswith(f"{kind.plural}/"):
                for passage in passages:
                    founders.setdefault(passage, []).append(ref)
        for index, applicant in enumerate(applicants):
            slug = slug_of(applicant.slug)
            shared = Counter(ref for passage in set(applicant.evidence) for ref in founders.get(passage, ()))
            for ref, count in shared.items():
                id_ = ref.partition("/")[2]
                if kind is not Kind.CLAIM or has_same_voice(id_, slug):
                    poor = (ref in self.retired, -count, -likeness(id_, slug))
                    yield _Match(poor, _rank(applicant), as_given(id_), index)


@dataclass(frozen=True, slots=True, order=True)
class _Match:
    """An applicant and an address that it may keep; the best match is the smallest."""

    poor: tuple[bool, int, int]
    """Whether it is retired, passages in common and likeness of the names, these two negative."""
    rank: tuple[tuple[Evidence, ...], str]
    address: tuple[int, str]
    """As it was given out: ``as_given``."""
    index: int

    @property
    def id(self) -> str:
        """The address itself."""
        return self.address[1]


def as_given(id_: str) -> tuple[int, str]:
    """The order in which a clash gives addresses out: ``oslo-9`` before ``oslo-10``."""
    return len(id_), id_


def has_same_voice(id_: str, slug: str) -> bool:
    """Whether two claims' addresses begin with the same speaker and both deny, or neither.

    "Moscow and Pyongyang have denied" gives two claims one passage, and an accusation and its denial may share a
    sentence: the address of the one must never come to lead to the other.
    """
    return id_.split("-")[0] == slug.split("-")[0] and (DENIES in id_) == (DENIES in slug)


def addresses_of(dossier: Dossier, before: Addresses) -> Addresses:
    """What to write after a build: every address of ``dossier``, and what became of the others.

    A retired address leads to the card that a person or the program merged it into: the one that now rests on its
    founding passages; else it is gone. Asking again with the answer gives the answer.
    """
    alive = {card.ref for card in dossier.cards()}
    gone = {ref: passages for ref, passages in before.founded.items() if ref not in alive}
    founded = gone | founded_now(dossier, before, gone)
    known = {*before.founded, *before.retired}
    absorbed = {ref: card.ref for card in dossier.cards() for ref in decided(card, "same_as") if ref in known}
    leads = dict(before.retired) | heirs(dossier, gone) | absorbed
    retired = {ref: leads_to(ref, leads, alive) for ref in sorted({*gone, *before.retired, *absorbed} - alive)}
    return Addresses({ref: founded[ref] for ref in sorted(founded)}, retired)


def founded_now(
    dossier: Dossier, before: Addresses, gone: Mapping[str, tuple[Evidence, ...]]
) -> dict[str, tuple[Evidence, ...]]:
    """The passages that each card is known by. One that two cards share belongs to whom it belonged to before.

    A card that a person split off is known by its name alone: the program will find it joined again.
    """
    owners = {(ref.partition("/")[0], passage): ref for ref in sorted(gone, reverse=True) for passage in gone[ref]}
    alive = {card.ref for card in dossier.cards()}
    apart = alive & {ref for card in dossier.cards() for ref in decided(card, "split")}
    cards = [(sorted(passages_of(card)), card) for card in dossier.cards() if card.ref not in apart]
    # In the order in which `assign` takes applicants, so that both agree on who has a shared passage.
    cards.sort(key=lambda row: (row[0], as_given(row[1].ref)))
    for passages, card in cards:
        for passage in set(passages) & set(before.founded.get(card.ref, ())):
            owners.setdefault((card.kind.plural, passage), card.ref)
    for passages, card in cards:
        for passage in passages:
            owners.setdefault((card.kind.plural, passage), card.ref)
    owned = {
        card.ref: tuple(p for p in passages_of(card) if owners[card.kind.plural, p] == card.ref) for _, card in cards
    }
    return owned | dict.fromkeys(sorted(apart), ())


def heirs(dossier: Dossier, gone: Mapping[str, tuple[Evidence, ...]]) -> dict[str, str | None]:
    """For each address that is gone: the card that now rests on the first of its passages that is still cited.

    Where several do, the one with the most similar address: who accuses and who denies may share one proposition.
    """
    now: dict[tuple[str, Evidence], list[str]] = {}
    for card in dossier.cards():
        own = [report.proposition for report in card.reports] if isinstance(card, ClaimCard) else card.evidence
        for passage in own:
            now.setdefault((card.kind.plural, passage), []).append(card.ref)
    found: dict[str, str | None] = {}
    for ref, passages in gone.items():
        keys = ((ref.partition("/")[0], passage) for passage in passages)
        candidates = next((now[key] for key in keys if key in now), [])
        if ref.startswith("claims/"):
            candidates = [other for other in candidates if has_same_voice(ref, other)]
        if candidates:
            found[ref] = max(candidates, key=lambda other: (beginning_in_common(ref, other), other))
    return found


def likeness(id_: str, slug: str) -> int:
    """How many characters two names begin with in common; names that only a clash's number tells apart are the same."""
    if slug in (id_, NUMBER.sub("", id_)):
        return LONGEST_SLUG * 2
    return beginning_in_common(id_, slug)


def beginning_in_common(one: str, other: str) -> int:
    """How many characters two addresses begin with alike: a claim's begins with its speaker."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def leads_to(ref: str, leads: Mapping[str, str | None], alive: set[str]) -> str | None:
    """Where a retired address leads in the end; ``None`` where that is gone too."""
    seen: set[str] = set()
    at: str | None = ref
    while at is not None and at not in alive and at not in seen:
        seen.add(at)
        at = leads.get(at)
    return at if at in alive else None


def passages_of(card: Card) -> tuple[Evidence, ...]:
    """What an address of ``card`` may be known by; a claim's proposition, since two may stand in one sentence."""
    if isinstance(card, ClaimCard):
        return tuple(dict.fromkeys([*(report.proposition for report in card.reports), *card.evidence]))
    return tuple(dict.fromkeys(card.evidence))


def decided(card: Card, do: str) -> Iterator[str]:
    """The references in the decisions of one sort: what the card absorbed, what was split off."""
    for decision in card.curated.get("decisions") or ():
        if decision.get("do") == do and do == "split":
            yield f"{card.kind.plural}/{slug_of(str(decision.get('value')))}"
        elif decision.get("do") == do:
            yield str(decision.get("ref"))


def slug_of(text: str) -> str:
    """The id that a name would like: ``kim-song-il``; ``unnamed`` where nothing in it can stand in a link."""
    return slugify(text, max_length=LONGEST_SLUG, word_boundary=True) or "unnamed"


def free_id(text: str, taken: set[str]) -> str:
    """The slug of ``text``, numbered from 2 where that is taken: ``kim-song-il``, ``kim-song-il-2``."""
    slug = slug_of(text)
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def _rank(applicant: Applicant) -> tuple[tuple[Evidence, ...], str]:
    return tuple(sorted(set(applicant.evidence))), applicant.slug
