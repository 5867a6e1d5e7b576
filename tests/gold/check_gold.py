"""Read every gold file of this folder against its articles and print what is wrong.

    python tests/gold/check_gold.py [FOLDER | FILE ...]

A gold file is good when its fields are the ones of README.md, every source has its article, every phrase
stands once or first in its article, three to eight words long, every name stands in the articles that its entry
lists, and every denial answers a cluster that somebody else holds. Exit 1: something is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FIELDS = {
    "sources": {"id", "title", "publisher", "author", "date", "agency", "origin"},
    "people": {"name", "aliases", "roles", "sources"},
    "weapons": {"name", "form", "aliases", "type", "held_by", "sources"},
    "delegations": {"from", "head", "members", "to", "occasion", "dates", "sources"},
    "claims": {"source", "speaker", "via", "cue", "polarity", "mode", "phrase", "cluster", "against"},
}
OPTIONAL = {"weapons": {"aliases", "type"}}
Entry = dict[str, Any]


def as_list(value: Any) -> list[Any]:
    """`against` is nothing, one label or a list of them."""
    return [] if value is None else value if isinstance(value, list) else [value]


def wrong_fields(gold: dict[str, list[Entry]]) -> Iterator[str]:
    """Fields that the format does not know, or that are missing."""
    for kind, fields in FIELDS.items():
        for entry in gold[kind]:
            missing, unknown = fields - OPTIONAL.get(kind, set()) - entry.keys(), entry.keys() - fields
            if missing or unknown:
                yield f"{kind}: {entry.get('name') or entry.get('phrase')}: lacks {missing}, has {unknown}"


def wrong_sources(gold: dict[str, list[Entry]], texts: dict[str, str]) -> Iterator[str]:
    """Articles without an entry, entries without an article, titles that do not stand in it."""
    ids = [entry["id"] for entry in gold["sources"]]
    if sorted(ids) != sorted(texts):
        yield f"sources: {sorted(ids)} are listed, {sorted(texts)} are there"
    for entry in gold["sources"]:
        for field in ("title", "publisher"):
            if entry[field] and entry[field] not in texts.get(entry["id"], ""):
                yield f"sources: {field} {entry[field]!r} is not in {entry['id']}"


def wrong_names(gold: dict[str, list[Entry]], texts: dict[str, str]) -> Iterator[str]:
    """People and weapons of which no name stands in an article that the entry lists, and aliases that stand nowhere."""
    for kind in ("people", "weapons"):
        for entry in gold[kind]:
            names = [entry["name"], *entry.get("aliases", [])]
            for source in entry["sources"]:
                if not any(stands_in(name, texts.get(source, ""), kind) for name in names):
                    yield f"{kind}: {entry['name']} is not in {source}"
            for name in names:
                if not any(stands_in(name, texts[source], kind) for source in entry["sources"]):
                    yield f"{kind}: {name} is in none of {entry['sources']}"


def stands_in(name: str, text: str, kind: str) -> bool:
    """Weapons match in any case and in the plural ("MISSILES"); people as they are written."""
    return name in text if kind == "people" else name.casefold() in text.casefold()


def wrong_delegations(gold: dict[str, list[Entry]]) -> Iterator[str]:
    """Heads and members who are nobody's entry among the people."""
    people = {entry["name"] for entry in gold["people"]}
    for entry in gold["delegations"]:
        for name in [*([entry["head"]] if entry["head"] else []), *entry["members"]]:
            if name not in people:
                yield f"delegations: {name} is not among the people"


def wrong_claims(gold: dict[str, list[Entry]], texts: dict[str, str]) -> Iterator[str]:
    """Phrases that pin nothing or too much, closed lists left, and denials that answer nobody."""
    clusters = {entry["cluster"] for entry in gold["claims"]}
    seen: set[tuple[str, int]] = set()
    for entry in gold["claims"]:
        where = f"claims: {entry['source']} {entry['phrase']!r}"
        text, phrase = texts.get(entry["source"], ""), entry["phrase"]
        if phrase not in text:
            yield f"{where} is not in the article"
        elif text.count(phrase) > 1:
            yield f"{where} stands there {text.count(phrase)} times; see that the first is meant"
        if not 3 <= len(phrase.split()) <= 8:
            yield f"{where} has {len(phrase.split())} words"
        if (spot := (entry["source"], text.find(phrase))) in seen:
            yield f"{where} pins two entries"
        seen.add(spot)
        if entry["cue"] not in text:
            yield f"{where}: the cue {entry['cue']!r} is not in the article"
        if entry["polarity"] not in ("asserts", "denies") or entry["mode"] not in ("direct", "mixed", "indirect"):
            yield f"{where}: polarity or mode is none of the words for it"
        for label in as_list(entry["against"]):
            if label not in clusters or entry["polarity"] != "denies" or label == entry["cluster"]:
                yield f"{where} answers {label!r}"


def check_dossier(path: Path) -> list[str]:
    """Everything that is wrong in one dossier, e.g. "claims: 003 'a worn-out' is not in the article".

    ``path`` is a folder with ``gold.yml`` and ``seeds/``, or a second annotation, which names its seeds.
    """
    file = path / "gold.yml" if path.is_dir() else path
    gold = yaml.safe_load(file.read_text("utf-8"))
    seeds = file.parent / gold.get("seeds", "seeds")
    texts = {path.name[:3]: path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))}
    return [
        *wrong_fields(gold),
        *wrong_sources(gold, texts),
        *wrong_names(gold, texts),
        *wrong_delegations(gold),
        *wrong_claims(gold, texts),
    ]


def main(arguments: list[str]) -> int:
    """Check the folders given, or all of them."""
    here = Path(__file__).parent
    found = [*(path.parent for path in here.glob("*/*/gold.yml")), *here.glob("second/*.yml")]
    paths = [Path(name) for name in arguments] or sorted(found)
    wrong = [(path, line) for path in paths for line in check_dossier(path)]
    for path, line in wrong:
        sys.stdout.write(f"{path.stem}: {line}\n")
    sys.stdout.write(f"{len(paths)} dossiers, {len(wrong)} remarks\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
