"""How a page is cited: in words, as BibTeX and as CSL-JSON (citationstyles.org).

A card's page is cited as a page of the dossier; a source's page gives the article itself, since that is what a reader
of it cites. No date of access is made up, and none of the clock's: a citation says what the cards say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Card, SourceCard
from dossier.pages.paper import AS_JSON
from dossier.settings import Settings
from dossier.voice import Voice

BIBTEX_MARKS = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
"""Characters that BibTeX would read as its own."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One page in two formats, and its address."""

    address: str
    """``https://harbour.example/people/ana-reyes.html``; without the site's own part where that is not known."""
    bibtex: str
    csl: str


def cite_page(card: Card, title: str, settings: Settings, voice: Voice) -> Citation:
    """The citation of a card's page, called ``title`` in the dossier of ``settings``."""
    dossier, site = settings.title, settings.address
    address = f"{site.rstrip('/')}/{card.ref}.html" if site else f"{card.ref}.html"
    whole = voice.say("Card %(ref)s of the dossier “%(title)s”", ref=card.ref, title=dossier)
    if isinstance(card, SourceCard):
        return Citation(
            address,
            bibtex("article", card.id, article_fields(card, title)),
            csl_of(card, title, voice.say("Read at %(address)s", address=address)),
        )
    fields = {"title": title, "howpublished": whole, "url": address}
    item = {"id": card.ref, "type": "webpage", "title": title, "container-title": dossier, "URL": address}
    return Citation(address, bibtex("misc", card.id, fields), as_json(item))


def article_fields(source: SourceCard, title: str) -> dict[str, str]:
    """The article's record for BibTeX, only what is known."""
    fields = {
        "title": title,
        "author": " and ".join(f"{{{in_bibtex(name)}}}" for name in source.authors),
        "journal": source.publisher or source.agency or "",
        "date": source.published or "",
        "url": source.url or "",
    }
    return {key: value for key, value in fields.items() if value}


def csl_of(source: SourceCard, title: str, note: str) -> str:
    """The article's record as CSL-JSON, only what is known; the dossier's page stands in its note."""
    item: dict[str, object] = {"id": source.ref, "type": "article-newspaper", "title": title}
    if source.authors:
        item["author"] = [{"literal": name} for name in source.authors]
    if source.publisher or source.agency:
        item["container-title"] = source.publisher or source.agency
    if source.published:
        item["issued"] = {"date-parts": [[int(part) for part in source.published.split("-")]]}
    if source.url:
        item["URL"] = source.url
    return as_json(item | {"note": note})


def bibtex(sort: str, key: str, fields: Mapping[str, str]) -> str:
    """One BibTeX entry, a field a line; authors and addresses come as they are to stand."""
    ready = {name: value if name in ("author", "url") else in_bibtex(value) for name, value in fields.items()}
    rows = ",\n".join(f"  {name} = {{{value}}}" for name, value in ready.items())
    return f"@{sort}{{{key},\n{rows}\n}}"


def in_bibtex(text: str) -> str:
    """Text that BibTeX reads as text."""
    return " ".join(text.split()).translate(BIBTEX_MARKS)


def as_json(item: Mapping[str, object]) -> str:
    """A list of one item, as reference managers read it, a key a line."""
    rows = ",\n".join(f"  {AS_JSON(key)}: {AS_JSON(value)}" for key, value in item.items())
    return f"[\n {{\n{rows}\n }}\n]"
