"""What the texts themselves say of an organisation, beside its name: what it is, whose, and where it sits.

Nothing is taken from the word lists: that KCNA is North Korea's is stated only where an article says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.lexicon import Lexicon
from dossier.model import Evidence, PartyMention, PartyType, Statement

REACH = 60
"""Code points beside a name that are read: "the state-run television channel of the Islamic Republic, IRIB"."""

BASED = re.compile(r"\b(?!The )([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)-based (?:[\w'’-]+ ){0,4}$")
"""A seat that the text gives: "the Vienna-based nuclear watchdog IAEA"."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The articles' texts by reference, and the words for what an organisation can be."""

    by_source: Mapping[str, str]
    lexicon: Lexicon

    def before(self, place: Evidence) -> str:
        """The words right before a name, on its own line."""
        text = self.by_source[place.source]
        return text[max(0, place.start - REACH) : place.start].rpartition("\n")[2]

    def after(self, place: Evidence) -> str:
        """The words right after a name, on its own line."""
        return self.by_source[place.source][place.end : place.end + REACH].partition("\n")[0]

    def passage(self, place: Evidence, start: int, end: int) -> Evidence:
        """A passage of the same source."""
        return Evidence(place.source, start, end, self.by_source[place.source][start:end])

    def nouns(self) -> re.Pattern[str]:
        """The words for what an organisation is, longest first, with the words that tell of a state behind it."""
        parties = self.lexicon.parties
        kinds = sorted({*parties.descriptions, *parties.media.forms}, key=lambda w: (-len(w), w))
        steered = sorted(parties.media.steered, key=lambda w: (-len(w), w))
        return re.compile(
            rf"(?:\b(?:{'|'.join(map(re.escape, steered))}) )?\b(?:{'|'.join(map(re.escape, kinds))})\b", re.IGNORECASE
        )


Found = tuple[str, Evidence, str | None]
"""A value, where it stands, and the reference that it leads to."""


def state_types(mentions: Sequence[PartyMention], texts: Texts) -> tuple[Statement, ...]:
    """What the organisation is called beside its name: "state media KCNA", "Russia's Tass news agency".

    A noun beside a state, or beside its adjective, is the word for another body: "a Chinese group", "Ukraine's army".
    """
    nouns = texts.nouns()

    def read(mention: PartyMention) -> Iterator[Found]:
        place = mention.evidence
        if mention.type is PartyType.STATE or mention.how == "demonym":
            return
        canonical = texts.lexicon.spelling.canonical
        before, after = canonical(texts.before(place)), canonical(texts.after(place))
        for match in nouns.finditer(before):
            gap = before[match.end() :]
            if gap in {" ", ", "} and len(before) == len(texts.before(place)):
                yield (
                    match.group().lower(),
                    texts.passage(place, place.start - len(before) + match.start(), place.end),
                    None,
                )
        following = nouns.match(after.lstrip(" ")) if after.startswith(" ") else None
        if following is not None and len(after) == len(texts.after(place)):
            yield following.group().lower(), texts.passage(place, place.start, place.end + 1 + following.end()), None

    return gather(mentions, read, "what it is called beside its name")


def state_owners(mentions: Sequence[PartyMention], texts: Texts, refs: Mapping[str, str]) -> tuple[Statement, ...]:
    """Whose it is, where its own name or a possessive right before it says so: "Russia's Tass news agency"."""

    def read(mention: PartyMention) -> Iterator[Found]:
        place, parties = mention.evidence, texts.lexicon.parties
        if mention.type is PartyType.STATE:
            return
        for hit in parties.find(place.exact):
            if hit.party.name != mention.name and hit.party.type is not PartyType.MEDIUM:
                yield hit.party.name, place, refs.get(hit.party.name)
        before = texts.before(place)
        for hit in parties.find(before):
            rest = before[hit.end :]
            if hit.party.type is PartyType.STATE and re.fullmatch(
                r"(?:['’]s?)? (?:(?:state|official|state-run) )?", rest
            ):
                start = place.start - len(before) + hit.start
                yield hit.party.name, texts.passage(place, start, place.end), refs.get(hit.party.name)

    return gather(mentions, read, "named with its owner")


def state_seats(mentions: Sequence[PartyMention], texts: Texts) -> tuple[Statement, ...]:
    """Where it sits: "the London-based International Institute for Strategic Studies"."""

    def read(mention: PartyMention) -> Iterator[Found]:
        place = mention.evidence
        match = BASED.search(texts.before(place))
        if match is not None and "," not in match.group():
            start = place.start - len(texts.before(place)) + match.start()
            yield match.group(1), texts.passage(place, start, place.end), None

    return gather(mentions, read, "based in")


def gather(
    mentions: Sequence[PartyMention], read: Callable[[PartyMention], Iterator[Found]], rule: str
) -> tuple[Statement, ...]:
    """One statement a value, its first passage in each source, the best attested first."""
    found: dict[tuple[str, str | None], dict[str, Evidence]] = {}
    for mention in mentions:
        for value, evidence, ref in read(mention):
            found.setdefault((value, ref), {}).setdefault(evidence.source, evidence)
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[0][0]))
    return tuple(Statement(value, tuple(places.values()), rule, ref=ref) for (value, ref), places in rows)
