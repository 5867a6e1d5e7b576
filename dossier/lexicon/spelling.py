"""One spelling for a word that English has two of, so that "defense" and "defence" are one value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.errors import WordsError
from dossier.lexicon.words import read_words

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """American and older spellings -> the British one that cards use."""

    british: Mapping[str, str]
    """Lower-case words only: ``defense`` -> ``defence``."""
    american: Mapping[str, str] = field(init=False, repr=False)
    """The other way round; of two spellings that lead to one, the one listed first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "american", {word: other for other, word in reversed(list(self.british.items()))})

    def canonical(self, text: str) -> str:
        """``text`` with each listed word in British spelling; case of the first letter and all else as it was.

        >>> Spelling({"defense": "defence"}).canonical("Defense minister")
        'Defence minister'
        """
        if text.isalpha():
            return self._word(text)
        return WORD.sub(lambda word: self._word(word.group()), text)

    def both(self, text: str) -> tuple[str, ...]:
        """``text`` as it is and, where a listed word is in it, in the other spelling: for a search by either.

        >>> Spelling({"defense": "defence"}).both("defence minister")
        ('defence minister', 'defense minister')
        """
        words = {word.casefold() for word in WORD.findall(text)}
        if words.isdisjoint(self.british) and words.isdisjoint(self.american):
            return (text,)
        other = WORD.sub(lambda word: self.american.get(word.group().casefold(), word.group()), text)
        return tuple(dict.fromkeys((text, self.canonical(text), other)))

    def _word(self, word: str) -> str:
        found = self.british.get(word.casefold())
        if found is None:
            return word
        if word.isupper():
            return found.upper()
        return found.capitalize() if word[0].isupper() else found


def load_spelling() -> Spelling:
    """Read ``dossier/words/spelling.yml``; ``WordsError`` where a British spelling is itself replaced."""
    british: dict[str, str] = read_words("spelling")["british"]
    for american, word in british.items():
        if word in british:
            raise WordsError(
                "dossier/words/spelling.yml", f"{american!r} leads to {word!r}, which leads on", "lead once"
            )
    return Spelling(british)
