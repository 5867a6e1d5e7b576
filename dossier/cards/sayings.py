"""From what the finders marked to who said what: speakers, relays, denials and their matter, article by article."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cards.cast import Article, Cast
from dossier.cards.clusters import Saying
from dossier.cards.denials import answering, turned
from dossier.cards.propositions import read_content
from dossier.cards.scene import NOBODY, Scene, Speaker, Turn
from dossier.cards.speakers import resolve
from dossier.cards.wording import read_wording
from dossier.lexicon import Lexicon
from dossier.model import ClaimMention, Evidence, Polarity


def read_turns(article: Article, cast: Cast, lexicon: Lexicon) -> list[Turn]:
    """Every claim of an article with its speaker and relays, in the order of the text."""
    turns: list[Turn] = []
    for claim in sorted(article.mentions.claims, key=lambda c: (c.passage.start, c.cue_at.start, c.proposition.start)):
        scene = Scene(
            cast=cast,
            article=article,
            lexicon=lexicon,
            turns=turns,
            claim=claim,
            place=claim.passage,
            how="name",
            words=read_wording("", lexicon.spelling),
        )
        speaker = resolve(claim.speaker, scene)
        heard = list(relays(claim, speaker, scene))
        turns.append(Turn(claim, speaker, tuple(medium for medium, _ in heard), tuple(at for _, at in heard)))
    return turns


def relays(claim: ClaimMention, speaker: Speaker, scene: Scene) -> Iterator[tuple[Speaker, Evidence]]:
    """The media that relay a claim and where they are printed, nearest first, each once; never the speaker."""
    met = {speaker.key} if speaker is not NOBODY else set()
    for pointer in claim.via:
        medium = resolve(pointer, scene)
        if medium.name is not None and medium.key not in met:
            met.add(medium.key)
            yield medium, pointer.evidence


def read_sayings(article: Article, cast: Cast, lexicon: Lexicon) -> list[Saying]:
    """Every saying of an article, denials linked with the claim that they answer in it."""
    plain = [as_saying(turn, article, lexicon) for turn in read_turns(article, cast, lexicon)]
    said = [turned(saying, plain) for saying in plain]
    return [answering(saying, said) if saying.polarity is Polarity.DENIES else saying for saying in said]


def as_saying(turn: Turn, article: Article, lexicon: Lexicon) -> Saying:
    """One turn with the matter of its proposition."""
    mention = turn.mention
    told = mention.proposition
    content = read_content(told, article, lexicon, turn.speaker.party)
    return Saying(mention, turn.speaker, turn.via, turn.via_at, mention.polarity, content, told)
