"""One mapping of a card's file, taken apart key by key, with every fault noted and none fatal.

A reader asks for what the contract has; what is missing or of the wrong kind is noted with its line and replaced by
something harmless, so that one pass over ``content/`` names everything that is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from dossier.model import Evidence
from dossier.notation import Fault, Node

Choice = TypeVar("Choice", bound=StrEnum)

REF = re.compile(r"(sources|people|weapons|delegations|claims|organisations|events)/[^/\s]+")


class Row:
    """A mapping and the faults found in it so far; ``faults`` is shared by all rows of a file."""

    def __init__(self, node: Node, faults: list[Fault], what: str) -> None:
        self.line = node.line
        self._what = what
        self._faults = faults
        self._read: set[str] = set()
        self._entries: Mapping[str, Node] = {}
        if isinstance(node.value, Mapping):
            self._entries = node.value
        else:
            self.fault(f"{what} is no group of keys", "write `key: value` lines under it")

    def fault(self, what: str, remedy: str, line: int | None = None) -> None:
        """Note something wrong, at ``line`` or at the row itself."""
        self._faults.append(Fault(line or self.line, what, remedy))

    def finish(self) -> None:
        """Note the keys that nobody asked for."""
        for key, node in self._entries.items():
            if key not in self._read:
                self.fault(f"{self._what} has no key {key!r}", "take it away, or mend its spelling", node.line)

    def line_of(self, key: str) -> int:
        """The line of ``key``, or of the row where the key is missing."""
        return self._entries[key].line if key in self._entries else self.line

    def has(self, key: str) -> bool:
        """Whether the key stands there with something in it."""
        node = self._entries.get(key)
        return node is not None and node.value is not None

    def node(self, key: str) -> Node | None:
        """What stands under ``key``, unchecked; ``None`` where the key is missing."""
        self._read.add(key)
        return self._entries.get(key)

    def text(self, key: str) -> str:
        """A value that must be there."""
        value = self.maybe_text(key)
        if value is None and not self._has_fault_at(key):
            self.fault(f"{self._what} lacks {key!r}", f"add a line `{key}: …`")
        return value or ""

    def maybe_text(self, key: str) -> str | None:
        """A value, or ``None`` where it is null or left out."""
        node = self.node(key)
        if node is None or node.value is None:
            return None
        if node.text is None:
            self.fault(f"{key} is a list or a group of keys", "write one value on the same line", node.line)
        return node.text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of values; one value alone is a list of one; empty where it is null or left out."""
        node = self.node(key)
        if node is None or node.value is None:
            return ()
        nodes = node.value if isinstance(node.value, tuple) else (node,)
        wrong = [item for item in nodes if not item.text]
        for item in wrong:
            self.fault(f"{key} holds something that is no word", "write a list of words", item.line)
        return () if wrong else tuple(item.text or "" for item in nodes)

    def number(self, key: str) -> int:
        """A count of characters: a whole number, not below zero."""
        node = self.node(key)
        value = node.value if node else None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.fault(
                f"{key} of {self._what} is no count of characters", "write a whole number", node.line if node else None
            )
            return 0
        return value

    def truth(self, key: str) -> bool:
        """Whether the key stands there and says ``true``."""
        node = self.node(key)
        if node is None or isinstance(node.value, bool):
            return node is not None and bool(node.value)
        self.fault(f"{key} is neither true nor false", "write `true` or take the line away", node.line)
        return False

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One word of a closed set; the first of the set where it is none."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            if value:
                node = self._entries[key]
                self.fault(f"{key}: {value} is unknown", f"write one of: {', '.join(kind)}", node.line)
            return next(iter(kind))

    def refs(self, key: str) -> tuple[str, ...]:
        """References to other cards."""
        return tuple(value for value in self.texts(key) if self._is_ref(key, value))

    def maybe_ref(self, key: str) -> str | None:
        """A reference to another card, or ``None``."""
        value = self.maybe_text(key)
        return value if value is not None and self._is_ref(key, value) else None

    def rows(self, key: str) -> Iterator[Row]:
        """The mappings of a list; none where it is null or left out."""
        node = self.node(key)
        if node is None or node.value is None:
            return
        if not isinstance(node.value, tuple):
            self.fault(f"{key} is no list", "begin each of its entries with `- `", node.line)
            return
        for item in node.value:
            yield Row(item, self._faults, f"an entry of {key}")

    def groups(self, key: str) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping; none where it is null or left out."""
        node = self.node(key)
        if node is None or node.value is None:
            return
        if not isinstance(node.value, Mapping):
            self.fault(f"{key} is no group of keys", "write `key: value` lines under it", node.line)
            return
        yield from node.value.items()

    def row(self, key: str) -> Row | None:
        """The mapping under ``key``, or ``None`` where it is null or left out."""
        node = self.node(key)
        return None if node is None or node.value is None else Row(node, self._faults, key)

    def evidence(self, key: str) -> tuple[Evidence, ...]:
        """A list of passages, each with its source."""
        return tuple(self._passages(self.rows(key)))

    def _passages(self, rows: Iterable[Row]) -> Iterator[Evidence]:
        for row in rows:
            yield row.passage()
            row.finish()

    def passage(self, source: str | None = None) -> Evidence:
        """The passage that this row is; ``source`` where the rows above it say so."""
        source = self.text("source") if source is None else source
        if not source.startswith("sources/"):
            self.fault(f"{source!r} is no source", "write `sources/` and the id of an article")
        so_far = len(self._faults)
        start, end, exact = self.number("start"), self.number("end"), self.text("exact")
        if len(self._faults) == so_far and (end - start != len(exact) or not exact):
            what = f"{start}:{end} is not the place of {len(exact)} characters"
            self.fault(what, "take the passage from the source again")
        return Evidence(source, start, end, exact)

    def _is_ref(self, key: str, value: str) -> bool:
        if REF.fullmatch(value):
            return True
        self.fault(f"{key}: {value!r} names no card", "write a folder and an id: people/…", self._entries[key].line)
        return False

    def _has_fault_at(self, key: str) -> bool:
        node = self._entries.get(key)
        return node is not None and node.value is not None
