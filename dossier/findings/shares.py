"""How much of each article the site shows: full articles may not be ours to republish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.findings.uses import uses_by_source
from dossier.findings.visible import without_hidden
from dossier.model import Dossier, Evidence, SourceCard, Span


@dataclass(frozen=True, slots=True)
class Share:
    """What the site shows of one article, in code points."""

    source: str
    shown: int
    length: int

    @property
    def percent(self) -> int:
        """The share in whole per cent, rounded down: 100 only where every character is shown."""
        return 100 * self.shown // self.length if self.length else 0

    def __str__(self) -> str:
        """``sources/000: 2,514 of 4,120 characters shown (61 %)``."""
        return f"{self.source}: {self.shown:,} of {self.length:,} characters shown ({self.percent} %)"


def shares_shown(dossier: Dossier, publish: str) -> tuple[Share, ...]:
    """One row an article, in the order of the sources; ``publish`` is ``passages`` or ``full``."""
    dossier = without_hidden(dossier)
    uses = uses_by_source(dossier)
    rows = []
    for source in dossier.sources:
        if publish == "full":
            rows.append(Share(source.ref, source.length, source.length))
            continue
        spans = shown_spans(source, [use.evidence for use in uses[source.ref]])
        rows.append(Share(source.ref, sum(len(span) for span in spans), source.length))
    return tuple(rows)


def shown_spans(source: SourceCard, cited: Iterable[Evidence]) -> tuple[Span, ...]:
    """The stretches of an article that the site shows: its passages, and what is cited outside them; merged."""
    spans = sorted([*(passage.span for passage in source.passages), *(evidence.span for evidence in cited)])
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
