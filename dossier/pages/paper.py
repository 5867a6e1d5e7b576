"""What pages are written on: Jinja with autoescape always on, and the filters that keep foreign words words.

A page is Markdown headings with HTML blocks between them. A name such as ``</title><script>`` or ``[x](javascript:…)``
comes out of an article as text and must stay text in HTML, in a Markdown heading and in front matter.
"""

from __future__ import annotations

import functools
import json
import os
import re
import unicodedata
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from dossier.voice import Voice

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows: "\u202egnp.exe" would read "exe.png"."""


HAS_HTML_MARKS = re.compile("[&<>\"']").search
"""Finds what may not stand in HTML as it is; most of what a page prints, addresses and counts, has none of them."""

HEADING_MARKS = {code: f"&#{code};" for code in range(0x80) if not chr(code).isalnum() and chr(code) != " "}
"""Each mark of ASCII as an entity."""

FRONT_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "&<>\"'{}"}
"""Likewise, what would be HTML, or would end a text in YAML."""

HAS_FRONT_MARKS = re.compile("[&<>\"'{}]").search

COMPILED = "plain_{texts}_%s.cache"
"""Names of compiled templates: apart from what Jinja's own generator leaves, which expects another ``finalize``, and
from those that hold other texts of the interface."""

READY = frozenset({"md", "front", "flow", "lines", "tally", "status"})
"""Filters whose result is markup already."""

AS_JSON = json.JSONEncoder(ensure_ascii=False).encode
"""As ``json.dumps``, which would make an encoder for each value."""


class PlainGenerator(CodeGenerator):
    """Templates as plain Python: a call is a call, an attribute an attribute, and what is printed goes to ``finalize``.

    Jinja would look at all that is called for five decorators, look for an attribute among the keys as well, and escape
    what is visible in a second step: together a fifth of all rendering.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, N802 - Jinja's
        """``desk.back(card.ref, kind, *keys)``; no template here calls with a block."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        if node.dyn_args:
            self.write("*")
            self.visit(node.dyn_args, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """``desk.title``: an attribute; a key is asked for as ``statements["role"]``."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """``import "_parts.j2" as parts``: what ``parts`` has are macros."""
        self.imported.add(node.target)
        super().visit_Import(node, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Macros see no names of the page that imports them: Jinja would look on each page whether it has any."""
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).module")

    @functools.cached_property
    def imported(self) -> set[str]:
        """Names under which this template knows others."""
        return set()

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        """``{{ _("Before") }}`` is as constant as the HTML around it, in one language."""
        match node:
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=str(english))]):
                return str(self.environment.globals["_"](english))  # type: ignore[operator] # ``said``, below
        return super()._output_child_to_const(node, frame, finalize)

    def is_markup(self, node: nodes.Expr) -> bool:
        """Whether a value that is printed can be nothing but markup: a text of the interface, what a macro gives."""
        match node:
            case nodes.Call(node=nodes.Name(name="_")):
                return True
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
                return name in self.imported
            case nodes.Filter(name=name):
                return name in READY
        return False

    def _output_child_pre(self, node: nodes.Expr, *_: Frame | CodeGenerator._FinalizeInfo) -> None:
        self.write("(" if self.is_markup(node) else "environment.finalize(")

    def _output_child_post(self, *_: nodes.Expr | Frame | CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


def make_environment(voice: Voice | None = None, folder: Path = TEMPLATES, cache: Path | None = None) -> Environment:
    """The templates of ``folder`` in the language of ``voice``, escaping whatever a variable holds.

    ``cache`` is a folder where compiled templates are kept from build to build; a template that changed is compiled
    anew, and where the folder can't be written all are.
    """
    voice = voice or Voice()
    compiled = COMPILED.format(texts=voice.digest)
    paper = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printed,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(cache), compiled) if cache and can_hold(cache) else None,
    )
    paper.code_generator_class = PlainGenerator
    paper.newstyle_gettext = True  # type: ignore[attr-defined] # texts with placeholders, filled in by what follows
    paper.globals |= {
        "_": functools.cache(functools.partial(said, voice)),
        "say": voice.say,
        "gettext": functools.partial(told, voice),
    }
    paper.filters |= {
        "md": as_heading,
        "front": as_front_matter,
        "date": voice.date,
        "say": voice.say,
        "short": shortened,
        "lines": as_lines,
        "told": lambda words: ", ".join(map(voice.say, words)),
        "flow": as_flow,
        "tally": functools.cache(as_tally),
        "status": functools.cache(functools.partial(as_status, voice)),
    }
    return paper


def can_hold(folder: Path) -> bool:
    """Whether files can be put there; makes the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def said(voice: Voice, english: str, /) -> Markup:
    """A text of a template in the language of the site; it is HTML."""
    return Markup(voice.say(english))  # noqa: S704 - the interface's own words


def told(voice: Voice, english: str, /, **values: object) -> Markup:
    """The same of what stands in ``trans``: its placeholders filled with what is escaped and visible."""
    ready = {name: printed(value) for name, value in values.items()}
    return Markup(voice.say(english) % ready)  # noqa: S704 - the interface's own words


def printed(value: object) -> str:
    """Jinja's hook for every value that a template prints: text is made visible and escaped, markup is left alone.

    What comes back is for putting between other HTML, and no longer knows that it is HTML.
    """
    if isinstance(value, Markup):
        return value
    text = str(value)
    if not text.isprintable():
        text = visible(text)
    return escape(text) if HAS_HTML_MARKS(text) else text


def visible(text: str) -> str:
    """Control characters as pictures (``␀``), bidirectional controls by number, line breaks as spaces.

    Python-Markdown uses some control characters for its own bookkeeping: none may come from an article.
    """
    if text.isprintable():
        return text
    return "".join(visible_character(character) for character in text)


def visible_character(character: str) -> str:
    """One character, as a reader may safely see it."""
    if character in BIDI_CONTROLS:
        return f"[U+{ord(character):04X}]"
    if character in "\n\r\t\f\v\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd"
    return character


def as_flow(value: object) -> Markup:
    """Facts as one line of YAML, which JSON is, with no mark of HTML in it; every text must be visible already.

    The theme prints them inside a ``<script>``: it escapes by itself, and another engine's theme may not.
    """
    line = AS_JSON(value)
    return Markup(line.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped here


def as_tally(count: object) -> Markup:
    """The small line under a fact, ``in 3 articles, 1 origin · only through KCNA``: the same for many."""
    return Markup(f'<span class="tally" data-search-exclude="true">{printed(count)}</span>')  # noqa: S704 - escaped here


def as_status(voice: Voice, word: str, /) -> Markup:
    """``disputed`` as the mark before a claim."""
    return Markup(f'<span class="st st-{word}">{printed(voice.say(word))}</span>')  # noqa: S704 - escaped here


def as_lines(text: str) -> Markup:
    """Text of several lines for a ``<pre>``: all is made visible but the ends of lines; none is left empty."""
    lines = [line for line in text.splitlines() if line.strip()]
    ready = lines if "".join(lines).isprintable() else [visible(line) for line in lines]
    return Markup(escape("\n".join(ready)))  # noqa: S704 - escaped here


def as_heading(text: str) -> Markup:
    """Text inside a Markdown heading: every mark becomes a numeric entity, so that none is markup.

    A heading must hold something: nothing but white space becomes ``unnamed``.
    """
    plain = " ".join(visible(text).split()) or "unnamed"
    return Markup(plain.translate(HEADING_MARKS))  # noqa: S704 - escaped here


def as_front_matter(text: str) -> Markup:
    """Text as a YAML string whose HTML marks are entities: themes print a title or a description unescaped."""
    plain = " ".join(visible(text).split())
    return Markup(AS_JSON(plain.translate(FRONT_MARKS) if HAS_FRONT_MARKS(plain) else plain))  # noqa: S704 - escaped here


def shortened(text: str, longest: int = 90) -> str:
    """At most ``longest`` characters, cut between words: for headings and links, never for quotations."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    head = plain[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{head} …"
