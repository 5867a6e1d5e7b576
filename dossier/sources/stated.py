"""What a person states about an article: the sidecar ``NAME.meta.yml``, and the front matter of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dossier.dates import resolve_date
from dossier.errors import SeedError
from dossier.model import Span

KEYS = {
    "address": "url",
    "agency": "agency",
    "author": "authors",
    "authors": "authors",
    "date": "published",
    "language": "language",
    "licence": "licence",
    "license": "licence",
    "published": "published",
    "publisher": "publisher",
    "title": "title",
    "url": "url",
}
"""What may be stated, and the key of the source's record that it sets."""

LIMIT = 100_000
"""Characters in a sidecar or a front matter; a handful of lines is usual."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that a person wrote down."""

    value: str | tuple[str, ...]
    by: str
    """``sidecar`` or ``front matter``."""
    at: Span | None = None
    """Where in the article's own file, for front matter."""


def read_sidecar(path: Path, name: str) -> Mapping[str, Stated]:
    """The values of ``NAME.meta.yml`` by key of the record; ``SeedError`` with file and line."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise SeedError(name, "can't be read as UTF-8", "save the file as UTF-8") from None
    return {key: Stated(value, "sidecar") for key, (value, _) in read_values(text, name, 1).items()}


def read_front_matter(text: str, name: str) -> tuple[int, Mapping[str, Stated]]:
    """Where the article begins, and the values between two lines of three hyphens above it.

    A first line of hyphens with no second one is a rule across the page, not front matter.
    """
    found = re.match(r"\ufeff?---[ \t]*\r?\n", text)
    close = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(text, found.end()) if found else None
    if not found or not close:
        return 0, {}
    block = text[found.end() : close.start()]
    stated = {}
    for key, (value, printed) in read_values(block, name, 2).items():
        line = re.search(rf"^['\"]?{printed}['\"]?[ \t]*:.*\S", block, re.MULTILINE)
        at = Span(found.end() + line.start(), found.end() + line.end()) if line else None
        stated[key] = Stated(value, "front matter", at)
    return close.end(), stated


def read_values(text: str, name: str, first_line: int) -> dict[str, tuple[str | tuple[str, ...], str]]:
    """Key of the record -> (value, key as written); ``SeedError`` naming the line of what is wrong."""
    table = load_table(text, name, first_line)
    values = {}
    for printed, value in table.items():
        line = line_of(text, str(printed)) + first_line - 1
        if printed not in KEYS:
            raise SeedError(f"{name}:{line}", f"unknown key {printed!r}", f"use one of {', '.join(sorted(KEYS))}")
        key = KEYS[printed]
        if key in values:
            raise SeedError(f"{name}:{line}", f"{printed!r} states {key!r} a second time", "strike one")
        values[key] = (check_value(key, value, f"{name}:{line}"), printed)
    return values


def load_table(text: str, name: str, first_line: int) -> dict[Any, Any]:
    """The YAML mapping in ``text``; tags, duplicates of type and broken syntax are refused."""
    if len(text) > LIMIT:
        raise SeedError(name, f"has more than {LIMIT:,} characters", "keep to the keys that describe the article")
    try:
        table = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        what = getattr(problem, "problem", None) or str(problem)
        raise SeedError(f"{name}:{line}", f"not plain YAML ({what})", "write lines of `key: value`") from None
    if table is None:
        return {}
    if not isinstance(table, dict):
        raise SeedError(f"{name}:{first_line}", "not a table", "write lines of `key: value`")
    return table


def line_of(text: str, key: str) -> int:
    """The line, from 1, on which ``key`` is set."""
    found = re.search(rf"^['\"]?{re.escape(key)}['\"]?[ \t]*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def check_value(key: str, value: object, place: str) -> str | tuple[str, ...]:
    """The value in the form that the record has it; ``SeedError`` where it is of another kind."""
    if key == "published":
        return check_date(value, place)
    if key == "authors":
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and names and all(isinstance(n, str) and n.strip() for n in names):
            return tuple(n.strip() for n in names)
        raise SeedError(place, "authors are names", "write a name, or a list of names")
    if not isinstance(value, str) or not value.strip():
        raise SeedError(place, f"{key} is no text", "write a text, in quotation marks where it looks like a number")
    if key == "url" and not re.match(r"https?://[^\s]+\Z", value):
        raise SeedError(place, f"{value!r} is no web address", "write it with https://")
    return value.strip()


def check_date(value: object, place: str) -> str:
    """An ISO day or month; a day in words is taken over where it is unambiguous."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    resolved = resolve_date(value) if isinstance(value, str) else None
    if resolved and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", resolved.value):
        return resolved.value
    raise SeedError(place, f"{value!r} is no date", "write it as 2023-07-27, or 2023-07 where no day is known")
