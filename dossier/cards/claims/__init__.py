"""Compile claims: one card for one proposition by one speaker, in however many articles and wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.cast import Cast, compile_cast
from dossier.cards.claims.answers import Answerable
from dossier.cards.claims.below import named_below
from dossier.cards.claims.clusters import Saying, cluster
from dossier.cards.claims.copies import join_copies
from dossier.cards.claims.denials import linked, turned
from dossier.cards.claims.headings import claim_address, claim_heading, founding_words, speaker_of
from dossier.cards.claims.restated import OwnVoice, find_restated, read_own_voice
from dossier.cards.claims.sayings import read_sayings
from dossier.cards.referents import Referents
from dossier.cards.stories import Kin, of_one_story
from dossier.lexicon import Lexicon
from dossier.model import ClaimCard, Evidence, Kind, Mentions, Polarity, Report, Source, WeaponCard

Group = Sequence[Saying]
"""The tellings of one proposition by one speaker, earliest published first: the first one founds the card."""


def compile_claims(
    found: Sequence[Mentions], lexicon: Lexicon, who: Referents, weapons: Sequence[WeaponCard], addresses: Addresses
) -> tuple[ClaimCard, ...]:
    """The claims of all articles, sorted by id.

    ``who`` says which card each naming stands for; ``weapons`` are the cards that a proposition may be about.
    """
    found = sorted(found, key=lambda mentions: publication(mentions.source))
    cast = compile_cast(found, who, lexicon.parties)
    kin = of_one_story(who)
    groups, answered = group_dossier(read_dossier(cast, lexicon, kin), kin)
    ids = addresses.assign(Kind.CLAIM, [applicant(group, cast, lexicon) for group in groups])
    around = Around(lexicon, Subjects(cast, weapons), read_own_voice(cast, lexicon))
    links = [{f"{Kind.CLAIM.plural}/{ids[place]}": rule for place, rule in places.items()} for places in answered]
    cards = [card(slug, group, link, around) for slug, group, link in zip(ids, groups, links, strict=True)]
    return tuple(sorted(cards, key=lambda card: card.id))


def group_dossier(said: Sequence[Saying], kin: Kin) -> tuple[list[Group], list[Mapping[int, str]]]:
    """The sayings as groups of one claim each, and for each group the places of those that it answers, with the rule.

    The claims are grouped first, so that two denials can be known as one by what they deny.
    """
    claims = join_copies(cluster([saying for saying in said if saying.polarity is Polarity.ASSERTS]))
    index = Answerable(claims, kin)
    denials = join_copies(cluster([index.marked(saying) for saying in said if saying.polarity is Polarity.DENIES]))
    groups: list[Group] = [*claims, *denials]
    return groups, [*({} for _ in claims), *(index.answered_by(denial) for denial in denials)]


def read_dossier(cast: Cast, lexicon: Lexicon, kin: Kin) -> list[Saying]:
    """Every saying of the dossier, article by article, denials recognised and linked within their article."""
    articles = (named_below(read_sayings(article, cast, lexicon)) for article in cast.articles.values())
    said = turned([saying for article in articles for saying in article], kin)
    by_article: dict[str, list[Saying]] = {}
    for saying in said:
        by_article.setdefault(saying.source, []).append(saying)
    return [saying for article in by_article.values() for saying in linked(article)]


def publication(source: Source) -> tuple[bool, str, str]:
    """The order in which articles found cards: by date, undated last, then by id."""
    return source.published is None, source.published or "", source.id


@dataclass(frozen=True, slots=True)
class Around:
    """What a claim's card says beside the claim itself is read from here."""

    lexicon: Lexicon
    subjects: Subjects
    sentences: OwnVoice


def card(slug: str, group: Group, answers: Mapping[str, str], around: Around) -> ClaimCard:
    """The card of one group of tellings; ``answers`` gives the rule by which it answers each claim."""
    speaker = speaker_of(group)
    first: dict[str, Evidence] = {}
    for saying in group:
        first.setdefault(saying.source, saying.mention.passage)
    return ClaimCard(
        id=slug,
        name=claim_heading(group, around.lexicon),
        evidence=tuple(first.values()),
        speaker=speaker.name,
        speaker_ref=speaker.ref,
        candidates=speaker.candidates,
        polarity=group[0].polarity,
        reports=tuple(report(saying) for saying in group),
        about=around.subjects.of(group),
        answers=tuple(sorted(answers)),
        answer_rules=answers,
        restated=find_restated(group, around.sentences),
    )


def report(saying: Saying) -> Report:
    """One telling as the card shows it."""
    mention, speaker = saying.mention, saying.speaker
    return Report(
        passage=mention.passage,
        proposition=mention.proposition,
        speaker=speaker.said_as if speaker.name is not None else None,
        speaker_at=mention.speaker.evidence if mention.speaker else None,
        cue=mention.cue,
        cue_at=mention.cue_at,
        via=tuple(medium.name for medium in saying.via if medium.name is not None),
        via_at=saying.via_at,
        mode=mention.mode,
        rule=f"{mention.rule}; {speaker.rule}",
    )


def applicant(group: Group, cast: Cast, lexicon: Lexicon) -> Applicant:
    """The address that a claim would like: speaker, polarity, and the core of its founding words."""
    article = cast.articles[founding_words(group).source]
    places = (place for saying in group for place in (saying.mention.proposition, saying.mention.passage))
    return Applicant(claim_address(group, article, lexicon), tuple(dict.fromkeys(places)))


class Subjects:
    """The cards that words can be about."""

    def __init__(self, cast: Cast, weapons: Sequence[WeaponCard]) -> None:
        self._cast = cast
        self._weapons = {name.casefold(): card.ref for card in weapons for name in weapon_names(card)}

    def of(self, group: Group) -> tuple[str, ...]:
        """The references of all people, parties and weapons that the propositions of a group name, sorted."""
        return tuple(sorted({ref for saying in group for ref in self._inside(saying.mention.proposition)}))

    def _inside(self, place: Evidence) -> Iterator[str]:
        article = self._cast.articles[place.source]
        yield from (named.who.ref for named in article.inside(place))
        for weapon in article.mentions.weapons:
            if place.span.covers(weapon.evidence):
                ref = self._weapons.get(weapon.name.casefold()) or self._weapons.get(weapon.printed.casefold())
                if ref is not None:
                    yield ref


def weapon_names(card: WeaponCard) -> Iterator[str]:
    """The name of a weapon's card and its other surface forms."""
    yield card.name
    yield from (alias.name for alias in card.aliases)
