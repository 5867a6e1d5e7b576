"""The landing: what is written is read back, a hand's edits are found, and nothing is ever half written."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.store import differences, read_addresses, read_cards, read_curation, read_dossier, write_dossier
from dossier.cards.store import folder as folders
from dossier.errors import CardError, DossierError
from dossier.model import (
    Alias,
    ClaimCard,
    Dossier,
    Evidence,
    Extracted,
    Form,
    Found,
    Furniture,
    Mode,
    PersonCard,
    Polarity,
    Report,
    Shared,
    SourceCard,
    Statement,
    WeaponCard,
)
from tests.makers import hostile_dossier, small_dossier

PERSON = Path("people/ines-corvo.yml")
CURATED = (
    "# checked with the harbour office, 5 March\r\n"
    "curated:   # two of us agree\n"
    "    summary: 'Admiral  of Maren.'\n"
    "    decisions:\n"
    '    - {do: add,   key: role, value: no, date: 2024-03-06}   # yes, "no"\n'
    "\n"
    "    # a thought at the end, no line end"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with the cards of the small dossier, and a file that is none."""
    content = tmp_path / "content"
    build(small_dossier(), content)
    (content / "README.md").write_text("Ours.\n", "utf-8")
    return content


def build(dossier: Dossier, content: Path) -> None:
    write_dossier(dossier, addresses_of(dossier, read_addresses(content)), content)


def snapshot(content: Path) -> dict[str, bytes]:
    return {str(p.relative_to(content)): p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()}


# ------------------------------------------------------------------------------------------------ there and back


@pytest.mark.parametrize("make", [small_dossier, hostile_dossier])
def test_what_is_written_is_read_back(make: Callable[[], Dossier], tmp_path: Path) -> None:
    dossier = make()
    build(dossier, tmp_path)
    assert read_cards(tmp_path) == dossier
    assert read_addresses(tmp_path) == addresses_of(dossier, Addresses())
    assert differences(dossier, read_addresses(tmp_path), tmp_path) == []


def test_keys_stand_in_the_order_of_the_contract(content: Path) -> None:
    def keys(name: str) -> list[str]:
        return list(yaml.safe_load((content / name).read_text("utf-8")))

    assert keys("people/ines-corvo.yml") == [
        "id", "kind", "name", "aliases", "evidence", "statements", "digest", "curated",
    ]  # fmt: skip
    assert keys("weapons/falak.yml") == [
        "id", "kind", "name", "aliases", "evidence", "form", "statements", "digest", "curated",
    ]  # fmt: skip
    assert keys("claims/maren-denies-shipped-drones.yml") == [
        "id", "kind", "name", "aliases", "evidence", "statements", "speaker", "speaker_ref", "polarity", "about",
        "answers", "reports", "restated", "digest", "curated",
    ]  # fmt: skip
    assert keys("sources/a1.yml") == [
        "id", "kind", "name", "aliases", "evidence", "file", "sha256", "title", "publisher", "authors", "agency",
        "published", "language", "url", "licence", "origin", "shares", "unread", "length", "furniture", "found",
        "passages", "digest", "curated",
    ]  # fmt: skip


def test_a_report_is_laid_out_as_the_contract_says(content: Path) -> None:
    text = (content / "claims" / "ines-corvo-boats-fishing-rescue.yml").read_text("utf-8")
    assert '  proposition: {start: 233, end: 267, exact: "The boats are for fishing & rescue"}\n' in text
    report = yaml.safe_load(text)["reports"][0]
    assert (report["via"], list(report["via_at"])) == ("Lowland Press", ["start", "end", "exact"])
    assert list(report)[:6] == ["source", "start", "end", "exact", "proposition", "speaker"]


def test_a_longer_chain_of_media_is_a_list_and_none_is_null(tmp_path: Path) -> None:
    dossier = small_dossier()
    claim = dossier.claims[0]
    relay, *rest = claim.reports
    longer = replace(relay, via=("Lowland Press", "Radio Ostrava"), via_at=(relay.via_at[0], relay.cue_at))
    none = replace(rest[0], via=(), via_at=())
    chained = replace(dossier, claims=(replace(claim, reports=(longer, none)), *dossier.claims[1:]))
    build(chained, tmp_path / "chained")
    reports = yaml.safe_load((tmp_path / "chained" / f"{claim.ref}.yml").read_text("utf-8"))["reports"]
    assert [report["via"] for report in reports] == [["Lowland Press", "Radio Ostrava"], None]
    assert read_cards(tmp_path / "chained") == chained


WORDS = st.text(min_size=1, max_size=12)
PASSAGES = st.builds(
    lambda start, exact: Evidence("sources/a", start, start + len(exact), exact), st.integers(0, 999), WORDS
)
SEVERAL = st.lists(PASSAGES, max_size=2).map(tuple)
MAYBE = st.none() | WORDS
STATEMENTS = st.dictionaries(
    st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
    st.lists(
        st.builds(
            Statement,
            MAYBE,
            SEVERAL,
            rule=MAYBE,
            of=MAYBE,
            ref=st.none() | st.just("people/x"),
            candidates=st.lists(WORDS, max_size=2).map(tuple),
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    max_size=2,
)
ALIASES = st.lists(st.builds(Alias, WORDS, SEVERAL), max_size=2).map(tuple)
REPORTS = st.builds(
    Report,
    passage=PASSAGES,
    proposition=PASSAGES,
    speaker=MAYBE,
    speaker_at=st.none() | PASSAGES,
    cue=WORDS,
    cue_at=PASSAGES,
    via=st.lists(WORDS, max_size=2).map(tuple),
    via_at=SEVERAL,
    mode=st.sampled_from(Mode),
    rule=WORDS,
)
COMMON = {"name": WORDS, "aliases": ALIASES, "evidence": SEVERAL, "statements": STATEMENTS, "orphaned": st.booleans()}
DOSSIERS = st.builds(
    Dossier,
    people=st.tuples(st.builds(PersonCard, id=st.just("p"), **COMMON)),
    weapons=st.tuples(st.builds(WeaponCard, id=st.just("w"), form=st.sampled_from(Form), **COMMON)),
    claims=st.tuples(
        st.builds(
            ClaimCard,
            id=st.just("c"),
            speaker=MAYBE,
            speaker_ref=st.none() | st.just("people/p"),
            polarity=st.sampled_from(Polarity),
            reports=st.lists(REPORTS, max_size=2).map(tuple),
            candidates=st.lists(WORDS, max_size=2).map(tuple),
            about=st.just(("people/p",)),
            answers=st.just(()),
            restated=SEVERAL,
            **COMMON,
        )
    ),
    sources=st.tuples(
        st.builds(
            SourceCard,
            id=st.just("a"),
            name=WORDS,
            orphaned=st.booleans(),
            file=WORDS,
            sha256=WORDS,
            title=MAYBE,
            publisher=MAYBE,
            authors=st.lists(WORDS, max_size=2).map(tuple),
            agency=MAYBE,
            published=MAYBE,
            language=MAYBE,
            url=MAYBE,
            origin=WORDS,
            furniture=st.lists(st.builds(Furniture, st.integers(0, 9), st.integers(9, 99), WORDS), max_size=2).map(
                tuple
            ),
            found=st.dictionaries(st.just("title"), st.builds(Found, SEVERAL, WORDS, WORDS)),
            length=st.integers(0, 10**6),
            passages=SEVERAL,
            licence=MAYBE,
            unread=MAYBE,
            shares=st.lists(
                st.builds(Shared, st.just("sources/a"), st.integers(0, 100), st.integers(0, 100)), max_size=2
            ).map(tuple),
        )
    ),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(DOSSIERS)
def test_any_dossier_is_read_back_as_it_was_written(dossier: Dossier) -> None:
    with temporary() as content:
        build(dossier, content)
        assert read_cards(content) == dossier
        read_curation(content)
        assert differences(dossier, read_addresses(content), content) == []


# ------------------------------------------------------------------------------------------------ a person's part


def test_a_persons_part_is_kept_byte_for_byte(content: Path) -> None:
    path = content / PERSON
    path.write_bytes(path.read_bytes().replace(b"curated: {}\n", CURATED.encode()))
    dossier = small_dossier()
    renamed = replace(dossier, people=(replace(dossier.people[0], name="I. Corvo"), *dossier.people[1:]))
    build(renamed, content)
    assert path.read_bytes().endswith(b"}\n" + CURATED.encode() + b"\n")
    assert read_cards(content).people[0].curated["decisions"] == [
        {"do": "add", "key": "role", "value": "no", "date": "2024-03-06"}
    ]


def test_a_persons_part_in_the_middle_of_the_file_is_taken_whole(content: Path) -> None:
    path = content / PERSON
    text = path.read_text("utf-8").replace("curated: {}\n", "")
    path.write_text(text.replace("aliases:\n", "curated:\n  summary: Admiral.\naliases:\n"), "utf-8")
    build(small_dossier(), content)
    assert path.read_text("utf-8").endswith("}\ncurated:\n  summary: Admiral.\n")


def test_a_card_that_no_article_gives_any_more_is_not_lost_with_its_decisions(content: Path) -> None:
    path = content / PERSON
    path.write_text(path.read_text("utf-8").replace("curated: {}", "curated: {summary: Admiral.}"), "utf-8")
    before = snapshot(content)
    with pytest.raises(CardError, match=r"people/ines-corvo\.yml: holds decisions"):
        build(replace(small_dossier(), people=()), content)
    assert snapshot(content) == before


# ------------------------------------------------------------------------------------------------ a hand's edits


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Ines Corvo\n", "name: Inés Corvo\n", "3: name was changed by hand; undo it (git checkout -- the file), "
         "and write `name: …` under `curated:`"),
        ("value: admiral", "value: vice admiral", ": statements.role was changed by hand; undo it (git checkout -- the "
         "file), and write a decision {do: add, key: role, value: …} or {do: strike, key: role, value: …}"),
        ("statements:\n", "statements:\n  rank:\n  - {value: admiral, evidence: []}\n", "statements.rank was added by"),
        ("name: Corvoe", "name: Corvou", "aliases was changed by hand"),
        ("name: Ines Corvo\n", "name: Ines Corvo # sic\n", "3: a comment that the next build would lose; move it"),
        ("digest: {", "#digest: {", "the digest is gone"),
        ("id: ines-corvo", "id: ines", "1: id: ines in a file named ines-corvo.yml; give the file its old name back"),
    ],
)  # fmt: skip
def test_an_edit_to_the_machines_part_is_refused_with_the_way_out(
    content: Path, old: str, new: str, message: str
) -> None:
    path = content / PERSON
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    before = snapshot(content)
    with pytest.raises(CardError) as problem:
        build(small_dossier(), content)
    assert message in str(problem.value)
    assert str(path) in str(problem.value)
    assert snapshot(content) == before


def test_another_layout_of_the_same_values_is_no_edit(content: Path) -> None:
    path = content / PERSON
    good = path.read_bytes()
    text = path.read_text("utf-8").replace("name: Ines Corvo\n", "name:   'Ines Corvo'\n\n")
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    build(small_dossier(), content)
    assert path.read_bytes() == good


def test_all_faults_of_all_cards_are_told_at_once(content: Path) -> None:
    one, two = content / PERSON, content / "weapons" / "falak.yml"
    one.write_text(one.read_text("utf-8").replace("kind: person", "kind: persn").replace("start: ", "start: x", 1))
    two.write_text(two.read_text("utf-8").replace("form: named\n", "form: titled\ncolour: red\n"))
    with pytest.raises(CardError) as problem:
        read_dossier(content)
    told = str(problem.value).replace(f"{content}/", "").splitlines()
    assert [line.partition(";")[0] for line in told] == [
        "people/ines-corvo.yml:2: kind: persn in the folder people/",
        "people/ines-corvo.yml:7: start of an entry of evidence is no count of characters",
        "weapons/falak.yml:7: form: titled is unknown",
        "weapons/falak.yml:8: a weapon card has no key 'colour'",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: x\nid: y\n", "2: the key 'id' stands twice; keep one of the two"),
        ("id: !!python/object:os.system x\n", "1: a tag"),
        ("a: &a [1]\nb: *a\n", "2: an alias, *a; write the value out"),
        ("- 1\n", "1: a person card is no group of keys"),
        ("", "1: a person card is no group of keys"),
        ("id: broken\nkind: person\nstatements: {role: [{values: 1}]}\n", "3: an entry of role has no key 'values'"),
        ("id: broken\nkind: person\n", "1: a person card lacks 'name'; add a line `name: …`"),
        ("curated: {decisions: [{do: strip, key: role}]}\n", "1: do: strip is unknown; write one of: add, strike"),
        ("curated: {decisions: [{do: strike, key: role}]}\n", "1: strike lacks 'value'"),
        ("curated: {decisions: [{do: same_as, ref: weapons/falak}]}\n", "not of the same kind; name a card in"),
        ("curated: {decisions: [{do: answer, ref: people/x}]}\n", "only a claim answers a claim"),
        ("curated: {decisions: [{do: hide, why: x}]}\n", "an entry of decisions has no key 'why'"),
        ("curated: [1]\n", "1: `curated` is no group of keys"),
    ],
)  # fmt: skip
def test_a_broken_card_is_named_with_its_line_and_the_way_out(content: Path, text: str, message: str) -> None:
    (content / "people" / "broken.yml").write_text(text, "utf-8")
    with pytest.raises(CardError) as problem:
        read_dossier(content)
    assert f"broken.yml:{message}" in str(problem.value) or message in str(problem.value)


def test_a_card_that_is_no_utf_8_is_named(content: Path) -> None:
    (content / PERSON).write_bytes(b"id: \xff\n")
    for read in (read_dossier, read_curation):
        with pytest.raises(CardError, match=r"ines-corvo\.yml: not UTF-8 at byte 4; save the file as UTF-8"):
            read(content)


def test_broken_addresses_are_named_with_their_line(content: Path) -> None:
    (content / "addresses.yml").write_text(
        "founded:\n  persons/x: []\nretired: {people/a: nowhere}\nfond: 1\n", "utf-8"
    )
    with pytest.raises(CardError) as problem:
        read_addresses(content)
    told = str(problem.value)
    assert "'persons/x' names no card" in told
    assert "addresses.yml:3: people/a: 'nowhere' names no card" in told
    assert "addresses.yml:4: the file of addresses has no key 'fond'" in told


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_a_damaged_card_is_read_or_refused_but_never_crashes(data: st.DataObject) -> None:
    good = GOOD[data.draw(st.sampled_from(sorted(GOOD)))]
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    junk = data.draw(
        st.text(max_size=5) | st.sampled_from(["- ", "{", "]", ": ", "&a ", "*a", "!!x ", "\n", "  ", "null"])
    )
    with temporary() as content:
        (content / "people").mkdir(parents=True)
        (content / "people" / "x.yml").write_text(good[:start] + junk + good[end:], "utf-8", newline="")
        for read in (read_dossier, read_curation):
            try:
                read(content)
            except DossierError as problem:
                assert "x.yml" in str(problem)  # noqa: PT017 - either outcome is right


GOOD = {
    "person": "id: x\nkind: person\nname: X\naliases: []\n"
    "evidence:\n- {source: sources/a, start: 0, end: 1, exact: X}\n"
    "statements:\n  role:\n  - value: admiral\n    evidence: []\ndigest: {}\ncurated:\n  name: Y\n  decisions:\n"
    "  - {do: add, key: role, value: pilot}\n  - {do: same_as, ref: people/y}\n",
    "nearly a claim": "id: x\nkind: claim\nname: X\nreports:\n- source: sources/a\n  start: 0\n  end: 1\n  exact: X\n"
    "  proposition: {start: 0, end: 1, exact: X}\n  via: [a]\n  via_at:\n  - {start: 0, end: 1, exact: X}\n",
}


# ------------------------------------------------------------------------------------------- the text beside a card


def with_extracted_text() -> Dossier:
    """The small dossier, its first article taken out of a saved page."""
    small = small_dossier()
    first = replace(small.sources[0], file="a1.html", extracted=Extracted(sha256(b"Words.\n").hexdigest(), "Words.\n"))
    return replace(small, sources=(first, *small.sources[1:]))


def test_the_text_of_a_page_or_pdf_stands_beside_its_card_and_goes_with_it(content: Path) -> None:
    dossier = with_extracted_text()
    build(dossier, content)
    assert (content / "sources" / "a1.txt").read_text("utf-8") == "Words.\n"
    assert read_cards(content) == dossier
    (content / "sources" / "notes.txt").write_text("An editor's own file.", "utf-8")
    build(small_dossier(), content)
    assert sorted(path.name for path in (content / "sources").glob("*.txt")) == ["notes.txt"]


def test_a_text_that_is_not_what_was_extracted_is_named_and_never_overwritten(content: Path) -> None:
    dossier = with_extracted_text()
    build(dossier, content)
    (content / "sources" / "a1.txt").write_text("Other words.\n", "utf-8")
    for read in (read_cards, read_curation):
        with pytest.raises(CardError, match=r"a1\.txt: is not the text that was extracted; delete it and build again"):
            read(content)
    (content / "sources" / "a1.txt").unlink()
    build(dossier, content)
    assert read_cards(content) == dossier


# ------------------------------------------------------------------------------------------------ all or nothing


def test_what_stays_is_not_touched_and_what_is_no_card_survives(content: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in content.rglob("*.*")}
    dossier = small_dossier()
    build(dossier, content)
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*.*")} == times
    build(replace(dossier, weapons=dossier.weapons[:1]), content)
    gone = {path for path in times if not path.exists()}
    changed = {path for path in times if path not in gone and path.stat().st_mtime_ns != times[path]}
    assert gone == {content / "weapons" / "falak.yml"}
    assert changed == {content / "addresses.yml"}
    assert (content / "README.md").read_text("utf-8") == "Ours.\n"
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def no_exchange(*_: Path) -> None:
    raise OSError(18, "folders on two disks can't change places")


def test_where_folders_cannot_change_places_a_journal_does_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_exchange", no_exchange)
    dossier = replace(small_dossier(), weapons=(), organisations=small_dossier().organisations[1:])
    build(dossier, content)
    assert read_cards(content) == dossier
    assert not (content / ".staged").exists()


def test_a_journal_that_a_killed_build_left_is_finished(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_exchange", no_exchange)
    monkeypatch.setattr(folders, "_finish_journal", lambda _: None)
    dossier = replace(small_dossier(), weapons=())
    build(dossier, content)
    monkeypatch.undo()
    assert (content / ".staged" / "journal").exists()
    assert read_cards(content) == dossier


def test_a_full_disk_leaves_the_cards_as_they_were(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = snapshot(content)
    monkeypatch.setattr(folders, "_write", full)
    with pytest.raises(CardError, match="No space left on device; make room on the disk and build again"):
        build(replace(small_dossier(), weapons=(), people=small_dossier().people[:1]), content)
    monkeypatch.undo()
    assert snapshot(content) == before
    assert [path.name for path in content.parent.iterdir()] == ["content"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(content: Path) -> None:
    content.chmod(0o500)
    content.parent.chmod(0o500)
    try:
        with pytest.raises(CardError, match="can't be written"):
            build(replace(small_dossier(), weapons=()), content)
    finally:
        content.parent.chmod(0o700)
        content.chmod(0o700)


def test_two_builds_at_once_are_told_apart(content: Path) -> None:
    with folders._alone(content), pytest.raises(CardError, match="another build is writing it; wait until it is done"):
        build(replace(small_dossier(), weapons=()), content)
    assert read_cards(content) == small_dossier()


KILLED = """
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from dossier.cards.addresses import addresses_of
from dossier.cards.store import read_addresses, write_dossier
from tests.makers import small_dossier
content, dossier = Path(sys.argv[1]), small_dossier()
states = [dossier, replace(dossier, weapons=(), people=tuple(replace(p, name=p.name * 2) for p in dossier.people))]
print("ready", flush=True)
while True:
    for state in states:
        write_dossier(state, addresses_of(state, read_addresses(content)), content)
"""


WAYS = ["folders change places", "along a journal"]


@pytest.mark.parametrize("way", WAYS)
def test_a_build_killed_at_any_moment_leaves_one_state_or_the_other(content: Path, way: str) -> None:
    kill_builds(content, way, 6)


@pytest.mark.audit
@pytest.mark.parametrize("way", WAYS)
def test_three_hundred_builds_killed(content: Path, way: str) -> None:
    kill_builds(content, way, 150)


def kill_builds(content: Path, way: str, times: int) -> None:
    """Kill a build that writes two states in turn, ``times`` times, and look each time which of the two is there."""
    program = KILLED
    if way == "along a journal":
        program = (
            "from dossier.cards.store import folder as f\ndef no(*_): raise OSError(18, '')\nf._exchange = no\n"
            + KILLED
        )
    dossier = small_dossier()
    other = replace(dossier, weapons=(), people=tuple(replace(p, name=p.name * 2) for p in dossier.people))
    build(other, content)  # so that addresses have settled
    good = []
    for state in (dossier, other):
        build(state, content)
        good.append(snapshot(content))
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    root = Path(__file__).resolve().parents[2]
    for _ in range(times):
        run = subprocess.Popen(
            [sys.executable, "-c", program, content],
            stdout=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(chance.uniform(0, 0.15))
        run.kill()
        run.wait()
        run.stdout.close()
        folders.settle(content)
        assert snapshot(content) in good


def temporary() -> Temporary:
    return Temporary()


class Temporary:
    """A folder for one example of a property: pytest's own lasts for all examples."""

    def __enter__(self) -> Path:
        import tempfile

        self.folder = Path(tempfile.mkdtemp())
        return self.folder / "content"

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder)
