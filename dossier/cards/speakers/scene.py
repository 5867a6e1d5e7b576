"""What is known when a pointer is read: the article so far, and who spoke in it before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from dossier.cards.cast import Article, Cast, Named
from dossier.cards.wording import PLAIN, Wording, read_wording
from dossier.lexicon import Lexicon
from dossier.model import ClaimMention, Evidence, PartyType, Pointer, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant by a pointer, as far as the text lets one know."""

    name: str | None
    """Canonical: ``North Korea`` for "Pyongyang"; as printed where nobody is named ("defence analysts")."""
    rule: str
    """How it was resolved: ``speaker by role``."""
    ref: str | None = None
    party: str | None = None
    """The side: the state or body that it is or belongs to."""
    said_as: str | None = None
    """What a report calls it: ``Pyongyang`` where the text says so; the name for anaphors and people."""
    head: str = ""
    """For the unnamed: the noun that they are called by, singular."""
    animate: bool = False
    """Whether "he" or "she" can mean it."""
    plural: bool = False
    medium: bool = False
    government: str | None = None
    """The state whose office it is: one block of claims for the White House and the Pentagon."""
    candidates: tuple[str, ...] = ()
    """Who remains possible where ``name`` is ``None``."""
    key: str = field(init=False, repr=False, compare=False)
    """What two speakers share that are one: the card, else side and noun ("analysts" = "defence analysts")."""
    own: frozenset[str] = field(init=False, repr=False, compare=False)
    """The names by which a text means the speaker or the speaker's side."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self._shared())
        object.__setattr__(self, "own", frozenset({self.name, self.party} - {None}))

    def _shared(self) -> str:
        if self.ref is not None:
            return self.ref
        if self.name is None:
            return "?" + "|".join(self.candidates)
        return f"{self.party or ''}|{self.head or self.name.casefold()}"

    def by(self, rule: str) -> Speaker:
        """The same speaker, met again by another rule."""
        return replace(self, rule=rule)


OFFICIAL = frozenset({PartyType.STATE, PartyType.BODY, PartyType.ARMY})
"""Types of party that speak for a state that they are or belong to."""

NOBODY = Speaker(None, "speaker not named")

RECENT = 2
"""Sentences before the pointer's through which somebody named is fresh in mind."""

SOON = 3
"""Sentences, the pointer's own counted, in which a text names whom it has only described."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier claim of the article with who makes and relays it."""

    mention: ClaimMention
    speaker: Speaker
    via: tuple[Speaker, ...]
    via_at: tuple[Evidence, ...]
    """Where each of them is printed."""

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """The speaker first, then who relays."""
        return (self.speaker, *self.via)


@dataclass(frozen=True, slots=True)
class Scene:
    """One pointer to be read, with all that stands before it."""

    cast: Cast
    article: Article
    lexicon: Lexicon
    turns: Sequence[Turn]
    """Earlier claims of the article, in the order of the text."""
    claim: ClaimMention
    place: Evidence
    how: str
    words: Wording

    def pointing(self, pointer: Pointer) -> Scene:
        """The same moment, another pointer."""
        words = read_wording(pointer.evidence.exact, self.lexicon.spelling)
        following = self.article.mentions.source.text[pointer.evidence.end : pointer.evidence.end + 7]
        if following.startswith((" which ", " that ", " who ")):
            words = replace(words, definite=False)
        return replace(self, place=pointer.evidence, how=pointer.how, words=words)

    def back(self) -> Iterator[Turn]:
        """Earlier turns, nearest first."""
        return reversed(self.turns)

    def inside(self) -> Sequence[Named]:
        """The namings in the pointer."""
        return self.article.inside(self.place)

    def before(self) -> Iterator[Named]:
        """The namings before the pointer, nearest first, those in what it is said to say left out."""
        said = self.claim.proposition.span
        return (n for n in self.article.before(self.place.start) if not said.covers(n.at) or said.covers(self.place))

    def said_before(self) -> Sequence[Span]:
        """What the pointer says before it: in "'Orban is weak. He will fall,' *he* noted" both sentences."""
        claims = self.article.mentions.claims
        own = (c.proposition.span for c in claims if c.speaker is not None and c.speaker.evidence == self.place)
        return [span for span in own if span.end <= self.place.start]

    def sentence(self) -> Span:
        """The sentence of the pointer."""
        return self.article.mentions.sentence_at(self.place.start) or self.place.span

    def since(self, sentences: int = RECENT) -> int:
        """Where the sentence begins that is so many before the pointer's paragraph, or before a speech that it closes.

        One before "*He* said …" is the sentence in front of it; before "… a long speech", *the politician* noted, the
        one in front of the speech.
        """
        text = self.article.mentions.source.text
        paragraph = text.rfind("\n", 0, self.place.start) + 1
        place = min(self.place.start, self.claim.passage.start, paragraph)
        spans = list(takewhile(lambda span: span.start <= place, self.article.mentions.sentences))
        return spans[-sentences - 1 :][0].start if spans else 0

    def people_soon(self) -> Iterator[Named]:
        """The people named behind the pointer, in its sentence or the next: "A general said …. *Gen. Lund* …".

        Not those of whom it says something: "The senator said that *Lund* should explain it".
        """
        spans = (span for span in self.article.mentions.sentences if span.end > self.place.start)
        near = list(islice(spans, SOON))
        last = near[-1].end if near else self.place.end
        told = self.claim.proposition.span
        behind = self.article.after(self.place.end)
        return (n for n in behind if n.person and n.at.start < last and not told.covers(n.at))

    def speaker(self, named: Named, rule: str, said_as: str | None = None) -> Speaker:
        """Somebody named, as a speaker; without ``said_as`` a report says what the article calls a body."""
        if said_as is None and not named.person and named.type is not PartyType.STATE:
            said_as = self.called(named)
        return Speaker(
            named.who.name,
            rule,
            ref=named.who.ref,
            party=named.state if named.person else named.state or named.who.name,
            said_as=said_as or named.who.name,
            animate=named.person,
            plural=named.type is PartyType.GROUP,
            medium=named.type is PartyType.MEDIUM,
            government=named.state if named.type in OFFICIAL else None,
        )

    def called(self, named: Named) -> str | None:
        """What the article called a party last, by a name sooner than by a noun: "Taiwan's defence ministry"."""
        namings = [n for n in self.article.before(self.place.end) if n.who.ref == named.who.ref]
        proper = [n for n in namings if n.how != "demonym" and n.at.exact[:1].isupper()]
        chosen = next(iter(proper or [n for n in namings if n.how == "name"] or namings), None)
        return re.sub(r"'s?$", "", chosen.at.exact.translate(PLAIN)) if chosen else None

    def several(self, members: Sequence[Named], rule: str, said_as: str | None = None) -> Speaker:
        """Several who speak as one: "Denmark, Netherlands and Poland"."""
        names = [named.who.name for named in members]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        return Speaker(name, rule, said_as=said_as or name, plural=True)

    def party(self, name: str, rule: str, said_as: str | None = None) -> Speaker:
        """A party by its canonical name; without a card where no article names it."""
        who = self.cast.by_name(name)
        return Speaker(name, rule, ref=who.ref if who else None, party=name, said_as=said_as or name, government=name)
