"""Seeds and cards as nobody would write them: real-looking prose and real cards, broken in many small ways.

    python tests/fuzzing.py seeds 100000    # batches of articles through the whole path
    python tests/fuzzing.py cards 20000     # one broken card at a time through the readers

Each prints how far it came, and stops at the first thing that is wrong with the number that gives it again.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from makers import HOSTILE, small_dossier  # noqa: E402

from dossier.cards import compile_dossier  # noqa: E402
from dossier.cards.addresses import Addresses, addresses_of  # noqa: E402
from dossier.cards.checks import check_dossier  # noqa: E402
from dossier.cards.curation import Curation  # noqa: E402
from dossier.cards.store import (  # noqa: E402
    compose_addresses,
    read_addresses,
    read_cards,
    read_curation,
    write_dossier,
)
from dossier.errors import DossierError, SeedError  # noqa: E402
from dossier.model import Dossier, Source  # noqa: E402
from dossier.pages import render_pages  # noqa: E402
from dossier.settings import Settings  # noqa: E402
from dossier.sources import read_sources  # noqa: E402

SLOWEST = 2.0
"""Seconds of processor time that one seed of ordinary size may take."""

BATCH = 25
"""Articles in one dossier."""

MARK = "<script>zq"
"""What would show in a page if markup of an article were taken for ours."""

SPLINTERS = (
    *HOSTILE, MARK, "“", "”", '"', "'", "’", "‘", "«", "(", ")", "[", "—", "--", "...", "\n", "\n\n", "\r\n", "\t",
    "\xa0", "\u200b", "\u202e", "\u2069", "\ufeff", "\u0301", "\x07", "\x1b[2J", "а", "Κ", "ſ", "İ", "ß", "ﬁ", "😀",
    "𝔎", "中国", "٣", "said", "said that", "denied", "according to", "Reuters", "(AP)", "KCNA", "Gen.", "Mr", "his",
    "the minister", "July 32", "1-1-1", "2023", "T-72", "F-", "-35", "MiG", "missiles", "no", "not", "and", "of the",
    "led a delegation to", "http://a.b/?<>", "@x", "#", "|", "---", "title: x", ": ", "- ", "* ", "&amp;", "&#60;",
    "\\", "%", "$", "0" * 40, "a" * 300,
)  # fmt: skip


def base_texts() -> list[str]:
    """Every article of the titled cases, one string each."""
    texts: list[str] = []
    for path in sorted((ROOT / "tests" / "cases").glob("*.md")):
        for section in path.read_text("utf-8").split("\n## ")[1:]:
            lines = [line[2:] for line in section.splitlines() if line.startswith("> ")]
            texts += ["\n".join(lines)] if lines else []
    return texts


def broken_text(lot: random.Random, texts: Sequence[str]) -> str:
    """One or two pieces of prose with up to twelve things done to them."""
    text = "\n\n".join(lot.sample(texts, lot.randint(1, 2)))[: lot.choice([200, 500, 900])]
    for _ in range(lot.randint(0, 12)):
        at, end = sorted(lot.randint(0, len(text)) for _ in range(2))
        end = min(end, at + 60)
        way = lot.randrange(7)
        if way == 0:
            text = text[:at] + text[end:]
        elif way == 1:
            text = text[:end] + text[at:end] * lot.choice([1, 1, 2, 8]) + text[end:]
        elif way == 2:
            text = text[:at] + text[at:end].swapcase() + text[end:]
        elif way == 3:
            text = text[:at] + text[at:end][::-1] + text[end:]
        elif way == 4:
            words = text.split(" ")
            lot.shuffle(words) if lot.random() < 0.1 else words.insert(lot.randint(0, len(words)), lot.choice(words))
            text = " ".join(words)
        else:
            text = text[:at] + lot.choice(["", " "]) + lot.choice(SPLINTERS) + lot.choice(["", " "]) + text[at:]
    return text


# ------------------------------------------------------------------------------------------------ seeds


def fuzz_seeds(number: int, texts: Sequence[str], find: Callable[..., list], lexicon: object) -> int:  # type: ignore[type-arg]
    """One dossier of broken articles through the whole path; how many articles were read. Raises at what is wrong."""
    lot = random.Random(number)  # noqa: S311 - damage, not secrets
    with tempfile.TemporaryDirectory() as folder:
        seeds, content = Path(folder) / "seeds", Path(folder) / "content"
        seeds.mkdir()
        for place in range(BATCH):
            (seeds / f"s{place}.txt").write_bytes(broken_text(lot, texts).encode("utf-8", "ignore"))
        sources = read_willing(seeds, lexicon)
        began = time.process_time()
        found = find(sources)
        dossier = compile_dossier(found, lexicon, Addresses(), Curation())  # type: ignore[arg-type]
        took = time.process_time() - began
        assert took < SLOWEST * BATCH, f"{took:.1f} s for {BATCH} articles"
        assert check_dossier(dossier, sources) == []
        addresses = addresses_of(dossier, Addresses())
        write_dossier(dossier, addresses, content)
        assert read_cards(content) == dossier, "a card was lost or came back otherwise"
        assert compose_addresses(read_addresses(content)) == compose_addresses(addresses)
        if number % 10 == 0:
            check_pages(dossier)
            again = compile_dossier(found[::-1], lexicon, addresses, Curation())  # type: ignore[arg-type]
            assert again == dossier, "the order of the articles shows"
        return len(sources)


def read_willing(seeds: Path, lexicon: object) -> tuple[Source, ...]:
    """The articles, without those that are refused by a message that names them."""
    for _ in range(BATCH):
        try:
            return read_sources(seeds, lexicon)  # type: ignore[arg-type]
        except SeedError as refused:
            named = set(re.findall(r"seeds/(s\d+\.txt)", str(refused)))
            assert named, refused
            for name in named:
                (seeds / name).unlink()
    return ()


def check_pages(dossier: Dossier) -> None:
    """No page takes an article's markup for its own."""
    for path, page in render_pages(dossier, Settings(title="Fuzz")).items():
        if path.endswith((".md", ".xml")):
            assert MARK not in page, f"{path}: markup got through"
            assert not set(page) & {"\x07", "\x1b", "\u202e", "\u2069"}, f"{path}: a control character got through"


# ------------------------------------------------------------------------------------------------ cards


def card_files() -> list[tuple[str, bytes]]:
    """Each card of the small dossier as it is written, a person's part on some."""
    part = "curated:\n  name: X\n  decisions:\n  - {do: strike, key: role, value: admiral, date: 2024-03-06}\n"
    with tempfile.TemporaryDirectory() as folder:
        small = small_dossier()
        write_dossier(small, addresses_of(small, Addresses()), Path(folder) / "content")
        files = [
            (path.relative_to(Path(folder) / "content").as_posix(), path.read_bytes())
            for path in sorted((Path(folder) / "content").rglob("*.yml"))
        ]
    decided = [(name, data.replace(b"curated: {}\n", part.encode())) for name, data in files if b"curated" in data]
    return files + decided


YAML_SPLINTERS = (
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"{", b"}", b"[", b"]", b"- ", b": ", b"? ", b"|\n", b">-\n",
    b"'", b'"', b"#", b"\t", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"---\n", b"...\n", b"%YAML 9.9\n", b"~", b"null",
    b"1e999", b"0x7f", b"2024-02-31", b"true", b"9" * 400, b"[" * 300, b"{a: " * 300, b"id: x\n", b"curated:\n",
    "\u2028".encode(), "\x85".encode(),
)  # fmt: skip


def broken_card(lot: random.Random, data: bytes) -> bytes:
    """A card's file with one to four things done to it."""
    for _ in range(lot.randint(1, 4)):
        at, end = sorted(lot.randint(0, len(data)) for _ in range(2))
        end = min(end, at + 40)
        lines = data.split(b"\n")
        place = lot.randrange(len(lines))
        match lot.randrange(6):
            case 0:
                data = data[:at] + data[end:]
            case 1:
                data = data[:at] + bytes([lot.randrange(256)]) + data[at + 1 :]
            case 2:
                data = b"\n".join([*lines[:place], *lines[place + 1 :]])
            case 3:
                data = b"\n".join([*lines[:place], lines[place], *lines[place:]])
            case 4:
                data = b"\n".join([*lines[:place], b"  " + lines[place], *lines[place + 1 :]])
            case _:
                data = data[:at] + lot.choice(YAML_SPLINTERS) + data[at:]
    return data


def fuzz_card(number: int, files: Sequence[tuple[str, bytes]], folder: Path) -> None:
    """One broken card: read, or refused by messages that name its file; never anything else, and never written."""
    lot = random.Random(number)  # noqa: S311 - damage, not secrets
    name, data = lot.choice(files)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    broken = broken_card(lot, data)
    path.write_bytes(broken)
    began = time.process_time()
    for read in (read_cards, read_curation, read_addresses):
        try:
            read(folder)
        except DossierError as refused:
            assert path.name in str(refused), refused
    assert time.process_time() - began < SLOWEST
    assert path.read_bytes() == broken
    path.unlink()


# ------------------------------------------------------------------------------------------------ by hand


def run(what: str, count: int, first: int) -> None:
    """As many as asked, with a line now and then."""
    done, began = 0, time.monotonic()
    for done in seeds_run(count, first) if what == "seeds" else cards_run(count, first):
        if (done % 1000 < BATCH and what == "seeds") or done % 1000 == 0:
            print(f"{done} {what} in {time.monotonic() - began:.0f} s", flush=True)
    print(f"{done} {what}, nothing wrong")


def seeds_run(count: int, first: int = 0) -> Iterator[int]:
    """Articles done so far, batch by batch."""
    from build import CardCompiler
    from dossier.console import Console

    compiler, texts, done, number = CardCompiler(Settings(), Console(quiet=True)), base_texts(), 0, first
    while done < count:
        try:
            fuzz_seeds(number, texts, compiler.find, compiler.lexicon)
        except Exception as problem:
            raise AssertionError(f"batch {number}: {problem!r}") from problem
        done, number = done + BATCH, number + 1
        yield done


def cards_run(count: int, first: int = 0) -> Iterator[int]:
    """Cards done so far."""
    files = card_files()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            try:
                fuzz_card(number, files, Path(folder))
            except Exception as problem:
                raise AssertionError(f"card {number}: {problem!r}") from problem
            yield number - first + 1


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
