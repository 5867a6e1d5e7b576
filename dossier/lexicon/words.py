"""The door to ``dossier/words/*.yml``: commented lists that a reader who knows the field and no Python can mend."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

from dossier.errors import WordsError
from dossier.notation import parse_yaml

SECTION = re.compile(r"^(?=\w+:)", re.MULTILINE)
"""Where a list's next section begins: a key without a blank before it."""


def read_words(name: str, *sections: str) -> Any:
    """The content of ``dossier/words/<name>.yml``; ``WordsError`` where it is no YAML, or a key stands twice.

    Of a long list, only the ``sections`` that are named, all where none is: the search wants to know which weapon is
    also called how, and nothing else of the list of weapons.
    """
    where = f"dossier/words/{name}.yml"
    text = (files("dossier") / "words" / f"{name}.yml").read_text("utf-8")
    if sections:
        text = "".join(part for part in SECTION.split(text) if part.partition(":")[0] in sections)
    root, faults = parse_yaml(text)
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
