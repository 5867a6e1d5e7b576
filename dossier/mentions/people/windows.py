"""The words right before a name that may be its title, and lists of names that share one."""

from __future__ import annotations

from operator import itemgetter

from spacy.tokens import Doc, Token

from dossier.mentions.people.pieces import JOINTS, is_hyphen
from dossier.mentions.people.stage import Scene
from dossier.model import PartyMention

INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM", "X"})
"""Parts of speech within a title before a name; "'s" is a PART."""

NO_TITLE = frozenset(
    {",", ".", ";", ":", ")", "(", "[", "]", "--", "—", "–", '"', "who", "which", "that", "whose", "and", "but"}
)
"""What no title contains; "and" only between two offices."""


POINTERS = frozenset({"a", "an", "that", "the", "this"})

WITHIN = {"in": "chief", "under": "secretar"}
"""Prepositions that are inside a title only before one word: "commander in chief", "under secretary"."""

BRACKET = 6
"""Tokens of the longest bracket that may stand inside a title."""

CHAIN = 6
"""Prepositions in the longest title before a name: "head of the bureau of the House of Deputies of the Diet of X"."""


def window_before(scene: Scene, name: int) -> tuple[int, int]:
    """The tokens before a name that may be its title.

    Over "of" only from an office: "head of the council X", "President of the Republic of Zambia X".
    """
    doc = scene.paragraph.doc
    first = settled = phrase_start(scene, name)
    if first == name:
        return name, name
    for _ in range(CHAIN):
        if first < 2 or doc[first - 1].lower_ not in POINTERS | JOINTS:
            break
        joint = first - 1
        while joint > 0 and doc[joint].lower_ in POINTERS:
            joint -= 1
        earlier = phrase_start(scene, joint)
        inner = is_whole(scene, joint, first, name) and not serves_office(scene, joint, first, name)
        if doc[joint].lower_ not in JOINTS or earlier == joint or inner:
            break
        first = earlier
        if is_head(scene, doc[joint - 1]):
            settled = first
    return settled, name


def is_whole(scene: Scene, joint: int, first: int, name: int) -> bool:
    """Whether what stands behind a preposition is an office by itself, and not the end of a chamber's name.

    "the president of *the Council of Ministers of Norland* X" is no minister's president.
    """
    title, doc = scene.title(first, name), scene.paragraph.doc
    if title is None:
        return False
    chamber = doc[joint].lower_ == "of" and doc[joint - 1].text.istitle() and not is_head(scene, doc[joint - 1])
    return not (title.plural and chamber)


def serves_office(scene: Scene, joint: int, first: int, name: int) -> bool:
    """Whether a name stands behind its own post with an office: "adviser *to the mayor of Lutsk* Petro Bilyk".

    The office has its place behind "of", as such copy writes; "an aide to the French president Y" is an aide to Y, and
    so is whoever is named after or before a comma: "adviser to the mayor of Lutsk Y, Petro Bilyk".
    """
    doc = scene.paragraph.doc
    serving = joint > 0 and doc[joint].lower_ == "to" and doc[joint - 1].lower_ in scene.lexicon.people.personal
    if not serving or doc[joint + 1].lower_ != "the" or not any(t.lower_ == "of" for t in doc[first:name]):
        return False
    spans = [span for p in scene.people if (span := scene.tokens(p.evidence))]
    if any(
        doc[span[1]].text == "," and not {",", "."} & {t.text for t in doc[span[1] + 1 : joint]}
        for span in spans
        if span[1] < joint
    ):
        return False
    past = next((span[1] for span in spans if span[0] == name), name)
    return not any(span[0] == past + 1 and doc[past].text == "," for span in spans)


def phrase_start(scene: Scene, past: int) -> int:
    """Where the run of nouns and adjectives that ends before token ``past`` begins."""
    doc, first, people = scene.paragraph.doc, past, scene.lexicon.people
    sentence = doc[past - 1].sent.start if past > 0 else 0
    names = [scene.tokens(p.evidence) for p in scene.people]
    taken = {i for span in names if span for i in range(*span)}
    while first > sentence:
        token = doc[first - 1]
        if token.text == ")" and (opened := opening_bracket(doc, first - 1)) > sentence:
            first = opened
            continue
        if token.text == '"' and (opened := opening_quote(doc, first - 1)) > sentence:
            first = opened
            continue
        plain = token.lower_
        if plain in WITHIN and not after_hyphen(doc, first).startswith(WITHIN[plain]):
            break
        listed = plain in people.modifiers or plain in people.praise or plain in people.title_words
        listed = listed and token.tag_ != "VBD"  # "the king *appointed* X"
        hyphen = token.text == "-" and first < past and not token.whitespace_
        named = all(t.lower_.rstrip(".") in people.honorifics for t in doc[first:past])  # "the president and Mr. Kim"
        joint_office = plain == "and" and not named and first > 1 and is_head(scene, doc[first - 2])
        compound = is_hyphen(scene.paragraph, first - 2)  # "longest-SERVING leader"
        compound = compound or (first < past and is_hyphen(scene.paragraph, first))
        linked = compound or joint_office or (first < past and joins_body(scene, token))
        if first - 1 in taken or not (token.pos_ in INSIDE or listed or hyphen or linked):
            break
        if token.text in NO_TITLE and not linked:
            break
        first -= 1
    return first


def after_hyphen(doc: Doc, at: int) -> str:
    """The word at a token, a hyphen before it left out: "commander in *chief*", "commander-in-*chief*"."""
    at += at < len(doc) and doc[at].text == "-"
    return doc[at].lower_ if at < len(doc) else ""


def joins_body(scene: Scene, token: Token) -> bool:
    """Whether "and" stands inside a body's name: "secretary of the Security Council *and* Defence of Norland"."""
    doc = scene.paragraph.doc
    if token.lower_ != "and" or not 0 < token.i < len(doc) - 1:
        return False
    after = doc[token.i + 1]
    return doc[token.i - 1].text in scene.lexicon.parties.nouns and after.text.istitle() and not is_head(scene, after)


def opening_bracket(doc: Doc, closing: int) -> int:
    """The token that opens a short bracket, 0 where none does: "ex-president of Poland *(*1995-2005) Jan Lis"."""
    return next((t.i for t in reversed(list(doc[max(0, closing - BRACKET) : closing])) if t.text == "("), 0)


def opening_quote(doc: Doc, closing: int) -> int:
    """The token that opens a short name in quotation marks: 'head of the *"*Come Back" fund Jan Lis'."""
    inside = doc[max(0, closing - BRACKET) : closing]
    opened = next((t.i for t in reversed(list(inside)) if t.text == '"'), 0)
    named = opened > 0 and doc[opened + 1].text[0].isupper() and doc[opened - 1].lower_ in POINTERS | JOINTS
    return opened if named and closing > opened + 1 else 0


def is_head(scene: Scene, token: Token) -> bool:
    """Whether a token ends the name of an office: "minister", "chiefs"."""
    plain = scene.lexicon.spelling.canonical(token.text).casefold()
    people = scene.lexicon.people
    if token.i > 0 and f"{token.nbor(-1).lower_} {plain}" in people.heads:
        return True
    return plain in people.heads or plain.removesuffix("s") in people.heads or plain in {"staff", "chief", "men", "in"}


def list_head(scene: Scene, place: tuple[int, int]) -> int | None:
    """The first token of the first name in a list that this one ends: Putin's in "presidents Putin and Xi"."""
    doc = scene.paragraph.doc
    spans = sorted(s for s in (scene.tokens(p.evidence) for p in scene.people) if s is not None)
    first = place[0]
    for start, past in reversed([s for s in spans if s[1] <= place[0]]):
        if all(t.text in {",", "and"} for t in doc[past:first]) and past < first:
            first = start
    return first if first != place[0] else None


def shares_title(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether another name follows, so that a title in the plural is each one's."""
    doc = scene.paragraph.doc
    return place[1] < len(doc) and doc[place[1]].text in {",", "and"}


def shared_among(scene: Scene, place: tuple[int, int]) -> tuple[tuple[int, int], PartyMention] | None:
    """The title and the body that fall to a name of a list: "the foreign ministers of *Norway* and Chile, *X* and Y".

    The tokens of the title without its bodies, and the body that stands where the name stands in its list.
    """
    doc, head = scene.paragraph.doc, list_head(scene, place) or place[0]
    if head < 4 or doc[head - 1].text != ",":
        return None
    bodies = [(span, p) for p in scene.parties if (span := scene.tokens(p.evidence))]
    spans = sorted(bodies, key=itemgetter(0))  # two parties may share a token: "U.S.-Russia"
    owners: list[tuple[tuple[int, int], PartyMention]] = []
    edge = head - 1
    for span, party in reversed([row for row in spans if row[0][1] <= edge]):
        if span[1] != edge and not all(t.lower_ in {",", "and", "the"} for t in doc[span[1] : edge]):
            break
        owners.insert(0, (span, party))
        edge = span[0]
    names = sorted(s for s in (scene.tokens(p.evidence) for p in scene.people) if s is not None and s[0] >= head)
    listed = [names[0]] if names else []
    for span in names[1:]:
        if all(t.text in {",", "and"} for t in doc[listed[-1][1] : span[0]]):
            listed.append(span)
    of = owners[0][0][0] - 1 if owners else 0
    if doc[of].lower_ == "the":
        of -= 1
    if len(owners) < 2 or len(owners) != len(listed) or doc[of].lower_ != "of" or place not in listed:
        return None
    return (phrase_start(scene, of), of), owners[listed.index(place)][1]
