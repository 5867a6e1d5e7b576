"""What articles and claims are called: one label an article, and no claim as a bare fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import small_dossier

from dossier.findings.denials import find_denials
from dossier.lexicon.wording import load_wording_words
from dossier.model import Evidence, Found, SourceCard
from dossier.pages.titles import (
    LONGEST_TITLE,
    claim_title,
    claim_under_speaker,
    claim_words,
    label_articles,
    speaker_name,
)
from dossier.voice import Voice


def article(slug: str = "x", **record: str | None) -> SourceCard:
    blank = {"title": None, "publisher": None, "agency": None, "published": None, "file": f"{slug}.txt"}
    return replace(small_dossier().sources[0], id=slug, found={}, passages=(), **(blank | record))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "name", "beside"),
    [
        ({"title": "Fog", "agency": "AP", "published": "2024-03-04"}, "Fog", "AP, 4 March 2024"),
        ({"title": "Fog", "publisher": "Dawn", "agency": "AFP"}, "Fog", "Dawn / AFP, undated"),
        ({"title": "Fog"}, "Fog", "publisher not stated, undated"),
        ({"agency": "AP", "published": "2024-03-04"}, "AP report of 4 March 2024", ""),
        ({"publisher": "Dawn"}, "Dawn report, undated", ""),
        ({"publisher": "AP", "agency": "AP"}, "AP report, undated", ""),
        ({"file": "007_93acbe51d2.txt"}, "Untitled article 007_93ac…", "publisher not stated, undated"),
        ({"file": "fog.txt", "published": "2024-03"}, "Untitled article fog", "publisher not stated, March 2024"),
    ],
)
def test_an_article_has_one_label_that_says_nothing_twice(record: dict[str, str], name: str, beside: str) -> None:
    source = article(**record)
    label = label_articles((source,), Voice())[source.ref]
    assert (label.name, label.beside) == (name, beside)


def test_an_article_that_only_names_an_agency_is_no_report_of_it() -> None:
    found = {"agency": Found((), "named in the body, credited by the same text")}
    source = replace(article(agency="AP"), found=found)
    label = label_articles((source,), Voice())[source.ref]
    assert (label.name, label.beside) == ("Untitled article x", "drawing on AP, undated")


def test_articles_of_one_label_are_told_apart_by_their_files() -> None:
    sources = (article("one", agency="AP"), article("two", agency="AP"), article("three", title="Fog"))
    assert [label.name for label in label_articles(sources, Voice()).values()] == [
        "AP report, undated (one)",
        "AP report, undated (two)",
        "Fog",
    ]


def test_a_speaker_takes_the_article_that_it_takes() -> None:
    dossier = small_dossier()
    claim = replace(dossier.claims[0], speaker="United States")
    assert claim_title(claim, find_denials(dossier), load_wording_words(), LONGEST_TITLE, Voice()).startswith(
        "Claim by the United States: "
    )


def test_whoever_has_no_card_keeps_the_article_that_was_printed() -> None:
    dossier = small_dossier()
    told = dossier.claims[0].reports[0]
    assert told.speaker_at is not None
    place = replace(told.speaker_at, exact="The ship's Dutch owner")
    owner = replace(
        dossier.claims[0],
        speaker="ship's Dutch owner",
        speaker_ref=None,
        reports=(replace(told, speaker_at=place),),
    )
    assert speaker_name(owner, load_wording_words(), Voice()) == "the ship's Dutch owner"
    assert speaker_name(replace(owner, speaker=None), load_wording_words(), Voice()) == "a speaker not named"


def test_a_denial_that_only_points_takes_the_words_of_what_it_denies() -> None:
    dossier = small_dossier()
    denial = next(claim for claim in dossier.claims if claim.id == "maren-denies-shipped-drones")
    pointing = replace(denial, reports=(replace(denial.reports[0], proposition=denial.reports[0].passage),))
    told = replace(dossier, claims=tuple(pointing if c is denial else c for c in dossier.claims))
    title = claim_title(pointing, find_denials(told), load_wording_words(), LONGEST_TITLE, Voice())
    assert title == "Denied by Maren: shipping attack drones to the island"


def test_a_denied_charge_is_told_without_the_word_that_charges() -> None:
    dossier = small_dossier()
    denial = next(claim for claim in dossier.claims if claim.id == "maren-denies-shipped-drones")
    pointing = replace(denial, reports=(replace(denial.reports[0], proposition=denial.reports[0].passage),))
    accusation = next(
        claim for claim in dossier.claims if claim.id in {ref.rpartition("/")[2] for ref in denial.answers}
    )
    words = replace(accusation.reports[0].proposition, exact="Maren's navy on Friday of sending a drone")
    charging = replace(
        accusation, reports=(replace(accusation.reports[0], rule="accuse; speaker by name", proposition=words),)
    )
    told = replace(
        dossier, claims=tuple({denial.id: pointing, accusation.id: charging}.get(c.id, c) for c in dossier.claims)
    )
    title = claim_title(pointing, find_denials(told), load_wording_words(), LONGEST_TITLE, Voice())
    assert title == "Denied by Maren: Maren's navy on Friday … sending a drone"


def test_a_proposition_that_is_the_object_of_its_cue_keeps_the_cue() -> None:
    dossier = small_dossier()
    claim = next(claim for claim in dossier.claims if claim.id == "ostrava-shipping-attack-drones")
    told = claim.reports[0]
    end = told.proposition.start - 1
    cue_at = replace(told.cue_at, start=end - len("hailed"), end=end, exact="hailed")
    hailed = replace(told, rule="judge; speaker by name", cue="hailed", cue_at=cue_at)
    words = load_wording_words()
    title = claim_title(replace(claim, reports=(hailed,)), find_denials(dossier), words, LONGEST_TITLE, Voice())
    assert title == "Claim by Ostrava: hailed shipping attack drones to the island (disputed)"
    said = replace(hailed, rule="clause; speaker by name")
    assert "hailed" not in claim_title(
        replace(claim, reports=(said,)), find_denials(dossier), words, LONGEST_TITLE, Voice()
    )


def test_a_second_verb_may_stand_between_a_cue_and_its_object() -> None:
    dossier = small_dossier()
    claim = next(claim for claim in dossier.claims if claim.id == "ostrava-shipping-attack-drones")
    told, text = claim.reports[0], "Ostrava accused and condemned Maren of lies."

    def at(words: str) -> Evidence:
        return replace(told.passage, start=text.index(words), end=text.index(words) + len(words), exact=words)

    accused = replace(
        told,
        passage=at(text),
        proposition=at("Maren of lies"),
        speaker_at=at("Ostrava"),
        cue="accused",
        cue_at=at("accused"),
        rule="accuse; speaker by name",
    )
    title = claim_title(
        replace(claim, reports=(accused,)), find_denials(dossier), load_wording_words(), LONGEST_TITLE, Voice()
    )
    assert title == "Claim by Ostrava: accused Maren of lies (disputed)"


def test_a_proposition_that_begins_inside_its_cue_says_the_cue_once() -> None:
    dossier = small_dossier()
    claim = next(claim for claim in dossier.claims if claim.id == "ostrava-shipping-attack-drones")
    told = claim.reports[0]
    start = told.proposition.start
    cue_at = replace(told.cue_at, start=start - len("called "), end=start + len("for"), exact="called for")
    calm = replace(told.proposition, exact="for calm")
    called = replace(told, rule="urge; speaker by name", cue="called for", cue_at=cue_at, proposition=calm)
    words = claim_words(replace(claim, reports=(called,)), find_denials(dossier))
    assert words == "called for calm"


def test_who_doubts_a_thing_is_not_said_to_deny_it() -> None:
    dossier = small_dossier()
    denial = next(claim for claim in dossier.claims if claim.id == "maren-denies-shipped-drones")
    doubt = replace(denial, reports=(replace(denial.reports[0], cue="doubts"),))
    title = claim_title(doubt, find_denials(dossier), load_wording_words(), LONGEST_TITLE, Voice())
    assert title == "Doubted by Maren: it has shipped drones"
    assert claim_under_speaker(doubt, find_denials(dossier), Voice()) == "Doubts: it has shipped drones"


def test_a_denial_in_negative_words_is_not_denied_twice() -> None:
    dossier = small_dossier()
    denial = next(claim for claim in dossier.claims if claim.id == "maren-denies-shipped-drones")
    told = denial.reports[0]
    words = replace(told.proposition, exact='"No drone has left Maren')
    negative = replace(denial, reports=(replace(told, rule="fronted; speaker by name", proposition=words),))
    title = claim_title(negative, find_denials(dossier), load_wording_words(), LONGEST_TITLE, Voice())
    assert title == "Denial by Maren: No drone has left Maren"
    assert claim_under_speaker(negative, find_denials(dossier), Voice()) == "Denial: No drone has left Maren"
    assert claim_under_speaker(denial, find_denials(dossier), Voice()) == "Denies: it has shipped drones"


def retold(sentence: str, speaker: str, cue: str, card: str = "ostrava-shipping-attack-drones") -> str:
    """The words of a claim whose speaker and cue stand in what is claimed."""
    dossier = small_dossier()
    claim = next(claim for claim in dossier.claims if claim.id == card)
    whole = Evidence(claim.reports[0].passage.source, 0, len(sentence), sentence)

    def at(words: str) -> Evidence:
        start = sentence.index(words)
        return Evidence(whole.source, start, start + len(words), words)

    report = replace(claim.reports[0], proposition=whole, speaker_at=at(speaker), cue=cue, cue_at=at(cue))
    return claim_words(replace(claim, reports=(report,), answers=()), find_denials(dossier))


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "words"),
    [
        ("Ostrava has pledged ten boats", "Ostrava", "pledged", "has pledged ten boats"),
        ("Defence Minister Ida Rask thanked the crew", "Ida Rask", "thanked", "thanked the crew"),
        ("a move that Oslo described as hostile", "Oslo", "described", "described a move as hostile"),
        ("The boats, she added, were old", "she", "added", "The boats were old"),
        ("The boats were old, said Ida Rask", "Ida Rask", "said", "The boats were old, said Ida Rask"),
    ],
)
def test_words_with_their_attribution_among_them_are_told_without_the_speaker(
    sentence: str, speaker: str, cue: str, words: str
) -> None:
    assert retold(sentence, speaker, cue) == words


def test_what_is_denied_is_told_without_who_denies_it() -> None:
    denial = "maren-denies-shipped-drones"
    assert retold("Maren has denied firing at the boat", "Maren", "denied", denial) == "firing at the boat"
    assert retold("Maren has denied this", "Maren", "denied", denial) == "Maren has denied this"


def test_an_article_without_a_title_is_called_by_how_it_begins() -> None:
    source, passage = article(), small_dossier().sources[0].passages[0]
    shown = [replace(passage, exact=words) for words in ("PORT TESSALY", "Two ships left the yard at dawn.")]
    label = label_articles((replace(source, passages=tuple(shown)),), Voice())[source.ref]
    assert (label.name, label.beside) == (
        "Untitled: “Two ships left the yard at dawn.”",
        "publisher not stated, undated",
    )
