"""Titled cases of decisions, through the files that editors write them into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent, indent

import pytest

from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.curation import apply_curation, stale_decisions
from dossier.cards.store import read_addresses, read_cards, read_curation, read_dossier, write_dossier
from dossier.errors import CardError
from dossier.model import Card, ClaimCard, Dossier, PersonCard, Polarity, Statement
from tests.makers import ARTICLES, Shelf, report, small_dossier

CASES = Path(__file__).resolve().parents[1] / "cases" / "curation.md"


@dataclass(frozen=True)
class Case:
    title: str
    parts: dict[str, str]
    """Reference of a card -> what stands under ``curated:``."""
    expected: list[tuple[str, str]]


def read_cases() -> list[Case]:
    return list(cases_in(CASES.read_text("utf-8")))


def cases_in(text: str) -> Iterator[Case]:
    for section in text.split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        block = dedent("\n".join(line for line in body.splitlines() if line.startswith("    ")))
        parts = dict(re.findall(r"^(\S+/\S+):\n((?:  .*(?:\n|$))+)", block, re.MULTILINE))
        lines = [line[2:] for line in body.splitlines() if line.startswith("- ")]
        yield Case(title, parts, [(key, value.strip()) for key, _, value in (line.partition(":") for line in lines)])


def curated_dossier() -> Dossier:
    """The small dossier, and a misspelt admiral whom the program took for somebody else."""
    shelf, small = Shelf(ARTICLES), small_dossier()
    here, said = shelf.at("a3", "Corvoe"), shelf.sentence(shelf.at("a3", "Corvoe"))
    admiral, pell = small.people
    maybe = Statement(None, pell.evidence, "alike", candidates=("people/corvoe",))
    people = (
        PersonCard(id="corvoe", name="Corvoe", evidence=(here,)),
        replace(admiral, aliases=admiral.aliases[:1], evidence=admiral.evidence[:2]),
        replace(pell, statements=dict(pell.statements) | {"same_as": (maybe,)}),
    )
    piers = ClaimCard(
        id="corvoe-piers", name="Corvoe says: two piers", speaker="Corvoe", speaker_ref="people/corvoe",
        polarity=Polarity.ASSERTS, evidence=(said,),
        reports=(report(shelf, said, "had inspected two piers", who="Corvoe", cue="said"),),
    )  # fmt: skip
    return replace(small, people=people, claims=(piers, *small.claims))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    dossier = curated_dossier()
    write_dossier(dossier, addresses_of(dossier, Addresses()), Path("content"))
    return Path("content")


def write_part(content: Path, ref: str, part: str) -> None:
    path = content / f"{ref}.yml"
    text = path.read_text("utf-8")
    assert text.endswith("curated: {}\n")
    path.write_text(text.removesuffix("curated: {}\n") + "curated:\n" + indent(dedent(part), "  "), "utf-8")


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.title)
def test_decision(case: Case, content: Path) -> None:
    for ref, part in case.parts.items():
        write_part(content, ref, part)
    errors = [value for key, value in case.expected if key == "error"]
    if errors:
        with pytest.raises(CardError) as problem:
            apply_curation(curated_dossier(), read_curation(content))
        assert [error for error in errors if error not in str(problem.value)] == []
        assert len(str(problem.value).splitlines()) == len(errors)
        return
    dossier, stale = rebuilt(content)
    held = {key: told(key, dossier, stale, content) for key, _ in case.expected}
    assert held == dict(case.expected)


BUILT = [case for case in read_cases() if all(key != "error" for key, _ in case.expected)]


@pytest.mark.parametrize("case", BUILT, ids=lambda case: case.title)
def test_building_again_changes_not_one_byte(case: Case, content: Path) -> None:
    for ref, part in case.parts.items():
        write_part(content, ref, part)
    rebuilt(content)
    once = {path: path.read_bytes() for path in content.rglob("*.yml")}
    rebuilt(content)
    assert {path: path.read_bytes() for path in content.rglob("*.yml")} == once


def rebuilt(content: Path) -> tuple[Dossier, list[str]]:
    """The cards after a build with the decisions that stand in ``content``, and those that came to nothing."""
    curation, facts = read_curation(content), curated_dossier()
    dossier = apply_curation(facts, curation)
    write_dossier(dossier, addresses_of(dossier, read_addresses(content)), content)
    assert read_cards(content) == dossier
    return dossier, [str(decision) for decision in stale_decisions(facts, curation)]


def told(key: str, dossier: Dossier, stale: list[str], content: Path) -> str:
    """What holds of ``people/x role``, ``site people/x``, ``address people/x`` or ``stale``, as a case writes it."""
    words = key.split()
    if words == ["stale"]:
        return " | ".join(stale)
    if words[0] == "address":
        return str(read_addresses(content).retired[words[1]])
    if words[0] == "site":
        dossier, words = read_dossier(content), words[1:]
    card = {card.ref: card for card in dossier.cards()}.get(words[0])
    if card is None:
        return "gone"
    return facet(card, words[1]) if len(words) > 1 else "orphaned" if card.orphaned else "there"


def facet(card: Card, key: str) -> str:
    if key == "aliases":
        return " | ".join(alias.name for alias in card.aliases)
    if key == "evidence":
        return " | ".join(e.source.partition("/")[2] for e in card.evidence)
    if key == "reports" and isinstance(card, ClaimCard):
        return " | ".join(str(report.speaker) for report in card.reports)
    if hasattr(card, key):
        value = getattr(card, key)
        return " | ".join(value) if isinstance(value, tuple) else value or ""
    return " | ".join(as_words(row) for row in card.statements.get(key, ()))


def as_words(row: Statement) -> str:
    of = f" of {row.of}" if row.of else ""
    return f"{row.value}{of}{' (editor)' if row.rule == 'editor' and not row.evidence else ''}"


@pytest.mark.parametrize(
    ("ref", "decision", "message"),
    [
        ("sources/a1", "{do: add, key: publisher, value: The Gazette}", "state it in NAME.meta.yml beside the article"),
        ("sources/a1", "{do: same_as, ref: sources/a2}", "an article's record is not decided here"),
        ("claims/corvoe-piers", "{do: add, key: held_by, value: Maren}", "a claim has no 'held_by' to decide"),
    ],
)
def test_what_can_have_no_effect_is_refused_with_the_place_and_the_way_out(
    content: Path, ref: str, decision: str, message: str
) -> None:
    write_part(content, ref, f"decisions:\n- {decision}\n")
    with pytest.raises(CardError) as problem:
        read_curation(content)
    assert message in str(problem.value)
    assert f"{ref}.yml:" in str(problem.value)


def test_a_card_whose_articles_are_gone_stays_with_its_decisions_marked(content: Path) -> None:
    write_part(
        content, "people/joan-pell", "summary: Harbour master.\ndecisions:\n- {do: add, key: born, value: 1961}\n"
    )
    write_part(content, "claims/ostrava-shipping-attack-drones", "summary: Disputed.\n")
    write_part(content, "sources/a3", "summary: A local paper.\n")
    facts = curated_dossier()
    without = replace(facts, people=facts.people[:2], claims=facts.claims[:1], sources=facts.sources[:2])
    dossier = apply_curation(without, read_curation(content))
    write_dossier(dossier, addresses_of(dossier, read_addresses(content)), content)
    pell, claim = read_cards(content).people[2], read_cards(content).claims[1]
    assert (pell.name, pell.orphaned, pell.evidence) == ("Joan Pell", True, ())
    assert pell.statements == {"born": (Statement("1961", (), rule="editor"),)}
    assert (claim.speaker, claim.reports, claim.about, claim.orphaned) == ("Ostrava", (), (), True)
    assert read_cards(content).sources[2].passages == ()
    assert (content / "people/joan-pell.yml").read_text("utf-8").endswith("- {do: add, key: born, value: 1961}\n")

    back = apply_curation(facts, read_curation(content))
    assert back.people[2].orphaned is False
    assert [row.value for row in back.people[2].statements["role"]] == ["harbour master"]
