"""Sources and evidence: the record of each article, the origin groups, and whether passages stand where they should."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dossier.evaluation.figures import Scored, ratio
from dossier.evaluation.gold import Gold, Row
from dossier.evaluation.matching import normal
from dossier.model import Card, ClaimCard, Dossier, Evidence, SourceCard


def score_sources(gold: Gold, dossier: Dossier) -> Scored:
    """The share of articles whose title, date, agency and author are right; the share of pairs grouped rightly."""
    rows = {row["id"]: row for row in gold.sources}
    cards = {gold_id: card for card in dossier.sources if (gold_id := gold.id_of(card.file)) is not None}
    known = [(rows[gold_id], card) for gold_id, card in cards.items()]
    right = {
        "title": sum(same_title(row, card) for row, card in known),
        "date": sum(str(card.published or "") == str(row.get("date") or "") for row, card in known),
        "agency": sum(normal(card.agency) == normal(row.get("agency")) for row, card in known),
        "author": sum(normal(" ".join(card.authors)) == normal(row.get("author")) for row, card in known),
    }
    pairs = list(combinations(sorted(rows), 2))
    grouped = sum(
        (rows[a]["origin"] == rows[b]["origin"]) == (a in cards and b in cards and cards[a].origin == cards[b].origin)
        for a, b in pairs
    )
    return Scored({**{k: ratio(v, len(rows)) for k, v in right.items()}, "origin_pairs": ratio(grouped, len(pairs))})


def same_title(row: Row, card: SourceCard) -> bool:
    """As printed; where the gold leaves the title open and names an address instead, anything goes."""
    return normal(card.title) == normal(row.get("title")) or (row.get("title") is None and "url" in row)


def score_evidence(gold: Gold, dossier: Dossier) -> Scored:
    """The share of passages that stand exactly at their place, and of values that have a passage."""
    texts = {ref: gold.texts[gold_id] for ref, gold_id in gold.ids(dossier).items()}
    passages = [passage for card in dossier.cards() if card.kind not in UNSCORED for passage in passages_of(card)]
    exact = sum(texts.get(e.source, "")[e.start : e.end] == e.exact and e.start < e.end for e in passages)
    values = [s for card in dossier.cards() for entries in card.statements.values() for s in entries]
    return Scored(
        {
            "checked": len(passages),
            "exact": ratio(exact, len(passages)),
            "values_with_evidence": ratio(sum(bool(s.evidence) for s in values), len(values)),
        }
    )


UNSCORED = frozenset({"organisation", "event"})
"""Kinds that the gold does not annotate."""


def passages_of(card: Card) -> Iterator[Evidence]:
    """Every passage that a card cites, in the order of the card."""
    yield from card.evidence
    for alias in card.aliases:
        yield from alias.evidence
    for entries in card.statements.values():
        for statement in entries:
            yield from statement.evidence
    if isinstance(card, ClaimCard):
        yield from card.restated
        for report in card.reports:
            yield from (report.passage, report.proposition, report.cue_at, *report.via_at)
            if report.speaker_at:
                yield report.speaker_at
    if isinstance(card, SourceCard):
        yield from card.passages
        for found in card.found.values():
            yield from found.evidence
