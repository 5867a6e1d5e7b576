"""Permalinks: a card keeps its address whatever comes or goes around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.cards.addresses import Addresses, Applicant, addresses_of, free_id
from dossier.model import Dossier, Evidence, Kind, PersonCard


def naming(source: str, start: int, name: str) -> Evidence:
    return Evidence(f"sources/{source}", start, start + len(name), name)


@dataclass(frozen=True)
class Somebody:
    """A person of an imagined dossier: what the slug comes from, and one mention in each of some articles."""

    name: str
    mentions: tuple[Evidence, ...]


def compiled(people: Collection[Somebody], articles: Collection[str], before: Addresses) -> Dossier:
    """The cards that ``articles`` give, as the floor below would compile them."""
    there = [
        replace(somebody, mentions=kept)
        for somebody in people
        if (kept := tuple(e for e in somebody.mentions if e.source.partition("/")[2] in articles))
    ]
    ids = before.assign(Kind.PERSON, [Applicant(somebody.name, somebody.mentions) for somebody in there])
    cards = (PersonCard(id=i, name=s.name, evidence=s.mentions) for i, s in zip(ids, there, strict=True))
    return Dossier(people=tuple(sorted(cards, key=lambda card: card.id)))


def test_two_of_one_name_are_numbered_in_the_order_of_their_founding_passages() -> None:
    later, earlier = (Applicant("Ali Reza Naseri", (naming(article, 5, "Naseri"),)) for article in ("b", "a"))
    assert Addresses().assign(Kind.PERSON, [later, earlier]) == ["ali-reza-naseri-2", "ali-reza-naseri"]


def test_two_that_nothing_tells_apart_are_numbered_in_their_order_whoever_else_keeps_an_address() -> None:
    place = naming("a", 5, "Naseri")
    alike = Applicant("Naseri", (place,))
    known = [Applicant("Karimi", (naming("b", n * 10, "Karimi"),)) for n in range(40)]
    before = Addresses({f"people/karimi-{n}": applicant.evidence for n, applicant in enumerate(known)})
    ids = before.assign(Kind.PERSON, [*known[:5], alike, *known[5:], alike, alike])
    assert [id_ for id_ in ids if id_.startswith("naseri")] == ["naseri", "naseri-2", "naseri-3"]


def test_an_address_is_older_than_one_with_a_higher_number() -> None:
    place = naming("a", 5, "Naseri")
    before = Addresses({"people/naseri-10": (place,), "people/naseri-9": (place,)})
    assert before.assign(Kind.PERSON, [Applicant("Naseri", (place,))] * 2) == ["naseri-9", "naseri-10"]


def test_a_name_without_a_letter_that_can_stand_in_a_link_still_has_an_address() -> None:
    assert free_id("«…»", set()) == "unnamed"
    assert free_id("«…»", {"unnamed"}) == "unnamed-2"


def test_who_rests_on_a_founding_passage_keeps_the_address_under_another_name() -> None:
    founded = naming("a", 5, "Naseri")
    before = Addresses({"people/naseri": (founded,)})
    fuller = Applicant("Ali Reza Naseri", (naming("b", 0, "Ali Reza Naseri"), founded))
    assert before.assign(Kind.PERSON, [fuller]) == ["naseri"]


def test_a_namesake_from_a_new_article_does_not_take_the_address() -> None:
    before = Addresses({"people/naseri": (naming("b", 5, "Naseri"),)})
    namesake, known = (Applicant("Naseri", (naming(article, 5, "Naseri"),)) for article in ("a", "b"))
    assert before.assign(Kind.PERSON, [namesake, known]) == ["naseri-2", "naseri"]


def test_an_article_under_another_file_name_leaves_addresses_where_they_are() -> None:
    before = Addresses({"people/naseri": (naming("old-name", 5, "Naseri"),)})
    assert before.assign(Kind.PERSON, [Applicant("Naseri", (naming("new-name", 5, "Naseri"),))]) == ["naseri"]


def test_a_number_in_a_designation_is_no_number_of_a_clash() -> None:
    before = Addresses({"weapons/hawk-18": (naming("a", 5, "Hawk-18"),)})
    assert before.assign(Kind.WEAPON, [Applicant("Hawk", (naming("b", 5, "Hawk"),))]) == ["hawk"]


def test_a_claim_never_gets_the_address_of_its_denial_or_of_another_speaker() -> None:
    sentence = naming("a", 5, "Ostrava has accused Maren of shipping drones, which Maren denies.")
    before = Addresses({"claims/maren-denies-drones": (sentence,), "claims/ostrava-drones": ()})
    accusers = [Applicant(slug, (sentence,)) for slug in ("Ostrava shipping", "Maren ships", "Maren denies shipping")]
    assert before.assign(Kind.CLAIM, accusers) == ["ostrava-shipping", "maren-ships", "maren-denies-drones"]


def test_two_claims_of_one_speaker_in_one_sentence_keep_the_address_of_their_own_words() -> None:
    sentence = naming("a", 5, "Maren said the bridge had fallen and that repairs would take weeks.")
    bridge, repairs = naming("a", 16, "the bridge had fallen"), naming("a", 47, "repairs would take weeks")
    before = Addresses({"claims/maren-first": (repairs, sentence), "claims/maren-second": (bridge,)})
    applicants = [Applicant("Maren first", (bridge, sentence)), Applicant("Maren second", (repairs, sentence))]
    assert before.assign(Kind.CLAIM, applicants) == ["maren-second", "maren-first"]


def test_addresses_of_one_kind_say_nothing_about_another() -> None:
    before = Addresses({"weapons/falcon": (naming("a", 5, "Falcon"),)})
    assert before.assign(Kind.PERSON, [Applicant("Falcon", (naming("a", 5, "Falcon"),))]) == ["falcon"]


def test_a_card_whose_articles_are_gone_is_retired_and_known_again_when_they_come_back() -> None:
    naseri = Somebody("Naseri", (naming("a", 5, "Naseri"),))
    first = addresses_of(compiled([naseri], {"a"}, Addresses()), Addresses())
    gone = addresses_of(compiled([naseri], set(), first), first)
    assert gone.retired == {"people/naseri": None}
    back = addresses_of(compiled([replace(naseri, name="Mr Naseri")], {"a"}, gone), gone)
    assert (list(back.founded), back.retired) == (["people/naseri"], {})


def test_a_card_that_the_program_merges_into_another_leads_there() -> None:
    one, two = Somebody("Ali Naseri", (naming("a", 5, "Ali Naseri"),)), Somebody("Naseri", (naming("b", 5, "Naseri"),))
    before = addresses_of(compiled([one, two], {"a", "b"}, Addresses()), Addresses())
    merged = replace(one, mentions=one.mentions + two.mentions)
    after = addresses_of(compiled([merged], {"a", "b"}, before), before)
    assert after.retired == {"people/naseri": "people/ali-naseri"}
    assert compiled([merged], {"a", "b"}, after).people[0].id == "ali-naseri"


def test_a_card_that_a_person_joined_to_another_is_known_by_its_old_address_to_the_next_build() -> None:
    one, two = Somebody("Ali Naseri", (naming("a", 5, "Ali Naseri"),)), Somebody("Naseri", (naming("b", 5, "Naseri"),))
    found = compiled([one, two], {"a", "b"}, Addresses())
    joined = replace(
        found.people[0],
        evidence=one.mentions + two.mentions,
        curated={"decisions": [{"do": "same_as", "ref": "people/naseri"}]},
    )
    after = addresses_of(Dossier(people=(joined,)), addresses_of(found, Addresses()))
    assert after.retired == {"people/naseri": "people/ali-naseri"}
    assert [card.id for card in compiled([one, two], {"a", "b"}, after).people] == ["ali-naseri", "naseri"]


def test_a_chain_of_retired_addresses_leads_to_its_end() -> None:
    card = PersonCard(id="c", name="C", evidence=(naming("a", 0, "C"),))
    before = Addresses({"people/c": card.evidence}, {"people/a": "people/b", "people/b": "people/c"})
    assert addresses_of(Dossier(people=(card,)), before).retired == {"people/a": "people/c", "people/b": "people/c"}


ARTICLES = "abcd"
PLACES = st.builds(naming, st.sampled_from(ARTICLES), st.integers(0, 3), st.just("Kerr"))
SEVERAL_PLACES = st.lists(PLACES, min_size=1, max_size=4).map(lambda places: tuple(sorted(set(places))))
NAMES = st.sampled_from(["Kerr", "Ivo Kerr", "Moor", "Kerr 2"])
PEOPLE = st.lists(st.builds(Somebody, NAMES, SEVERAL_PLACES), min_size=1, max_size=5)
HISTORIES = st.lists(st.sets(st.sampled_from(ARTICLES)), min_size=1, max_size=5)


@pytest.mark.parametrize("shared", [False, True], ids=["each place names one", "two may stand in one place"])
@settings(deadline=None)
@given(data=st.data())
def test_after_any_history_a_clean_build_with_the_addresses_gives_the_same(shared: bool, data: st.DataObject) -> None:
    people = data.draw(PEOPLE)
    people = list({somebody.name: somebody for somebody in people}.values()) if shared else apart(people)
    addresses = Addresses()
    for articles in data.draw(HISTORIES):
        dossier = compiled(people, articles, addresses)
        addresses = addresses_of(dossier, addresses)
    assert compiled(people, articles, addresses) == dossier
    assert addresses_of(dossier, addresses) == addresses


@settings(deadline=None)
@given(PEOPLE, HISTORIES)
def test_who_is_still_mentioned_where_he_was_keeps_his_address(people: list[Somebody], history: list[set[str]]) -> None:
    people = apart(people)
    addresses, kept = Addresses(), {}
    for articles in history:
        dossier = compiled(people, articles, addresses)
        addresses = addresses_of(dossier, addresses)
        now = {passage: card.id for card in dossier.people for passage in card.evidence}
        assert {passage: kept[passage] for passage in now if passage in kept} == {
            passage: id_ for passage, id_ in now.items() if passage in kept
        }
        kept = now
    assert len({card.id for card in dossier.people}) == len(dossier.people)


def apart(people: list[Somebody]) -> list[Somebody]:
    """The same people, no place naming two of them."""
    taken: set[Evidence] = set()
    result = []
    for somebody in people:
        own = tuple(e for e in somebody.mentions if e not in taken)
        taken |= set(own)
        result += [replace(somebody, mentions=own)] if own else []
    return result


@settings(deadline=None)
@given(PEOPLE, st.permutations(range(5)))
def test_the_order_of_applicants_does_not_matter(people: list[Somebody], order: list[int]) -> None:
    people = list(dict.fromkeys(apart(people)))
    shuffled = [people[i] for i in order if i < len(people)]
    everywhere = set(ARTICLES)
    assert compiled(people, everywhere, Addresses()) == compiled(shuffled, everywhere, Addresses())
