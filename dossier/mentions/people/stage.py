"""One paragraph with who is named in it, for reading what stands beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.attributions import is_quoted
from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.mentions.people.titles import Title, parse_title
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Reading

STATES, FIRMS = frozenset({PartyType.STATE}), frozenset({PartyType.COMPANY, PartyType.OTHER})
ARMIES = frozenset({PartyType.ARMY})
MOVEMENTS = frozenset({PartyType.GROUP, PartyType.PARTY})
POINTED = {
    "army": ARMIES,
    "company": FIRMS,
    "country": STATES,
    "firm": FIRMS,
    "group": MOVEMENTS,
    "kingdom": STATES,
    "military": ARMIES,
    "movement": MOVEMENTS,
    "nation": STATES,
    "operator": FIRMS,
    "organisation": frozenset({PartyType.BODY, PartyType.GROUP, PartyType.OTHER}),
    "bloc": frozenset({PartyType.BODY}),
    "alliance": frozenset({PartyType.BODY}),
    "party": frozenset({PartyType.PARTY}),
    "republic": STATES,
    "state": STATES,
}
"""What may be meant by a noun that only points back: "a spokeswoman for the *company*"."""

HIS = "an office that another person gives"
"""The rule of "his defence secretary", until it is known what the other is."""

LOCAL = frozenset({"governor", "mayor"})
"""Offices of a city or region, which the text may name a while before."""

CABINET = frozenset({"ambassador", "chancellor", "consul", "minister", "premier"})
"""Offices whose "its" is a state's: "On Moldova, *its foreign minister* …", whatever body stands nearer."""

REGION = re.compile(r"\b([A-Z][\w'’-]+) (?:[Rr]egion|[Oo]blast|[Pp]rovince)\b")
"""How a text names a region: "the *Odesa* region"."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})

NEAR = 6
"""Parties named before "its spokesman" among which its body is sought."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph with who is named in it."""

    document: Document
    paragraph: Paragraph
    parties: tuple[PartyMention, ...]
    people: tuple[PersonMention, ...]
    lexicon: Lexicon
    earlier: tuple[PersonMention | PartyMention, ...] = ()
    """Who was named in the paragraphs before, for "its spokesman" and "his counterpart"."""

    def tokens(self, place: Evidence) -> tuple[int, int] | None:
        """First and past-the-last token of a passage of this paragraph."""
        start, end = place.start - self.paragraph.start, place.end - self.paragraph.start
        span = self.paragraph.doc.char_span(start, end, alignment_mode="expand")
        return None if span is None else (span.start, span.end)

    def starts_at(self, person: PersonMention, token: int) -> bool:
        """Whether a name begins at ``token``."""
        span = self.tokens(person.evidence)
        return span is not None and span[0] == token

    def ends_at(self, person: PersonMention, token: int) -> bool:
        """Whether a name ends right before ``token``."""
        span = self.tokens(person.evidence)
        return span is not None and span[1] == token

    def evidence(self, first: int, past: int) -> Evidence:
        """The passage that tokens ``first`` to ``past`` were read from."""
        return self.document.evidence(self.paragraph, self.paragraph.doc[first:past])

    def title(self, first: int, past: int) -> Title | None:
        """The office that these tokens name, if they do."""
        if first >= past:
            return None
        return parse_title(self.paragraph, (first, past), self.parties, self.lexicon)


def readings(scene: Scene, place: tuple[int, int], title: Title, evidence: Evidence, rule: str) -> Iterator[Reading]:
    """One reading for each office of a title: "president and supreme commander" is two."""
    if title.pointed == "his" and title.of is None:
        yield from owned(scene, place, title, evidence)
        return
    *firsts, last = title.values
    for value in firsts:
        yield Reading(value, (evidence,), rule, title.of_first or title.of)
    yield Reading(last, (evidence,), rule, title.of)


def first_party(scene: Scene, token: int) -> PartyMention | None:
    """The party that begins within three tokens of ``token``."""
    for party in scene.parties:
        span = scene.tokens(party.evidence)
        if span is not None and token <= span[0] <= token + 2:
            return party
    return None


def with_antecedent(scene: Scene, title: Title) -> Title:
    """For "its spokesman" and "a spokeswoman for the company": the body or state that was named last before it."""
    if title.of is None and title.value.split()[-1] in LOCAL:
        region = region_before(scene) if title.value.endswith("governor") else None
        return replace(title, of=place_before(scene, title.first) or region)
    if not title.pointed or title.pointed == "his":
        return title
    start = scene.paragraph.start + scene.paragraph.doc[title.first].idx
    named = [p for p in (*scene.earlier, *scene.parties) if isinstance(p, PartyMention) and p.evidence.start < start]
    named = [p for p in named if p.type is not PartyType.MEDIUM]
    types = POINTED.get(title.pointed)
    if types is not None:
        fitting = [p for p in named if p.type in types and stands_alone(p, scene)]
    elif title.pointed == "its":
        named = outside_quotations(named, scene)
        states = [p for p in named if p.type is PartyType.STATE and p.how != "demonym"]
        states = subjects_above(scene, title.first, states) or states
        office = title.value.split(" to ")[0].split()[-1]  # "ambassador to Chad"
        fitting = states if states and office in CABINET else owners_before(scene, named)
    else:
        fitting = [p for p in named if p.name.casefold().endswith(title.pointed)]
    return title if not fitting else replace(title, of=fitting[-1].name)


def outside_quotations(named: Sequence[PartyMention], scene: Scene) -> list[PartyMention]:
    """Those whom nobody names who is quoted: "'*The army* lies,' said Ana Lind, its researcher" is not the army's."""
    text, base = scene.paragraph.text, scene.paragraph.start
    return [p for p in named if p.evidence.start < base or not is_quoted(text[: p.evidence.start - base])]


def subjects_above(scene: Scene, token: int, states: Sequence[PartyMention]) -> list[PartyMention]:
    """The state that the sentence before is about: "*France*, which left Chad, urged calm. Its foreign minister …".

    Only for a sentence that opens with the pointer; within a sentence the last one named is the surer.
    """
    opening = scene.paragraph.doc[token].sent.start
    if opening == 0 or token - opening > 1:
        return []
    above = scene.paragraph.doc[opening - 1].sent
    subjects = {t.i for t in above if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"}
    spans = [(state, scene.tokens(state.evidence)) for state in states]
    return [state for state, span in spans if span and not subjects.isdisjoint(range(*span))]


def stands_alone(party: PartyMention, scene: Scene) -> bool:
    """Whether "the organisation" may be meant by a party: no state's ministry, and no name that tells nothing."""
    if party.type is PartyType.OTHER:
        return not set(party.name.split()).isdisjoint(scene.lexicon.parties.nouns)
    return party.type is not PartyType.BODY or party.of is None


def place_before(scene: Scene, token: int) -> str | None:
    """The city or region named last before "the mayor": "a district of *Kharkiv*, said the mayor, X"."""
    spans = [scene.tokens(p.evidence) for p in scene.parties if p.type is PartyType.STATE]
    states = {i for span in spans if span for i in range(*span)}
    listed = scene.lexicon.people.places
    places = (t.text for t in reversed(list(scene.paragraph.doc[:token])) if t.i not in states and is_town(t, listed))
    return next(places, None)


def region_before(scene: Scene) -> str | None:
    """The region named last in the two paragraphs before "regional governor X": "in the *Kherson* region"."""
    body = scene.document.body
    at = next((i for i, paragraph in enumerate(body) if paragraph.start == scene.paragraph.start), 0)
    text = "\n".join(paragraph.text for paragraph in body[max(0, at - 2) : at])
    return next((match.group(1) for match in reversed(list(REGION.finditer(text)))), None)


def is_town(token: Token, listed: frozenset[str]) -> bool:
    """Whether a word is a city's or a region's name, by the list or by the tagger."""
    return token.text in listed or (token.ent_type_ == "GPE" and token.text.istitle())


def owners_before(scene: Scene, named: Sequence[PartyMention]) -> list[PartyMention]:
    """The bodies among those named last, else the states that act, in the order of the text."""
    named = [p for p in named if p.how != "demonym" or p.type is not PartyType.STATE]
    known = scene.lexicon.parties.nouns
    named = [p for p in named if p.type is not PartyType.OTHER or set(p.name.split()) & known][-NEAR:]
    return [p for p in named if p.type is not PartyType.STATE] or list(named)


def says_what_stands_before(scene: Scene, place: tuple[int, int], past: int) -> bool:
    """Whether the phrase that ends at token ``past`` is who speaks: "Police arrested Ivan Petrov, *the mayor* said"."""
    doc, reporting = scene.paragraph.doc, scene.lexicon.claims.verbs
    if past >= len(doc) or doc[past].tag_ not in FINITE or doc[past].lemma_.casefold() not in reporting:
        return False
    clause = doc[doc[past].sent.start : place[0]]
    return any(t.tag_ in FINITE for t in clause) and clause[-1].lower_ != "that"


def counterpart(scene: Scene, person: PersonMention, title: Title, span: tuple[int, int]) -> Iterator[Reading]:
    """The same office as the other person of the sentence; which one that is, is known when all are compiled."""
    other = person_before(scene, person, span[0])
    if other is not None:
        yield Reading("counterpart", (scene.evidence(*span), other.evidence), "counterpart", title.of)


def owned(scene: Scene, place: tuple[int, int], title: Title, evidence: Evidence) -> Iterator[Reading]:
    """Offices that another person gives: "*his* defence secretary" is of the one who was named before."""
    person = next((p for p in scene.people if scene.tokens(p.evidence) == place), None)
    other = person_before(scene, person, title.first) if person is not None else None
    for value in title.values:
        passages = (evidence,) if other is None else (evidence, other.evidence)
        yield Reading(value, passages, HIS if other is not None else "before the name")


def person_before(scene: Scene, person: PersonMention, token: int) -> PersonMention | None:
    """Whom a pronoun before ``person`` means: the last subject of the sentence, else of what stands before it."""
    others = [p for p in scene.people if p.evidence.end <= person.evidence.start and p.name != person.name]
    subjects = [p for p in others if p.subject] or others
    sentence = scene.paragraph.start + scene.paragraph.doc[token].sent.start_char
    near = [p for p in subjects if p.evidence.start >= sentence] or [p for p in others if p.evidence.start >= sentence]
    before = [p for p in scene.earlier if isinstance(p, PersonMention) and p.subject]
    joint = scene.paragraph.doc[max(0, token - 1)].lower_ == "and"
    joined = [p for p in others if joint and scene.ends_at(p, token - 1)]
    return next(iter([*joined, *near[::-1], *subjects[::-1], *before[::-1]]), None)
