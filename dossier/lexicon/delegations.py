"""Words for groups that travel, and for the occasions on which they do: ``dossier/words/delegations.yml``."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.lexicon.words import as_words, read_words


@dataclass(frozen=True, slots=True)
class DelegationWords:
    """Look-ups over the list; all lemmas, lower case."""

    groups: frozenset[str]
    """A delegation wherever they stand: ``delegation``."""
    teams: frozenset[str]
    """One only where the text sends or receives them: ``team``."""
    licences: frozenset[str]
    """Words before a team that make it one: ``negotiating``."""
    envoys: frozenset[str]
    """People in the plural who are one where they travel: ``inspector``."""
    officials: frozenset[str]
    """Office holders in the plural who are one where they travel for a named sender: ``minister``."""
    regions: frozenset[str]
    """Adjectives of several states together, case-folded: ``african``."""
    company: frozenset[str]
    """With whom one official's journey is a delegation's: ``official``."""
    bodies: frozenset[str]
    """Nouns of bodies that send one: ``committee``."""
    going: frozenset[str]
    """Verbs whose subject goes: ``arrive``."""
    receiving: frozenset[str]
    """Verbs whose object goes: ``host``."""
    sending: frozenset[str]
    """Verbs whose object goes on the subject's behalf: ``dispatch``."""
    leading: frozenset[str]
    """``lead``, ``head``."""
    journeys: frozenset[str]
    """Nouns of going: ``visit``."""
    purposes: frozenset[str]
    """Verbs that say what for: ``attend``."""
    occasions: frozenset[str]
    """Nouns that say what for: ``anniversary``."""


def load_delegation_words() -> DelegationWords:
    """Read and check the list; ``WordsError`` names the key that is wrong."""
    lists = read_words("delegations")
    return DelegationWords(
        **{
            key: frozenset(as_words(f"dossier/words/delegations.yml: {key}", lists[key]))
            for key in DelegationWords.__slots__
        }
    )
