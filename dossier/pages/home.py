"""The home page: what the dossier is about, what is disputed, what many tell and what hangs on one medium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dossier.findings.rests import origin_groups
from dossier.findings.timeline import Entry
from dossier.links import index_of
from dossier.model import Card, ClaimCard, Kind, Polarity
from dossier.pages.compare import single_channels
from dossier.pages.shelf import Shelf, most_covered

LONGEST_START = 6
"""Cards a kind on the home page."""

FIGURES = (
    Kind.CLAIM, Kind.SOURCE, Kind.PERSON, Kind.WEAPON, Kind.DELEGATION, Kind.ORGANISATION, Kind.EVENT,
)  # fmt: skip
"""Kinds in the order of their figures."""

NOUNS = {Kind.SOURCE: "article"}

MOST_DISPUTED = 3
"""Disputes laid out on the home page; the rest is one link away."""

MOST_WIDELY = 6
"""Claims of several origins on the home page."""

MOST_MOMENTS = 8
"""Dated events on the home page."""


def home_view(shelf: Shelf) -> dict[str, Any]:
    """Figures, what is disputed, what many tell, what hangs on one medium, what happened, and where to go on."""
    dossier = shelf.dossier
    kinds: tuple[tuple[str, Kind, Sequence[Card]], ...] = (
        ("People", Kind.PERSON, dossier.people),
        ("Weapons", Kind.WEAPON, dossier.weapons),
        ("Delegations", Kind.DELEGATION, dossier.delegations),
        ("Organisations", Kind.ORGANISATION, dossier.organisations),
    )
    return {
        "figures": figures(shelf),
        "disputed": disputed(shelf),
        "most_disputed": MOST_DISPUTED,
        "widely": told_widely(shelf),
        "channels": single_channels(shelf),
        "happened": happened(shelf),
        "starts": [
            (shelf.voice.say(heading), index_of(kind.plural), most_told(cards)) for heading, kind, cards in kinds
        ],
        "warning": warning(shelf),
    }


def figures(shelf: Shelf) -> list[tuple[int, str, str]]:
    """Number, noun and page of each kind that there is: ``(30, "claims", "claims/index.md")``."""
    counts = Counter(card.kind for card in shelf.cards.values())
    shown = [kind for kind in FIGURES if counts[kind] or kind is Kind.SOURCE]
    rows = [(counts[kind], NOUNS.get(kind, kind.value), kind) for kind in shown]
    return [(number, noun(shelf.voice.count(number, word)), index_of(kind.plural)) for number, word, kind in rows]


def disputed(shelf: Shelf) -> list[tuple[list[ClaimCard], Sequence[ClaimCard]]]:
    """Claims that somebody else in these articles denies, most covered first; those of the same denials together."""
    rows: dict[tuple[str, ...], tuple[list[ClaimCard], Sequence[ClaimCard]]] = {}
    for claim in most_covered(shelf.dossier.claims, shelf.coverage):
        denials = shelf.denials.of(claim)
        if claim.reports and denials and asserts(claim):
            rows.setdefault(tuple(denial.ref for denial in denials), ([], denials))[0].append(claim)
    return list(rows.values())


def asserts(claim: ClaimCard) -> bool:
    """Whether somebody puts a claim forward, rather than denies it."""
    return claim.polarity is Polarity.ASSERTS


def told_widely(shelf: Shelf) -> list[ClaimCard]:
    """Claims in articles of more than one origin that nobody denies: as near as they come to agreeing."""
    rows = most_covered(shelf.dossier.claims, shelf.coverage)
    several = (c for c in rows if asserts(c) and shelf.coverage[c.ref].origins > 1 and not shelf.denials.disputed(c))
    return list(several)[:MOST_WIDELY]


def happened(shelf: Shelf) -> list[Entry]:
    """Dated events of the articles' own time, the most told where there are many, in the order of time."""
    dated = [entry for entry in shelf.timeline.dated if not entry.background]
    by_telling = sorted(dated, key=lambda entry: -shelf.channels.tally(entry.event.evidence).articles)
    kept = {entry.event.ref for entry in by_telling[:MOST_MOMENTS]}
    return [entry for entry in dated if entry.event.ref in kept]


def most_told(cards: Sequence[Card]) -> list[Card]:
    """The cards that most articles name, a handful."""

    def articles(card: Card) -> int:
        return len({evidence.source for evidence in card.evidence})

    return sorted(cards, key=lambda card: (-articles(card), card.name.casefold(), card.id))[:LONGEST_START]


def noun(counted: str) -> str:
    """The noun alone: ``articles`` of ``3 articles``."""
    return counted.partition(" ")[2]


def warning(shelf: Shelf) -> str:
    """How far the articles are from being independent witnesses, in one sentence."""
    articles, origins = len(shelf.dossier.sources), len(origin_groups(shelf.dossier))
    voice = shelf.voice
    counts = {"articles": voice.count(articles, "article"), "origins": voice.count(origins, "origin")}
    text = voice.say("%(articles)s, %(origins)s: articles that carry one text count once.", **counts)
    single = single_channels(shelf)
    if not single:
        return text
    total, (name, rows) = sum(len(rows) for _, rows in single), single[0]
    told = {"total": total, "claims": voice.count(len(shelf.dossier.claims), "claim"), "part": len(rows), "name": name}
    only = voice.say(
        "%(total)s of %(claims)s came through one channel only, %(part)s of these through %(name)s.", **told
    )
    return f"{text} {only}"
