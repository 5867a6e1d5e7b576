"""Classes of equipment: a known noun with the words that make it one ("surveillance and attack drones")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.weapons.words import Word, Words, is_time, singular
from dossier.model import Kind, Rejected

LOADS = frozenset({"artillery", "grenade", "missile", "mortar", "rocket", "torpedo"})
"""Classes that also say what another is for: "missile and ROCKET launchers"."""

DESTRUCTION = ("of", "mass", "destruction")
AND = frozenset({"and", "or", "to"})
"""Words that coordinate modifiers: "short- to medium-range"."""

FEW = 4
"""Words after "of" among which the class that is counted stands: "rounds of 155mm artillery shells"."""

CALIBRE = re.compile(r"(?:\d{1,3}(?:[.,]\d{1,2})?-?)?(?:mm|millimet(?:er|re))")
"""How a text gives the bore of a gun before what it fires: "155mm", "the 76 *mm* gun"."""

DETERMINERS = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "such"})
"""Words with which a bare noun points back at a class that was named before: "one of the drones"."""


@dataclass(frozen=True, slots=True)
class ClassHit:
    """A class named by the words ``first`` to ``last`` of a paragraph."""

    words: Words
    first: int
    last: int
    name: str
    """Canonical: ``attack drone``."""
    printed: str
    """The words kept, in the singular: ``suicide drone`` where ``name`` is ``kamikaze drone``."""
    shown: str
    """The same in the text's own spelling: ``armored vehicle``, ``UAV``."""
    head: str
    """``drone``."""
    bare: bool
    """Whether the head stands without a modifier."""

    @property
    def definite(self) -> bool:
        """Whether a determiner before it makes it point back: "the missiles"."""
        before = self.words.at(self.first - 1)
        return before is not None and before.low in DETERMINERS and self.words.tight(self.first)

    def rejected(self, rule: str) -> Rejected:
        """The same candidate, turned down."""
        return Rejected(Kind.WEAPON, self.words.evidence(self.first, self.last), rule)


def find_classes(words: Words, lexicon: WeaponWords) -> Iterator[ClassHit | Rejected]:
    """Every class in one paragraph, coordinated modifiers as a class each, in the order of the text."""
    for word in words.words:
        if word.one == "weapon" and (hit := of_mass_destruction(words, word)) is not None:
            yield hit
            continue
        if not lexicon.is_head(word.one) or not is_noun(word):
            continue
        hit = read_class(words, word, lexicon)
        if hit is None:
            continue
        reason = why_not(hit, word, lexicon)
        if reason:
            yield hit.rejected(reason)
            continue
        yield from coordinated(hit, lexicon)
        yield hit


def of_mass_destruction(words: Words, head: Word) -> ClassHit | None:
    """The one class whose name goes on behind its noun: "WEAPONS of mass destruction"."""
    last = head.index + len(DESTRUCTION)
    following = tuple(word.low for word in words.words[head.index + 1 : last + 1])
    name = "weapon of mass destruction"
    hit = ClassHit(words, head.index, last, name, name, name, "weapon", bare=False)
    return hit if following == DESTRUCTION else None


def is_noun(word: Word) -> bool:
    """Whether the parser lets it be a noun, if only as an adjective; acronyms are, whatever it says ("UAVs")."""
    return word.token.pos_ in {"ADJ", "NOUN", "PROPN"} or word.text[:2].isupper()


def read_class(words: Words, head: Word, lexicon: WeaponWords) -> ClassHit | None:
    """The class that ends in ``head``; ``None`` where a vague noun lacks its licence ("vehicle")."""
    first, kept = head.index, list[str]()
    while first > 0 and words.words[first].tight and is_modifier(words.words[first - 1], lexicon):
        first -= 1
        kept.insert(0, words.words[first].low)
    allowed = lexicon.licensed.get(head.one, frozenset())
    if head.one not in lexicon.heads and not allowed & set(kept) and head.one not in lexicon.contextual:
        return None
    return named_class(ClassHit(words, first, head.index, "", "", "", head.one, bare=not kept), kept, lexicon)


def named_class(hit: ClassHit, modifiers: list[str], lexicon: WeaponWords) -> ClassHit:
    """``hit`` with its names: what is printed, and the listed synonym; the longest listed ending wins."""
    kept = [word for word in strong(hit.head, modifiers, lexicon) if word != hit.head]
    printed, shown = opened([*kept, hit.head], lexicon), spelt(hit, [*modifiers, hit.head], lexicon)
    for cut in range(len(kept) + 1):
        if cut and cut == len(kept) and hit.head not in lexicon.heads:
            break  # "jets" are fighter jets, "personnel carriers" are no aircraft carriers
        tail = " ".join([*kept[cut:], hit.head])
        if tail in lexicon.synonyms.values():
            break
        if tail in lexicon.synonyms:
            name = " ".join([*kept[:cut], lexicon.synonyms[tail]])
            return replace(hit, name=opened([lexicon.synonyms.get(name, name)], lexicon), printed=printed, shown=shown)
    return replace(hit, name=printed, printed=printed, shown=shown)


def spelt(hit: ClassHit, words: list[str], lexicon: WeaponWords) -> str:
    """The words of a name as the text has them; what a list cut short ("short- and medium-range") is filled in."""
    printed = {word.low: word.plain for word in hit.words.words[hit.first : hit.last + 1]}
    head = hit.words.words[hit.last]
    printed[hit.head] = head.plain.removesuffix("s") if head.text[:2].isupper() else singular(head.plain, lexicon)
    return opened([printed.get(word, word) for word in words], lexicon)


def strong(head: str, modifiers: list[str], lexicon: WeaponWords) -> list[str]:
    """The modifiers without the weak ones, where what is left makes a class: "light military vessel" needs both."""
    kept = [word for word in modifiers if word not in lexicon.weak]
    allowed = lexicon.licensed.get(head)
    return modifiers if not kept or (allowed and not allowed & set(kept) and allowed & set(modifiers)) else kept


def opened(words: list[str], lexicon: WeaponWords) -> str:
    """The words of a name, those that usually stand open without their hyphen: "air defence system", "FPV drone"."""
    shown = (word.replace("-", " ") if word in lexicon.open else word for word in words)
    return " ".join(word.upper() if word in lexicon.capitals else word for word in shown)


def is_modifier(word: Word, lexicon: WeaponWords) -> bool:
    """Whether a word can stand in a class before its head: listed, or a head in the singular ("missile launcher")."""
    if word.token.tag_ == "VB" and word.token.i > 0 and word.token.nbor(-1).lower_ == "to":
        return False  # "the drones used to target missiles"
    if word.text == "Navy":
        return False  # "a Royal Navy frigate"
    if word.low in lexicon.modifiers or word.low in lexicon.weak:
        return word.token.pos_ not in {"ADP", "AUX", "CCONJ", "DET", "PRON"} or "-" in word.low
    return not word.plural and word.low in lexicon.heads


def why_not(hit: ClassHit, head: Word, lexicon: WeaponWords) -> str | None:
    """The reason why the words name no class, or ``None``."""
    before, second = hit.words.at(head.index - 1), hit.words.at(head.index - 2)
    pair = f"{second.low} {before.low}" if before is not None and second is not None else ""
    if before is not None and head.tight and {before.low, pair} & set(lexicon.figures.get(head.one, ())):
        return f"{before.low} {head.one}: no weapon"
    allowed = lexicon.licensed.get(head.one, frozenset())
    inside = {word.low for word in hit.words.words[hit.first : hit.last]}
    if head.one in lexicon.contextual and not allowed & inside and not in_company(hit, lexicon):
        return f"{head.one}: nothing in the sentence is about arms"
    after = hit.words.at(head.index + 1)
    if head.one == "round" and hit.bare and after is not None and after.low == "of":
        return "one turn of many"  # "a fourth round of airstrikes"
    if head.one == "defence" and (not head.plural or acts(head)):
        return "those who man them"
    if counts_another(hit.words, head, lexicon):
        return "counts another class"
    kept = before_event(hit.words, head, lexicon) or (head.one == "weapon" and head.plural)  # "chemical weapons plants"
    if qualifies(hit.words, head, lexicon) and (hit.bare or not kept):
        return "only qualifies another noun"
    return None


def acts(head: Word) -> bool:
    """Whether a noun stands for those who serve it: "air DEFENCES shot down 20 drones", "downed by air DEFENCES"."""
    return head.token.dep_ == "nsubj" or (head.token.dep_ == "pobj" and head.token.head.lower_ == "by")


def counts_another(words: Words, head: Word, lexicon: WeaponWords) -> bool:
    """Whether it is the measure of what follows: "300,000 rounds of artillery shells"."""
    link, after = words.at(head.index + 1), words.at(head.index + 2)
    if head.one not in lexicon.contextual or link is None or link.low != "of" or after is None:
        return False
    sentence = words.sentence(head.index)
    following = [word for word in sentence if after.index <= word.index < after.index + FEW]
    return any(lexicon.is_head(word.one) or word.one == "ammunition" for word in following)


def in_company(hit: ClassHit, lexicon: WeaponWords) -> bool:
    """Whether the sentence holds what a doubtful noun needs: "scrambled jets", "shells and rockets"."""
    needed = lexicon.contextual[hit.head]
    for word in hit.words.sentence(hit.last):
        if hit.first <= word.index <= hit.last:
            continue
        if word.index == hit.first - 1 and any(char.isdigit() for char in word.text) and word.text[0].isalpha():
            return True  # "a Su-35S fighter"
        if word.index == hit.first - 1 and word.capital and word.low in lexicon.families:
            return True  # "Rafale jets"
        if not needed and word.index == hit.first - 1 and CALIBRE.fullmatch(word.low):
            return True  # "155mm shells"
        forms = {word.one, word.token.lemma_.casefold()}
        if needed & forms or (not needed and (forms & lexicon.battle or word.one in lexicon.heads)):
            return True
    return False


def qualifies(words: Words, head: Word, lexicon: WeaponWords) -> bool:
    """Whether the head is only the first half of something else: "missile technology", "drone and rocket attacks"."""
    after = words.at(head.index + 1)
    if after is None:
        return False
    if head.plural and head.one not in {"arm", "weapon", "munition"}:
        return False
    if after.tight and after.low in AND | {"&"} and not head.plural:
        other = words.at(after.index + 1)
        return other is not None and other.tight and heads_on(words, other, lexicon)
    if not after.tight:
        return False
    return follows_as_noun(words, head, after, lexicon)


def is_owned_trade(word: Word, lexicon: WeaponWords) -> bool:
    """Whether it is what somebody makes or sends of a class: "ITS missile deliveries", not "the drone industry"."""
    return word.one in lexicon.trades and any(c.dep_ == "poss" or c.ent_type_ == "NORP" for c in word.token.children)


def before_event(words: Words, head: Word, lexicon: WeaponWords) -> bool:
    """Whether what follows is a use of the class, which names it all the same: "limpet mine attacks"."""
    after = words.at(head.index + 1)
    return after is not None and after.tight and after.one in lexicon.events


def heads_on(words: Words, word: Word, lexicon: WeaponWords) -> bool:
    """Whether a coordinated singular head itself only qualifies: "rocket" in "drone and rocket attacks"."""
    while is_modifier(word, lexicon) or word.one in lexicon.heads:
        after = words.at(word.index + 1)
        if word.plural or after is None or not after.tight:
            return False
        if is_owned_trade(after, lexicon):
            return False
        if after.low in lexicon.events or after.one in lexicon.events:
            return True
        if not (is_modifier(after, lexicon) or after.one in lexicon.heads):
            return (
                after.token.pos_ == "NOUN"
                and after.low not in AND
                and not (after.plural and lexicon.is_head(after.one))
            )
        word = after
    return False


def follows_as_noun(words: Words, head: Word, after: Word, lexicon: WeaponWords) -> bool:
    """Whether the word after a head is the noun that it qualifies."""
    if after.text[0] in "'\"" or words.text[head.end : after.start].strip():
        return False
    if is_owned_trade(after, lexicon):
        return False
    if after.one in lexicon.events or after.token.pos_ == "NOUN":
        return not is_time(after) and after.token.tag_ != "CD"
    both = head.capital and after.capital and after.token.pos_ == "PROPN"
    return both and not words.titled and not is_time(after) and not head.text.isupper()


def coordinated(hit: ClassHit, lexicon: WeaponWords) -> Iterator[ClassHit]:
    """The further classes of "surveillance and attack drones" or "short- and medium-range ballistic missiles"."""
    words, at = hit.words, hit.first
    leading, *rest = [word.low for word in words.words[hit.first : hit.last]] or [""]
    licence = lexicon.licensed.get(hit.head)
    while leading and (other := linked(words, at)) is not None:
        if at == hit.first and other.low in lexicon.heads and gap_before(words, at) == ",":
            return  # "artillery, multiple rocket launchers": two of a list
        low = completed(words, other, leading)
        if low in lexicon.heads - LOADS and hit.head in lexicon.heads:
            return  # "drone and ballistic missile deliveries": two classes
        whole = [low, *rest]
        known = low in lexicon.modifiers or low in lexicon.weak or low in lexicon.heads
        if not known or other.plural or (licence and not licence & set(whole)) or is_of_noun_behind(hit, low):
            return
        yield named_class(replace(hit, first=other.index), whole, lexicon)
        at = other.index


def is_of_noun_behind(hit: ClassHit, low: str) -> bool:
    """Whether the first of two belongs to the noun behind the class: "*nuclear* and ballistic missile PROGRAMMES"."""
    after = hit.words.at(hit.last + 1)
    qualifies_too = after is not None and after.tight and after.token.pos_ == "NOUN"
    return low == "nuclear" and qualifies_too and not hit.words.words[hit.last].plural


def linked(words: Words, index: int) -> Word | None:
    """The word that is coordinated with the one at ``index``: by "and", a comma, or both."""
    link = words.at(index - 1)
    if link is None:
        return None
    if gap_before(words, index) == ",":
        return link
    if link.low in AND and not gap_before(words, index) and gap_before(words, index - 1) in {"", ",", "-"}:
        return words.at(index - 2)
    return None


def gap_before(words: Words, index: int) -> str:
    """What stands between the word at ``index`` and the one before it, blanks and quotation marks left out."""
    if not 0 < index < len(words.words):
        return "."
    text = words.text[words.words[index - 1].end : words.words[index].start]
    return text.strip(" \t\"'")


def completed(words: Words, word: Word, leading: str) -> str:
    """A modifier cut short by a hyphen, with what the next one ends in: "short-" beside "medium-range"."""
    if words.text[word.end : word.end + 1] == "-" and "-" in leading:
        return f"{word.low}-{leading.partition('-')[2]}"
    return word.low
