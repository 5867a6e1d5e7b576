"""Checks: one damage done to true cards, one finding that names it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.checks import check_dossier
from dossier.model import Alias, Dossier, Evidence, Found, Source, Statement
from tests.makers import ARTICLES, small_dossier

SOURCES = tuple(
    Source(id=id_, file=f"{id_}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)
    for id_, text in ARTICLES.items()
)


def true_dossier() -> Dossier:
    """The small dossier with a complete record of where each article's record comes from."""
    small = small_dossier()
    keys = ("title", "publisher", "agency", "published", "language")
    sources = tuple(
        replace(card, origin=card.origin.removeprefix("sources/"), found={key: Found((), "first line") for key in keys})
        for card in small.sources
    )
    return replace(small, sources=sources)


def test_true_cards_have_no_findings() -> None:
    dossier = true_dossier()
    assert check_dossier(dossier, SOURCES, addresses_of(dossier, Addresses())) == []


def moved(dossier: Dossier) -> Dossier:
    pell = dossier.people[1]
    shifted = tuple(Evidence(e.source, e.start + 1, e.end + 1, e.exact) for e in pell.evidence)
    return replace(dossier, people=(dossier.people[0], replace(pell, evidence=shifted)))


def unfounded(dossier: Dossier) -> Dossier:
    pell = replace(dossier.people[1], statements={"role": (Statement("pilot", ()),)}, aliases=(Alias("Pel", ()),))
    return replace(dossier, people=(dossier.people[0], pell))


def dangling(dossier: Dossier) -> Dossier:
    return replace(dossier, organisations=dossier.organisations[:-1])


def wrong_kind(dossier: Dossier) -> Dossier:
    first, *rest = dossier.claims
    return replace(dossier, claims=(replace(first, answers=("people/joan-pell",)), *rest))


def outside(dossier: Dossier) -> Dossier:
    first, *rest = dossier.claims
    report = replace(first.reports[0], proposition=first.reports[0].passage, passage=first.reports[0].cue_at)
    return replace(dossier, claims=(replace(first, reports=(report,)), *rest))


def unreported(dossier: Dossier) -> Dossier:
    first, *rest = dossier.claims
    return replace(dossier, claims=(replace(first, reports=()), *rest))


def doubled(dossier: Dossier) -> Dossier:
    return replace(dossier, weapons=(*dossier.weapons, dossier.weapons[0]))


def circular(dossier: Dossier) -> Dossier:
    a, b, c = dossier.sources
    return replace(dossier, sources=(replace(a, origin="a2"), b, replace(c, origin="a9")))


def unexplained(dossier: Dossier) -> Dossier:
    return replace(dossier, sources=(replace(dossier.sources[0], found={}), *dossier.sources[1:]))


def edited(dossier: Dossier) -> Dossier:
    return replace(dossier, sources=(replace(dossier.sources[0], sha256="0"), *dossier.sources[1:]))


@pytest.mark.parametrize(
    ("damage", "findings"),
    [
        (moved, ['people/joan-pell.yml evidence 59:68: "Joan Pell" is quoted, but "oan Pell," stands in a3.txt']),
        (unfounded, [
            "people/joan-pell.yml aliases: 'Pel' rests on no passage",
            "people/joan-pell.yml statements.role: 'pilot' rests on no passage",
        ]),
        (dangling, [
            "people/joan-pell.yml statements.role: organisations/tessaly is no card; run build.py cards, or mend the "
            "decision that names it",
        ]),
        (wrong_kind, ["claims/ines-corvo-boats-fishing-rescue.yml answers: people/joan-pell is no claim"]),
        (outside, [
            "claims/ines-corvo-boats-fishing-rescue.yml reports.proposition 232:292: the proposition lies outside its "
            "passage",
        ]),
        (unreported, ["claims/ines-corvo-boats-fishing-rescue.yml reports: no article attributes this claim"]),
        (doubled, ["weapons/attack-drone.yml: two cards have this id"]),
        (circular, [
            "sources/a1.yml origin: a2 is not the first of the articles that share it",
            "sources/a2.yml origin: a1 is not the first of the articles that share it",
            "sources/a3.yml origin: no article is called a9",
        ]),
        (unexplained, [
            "sources/a1.yml found: nothing says where agency comes from",
            "sources/a1.yml found: nothing says where language comes from",
            "sources/a1.yml found: nothing says where published comes from",
            "sources/a1.yml found: nothing says where title comes from",
        ]),
        (edited, ["sources/a1.yml: the article a1.txt was changed since the cards were made"]),
    ],
)  # fmt: skip
def test_damage_is_named(damage: Callable[[Dossier], Dossier], findings: list[str]) -> None:
    told = [str(finding) for finding in check_dossier(damage(true_dossier()), SOURCES)]
    assert [line.removesuffix("; run build.py cards") for line in told] == findings


def test_an_article_that_came_or_went_is_named() -> None:
    dossier = true_dossier()
    without = check_dossier(replace(dossier, sources=dossier.sources[:2]), SOURCES)
    assert [str(f) for f in without] == ["a3.txt: the article has no card yet; run build.py cards"]
    gone = check_dossier(dossier, SOURCES[:2])
    assert "sources/a3.yml: the article a3.txt is gone; put it back, or run build.py cards" in map(str, gone)


def test_what_an_editor_added_needs_no_passage() -> None:
    dossier = true_dossier()
    pell = replace(
        dossier.people[1],
        statements={"role": (Statement("pilot", (), rule="editor"),)},
        aliases=(Alias("Pel", ()),),
        curated={"decisions": [{"do": "alias", "value": "Pel"}, {"do": "add", "key": "role", "value": "pilot"}]},
    )
    assert check_dossier(replace(dossier, people=(dossier.people[0], pell)), SOURCES) == []


def test_addresses_that_lead_nowhere_are_named() -> None:
    dossier = true_dossier()
    known = addresses_of(dossier, Addresses())
    founded = {ref: passages for ref, passages in known.founded.items() if ref != "people/joan-pell"}
    retired = {"people/old": "people/nobody", "weapons/falak": None}
    assert [f.what for f in check_dossier(dossier, SOURCES, Addresses(founded, retired))] == [
        "people/joan-pell is not entered",
        "people/old leads to people/nobody, which is no card",
        "weapons/falak is a card",
    ]
