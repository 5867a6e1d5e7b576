"""What two tellings of one claim may differ in: hedges, tenses, numbers; and which names take "the".

The rows stand in ``dossier/words/wording.yml``. Read by the upper floors too: no language model is needed for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.errors import WordsError
from dossier.lexicon.spelling import Spelling, load_spelling
from dossier.lexicon.words import as_words, read_words

FILE = "dossier/words/wording.yml"


@dataclass(frozen=True, slots=True)
class WordingWords:
    """``wording.yml``, read. Phrases are lower-case tuples of words, the longest first."""

    hedges: tuple[tuple[str, ...], ...]
    """``("appeared", "to", "be")``: leaves open whether it is so."""
    certain: tuple[tuple[str, ...], ...]
    """``("no", "doubt")``: rules a doubt out."""
    past: frozenset[str]
    present: frozenset[str]
    future: frozenset[str]
    numbers: Mapping[str, int]
    """``seven`` -> 7."""
    accusing: tuple[str, ...]
    """Beginnings of reporting words that accuse: ``accus``."""
    with_article: frozenset[str]
    """Names that take "the": ``United States``."""
    with_article_last: frozenset[str]
    """Last words of such names, or the last before "of": ``Ministry``, ``army``."""
    lowered: frozenset[str]
    """First words of descriptions, no names: ``several``, ``officials``."""
    spelling: Spelling
    """So that "defense" for "defence" is no change."""

    def accuses(self, cue: str) -> bool:
        """Whether a reporting word accuses somebody: ``accusations``, ``has blamed``."""
        return any(word.startswith(self.accusing) for word in cue.casefold().split())

    def in_sentence(self, name: str) -> str:
        """A speaker's name as it stands after "by": ``the United States``, ``Kim Jong Un``, ``two diplomats``.

        A capital that only the beginning of a sentence gave goes: "*Two* diplomats said".
        """
        first, _, rest = name.partition(" ")
        describes = first.casefold() in self.lowered or first.casefold() in self.numbers
        if describes and not rest.rpartition(" ")[2][:1].isupper():
            return f"{first.casefold()} {rest}".rstrip()
        last = name.partition(" of ")[0].rsplit(" ", 1)[-1]
        owned = name[:4].casefold() == "the " or "'s " in name or "’s " in name  # "Sudan's army"
        takes = name in self.with_article or (last in self.with_article_last and not owned)
        return f"the {name}" if takes else name


def load_wording_words() -> WordingWords:
    """Read and check the lists; ``WordsError`` names the key that is wrong."""
    rows = read_words("wording")
    numbers = rows["numbers"]
    if not all(isinstance(value, int) for value in numbers.values()):
        raise WordsError(f"{FILE}: numbers", "a number in words leads to no figure", "write `seven: 7`")

    def words(key: str) -> tuple[str, ...]:
        return as_words(f"{FILE}: {key}", rows.get(key))

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        found = {tuple(phrase.replace("-", " ").split()) for phrase in words(key)}
        return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))

    return WordingWords(
        hedges=phrases("hedges"),
        certain=phrases("certain"),
        past=frozenset(words("past")),
        present=frozenset(words("present")),
        future=frozenset(words("future")),
        numbers=dict(numbers),
        accusing=words("accusing"),
        with_article=frozenset(as_words(f"{FILE}: the: names", rows["the"].get("names"))),
        with_article_last=frozenset(as_words(f"{FILE}: the: last words", rows["the"].get("last words"))),
        lowered=frozenset(words("lowered")),
        spelling=load_spelling(),
    )
