"""Made-up wire copy for `make bench`: one affair, told in as many articles as asked for.

Meant to weigh what a folder of real news weighs. Per article: some 300 words, a third of its sentences attributed, a
denial in one article of three, a visit in one of four; one article of five is a shortened reprint of an earlier one.
The cast grows with the square root of the number of articles, as it does in the news of one affair; most sentences are
said once, so that articles are of one origin only where they are reprints. A hundred articles give some 500 claims, 45
people, 80 organisations, 15 weapons, 10 visits and 80 origins; five real articles gave 30, 9, 19, 12, 2 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from random import Random

import yaml

WORDS = Path(__file__).with_name("bench_words.yml")
FRAMES = {
    "c": (
        "{office} {person} said on {day} that {deed}.",
        "“{Deed},” {person} told reporters in {town}.",
        "{Deed}, according to {other}'s {body}.",
        "{person} accused {other} of moving {n} {weapon} to {village} after {deed}.",
        "A spokesperson for {other}'s {body} said {deed}.",
        "Speaking in {town}, {rival} claimed that {deed}.",
        "{state} will deliver {n} {weapon} to {other} before the end of {month}, {person} announced.",
    ),
    "p": ("{Deed}.", "{Deed}, and {goods} grew dearer.", "By then {deed}.", "In {month} {deed}."),
    "a": ("The {weapon} stood {place} {time}.", "{other}'s army holds {n} {weapon} {place}."),
    "d": ("{other}'s {body} denied that {deed}.", "{rival} rejected as a fabrication the report that {deed}."),
    "v": (
        "A delegation from {other} led by {rival} arrived in {town} on {day} for talks on {goods} exports.",
        "{rival} travelled to {town} on {day} to meet {person}, bringing {n} officials of the {body}.",
    ),
    "r": ("{medium} reported that {deed}, citing an official in {town}.",),
}
"""Sentences: claims, plain ones, arms, denials, visits, relayed claims."""
SHAPE = "cpcpccpdpvpcapcprp"
"""The sentences of an article, in their order."""
CHANCES = {"d": 1 / 3, "v": 1 / 4, "r": 1 / 12}
"""How often a rare sort of sentence stands in its place; else a plain one does."""
PLACES = ("near {village}", "in {village}", "outside {town}", "at {village}", "off {village}", "behind {village}")
TIMES = ("at dawn", "on {day}", "in {month}", "for {goods}", "by lorry", "at night", "for {n} days", "", "")


def write_articles(folder: Path, number: int) -> None:
    """``number`` articles as files of ``folder``, the same each time."""
    words = yaml.safe_load(WORDS.read_text("utf-8"))
    room = Newsroom(
        Random(7),  # noqa: S311 - the same articles each time
        {key: row.split() if isinstance(row, str) else row for key, row in words.items()},
    )
    folder.mkdir(parents=True)
    for i, text in enumerate(room.articles(number)):
        (folder / f"{i:04}_wire.txt").write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Story:
    """Who and what one article is about."""

    state: str
    other: str
    person: str
    office: str
    rival: str
    weapon: str


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Draws stories and puts them into words."""

    chance: Random
    words: Mapping[str, Sequence[str]]

    def draw(self, key: str) -> str:
        """Any word of a list."""
        return self.chance.choice(self.words[key])

    def articles(self, number: int) -> Iterator[str]:
        """The texts; every fifth is a shortened reprint of an earlier one."""
        cast = [f"{self.draw('forenames')} {self.draw('surnames')}" for _ in range(6 + 4 * isqrt(number))]
        told: list[list[str]] = []
        for i in range(number):
            if i % 5 == 4:
                body = [line for line in self.chance.choice(told) if self.chance.random() < 0.8]
            else:
                body = list(self.sentences(self.story(cast)))
                told.append(body)
            head = f"{self.draw('towns').upper()}, July {1 + i % 28}, 2024 ({self.draw('media')}) - "
            yield head + "\n".join(body) + "\n"

    def story(self, cast: Sequence[str]) -> Story:
        """A story; the first of the cast are in the news most often."""
        person, rival = (cast[int(len(cast) * self.chance.random() ** 2)] for _ in range(2))
        state, other = self.chance.sample(self.words["states"], 2)
        return Story(state, other, person, self.draw("offices"), rival, self.draw("weapons"))

    def sentences(self, story: Story) -> Iterator[str]:
        """The sentences of one article."""
        for mark in SHAPE:
            drawn = mark if self.chance.random() < CHANCES.get(mark, 1) else "p"
            yield self.fill(self.chance.choice(FRAMES[drawn]), story)

    def fill(self, frame: str, story: Story) -> str:
        """A sentence from its frame."""
        names = {
            "state": story.state,
            "other": story.other,
            "person": story.person,
            "office": story.office,
            "rival": story.rival,
            "weapon": story.weapon,
            "n": str(self.chance.randint(2, 90)),
            "village": self.invent(),
            "town": self.draw("towns"),
            "goods": self.draw("goods"),
            "month": self.draw("months"),
            "day": self.draw("days"),
            "body": self.draw("bodies"),
            "medium": self.draw("media"),
        }
        names |= {
            "place": self.chance.choice(PLACES).format(**names),
            "time": self.chance.choice(TIMES).format(**names),
        }
        actor = f"the {self.draw('qualities')} {self.draw('actors')} of {self.invent()}"
        thing = f"{self.draw('deeds')} {names['n']} {self.draw('objects')}"
        deed = f"{actor} had {thing} {names['place']} {names['time']}".strip()
        line = frame.format(deed=deed, Deed=deed[0].upper() + deed[1:], **names)
        return line.replace(" .", ".").replace(" ,", ",")

    def invent(self) -> str:
        """A place that no other article names: ``Port Kelmira``."""
        name = "".join(self.chance.choices(self.words["syllables"], k=3))
        return f"{self.draw('capes')} {name.capitalize()}"
