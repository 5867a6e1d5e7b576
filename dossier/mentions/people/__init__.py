"""Find the people whom an article names, and what it says that they are.

The body is read before the headings, because a headline's capitals tell nothing: there, only names that the body has
are taken. In each paragraph a run of name words is a person where a title stands before it, where the tagger or the
list of given names says so, or where what follows says what it is ("…, a spokesman for"). A second pass takes what
repeats a known name: "Shoigu", "Mr Kim", and the slip "Shigu" where it stands for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.documents import Document, Paragraph, Place
from dossier.lexicon import Lexicon
from dossier.mentions.people.called import called_beside
from dossier.mentions.people.known import Known
from dossier.mentions.people.roles import find_roles
from dossier.mentions.people.runs import Run, Word, find_runs, read_words
from dossier.mentions.people.stage import Scene
from dossier.mentions.people.verdicts import SEAT, THING_AFTER, is_place, is_tagged, judge, placed_words
from dossier.model import Kind, PartyMention, PersonMention, Rejected, Span

JOINTS = tuple(re.compile(rf"(?:, (?:and )?| and )(?:[A-Z][\w.]+ ){{{titles}}}") for titles in range(4))
JOINT_BEFORE = re.compile(r"(?:, (?:and )?| and )$")
"""What stands between the names of a list, before a name with up to three words of a title."""


BRACKETS = re.compile(r"[()\[\]]")
"""An editor's brackets inside a name: "(President Ivan) Petrov"."""

LONGEST_TITLE = 12
"""Characters before a name in which "Madame" or "Princess" can stand."""
MEMORY = 40
"""Names before and after a mention that its roles may lean on."""


DIVISIONS = frozenset({"Africa", "Asia", "Brigade", "Corps", "Division", "Europe", "Fleet", "Group", "Pacific"})
"""Last words of commands that may stand right before a name: "US Army *Europe* Ben Harlow"."""


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
    taken = sorted(party.evidence.span for party in parties)
    cuts = [(bisect_left(taken, Span(p.start, 0)), bisect_left(taken, Span(p.end, 0))) for p in document.paragraphs]
    sheets = [
        (p, read_words(p, taken[first:past], lexicon))
        for p, (first, past) in zip(document.paragraphs, cuts, strict=True)
    ]
    sheets.sort(key=lambda sheet: (sheet[0].place is Place.HEADING, sheet[0].start))
    known = Known(lexicon.people)
    found: list[Found] = []
    loose: list[tuple[Paragraph, Run]] = []
    things: set[str] = set()
    placed = placed_words(document.source.text, lexicon)
    for paragraph, words in sheets:
        shouting = paragraph.text.isupper() or (paragraph.place is Place.HEADING and is_title_case(words))
        for run in split_runs(find_runs(paragraph, words, lexicon), known, lexicon):
            verdict = "a headline's capitals" if shouting else judge(paragraph, run, lexicon, placed)
            if verdict is not None and verdict.startswith("the name of") and not known.is_short(run.text):
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
    loose = [(paragraph, run) for paragraph, run in loose if run.text not in things]
    found += listed(found, loose, lexicon)
    found += otherwise_called(found, loose, known)
    for paragraph, run in loose:
        found += repeats(paragraph, run, known, lexicon)
    found += opening_names(document, sheets, known)
    found = with_particles(found, lexicon)
    yield from with_roles(document, found, lexicon, parties)


def with_roles(
    document: Document, found: Sequence[Found], lexicon: Lexicon, parties: Sequence[PartyMention]
) -> Iterator[PersonMention]:
    """The mentions of ``found`` in the order of the text, with what stands beside each."""
    bare: list[PersonMention] = []
    for item in sorted(found, key=lambda f: f.span):
        evidence = document.source.evidence(item.span.start, item.span.end)
        name = " ".join(BRACKETS.sub("", evidence.exact).split())
        before = {mention.evidence.end: mention.evidence for mention in bare[-2:]}
        beside = called_beside(document.source.text, item.span, frozenset(before))
        also = before[beside] if beside is not None else None
        woman = titled_woman(document.source.text[: evidence.start], lexicon)
        bare.append(PersonMention(evidence, name, (), is_subject(item), woman, also))
    everybody: list[PersonMention | PartyMention] = [*bare, *parties]
    everybody.sort(key=lambda mention: mention.evidence)
    starts = [mention.evidence.start for mention in everybody]
    for paragraph in document.paragraphs:
        opens, closes = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
        earlier = tuple(everybody[max(0, opens - MEMORY) : opens])
        for at in range(opens, closes):
            mention = everybody[at]
            if isinstance(mention, PersonMention):
                near = everybody[max(opens, at - MEMORY) : min(closes, at + MEMORY)]
                held = tuple(m for m in near if isinstance(m, PartyMention))
                people = tuple(m for m in near if isinstance(m, PersonMention))
                scene = Scene(document, paragraph, held, people, lexicon, earlier)
                yield replace(mention, roles=tuple(find_roles(scene, mention)))


def titled_woman(before: str, lexicon: Lexicon) -> bool | None:
    """Whether the last word before a name is a woman's title (``True``), a man's (``False``) or neither."""
    last = before[-LONGEST_TITLE:].rstrip().removesuffix(".").rpartition(" ")[2].casefold()
    if last in lexicon.people.ladies | lexicon.people.gentlemen:
        return last in lexicon.people.ladies
    return None


def split_runs(runs: Iterable[Run], known: Known, lexicon: Lexicon) -> Iterator[Run]:
    """Two names side by side as two: "spokesman *Putin* *Dmitry Peskov*", as machine translations have it."""
    for whole in runs:
        run = whole
        if len(run.words) > 2 and run.words[0].text in DIVISIONS and run.words[1].text in lexicon.people.given:
            run = Run(run.words[1:], run.words[0], run.after)
        if is_abbreviated(run, lexicon) or is_town_of(run, lexicon):
            run = Run(run.words[1:], run.words[0], run.after)
        if holds_two(run, lexicon):
            yield Run(run.words[:2], run.before, run.words[2])
            run = Run(run.words[2:], run.words[1], run.after)
        first, rest = run.words[:1], run.words[1:]
        if len(rest) > 1 and known.is_short(first[0].text) and rest[0].text in lexicon.people.given:
            yield Run(first, run.before, rest[0])
            yield Run(rest, first[0], run.after)
        else:
            yield run


def holds_two(run: Run, lexicon: Lexicon) -> bool:
    """Whether two full names stand side by side: "Security adviser *Joe Harlow Jake Hill* said"."""
    given = [word.text in lexicon.people.given for word in run.words]
    tied = any(word.text in lexicon.people.particles or not word.text[0].isupper() for word in run.words)
    return given == [True, False, True, False] and not tied


def is_abbreviated(run: Run, lexicon: Lexicon) -> bool:
    """Whether a medium's or a body's initials stand before a name: "the operator of *BFM* Frederic Lecler"."""
    first, rest = run.words[0].text, run.words[1:]
    initials = len(rest) > 1 and len(first) > 1 and first.isupper() and all(word.text.istitle() for word in rest)
    return initials and first.capitalize() not in lexicon.people.family_first and rest[0].text in lexicon.people.given


def is_town_of(run: Run, lexicon: Lexicon) -> bool:
    """Whether a town that an office is of runs into a name: "mayor of *Lutsk* Petro Bilyk", "Mer *Lutsk* X"."""
    first, rest, given = run.words[0].text, run.words[1:], lexicon.people.given
    behind = run.before is not None and run.before.text in {"Mayor", "Mer", "of"} and len(rest) > 1
    return behind and first not in given and rest[0].text in given


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a heading gives nearly every word a capital, so that capitals tell no names."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word.text[0].isupper() for word in long) >= 0.75 * len(long)


def listed(found: Sequence[Found], loose: Sequence[tuple[Paragraph, Run]], lexicon: Lexicon) -> Iterator[Found]:
    """Runs that stand in one list with somebody who was found: "Lavrov, Shoigu and Peskov attended"."""
    edges = {(id(item.paragraph), edge) for item in found for edge in (item.start, item.end)}
    for paragraph, run in reversed(loose):
        text = paragraph.text
        before = JOINT_BEFORE.search(text, max(0, run.start - 8), run.start)
        after = [match.end() for joint in JOINTS if (match := joint.match(text, run.end))]
        beside = any((id(paragraph), edge) in edges for edge in (*after, before.start() if before else -1))
        plain = run.text not in lexicon.people.places and run.before is None and not SEAT.match(run.text)
        if beside and plain and run.text.istitle() and not is_place(paragraph, run) and paragraph.place is Place.BODY:
            edges |= {(id(paragraph), run.start), (id(paragraph), run.end)}
            yield Found(paragraph, run.start, run.end, run.text)


def otherwise_called(found: Sequence[Found], loose: Sequence[tuple[Paragraph, Run]], known: Known) -> Iterator[Found]:
    """What somebody found is also called, which the article may use alone from there: "…, known as *Hemedti*"."""
    ends: dict[int, set[int]] = {}
    for item in found:
        ends.setdefault(item.paragraph.start, set()).add(item.end)
    for paragraph, run in loose:
        named = frozenset(ends.get(paragraph.start, ()))
        if called_beside(paragraph.text, Span(run.start, run.end), named) is not None:
            known.add(run.text)
            yield Found(paragraph, run.start, run.end, run.text)


def repeats(paragraph: Paragraph, run: Run, known: Known, lexicon: Lexicon) -> Iterator[Found]:
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
        thing = THING_AFTER.match(paragraph.text, end) or lexicon.people.things.is_introduced(paragraph.text, start)
        if not thing:
            yield Found(paragraph, start, end, " ".join(word.text for word in words[at : at + size]))
        at += size


def opening_names(document: Document, sheets: Sequence[tuple[Paragraph, list[Word]]], known: Known) -> Iterator[Found]:
    """Known short names that open a sentence and that the tagger takes for common words: "Deshmukh alleged that"."""
    for paragraph, words in sheets:
        for word in words:
            if word.opens and known.is_short(word.text) and paragraph.place is Place.BODY:
                common = re.search(rf"\b{re.escape(word.text.lower())}\b", document.source.text)
                if common is None and not THING_AFTER.match(paragraph.text, word.end):
                    yield Found(paragraph, word.start, word.end, word.text)


def with_particles(found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Surnames with the small particles that a full name of the article has before them: "Ms *von der* Leyen"."""
    whole: dict[str, str] = {}
    for item in found:
        words = item.text.split()
        start = next((at for at, word in enumerate(words) if at and word in lexicon.people.particles), len(words))
        if start < len(words) - 1:
            whole[words[-1]] = max(" ".join(words[start:]), whole.get(words[-1], ""), key=len)
    return [extended(item, whole[item.text]) if item.text in whole else item for item in found]


def extended(item: Found, surname: str) -> Found:
    """A name from the first word of ``surname``, where the text has all of it: "*bin* Salman"."""
    start = item.end - len(surname)
    before = item.paragraph.text[max(start - 1, 0) : item.end]
    return replace(item, start=start, text=surname) if start > 0 and before == f" {surname}" else item


def is_subject(item: Found) -> bool:
    """Whether the name is the subject of its clause, by the parse; not in "urged *Lind* to stop"."""
    tokens = item.paragraph.doc.char_span(item.start, item.end, alignment_mode="expand")
    if tokens is None or tokens.root.dep_ not in {"nsubj", "nsubjpass", "agent"}:
        return False
    verb = tokens.root.head
    return not (verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts))
