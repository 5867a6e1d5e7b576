"""Find the people whom an article names, and what it says that they are.

The body is read before the headings, because a headline's capitals tell nothing: there, only names that the body has
are taken. In each paragraph a run of name words is a person where a title stands before it, where the tagger or the
list of given names says so, or where what follows says what it is ("…, a spokesman for"). A second pass takes what
repeats a known name: "Shoigu", "Mr Kim", and the slip "Shigu" where it stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.documents import Document, Paragraph, Place
from dossier.lexicon import Lexicon
from dossier.mentions.known import Known
from dossier.mentions.roles import Scene, find_roles
from dossier.mentions.runs import Run, Word, find_runs, read_words
from dossier.model import Kind, PartyMention, PersonMention, Rejected, Span

THING_AFTER = re.compile(
    r"(?:'s?)?(?: administration\b| government\b| regime\b|-class\b|-era\b| doctrine\b|-led government\b)"
)
"""What makes the name before it a thing's: "the Assad regime", "an Arleigh Burke-class destroyer"."""

THING_BEFORE = re.compile(
    r"\b(?:Hurricane|Typhoon|Cyclone|Storm|Operations?|USS|HMS|HMCS|INS|IRIS|USNS|RFS|ship|vessel|tanker|frigate"
    r"|destroyer|cruiser|corvette|submarine|carrier|warship|ferry|boat|freighter|airport|(?:village|town|city"
    r"|district|region|province|port|battle|island|strait|gulf|sea|bay|cape|port city) of|river|Lake|Mount|Port"
    r"|Fort|Camp|Cape|Saint|the St\.?|newspaper|daily|broadcaster|channel|magazine|website|outlet|city|town"
    r"|village)(?: named| called)? ?[\"']?$",
    re.IGNORECASE,
)
"""What makes the name after it a ship's, a storm's, a place's or a paper's: "the frigate Admiral Gorshkov"."""

COMPOUND = re.compile(r"-(?:class|era|style|led|backed|based|type|made)$")
"""How a name ends that only qualifies: "Arleigh Burke-class"."""

JOINT = re.compile(r", (?:and )?| and ")
JOINT_BEFORE = re.compile(r"(?:, (?:and )?| and )$")
"""What stands between the names of a list."""

BYLINE = re.compile(r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)? (?:contributed|reported from|wrote|reports? from)\b")
"""What follows the name of whoever wrote the article, who is none of its people."""

APPOSITION = re.compile(
    r",? \(?(?:aged )?\d{1,3}\)?,|, (?:who|whose)\b|, (?:the|a|an|one of)\b|, [\w'’.-]+(?: [\w'’.-]+){0,6},"
)


OFFICE_OF = re.compile(r"\b([A-Za-z-]+) of (?:the )?(?:(?:[A-Z][\w.'-]*|of|and|the) ){1,7}$")
"""An office with its body right before a name, without a comma, as some agencies write."""

BYLINERS = frozenset({"writer", "writers", "reporter", "reporters", "journalist", "journalists", "correspondent"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name at a place, before its roles are read."""

    paragraph: Paragraph
    start: int
    end: int
    """In the paragraph's text."""
    text: str

    @property
    def span(self) -> Span:
        """The place in the source."""
        return Span(self.paragraph.start + self.start, self.paragraph.start + self.end)


def find_people(
    document: Document, lexicon: Lexicon, parties: Sequence[PartyMention]
) -> Iterator[PersonMention | Rejected]:
    """Mentions in the order of the text, each with its roles; a tagged person that is none as ``Rejected``."""
    taken = [party.evidence.span for party in parties]
    sheets = [
        (p, read_words(p, [s for s in taken if p.start <= s.start < p.end], lexicon)) for p in document.paragraphs
    ]
    sheets.sort(key=lambda sheet: (sheet[0].place is Place.HEADING, sheet[0].start))
    known = Known(lexicon.people)
    found: list[Found] = []
    loose: list[tuple[Paragraph, Run]] = []
    things: set[str] = set()
    for paragraph, words in sheets:
        shouting = paragraph.place is Place.HEADING and is_title_case(words)
        for run in find_runs(paragraph, words, lexicon):
            verdict = "a headline's capitals" if shouting else judge(paragraph, run, lexicon)
            if verdict is not None and verdict.startswith("the name of"):
                things.add(run.text)
            if verdict is None:
                found.append(Found(paragraph, run.start, run.end, run.text))
                known.add(run.text)
            else:
                loose.append((paragraph, run))
                if verdict and is_tagged(paragraph, run) and not shouting:
                    place = document.source.evidence(paragraph.start + run.start, paragraph.start + run.end)
                    yield Rejected(Kind.PERSON, place, verdict)
    publisher = document.source.publisher or ""
    found = [item for item in found if item.text not in things and item.text not in publisher]
    found += listed(found, loose, lexicon)
    for paragraph, run in loose:
        found += repeats(paragraph, run, known)
    yield from with_roles(document, found, lexicon, parties)


def with_roles(
    document: Document, found: Sequence[Found], lexicon: Lexicon, parties: Sequence[PartyMention]
) -> Iterator[PersonMention]:
    """The mentions of ``found`` in the order of the text, with what stands beside each."""
    bare = []
    for item in sorted(found, key=lambda f: f.span):
        evidence = document.source.evidence(item.span.start, item.span.end)
        name = " ".join(document.source.text[item.span.start : item.span.end].split())
        bare.append(PersonMention(evidence, name, (), is_subject(item)))
    everybody: list[PersonMention | PartyMention] = [*bare, *parties]
    everybody.sort(key=lambda mention: mention.evidence)
    for paragraph in document.paragraphs:
        here = [m for m in bare if paragraph.start <= m.evidence.start < paragraph.end]
        held = [p for p in parties if paragraph.start <= p.evidence.start < paragraph.end]
        earlier = [m for m in everybody if m.evidence.start < paragraph.start]
        scene = Scene(document, paragraph, tuple(held), tuple(here), lexicon, tuple(earlier))
        for mention in here:
            yield replace(mention, roles=tuple(find_roles(scene, mention)))


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a heading gives nearly every word a capital, so that capitals tell no names."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word.text[0].isupper() for word in long) >= 0.75 * len(long)


def is_tagged(paragraph: Paragraph, run: Run) -> bool:
    """Whether the tagger takes half of the run or more for a person."""
    share = sum(
        min(e.end_char, run.end) - max(e.start_char, run.start)
        for e in paragraph.doc.ents
        if e.label_ == "PERSON" and e.start_char < run.end and run.start < e.end_char
    )
    return 2 * share >= run.end - run.start


def judge(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> str | None:
    """``None`` for a person, else why not; the empty string where nothing speaks for a person."""
    text = paragraph.doc.text
    if THING_AFTER.match(text, run.end) or COMPOUND.search(run.text) or is_eponym(run, lexicon):
        return "part of the name of a thing or an institution"
    if THING_BEFORE.search(text, max(0, run.start - 30), run.start):
        return "the name of a ship, a storm or a place"
    if run.text in lexicon.people.places:
        return "the name of a place"
    if run.before is not None and run.before.text in {"the", "The"}:
        return "the name of a thing: an article stands before it"
    if BYLINE.match(text, run.end) and run.before is not None and run.before.text in BYLINERS:
        return "whoever wrote the article"
    if any(f in lexicon.weapons.families for f in (run.text.casefold(), run.words[-1].text.casefold())):
        return "a weapon's name"
    if lexicon.weapons.is_head(run.words[-1].text.casefold().removesuffix("s")):
        return "a class of weapons"
    if (run.text.isupper() and len(run.words) == 1 and not is_titled(run, lexicon)) or any(
        c.isdigit() for c in text[run.end : run.end + 2].strip("- ")
    ):
        return "an abbreviation or a designation"
    if is_titled(run, lexicon) or follows_office(text, run, lexicon):
        return None
    people, tagged = lexicon.people, is_tagged(paragraph, run)
    if len(run.words) == 1:
        return (
            None
            if tagged and speaks_for_person(paragraph, run)
            else ("one word with no sign of a person" if tagged else "")
        )
    if tagged or run.words[0].text in people.given:
        return None
    korean = len(run.words) == 3 and run.words[0].text in people.family_first
    described = APPOSITION.match(text, run.end) is not None and describes_person(text[run.end : run.end + 80], lexicon)
    return None if korean or described else ""


def is_eponym(run: Run, lexicon: Lexicon) -> bool:
    """Whether a thing's noun follows: "Kim Il Sung Square", "the Biden administration"; not "Biden's Cabinet"."""
    return run.after is not None and run.after.text in lexicon.people.eponyms and not run.words[-1].possessive


def is_titled(run: Run, lexicon: Lexicon) -> bool:
    """Whether a title stands right before the run: "President Putin", "Gen. Mark Milley"."""
    word = run.before
    if word is None or word.possessive:
        return False
    plain, people = lexicon.spelling.canonical(word.text).casefold(), lexicon.people
    if len(run.words) == 1 and word.text[0].islower():
        return plain in people.honorifics
    last = {title.split()[-1].strip(".") for title in (*people.titles, *people.ranks, *people.honorifics)}
    return plain in last or plain in people.heads


def follows_office(text: str, run: Run, lexicon: Lexicon) -> bool:
    """Whether an office with its body stands before two or more words: "Foreign Minister of Ghana Kwabena Ofori"."""
    match = OFFICE_OF.search(text, max(0, run.start - 80), run.start) if len(run.words) > 1 else None
    return match is not None and lexicon.spelling.canonical(match.group(1)).casefold() in lexicon.people.heads


def speaks_for_person(paragraph: Paragraph, run: Run) -> bool:
    """Whether a single tagged word acts as a person does, and is no common word of this paragraph."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    if tokens is None or tokens[-1].pos_ != "PROPN" or len(run.text) < 3:
        return False
    if re.search(rf"\b{re.escape(run.text.lower())}\b", paragraph.doc.text):
        return False
    root = tokens[-1]
    acts = root.dep_ in {"nsubj", "nsubjpass", "poss", "dobj", "pobj", "dative", "conj", "agent"}
    return acts and not (root.is_sent_start and root.tag_ == "NNPS")


def describes_person(words: str, lexicon: Lexicon) -> bool:
    """Whether what follows a name says what the person is: ", a spokesman for the army"."""
    ahead = re.findall(r"[\w'-]+", words)[:8]
    plain = [lexicon.spelling.canonical(word).casefold() for word in ahead]
    return any(word in lexicon.people.heads for word in plain)


def listed(found: Sequence[Found], loose: Sequence[tuple[Paragraph, Run]], lexicon: Lexicon) -> Iterator[Found]:
    """Runs that stand in one list with somebody who was found: "Lavrov, Shoigu and Peskov attended"."""
    edges = {(id(item.paragraph), edge) for item in found for edge in (item.start, item.end)}
    for paragraph, run in reversed(loose):
        text = paragraph.doc.text
        after, before = JOINT.match(text, run.end), JOINT_BEFORE.search(text, 0, run.start)
        beside = (after and (id(paragraph), after.end()) in edges) or (
            before and (id(paragraph), before.start()) in edges
        )
        plain = run.text not in lexicon.people.places and run.before is None
        if beside and plain and run.text.istitle() and not is_place(paragraph, run) and paragraph.place is Place.BODY:
            edges |= {(id(paragraph), run.start), (id(paragraph), run.end)}
            yield Found(paragraph, run.start, run.end, run.text)


def is_place(paragraph: Paragraph, run: Run) -> bool:
    """Whether the tagger takes the run for a place, a people or a date."""
    labels = {"GPE", "LOC", "NORP", "DATE", "FAC", "EVENT", "PRODUCT", "LANGUAGE", "LAW"}
    return any(e.label_ in labels and e.start_char < run.end and run.start < e.end_char for e in paragraph.doc.ents)


def repeats(paragraph: Paragraph, run: Run, known: Known) -> Iterator[Found]:
    """Known names inside a run that is none by itself: "Kim Jong Un" in "Kim Jong Un Visits Expo"; "Shigo"."""
    words, at = run.words, 0
    while at < len(words):
        size = known.longest(words[at:])
        if size == 0:
            at += 1
            continue
        if at > 0 and at + size == len(words) <= 4 and paragraph.place is Place.BODY:
            at, size = 0, len(words)
        start, end = words[at].start, words[at + size - 1].end
        thing = THING_AFTER.match(paragraph.doc.text, end) or THING_BEFORE.search(paragraph.doc.text, 0, start)
        if not thing:
            yield Found(paragraph, start, end, " ".join(word.text for word in words[at : at + size]))
        at += size


def is_subject(item: Found) -> bool:
    """Whether the name is the subject of its clause, by the parse."""
    tokens = item.paragraph.doc.char_span(item.start, item.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass", "agent"}
