"""One paragraph as the claim rules see it: tokens, quotations, and the names that stand there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token

from dossier.documents import Document, Paragraph
from dossier.lexicon.claims import ClaimWords
from dossier.mentions.dashes import with_dash_speech
from dossier.mentions.quotations import Quotation, find_quotations
from dossier.model import Evidence, PartyMention, PartyType, PersonMention

TYPING = frozenset({"appos", "compound", "nmod"})
"""How the noun hangs on a name that says what it is: ``state broadcaster RTV``."""

NAMED_IN_BODY = "named in the body, credited by the same text"
"""The rule of an agency that a rewrite draws on: who told it is heard through it."""

M = TypeVar("M", PersonMention, PartyMention)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Consecutive tokens ``[start, end)`` of a paragraph, by index."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def holds(self, index: int) -> bool:
        """Whether the token at ``index`` is one of them."""
        return self.start <= index < self.end

    def covers(self, other: Run) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Run) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Names:
    """The people and parties of an article, each list in the order of the text, and the people's last names."""

    people: tuple[PersonMention, ...]
    parties: tuple[PartyMention, ...]
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph with its quotations and names, by token index. Tokens never leave this floor."""

    document: Document
    paragraph: Paragraph
    words: ClaimWords
    quotations: tuple[Run, ...]
    """Token runs in quotation marks, the marks included, in order."""
    unclosed: bool
    """Whether the last quotation has no closing mark: the next paragraph may go on with it."""
    quoted_in: Mapping[int, int]
    """From a token's index to the place of its quotation in ``quotations``."""
    marked: frozenset[int]
    """The tokens in quotation marks; speech between dashes has none."""
    people: Mapping[int, PersonMention]
    parties: Mapping[int, PartyMention]
    surnames: frozenset[str]
    """Last words of the names of the article's people, for a mention that the tagger took for a common noun."""

    @property
    def doc(self) -> Doc:
        """The parse of the paragraph."""
        return self.paragraph.doc

    def quotation_at(self, index: int) -> Run | None:
        """The quotation that the token at ``index`` stands in, its marks included."""
        place = self.quoted_in.get(index)
        return None if place is None else self.quotations[place]

    def evidence(self, run: Run) -> Evidence:
        """The passage of the seed that a run of tokens was parsed from."""
        return self.document.evidence(self.paragraph, self.doc[run.start : run.end])

    def sentence(self, token: Token) -> Run:
        """The sentence that ``token`` stands in."""
        sentence = token.sent
        return Run(sentence.start, sentence.end)

    def is_medium(self, token: Token) -> bool:
        """Whether a medium is named or described by ``token``: ``KCNA``, ``television``, ``local radio Okapi``."""
        party = self.parties.get(token.i)
        if party is not None and party.type is PartyType.MEDIUM:
            return True
        if token.pos_ == "PROPN" and any(self._types(c) for c in token.lefts):
            return True
        return token.pos_ in {"NOUN", "PROPN"} and self.names_medium(token)

    def _types(self, beside: Token) -> bool:
        """Whether a word says of the name after it that it is a medium: ``radio Okapi``, ``BBC Ukrainian``."""
        party = self.parties.get(beside.i)
        named = party is not None and party.type is PartyType.MEDIUM
        return beside.dep_ in TYPING and (named or self.names_medium(beside))

    def is_own(self, token: Token) -> bool:
        """Whether the medium named by ``token`` publishes the article itself: who told it is heard directly."""
        party, source = self.parties.get(token.i), self.document.source
        name = party.name if party is not None else token.text
        credit = source.found.get("agency")
        quoted = credit is not None and credit.rule == NAMED_IN_BODY
        return source.is_by(name, source.publisher or (None if quoted else source.agency))

    def names_medium(self, noun: Token) -> bool:
        """Whether a common noun means a medium here: ``a news agency`` does, ``a space agency`` doesn't."""
        lemma, speakers = noun.lemma_.casefold(), self.words.speakers
        if lemma not in speakers.media:
            return False
        before = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "amod", "nmod"}]
        if lemma not in speakers.manifold or not before:
            return noun.tag_ != "NNS" or lemma not in speakers.manifold
        return any(c.lower_ in speakers.broadcasting for c in before)


def open_scene(document: Document, paragraph: Paragraph, words: ClaimWords, names: Names) -> Scene:
    """The scene of one paragraph; ``names`` hold all people and all parties of the article."""
    marked = find_quotations(document.source.text[paragraph.start : paragraph.end])
    found = with_dash_speech(marked, paragraph, words.reporting)
    starts = [token.idx for token in paragraph.doc]
    runs = tuple(run for run in (_tokens_of(quotation, starts) for quotation in found) if len(run) > 1)
    return Scene(
        document=document,
        paragraph=paragraph,
        words=words,
        quotations=runs,
        unclosed=bool(found) and not found[-1].closed,
        quoted_in={index: place for place, run in enumerate(runs) for index in range(run.start, run.end)},
        marked=frozenset(i for quotation in marked for i in range(*astuple(_tokens_of(quotation, starts)))),
        people=_by_token(names.people, paragraph, starts),
        parties=_by_token(names.parties, paragraph, starts),
        surnames=names.surnames,
    )


def _tokens_of(quotation: Quotation, starts: list[int]) -> Run:
    return Run(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end))


def _by_token(mentions: tuple[M, ...], paragraph: Paragraph, starts: list[int]) -> Mapping[int, M]:
    found: dict[int, M] = {}
    first = bisect_left(mentions, paragraph.start, key=lambda mention: mention.evidence.start)
    for mention in mentions[first:]:
        if mention.evidence.start >= paragraph.end:
            break
        start, end = mention.evidence.start - paragraph.start, mention.evidence.end - paragraph.start
        for index in range(max(0, bisect_left(starts, start + 1) - 1), bisect_left(starts, end)):
            found[index] = mention
    return found
