"""How far two annotators agree: the second's file as if it were a build, scored against the first's.

    python tests/gold/agreement.py [--errors]

The second annotation (``second/<topic>.yml``) was made from the articles and the guidelines alone. Its entries are
written as cards and go through ``score.py``, so that the figures compare with those of the program: what a second
careful reader reaches is what a program can be asked for. A claim's passage is the sentence in which its phrase
stands. Prints the table of README.md; ``--errors`` lists what either of the two has alone.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
Entry = dict[str, Any]

END_OF_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Dr|Lt|Mr|Ms))(?<!\b(?:Adm|Col|Gen|Maj|Mrs|Sen|Rtd))[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9])|\n"
)
"""Where a sentence ends; not after an initial ("U.S. Navy") or a rank ("Lt. Gen. Rono")."""

FIGURES = [
    ("people", "people.f1"),
    ("their roles", "people.roles.f1"),
    ("their other names", "people.aliases_recall"),
    ("weapons", "weapons.f1"),
    ("their holders", "weapons.held_by.f1"),
    ("delegations", "delegations.f1"),
    ("claims: found", "claims.found_anyhow.f1"),
    ("claims: with speaker and polarity", "claims.f1"),
    ("their medium", "claims.via.f1"),
    ("their mode", "claims.mode"),
    ("which are one claim", "claims.same_claim_pairs.f1"),
    ("denials: what they answer", "claims.denials_answered"),
]
"""A row of the table each: what it says, and where the scorer has the figure."""


def main() -> int:
    """Print the table, or the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list what either annotator has alone")
    errors = parser.parse_args().errors
    files = sorted((HERE / "second").glob("*.yml"))
    lines = [score(file, first_of(file), "--errors") for file in files] if errors else list(table_of(files))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def table_of(files: list[Path]) -> Iterator[str]:
    """The table in Markdown: a row a figure, a column a dossier."""
    reports = [json.loads(score(file, first_of(file), "--json")) for file in files]
    yield " | ".join(["| agreement on", *(file.stem for file in files)]) + " |"
    yield "| --- |" + " ---: |" * len(files)
    for label, path in FIGURES:
        yield " | ".join([f"| {label}", *(shown(report, path) for report in reports)]) + " |"


def shown(report: Entry, path: str) -> str:
    """``claims.via.f1`` -> "0.94"; a dash where there was nothing to agree on."""
    value: Any = report
    for key in path.split("."):
        value = value[key]
    return "–" if value is None else f"{value:.2f}"


def first_of(file: Path) -> Path:
    """The first annotation: it stands beside the articles that the second names."""
    seeds = str(yaml.safe_load(file.read_text("utf-8"))["seeds"])
    return (file.parent / seeds).resolve().parent / "gold.yml"


def score(file: Path, gold: Path, how: str) -> str:
    """What ``score.py`` prints for the annotation in ``file`` against that in ``gold``."""
    seeds = gold.parent / "seeds"
    with tempfile.TemporaryDirectory() as folder:
        write_cards(yaml.safe_load(file.read_text("utf-8")), seeds, Path(folder))
        words = ["--content", folder, "--seeds", str(seeds), "--gold", str(gold), how]
        done = subprocess.run([sys.executable, HERE / "score.py", *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def write_cards(second: Entry, seeds: Path, content: Path) -> None:
    """A card a file, with the keys that the scorer reads."""
    paths = {path.name[:3]: path for path in sorted(seeds.glob("*.txt"))}
    texts = {source: path.read_bytes().decode("utf-8") for source, path in paths.items()}
    cards = {
        "sources": {row["id"]: source_card(row, paths[row["id"]]) for row in second["sources"]},
        "people": dict(enumerate(map(person_card, second["people"]))),
        "weapons": dict(enumerate(map(weapon_card, second["weapons"]))),
        "delegations": dict(enumerate(map(delegation_card, second["delegations"]))),
        "claims": claim_cards(second["claims"], texts),
    }
    for kind, of_kind in cards.items():
        (content / kind).mkdir()
        for name, card in of_kind.items():
            (content / kind / f"{name}.yml").write_text(yaml.safe_dump(card, allow_unicode=True), "utf-8")


def source_card(row: Entry, path: Path) -> Entry:
    """An article's record."""
    authors = [row["author"]] if row["author"] else []
    date = str(row["date"]) if row["date"] else None
    return {"file": path.name, "authors": authors, "published": date} | {
        key: row[key] for key in ("title", "agency", "origin")
    }


def person_card(row: Entry) -> Entry:
    """A name, other names, and roles: "defence minister" of "Denmark"."""
    roles = [{"value": role["title"], "of": role["of"]} for role in row["roles"]]
    return {"name": row["name"], "aliases": row["aliases"], "statements": {"role": roles}}


def weapon_card(row: Entry) -> Entry:
    """A system or a class, and who has it."""
    holders = [{"value": holder} for holder in row["held_by"]]
    names = {"name": row["name"], "aliases": row.get("aliases", []), "form": row["form"]}
    return names | {"type": row.get("type"), "statements": {"held_by": holders}}


def delegation_card(row: Entry) -> Entry:
    """Who sends, leads, travels along, and where to."""
    said = {"from": [row["from"]], "head": [row["head"]], "member": row["members"], "to": [row["to"]]}
    said["occasion"] = [row["occasion"]]
    values = {key: [{"value": value} for value in of_key if value] for key, of_key in said.items()}
    return {"name": f"{row['from']} to {row['to']}", "statements": values}


def claim_cards(rows: list[Entry], texts: dict[str, str]) -> dict[str, Entry]:
    """A card a cluster, with a report for each entry."""
    cards: dict[str, Entry] = {}
    for row in rows:
        against = row["against"] if isinstance(row["against"], list) else [row["against"]]
        card = cards.setdefault(
            row["cluster"],
            {
                "name": row["cluster"],
                "speaker": row["speaker"],
                "polarity": row["polarity"],
                "answers": [],
                "reports": [],
            },
        )
        card["answers"] += [
            f"claims/{label}" for label in against if label and f"claims/{label}" not in card["answers"]
        ]
        card["reports"].append(report_of(row, texts[row["source"]]))
    return cards


def report_of(row: Entry, text: str) -> Entry:
    """One entry as a card has it: the sentence around its phrase is the passage, the phrase the proposition."""
    at = text.index(row["phrase"])
    start, end = sentence_at(text, at, at + len(row["phrase"]))
    proposition = {"start": at, "end": at + len(row["phrase"])}
    passage = {"source": f"sources/{row['source']}", "start": start, "end": end, "exact": text[start:end]}
    return (
        passage
        | {key: row[key] for key in ("speaker", "cue", "via", "mode", "polarity")}
        | {"proposition": proposition}
    )


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds ``start`` to ``end``, in code points."""
    ends = (match.end() for match in END_OF_SENTENCE.finditer(text))
    begins = max((end for end in ends if end <= start), default=0)
    after = END_OF_SENTENCE.search(text, end)
    return begins, (after.end() if after else len(text))


if __name__ == "__main__":
    sys.exit(main())
