"""What a claim is called and where it lives: attribution first, then the article's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.cards.cast import Article
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.propositions import TELLING, lemmas_in
from dossier.cards.speakers.scene import Speaker
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Polarity

LONGEST_HEADING = 90
"""Characters of the proposition in a heading: what a search result shows in one line."""

CORE = 6
"""Words of the proposition in an address, beside the speaker."""

SPEAKER_WORDS = 4
"""Words of the speaker in an address: "spokesman for South Korea's Joint Chiefs" is cut."""

MARKS = "\"'“”‘’«»„ .,;:!–—-"


SINGULAR = {"deny": "denies", "doubt": "doubts"}


def speaker_of(group: Sequence[Saying]) -> Speaker:
    """Whose claim it is: the first who is known by name where others are described, "the operator"."""
    return next((saying.speaker for saying in group if saying.speaker.ref is not None), group[0].speaker)


def founding_words(group: Sequence[Saying]) -> Evidence:
    """The first telling that says what is claimed itself; for "denies the allegation" alone, the claim denied."""
    return next((s.told for s in group if s.told == s.mention.proposition), group[0].told)


def claim_heading(group: Sequence[Saying], lexicon: Lexicon) -> str:
    """``KCNA says: Kim led Shoigu on a tour …``, ``Both sides pledged to boost ties``: whose before what."""
    speaker, told = speaker_of(group), founding_words(group)
    if speaker.name is None:
        return f"Speaker not named: {capital(shortened(told.exact))}"
    who = capital(speaker.name)
    if group[0].polarity is Polarity.DENIES:
        verb = "doubt" if "doubt" in lemma_of(group[0].mention.cue.casefold()) else "deny"
        return f"{who} {verb if speaker.plural else SINGULAR[verb]}: {capital(shortened(told.exact))}"
    if runs_on(group[0], told, lexicon):
        cue = group[0].mention.cue_at
        return f"{who} {cue.exact[: told.start - cue.start].strip()} {shortened(told.exact)}"
    return f"{who} {'say' if speaker.plural else 'says'}: {capital(shortened(told.exact))}"


def runs_on(saying: Saying, told: Evidence, lexicon: Lexicon) -> bool:
    """Whether the cue makes one sentence with what follows it: "pledged | to boost ties", not "said | it was over".

    So does one that the proposition begins with: "called *for* restraint".
    """
    cue, said = saying.mention.cue_at, saying.mention.cue.split()
    words = {word.casefold() for word in (*said, *told.exact.split())}
    lemmas = [lemma for word in said for lemma in lemma_of(word.casefold())]
    verbs = [verb for lemma in lemmas for verb in lexicon.claims.verbs.get(lemma, ())]
    kinds = {verb.kind for verb in verbs if words.issuperset(verb.particles)}  # "claims it *as* its own" is another
    lending = lexicon.claims.lending
    lends = not (lending.verbs | lending.freely).isdisjoint(lemmas) or said[-1].casefold() in lending.nouns
    tells = lends or not kinds.isdisjoint(TELLING)
    return tells and told.source == cue.source and cue.start < told.start <= cue.end + 1


def lemma_of(word: str) -> tuple[str, ...]:
    """What a verb in the past or present tense may come from: ``praised``, ``thanks``, ``vowed``."""
    return word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")


def capital(name: str) -> str:
    """``name`` with a capital first letter: "Defence analysts"."""
    return name[:1].upper() + name[1:]


def shortened(words: str) -> str:
    """``words`` on one line, without enclosing marks, cut at a word where they are long."""
    line = re.sub(r"^that\s+", "", " ".join(words.split()).strip(MARKS), flags=re.IGNORECASE).strip(MARKS)
    if len(line) <= LONGEST_HEADING:
        return closed(line)
    return closed(line[: LONGEST_HEADING + 1].rsplit(" ", 1)[0].rstrip(MARKS) + " …")


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
    rows = [row for row in lemmas_in(told, article.mentions) if not in_title(row[0], article)]
    heavy = [row for row in rows if row[2] not in lexicon.paraphrases.light]
    words = units(
        [(start, told.exact[start - told.start : end - told.start]) for start, end, _ in heavy or rows], article
    )
    core = [word for word in words if word.casefold() not in own][:CORE]
    verb = ["denies"] if group[0].polarity is Polarity.DENIES else []
    return " ".join([*speaker, *verb, *(core or told.exact.split()[:CORE])])


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
