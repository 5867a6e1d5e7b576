"""What stands behind a name at a distance: apposition, and clauses such as "who heads Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.mentions.people.heads import FIELD, RANKS
from dossier.mentions.people.pieces import ARTICLES, JOINTS, Piece, read_pieces
from dossier.mentions.people.stage import Scene, readings, says_what_stands_before, with_antecedent
from dossier.mentions.people.tails import read_tail
from dossier.mentions.people.titles import Title
from dossier.mentions.people.windows import is_head, window_before
from dossier.model import Evidence, PartyType, Reading

STOPS = frozenset({",", ".", ";", ":", ")", "(", "--", "—", "–", '"', "who", "which", "that", "whose", "and", "but"})
"""Where an apposition ends; "and" only where no body's name runs over it."""

BRACKETS = {"(": ")", "[": "]"}
"""Each opening bracket with its closing one."""

SERVES = frozenset({"acts", "serves", "served", "worked", "works"})
"""Verbs whose "as" leads to an office: "who served as ambassador"."""

HAVE = frozenset({"had", "has"})
MISSIONS = frozenset({"delegation", "delegations", "negotiations", "talks", "team"})
"""What somebody once led and has no office in: "who led the Norwegian *delegation*"."""

AWAY = 7
"""Tokens between "who" and the verb: ", who *in the past had* served as police chief"."""

NOWADAYS = frozenset({"currently", "formerly", "now", "once", "previously", "until"})
"""Words that lead to another time's office: "a former UN inspector *now* at the institute"."""

UNDER = frozenset({"after", "before", "during", "under"})
"""Prepositions that lead from an office to the one in whose time it was: "a diplomat *under* President Milton"."""

SEAT = re.compile(r"[DIR]-[A-Z]")
"""How a member of Congress's party and state stand behind the name: "Adam Hale, *D-Calif*., chairman of …"."""

LONGEST = 22
"""Tokens of the longest apposition that is read: "deputy head of the … department of the … ministry of …"."""


def after_name(scene: Scene, place: tuple[int, int], *, titled: bool) -> Iterator[Reading]:
    """Apposition or clause after the name: ", a spokesperson for …", ", who heads …", "is the head of …"."""
    doc, at = scene.paragraph.doc, place[1]
    yield from after_list(scene, place)
    if at < len(doc) and doc[at].text in BRACKETS:
        closing = next((t.i for t in doc[at : at + 8] if t.text == BRACKETS[doc[at].text]), at)
        title = scene.title(at + 1, closing)
        if title is not None and title.past == closing and not title.plural:
            yield from readings(scene, place, title, scene.evidence(place[0], closing), "in apposition")
        at = closing + 1
    if at + 1 >= len(doc):
        return
    if doc[at].text in {",", "--", "–", "—"}:
        at += 1
        if doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
            at += 2
        elif SEAT.match(doc[at : at + 3].text):
            at = next((t.i + 1 for t in doc[at : at + 6] if t.text == ","), at)
        yield from clause_after(scene, place, at, titled=titled)
    elif doc[at].lower_ in {"is", "remains"} and doc[at + 1].lower_ in {"the", "a", "an", "also"}:
        yield from phrase_after(scene, place, at + 1, "is")


def after_list(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """What follows a list of names and is said of each: "Ilan Sor and Petro Bilyk, *two Moldovan oligarchs*"."""
    doc, past, others = scene.paragraph.doc, place[1], False
    starts = {span[0]: span[1] for p in scene.people if (span := scene.tokens(p.evidence))}
    others = any(
        span[1] == place[0] - 1 and doc[span[1]].lower_ == "and" for span in map(scene.tokens, names(scene)) if span
    )
    while past + 1 < len(doc) and doc[past].lower_ in {",", "and"} and past + 1 in starts:
        past, others = starts[past + 1], True
    if not others or past + 1 >= len(doc) or doc[past].text != ",":
        return
    first = past + 1
    while first < len(doc) and (doc[first].lower_ in {"both", "the", "all"} or doc[first].like_num):
        first += 1
    end = phrase_end(scene, first)
    title = scene.title(first, end) if end > first else None
    if title is not None and title.plural and title.past == end:
        yield from readings(scene, place, title, scene.evidence(place[0], end), "in apposition")


def names(scene: Scene) -> list[Evidence]:
    """Where people are named in the paragraph."""
    return [person.evidence for person in scene.people]


def clause_after(scene: Scene, place: tuple[int, int], at: int, *, titled: bool) -> Iterator[Reading]:
    """What begins at token ``at``, after a comma."""
    doc = scene.paragraph.doc
    if at < len(doc) and doc[at].lower_ == "who":
        verb = next((t for t in doc[at + 1 : at + AWAY] if t.pos_ in {"VERB", "AUX"} and t.lower_ not in HAVE), None)
        if verb is not None and verb.lower_ in scene.lexicon.people.does:
            yield from deed_after(scene, place, verb)
        elif verb is not None and verb.lower_ in {"is", "was"}:
            yield from phrase_after(scene, place, verb.i + 1, "who is")
        elif verb is not None and verb.lower_ in SERVES and [t.lower_ for t in doc[verb.i + 1 : verb.i + 2]] == ["as"]:
            yield from once(scene, place, verb)
        return
    past = phrase_end(scene, at)
    if says_what_stands_before(scene, place, past):
        return
    yield from phrase_after(scene, place, at, "in apposition", titled=titled)
    if at < past < len(doc) and doc[past].lower_ == "who" and not begins_with_name(scene, at):
        yield from clause_after(scene, place, past, titled=titled)


def once(scene: Scene, place: tuple[int, int], verb: Token) -> Iterator[Reading]:
    """What somebody works as, or had been: ", who in the past *had served as* police chief", is a former one."""
    done = verb.lower_ == "served" and not any(t.lower_ == "has" for t in verb.children)
    for reading in phrase_after(scene, place, verb.i + 2, "who is"):
        former = done and "former" not in reading.value.split()
        yield replace(reading, value=f"former {reading.value}") if former else reading


def deed_after(scene: Scene, place: tuple[int, int], verb: Token) -> Iterator[Reading]:
    """What somebody heads, leads or commands: ", who heads the prisoners' commission", is read like a title's tail.

    "Who led *a* company" tells a deed and no office, and so does "who led the delegation".
    """
    past = phrase_end(scene, verb.i + 1)
    if past == verb.i + 1 or scene.paragraph.doc[verb.i + 1].lower_ in {"a", "an"}:
        return
    pieces = read_pieces(scene.paragraph, (verb.i + 1, past), scene.parties, scene.lexicon)
    pieces = [p for p in pieces if p.plain not in scene.lexicon.people.praise]
    if not pieces or (verb.tag_ in {"VBD", "VBN"} and pieces[-1].plain in MISSIONS):
        return
    value = scene.lexicon.people.does[verb.lower_]
    tail = read_tail([Piece("of", "of", verb.i, verb.i + 1), *pieces], value, scene.lexicon)
    if tail.body is not None or tail.words:
        evidence = scene.evidence(place[0], max(tail.past, verb.i + 1))
        yield Reading(f"{value}{tail.words}", (evidence,), "who does it", tail.body)


def phrase_after(
    scene: Scene, place: tuple[int, int], first: int, rule: str, *, titled: bool = False
) -> Iterator[Reading]:
    """The office that the phrase from token ``first`` names, up to a comma or a verb."""
    doc = scene.paragraph.doc
    while first < len(doc) and doc[first].lower_ in {"a", "an", "the", "also", "one", "now", "then", "of"}:
        if doc[first].lower_ == "then":
            break
        first += 1
    past = phrase_end(scene, first)
    if past <= first or begins_with_name(scene, first) or goes_on(scene, first):
        return
    kin = kinship(scene, place, first, rule)
    if kin is not None:
        yield kin
        return
    if past + 1 < len(doc) and doc[past].text == "and" and doc[past + 1].lower_ in {"a", "an", "the"}:
        yield from phrase_after(scene, place, past + 1, rule)
    title = scene.title(first, past) or specialist(scene, first, past)
    if title is None and (rank := ranked(scene, first, past)) is not None:
        yield Reading(rank[0], (scene.evidence(place[0], rank[2]),), rule, rank[1])
    if title is not None and (belongs_to_next(scene, first, past, titled) or is_parent(title, scene)):
        return
    title = serving(scene, title, past) if title is not None else None
    if title is not None and not title.plural and not title.value.endswith("counterpart"):
        title = with_antecedent(scene, title)
        yield from readings(scene, place, title, scene.evidence(place[0], max(title.past, place[1])), rule)


def is_parent(title: Title, scene: Scene) -> bool:
    """Whether somebody only has children: "is the married *father of two daughters*"."""
    head, of, _ = title.value.partition(" of ")
    return bool(of) and title.of is None and head.split()[-1] in scene.lexicon.people.kin


def serving(scene: Scene, title: Title, past: int) -> Title:
    """Whom somebody serves, where his own title stands between: "an adviser *to President Bill Clinton*"."""
    value, to, office = title.value.rpartition(" to ")
    person = next((p for p in scene.people if scene.starts_at(p, past)), None)
    if person is not None and (title.of or "").casefold().rpartition(" ")[2] in scene.lexicon.people.heads:
        return replace(title, of=person.name)  # "spokesman for *House Speaker* Jan Lund"
    if not to or person is None or title.of is not None or office not in scene.lexicon.people.offices:
        return title
    return replace(title, values=(value,), of=person.name)


def goes_on(scene: Scene, first: int) -> bool:
    """Whether a list goes on, and nothing is said of the name before: "Minister X, *as well as* Minister Y"."""
    words = [t.lower_ for t in scene.paragraph.doc[first : first + 3]]
    return words == ["as", "well", "as"] or words[:2] in (["along", "with"], ["together", "with"])


def ranked(scene: Scene, first: int, past: int) -> tuple[str, str | None, int] | None:
    """A high rank, whose it is, and where that ends: "a colonel *of the Russian army*", "a *retired* US general"."""
    pieces = read_pieces(scene.paragraph, (first, past), scene.parties, scene.lexicon)
    owners = [p for p in pieces if p.party is not None and p.party.type in {PartyType.ARMY, PartyType.STATE}]
    words = [p.plain for p in pieces if p.party is None and p.plain not in ARTICLES]
    served = any(p.party is not None and p.party.type is PartyType.ARMY for p in owners)
    former = "retired" in words or "former" in words
    rank = " ".join(w for w in words if w not in JOINTS and w not in scene.lexicon.people.modifiers - {"general"})
    rank = rank.removeprefix("four-star ")
    if not owners and "retired" in words and rank in RANKS:
        return f"retired {rank}", None, pieces[-1].past
    if len(owners) != 1 or rank not in (RANKS | FIELD if served else RANKS) or owners[0].party is None:
        return None
    return (f"former {rank}" if former else rank), owners[0].party.name, pieces[-1].past


def belongs_to_next(scene: Scene, first: int, past: int, titled: bool) -> bool:
    """Whether the whole phrase is the title of the next name of a list: ", President of the Union of Comoros X".

    Beside a name that is ``titled`` before it, also over a comma: "the Chilean minister, X, Indian minister, Dr Y".
    """
    names = {span[0] for p in scene.people if (span := scene.tokens(p.evidence))}
    if past in names:
        return window_before(scene, past)[0] <= first
    if not titled or past + 1 >= len(scene.paragraph.doc) or scene.paragraph.doc[past].text != ",":
        return False
    skipped = scene.lexicon.people.rank_words
    name = next((t for t in scene.paragraph.doc[past + 1 : past + 4] if t.lower_.strip(".") not in skipped), None)
    return name is not None and name.i in names


def specialist(scene: Scene, first: int, past: int) -> Title | None:
    """An office cut by what its holder does: "a lead analyst *specialising in missiles* at the Nordic Institute"."""
    doc = scene.paragraph.doc
    cut = next((t.i for t in doc[first + 1 : past] if t.tag_ == "VBG" and is_head(scene, doc[t.i - 1])), None)
    title = scene.title(first, cut) if cut is not None else None
    if cut is None or title is None:
        return title
    end = next((t.i for t in doc[cut : cut + LONGEST] if t.text in {",", ".", ";", '"'}), past)
    at = next((t.i for t in doc[cut:end] if t.lower_ in {"at", "with"}), None)
    if title.of is not None or at is None:
        return title
    tail = read_tail(read_pieces(scene.paragraph, (at, end), scene.parties, scene.lexicon), title.value, scene.lexicon)
    return replace(title, of=tail.body, past=tail.past) if tail.body is not None else title


def kinship(scene: Scene, place: tuple[int, int], first: int, rule: str) -> Reading | None:
    """Whom somebody is related to: "the powerful sister of North Korean leader Kim Jong Un"."""
    doc = scene.paragraph.doc
    kin = next((t for t in doc[first : first + 4] if t.lower_ in scene.lexicon.people.kin), None)
    if kin is None or kin.i + 1 >= len(doc) or doc[kin.i + 1].lower_ != "of":
        return None
    for person in scene.people:
        span = scene.tokens(person.evidence)
        if span is not None and kin.i < span[0] < first + LONGEST:
            return Reading(kin.lower_, (scene.evidence(place[0], span[1]),), rule, person.name)
    return None


def begins_with_name(scene: Scene, token: int) -> bool:
    """Whether another person stands at ``token``: a list of names is no apposition."""
    spans = [scene.tokens(p.evidence) for p in scene.people]
    return any(span is not None and span[0] <= token < span[1] for span in spans)


def phrase_end(scene: Scene, first: int) -> int:
    """Where the phrase that begins at ``first`` ends: at punctuation, a relative, a verb, or another person."""
    doc = scene.paragraph.doc
    held = {i for p in scene.parties if (span := scene.tokens(p.evidence)) for i in range(*span)}
    people = {span[0] for p in scene.people if (span := scene.tokens(p.evidence))}
    for token in doc[first : first + LONGEST]:
        if token.i in held or second_office(scene, token) or inside_body(scene, token):
            continue
        if token.i > first and token.lower_ in NOWADAYS:
            return token.i
        if token.text in STOPS or (token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}):
            return token.i
        if token.i in people:
            under = next((t.i for t in doc[first : token.i] if t.lower_ in UNDER), first)
            return token.i if any(t.lower_ in JOINTS for t in doc[first : token.i]) else under
        if token.i > first and token.is_sent_start:
            return token.i
    return min(len(doc), first + LONGEST)


def inside_body(scene: Scene, token: Token) -> bool:
    """Whether "and" stands inside a body's name: "the Asian *and* Oceanian Affairs Bureau"."""
    doc = scene.paragraph.doc
    if token.lower_ != "and" or not 0 < token.i < len(doc) - 1:
        return False
    if joins_fields(scene, token):
        return True
    name = doc[token.i - 1 : token.i + 6]
    run = [t for at, t in enumerate(name) if all(w.text[0].isupper() or w.i == token.i for w in name[: at + 1])]
    nouns = scene.lexicon.parties.nouns | scene.lexicon.people.eponyms
    return any(t.i > token.i and t.text in nouns for t in run)


def joins_fields(scene: Scene, token: Token) -> bool:
    """Whether "and" joins what an office deals with: "head of the news *and* media section"."""
    doc, after = scene.paragraph.doc, scene.paragraph.doc[token.i + 1]
    left = doc[token.i - 1]
    if not all(t.pos_ in {"NOUN", "ADJ"} and t.text.islower() and not is_head(scene, t) for t in (left, after)):
        return False
    tied = any(t.lower_ in {"of", "for"} for t in doc[max(0, left.i - 4) : left.i])
    return tied and (
        left.head == after.head
        or after.head == left
        or left.is_ancestor(after)
        or after.is_ancestor(left)
        or after.head.head == left
    )


def second_office(scene: Scene, token: Token) -> bool:
    """Whether "and" joins another office: "Qatar's prime minister and foreign minister, flew home"."""
    doc = scene.paragraph.doc
    if token.lower_ != "and" or not 0 < token.i < len(doc) - 1 or not is_head(scene, doc[token.i - 1]):
        return False
    if doc[token.i + 1].lower_ in {"a", "an", "the"}:
        return False
    following = next((t.i for t in doc[token.i + 1 : token.i + 5] if t.text in {",", ".", "at", "of", "who"}), None)
    return following is not None and is_head(scene, doc[following - 1])
