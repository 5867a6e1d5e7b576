"""Titled cases of claims: articles in which mentions are marked, the claims made in them, and what is expected.

A case is a second-level heading, then for each article a quoted text and a list of its claims, then expectations:

    ## The report is the agency's
    > [Tasnim](medium; of Iran) carried the speech. A drone hit the ship, the report said.

    - the report said: A drone hit the ship

    speaker 1: Tasnim

A mention is a Markdown link: ``[words](type; canonical name; further keys)`` with ``of X``, ``by capital``,
``titles a, b``, ``subject``. Without a canonical name the words are the name. A claim is
``- POINTER CUE: PROPOSITION``, where POINTER stands in the text ("-" for nobody) and CUE is one word (or follows
" | "); ``(via WORDS)``, ``(denies)``, ``(direct)`` and ``(object WORDS)`` may follow. Claims are numbered through
the case. A text that begins with ``(copy)`` carries the text of the first article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from dossier.cards.addresses import Addresses
from dossier.cards.claims import compile_claims
from dossier.cards.referents import Naming, Referent, Referents
from dossier.documents import parse_documents
from dossier.lexicon import Lexicon
from dossier.mentions.words import content_lemmas
from dossier.model import (
    ClaimCard,
    ClaimMention,
    Evidence,
    Form,
    Kind,
    Mentions,
    Mode,
    PartyMention,
    PartyType,
    PersonMention,
    Pointer,
    Polarity,
    Report,
    Source,
    WeaponMention,
)

CASES = Path(__file__).resolve().parents[1] / "cases"
LINK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")
COPY = "(copy) "
EXTRA = re.compile(r" \((via|denies|direct|object)(?: ([^)]*))?\)")


@dataclass
class Told:
    """One article of a case, as the finders would hand it over."""

    source: Source
    parties: list[PartyMention] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    weapons: list[WeaponMention] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    claims: list[ClaimMention] = field(default_factory=list)


@dataclass
class Case:
    """One titled case."""

    title: str
    articles: list[Told]
    expected: list[str]

    @property
    def claims(self) -> list[ClaimMention]:
        """All claims of the case; expectations count them from 1."""
        return [claim for article in self.articles for claim in article.claims]


def read_cases(name: str) -> list[Case]:
    """The cases of ``tests/cases/<name>.md``."""
    sections = re.split(r"^## ", (CASES / f"{name}.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [read_case(section) for section in sections]


def read_case(section: str) -> Case:
    """One section below its heading mark."""
    title, _, body = section.partition("\n")
    case = Case(title.strip(), [], [])
    lines = iter(re.sub(r"\n> ?", "\n> ", "\n" + body).splitlines())
    quoted: list[str] = []
    for line in lines:
        if line.startswith("> "):
            quoted.append(line[2:])
            continue
        if quoted:
            case.articles.append(read_article(len(case.articles), " ".join(quoted)))
            quoted = []
        if line.startswith("- "):
            case.articles[-1].claims.append(read_claim(case.articles[-1].source, line[2:]))
        elif line.strip():
            case.expected.append(line.strip())
    return case


def read_article(number: int, marked: str) -> Told:
    """A text with its marks taken out and turned into mentions."""
    text, links = "", []
    place = 0
    copy, marked = marked.startswith(COPY), marked.removeprefix(COPY)
    for link in LINK.finditer(marked):
        text += marked[place : link.start()]
        links.append((len(text), link.group(1), [key.strip() for key in link.group(2).split(";")]))
        text += link.group(1)
        place = link.end()
    text += marked[place:]
    name, origin = f"{number:03}", "000" if copy else f"{number:03}"
    published = f"2024-03-{number + 1:02}"
    source = Source(id=name, file=f"{name}.txt", sha256="", text=text, published=published, origin=origin)
    told = Told(source)
    for start, words, keys in links:
        add_mention(told, source.evidence(start, start + len(words)), keys)
    return told


def add_mention(told: Told, at: Evidence, keys: list[str]) -> None:
    """One link as a mention and a naming."""
    kind, *rest = keys
    named = {key.split(" ", 1)[0]: key.split(" ", 1)[1] for key in rest if key.startswith(("of ", "by ", "titles "))}
    name = next((k for k in rest if k != "subject" and not k.startswith(("of ", "by ", "titles "))), at.exact)
    slug = name.casefold().replace(" ", "-")
    of = named.get("of")
    if kind == "weapon":
        told.weapons.append(WeaponMention(at, name, Form.NAMED))
    elif kind == "person":
        titles = tuple(title.strip() for title in named.get("titles", "").split(",") if title.strip())
        told.people.append(PersonMention(at, name, subject="subject" in rest))
        told.namings.append(
            Naming(at, Referent(f"people/{slug}", name, Kind.PERSON, of, titles), subject="subject" in rest)
        )
    else:
        party = name if kind == "state" else of
        told.parties.append(PartyMention(at, name, PartyType(kind), named.get("by", "name"), of))
        told.namings.append(Naming(at, Referent(f"organisations/{slug}", name, Kind.ORGANISATION, party)))


def read_claim(source: Source, line: str) -> ClaimMention:
    """One line of the list under a text."""
    extras = dict(EXTRA.findall(line))
    head, _, told = EXTRA.sub("", line).partition(": ")
    words, _, cue = head.rpartition(" | " if " | " in head else " ")
    proposition = place(source, told, 0)
    cue_at = place(source, cue, proposition.start, avoid=proposition)
    speaker = None if words == "-" else Pointer(place(source, words, cue_at.start, avoid=proposition), "name")
    via = (
        (Pointer(place(source, extras["via"], proposition.start, avoid=proposition), "medium"),)
        if "via" in extras
        else ()
    )
    start = min(proposition.start, cue_at.start, speaker.evidence.start if speaker else cue_at.start)
    end = max(proposition.end, cue_at.end, speaker.evidence.end if speaker else 0)
    polarity = Polarity.DENIES if "denies" in extras else Polarity.ASSERTS
    passage = source.evidence(start, end)
    denied = place(source, extras["object"], proposition.start) if "object" in extras else None
    mode = Mode.DIRECT if "direct" in extras else Mode.INDIRECT
    return ClaimMention(passage, proposition, speaker, cue, cue_at, polarity, mode, "test", via, denied)


def place(source: Source, words: str, near: int, avoid: Evidence | None = None) -> Evidence:
    """Where ``words`` stand nearest to ``near``; outside ``avoid``, where they stand there at all."""
    hits = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", source.text)]
    assert hits, f"{words!r} is not in {source.text!r}"
    outside = [hit for hit in hits if avoid is None or not avoid.start <= hit < avoid.end] or hits
    start = min(outside, key=lambda hit: (abs(hit - near), hit))
    return source.evidence(start, start + len(words))


def compile_case(case: Case, lexicon: Lexicon, model: Language) -> tuple[ClaimCard, ...]:
    """The cards of a case."""
    documents = parse_documents([article.source for article in case.articles], model)
    found = [
        Mentions(
            source=article.source,
            sentences=tuple(document.sentences()),
            parties=tuple(article.parties),
            people=tuple(article.people),
            weapons=tuple(article.weapons),
            claims=tuple(article.claims),
            lemmas=content_lemmas(document),
        )
        for article, document in zip(case.articles, documents, strict=True)
    ]
    who = Referents(naming for article in case.articles for naming in article.namings)
    return compile_claims(found, lexicon, who, (), Addresses())


def reports_in_order(case: Case, cards: tuple[ClaimCard, ...]) -> list[tuple[ClaimCard, Report]]:
    """For each claim of the case its card and its report there."""
    return [next(found for found in reports(cards) if is_report_of(found[1], claim)) for claim in case.claims]


def reports(cards: tuple[ClaimCard, ...]) -> Iterator[tuple[ClaimCard, Report]]:
    """Every report of every card."""
    yield from ((card, report) for card in cards for report in card.reports)


def is_report_of(report: Report, claim: ClaimMention) -> bool:
    """Whether a report stands for a claim of the case."""
    pointer = claim.speaker.evidence if claim.speaker else None
    return (report.proposition, report.cue_at, report.speaker_at) == (claim.proposition, claim.cue_at, pointer)


def met(expectation: str, case: Case, cards: tuple[ClaimCard, ...]) -> object:
    """What a line of expectations says, as found: equal to its right side where all is well."""
    key, _, _ = expectation.partition(":")
    found = reports_in_order(case, cards)
    verb, *numbers = key.split()
    chosen = [found[int(number) - 1] for number in numbers]
    if verb == "speaker":
        card = chosen[0][0]
        return f"one of {', '.join(card.candidates)}" if card.candidates else str(card.speaker or "nobody")
    if verb == "said":
        return str(chosen[0][1].speaker)
    if verb == "via":
        return ", ".join(chosen[0][1].via) or "nobody"
    if verb == "together":
        return "yes" if len({card.id for card, _ in chosen}) == 1 else "no"
    if verb == "polarity":
        return chosen[0][0].polarity.value
    if verb == "answers":
        linked = [str(n) for n, (card, _) in enumerate(found, 1) if card.ref in chosen[0][0].answers]
        return " ".join(linked) or "nothing"
    if verb == "restated":
        return " / ".join(evidence.exact for evidence in chosen[0][0].restated) or "nowhere"
    if verb == "name":
        return chosen[0][0].name
    raise AssertionError(f"no such expectation: {expectation}")
