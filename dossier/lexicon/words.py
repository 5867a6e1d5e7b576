"""The door to ``dossier/words/*.yml``: commented lists that a reader who knows the field and no Python can mend."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from dossier.errors import WordsError
from dossier.notation import parse_yaml


def read_words(name: str) -> Any:
    """The content of ``dossier/words/<name>.yml``; ``WordsError`` where it is no YAML, or a key stands twice."""
    where = f"dossier/words/{name}.yml"
    root, faults = parse_yaml((files("dossier") / "words" / f"{name}.yml").read_text("utf-8"))
    for fault in faults:
        raise WordsError(f"{where}:{fault.line}", fault.what, fault.remedy)
    return root.plain()


def as_words(where: str, value: object) -> tuple[str, ...]:
    """``value`` as a tuple of strings; ``WordsError`` naming ``where`` otherwise (a bare ``true`` is no word)."""
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise WordsError(where, f"{value!r} is not a list of words", "write a list, and quote numbers and 'true'")
