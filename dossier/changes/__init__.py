"""What changed between two states of the cards, in words, each change with the article or the person behind it.

find_changes(old, new)      two editions -> changes; none exactly where the cards are equal
as_text, as_markdown        changes -> words
entry_of, add_entry         changes -> the change log
"""

from __future__ import annotations

from dossier.changes.comparing import find_changes
from dossier.changes.entries import Entry, add_entry, as_line, entered, entry_of, read_log, without_cards
from dossier.changes.nouns import Cause, Change, Edition, Origin, Sort
from dossier.changes.telling import as_markdown, as_text, grouped
from dossier.changes.wording import cause_in_words, in_words

__all__ = [
    "Cause",
    "Change",
    "Edition",
    "Entry",
    "Origin",
    "Sort",
    "add_entry",
    "as_line",
    "as_markdown",
    "as_text",
    "cause_in_words",
    "entered",
    "entry_of",
    "find_changes",
    "grouped",
    "in_words",
    "read_log",
    "without_cards",
]
