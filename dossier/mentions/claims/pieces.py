"""One claim for each proposition: contents cut into clauses, quotations cut into sentences and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.mentions.claims.frames import Content
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS, lost_subject, top_of

POINTING = frozenset({"it", "that", "they", "this"})
"""Subjects of two clauses of which the second only goes on: "*They* need aid today, *they* need it tomorrow"."""
ENDS = frozenset({"!", ".", "?"})
CLIPPED = frozenset({"'re", "'s", "'ve", "n't", "n’t", "’re", "’s", "’ve"})
LEAST_WORDS = 3
"""Words below which a piece of a quotation is no statement: a name, a slogan, ``No.``"""


def split_clauses(content: Content, scene: Scene, quoted: bool = False) -> Iterator[Content]:
    """One content for each coordinated clause with a subject of its own: ``A struck, and B fired back``.

    Clauses in quotation marks are split only where ``quoted`` says so: first the whole quotation is found.
    """
    starts = [(content.run.start, content.head)]
    own: set[int] = set()
    if content.head is not None:
        starts += _own_clauses(scene.doc[content.head], content, scene, quoted)
        starts += [*_run_together(scene.doc[content.head], content)] if quoted else []
        starts += [(c.left_edge.i, c.i) for c in _further_deeds(content, scene)]
        starts += [(c.left_edge.i, c.i) for c in _set_against(scene.doc[content.head], content)]
        own = {c.i for c in _set_against(scene.doc[content.head], content) if _is_told_apart(c, scene)}
    starts = sorted({pair for pair in starts if content.run.holds(pair[0])}, key=lambda pair: pair[0])
    for (start, head), (end, _) in zip(starts, [*starts[1:], (content.run.end, None)], strict=True):
        if head not in own:  # "Oslo said P, while Madrid criticised it": Madrid's is no part of what Oslo said
            yield replace(content, run=Run(start, end), head=head)


def _own_clauses(head: Token, content: Content, scene: Scene, quoted: bool) -> Iterator[tuple[int, int]]:
    """Where each further clause with its own subject begins, and its verb."""
    for clause in head.rights:
        if not content.run.holds(clause.i) or (clause.i in scene.quoted_in and not quoted):
            continue
        if clause.dep_ == "ccomp" and (single := _single_subject(clause)) is not None:
            yield single.left_edge.i, clause.i
        if clause.dep_ != "conj":
            continue
        if _only_follows(clause):
            continue
        subject = _subject_left(clause, head)
        lost = lost_subject(clause) if subject is None else None
        if subject is not None and _says_itself(clause, subject) and not (quoted and _is_order(head)):
            yield min(subject.left_edge.i, clause.left_edge.i), clause.i
        elif lost is not None:
            yield lost.left_edge.i, clause.i
        yield from _own_clauses(clause, content, scene, quoted)


def _run_together(head: Token, content: Content) -> Iterator[tuple[int, int]]:
    """Where a clause begins that a comma alone parts from the one before: "The road is shut, the bridge is down"."""
    for first in head.lefts:
        comma = first.right_edge.i + 1
        if first.dep_ != "ccomp" or not content.run.holds(first.i) or head.doc[comma].text != ",":
            continue
        if head.doc[comma + 1].lower_ == "so":
            continue
        subjects = [next((c for c in clause.lefts if c.dep_ in SUBJECTS), None) for clause in (first, head)]
        pointing = all(c is not None and c.lower_ in POINTING for c in subjects)  # "It is one thing, it is another"
        if None not in subjects and not pointing and all(c.i > comma for c in head.lefts if c.dep_ in SUBJECTS):
            yield from _run_together(first, content)
            yield comma + 1, head.i


def _subject_left(clause: Token, head: Token) -> Token | None:
    lefts = [c for verb in [clause, *clause.lefts] for c in verb.lefts]
    return next((c for c in lefts if c.dep_ in SUBJECTS and head.i < c.i < clause.i), None)


def _single_subject(clause: Token) -> Token | None:
    """A subject read as the second of two: "Oslo faces raids *and Riga faces* floods" is not "raids and Riga face"."""
    noun = lost_subject(clause)
    speaks_of_one = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in [clause, *clause.lefts])
    return noun if noun is not None and noun.dep_ == "conj" and speaks_of_one else None


def _only_follows(clause: Token) -> bool:
    """Whether a clause tells what follows from the one before: "It began years ago, *so* we are ready"."""
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else clause
    return any(c.lower_ == "so" for c in clause.lefts) or before.lower_ == "so"


def _says_itself(clause: Token, subject: Token) -> bool:
    """Whether a clause has a verb that says it: no for ``two were killed and *five wounded*``."""
    helped = any(c.dep_ in {"aux", "auxpass"} for c in clause.lefts)
    gapped = clause.tag_ == "VBN" and _is_bare_number(subject)
    return helped or not (clause.tag_ == "VBG" or gapped)


def _is_bare_number(subject: Token) -> bool:
    """Whether a subject counts what was named before: ``more than 340``."""
    return subject.pos_ == "NUM" or subject.tag_ == "CD"


def _is_order(head: Token) -> bool:
    """Whether a quoted clause only tells to do something, and what follows belongs to it: "Open it, and you'll see"."""
    return not any(c.dep_ in SUBJECTS for c in head.lefts)


def _further_deeds(content: Content, scene: Scene) -> Iterator[Token]:
    """``…, who also handed a letter``: a relative clause that adds a deed, not one that tells who is meant."""
    for token in scene.doc[content.run.start : content.run.end]:
        if token.dep_ != "relcl" or token.left_edge.lower_ not in {"who", "which"}:
            continue
        last = content.run.end - token.right_edge.i <= 2
        if last and any(c.lower_ == "also" for c in token.lefts) and scene.doc[token.left_edge.i - 1].text == ",":
            yield token


def _set_against(head: Token, content: Content) -> Iterator[Token]:
    """``The tanks had pulled back, while drones went on circling``: a last clause that only stands beside the first."""
    for clause in head.rights:
        if clause.dep_ != "advcl" or not content.run.holds(clause.i) or content.run.end - clause.right_edge.i > 2:
            continue
        mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
        beside = mark is not None and mark.lower_ in {"while", "whereas"} and head.doc[mark.i - 1].text == ","
        if beside and any(c.dep_ in SUBJECTS for c in clause.lefts):
            yield clause


def _is_told_apart(clause: Token, scene: Scene) -> bool:
    """Whether a clause has a reporting verb and a named speaker of its own: ``while *Madrid criticised* the plan``."""
    named = any(c.dep_ in SUBJECTS and (c.i in scene.parties or c.i in scene.people) for c in clause.lefts)
    return named and clause.lemma_.casefold() in scene.words.verbs


def statements(run: Run, scene: Scene) -> Iterator[Run]:
    """A stretch cut where a sentence ends inside its quotation, and where a quoted clause has its own subject."""
    starts = [run.start]
    starts += [
        token.i for token in scene.doc[run.start + 1 : run.end] if token.is_sent_start and token.i in scene.quoted_in
    ]
    contents = [Content(piece, top_of(scene.doc, piece), "") for piece in _between(starts, run.end)]
    cuts = {c.run.start for content in contents for c in split_clauses(content, scene, quoted=True)}
    begin = run.start
    for piece in _between(sorted(cuts), run.end):
        sentence = next((start for start in starts if start > piece.end), run.end)
        rest = Run(piece.end, run.end if piece.end in starts else sentence)  # "…, and they fired." is no statement
        whole = Run(begin, piece.end)
        if piece.end == run.end or (is_statement(whole, scene) and is_statement(rest, scene)):
            yield whole
            begin = piece.end


def is_question(run: Run, scene: Scene) -> bool:
    """Whether a quoted piece only asks: ``Ann, do we want them to lose?``; ``It is late, isn't it?`` asserts."""
    words = [t for t in scene.doc[run.start : run.end] if t.is_alpha and t.dep_ != "cc"]
    while len(words) > 1 and words[0].pos_ == "PROPN" and words[1].i == words[0].i + 2 and words[0].nbor().text == ",":
        words.pop(0)
    ends = [t for t in scene.doc[run.start : run.end] if t.text not in {'"', "'", "''", "``", ","} and not t.is_space]
    asks = bool(words) and (words[0].tag_ in {"MD", "WP", "WRB", "WDT"} or words[0].pos_ == "AUX")
    return asks and bool(ends) and ends[-1].text == "?"


def is_statement(run: Run, scene: Scene) -> bool:
    """Whether a stretch has a verb and some words: ``No.`` is none, ``That's progress of a kind`` is one."""
    tokens = scene.doc[run.start : run.end]
    words = [t for t in tokens if t.is_alpha or t.lower_ in CLIPPED]
    while words and words[-1].dep_ == "cc":
        words.pop()
    long = sum(t.is_alpha for t in words) >= LEAST_WORDS
    whole = bool(words) and not (_is_elliptical(words[-1]) and tokens[-1].text not in ENDS)
    return long and whole and any(_can_state(t) for t in tokens)


def only_leads(left: Run, scene: Scene) -> bool:
    """``"If they come," he said, "we will fight."``: a clause that only leads to what is said."""
    words = [t for t in scene.doc[left.start : left.end] if t.is_alpha or t.text == ","]
    inner = words[:-1] if words and words[-1].text == "," else words
    return bool(inner) and inner[0].lower_ in LEADING and all(t.text != "," for t in inner)


LEADING = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "though", "unless", "until", "when", "while"}
)


def _can_state(verb: Token) -> bool:
    """Whether a verb may make a statement or an order: no for ``To break the siege``, yes for ``for Oslo to pay``."""
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    bare = to and not any(c.dep_ in SUBJECTS for c in verb.lefts)
    return verb.pos_ in {"VERB", "AUX"} and verb.tag_ != "VBG" and not bare


def _is_elliptical(last: Token) -> bool:
    """Whether words break off where an earlier clause says the rest: ``but we haven't, and``."""
    return (last.pos_ == "AUX" and last.lemma_ != "be") or last.dep_ == "neg" or last.tag_ == "TO"


def _between(starts: Sequence[int], end: int) -> Iterator[Run]:
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        yield Run(start, stop)
