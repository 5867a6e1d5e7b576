"""YAML as this project uses it: a small, safe part of it, read with line numbers and written one way only.

Reading refuses what a card never needs and an attacker might: anchors, aliases, tags, keys that stand twice, deep
nesting. Only ``null``, ``true``, ``false`` and whole numbers mean anything but their characters, so that ``no``,
``1e5`` and ``2023-07-26`` stay words. Writing needs no emitter of a library, whose two builds fold and escape
differently: there is one spelling for each value, whatever the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 12
"""Levels of nesting: a claim's deepest passage stands at the fifth, an editor's notes may go further."""

NULLS = ("", "~", "null", "Null", "NULL")
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
MEANINGS: Mapping[str, bool | None] = MappingProxyType(dict.fromkeys(NULLS) | TRUTHS)
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
PLAIN = re.compile(r"[^\W_](?:[\w /.()'’‘“”–—%-]*[\w/.()'’‘“”–—%-])?")
"""Letters and digits first; nothing in it that means something to YAML; no blank at the end."""
NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that some reader of YAML 1.1 or 1.2 takes for something else."""
SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file: the line, what, and what to do about it."""

    line: int
    what: str
    remedy: str


class Node(NamedTuple):
    """A value and the line that it begins on, counted from 1.

    No dataclass: a file has thousands of them, and a tuple is made in a third of the time.
    """

    value: str | int | bool | tuple[Node, ...] | Mapping[str, Node] | None
    line: int
    text: str | None = None
    """A scalar's characters, whatever they were taken to mean: ``"2012"`` for 2012."""

    def plain(self) -> Any:
        """The value without the lines: strings, numbers, lists and dictionaries."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


# ---------------------------------------------------------------------------------------------- reading


def parse_yaml(text: str, *, foreign: bool = False) -> tuple[Node, list[Fault]]:
    """The one document of ``text`` and everything wrong with its notation.

    ``foreign``: the file belongs to somebody else (``mkdocs.yml``), who may use tags and anchors; a tagged value is
    taken as its characters, an alias as null.
    """
    faults: list[Fault] = []
    builder = _Builder(yaml.parse(text, Loader), faults, foreign)
    try:
        return builder.document(), faults
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        what = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "no YAML"
        faults.append(Fault(mark.line + 1 if mark else 1, f"not YAML: {what}", "mend the line, or quote its text"))
    except _TooDeepError as problem:
        faults.append(Fault(problem.line, f"nested more than {DEEPEST} levels deep", "write it flatter"))
    return Node(None, 1), faults


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Nodes from a parser's events; events come one by one, so that nothing is expanded or deepened unseen."""

    def __init__(self, events: Iterator[Any], faults: list[Fault], foreign: bool) -> None:
        self._events = events
        self._faults = faults
        self._foreign = foreign
        self._deepest = DEEPEST * (4 if foreign else 1)

    def document(self) -> Node:
        """The first document; a second one is a fault."""
        node = Node(None, 1)
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(event, "a second document begins", "keep one document a file")
            elif isinstance(event, yaml.NodeEvent):
                found = self._node(event, 0)
                node = found if documents == 1 else node
        return node

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        if depth > self._deepest:
            raise _TooDeepError(line)
        if isinstance(event, yaml.AliasEvent):
            if not self._foreign:
                self._fault(event, f"an alias, *{event.anchor}", "write the value out")
            return Node(None, line)
        if event.anchor is not None or event.tag is not None:
            self._check(event)
        if isinstance(event, yaml.ScalarEvent):
            return scalar(event.value, line, plain=event.implicit[0] and not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(tuple(self._items(depth)), line)
        return Node(self._entries(depth), line)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Mapping[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            name = key.text
            if name is None:
                self._fault(event, "a key that is no word", "write the key as one word")
            elif name in entries:
                self._fault(event, f"the key {name!r} stands twice", "keep one of the two")
            else:
                entries[name] = value if value.line == key.line else Node(value.value, key.line, value.text)
        return entries

    def _check(self, event: Any) -> None:
        if self._foreign:
            return
        if event.anchor is not None:
            self._fault(event, f"an anchor, &{event.anchor}", "take it away and write repeated values out")
        if event.tag is not None and event.tag != "!":
            self._fault(event, f"a tag, {event.tag}", "take it away, and quote the value if it is text")

    def _fault(self, event: Any, what: str, remedy: str) -> None:
        self._faults.append(Fault(event.start_mark.line + 1, what, remedy))


def scalar(text: str, line: int, *, plain: bool) -> Node:
    """What the characters of one scalar mean; quoted ones mean themselves."""
    if plain and text in MEANINGS:
        return Node(MEANINGS[text], line, text)
    if plain and text[0] in "+-0123456789" and WHOLE.fullmatch(text):
        return Node(int(text), line, text)
    return Node(text, line, text)


# ---------------------------------------------------------------------------------------------- writing


def compose_yaml(entries: Mapping[str, Any]) -> str:
    """``entries`` as a YAML text in their order, with a final newline.

    Values are strings, whole numbers, truths, ``None``, sequences and mappings. Block style, but a place in a text is
    one row: ``- {source: sources/000, start: 27, end: 39, exact: North Korean}``.
    """
    return "".join(f"{line}\n" for line in _block(entries, "")) or "{}\n"


def _block(entries: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in entries.items():
        if _is_nested(value):
            yield f"{indent}{word(key)}:"
            yield from _nested(value, indent if isinstance(value, Sequence) else indent + "  ")
        else:
            yield f"{indent}{word(key)}: {_inline(value)}"


def _nested(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _block(value, indent)
        return
    for item in value:
        if _is_nested(item):
            lines = _nested(item, indent + "  ")
            yield f"{indent}- {next(iter(lines))[len(indent) + 2 :]}"
            yield from lines
        else:
            yield f"{indent}- {_inline(item)}"


def _is_nested(value: Any) -> bool:
    """Whether ``value`` takes lines of its own: anything that holds something, but a place in a text."""
    return _holds(value) and bool(value) and not _is_place(value)


def _holds(value: Any) -> bool:
    """Whether ``value`` is made to hold others; most are strings and numbers, which are told first."""
    return value is not None and not isinstance(value, (str, int)) and isinstance(value, (Mapping, list, tuple))


def _is_place(value: Any) -> bool:
    return isinstance(value, Mapping) and "start" in value and not any(map(_holds, value.values()))


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return word(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{word(key)}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def word(text: str) -> str:
    """The one spelling of a string: bare where nobody can mistake it, else quoted, strange characters escaped."""
    if _is_plain(text):
        return text
    if not text.isprintable():
        return '"' + "".join(_escaped(c) for c in text) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_plain(text: str) -> bool:
    if not PLAIN.fullmatch(text):
        return False
    # "70th anniversary" can't be a number or a date, "1e5" and "2023-07-26" can
    return text.lower() not in NOT_PLAIN if text[0].isalpha() else " " in text


def _escaped(character: str) -> str:
    if character in SHORT_ESCAPES:
        return SHORT_ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
