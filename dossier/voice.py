"""In which language the site speaks: the words of its own that stand between those of the articles.

Templates and modules say them in English: ``{% trans page=… %}Read <a href="{{ page }}">more</a>{% endtrans %}`` and
``voice.say("Denied by %(speaker)s", speaker=…)``. ``dossier/words/interface/en.yml`` lists them all. A second language
is one more file beside it: the same keys, each with its translation, and how its plurals go. What it lacks stays
English. What comes from an article or a card is never translated.
"""

from __future__ import annotations

import gettext
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from dossier.errors import WordsError
from dossier.notation import parse_yaml

FOLDER = Path(__file__).resolve().parent / "words" / "interface"
"""One file a language, named by its code."""

ENGLISH = "en"

PLURALS = "nplurals=2; plural=(n != 1);"
"""Which form a number takes, as gettext writes it (GNU gettext manual, 11.2.6), where a file doesn't say."""


def english_form(number: int) -> int:
    """0 for one article, 1 for none or three."""
    return int(number != 1)


def forms_of(plurals: str) -> Callable[[int], int]:
    """The number of the form that a number takes: 0 for one article, 1 for three."""
    return gettext.c2py(plurals.partition("plural=")[2].rstrip("; "))


PLURALS_OF = MappingProxyType({"person": "people", "country": "countries"})
"""English plurals that take no ``s``."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PLACE = re.compile(r"%\(\w+\)s")
DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Voice:
    """One language of the interface."""

    language: str = ENGLISH
    """The code that pages carry as ``lang``."""
    said: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """English -> this language; a list of forms where the English has a singular and a plural."""
    form: Callable[[int], int] = english_form
    american: bool = False
    """Whether English dates begin with the month."""

    @property
    def digest(self) -> str:
        """A name for these texts: the same for the same ones, another where one differs."""
        return hashlib.sha256(repr(sorted(self.said.items())).encode()).hexdigest()[:12]

    def say(self, english: str, **values: object) -> str:
        """A text in this language: ``Denied by %(speaker)s`` with its speaker."""
        text = self.said.get(english, english)
        plain = text if isinstance(text, str) else text[0]
        return plain % values if values else plain

    def form_of(self, number: int, one: str, many: str) -> str:
        """The form of a text that a number takes, its placeholders still open."""
        forms = self.said.get(one, (one, many))
        return forms if isinstance(forms, str) else forms[min(self.form(number), len(forms) - 1)]

    def count(self, number: int, noun: str) -> str:
        """``1 article``, ``3 articles``, ``2 people``."""
        text = self.form_of(number, f"%(num)s {noun}", f"%(num)s {PLURALS_OF.get(noun, noun + 's')}")
        return text % {"num": f"{number:,}"}

    def list(self, names: Sequence[str], last: str = "and") -> str:
        """``AFP``, ``AFP and AP``, ``AFP, AP and Reuters``."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.say(last)} {names[-1]}"

    def date(self, value: str) -> str:
        """An ISO date, month or range in words: ``26 July 2023``, ``July 2023``, ``25 July 2023 – 27 July 2023``."""
        return " – ".join(map(self._date, value.split("/")))

    def _date(self, value: str) -> str:
        """One date; whatever is no ISO date stays as it is."""
        match = DATE.fullmatch(value)
        if not match or not 1 <= int(match[2]) <= 12:
            return value
        parts = {"month": self.say(MONTHS[int(match[2]) - 1]), "year": match[1], "day": int(match[3] or 0)}
        if not match[3]:
            return self.say("%(month)s %(year)s", **parts)
        whole = "%(month)s %(day)s, %(year)s" if self.american else "%(day)s %(month)s %(year)s"
        return self.say(whole, **parts)


def load_voice(language: str, folder: Path = FOLDER, *, american: bool = False) -> Voice:
    """The voice of a language, by its code, or by the path of a file of one's own (``eo.yml``).

    ``WordsError`` where there is no such file, or a row is neither a text nor a list of forms.
    """
    if language == ENGLISH:
        return Voice(american=american)
    path = Path(language) if language.endswith(".yml") else folder / f"{language}.yml"
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in folder.glob("*.yml")))
        raise WordsError(str(path), "is not there", f"copy {ENGLISH}.yml and translate it, or use one of: {known}")
    root, faults = parse_yaml(path.read_text("utf-8"))
    for fault in faults:
        raise WordsError(f"{path}:{fault.line}", fault.what, fault.remedy)
    rows = root.plain()
    if not isinstance(rows, Mapping) or not isinstance(rows.get("texts"), Mapping):
        raise WordsError(str(path), "has no list of texts", f"write them under `texts:`, as {ENGLISH}.yml does")
    said: dict[str, str | Sequence[str]] = {}
    for english, text in rows["texts"].items():
        if not isinstance(text, str | list | None):
            raise WordsError(f"{path}: {english}", "is neither a text nor a list of forms", "write its translation")
        if text:
            check_places(f"{path}: {english}", english, text)
            said[english] = text
    try:
        form = forms_of(str(rows.get("plurals", PLURALS)))
    except ValueError as problem:
        raise WordsError(f"{path}: plurals", str(problem), f"write a rule as gettext has it: {PLURALS!r}") from problem
    return Voice(rows.get("language", language), said, form, american)


def check_places(where: str, english: str, text: str | Sequence[str]) -> None:
    """Refuse a translation with a placeholder that its English doesn't fill: ``%(nmae)s``."""
    known = set(PLACE.findall(english))
    for form in [text] if isinstance(text, str) else text:
        if unknown := set(PLACE.findall(form)) - known:
            raise WordsError(where, f"holds {', '.join(sorted(unknown))}", f"use {', '.join(sorted(known)) or 'none'}")
