"""The door to ``dossier/words/*.yml``: commented lists that a reader who knows the field and no Python can mend."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

from dossier.errors import WordsError

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_words(name: str) -> Any:
    """The content of ``dossier/words/<name>.yml``; ``WordsError`` where it is no YAML."""
    path = files("dossier") / "words" / f"{name}.yml"
    try:
        return yaml.load(path.read_text("utf-8"), Loader)  # noqa: S506 - a safe loader, the C one where there is one
    except yaml.YAMLError as problem:
        raise WordsError(f"dossier/words/{name}.yml", str(problem), "mend the YAML") from problem


def as_words(where: str, value: object) -> tuple[str, ...]:
    """``value`` as a tuple of strings; ``WordsError`` naming ``where`` otherwise (a bare ``no`` is a YAML false)."""
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise WordsError(where, f"{value!r} is not a list of words", "write a list, and quote words such as 'no' or 'on'")
