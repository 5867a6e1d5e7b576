"""Groups that travel on somebody's behalf: which nouns of a paragraph are one, and the verbs that move them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.documents import Paragraph
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.companions import journey_before, moved, takes_along
from dossier.mentions.delegations.errands import is_there, meets_in, on_an_errand
from dossier.mentions.named import Names, covers
from dossier.mentions.syntax import subject_of
from dossier.model import PartyMention, PartyType

NOBODY = frozenset({"any", "every", "no"})
"""Words with which no group in particular is meant: "the first visit of any large delegation"."""

UP = frozenset(
    {
        "advmod",
        "agent",
        "appos",
        "attr",
        "compound",
        "conj",
        "dative",
        "dobj",
        "nsubj",
        "nsubjpass",
        "pobj",
        "poss",
        "prep",
    }
)
"""Relations from a group up to its verb: "the visit OF Russian and Chinese delegations IS EXPECTED"."""

FARTHEST = 7
"""Steps from a group to its verb at most."""

SETTING_OUT = frozenset({"arrive", "fly", "jet", "land", "tour", "travel", "visit"})
"""Verbs after which officials and people without the word "delegation" are one."""

TALKS = frozenset({"consultation", "mediation", "negotiation", "talk"})
"""Nouns beside which a state's plain team is one of negotiators, not of footballers."""

MEETING = frozenset({"begin", "conclude", "convene", "have", "hold", "meet", "open", "resume", "start"})
"""Verbs of what a group does where it has arrived: "Omani envoys held talks in Tehran"."""


@dataclass(frozen=True, slots=True)
class Group:
    """One travelling group, and what moves it."""

    paragraph: Paragraph
    noun: Token
    verb: Token | None
    """The verb that it hangs on: ``arrived``."""
    journey: Token | None
    """The noun of going that it hangs on: ``visit`` in "the visit of a Chinese delegation"."""
    traveller: Token | None = None
    """For company alone: the official who takes it along."""


def find_groups(paragraph: Paragraph, names: Names, words: DelegationWords) -> Iterator[Group]:
    """The groups of one paragraph, in the order of the text."""
    for token in paragraph.doc:
        if token.pos_ not in {"NOUN", "PRON", "PROPN"}:
            continue
        if token.pos_ == "PRON" and journey_before(token, words) is None:
            continue
        if any(child.lower_ in NOBODY for child in token.children) or stays_away(token):
            continue
        lemma = token.lemma_.casefold()
        if (
            lemma in words.groups
            or (lemma in words.teams and is_team(paragraph, token, names, words))
            or (lemma in words.envoys and is_party_of_envoys(paragraph, token, names, words))
            or (lemma in words.officials and officials_go(paragraph, token, names, words))
            or (lemma not in words.officials and goes_together(paragraph, token, names))
        ):
            yield place(paragraph, token, words)
        elif takes_along(paragraph, token, names, words):
            group = place(paragraph, token, words)
            yield replace(group, verb=journey_before(token, words) or group.verb, traveller=token)
        elif lemma in words.company:
            company = taken_along(paragraph, token, names, words)
            if company is not None:
                yield company


def stays_away(noun: Token) -> bool:
    """Whether its own verb is denied: "a Russian delegation was NOT invited"."""
    return noun.dep_ in {"dobj", "nsubj", "nsubjpass"} and any(child.dep_ == "neg" for child in noun.head.children)


def place(paragraph: Paragraph, noun: Token, words: DelegationWords) -> Group:
    """A group with its verb and its journey."""
    token, journey = noun, None
    for _ in range(FARTHEST):
        if token.pos_ in {"VERB", "AUX"}:
            return Group(paragraph, noun, token, journey)
        if token != noun and token.lemma_.casefold() in words.journeys:
            journey = journey or token
        if token.dep_ not in UP or token.head == token:
            break
        token = token.head
    return Group(paragraph, noun, None, journey)


def is_team(paragraph: Paragraph, noun: Token, names: Names, words: DelegationWords) -> bool:
    """Whether a team is sent or received: it is led, negotiates or consists of envoys, and it goes somewhere."""
    if noun.lower_ == "mission" and noun.head.lower_ == "on":
        return False  # an errand: "flew to Cairo on a peace mission"
    led = any(True for _ in leaders(noun, words)) or is_led_somewhere(noun, words)
    if not moves(place(paragraph, noun, words), words):
        return led and any(child.pos_ in {"ADJ", "PROPN"} for child in noun.lefts)
    own = paragraph.span(noun.doc[noun.left_edge.i : noun.right_edge.i + 1])
    before = {form for child in noun.lefts for form in (child.lower_, child.lemma_.casefold())}
    of = {t.lemma_.casefold() for child in noun.rights if child.lower_ == "of" for t in child.subtree}
    if led or before & words.licences or of & (words.envoys | words.company) or on_an_errand(noun, words):
        return True
    return bool(names.inside(own)) and sent_by_body_or_to_talks(paragraph, noun, names)


def sent_by_body_or_to_talks(paragraph: Paragraph, noun: Token, names: Names) -> bool:
    """Whether a party's plain team is a delegation: a body's is, a state's where it goes to talks.

    "A team of the Red Cross arrived in Gaza", "an Israeli team flew to Doha for talks"; not "the French team arrived".
    """
    talks = any(token.lemma_.casefold() in TALKS for token in noun.sent)
    for mention in names.inside(paragraph.span(noun.doc[noun.left_edge.i : noun.right_edge.i + 1])):
        if isinstance(mention, PartyMention):
            return talks or mention.type is PartyType.BODY
    return False


def is_led_somewhere(noun: Token, words: DelegationWords) -> bool:
    """Whether somebody leads a team somewhere or to do something: "led a team to brief the Vice-President"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.casefold() not in words.leading:
        return False
    around = (*verb.children, *noun.children)
    links = (child for child in around if child.dep_ == "prep" and child.lower_ == "to" and child.i > noun.i)
    if any(place.pos_ == "PROPN" for link in links for place in link.children):
        return True
    purpose = (child for child in around if child.dep_ in {"acl", "advcl", "xcomp"})
    return any(token.lower_ == "to" for child in purpose for token in child.children)


def moves(group: Group, words: DelegationWords) -> bool:
    """Whether its verb is one of going, sending or receiving, or it is on a journey."""
    if group.journey is not None:
        return True
    if group.verb is not None and group.verb.lemma_.casefold() in words.leading:
        return group.noun.dep_ == "dobj"
    lemmas = {verb.lemma_.casefold() for verb in verbs_of(group)}
    return bool(lemmas & (words.going | words.sending | words.receiving))


def verbs_of(group: Group) -> list[Token]:
    """Its verb, and the infinitives and second verbs that share its subject: "is expected TO ARRIVE"."""
    if group.verb is None:
        return [child for child in group.noun.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VBD"]
    found: list[Token] = []
    queue = [group.verb, *(c for c in group.noun.children if c.dep_ == "relcl" and c.i > group.noun.i)]
    if group.verb.dep_ in {"acl", "relcl"} and group.noun.dep_ == "dobj":
        queue += [token for token in group.verb.head.ancestors if token.pos_ == "VERB"][:1]
    if group.verb.lemma_ == "accompany" and group.verb.dep_ in {"acl", "advcl"}:
        queue += [token for token in group.verb.ancestors if token.pos_ == "VERB"][:1]
    while queue and len(found) < FARTHEST:
        verb = queue.pop(0)
        found.append(verb)
        queue += [
            child
            for child in verb.children
            if child.dep_ in {"conj", "xcomp"} and child.pos_ == "VERB" and not has_subject(child)
        ]
    return found


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def leaders(noun: Token, words: DelegationWords) -> Iterator[Token]:
    """The participles that say who leads it: "LED by", "HEADED by"; also after a comma, as the parser hangs it."""
    for token in noun.sent:
        if token.i <= noun.i or token.lemma_.casefold() not in words.leading or token.tag_ not in {"VBN", "VBD"}:
            continue
        nxt = token.nbor() if token.i + 1 < len(token.doc) else None
        if nxt is None or nxt.lower_ != "by":
            continue
        if nearest_group(noun, token, words):
            yield token


def nearest_group(noun: Token, participle: Token, words: DelegationWords) -> bool:
    """Whether no other group stands between: "the Russian delegation and a Chinese group LED by Li"."""
    between = noun.doc[noun.i + 1 : participle.i]
    kinds = words.groups | words.teams | words.envoys
    own = {child for link in noun.children if link.lower_ == "of" for child in link.children}
    return not any(token.lemma_.casefold() in kinds and token not in own for token in between)


def is_party_of_envoys(paragraph: Paragraph, noun: Token, names: Names, words: DelegationWords) -> bool:
    """Whether several envoys of one sender go somewhere: "IAEA inspectors flew to Tehran"."""
    if noun.tag_ not in {"NNS", "NNPS"} or noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    left = paragraph.span(paragraph.doc[noun.left_edge.i : noun.i + 1])
    own = any(child.lower_ in {"its", "their"} for child in noun.lefts)
    sent = any(child.lower_ == "from" for child in noun.rights)
    if not (own or sent or names.inside(left)):
        return False
    group = place(paragraph, noun, words)
    if noun.dep_ == "dobj":
        return group.verb is not None and group.verb.lemma_.casefold() in words.sending | words.receiving
    verbs = verbs_of(group)
    goes = any(verb.lemma_.casefold() in words.going - {"come", "go", "head", "join"} for verb in verbs)
    meets = any(verb.lemma_.casefold() in MEETING and talks_in(verb, words) for verb in verbs)
    bargains = noun.lemma_.casefold() in {"delegate", "envoy", "mediator", "negotiator"} and any(map(meets_in, verbs))
    return goes or meets or bargains or any(is_there(verb, words) for verb in verbs)


def officials_go(paragraph: Paragraph, noun: Token, names: Names, words: DelegationWords) -> bool:
    """Whether office holders of one sender or region set out: "Taliban officials led by Muttaqi travelled to Oslo"."""
    if noun.tag_ not in {"NNS", "NNPS"} or noun.dep_ != "nsubj":
        return False
    if noun.head.lemma_.casefold() not in SETTING_OUT and not is_there(noun.head, words):
        return False
    left = paragraph.doc[noun.left_edge.i : noun.i + 1]
    sent = [child for child in noun.rights if child.lower_ in {"from", "of"} and child.dep_ == "prep"]
    after = any(names.inside(paragraph.span(noun.doc[link.i : link.right_edge.i + 1])) for link in sent)
    return bool(names.inside(paragraph.span(left))) or after or region_before(noun, words) is not None


def region_before(noun: Token, words: DelegationWords) -> Token | None:
    """The adjective of a region among the words before office holders: ``African`` in "seven African leaders"."""
    for child in noun.lefts:
        pair = f"{child.nbor(-1).lower_} {child.lower_}" if child.i > 0 else ""
        if child.lower_ in words.regions or pair in words.regions:
            return child
    return None


def goes_together(paragraph: Paragraph, subject: Token, names: Names) -> bool:
    """Whether two or more named people set out: "Fidan and Kalin visited Damascus". Whose they are, cards tell."""
    if subject.dep_ != "nsubj" or subject.head.lemma_.casefold() not in SETTING_OUT | {"come", "go", "head"}:
        return False
    left, end = subject.left_edge.i, subject.head.i
    people = names.people_inside(paragraph.span(paragraph.doc[left:end])) if left < end else ()
    between = paragraph.doc[left:end]
    joined = any(token.lower_ == "and" for token in between)
    plain = not any(token.dep_ in {"relcl", "acl"} or token.pos_ in {"AUX", "VERB"} for token in between)
    return joined and plain and len({person.name for person in people}) > 1


def talks_in(verb: Token, words: DelegationWords) -> bool:
    """Whether talks are held at a named place: "held talks in Tehran"."""
    talk = any(t.lemma_.casefold() in words.occasions for t in verb.subtree if t.dep_ in {"dobj", "pobj"})
    return talk and any(t.lower_ == "in" and t.dep_ == "prep" for t in verb.subtree)


def taken_along(paragraph: Paragraph, noun: Token, names: Names, words: DelegationWords) -> Group | None:
    """The company of one official: "Patel flew to Colombo with senior officials", "accompanied by ministers"."""
    if noun.tag_ not in {"NNS", "NNPS"} and noun.lemma_.casefold() not in words.teams:
        return None
    link = noun.head
    for _ in range(2):
        if link.dep_ == "conj":
            link = link.head
    if link.pos_ != "ADP" or noun.dep_ not in {"pobj", "conj"}:
        return None
    verb = link.head
    if link.lower_ == "by" and verb.lemma_.casefold() == "accompany":
        verb = verb.head if verb.dep_ in {"advcl", "acl", "conj"} else verb
    elif link.lower_ not in {"with", "alongside"}:
        return None
    doer = verb if verb.pos_ in {"NOUN", "PROPN"} else subject_of(verb)
    if doer is not None and not moved(verb, words):
        verb = place(paragraph, doer, words).verb or verb
    if doer is None or not moved(verb, words) or doer.i > noun.i:
        return None
    apposed = [child for child in doer.children if child.dep_ == "appos"]
    people = names.people_inside(paragraph.span(paragraph.doc[doer.left_edge.i : noun.i]))
    if not any(covers(paragraph, m.evidence, token) for m in people for token in (doer, *apposed)):
        return None
    return Group(paragraph, noun, verb, None, traveller=doer)
