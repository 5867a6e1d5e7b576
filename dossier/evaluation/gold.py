"""An annotated dossier: ``gold.yml`` beside the articles that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dossier.errors import UsageError
from dossier.model import Dossier
from dossier.notation import Loader

Row = Mapping[str, Any]
"""One annotated entry, in the form that ``tests/gold/GUIDELINES.md`` gives."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What careful readers put on cards."""

    name: str
    seeds: Path
    sources: tuple[Row, ...]
    people: tuple[Row, ...]
    weapons: tuple[Row, ...]
    delegations: tuple[Row, ...]
    claims: tuple[Row, ...]
    texts: Mapping[str, str]
    """Gold id -> the article, decoded and otherwise untouched."""

    def id_of(self, file: str) -> str | None:
        """The gold id of a seed: the leading part of its file name."""
        name = Path(file).name
        return next((row["id"] for row in reversed(self.sources) if name.startswith(row["id"])), None)

    def ids(self, dossier: Dossier) -> dict[str, str]:
        """Source reference -> gold id, for the sources that the gold knows."""
        known = ((card.ref, self.id_of(card.file)) for card in dossier.sources)
        return {ref: gold_id for ref, gold_id in known if gold_id is not None}


def read_gold(path: Path) -> Gold:
    """``path`` is a folder with ``gold.yml``, or that file. Its key ``seeds`` names the articles, else ``seeds/``."""
    file = path / "gold.yml" if path.is_dir() else path
    try:
        rows = yaml.load(file.read_text("utf-8"), Loader)  # noqa: S506 - a safe loader
    except OSError as problem:
        raise UsageError(str(file), "no gold file there", "name a folder with gold.yml and seeds/") from problem
    except yaml.YAMLError as problem:
        raise UsageError(str(file), f"not YAML ({problem})", "mend the gold file") from problem
    seeds = file.parent / rows.get("seeds", "seeds")
    texts = {}
    for row in rows["sources"]:
        matches = sorted(seeds.glob(row["id"] + "*"))
        if not matches:
            raise UsageError(str(file), f"no article for source {row['id']!r} in {seeds}", "add it, or drop the row")
        texts[row["id"]] = matches[0].read_bytes().decode("utf-8")
    kinds = {kind: tuple(rows.get(kind) or ()) for kind in ("sources", "people", "weapons", "delegations", "claims")}
    return Gold(name=str(rows.get("topic") or file.parent.name), seeds=seeds, texts=texts, **kinds)


def names_of(row: Row) -> list[str]:
    """An entry's name and aliases."""
    return [row["name"], *(a["name"] if isinstance(a, Mapping) else a for a in row.get("aliases") or ())]


def as_list(value: object) -> list[Any]:
    """``against`` and ``via`` may be one name, a list, or nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]
