"""Further ways to tell whose a weapon is: whom "we" and "they" mean, from whom it was taken, who reports its deeds."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.named import Holder, Names, leading_names
from dossier.mentions.syntax import FARTHEST, subject_of
from dossier.mentions.weapons.words import Words
from dossier.model import PartyMention, Span

MODAL = frozenset({"can", "could", "may", "might", "should", "will", "would", "'d", "'ll"})
"""With these nobody has received a thing yet: "Ukraine will receive F-16s"."""

DUTY = frozenset({"must", "ought", "should"})
"""With these somebody is only told to do a thing: "Berlin SHOULD provide missiles"."""

AFTER_QUOTE = 90
"""Code points after a closing quotation mark within which its speaker is named: ",” General Danladi said"."""

TELLING = frozenset({"allege", "claim", "report", "say", "tell"})
"""Verbs of whoever only tells what another did."""

CREWS = frozenset({"crew", "operator", "pilot"})
"""Those who use a weapon: "the crew of a Su-35 shot down …"."""

NUMBERED = 2
"""Letters and digits that a designation has at least: "T-90"."""

OWN = frozenset({"its", "their", "his", "her"})
"""Possessives that point back at a holder named in the sentence."""

HOSTILE = frozenset({"against", "at", "near", "on", "towards"})
"""Prepositions between a verb and the weapon that is its target."""

SPEAKING = frozenset({"my", "our"})
"""Possessives of whoever speaks: the person named last before the quotation, as a rule."""


def own(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Whom "its" or "our" before the weapon points at: the subject above, "Ukraine lost one of its MiG-29s".

    What somebody fires at is not his own: "Iran had fired at one of its warships".
    """
    owners = {child.lower_ for child in noun.children if child.dep_ == "poss"}
    if owners & OWN and noun.lemma_.casefold() in lexicon.trades:
        yield from names.states_before(words.paragraph.start + noun.left_edge.idx)[:1]
        return
    if owners & SPEAKING:
        yield from speaker(words, noun, names)
    if not owners & OWN:
        return
    token = noun
    if any(above.lower_ in HOSTILE for above in (noun.head, noun.head.head.head) if above.dep_ == "prep"):
        return
    while token.head != token:
        token = token.head
        doer = subject_of(token) if token.pos_ in {"VERB", "AUX"} else None
        if doer is not None and not (doer == noun or doer.is_ancestor(noun)):
            found = list(leading_names(words.paragraph, doer, names))
            if found:
                yield found[0]
                return


def speaker(words: Words, token: Token, names: Names) -> Iterator[Holder]:
    """Whom "we" and "our" mean: who is named right after the quotation, else the person named last before it."""
    text, base = words.text, words.paragraph.start
    closing = text.find('"', token.idx)
    if closing >= 0 and text.count('"', 0, token.idx) % 2 == 1:
        sentence_end = text.find(". ", closing + 1)
        end = min(len(text), closing + AFTER_QUOTE, sentence_end if sentence_end > 0 else len(text))
        after = names.people_inside(Span(base + closing, base + end)) if closing < end else ()
        if after:
            yield after[0]
            return
    yield from names.people_before(base + token.idx)[:1]


def antecedent(words: Words, pronoun: Token, names: Names) -> Iterator[Holder]:
    """Whom "it" and "they" mean: the subject above it, else that of the sentence before in the paragraph.

    "The ministry said it had sent up fighter jets": the ministry.
    """
    for verb in (token for token in pronoun.head.ancestors if token.pos_ in {"VERB", "AUX"}):
        doer = subject_of(verb)
        if doer is not None and doer.i < pronoun.i and doer.pos_ != "PRON":
            yield from list(leading_names(words.paragraph, doer, names))[:1]
            return
    before = [sent for sent in pronoun.doc.sents if sent.end <= pronoun.sent.start]
    for sent in before[-1:]:
        doer = told_doer(sent.root) or subject_of(sent.root)
        if doer is not None:
            yield from list(leading_names(words.paragraph, doer, names))[:1]


def told_doer(root: Token) -> Token | None:
    """Whose deeds a sentence reports: "The US says *Russia* used gas. It also used …"; nobody where it is a pronoun."""
    told = next((c for c in root.children if c.dep_ == "ccomp"), None) if root.lemma_ in TELLING else None
    doer = subject_of(told) if told is not None and told.i > root.i else None
    return doer if doer is not None and doer.pos_ == "PROPN" else None


def is_refused(verb: Token, lexicon: WeaponWords) -> bool:
    """Whether nobody does it: "has NOT sent tanks", "REFUSED to deliver missiles"."""
    chain = [verb]
    while chain[-1].dep_ in {"acl", "conj", "pcomp", "prep", "xcomp"} and chain[-1].head != chain[-1]:
        if chain[-1].dep_ == "conj" and any(child.dep_ in {"nsubj", "nsubjpass"} for child in chain[-1].children):
            break  # "they have not signed, and Moscow has used bombs"
        chain.append(chain[-1].head)
    return any(
        token.lemma_.casefold() in lexicon.refusing or any(is_undoing(token, child) for child in token.children)
        for token in chain
    )


def is_undoing(verb: Token, word: Token) -> bool:
    """Whether a word turns a verb round: "has NOT sent", "held BACK a shipment"."""
    return word.dep_ == "neg" or (verb.lemma_ in {"hold", "keep"} and word.lower_ == "back")


def is_wished(verb: Token, lexicon: WeaponWords) -> bool:
    """Whether it is only asked for or thought of: "URGED Berlin to send tanks", "SHOULD provide missiles"."""
    above, link = verb, verb
    for _ in range(FARTHEST):
        if any(child.lower_ in DUTY for child in above.children if child.dep_ == "aux"):
            return True
        open_clause = link.dep_ == "ccomp" and any(child.lower_ == "to" for child in link.children)
        if above.head == above or not (open_clause or above.dep_ in {"acl", "conj", "pcomp", "prep", "xcomp"}):
            return False
        link, above = above, above.head
        if above.lemma_.casefold() in lexicon.wishing:
            return True
    return False


def organiser(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who stands behind a show: "the display, ORGANISED BY the navy, features a torpedo"."""
    if noun.lemma_.casefold() not in lexicon.shows:
        return
    for clause in (child for child in noun.children if child.dep_ in {"acl", "relcl"}):
        for link in (child for child in clause.children if child.lower_ == "by"):
            yield from leading_names(words.paragraph, link, names)


def shown_at(words: Words, verb: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who shows what visitors see: "AT the exhibition organised by the army, you can see a tank"."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"at", "in", "on"})
    for noun in (child for link in links for child in link.children if child.dep_ == "pobj"):
        yield from organiser(words, noun, names, lexicon)


def taken_from(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """Who had it before or sold it: "tanks captured FROM Ukrainian troops", "vehicles that BELONGED TO the army"."""
    later = [other for other in noun.conjuncts if other.i > noun.i]
    clauses = [child for owner in (noun, *later[-1:]) for child in owner.children if child.dep_ in {"acl", "relcl"}]
    above = [noun.head] if noun.dep_ in {"dobj", "nsubj", "nsubjpass"} else []
    for verb in (*clauses, *above):
        lemma = verb.lemma_.casefold()
        for link in (child for child in verb.children if child.dep_ == "prep"):
            done = not any(child.lower_ in MODAL for child in verb.children)
            taken = link.lower_ == "from" and lemma in lexicon.taking and done
            if taken or (lemma == "belong" and link.lower_ == "to"):
                yield from leading_names(words.paragraph, link, names)
    if noun.dep_ == "dobj" and noun.head.lemma_.casefold() in lexicon.taking:  # as the parser hangs it as often
        yield from (
            holder
            for link in noun.children
            if link.dep_ == "prep" and link.lower_ == "from" and not future(noun.head)
            for holder in leading_names(words.paragraph, link, names)
        )


def future(verb: Token) -> bool:
    """Whether it has not happened yet: "WILL receive", "wants TO buy"."""
    return any(child.lower_ in MODAL or (child.lower_ == "to" and child.dep_ == "aux") for child in verb.children)


def deed_reported(words: Words, noun: Token, names: Names, lexicon: WeaponWords) -> Iterator[Holder]:
    """The state or body that reports what the weapon destroyed: "the navy reported that a Harpoon had sunk a frigate".

    Armies report the deeds of their own weapons on the enemy's; what struck a house is another matter.
    """
    fighting = noun.head.head if noun.dep_ == "pobj" and noun.head.head.lemma_.casefold() in CREWS else noun
    verb = fighting.head
    if fighting.dep_ != "nsubj" or verb.lemma_.casefold() not in lexicon.winning or not hits_arms(verb, lexicon):
        return
    for above in (token for token in verb.ancestors if token.pos_ == "VERB"):
        doer = subject_of(above)
        if doer is None or doer.i == noun.i:
            continue
        found = antecedent(words, doer, names) if doer.lower_ == "it" else leading_names(words.paragraph, doer, names)
        told = [holder for holder in found if isinstance(holder, PartyMention)]
        if told:
            yield from told
            return


def holds(verb: Token, through: str, lexicon: WeaponWords) -> bool:
    """Whether the verb gives its object to its subject; receiving counts only once it has happened."""
    lemma = verb.lemma_.casefold()
    if brings_down(verb):
        return through == "with"
    if lemma in lexicon.receiving:
        return verb.tag_ in {"VBD", "VBN"} and not any(child.lower_ in MODAL for child in verb.children)
    if through in {"from", "on"}:
        return True
    if through == "with":
        return lemma in lexicon.striking | lexicon.providing or any(
            child.dep_ == "dobj" and child.lemma_.casefold() in lexicon.assaults for child in verb.children
        )
    return lemma in lexicon.holding


def brings_down(verb: Token) -> bool:
    """Whether it is done to the other side's: "shot DOWN drones with guns"."""
    return any(child.dep_ in {"advmod", "prt"} and child.lower_ == "down" for child in verb.children)


def hits_arms(verb: Token, lexicon: WeaponWords) -> bool:
    """Whether what the verb destroys is a weapon itself: "a Leopard 2A6 tank"."""
    for noun in (child for child in verb.children if child.dep_ == "dobj"):
        for token in noun.subtree:
            designation = any(c.isdigit() for c in token.text) and any(c.isupper() for c in token.text)
            if lexicon.is_head(token.lemma_.casefold()) or (designation and len(token.text) > NUMBERED):
                return True
    return False
