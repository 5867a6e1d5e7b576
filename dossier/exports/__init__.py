"""The same cards in other people's formats, one module a format.

Each export says what the pages say and no more: names, values, offsets, and the passages that the site shows.
"""

from __future__ import annotations

from dossier.exports.tables import claims_table, matrix_table, ties_table, values_table
from dossier.model import Dossier


def export_tables(dossier: Dossier) -> dict[str, str]:
    """Relative path -> text of every file that other programs may read."""
    return {
        "data/claims.csv": claims_table(dossier),
        "data/edges.csv": ties_table(dossier),
        "data/matrix.csv": matrix_table(dossier),
        "data/values.csv": values_table(dossier),
    }
