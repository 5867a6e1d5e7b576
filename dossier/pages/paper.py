"""What pages are written on: Jinja with autoescape always on, and the filters that keep foreign words words.

A page is Markdown headings with HTML blocks between them. A name such as ``</title><script>`` or ``[x](javascript:…)``
comes out of an article as text and must stay text in HTML, in a Markdown heading and in front matter.
"""

from __future__ import annotations

import functools
import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from dossier.voice import Voice

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows: "\u202egnp.exe" would read "exe.png"."""


COMPILED = "one_step_%s.cache"
"""Names of compiled templates: apart from what Jinja's own generator leaves, which expects another ``finalize``."""

AS_JSON = json.JSONEncoder(ensure_ascii=False).encode
"""As ``json.dumps``, which would make an encoder for each value."""


class OneStepGenerator(CodeGenerator):
    """Has each value that a template prints made visible and escaped in one call, ``environment.finalize``.

    Jinja would do the two in turn, and make markup anew of what is markup: a tenth of all rendering.
    """

    def _output_child_pre(self, *_: nodes.Expr | Frame | CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: nodes.Expr | Frame | CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class PlainContext(Context):
    """Calls what a template calls and no more: Jinja would look for five decorators first, a tenth of all rendering."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """Templates here call macros and the methods of a desk; neither asks in what loop it stands."""
        return called(*args, **named)


def make_environment(voice: Voice | None = None, folder: Path = TEMPLATES, cache: Path | None = None) -> Environment:
    """The templates of ``folder`` in the language of ``voice``, escaping whatever a variable holds.

    ``cache`` is a folder where compiled templates are kept from build to build; a template that changed is compiled
    anew, and where the folder can't be written all are.
    """
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
        bytecode_cache=FileSystemBytecodeCache(str(cache), COMPILED) if cache and can_hold(cache) else None,
    )
    voice = voice or Voice()
    paper.code_generator_class = OneStepGenerator
    paper.context_class = PlainContext
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
        "flow": as_flow,
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
    return Markup(voice.say(english)) % ready  # noqa: S704 - the interface's own words


def printed(value: object) -> Markup:
    """Jinja's hook for every value that a template prints: text is made visible and escaped, markup is left alone."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    return escape(text if text.isprintable() else visible(text))


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


def as_lines(text: str) -> Markup:
    """Text of several lines for a ``<pre>``: all is made visible but the ends of lines; none is left empty."""
    return Markup("\n").join(visible(line) for line in text.splitlines() if line.strip())


def as_heading(text: str) -> Markup:
    """Text inside a Markdown heading: every mark becomes a numeric entity, so that none is markup.

    A heading must hold something: nothing but white space becomes ``unnamed``.
    """
    plain = " ".join(visible(text).split()) or "unnamed"
    return Markup("".join(c if c.isalnum() or c == " " or ord(c) > 0x7F else f"&#{ord(c)};" for c in plain))  # noqa: S704 - escaped here


def as_front_matter(text: str) -> Markup:
    """Text as a YAML string whose HTML marks are entities: themes print a title or a description unescaped."""
    plain = " ".join(visible(text).split())
    safe = "".join(f"&#{ord(c)};" if c in "&<>\"'{}" else c for c in plain)
    return Markup(AS_JSON(safe))  # noqa: S704 - escaped here


def shortened(text: str, longest: int = 90) -> str:
    """At most ``longest`` characters, cut between words: for headings and links, never for quotations."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    head = plain[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{head} …"
