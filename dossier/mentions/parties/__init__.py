"""Find states, bodies, armies, parties, movements and media in an article: "Pyongyang", "Russia's defence ministry".

Rules, in the order in which they claim a stretch of text: grammar-formed bodies and unnamed media (``bodies``), then
what the lists name, then what only stands for a party once the article has named it ("the North", "the Asian
country"), then organisations that only the tagger knows. Nothing claimed twice; the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.lexicon.parties import Hit, Parties, Party
from dossier.mentions.parties.bodies import Named, find_bodies
from dossier.mentions.parties.press import find_press, open_press
from dossier.model import Kind, PartyMention, PartyType, Rejected, Span

NAME_ARTICLE = re.compile(r"\b(?:al|Al|el|El)-$")
"""What makes a surface a part of a family name: "Houthi" in "Abdul-Malik al-Houthi"."""

COUNTRY = re.compile(r"\b[Tt]he ([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:country|nation|state|kingdom|republic|power|giant)\b")
"""How a text points at a state by its region: "the Asian country denies the allegation"."""

OF = re.compile(r" of (?:the )?(?:(?:[A-Z][a-z]+ ){1,3}of (?:the )?)?")
"""What stands between a parliament's chamber and its state: "House of Delegates *of the Assembly of* X"."""

ACRONYM = re.compile(
    r"\s?\((?:the )?([A-Z][A-Za-z&-]{1,9})\)"
    r"|, (?:or|known as|also known as|better known as)(?: the)? ([A-Z][A-Z&-]{1,9})\b"
)
"""An abbreviation given right after a name: "the Ukrainian Independent Information Agency (UNIAN)", ", or FLA"."""

NAMED_FOR = re.compile(
    r" (?:for|of|on) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*(?: of [A-Z][a-z]+s(?= of\b| [A-Z]))?"
)
"""How an organisation's name goes on after its noun: "Institute *for Maritime Studies*"."""

NAMED = "part of a person's name"
"""Why a state's or a capital's name is none."""

CAPITALS = re.compile(r"\b[A-Z][A-Za-z&-]{1,9}\b")

NOT_SHORT = re.compile(r"(?: of\b| [A-Z](?!\w* (?:Ministry|Minister))| (?:east|west|and the [Ss]outh|coast|bank)\b|-)")
"""What follows "the North" where it is no state: "the North Atlantic", "the north of the country"."""


def find_parties(document: Document, lexicon: Lexicon) -> Iterator[PartyMention | Rejected]:
    """Mentions in the order of the text, none inside another; a capital used as a place is one too (``capital``)."""
    listed = {p.start: list(listed_parties(document, p, lexicon)) for p in document.paragraphs}
    listed = without_surnames(document, listed, lexicon)
    yield from (hit for hits in listed.values() for hit in hits if isinstance(hit, Rejected))
    present = {hit.party.name for hits in listed.values() for hit in hits if isinstance(hit, Hit)}
    shorts = short_names(lexicon.parties, present)
    home = home_state(document, lexicon.parties)
    named: list[Named] = []
    acronyms: dict[str, Named] = {}
    press = open_press(lexicon.parties)
    for paragraph in document.paragraphs:
        hits = [hit for hit in listed[paragraph.start] if isinstance(hit, Hit)]
        hits = [as_told_before(hit, paragraph.text, shorts) for hit in hits]
        hits = sorted([*hits, *find_short(paragraph, shorts, hits)], key=lambda hit: hit.start)
        found = claim(find_bodies(paragraph, hits, lexicon, named, home), [])
        found += claim((as_named(paragraph, hit) for hit in hits), found)
        found += claim(find_press(paragraph, press, found), found)
        found += claim(pointed_at(paragraph, lexicon.parties, [*named, *found]), found)
        found += claim(tagged_organisations(paragraph, lexicon), found)
        found += claim(abbreviated(paragraph, found, acronyms), found)
        named += sorted(found, key=lambda item: item.span)
    for item in named:
        evidence = document.source.evidence(item.span.start, item.span.end)
        yield PartyMention(evidence, item.name, item.type, item.how, item.of)


def claim(candidates: Iterable[Named], taken: Iterable[Named]) -> list[Named]:
    """Keep those of ``candidates`` that overlap nothing in ``taken`` and no longer one among themselves."""
    held = {at for item in taken for at in range(item.span.start, item.span.end)}
    kept: list[Named] = []
    for item in sorted(candidates, key=lambda c: (-len(c.span), c.span)):
        places = range(item.span.start, item.span.end)
        if held.isdisjoint(places):
            kept.append(item)
            held.update(places)
    return kept


def as_named(paragraph: Paragraph, hit: Hit) -> Named:
    """Turn a listed surface into a mention at its place in the source."""
    span = Span(paragraph.start + hit.start, paragraph.start + hit.end)
    return Named(span, hit.party.name, hit.party.type, hit.how, hit.party.of)


def home_state(document: Document, parties: Parties) -> str | None:
    """The state from which an article writes: its dateline's capital, else its agency's or publisher's at home.

    A medium that writes for the world (``world``) has no home: Reuters does not mean Britain's "foreign ministry".
    """
    source = document.source
    for piece in source.furniture:
        if piece.reason == "dateline":
            for hit in parties.find(source.text[piece.start : piece.end].title()):
                if hit.how == "capital":
                    return hit.party.name
    for name in (source.agency, source.publisher):
        found = parties.lookup(name) if name else None
        if found is not None and found[0].type is PartyType.MEDIUM:
            state = parties.state(found[0])
            return None if found[0].world or state is None else state.name
    return None


def listed_parties(document: Document, paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Hit | Rejected]:
    """What the lists name, less what is a part of a person's name: "Jordan Henderson", "al-Houthi"."""
    text = paragraph.text
    hits = list(lexicon.parties.find(text))
    for hit in hits:
        if is_abroad(hit, hits, text):
            evidence = document.source.evidence(paragraph.start + hit.start, paragraph.start + hit.end)
            yield Rejected(Kind.ORGANISATION, evidence, "a body of another state's by that name")
        elif NAME_ARTICLE.search(text, max(0, hit.start - 4), hit.start) or part_of_name(paragraph, hit, lexicon):
            evidence = document.source.evidence(paragraph.start + hit.start, paragraph.start + hit.end)
            yield Rejected(Kind.ORGANISATION, evidence, NAMED)
        else:
            yield hit


def without_surnames(
    document: Document, listed: Mapping[int, list[Hit | Rejected]], lexicon: Lexicon
) -> dict[int, list[Hit | Rejected]]:
    """Capitals that are somebody's surname in this article turned down where they speak: "*Rome* said", Henry Rome."""
    rejected = (item for row in listed.values() for item in row if isinstance(item, Rejected))
    surnames = {item.evidence.exact for item in rejected if item.rule == NAMED}

    def judged(paragraph: Paragraph, item: Hit | Rejected) -> Hit | Rejected:
        if isinstance(item, Rejected) or paragraph.text[item.start : item.end] not in surnames:
            return item
        evidence = document.source.evidence(paragraph.start + item.start, paragraph.start + item.end)
        return Rejected(Kind.ORGANISATION, evidence, NAMED) if speaks(paragraph, item, lexicon) else item

    return {p.start: [judged(p, item) for item in listed[p.start]] for p in document.paragraphs}


def speaks(paragraph: Paragraph, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a surface is the subject of a reporting verb."""
    tokens = paragraph.doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if tokens is None or tokens.root.dep_ != "nsubj":
        return False
    return tokens.root.head.lemma_.casefold() in lexicon.claims.verbs


def is_abroad(hit: Hit, hits: Sequence[Hit], text: str) -> bool:
    """Whether a body that a list gives to one state is said to be of another: "House of Representatives *of Japan*"."""
    if hit.party.of is None or hit.party.type is not PartyType.BODY:
        return False
    behind = (h for h in hits if h.party.type is PartyType.STATE and OF.fullmatch(text, hit.end, h.start))
    return any(h.how == "name" and h.party.name != hit.party.of for h in behind)


def part_of_name(paragraph: Paragraph, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the tagger reads the surface and a capitalised word beside it as one person.

    Right after an office it is the state all the same: "the ambassador to *Serbia* Petro Hnatiuk".
    """
    tokens = paragraph.doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if tokens is None or len(tokens) > 1 or hit.party.type is not PartyType.STATE:
        return False
    if hit.how == "demonym":
        return is_surname(tokens[0], lexicon)
    person = tokens[0].ent_type_ == "PERSON"
    ends = [other for other in (tokens.start - 1, tokens.end) if 0 <= other < len(paragraph.doc)]
    beside = [paragraph.doc[other] for other in ends if paragraph.doc[other].ent_type_ == "PERSON"]
    if not person or len(beside) != 1 or beside[0].lower_ in lexicon.people.title_words:
        return False
    office = paragraph.doc[max(0, tokens.start - 2) : tokens.start].text.casefold().split()
    if beside[0].i < tokens.start and beside[0].text not in lexicon.people.given:
        return False
    if len(office) == 2 and office[1] in {"of", "to", "for", "in"} and office[0] in lexicon.people.heads:
        return False
    return beside[0].text.istitle() and "'" not in beside[0].text


def is_surname(adjective: Token, lexicon: Lexicon) -> bool:
    """Whether a nationality ends the name of somebody: "Najibullah *Danish*, a spokesman"."""
    before, doc = adjective.nbor(-1) if adjective.i else adjective, adjective.doc
    goes_on = adjective.i + 1 < len(doc) and doc[adjective.i + 1].pos_ in {"ADJ", "NOUN", "PROPN"}
    both = before.ent_type_ == adjective.ent_type_ == "PERSON" and adjective.ent_iob_ == "I"
    return both and not goes_on and before.text in lexicon.people.given


def short_names(parties: Parties, present: Iterable[str]) -> dict[str, Party]:
    """Names that hold only where the article names the party in full, and no other that it could be: "the kingdom"."""
    owners: dict[str, list[Party]] = {}
    named = set(present)
    for row in parties:
        if row.name in named:
            for short in (*row.short, *title_word(row)):
                owners.setdefault(short, []).append(row)
    return {short: rows[0] for short, rows in owners.items() if len(rows) == 1}


def title_word(row: Party) -> Iterator[str]:
    """By what a newspaper goes once it is named: "*The Times*" after the New York Times."""
    words = row.name.removeprefix("The ").split()
    if row.type is PartyType.MEDIUM and row.form == "newspaper" and len(words) > 1 and words[-1] in TITLE_WORDS:
        yield words[-1]


TITLE_WORDS = frozenset({"Herald", "Journal", "Mail", "Post", "Telegraph", "Times", "Tribune"})


def as_told_before(hit: Hit, text: str, shorts: Mapping[str, Party]) -> Hit:
    """A paper of that very name gives way to the one that the article has named: "The Times" of London."""
    party = shorts.get(text[hit.start : hit.end].removeprefix("The ").removeprefix("the "))
    own = hit.party.type is PartyType.MEDIUM and hit.party.name.startswith("The ")
    return replace(hit, party=party) if party is not None and own else hit


def find_short(paragraph: Paragraph, shorts: Mapping[str, Party], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Short names in a paragraph, after "the" and nothing longer: "the North", but not "the North Atlantic"."""
    text = paragraph.text
    for short, party in sorted(shorts.items()):
        for match in re.finditer(rf"\b[Tt]he ({re.escape(short)})\b", text):
            free = not any(hit.start < match.end(1) and match.start(1) < hit.end for hit in hits)
            if free and not NOT_SHORT.match(text, match.end()):
                how = "name" if party.type is PartyType.MEDIUM else "description"
                yield Hit(match.start(1), match.end(1), party, how)


def pointed_at(paragraph: Paragraph, parties: Parties, named: list[Named]) -> Iterator[Named]:
    """States pointed at by region: the last one before it that lies there. "the Asian country" after "Pyongyang"."""
    for match in COUNTRY.finditer(paragraph.text):
        start = paragraph.start + match.start()
        for item in sorted((n for n in named if n.span.start < start), key=lambda n: n.span, reverse=True):
            party = parties.by_name(item.name)
            if party is not None and match.group(1) in party.regions:
                yield Named(Span(start, paragraph.start + match.end()), party.name, party.type, "description", party.of)
                break


def tagged_organisations(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Named]:
    """Organisations that no list has but whose name says what they are: "the Sana'a Centre for Strategic Studies".

    The name of whoever heads it, right behind it, is none of it: "the State Border Committee *Oleg Hrom*".
    """
    parties = lexicon.parties
    for entity in paragraph.doc.ents:
        if entity.label_ in {"ORG", "FAC"} and is_organisation(entity, parties):
            tokens = entity[1:] if entity[0].lower_ == "the" else entity
            while len(tokens) > 1 and tokens[-1].text in {"'s", "'"}:
                tokens = tokens[:-1]
            ends = (t.i - tokens.start for t in tokens[1:] if t.text == "(" or is_head_of(t, lexicon))
            tokens = tokens[: next(ends, len(tokens))]
            more = NAMED_FOR.match(paragraph.text, tokens.end_char) if tokens[-1].text in parties.nouns else None
            end = more.end() if more else tokens.end_char
            span = Span(paragraph.start + tokens.start_char, paragraph.start + end)
            yield Named(span, paragraph.text[tokens.start_char : end], PartyType.OTHER, "name")


def is_head_of(token: Token, lexicon: Lexicon) -> bool:
    """Whether a given name or a rank stands right behind an organisation's noun: "Council *Field Marshal* Oleg"."""
    if token.i == 0 or token.nbor(-1).text not in lexicon.parties.nouns:
        return False
    two = token.doc[token.i : token.i + 2].text.casefold()
    return token.text in lexicon.people.given or not {two, token.lower_}.isdisjoint(lexicon.people.ranks - {"major"})


def is_organisation(entity: TokenSpan, parties: Parties) -> bool:
    """Whether two or more capitalised words with an organisation's noun among them make up ``entity``."""
    words = [token for token in entity if token.lower_ not in {"the", "'s"}]
    proper = sum(token.text[0].isupper() for token in words)
    return proper > 1 and any(token.text in parties.nouns for token in words) and not entity.text.isupper()


def abbreviated(paragraph: Paragraph, found: Sequence[Named], known: dict[str, Named]) -> Iterator[Named]:
    """Abbreviations that the article introduces, here and wherever they stand after: "(SIPRI)", then "SIPRI".

    ``known`` holds those of the paragraphs before, and takes up those of this one.
    """
    for item in found:
        start, end = item.span.start - paragraph.start, item.span.end - paragraph.start
        match = ACRONYM.match(paragraph.text, end) if 0 <= start < end else None
        if match is not None and (match[1] or item.type is not PartyType.STATE):  # "from Chad, or UN troops"
            known[match[1] or match[2]] = item
    for match in CAPITALS.finditer(paragraph.text) if known else ():
        item_or_none = known.get(match.group())
        if item_or_none is not None:
            span = Span(paragraph.start + match.start(), paragraph.start + match.end())
            yield replace(item_or_none, span=span, how="name")
