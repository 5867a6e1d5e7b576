"""What the interface says: every English text that a template, a module or the theme asks to be put into a language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

from dossier.changes import wording
from dossier.changes.telling import ADDITIONS, CORRECTIONS, SUPPORT
from dossier.findings.drift import OWN_VOICE
from dossier.findings.network import Tie
from dossier.findings.shifts import Shift
from dossier.model import Kind
from dossier.notation import parse_yaml
from dossier.pages import cards, desk, facets, home, lists, previews, printing, rulings, titles
from dossier.pages.paper import make_environment
from dossier.site import THEME_TEXTS
from dossier.voice import MONTHS, PLURALS_OF

ROOT = Path(__file__).resolve().parents[1]

SAYING = ("_", "say", "_say", "gettext")
"""Functions whose first argument is a text."""

HANDING = ("head", "crumbs", "values", "relation_list", "users")
"""Macros that say what they are handed."""

PARTS = (
    "also written", "date", "dates", "denial", "from", "head", "held by", "member", "much the same, unattributed",
    "name", "occasion", "of", "place", "printed", "role", "seat", "to", "type", "weapon", "what", "who",
)  # fmt: skip
"""What a passage can be to a card."""

FURNITURE = (
    "advert", "byline", "control", "credit", "date line", "dateline", "front matter", "headline", "mark", "no prose",
    "notice", "photo credit", "related", "section",
)  # fmt: skip
"""Why a stretch of an article is left unread."""

FACETS = (
    "Article", "Date", "Form", "Language", "Origin", "Published", "Publisher or agency", "Speaker", "Status", "Through",
)  # fmt: skip
"""What the controls of a list are called, beside the properties of its cards."""

ROOMS = ("pages/*.py", "findings/channels.py", "changes/wording.py", "changes/telling.py")
"""Modules that say something."""

COUNTING = ("count", "counted")
"""Functions whose second argument is a noun."""


def find_texts() -> Iterator[str]:
    """Each text, some more than once; a noun that is counted as its singular with the place of the number."""
    yield from said_by_templates()
    yield from said_by_modules()
    yield from (*MONTHS, *THEME_TEXTS, OWN_VOICE, CORRECTIONS, ADDITIONS, SUPPORT, titles.NOBODY)
    yield from (
        *wording.KEYS,
        *wording.FIXED,
        "added",
        "changed",
        "removed",
        "renamed",
        "an editor",
        "sidecar",
        "front matter",
    )
    yield from ("in quotation marks", "partly in quotation marks", "in reported speech", *PARTS, *FURNITURE, *FACETS)
    yield from (*Shift, *Tie, *Kind, *desk.SORTS, *desk.SORTS.values(), *rulings.WORDS.values())
    yield from (*lists.HEADINGS.values(), *facets.NONE.values(), *previews.LED_BY.values())
    yield from (label for label, _ in cards.RECORD)
    yield from (label for rows in facets.STATED.values() for label, _ in rows)
    yield from (f"%(num)s {noun}" for noun in (*home.NOUNS.values(), *Kind, "addition", "correction", "new count"))
    for _, heading, labels in printing.SHOWN:
        yield from (heading, *(label for _, label in labels))
    rules = make_environment().get_template("_rules.j2").make_module({}).rules  # type: ignore[attr-defined]
    yield from (text for rule in rules.items() for text in rule)
    yield from navigation(parse_yaml((ROOT / "mkdocs.yml").read_text("utf-8"), foreign=True)[0].plain()["nav"])


def said_by_templates() -> Iterator[str]:
    """What stands in ``trans``, ``_("…")`` and ``say("…")``, heads a loop, or is handed to a macro that says it."""
    paper = make_environment()
    for path in sorted((ROOT / "templates").glob("*.j2")):
        tree = paper.parse(path.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else getattr(call.node, "attr", "")
            if name in SAYING:
                yield from texts_in(call.args[0])
            elif name in HANDING:
                yield from (text for part in call.args for text in texts_in(part))
            elif name in COUNTING and len(call.args) > 1:
                yield from (f"%(num)s {noun}" for noun in texts_in(call.args[1]))
        for loop in tree.find_all(nodes.For):
            yield from (text for text in texts_in(loop.iter) if text[:1].isupper() or " " in text)
        for filtered in tree.find_all(nodes.Filter):
            if filtered.name == "say" and filtered.node is not None:
                yield from texts_in(filtered.node)


def texts_in(node: nodes.Node) -> Iterator[str]:
    """The texts that an expression can come to; of a table its values, not its keys."""
    if isinstance(node, nodes.Const | nodes.TemplateData):
        text = node.value if isinstance(node, nodes.Const) else node.data
        if isinstance(text, str) and re.search(r"[A-Za-z]{2}", text):
            yield text
    elif isinstance(node, nodes.Dict):
        for pair in node.items:
            yield from texts_in(pair.value)
    elif isinstance(node, nodes.CondExpr):
        yield from (text for part in (node.expr1, node.expr2) if part for text in texts_in(part))
    elif isinstance(node, nodes.Tuple | nodes.List | nodes.Getitem | nodes.Or | nodes.MarkSafeIfAutoescape):
        for child in node.iter_child_nodes():
            yield from texts_in(child)


def said_by_modules() -> Iterator[str]:
    """The same of modules."""
    for path in sorted(
        path
        for room in ("pages/*.py", "findings/channels.py", "changes/wording.py", "changes/telling.py")
        for path in (ROOT / "dossier").glob(room)
    ):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                place = 0 if name in SAYING else 1 if name in COUNTING else len(call.args)
                for text in call.args[place : place + 1]:
                    said = [str(part.value) for part in ast.walk(text) if isinstance(part, ast.Constant)]
                    yield from (f"%(num)s {noun}" if name in COUNTING else noun for noun in said)


def navigation(entries: object) -> Iterator[str]:
    """The titles in the navigation."""
    if isinstance(entries, list):
        for entry in entries:
            yield from navigation(entry)
    elif isinstance(entries, dict):
        for title, below in entries.items():
            yield title
            if isinstance(below, list):
                yield from navigation(below)


def plural_of(text: str) -> str | None:
    """``%(num)s articles`` of ``%(num)s article``; ``None`` of a text without a number."""
    if not text.startswith("%(num)s "):
        return None
    noun = text.removeprefix("%(num)s ")
    return f"%(num)s {PLURALS_OF.get(noun, noun + 's')}"
