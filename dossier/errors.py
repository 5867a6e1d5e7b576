"""Everything that can be wrong, as one tree.

    DossierError
    ├── SeedError        an article that can't be read, or two that claim one id
    ├── CardError        a card in content/ that is broken, damaged by hand or contradicts another
    │   └── CardErrors   all of them at once, one line each
    ├── EvidenceError    a passage that does not stand in its source at the stated place
    ├── WordsError       a row of a word list that is malformed, duplicated or contradictory
    ├── SettingsError    a key of the dossier's settings that is missing or of the wrong kind
    ├── UsageError       a command line that names what is not there
    └── PublishError     a page or a site that can't be written, or that MkDocs refuses

A message says where, what is wrong, and what to do: ``seeds/a.txt:3: not UTF-8; save the file as UTF-8``.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

WAYS_OUT: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: "make room on the disk and build again",
        errno.EDQUOT: "make room in your quota and build again",
        errno.EACCES: "make the folder writable, or name another one",
        errno.EPERM: "make the folder writable, or name another one",
        errno.EROFS: "name a folder on a disk that can be written",
    }
)
"""What a system refuses to write -> what to do about it."""


def way_out(problem: OSError) -> str:
    """What to do where the system refused to write: "make room on the disk and build again"."""
    return WAYS_OUT.get(problem.errno or 0, "mend that and build again")


class DossierError(Exception):
    """Something an editor can mend: ``where: what; to do``.

    ``where`` is a file, ``file:line`` or ``card key offset``; ``remedy`` is what to do about it.
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.where = where
        self.what = what
        self.remedy = remedy


class SeedError(DossierError):
    """An article that can't be read, or two that claim one id."""


class CardError(DossierError):
    """A card that is broken, damaged by hand, or that contradicts another."""


class CardErrors(CardError):  # noqa: N818 - several of them
    """Several broken cards at once, one line each, so that an editor mends them in one go."""

    def __init__(self, errors: Sequence[CardError]) -> None:
        super().__init__(errors[0].where, errors[0].what, errors[0].remedy)
        self.args = ("\n".join(str(error) for error in errors),)
        self.errors = tuple(errors)

    @classmethod
    def raise_all(cls, errors: Iterable[CardError]) -> None:
        """Raise what there is, each told once; nothing where there is nothing."""
        told = list({str(error): error for error in errors}.values())
        if told:
            raise cls(told)


class EvidenceError(DossierError):
    """A passage that does not stand in its source at the stated place."""


class WordsError(DossierError):
    """A row of a word list that is malformed, duplicated or contradictory."""


class SettingsError(DossierError):
    """A key of the dossier's settings that is missing or of the wrong kind."""


class UsageError(DossierError):
    """A command line that names what is not there."""


class PublishError(DossierError):
    """A page or a site that can't be written, or that MkDocs refuses."""
