"""Comma-separated tables (RFC 4180, UTF-8, one header row), for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dossier.findings.denials import find_denials
from dossier.findings.matrix import find_matrix
from dossier.findings.network import find_edges
from dossier.model import Dossier


def claims_table(dossier: Dossier) -> str:
    """One row each time that an article attributes a claim."""
    header = ("claim", "polarity", "speaker", "cue", "via", "mode", "source", "start", "end", "proposition", "answers")
    rows = (
        (
            claim.ref, claim.polarity, report.speaker, report.cue, " > ".join(report.via), report.mode,
            report.passage.source, report.proposition.start, report.proposition.end, report.proposition.exact,
            " ".join(claim.answers),
        )
        for claim in dossier.claims
        for report in claim.reports
    )  # fmt: skip
    return table(header, rows)


def values_table(dossier: Dossier) -> str:
    """One row for each passage that a value of a card rests on."""
    header = ("card", "property", "value", "of", "names", "rule", "source", "start", "end", "exact")
    rows = (
        (card.ref, key, s.value, s.of, s.ref, s.rule, e.source, e.start, e.end, e.exact)
        for card in dossier.cards()
        for key, statements in card.statements.items()
        for s in statements
        for e in s.evidence
    )
    return table(header, rows)


def matrix_table(dossier: Dossier) -> str:
    """One row for each claim that an article has: ``A`` it reports an assertion, ``D`` a denial, ``S`` states it."""
    header = ("claim", "source", "origin", "stance", "start", "end")
    rows = (
        (claim.ref, column.ref, column.origin, cell.stance, cell.evidence.start, cell.evidence.end)
        for claim, column, cell in find_matrix(dossier).filled()
    )
    return table(header, rows)


def ties_table(dossier: Dossier) -> str:
    """One row for each passage that a tie between two cards rests on: ``people/… heads delegations/…``."""
    header = ("from", "tie", "to", "words", "source", "start", "end")
    edges = find_edges(dossier, find_denials(dossier))
    rows = ((e.start, e.tie, e.end, e.words, at.source, at.start, at.end) for e in edges for at in e.evidence)
    return table(header, rows)


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The rows as text; ``None`` is an empty field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([defused(value) for value in row] for row in rows)
    return out.getvalue()


def defused(value: object) -> object:
    """A field that no spreadsheet takes for a formula: ``=HYPERLINK(…)`` gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
