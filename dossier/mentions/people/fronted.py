"""Apposition in front of a name: "The commander-in-chief of Ukraine's army, Valery Zaluzhny, said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.people.appositions import LONGEST
from dossier.mentions.people.stage import Scene, counterpart, readings, with_antecedent
from dossier.mentions.people.titles import Title
from dossier.mentions.people.windows import is_head, window_before
from dossier.model import PersonMention, Reading

PLACE = 4
"""Tokens of the longest place that stands behind an office: "in the Central Republic"."""

OPENINGS = frozenset({"after", "and", "as", "but", "by", "from", "when", "while", "with"})
"""Words after which an apposition in front of a name begins: "according to its spokesman, Yuriy Melnik"."""


def before_comma(scene: Scene, person: PersonMention, place: tuple[int, int]) -> Iterator[Reading]:
    """Apposition before the name: "The commander-in-chief of Ukraine's army, Valery Zaluzhny, said"."""
    doc, comma = scene.paragraph.doc, before_rank(scene, place[0]) - 1
    skipped = scene.lexicon.people.rank_words | {"air", "field", "retired", "vice", ""}
    while comma > 0 and all(part.strip(".") in skipped for part in doc[comma].lower_.split("-")):
        comma -= 1
    if doc[comma].text != "," and (between := scene.title(*window_before(scene, place[0]))) is not None:
        comma = between.first - 1
        if doc[opening(scene, comma) - 1].pos_ == "ADP":
            return
    following = doc[place[1]] if place[1] < len(doc) else None
    listed = comma < place[0] - 1 and following is not None and following.lower_ == "and"
    if comma < 2 or doc[comma].text != "," or not (closes(following) or listed):
        return
    opens = opening(scene, comma)
    if fronted(scene, opens, place[1]) or governed(scene, opens, place[1]):
        return
    if behind_untitled(scene, opens):
        return
    title = scene.title(opens, comma)
    if title is None or not reaches(scene, title, comma):
        title = owned(scene.title(*window_before(scene, comma)))
    if title is not None and title.value == "counterparts":
        return
    if title is not None and title.value == "counterpart":
        yield from counterpart(scene, person, title, (title.first, place[1]))
    elif title is not None and not title.plural and reaches(scene, title, comma):
        title = with_antecedent(scene, title)
        yield from readings(scene, place, title, scene.evidence(title.first, place[1]), "in apposition before the name")


def before_rank(scene: Scene, name: int) -> int:
    """Where a rank of several words right before a name begins, else the name: "the chief, *Air Chief Marshal* X"."""
    doc, ranks = scene.paragraph.doc, scene.lexicon.people.ranks
    sizes = (n for n in (3, 2) if n < name and doc[name - n : name].text.casefold() in ranks)
    return name - next(sizes, 0)


def behind_untitled(scene: Scene, opens: int) -> bool:
    """Whether what stands before the comma tells who somebody before it is: "Jan Lis, *a minister*, Ann Hale and …".

    Not where that one's office stands before a comma too: "the Polish minister, Jan Lis, *the Dutch minister*, X".
    """
    if opens < 2 or scene.paragraph.doc[opens - 1].text != ",":
        return False
    other = next((p for p in scene.people if ends_at(scene, p, opens - 1)), None)
    place = scene.tokens(other.evidence) if other is not None else None
    return other is not None and place is not None and next(before_comma(scene, other, place), None) is None


def fronted(scene: Scene, opens: int, past: int) -> bool:
    """Whether the phrase only says who says so: "According to the *organiser*, Putin will not be invited"."""
    doc = scene.paragraph.doc
    says = opens > 1 and [t.lower_ for t in doc[opens - 2 : opens]] == ["according", "to"]
    return says and past < len(doc) and doc[past].pos_ in {"VERB", "AUX"}


def governed(scene: Scene, opens: int, past: int) -> bool:
    """Whether a phrase in front only tells with whom: "At his first talks *with the Polish premier*, Harlow will …"."""
    doc = scene.paragraph.doc
    fronts = opens > 1 and doc[opens - 1].pos_ == "ADP" and doc[opens - 1].lower_ not in {"as", "to", "by"}
    return fronts and past < len(doc) and doc[past].pos_ in {"VERB", "AUX"}


def owned(title: Title | None) -> Title | None:
    """A title of somebody's: "under the chief *of the GUR*, X"; a bare "his brother, X" tells no office."""
    return title if title is not None and title.of is not None else None


def reaches(scene: Scene, title: Title, comma: int) -> bool:
    """Whether a title goes up to the comma, or to the place of its office: "the head of the UN office *in Chad*, X"."""
    past = before_brackets(scene, comma)
    rest = scene.paragraph.doc[title.past : past]
    placed = 1 < len(rest) <= PLACE and rest[0].lower_ == "in" and rest[-1].pos_ == "PROPN"
    return title.past >= past or placed


def before_brackets(scene: Scene, past: int) -> int:
    """Where a phrase that ends before token ``past`` ends without a closing pair of brackets: "agency (HAG),"."""
    doc = scene.paragraph.doc
    if doc[past - 1].text != ")":
        return past
    return next((t.i for t in reversed(list(doc[max(0, past - 8) : past])) if t.text == "("), past)


def ends_at(scene: Scene, person: PersonMention, token: int) -> bool:
    """Whether a name ends right before ``token``: what follows the comma there is said of that person."""
    span = scene.tokens(person.evidence)
    return span is not None and span[1] == token


def closes(token: Token | None) -> bool:
    """Whether an apposition in front of a name is closed after it: by a comma, a stop or a verb."""
    return token is None or token.text in {",", ".", ";", "(", ")", '"'} or token.pos_ in {"VERB", "AUX"}


def opening(scene: Scene, comma: int) -> int:
    """Where the phrase before ``comma`` begins, or in it whoever the office is of: "the boss *Ari Lund's* deputy"."""
    doc, opens = scene.paragraph.doc, beginning(scene, comma)
    spans = [span for p in scene.people if (span := scene.tokens(p.evidence)) is not None]
    owners = [start for start, end in spans if opens < start and end < comma and doc[end].tag_ == "POS"]
    return max(owners, default=opens)


def beginning(scene: Scene, comma: int) -> int:
    """Where the phrase before ``comma`` begins: after a comma, a verb, or at the sentence's start."""
    doc = scene.paragraph.doc
    start = doc[comma].sent.start
    depth = 0
    for token in reversed(list(doc[max(start, comma - LONGEST) : comma])):
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0 or (depth == 0 and token.text == "("):
            continue
        if token.text in {",", ";", ":", '"', "("} or token.pos_ in {"VERB", "AUX", "SCONJ"}:
            return token.i + 1
        if token.lower_ == "and" and is_head(scene, doc[token.i - 1]) and scene.title(token.i + 1, comma):
            continue
        if token.lower_ in OPENINGS or (token.lower_ == "to" and doc[token.i - 1].lower_ == "according"):
            return token.i + 1
    return start
