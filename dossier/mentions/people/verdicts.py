"""Whether a run of capitalised words is a person: what speaks against it, and what for it."""

from __future__ import annotations

import re

from dossier.documents import Paragraph
from dossier.lexicon import Lexicon
from dossier.lexicon.people import PeopleWords
from dossier.mentions.people.runs import Run

THING_AFTER = re.compile(
    r"(?:'s?)?(?: administration\b| government\b| regime\b|-class\b|-era\b| doctrine\b|-led government\b"
    r"| (?:air ?base|airfield|airport|bridge|district|highway|hospital|mosque|prison|square|stadium|university)\b)"
)
"""What makes the name before it a thing's: "the Assad regime", "an Arleigh Burke-class destroyer"."""

CREDIT_AFTER = re.compile(r" ?/ ?[A-Z]")
"""What follows a photographer's name in a credit: "(Omar Rihani/Al Jazeera)"."""

BYLINE = re.compile(r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)? (?:contributed|reported from|wrote|reports? from)\b")
"""What follows the name of whoever wrote the article, who is none of its people."""

APPOSITION = re.compile(
    r",? \(?(?:aged )?\d{1,3}\)?,|, (?:who|whose)\b|, (?:the|a|an|one of)\b|, [\w'’.-]+(?: [\w'’.-]+){0,6},"
)


MEMBER = re.compile(
    r", (?:of|from|with) (?:the )?[A-Z][^,.;]{2,60}, "
    r"(?:has |had |also )?(?:added|argued|believes|said|says|told|wrote)\b"
)
"""What tells whom a speaker is of, who must be human: "Rui Vong, *of the People's Party, said*"."""


OFFICE_OF = re.compile(r"\b([A-Za-z-]+) (?:of|for|to) (?:the |this |that )?((?:(?:[A-Z][\w.'-]*|[a-z]+) ){1,7})$")
"""An office with its body right before a name, without a comma, as some agencies write."""

OFFICE_COMMA = re.compile(r"\b([A-Za-z-]+)(?: (?:of|for|to|at) [^,.;:]{2,60})?, $")
"""An office before a comma: "Russia's ambassador to the UN, Vassily Nebenzia, agreed"."""

WHERE = frozenset(
    {"across", "around", "at", "in", "inside", "into", "near", "outside", "over", "through", "toward", "towards"}
)
"""Prepositions before a place: a single tagged word after one is "Ladyzhyn", hardly a man."""

WRITES_FROM = re.compile(
    r" (?:writes|reports) (?:from|in) [A-Z]"
    r"|(?: in [A-Z]\w+)?(?:,? and [A-Z][\w-]+ [A-Z][\w-]+(?: in [A-Z]\w+)?)? (?:report|reports|write|writes)\.(?:\s|$)"
)
"""What a live page has behind the name of its own reporter: "Anna Dahl *writes from Oslo*"."""

BYLINERS = frozenset({"writer", "writers", "reporter", "reporters", "journalist", "journalists", "correspondent"})


WHICH = re.compile(r", which (?:also |now )?(?:has|is|makes|operates?|owns?|runs?|sells?|was)\b")
"""What tells that a name is a thing's: "Nordic Bulk, *which owns* the ship"."""

STAFFED = re.compile(r"'s (?:[a-z]+ ){0,2}(?:CEO|CFO|executive|shareholders|subsidiary)\b|'s chief [a-z]+ officer\b")
"""What only a firm has: "*Nordic Bulk's* chief technology officer"."""

MARK = re.compile(r" [ivx]+$")
"""The number of a system behind its family's name: "Hsiung Feng *III*"."""

SEAT = re.compile(r"[DIR]-[A-Z]")
"""A member of Congress's party and state: "Lindsey Graham, *R-S*.C."."""


CLOCK = re.compile(r"\d ?[AaPp]\.?[Mm]\.? $")
"""What stands before a time zone: "4:12 PM *MYT*"."""

CONTRIBUTED = re.compile(
    r"(?:writers?|reporters?|journalists?|correspondents?|producers?|researchers?)\b[^.;:]* contributed\b"
    r"|^[^.;:]{3,200} contributed\.?\s*$|^\W*Contributing:"
    r"|^\W*(?:Additional )?(?:Reporting|Writing|Editing|Translat\w+|Compiled|Edited|Written|Photos?)\b[^.;:]{0,30} by "
)
"""A line that tells who wrote: "*Associated Press writers* Jo Ek in Oslo and Eva Dahl at the U.N. *contributed*"."""

PLACING = re.compile(r"\b(?:in|near|outside|around|at) ([^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*)\b(?!['’])")

NO_PERSON = frozenset({"DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "NORP", "PRODUCT"})
"""The tagger's labels for what is certainly none."""


def judge(paragraph: Paragraph, run: Run, lexicon: Lexicon, placed: frozenset[str]) -> str | None:
    """``None`` for a person, else why not; the empty string where nothing speaks for a person.

    ``placed`` are words that the article uses as a place's name anywhere (``placed_words``).
    """
    objection = object_to(paragraph, run, lexicon)
    if objection is not None:
        return objection
    if " " in run.text and run.text in placed:
        return "the name of a place"
    text, people = paragraph.text, lexicon.people
    if is_titled(run, lexicon) or follows_office(text, run, lexicon):
        return None
    known = len(run.words) > 1 and (run.words[0].text in people.given or is_shouted_family(run, people))
    if not known and is_weapon(run, lexicon):
        return "a weapon's name"
    tagged = is_tagged(paragraph, run) and run.words[0].text not in placed
    if len(run.words) == 1:
        named = run.text in people.given and APPOSITION.match(text, run.end) is not None
        if named and describes_person(text[run.end : run.end + 40], lexicon):
            return None
        if tells_by_surname(paragraph, run, people):
            return None
        if tagged and speaks_for_person(paragraph, run):
            return None
        return "one word with no sign of a person" if tagged else ""
    burmese = len(run.words) > 1 and all(word.text in people.burmese for word in run.words)
    known = known or burmese
    korean = len(run.words) == 3 and run.words[0].text in people.family_first
    described = APPOSITION.match(text, run.end) is not None and describes_person(text[run.end : run.end + 80], lexicon)
    speaks = len(run.words) < PLENTY and run.text.istitle() and MEMBER.match(text, run.end) is not None
    says = is_quoted(paragraph, run, lexicon) or reports_by_family(paragraph, run, lexicon)
    return None if tagged or known or korean or described or speaks or says else ""


def is_quoted(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> bool:
    """Whether two or three capitalised words say what is quoted right before them: '"No," Nasreen Bibi said'."""
    text, nouns = paragraph.text, lexicon.parties.nouns
    if len(run.words) >= PLENTY or not all(word.text.istitle() for word in run.words) or is_place(paragraph, run):
        return False
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    body = tokens is None or any(t.ent_type_ == "ORG" or t.text in nouns or t.tag_ == "NNPS" for t in tokens)
    before = text[max(0, run.start - 3) : run.start]
    return not body and QUOTED.search(before) is not None and SAYING.match(text, run.end) is not None


def reports_by_family(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> bool:
    """Whether a family's name and another word say something: "*Cui Tiankai* said that"."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    if tokens is None or len(run.words) != 2 or run.words[0].text not in lexicon.people.family_first:
        return False
    return tokens.root.dep_ == "nsubj" and tokens.root.head.lemma_.casefold() in lexicon.claims.verbs


QUOTED = re.compile(r"[,?!]?[\"”] $")
SAYING = re.compile(r",? (?:\d{1,3}, )?(?:said|says|told)\b")
LISTED_PLACE = re.compile(
    r"\b(?:cities|districts|islands|neighbou?rhoods|ports|provinces|regions|suburbs|towns|villages) of (?:the )?"
    r"(?:[A-Z][\w’'-]*(?: (?:al|el|[A-Z])[\w’'-]*){0,3}(?:, | and |, and )){1,6}$"
)
"""A list of places up to a name: "the towns of Deir al-Asafir and *Beit Saham*"."""
FAR = 120
PLENTY = 4
"""Words that a firm's name may have, and a name that is known by nothing but its place hardly has."""


def object_to(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> str | None:
    """What makes a run no person whatever stands beside it, or ``None``."""
    text, before = paragraph.text, run.before.text if run.before is not None else ""
    owns = len(run.words) > 1 and run.words[-1].possessive  # "Bashar al-Assad's government" names him
    thing = THING_AFTER.match(text, run.end) is not None and not owns
    if thing or lexicon.people.is_compound(run.words[-1].text) or is_eponym(run, lexicon):
        return "part of the name of a thing or an institution"
    if CREDIT_AFTER.match(text, run.end):
        return "a photographer's credit"
    owning = WHICH.match(text, run.end) is not None and not is_titled(run, lexicon)
    if owning or STAFFED.match(text, run.end) or lexicon.people.things.is_described(text, run.end):
        return "the name of a company, a place or a paper"
    if any(lexicon.people.things.is_introduced(text, start) for start in starts(run, lexicon)):
        return "the name of a ship, a storm or a place"
    if run.text in lexicon.people.firms or run.text.casefold() in lexicon.claims.speakers.media:
        return "the name of a company, a place or a paper"
    listed = LISTED_PLACE.search(text, max(0, run.start - FAR), run.start) is not None
    if listed or run.text in lexicon.people.places or set(run.text.split("-")) <= lexicon.people.places:
        return "the name of a place"
    if precedes_weapon(paragraph, run, lexicon):
        return "a weapon's name"
    if CLOCK.search(text, max(0, run.start - 6), run.start):
        return "an abbreviation or a designation"
    if CONTRIBUTED.search(text):
        return "whoever wrote the article"
    if before in {"the", "The"}:
        return "the name of a thing: an article stands before it"
    if (
        (WRITES_FROM.match(text, run.end) and not is_titled(run, lexicon))
        or run.text == text.strip(" .*-—")
        or (before in BYLINERS and BYLINE.match(text, run.end))
    ):
        return "whoever wrote the article"
    return "an abbreviation or a designation" if is_designation(text, run, lexicon) else None


def is_designation(text: str, run: Run, lexicon: Lexicon) -> bool:
    """Whether capitals or a number make it one: "TPP", "Leopard 2"; not "Colonel TRAORE"."""
    last = run.words[-1].text
    short = last.isupper() and len(last) < 4 and len(run.words) > 1 and not last.endswith(("I", "O", "U", "E", "A"))
    alone = run.text.isupper() and len(run.words) == 1 and not is_titled(run, lexicon)
    return (
        short
        or alone
        or SEAT.match(run.text) is not None
        or any(c.isdigit() for c in text[run.end : run.end + 2].strip("- "))
    )


def is_weapon(run: Run, lexicon: Lexicon) -> bool:
    """Whether a weapon list has the run, or its last word as a system or a class: "Alpha Jets"."""
    last, whole = run.words[-1].text.casefold(), run.text.casefold()
    families = lexicon.weapons.families
    names = {whole, MARK.sub("", whole), last, last.removesuffix("s")}
    return not names.isdisjoint(families) or lexicon.weapons.is_head(last.removesuffix("s"))


def precedes_weapon(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> bool:
    """Whether the run qualifies a class of equipment: "Nuri Kaplan armoured vehicles"; not "Putin's missiles"."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    if tokens is None or tokens.root.dep_ not in {"amod", "compound", "nmod"} or run.words[-1].possessive:
        return False
    head = tokens.root.head
    return head.i >= tokens.end and head.pos_ == "NOUN" and lexicon.weapons.is_head(head.lemma_.casefold())


def placed_words(article: str, lexicon: Lexicon) -> frozenset[str]:
    """Words that the article puts after "in" or "near" anywhere, as only a place's name is: "in Ladyzhyn"."""
    listed = lexicon.people.things.listed_places(article)
    return frozenset([*PLACING.findall(article), *(word for name in listed for word in (name, name.split()[0]))])


def is_tagged(paragraph: Paragraph, run: Run) -> bool:
    """Whether the tagger takes half of the run or more for a person."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    return tokens is not None and 2 * sum(t.ent_type_ == "PERSON" for t in tokens) >= len(tokens)


def starts(run: Run, lexicon: Lexicon) -> tuple[int, ...]:
    """Where the name begins, and where it does with its rank: "the frigate Admiral Makarov"."""
    ranked = run.before is not None and run.before.text[0].isupper() and is_titled(run, lexicon)
    return (run.start, run.before.start) if run.before is not None and ranked else (run.start,)


def is_eponym(run: Run, lexicon: Lexicon) -> bool:
    """Whether a thing's noun follows or ends it: "Kim Il Sung Square", "the Biden administration"; not "Jonah Hill"."""
    people = lexicon.people
    things = people.eponyms | people.landforms
    if run.text in things:
        return True
    if run.after is not None and run.after.text in things and not run.words[-1].possessive:
        return True
    named = len(run.words) == 2 and run.words[0].text in people.given and run.words[-1].text not in people.landforms
    return len(run.words) > 1 and run.words[-1].text in things and not named


def is_titled(run: Run, lexicon: Lexicon) -> bool:
    """Whether a title stands right before the run: "President Putin", "Gen. Mark Milley"."""
    word = run.before
    if word is None or word.possessive:
        return False
    plain, people = lexicon.spelling.canonical(word.text).casefold(), lexicon.people
    if len(run.words) == 1 and word.text[0].islower():
        return plain in people.honorifics or (plain in people.kin and run.text in people.given)
    return plain in people.title_ends or (plain.endswith("s") and plain[:-1] in people.title_ends)


def follows_office(text: str, run: Run, lexicon: Lexicon) -> bool:
    """Whether an office with its body stands before two or more words: "Foreign Minister of Ghana Kwabena Ofori"."""
    if len(run.words) < 2:
        return False
    before = text[max(0, run.start - 80) : run.start]
    match = OFFICE_OF.search(before)
    if match is not None and not all(w[0].isupper() or is_of_office(w, lexicon) for w in match.group(2).split()):
        match = None
    if match is None and text[run.end : run.end + 1] == ",":
        match = OFFICE_COMMA.search(before)
    return match is not None and lexicon.spelling.canonical(match.group(1)).casefold() in lexicon.people.heads


def is_of_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a small word can stand between an office and a name: "minister of the Israeli *war office* X"."""
    known = lexicon.people.title_words | lexicon.people.generic | {"and", "for", "of", "the"}
    return lexicon.spelling.canonical(word) in known


def speaks_for_person(paragraph: Paragraph, run: Run) -> bool:
    """Whether a single tagged word acts as a person does, and is no common word of this paragraph."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    if tokens is None or tokens[-1].pos_ != "PROPN" or len(run.text) < 3:
        return False
    if re.search(rf"\b{re.escape(run.text.lower())}\b", paragraph.text):
        return False
    root = tokens[-1]
    if root.dep_ == "pobj" and root.head.lower_ in WHERE:
        return False
    if root.tag_ == "NNPS":
        return False
    return root.dep_ in {"nsubj", "nsubjpass", "poss", "dative", "agent"} or root.head.lower_ in BESIDE_PERSONS


BESIDE_PERSONS = frozenset({"by", "with"})
"""Prepositions behind which a bare name is as likely somebody's as a place's: "met *with* Lund"."""


def tells_by_surname(paragraph: Paragraph, run: Run, people: PeopleWords) -> bool:
    """Whether a single word that ends like a surname says something, whatever its tag: "Dačić said that"."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    if tokens is None or not run.text.istitle() or not run.text.casefold().endswith(people.surname_ends):
        return False
    root = tokens.root
    return root.dep_ == "nsubj" and any(child.dep_ == "ccomp" for child in root.head.children)


def is_shouted_family(run: Run, people: PeopleWords) -> bool:
    """Whether a family name in capitals stands before a given one, as some agencies print it: "XI Jinping"."""
    first, rest = run.words[0].text, run.words[1:]
    return len(rest) < 3 and first.isupper() and first.capitalize() in people.family_first and rest[0].text.istitle()


def describes_person(words: str, lexicon: Lexicon) -> bool:
    """Whether what follows a name says what the person is: ", a spokesman for the army"."""
    ahead = re.findall(r"[\w'-]+", words)[:8]
    plain = [lexicon.spelling.canonical(word).casefold() for word in ahead]
    return any(word in lexicon.people.heads for word in plain)


def is_place(paragraph: Paragraph, run: Run) -> bool:
    """Whether the tagger takes the run for a place, a people or a date."""
    tokens = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
    return tokens is not None and any(token.ent_type_ in NO_PERSON for token in tokens)
