"""The pages that are not a card's: home, lists, comparisons, method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from dossier.findings.channels import counted
from dossier.findings.matrix import find_matrix
from dossier.findings.rests import origin_groups
from dossier.links import HOME, METHOD, index_of
from dossier.model import Card, ClaimCard, Evidence, Kind, OrganisationCard, Polarity
from dossier.pages.desk import Desk, Shelf

LONGEST_START = 6
"""Cards a kind on the home page."""

LARGEST_GRID = 20_000
"""Cells up to which claims by article are drawn as a grid (200 claims by 50 articles are 10,000); else as a list."""


def render_lists(shelf: Shelf, paper: Environment) -> Iterator[tuple[str, str]]:
    """Path and text of each page that is not a card's."""
    views: dict[str, tuple[str, dict[str, Any]]] = {
        HOME: ("home", home_view(shelf)),
        METHOD: ("about", about_view(shelf)),
    }
    dossier = shelf.dossier
    listed: tuple[tuple[Kind, Sequence[Card], dict[str, Any]], ...] = (
        (Kind.PERSON, dossier.people, {}),
        (Kind.WEAPON, dossier.weapons, {}),
        (Kind.DELEGATION, dossier.delegations, {}),
        (Kind.ORGANISATION, dossier.organisations, {"groups": by_trade(dossier.organisations, shelf.channels.media)}),
        (Kind.CLAIM, dossier.claims, {"by_speaker": by_speaker(dossier.claims)}),
        (Kind.SOURCE, dossier.sources, {"groups": origin_groups(dossier)}),
    )
    for kind, cards, view in listed:
        views[index_of(kind.plural)] = (kind.plural, {"cards": by_name(cards), **view})
    if dossier.events:
        views[index_of(Kind.EVENT.plural)] = (Kind.EVENT.plural, {"cards": by_name(dossier.events)})
    views["compare/index.md"] = ("compare", {})
    views["compare/denials.md"] = ("denials", denials_view(shelf))
    views["compare/channels.md"] = ("channels", {"channels": single_channels(shelf)})
    views["compare/matrix.md"] = ("matrix", matrix_view(shelf))
    for page, (template, view) in views.items():
        yield page, paper.get_template(f"{template}.md.j2").render(desk=Desk(shelf, page), **view)


def by_name(cards: Sequence[Card]) -> list[Card]:
    """In the order of the alphabet, capitals or not."""
    return sorted(cards, key=lambda card: (card.name.casefold(), card.id))


def most_told(cards: Sequence[Card]) -> list[Card]:
    """The cards that most articles name, a handful."""

    def articles(card: Card) -> int:
        return len({evidence.source for evidence in card.evidence})

    return sorted(cards, key=lambda card: (-articles(card), card.name.casefold(), card.id))[:LONGEST_START]


def by_trade(cards: Sequence[OrganisationCard], media: Set[str]) -> list[tuple[str, list[Card]]]:
    """Those that report what others say, apart from those that are reported on."""
    rows = by_name(cards)
    return [
        ("States, bodies, movements", [card for card in rows if card.ref not in media]),
        ("Media", [card for card in rows if card.ref in media]),
    ]


def by_speaker(claims: Sequence[ClaimCard]) -> list[tuple[str, list[ClaimCard]]]:
    """Claims under the name of who makes them, the busiest first, nobody named last."""
    groups: dict[str, list[ClaimCard]] = {}
    for claim in claims:
        groups.setdefault(claim.speaker or "", []).append(claim)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    return [(name or "Nobody named", groups[name]) for name in order]


def single_channels(shelf: Shelf) -> list[tuple[str, list[ClaimCard]]]:
    """The claims known through one medium only, by medium, the busiest first."""
    groups: dict[str, list[ClaimCard]] = {}
    for claim in shelf.dossier.claims:
        only = shelf.channels.tally_claim(claim).only
        if only:
            groups.setdefault(only, []).append(claim)
    return sorted(groups.items(), key=lambda row: (-len(row[1]), row[0]))


def denials_view(shelf: Shelf) -> dict[str, Any]:
    """Claims with their denials, and denials with nothing to answer."""
    answered = [(claim, shelf.denials.of(claim)) for claim in shelf.dossier.claims if shelf.denials.of(claim)]
    return {"answered": answered, "unmatched": shelf.denials.unmatched()}


def matrix_view(shelf: Shelf) -> dict[str, Any]:
    """The matrix, and which columns begin an origin."""
    matrix = find_matrix(shelf.dossier)
    origins = [source.origin for source in matrix.columns]
    starts = [i == 0 or origins[i] != origins[i - 1] for i in range(len(origins))]
    numbers = {source.ref: number for number, source in enumerate(matrix.columns, 1)}
    sparse = matrix.size > LARGEST_GRID
    return {"columns": matrix.columns, "rows": matrix.rows, "starts": starts, "numbers": numbers, "sparse": sparse}


def home_view(shelf: Shelf) -> dict[str, Any]:
    """Figures, what is disputed, and where to start."""
    dossier = shelf.dossier
    disputed = [claim for claim in dossier.claims if shelf.denials.of(claim) and claim.polarity is Polarity.ASSERTS]
    kinds: tuple[tuple[str, Kind, Sequence[Card]], ...] = (
        ("People", Kind.PERSON, dossier.people),
        ("Weapons", Kind.WEAPON, dossier.weapons),
        ("Delegations", Kind.DELEGATION, dossier.delegations),
        ("Organisations", Kind.ORGANISATION, dossier.organisations),
    )
    figures = [(len(dossier.claims), noun(len(dossier.claims), "claim"), index_of("claims"))]
    figures += [(len(cards), noun(len(cards), kind.value), index_of(kind.plural)) for _, kind, cards in kinds if cards]
    figures.append((len(dossier.sources), noun(len(dossier.sources), "article"), index_of("sources")))
    return {
        "figures": figures,
        "disputed": disputed,
        "starts": [(heading, index_of(kind.plural), most_told(cards)) for heading, kind, cards in kinds],
        "warning": warning(shelf),
    }


def noun(number: int, word: str) -> str:
    """The noun alone, in the number that ``number`` asks for."""
    return counted(number, word).partition(" ")[2]


def warning(shelf: Shelf) -> str:
    """How far the articles are from being independent witnesses, in one sentence."""
    articles, origins = len(shelf.dossier.sources), len(origin_groups(shelf.dossier))
    text = f"{counted(articles, 'article')}, {counted(origins, 'origin')}: articles that carry one text count once"
    single = single_channels(shelf)
    if not single:
        return f"{text}."
    total, (name, rows) = sum(len(rows) for _, rows in single), single[0]
    claims = counted(len(shelf.dossier.claims), "claim")
    return f"{text}. {total} of {claims} came through one channel only, {len(rows)} of these through {name}."


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that values of this dossier were read by, with one of them."""

    name: str
    uses: int
    value: str
    evidence: Evidence | None


def about_view(shelf: Shelf) -> dict[str, Any]:
    """The rules that this dossier's values were read by, how often, and an example of each."""
    uses: dict[str, list[tuple[str, Evidence | None]]] = {}
    for rule, value, evidence in rules_applied(shelf):
        uses.setdefault(rule, []).append((value, evidence))
    order = sorted(uses, key=lambda rule: (rule.casefold(), rule))
    return {"rules": [RuleUse(rule, len(uses[rule]), *uses[rule][0]) for rule in order]}


def rules_applied(shelf: Shelf) -> Iterator[tuple[str, str, Evidence | None]]:
    """Rule, value and a passage, each time that a rule read something."""
    for card in shelf.cards.values():
        for statements in card.statements.values():
            for s in statements:
                if s.rule:
                    yield s.rule, s.value or "not decided", next(iter(s.evidence), None)
        if isinstance(card, ClaimCard):
            for report in card.reports:
                for part in report.rule.split("; "):
                    at = report.speaker_at if part.startswith("speaker") else report.cue_at
                    yield part, (report.speaker or "nobody named") if part.startswith("speaker") else report.cue, at
    for source in shelf.dossier.sources:
        for key, found in source.found.items():
            if found.rule and found.by == "text":
                yield found.rule, f"{key} of {source.name}", next(iter(found.evidence), None)
