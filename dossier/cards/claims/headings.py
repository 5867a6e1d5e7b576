"""What a claim is called and where it lives: attribution first, then the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.attributions import RELATIVE, WISH, behind_speaker, without_aside, without_relative
from dossier.cards.cast import Article
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.propositions import NEGATIONS, TELLING, lemmas_in
from dossier.cards.speakers.scene import Speaker
from dossier.lexicon import Lexicon
from dossier.model import ClaimMention, Evidence, Polarity

LONGEST_HEADING = 90
"""Characters of the proposition in a heading: what a search result shows in one line."""

CORE = 6
"""Words of the proposition in an address, beside the speaker."""

SPEAKER_WORDS = 4
"""Words of the speaker in an address: "spokesman for South Korea's Joint Chiefs" is cut."""

EDGES = " .,;:!–—-"
"""What a heading neither begins nor ends with."""

QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "'": "'"}
"""Opening quotation mark -> the one that closes it."""

DENYING = frozenset({"denial", "dismissal", "relative denial"})
"""Rules by which a cue denies; by any other it is the words themselves that are negative: "*no* jet has left"."""

STOPPED = re.compile(r"[.,;]([\"”’])$")
"""What a sentence sets before the last mark of a quotation in it, and a heading does not."""

CHARGED = re.compile(r"^(?!.*\b(?:is|are|was|were|has|had|would)\b.* of )([^,]{,60}?) of (?=\w+ing\b)")
"""The accused before the deed, where no "accused" is printed with them: "*the militia* of launching the attack"."""

MATTER = re.compile(r"^(?:about|concerning|of|over|regarding)\s")
"""What leads from "claims" to what is claimed: "denied claims *of* a ceasefire"."""

SINGULAR = {"deny": "denies", "doubt": "doubts"}


def speaker_of(group: Sequence[Saying]) -> Speaker:
    """Whose claim it is: the first who is known by name where others are described, "the operator"."""
    return next((saying.speaker for saying in group if saying.speaker.ref is not None), group[0].speaker)


def founding_words(group: Sequence[Saying]) -> Evidence:
    """What the founding telling says; for "denies the allegation" alone, the claim denied."""
    return founding_saying(group).told


def founding_saying(group: Sequence[Saying]) -> Saying:
    """The first telling that says what is claimed itself, else the first."""
    return next((s for s in group if s.told == s.mention.proposition), group[0])


def claim_heading(group: Sequence[Saying], lexicon: Lexicon) -> str:
    """``KCNA says: Kim led Shoigu on a tour …``, ``Both sides pledged to boost ties``: whose before what."""
    speaker, saying = speaker_of(group), founding_saying(group)
    if speaker.name is None:
        return f"Speaker not named: {capital(shortened(words_alone(saying)))}"
    who, sentence = capital(speaker.name), as_printed(saying, lexicon)
    if sentence is not None:
        return f"{who} {shortened(sentence)}"
    return f"{who} {verb_of(saying, speaker)}: {capital(shortened(words_alone(saying)))}"


def verb_of(saying: Saying, speaker: Speaker) -> str:
    """``says``; ``denies`` where it is the cue that denies, and not the words: "*no* jet has left, he said"."""
    mention = saying.mention
    if mention.polarity is not Polarity.DENIES or (saying.told == mention.proposition and negates(saying)):
        return "say" if speaker.plural else "says"
    verb = "doubt" if "doubt" in lemma_of(mention.cue.casefold()) else "deny"
    return verb if speaker.plural else SINGULAR[verb]


def negates(saying: Saying) -> bool:
    """Whether the words of a denial are negative themselves: "*no* jet has left, he said"."""
    return saying.mention.rule not in DENYING and NEGATIONS.search(saying.told.exact) is not None


def as_printed(saying: Saying, lexicon: Lexicon) -> str | None:
    """A claim as the sentence that the article makes of it, its speaker left out: "*has denied firing any missile*".

    ``None`` where the cue doesn't run on into what is claimed.
    """
    mention, told = saying.mention, saying.told
    cue, voice = mention.cue_at, voice_of(mention)
    if mention.rule == RELATIVE:
        return None
    if mention.rule == WISH:
        return wished(saying, lexicon)
    if told.span.covers(cue):
        return told.exact if cue.start == told.start else behind_speaker(told, voice, cue)
    if runs_on(saying, told, lexicon) or denies_at_once(saying):
        said = finite(cue.exact[: told.start - cue.start].strip(), speaker_of([saying]).plural, lexicon)
        return f"{said} {told.exact}"
    return None


def wished(saying: Saying, lexicon: Lexicon) -> str:
    """What a noun wants, with its verb: "calls from Oslo for restraint" is told as "calls for restraint"."""
    noun = saying.mention.cue.casefold()
    verb, space, joint = lexicon.claims.wishing[noun if noun in lexicon.claims.wishing else noun[:-1]].partition(" ")
    said, what = verb if speaker_of([saying]).plural else f"{verb}s", saying.told.exact
    return f"{said}{space}{joint} {what.removeprefix('for ')}" if what.startswith("for ") else f"{said} {what}"


def finite(cue: str, plural: bool, lexicon: Lexicon) -> str:
    """A cue as the verb of a sentence: "…, *calling* it a theft" is told as "calls it a theft"."""
    verb, space, rest = cue.partition(" ")
    base = next((lemma for lemma in present(verb.casefold()) if lemma in lexicon.claims.verbs), None)
    if base is None or plural:
        return cue if base is None else f"{base}{space}{rest}"
    if base.endswith(("ch", "sh", "ss", "x")):
        return f"{base}es{space}{rest}"
    named = re.sub(r"(?<=[^aeiou])y$", "ie", base)  # "denying": denies
    return f"{named}s{space}{rest}"


def present(participle: str) -> tuple[str, ...]:
    """What a present participle may come from: ``calling``, ``describing``, ``admitting``; nothing for another word."""
    if not participle.endswith("ing"):
        return ()
    stem = participle.removesuffix("ing")
    return (stem, f"{stem}e", stem[:-1])


def voice_of(mention: ClaimMention) -> Evidence | None:
    """Where the speaker is printed."""
    return mention.speaker.evidence if mention.speaker is not None else None


def denies_at_once(saying: Saying) -> bool:
    """Whether a denial's cue stands right before the noun that it denies: "dismissed *it as a fabrication*"."""
    mention, told = saying.mention, saying.told
    denied = mention.object
    return (
        mention.polarity is Polarity.DENIES
        and denied is not None
        and told.start == denied.start
        and told.source == mention.cue_at.source
        and mention.cue_at.end + 1 == told.start
    )


def words_alone(saying: Saying) -> str:
    """What is claimed without an attribution in the midst of it, and of a charge without the accused.

    "Those trolls*, he added,* generate loads of comments"; "*the militia of* launching the attack".
    """
    mention, told = saying.mention, saying.told
    inside = without_relative if mention.rule == RELATIVE else without_aside
    alone = inside(told, voice_of(mention), mention.cue_at)
    if alone is not None:
        return alone
    if mention.rule == "nominal":
        return MATTER.sub("", told.exact)
    if mention.polarity is Polarity.DENIES and told != mention.proposition:
        return CHARGED.sub("", told.exact)
    return told.exact


def runs_on(saying: Saying, told: Evidence, lexicon: Lexicon) -> bool:
    """Whether the cue makes one sentence with what follows it: "pledged | to boost ties", not "said | it was over".

    So does one that the proposition begins with: "called *for* restraint". One that names what stands before it does
    not: "what he called | 'close contacts'".
    """
    cue, said = saying.mention.cue_at, saying.mention.cue.split()
    words = {word.casefold() for word in (*said, *told.exact.split())}
    lemmas = [lemma for word in said for lemma in lemma_of(word.casefold())]
    verbs = [verb for lemma in lemmas for verb in lexicon.claims.verbs.get(lemma, ())]
    kinds = {verb.kind for verb in verbs if words.issuperset(verb.particles)}  # "claims it *as* its own" is another
    lending = lexicon.claims.lending
    lends = not (lending.verbs | lending.freely).isdisjoint(lemmas) or said[-1].casefold() in lending.nouns
    tells = lends or not kinds.isdisjoint(TELLING | {"defend", "side"})  # "defended *its decision*"
    ordered = "tell" in kinds and saying.mention.rule == "urge"  # "advised *Oslo to wait*", not "told | TASS that"
    names = "call" in kinds and told.exact[0] in QUOTES
    near = told.start <= cue.end + 1 or "accuse" in kinds  # "accused and condemned | *Oslo of breaking the truce*"
    touches = saying.mention.rule in {"ask", "expressed", "touch"}  # "asked | *Oslo to wait*", "hinted at | *a truce*"
    return (tells or ordered or touches) and not names and told.source == cue.source and cue.start < told.start and near


def lemma_of(word: str) -> tuple[str, ...]:
    """What a verb may come from: ``praised``, ``slammed``, ``thanks``, ``vowed``, ``calling``."""
    past = word.removesuffix("ed")
    plain = (word, word.removesuffix("s"), word.removesuffix("es"), past, past[:-1], word.removesuffix("d"))
    return *plain, *present(word)


def capital(name: str) -> str:
    """``name`` with a capital first letter: "Defence analysts"."""
    return name[:1].upper() + name[1:]


def shortened(words: str) -> str:
    """``words`` on one line, without enclosing marks, cut at a word where they are long."""
    line = re.sub(r"^that\s+", "", unquoted(" ".join(words.split())), flags=re.IGNORECASE)
    line = unquoted(line)
    if len(line) <= LONGEST_HEADING:
        return closed(line)
    return closed(line[: LONGEST_HEADING + 1].rsplit(" ", 1)[0].rstrip(EDGES) + " …")


def unquoted(line: str) -> str:
    """``line`` without quotation marks around the whole of it, or without a partner at its edges.

    ``"pure fantasy" reports of a strike`` keeps both; ``not "impressed."`` loses the stop.
    """
    line = line.strip(EDGES)
    closing = QUOTES.get(line[:1])
    if closing is not None and line.find(closing, 1) in {-1, len(line) - 1}:
        line = line[1:].strip(EDGES).removesuffix(closing)
    for opening, mark in QUOTES.items():
        lost = line.count(mark) % 2 if opening == mark else opening not in line
        if line.endswith(mark) and mark != "'" and lost:
            line = line.removesuffix(mark)
    return STOPPED.sub(r"\1", line.strip(EDGES))


def closed(line: str) -> str:
    """``line`` with the quotation mark closed that cutting has left open."""
    if line.count('"') % 2:
        return line + '"'
    return line + "”" if line.count("“") > line.count("”") else line


def claim_address(group: Sequence[Saying], article: Article, lexicon: Lexicon) -> str:
    """The text of an address: speaker, "denies" where it does, and the core of the founding words."""
    told = founding_words(group)
    speaker = (speaker_of(group).name or "unnamed").split()[:SPEAKER_WORDS]
    own = {word.casefold() for word in speaker}
    inserted = [span for saying in group if saying.told == told for span in attribution_in(saying)]
    rows = [row for row in lemmas_in(told, article.mentions) if not in_title(row[0], article)]
    rows = [row for row in rows if not any(span.start <= row[0] < span.end for span in inserted)]
    heavy = [row for row in rows if row[2] not in lexicon.paraphrases.light]
    words = units(
        [(start, told.exact[start - told.start : end - told.start]) for start, end, _ in heavy or rows], article
    )
    core = [word for word in words if word.casefold() not in own][:CORE]
    verb = ["denies"] if group[0].polarity is Polarity.DENIES else []
    return " ".join([*speaker, *verb, *(core or told.exact.split()[:CORE])])


def attribution_in(saying: Saying) -> Iterator[Evidence]:
    """Speaker and cue, where they stand in the midst of the words: "The port*, Dahl said,* is safe"."""
    voice, cue = voice_of(saying.mention), saying.mention.cue_at
    if saying.mention.rule in {"aside", RELATIVE} and saying.told.covers(cue):
        yield cue
        if voice is not None:
            yield voice


def in_title(offset: int, article: Article) -> bool:
    """Whether the word stands in somebody's title and not in the name: "Russia's Defence Minister | Sergei Shoigu"."""
    people = article.mentions.people
    if any(person.evidence.start <= offset < person.evidence.end for person in people):
        return False
    return any(place.start <= offset < place.end for p in people for role in p.roles for place in role.evidence)


def units(words: Sequence[tuple[int, str]], article: Article) -> list[str]:
    """Words with each name as one of them: ``Kim Jong Un``, ``met``, ``Sergei Shoigu``."""
    joined: dict[int, list[str]] = {}
    for offset, word in words:
        names = (p.evidence.start for p in article.mentions.people if p.evidence.start <= offset < p.evidence.end)
        joined.setdefault(next(names, offset), []).append(word)
    return [" ".join(parts) for parts in joined.values()]
