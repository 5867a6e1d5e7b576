"""An article's own record: title, publisher, authors, agency, day; each with its passage and its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossier.dateforms import MONTHS, make_day
from dossier.dates import find_dates, resolve_date
from dossier.model import Found, Source
from dossier.sources.clues import Clue, Says
from dossier.sources.layouts import Layout
from dossier.sources.seeds import Seed

STRENGTH = {"dateline": 0, "byline": 1, "credit": 2, "masthead": 3, "copyright line": 4}
"""Which clue to an agency counts first."""

YEAR_REACH = 92
"""Days that a dateline without a year may lie from the dossier's dated articles; a quarter of a year."""

ORDER_REACH = 31
"""Days, for a date in numbers that may be read two ways."""


@dataclass(frozen=True, slots=True)
class Article:
    """A seed with its layout and its language: all that one article shows by itself."""

    seed: Seed
    layout: Layout
    language: str | None

    @property
    def body(self) -> str:
        """The running text."""
        return self.layout.body(self.seed.text)

    @property
    def agency(self) -> str | None:
        """The agency that the article itself credits, or that a person states."""
        stated = self.seed.stated.get("agency")
        return str(stated.value) if stated else next((c.value for c in sort_clues(self.layout, Says.AGENCY)), None)


def read_records(articles: Sequence[Article], origins: Mapping[str, str]) -> tuple[Source, ...]:
    """The sources, in the order of ``articles``; what needs the other articles (year, body credit) comes second."""
    sources = [read_record(article, origins) for article in articles]
    dated = {s.id: date.fromisoformat(s.published) for s in sources if s.published and len(s.published) == 10}
    sources = [
        source if source.published else date_by_others(source, article.layout.clues, dated, origins)
        for source, article in zip(sources, articles, strict=True)
    ]
    return tuple(
        source if source.agency else credit_by_others(source, article.layout, sources)
        for source, article in zip(sources, articles, strict=True)
    )


def read_record(article: Article, origins: Mapping[str, str]) -> Source:
    """The record as far as the article itself and a person's statements tell it."""
    seed, layout, origin = article.seed, article.layout, origins[article.seed.id]
    source = Source(seed.id, seed.file, seed.sha256, seed.text, origin=origin, language=article.language)
    shared = list(origins.values()).count(origin) > 1
    found = {"origin": Found((), "text shared with other articles" if shared else "text of its own")}
    values: dict[str, str | tuple[str, ...]] = {}
    for key, value, clues, rule in read_clued(seed, layout):
        values[key] = value
        found[key] = Found(tuple(source.evidence(c.start, c.end) for c in clues), rule)
    for key, stated in seed.stated.items():
        evidence = (source.evidence(stated.at.start, stated.at.end),) if stated.at else ()
        values[key], found[key] = stated.value, Found(evidence, "stated", stated.by)
    language = str(values.pop("language", article.language or "")) or None
    if "language" not in found and language:
        found["language"] = Found((), "script and small words")
    return replace(
        source,
        furniture=layout.furniture,
        headings=layout.headings,
        captions=layout.captions,
        language=language,
        unread=None if language is None or language.split("-")[0].lower() == "en" else f"written in {language}",
        found=found,
        extracted=seed.extracted,
        **values,  # type: ignore[arg-type]
    )


def sort_clues(layout: Layout, says: Says) -> list[Clue]:
    """The clues to one key, the strongest first."""
    return sorted((c for c in layout.clues if c.says is says), key=lambda c: (STRENGTH.get(c.rule, 9), c.start))


def read_clued(seed: Seed, layout: Layout) -> Iterator[tuple[str, str | tuple[str, ...], Sequence[Clue], str]]:
    """Key, value, clues and rule of what the article shows by itself."""
    if layout.title:
        at = layout.title
        title = " ".join(seed.text[at.start : at.end].split())
        yield "title", title, [Clue(Says.PUBLISHER, title, at.start, at.end, "headline")], "headline"
    for says, key in ((Says.PUBLISHER, "publisher"), (Says.AGENCY, "agency")):
        clues = sort_clues(layout, says)
        if clues:
            yield key, clues[0].value, clues[:1], clues[0].rule
    outlets = {clue.value for clue in layout.clues if clue.says is Says.PUBLISHER}
    bylined = [c for c in layout.clues if c.says is Says.AUTHOR and c.value not in outlets]
    bylined = bylined or [c for c in layout.clues if c.says is Says.REPORTER]
    if bylined:
        names = {clue.value: clue for clue in reversed(bylined)}
        clues = [clue for clue in bylined if names[clue.value] is clue]
        yield "authors", tuple(clue.value for clue in clues), clues, clues[0].rule
    for says in (Says.PUBLISHED, Says.DATED, Says.UPDATED):
        for clue in (c for c in layout.clues if c.says is says):
            resolved = resolve_date(clue.value)
            if resolved and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", resolved.value):
                yield (
                    "published",
                    resolved.value,
                    [clue],
                    f"{clue.rule} ({says.value})" if says is Says.UPDATED else clue.rule,
                )
                return


def date_by_others(
    source: Source, clues: Sequence[Clue], dated: Mapping[str, date], origins: Mapping[str, str]
) -> Source:
    """A dateline's "July 27" takes the year that brings it nearest to a dated article, one of the same text first."""
    clue = next((c for c in clues if c.says in {Says.PUBLISHED, Says.DATED} and re.search(r"\d", c.value)), None)
    if clue is None:
        return source
    same = [day for key, day in sorted(dated.items()) if origins[key] == source.origin]
    for days in (same, sorted(dated.values())):
        year = choose_year(clue.value, days)
        resolved = resolve_date(f"{clue.value}, {year}") if year else None
        value = resolved.value if resolved else choose_order(clue.value, days)
        if value:
            rule = "year of the dossier" if resolved else "order of day and month by the dossier"
            found = {**source.found, "published": Found((source.evidence(clue.start, clue.end),), rule)}
            return replace(source, published=value, found=found)
    return source


def choose_order(printed: str, days: Sequence[date]) -> str | None:
    """06/02/2024 in whichever order lies within a month of the dossier's dated articles, where only one does."""
    found = re.search(r"(\d\d?)[/-](\d\d?)[/-](\d{4})", printed)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    readings = [d for d in (make_day(year, second, first), make_day(year, first, second)) if d]
    near = {d for d in readings if any(abs((d - day).days) <= ORDER_REACH for day in days)}
    return str(near.pop()) if len(near) == 1 else None


def choose_year(printed: str, days: Sequence[date]) -> int | None:
    """The year in which ``printed`` ("July 27") lies nearest to one of ``days``; ``None`` if far, or on a tie."""
    span = next(find_dates(printed), None)
    if span is None or not days or re.search(r"\d{4}", printed):
        return None
    number = re.search(r"\d{1,2}", printed)
    month = re.search(rf"\b(?:{'|'.join(MONTHS)})", printed.lower())
    if not number or not month:
        return None
    best: dict[int, int] = {}
    for day in days:
        for year in (day.year - 1, day.year, day.year + 1):
            try:
                candidate = date(year, MONTHS.index(month[0]) + 1, int(number[0]))
            except ValueError:
                continue
            best[year] = min(best.get(year, 999), abs((candidate - day).days))
    ranked = sorted((distance, year) for year, distance in best.items())
    if not ranked or ranked[0][0] > YEAR_REACH or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def credit_by_others(source: Source, layout: Layout, sources: Sequence[Source]) -> Source:
    """An agency named in the body counts where a dateline, byline or credit of the same text names it too."""
    known = sorted({s.agency for s in sources if s.origin == source.origin and s.agency})
    closed = [piece.span for piece in layout.furniture]
    for agency in known:
        for found in re.finditer(rf"\b{re.escape(agency)}\b", source.text):
            if not any(span.start <= found.start() < span.end for span in closed):
                by = Found(
                    (source.evidence(found.start(), found.end()),), "named in the body, credited by the same text"
                )
                return replace(source, agency=agency, found={**source.found, "agency": by})
    return source
