"""Finding what a hand changed in the machine's part of a card, key by key.

A card carries a digest of each of its keys. What doesn't match was edited by hand since the last build; mere layout
(quotes, line breaks) is forgiven, because writing the same values again gives the same digests.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.notation import Fault, Node, compose_yaml

KEY = re.compile(r"([a-z][a-z0-9_]*):")
PROPERTY = re.compile(r"  ([^\s#-][^:]*):")
DIGITS = 12
"""Hexadecimal digits of a digest: enough against accidents, short enough for a diff."""

OTHERWISE_KNOWN = frozenset({"id", "kind"})
"""Keys that the file's name and folder tell."""

UNDO = "undo it (git checkout -- the file)"
DECISIONS = {
    "name": "write `name: …` under `curated:`",
    "aliases": "write a decision {do: alias, value: …} or {do: unalias, value: …} under `curated:`",
    "answers": "write a decision {do: answer, ref: …} or {do: unanswer, ref: …} under `curated:`",
}
"""What an editor can write instead of changing the machine's value."""


def digest_line(machine: str) -> str:
    """The last line of a machine's part: ``digest: {name: "77ab…", aliases: "0f4c…"}``."""
    digests = (f'{key}: "{_digest(text)}"' for key, _, text in blocks(machine) if key not in OTHERWISE_KNOWN)
    return f"digest: {{{', '.join(digests)}}}\n"


def blocks(machine: str) -> Iterator[tuple[str, int, str]]:
    """Key, line and text of each key; a property of ``statements`` counts as a key, ``statements.role``."""
    key, begins, lines = "", 1, list[str]()
    for number, line in enumerate(re.findall(r"[^\n]*\n|[^\n]+", machine), 1):
        top = KEY.match(line)
        inner = PROPERTY.match(line) if key.startswith("statements") else None
        if top or inner:
            if lines:
                yield key, begins, "".join(lines)
            key, begins, lines = top[1] if top else f"statements.{inner[1] if inner else ''}", number, []
        lines.append(line)
    if lines:
        yield key, begins, "".join(lines)


def hand_edits(machine: str, root: Node) -> list[Fault]:
    """A fault for each key that doesn't match its digest. ``root``: the whole file, parsed."""
    if not isinstance(root.value, Mapping):
        return [Fault(1, "no card", UNDO)]
    entries = root.value
    recorded = entries["digest"].plain() if "digest" in entries else None
    if not isinstance(recorded, dict):
        return [Fault(root.line, "the digest is gone", UNDO)]
    again = compose_yaml({key: node.plain() for key, node in entries.items() if key not in ("digest", "curated")})
    if machine.count("#") > again.count("#"):
        line = next((n for n, text in enumerate(machine.split("\n"), 1) if re.search(r"(^|\s)#", text)), 1)
        return [Fault(line, "a comment that the next build would lose", "move it under `curated:`")]
    found = {key: _digest(text) for key, _, text in blocks(again) if key not in OTHERWISE_KNOWN}
    lines = {key: line for key, line, _ in blocks(machine)}
    changed = [key for key in {**recorded, **found} if recorded.get(key) != found.get(key)]
    return [Fault(lines.get(key, 1), _what(key, key in found, key in recorded), _remedy(key)) for key in changed]


def is_untouched(machine: str, digest: str) -> bool:
    """Whether the text is to the letter what the program wrote."""
    return digest_line(machine) == digest


def _what(key: str, is_there: bool, was_there: bool) -> str:
    return f"{key} was {'changed' if is_there and was_there else 'added' if is_there else 'taken away'} by hand"


def _remedy(key: str) -> str:
    if key.startswith("statements."):
        property_ = key.partition(".")[2]
        rows = " or ".join(f"{{do: {do}, key: {property_}, value: …}}" for do in ("add", "strike"))
        return f"{UNDO}, and write a decision {rows} under `curated:`"
    return f"{UNDO}, and {DECISIONS[key]}" if key in DECISIONS else UNDO


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def digest_of_folder(folder: Path) -> tuple[str, int]:
    """SHA-256 of all cards and addresses together, and how many files they are.

    Taken over lines of digest, two blanks and path, sorted by path, so that anybody can do it again with
    ``find . -name '*.yml' | LC_ALL=C sort | xargs sha256sum | sha256sum`` inside the folder.
    """
    names = sorted(f"./{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.yml"))
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    return hashlib.sha256("".join(lines).encode()).hexdigest(), len(names)
