"""Where contents and attributions begin and end, and the quotations that touch them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.mentions.claims.frames import Telling, Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import FINITE, has_finite, has_own_subject

BESIDE = frozenset({"aux", "advmod", "prep", "npadvmod", "pobj", "appos"})
"""What may stand between a speaker and the verb: ``Putin on Tuesday said``."""
OCCASIONS = frozenset(
    {
        "address", "appearance", "briefing", "call", "comment", "conference", "hearing", "interview", "message",
        "meeting", "post", "reference", "remark", "reply", "response", "speech", "statement", "testimony", "tweet",
    }
)  # fmt: skip
"""On what one speaks; behind a comma such a phrase belongs to the attribution."""
ASKED = frozenset({"comment", "email", "inquiry", "journalist", "query", "question", "reporter", "request"})
"""What one answers in words."""
TITLING = frozenset({"ADJ", "DET", "NOUN", "PART", "PROPN"})
CLOSING = frozenset({",", ";", ":", "-", "--", "–", "—", ".", '"', "'"})


COMMENTING = re.compile(
    r"(?:, )?(?:but|and) (?:(?:he|she|it|they) )?(?:"
    r"(?:did not|didn['’]t|declined to|would not|wouldn['’]t|refused to) (?:immediately |further )?"
    r"(?:answer|clarify|comment|describe|disclose|elaborate|explain|give|identify|name|offer|provide|respond|reveal|say"
    r"|specify)\b"
    r"|(?:gave|offered|provided) (?:few|no)\b)"
    r"|(?:, )?without (?:elaborating|giving|going into|identifying|naming|offering|providing|specifying)\b"
    r"|(?:,|—|–|--?) ?(?:in )?(?:an? )?(?:[a-z]+ )?(?:allusion|jab|nod|reference|swipe) (?:at|to)\b"
    r"|(?:,|—|–|--?) ?an? (?:assertion|position|sentiment|view|warning) (?:echoed|repeated|shared)\b"
)
"""What the article adds: ``…, but did not elaborate``, ``…, an apparent reference to Oslo``, ``- a view shared by``."""

COMMENT_OPENS = frozenset({",", "-", "--", "but", "without", "–", "—"})


def attribution(told: Telling) -> Run:
    """The words of the attribution next to the content: ``KCNA said``, ``said Orban``."""
    verb, cue, voice = told.verb, told.cue.run, told.voice
    start, end = verb.i, cue.end
    for child in verb.lefts:
        if child.dep_ in {"aux", "advmod", "neg"} and verb.i - child.i <= 3:
            start = min(start, child.left_edge.i)
    if not told.sentence.holds(voice.run.start):
        return Run(start, end)
    if voice.run.start < verb.i:
        near = all(_is_beside(t, voice) for t in verb.doc[voice.run.end : start])
        if near or any(c.i == voice.head for c in verb.lefts):
            start = min(start, voice.run.start)
        start = _with_title(start, told)
        double = (c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i + 1 == start)
        start = min([start, *(c.left_edge.i for c in double)])  # "the state news agency" + "SPA" as two subjects
    elif voice.run.start - cue.end <= 1:
        end = max(end, voice.run.end)
    return Run(start, end)


def _with_title(start: int, told: Telling) -> int:
    """Back over the words before a name that the parse cut off from it: "…," spokeswoman + Hélène Vasseur said."""
    doc, index = told.scene.doc, start
    while index > told.sentence.start and _is_of_title(doc[index - 1]) and index - 1 not in told.scene.quoted_in:
        index -= 1
    parted = index > 0 and (index - 1 in told.scene.quoted_in or doc[index - 1].text == ",")
    return index if parted else start


def _is_of_title(token: Token) -> bool:
    return token.pos_ in TITLING or token.lower_ in {"and", "for", "of"}


def _is_beside(token: Token, voice: Voice) -> bool:
    return token.dep_ in BESIDE or not token.is_alpha or any(a.i == voice.head for a in token.ancestors)


def quote_before(edge: int, scene: Scene) -> Run | None:
    """The quotation that ends at ``edge``, a comma between them allowed; a mere slogan is none."""
    for index in (edge - 1, edge - 2):
        if index < 0:
            return None
        quote = scene.quotation_at(index)
        if quote is not None and quote.end <= edge:
            over = scene.doc[edge].is_sent_start and scene.doc[quote.end - 2].text == "."
            whole = len(quote) > 3 or scene.doc[quote.start].is_sent_start
            return quote if whole and not over and not _is_name(quote, scene) else None
        if scene.doc[index].text not in {",", "-", "–", "—"}:
            return None
    return None


def _is_name(quote: Run, scene: Scene) -> bool:
    """``Speaking on CNN's "Amanpour," …``: a programme or a film by its name, each word of it a capital."""
    words = [t for t in scene.doc[quote.start : quote.end] if t.is_alpha]
    owned = quote.start > 0 and scene.doc[quote.start - 1].tag_ in {"IN", "POS"}
    return owned and not has_finite(scene.doc, quote) and all(t.is_title or t.is_stop for t in words)


def quote_after(told: Telling) -> Run | None:
    """A quotation with a verb of its own between the cue and the end of its sentence."""
    scene = told.scene
    for index in range(told.cue.run.end, told.sentence.end):
        quote = scene.quotation_at(index)
        if quote is not None and quote.start >= told.cue.run.end:
            return quote if has_finite(scene.doc, quote) else None
    return None


def clause_end(told: Telling, clause: Token) -> int:
    """Past the clause, without what belongs to the attribution again.

    ``…, in an interview with CNN``; ``…, with one official adding that``; and in a relative clause set apart no further
    than the verb that takes the sentence up: ``The strike, which Kyiv said was carried out with a missile, killed …``
    """
    verb, end, doc, before = told.verb, clause.right_edge.i + 1, told.scene.doc, told.verb.left_edge.i - 1
    before -= doc[before].tag_ in {"WDT", "WP"}  # the parse may hang *which* on the inner clause
    apart = verb.dep_ == "relcl" and doc[before].text == ","
    for index in range(clause.i + 1, end - 1):
        if doc[index].lower_ in COMMENT_OPENS and COMMENTING.match(doc.text, doc[index].idx):
            return index
        if doc[index].text in {",", "–", "—", "-"} or (index in told.scene.quoted_in and doc[index].text == '"'):
            following = doc[index + 1]
            if _is_occasion(following) or _is_company(following, told) or (apart and following.tag_ in FINITE):
                return index
            if _is_answered(following, told) or (following.lower_ == "referring" and following.tag_ == "VBG"):
                return index
    return _past_quoted_verb(told, end)


def _past_quoted_verb(told: Telling, end: int) -> int:
    """``that the drone destroyed in May "was shot down"``: past the verb in marks, which was read apart."""
    doc = told.scene.doc
    if end + 1 >= len(doc) or not doc[end].is_quote or end not in told.scene.quoted_in:
        return end
    first = doc[end + 1]
    clause = first.head if first.dep_ in {"aux", "auxpass", "neg"} else first
    beside = clause.dep_ == "ccomp" and clause.head == told.verb and clause.left_edge.i >= end
    bare = beside and first.tag_ in FINITE and not has_own_subject(clause)
    return clause.right_edge.i + 1 if bare else end


def _is_occasion(token: Token) -> bool:
    """Whether a phrase tells on what occasion somebody spoke: ``in an interview with CNN``."""
    if token.lower_ not in {"in", "during", "at"}:
        return False
    occasion = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_.casefold() in OCCASIONS), None)
    return occasion is not None and not _is_reprisal(occasion)


def _is_reprisal(noun: Token) -> bool:
    """``fired rockets in response to the raid``: an answer in deeds; ``in reply to a question`` is one in words."""
    answered = (c for to in noun.rights if to.lower_ == "to" for c in to.rights if c.dep_ == "pobj")
    return noun.lemma_ in {"reply", "response"} and any(c.lemma_ not in ASKED for c in answered)


def _is_company(token: Token, told: Telling) -> bool:
    """Whether a phrase brings in a second speaker: ``with one official adding that``."""
    if token.lower_ != "with":
        return False
    reporting = told.scene.words.verbs
    return any(t.tag_ == "VBG" and t.lemma_.casefold() in reporting for c in token.children for t in [c, *c.children])


def _is_answered(token: Token, told: Telling) -> bool:
    """Whether an apposition calls the content by a noun that somebody else answers: ``, a charge Kyiv denied``."""
    words, noun = told.scene.words, token.head if token.dep_ == "det" else token
    if noun.i > token.i + 2 or noun.lemma_.casefold() not in words.deniable:
        return False
    verbs = (t for t in noun.subtree if t.dep_ in {"relcl", "acl", "ccomp"} and t.pos_ == "VERB" and t.i > noun.i)
    verb = next(verbs, None)
    if verb is None or verb.lemma_.casefold() not in words.verbs:
        return False
    named = any(c.dep_ == "appos" and c.i < verb.i for c in noun.children)  # ", a claim the governor, X, dismissed"
    return named or any(c.dep_ in {"nsubj", "agent"} and c.tag_ not in {"WDT", "WP"} for c in verb.children)


def left_limit(verb: Token, sentence: Run, edge: int) -> int:
    """Where content to the left can begin: the sentence, or past the conjunction that joins the cue's clause on."""
    if verb.dep_ != "conj":
        return sentence.start
    joints = [c.i for c in verb.head.rights if c.dep_ == "cc" and verb.head.i < c.i < edge]
    return joints[-1] + 1 if joints else sentence.start


def trim(run: Run, scene: Scene) -> Run:
    """``run`` without the punctuation and conjunctions at its ends; quotation marks that pair up inside stay."""
    start, end, doc = run.start, run.end, scene.doc
    while start < end and _is_idle_start(doc[start], scene):
        start += 1
    while end > start and _is_idle_end(doc[end - 1], start, scene):
        end -= 1
    texts = [token.text for token in doc[start:end]]
    opened = texts.count("(") > texts.count(")") and end < len(doc) and doc[end].text == ")"
    return Run(start, end + opened)  # "on Tuesday (Jul 29)"


def without_joint(run: Run, scene: Scene) -> Run:
    """A piece of a quotation without the conjunction that joins it to the next: ``“They went on | and |``."""
    end = run.end
    while end > run.start + 1 and (scene.doc[end - 1].is_space or scene.doc[end - 1].lower_ in JOINTS):
        end -= 1
    cut = end < run.end and scene.doc[end - 1].text == ","
    return Run(run.start, end - cut)


JOINTS = frozenset({"and", "but", "or"})


def _is_idle_start(token: Token, scene: Scene) -> bool:
    if token.is_space or token.dep_ == "cc" or token.lower_ in {"and", "but"}:
        return True
    if token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ in {"IN", "WDT"}):
        return True
    quote = scene.quotation_at(token.i)
    opens = quote is not None and quote.start == token.i and token.i in scene.marked
    return token.is_punct and not opens and token.text not in {"(", "[", "$", "#"}


def _is_idle_end(token: Token, start: int, scene: Scene) -> bool:
    if token.is_space or token.dep_ == "cc":
        return True
    quote = scene.quotation_at(token.i)
    if quote is not None and quote.end == token.i + 1:
        return quote.start < start
    return token.text in CLOSING and (quote is None or quote.end != token.i + 2)
