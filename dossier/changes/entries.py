"""The change log: one line of JSON for each build that changed cards, in a file that only grows.

An entry has no time of its own. Its date is that of the newest article or decision that caused it, or one that the
caller gives; its id is a digest of what it says, so that the same change has the same id on every machine.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from dossier.changes.nouns import Cause, Change, Origin, Sort
from dossier.errors import CardError

DIGITS = 12
"""Hexadecimal digits of an entry's id."""
ID = re.compile(r"[0-9a-f]{12}(-[0-9]+)?")
MEND = "mend the line, or take it out"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one build changed."""

    id: str
    date: str | None
    """ISO, as precise as its causes are; ``None`` where none of them has a date."""
    changes: tuple[Change, ...]

    @property
    def seeds(self) -> tuple[Cause, ...]:
        """The articles that caused it, each once, by reference."""
        found = {cause.what: cause for cause in self._causes() if cause.origin is Origin.SEED}
        return tuple(found[ref] for ref in sorted(found))

    @property
    def decisions(self) -> tuple[Cause, ...]:
        """The decisions that caused it, each once."""
        return tuple(dict.fromkeys(cause for cause in self._causes() if cause.origin is Origin.EDITOR))

    def _causes(self) -> Iterable[Cause]:
        return (cause for change in self.changes for cause in change.causes)


def entry_of(changes: Sequence[Change], date: str | None = None) -> Entry | None:
    """The entry for ``changes``; ``None`` where there are none. ``date`` wins over the causes' own dates."""
    if not changes:
        return None
    dates = {cause.when for change in changes for cause in change.causes if cause.when}
    text = json.dumps([asdict(change) for change in changes], ensure_ascii=False, sort_keys=True)
    return Entry(hashlib.sha256(text.encode()).hexdigest()[:DIGITS], date or max(dates, default=None), tuple(changes))


def as_line(entry: Entry) -> str:
    """One line of JSON: id, date, causes, changes."""
    row = {
        "id": entry.id,
        "date": entry.date,
        "seeds": {cause.what: cause.how for cause in entry.seeds},
        "decisions": [str(cause) for cause in entry.decisions],
        "changes": [asdict(change) for change in entry.changes],
    }
    return json.dumps(row, ensure_ascii=False)


def read_log(path: Path) -> tuple[Entry, ...]:
    """Every entry, oldest first; none where there is no file. ``CardError`` names a line that is no entry."""
    if not path.is_file():
        return ()
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise CardError(str(path), f"can't be read: {problem}", "save the file as UTF-8 text") from problem
    return tuple(read_line(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def read_line(line: str, where: str) -> Entry:
    """One entry; ``CardError`` where the line is none."""
    try:
        row = json.loads(line)
        return Entry(id_of(row), maybe(row, "date"), tuple(read_change(r) for r in row["changes"]))
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise CardError(where, f"no entry of a change log ({problem})", MEND) from problem


def read_change(row: Mapping[str, Any]) -> Change:
    """One change, every key checked."""
    causes = tuple(
        Cause(Origin(c["origin"]), text_of(c, "what"), text_of(c, "how"), maybe(c, "when"), maybe(c, "reason"))
        for c in row["causes"]
    )
    names = (text_of(row, "card"), text_of(row, "name"), text_of(row, "key"))
    return Change(
        Sort(row["sort"]),
        *names,
        maybe(row, "before"),
        maybe(row, "after"),
        causes,
        correction=row["correction"] is True,
    )


def id_of(row: Mapping[str, Any]) -> str:
    """An entry's id, which becomes part of an address."""
    if not ID.fullmatch(text_of(row, "id")):
        raise ValueError("id is no digest")
    return text_of(row, "id")


def text_of(row: Mapping[str, Any], key: str) -> str:
    """A value that must be text."""
    if not isinstance(row[key], str):
        raise TypeError(f"{key} is no text")
    return str(row[key])


def maybe(row: Mapping[str, Any], key: str) -> str | None:
    """A value that is text or nothing."""
    return None if row[key] is None else text_of(row, key)


def add_entry(path: Path, entry: Entry) -> bool:
    """Append ``entry`` to the log; ``False`` where it is the last one already, from a build that was cut short.

    An id that an earlier entry has gets a number. ``CardError`` where the log is broken or can't be written.
    """
    log = read_log(path)
    if log and log[-1].changes == entry.changes:
        return False
    taken, number, id_ = {row.id for row in log}, 1, entry.id
    while id_ in taken:
        number += 1
        id_ = f"{entry.id}-{number}"
    before = path.read_bytes() if path.is_file() else b""
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    write_whole(path, before + gap + as_line(replace(entry, id=id_)).encode() + b"\n")
    return True


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place at once. ``CardError`` where that can't be done."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as problem:
        raise CardError(
            str(path), f"can't be written: {problem.strerror}", "name a file that can be written"
        ) from problem


@contextmanager
def entered(path: Path | None, entry: Entry | None) -> Iterator[None]:
    """Enter a build's changes before it writes its cards, and take them out again where it can't.

    Whoever is killed in between builds once more, finds the entry there, and enters nothing twice.
    """
    if path is None or entry is None:
        yield
        return
    before = path.read_bytes() if path.is_file() else None
    add_entry(path, entry)
    try:
        yield
    except Exception:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, before)
        raise


def without_cards(log: Iterable[Entry], hidden: Set[str]) -> tuple[Entry, ...]:
    """The log as readers may see it: nothing of cards that a person hid, no entry that is then empty."""
    rows = (replace(entry, changes=tuple(c for c in entry.changes if c.card not in hidden)) for entry in log)
    return tuple(entry for entry in rows if entry.changes)
