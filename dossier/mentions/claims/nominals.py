"""Nouns that report by themselves: ``amid accusations that …``, ``Kyiv's claim that …``, ``a denial by …``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.attributions import WISH
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.misread import late_verdict
from dossier.mentions.claims.pointing import POSSESSIVES
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS
from dossier.mentions.claims.voices import can_speak, ending_at, find_voice, voice_at
from dossier.model import Polarity

GOVERNING = frozenset({"add", "announce", "declare", "note", "read", "report", "say", "tell", "warn", "write"})
"""``said in a statement that``: the verb has the clause, not the noun."""
STANDING = frozenset(
    {"account", "clip", "criticism", "depiction", "description", "footage", "idea", "image", "involvement", "leak"}
    | {"notion", "photo", "photograph", "picture", "portrayal", "recording", "responsibility", "suggestion", "version"}
    | {"video", "wrongdoing"}
)
"""What may be denied without anybody's claiming it: ``rejected the idea of a corridor``."""
MAKING = frozenset({"issue", "level", "make", "renew", "repeat"})
"""Verbs whose subject owns the noun: ``repeated the claim that``."""
HOLDING = frozenset({"advance", "express", "hold", "push", "share", "voice"})
"""The same where nobody else is said to have it: ``expressed the opinion that``, against ``pushed his view that``."""


def find_nominals(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``amid accusations that Russia is being supplied with arms``: the noun is the cue, its clause the content."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    lemma, words = noun.lemma_.casefold(), scene.words
    turned_down = lemma in words.deniable and lemma not in STANDING and _is_denied(noun, scene)
    listed = lemma in words.asserting or lemma in words.denying or turned_down
    wished = [*_wishes(noun, scene)] if lemma in words.wishing else []
    if wished or not listed or _is_governed(noun):
        yield from wished
        return
    clause = next((c for c in noun.rights if _is_that_clause(c, noun, scene) or _is_bare_clause(c, noun, scene)), None)
    if clause is None and turned_down:
        clause = next((c for c in (*noun.subtree, *noun.head.rights) if _is_matter(c, noun, scene)), None)
    if clause is None:
        return
    voice = owner(noun, scene)
    if voice is None and lemma not in (words.deniable if _is_denied(noun, scene) else words.unowned):
        return
    told = frame_of_noun(noun, voice, _content(clause, noun, scene), scene)
    yield replace(told, head=clause.i, polarity=Polarity.DENIES if lemma in words.denying else Polarity.ASSERTS)


def frame_of_noun(noun: Token, voice: Voice | None, content: Run, scene: Scene) -> Frame:
    """The claim of a noun that is its own cue."""
    return Frame(
        cue=noun.text,
        cue_run=Run(noun.i, noun.i + 1),
        verb=noun.i,
        governor=noun.head.i,
        voice=voice,
        content=content,
        kind="noun",
        rule="nominal",
        quoted=noun.i in scene.quoted_in,
    )


def _wishes(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``amid calls from Oslo *for restraint*``, ``an appeal by the mayor *to open the road*``: what is asked for."""
    doc = scene.doc
    lent = noun.dep_ == "dobj" and noun.head.lemma_.casefold() in scene.words.lending.verbs | scene.words.lending.freely
    asked = {t.lemma_.casefold() for t in noun.subtree if t.dep_ == "pobj" and t.head.lower_ == "for"}
    if lent or not asked.isdisjoint(scene.words.answering):
        return  # "issued a call for help" has a verb that tells it; "requests for comment" go to whoever is meant
    voice = owner(noun, scene)
    if voice is None or not can_speak(voice, scene) or voice.run.holds(noun.i) or voice.pointer.how == "pronoun":
        return
    behind = max(voice.run.end, noun.i + 1)  # where the parse may hang it on the verb of the sentence
    near = {*noun.subtree, *doc[behind : behind + 1]}
    opens = [t for t in near if t.i > noun.i and t.lower_ in {"for", "to"} and _is_aim(t, noun)]
    if not opens:
        return
    first = min(opens, key=lambda t: t.i)
    end = (first.head if first.dep_ in {"aux", "mark"} else first).right_edge.i + 1
    if end + 1 < len(doc) and doc[end].tag_ == "TO" and doc[end].head.tag_ == "VB":
        end = doc[end].head.right_edge.i + 1  # "for Oslo *to act*"
    yield replace(frame_of_noun(noun, ending_at(voice, first.i, scene), Run(first.i, end), scene), rule=WISH)


def _is_aim(word: Token, noun: Token) -> bool:
    """Whether *for* or *to* leads to what is wanted: of the noun itself, or of a clause right below it."""
    if word.dep_ == "prep":
        return word.lower_ == "for" and (word.head == noun or word.head.i < noun.i)
    verb = word.head
    return word.dep_ in {"aux", "mark"} and verb.tag_ == "VB" and word == verb.left_edge


def owner(noun: Token, scene: Scene) -> Voice | None:
    """Whose word it is: ``Kyiv's``, ``Ukrainian``, ``by the ministry``; or who makes it (``repeated the claim``)."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in POSSESSIVES:
            return voice_at(child, scene)
        if child.dep_ in {"amod", "compound", "nmod"} and (child.i in scene.parties or _is_press(child, scene)):
            return voice_at(child, scene)
        by = next((c for c in child.children if c.dep_ == "agent"), child) if child.dep_ == "acl" else child
        if by.dep_ in {"prep", "agent"} and by.lower_ in {"by", "from", "of"}:
            pobj = next((c for c in by.children if c.dep_ == "pobj"), None)
            voice = voice_at(pobj, scene) if pobj is not None else None
            if voice is not None and can_speak(voice, scene):
                return voice
    possessor = next((c for c in noun.children if c.dep_ == "poss"), None)
    voiced = noun.lemma_.casefold() in scene.words.lending.nouns  # "expressed hope that": found as such
    making = MAKING if possessor is not None or voiced else MAKING | HOLDING
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in making:
        return find_voice(noun.head, scene)
    return voice_at(possessor, scene) if possessor is not None else None


def _is_that_clause(clause: Token, noun: Token, scene: Scene) -> bool:
    """Whether a clause tells what the noun says, not which noun is meant (``a claim that Tehran denies``)."""
    if clause.dep_ not in {"acl", "relcl", "ccomp"}:
        return False
    if not any(c.lower_ == "that" and c.i > noun.i for c in clause.lefts):
        return False
    if any(entry.denies for entry in scene.words.verbs.get(clause.lemma_.casefold(), ())):
        return any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > clause.i for c in clause.rights)
    return any(c.dep_ in SUBJECTS | {"csubj"} and c.lower_ != "that" for c in clause.lefts)


def _content(clause: Token, noun: Token, scene: Scene) -> Run:
    """A clause, or what a preposition brings up to the verdict on it: ``reports *of looting* as gossip``."""
    verdict = (t.i for t in clause.subtree if clause.dep_ == "prep" and t.dep_ == "prep" and t.lower_ == "as")
    late = late_verdict(noun, scene)
    return Run(clause.left_edge.i, next(verdict, late or clause.right_edge.i + 1))


def _is_matter(prep: Token, noun: Token, scene: Scene) -> bool:
    """Whether a preposition brings what a denied report tells: ``reports *of* deaths``, ``claims by X *about* raids``.

    Who makes it is no matter (``claims of the ministry``), nor is a thing of the person's own (``reports of it``).
    """
    if prep.dep_ != "prep" or prep.lower_ not in {"about", "concerning", "of", "on", "over", "regarding"}:
        return False
    astray = prep.head == noun.head and prep.i == noun.right_edge.i + 1 and prep.lower_ in {"about", "regarding"}
    if prep.i < noun.i or not (astray or prep.head == noun or prep.head.head.head == noun):
        return False
    told = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
    if told is None or told.pos_ == "PRON" or told.i in scene.parties or told.i in scene.people:
        return False
    voice = voice_at(told, scene)
    return voice is None or not can_speak(voice, scene)


def _is_bare_clause(clause: Token, noun: Token, scene: Scene) -> bool:
    """``rejected claims it leaked data``: a whole clause without *that*, right after what is denied."""
    if clause.dep_ not in {"acl", "relcl", "ccomp"} or clause.left_edge.i != noun.i + 1 or not _is_denied(noun, scene):
        return False
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS | {"nsubjpass"}), None)
    if subject is None or clause.lemma_ in MAKING or subject.lower_ in {"that", "which", "who"}:
        return False
    whole = any(c.dep_ in {"acomp", "attr", "ccomp", "dobj", "xcomp"} for c in clause.rights)
    return whole or subject.dep_ == "nsubjpass"


def _is_governed(noun: Token) -> bool:
    return noun.dep_ == "pobj" and any(a.lemma_ in GOVERNING for a in list(noun.ancestors)[:2])


def _is_press(noun: Token, scene: Scene) -> bool:
    """``media reports``, ``press reports``; no for ``social media posts``, which are nobody's."""
    social = any(child.lower_ == "social" for child in noun.children)
    return not social and noun.dep_ == "compound" and noun.lemma_.casefold() in scene.words.speakers.media


def _is_denied(noun: Token, scene: Scene) -> bool:
    """``rejected accusations that``, ``dismissed as "fantasy" reports that``: named and turned down in one sentence."""
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else noun.head.head
    entries = scene.words.verbs.get(verb.lemma_.casefold(), ())
    as_such = noun.head.lower_ == "as" and noun.dep_ in {"pobj", "appos"}
    return (noun.dep_ in {"dobj", "nsubjpass"} or as_such) and any(entry.denies for entry in entries)
