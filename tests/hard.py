"""The hard problems, measured: titled articles and what a careful reader says about each, in ``tests/cases/hard``.

    python tests/hard.py [NAME ...]      the share that is read right, and what is not
    python tests/hard.py --pin           raise the floors to what is reached now; none is lowered

A case is a second-level heading, the article in a quotation (a line of it is a paragraph, a blank line between two
quotations begins another article of the same dossier), and a list of sentences about it. The sentences are those of
``CHECKS``; words in double quotes stand in an article and pin a claim. A file's first lines say how many were right
at a named commit before its problem was worked on, and how many must be right now:

    Before: 11 of 31 at 22e8cd8. Floor: 25 of 31.

To measure another state: ``git worktree add /tmp/old 22e8cd8 && PYTHONPATH=/tmp/old python tests/hard.py``.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.append(str(ROOT))  # behind PYTHONPATH, so that another state can be measured

from build import CardCompiler  # noqa: E402
from dossier.model import Card, ClaimCard, Dossier, Polarity, Report, Statement  # noqa: E402

HARD = Path(__file__).resolve().parent / "cases" / "hard"
FIGURES = re.compile(r"Before: (\d+) of (\d+) at (\w+)\. Floor: (\d+) of (\d+)\.")


@dataclass(frozen=True, slots=True)
class Case:
    """One titled case: the articles of a small dossier and the sentences that must hold of its cards."""

    title: str
    articles: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One file: a hard problem with its cases."""

    name: str
    floor: int
    cases: tuple[Case, ...]

    @property
    def total(self) -> int:
        """How many sentences are asked."""
        return sum(len(case.expected) for case in self.cases)


def read_problem(name: str) -> Problem:
    """``tests/cases/hard/<name>.md``; an error where its floor does not count all of its sentences."""
    text = (HARD / f"{name}.md").read_text("utf-8")
    figures = FIGURES.search(text)
    assert figures, f"{name}.md: no line like 'Before: 11 of 31 at 22e8cd8. Floor: 25 of 31.'"
    problem = Problem(name, int(figures[4]), read_cases(text))
    counted = {int(figures[2]), int(figures[5])}
    assert counted == {problem.total}, f"{name}.md: {problem.total} sentences, the figures count {counted}"
    return problem


def read_cases(text: str) -> tuple[Case, ...]:
    """The cases of a file, one a second-level heading."""
    return tuple(read_case(section) for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:])


def read_case(section: str) -> Case:
    """One section below its heading mark."""
    title, _, body = section.partition("\n")
    quoted = re.findall(r"(?:^> ?.*\n?)+", body, flags=re.MULTILINE)
    articles = tuple("\n".join(line[2:] for line in block.splitlines()) + "\n" for block in quoted)
    return Case(title.strip(), articles, tuple(re.findall(r"^- (.+)$", body, flags=re.MULTILINE)))


def missed(case: Case, compiler: CardCompiler) -> Iterator[str]:
    """The sentences of a case that do not hold."""
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(case.articles):
            (Path(folder) / f"{number:03}.txt").write_text(article, "utf-8")
        dossier = compiler.compile_folder(Path(folder))
    yield from (sentence for sentence in case.expected if not holds(sentence, dossier, case))


def holds(sentence: str, dossier: Dossier, case: Case) -> bool:
    """Whether one sentence about the articles is true of the cards."""
    for pattern, check in CHECKS:
        match = re.fullmatch(pattern, sentence)
        if match:
            pinned = re.findall(r'"([^"]+)"', sentence)
            assert all(any(words in text for text in case.articles) for words in pinned), f"not in the text: {sentence}"
            return check(dossier, *match.groups())
    raise AssertionError(f"no such sentence: {sentence}")


# ------------------------------------------------------------------------------------------------ claims


def claim_at(dossier: Dossier, words: str) -> tuple[ClaimCard, Report] | None:
    """The claim whose proposition holds the words and is the shortest that does."""
    found = [(card, r) for card in dossier.claims for r in card.reports if words in r.proposition.exact]
    return min(found, key=lambda pair: len(pair[1].proposition.span), default=None)


def is_said_by(dossier: Dossier, words: str, speaker: str) -> bool:
    found = claim_at(dossier, words)
    names = {plain(name) for name in (found[0].speaker, found[1].speaker) if name} if found else set()
    return found is not None and (not names if speaker == "nobody" else plain(speaker) in names)


def is_open(dossier: Dossier, words: str, first: str, second: str) -> bool:
    found = claim_at(dossier, words)
    return found is not None and found[0].speaker is None and {first, second} <= set(found[0].candidates)


def comes_through(dossier: Dossier, words: str, media: str) -> bool:
    found = claim_at(dossier, words)
    wanted = [] if media == "nobody" else [plain(name) for name in media.split(" and ")]
    return found is not None and [plain(name) for name in found[1].via] == wanted


def is_denied(dossier: Dossier, words: str) -> bool:
    found = claim_at(dossier, words)
    return found is not None and found[0].polarity is Polarity.DENIES


def is_asserted(dossier: Dossier, words: str) -> bool:
    found = claim_at(dossier, words)
    return found is not None and found[0].polarity is Polarity.ASSERTS


def is_no_claim(dossier: Dossier, words: str) -> bool:
    return claim_at(dossier, words) is None


def is_same(dossier: Dossier, words: str, others: str) -> bool:
    left, right = claim_at(dossier, words), claim_at(dossier, others)
    return left is not None and right is not None and left[0].id == right[0].id


def is_another(dossier: Dossier, words: str, others: str) -> bool:
    left, right = claim_at(dossier, words), claim_at(dossier, others)
    return left is not None and right is not None and left[0].id != right[0].id


def answers(dossier: Dossier, words: str, others: str) -> bool:
    claim = claim_at(dossier, others)
    denials = [
        c for c in dossier.claims for r in c.reports if words in r.passage.exact and c.polarity is Polarity.DENIES
    ]
    return claim is not None and any(claim[0].ref in denial.answers for denial in denials)


def answers_nothing(dossier: Dossier, words: str) -> bool:
    found = claim_at(dossier, words)
    return found is not None and not found[0].answers


# ------------------------------------------------------------------------------------------------ the other cards


def is_there(dossier: Dossier, kind: str, name: str) -> bool:
    return card_of(cards_of(dossier, kind), name) is not None


def is_not_there(dossier: Dossier, kind: str, name: str) -> bool:
    return not is_there(dossier, kind, name)


def is_held(dossier: Dossier, weapon: str, holder: str) -> bool:
    card = card_of(dossier.weapons, weapon)
    return card is not None and plain(holder) in values(card, "held_by")


def is_not_held(dossier: Dossier, weapon: str, holder: str) -> bool:
    card = card_of(dossier.weapons, weapon)
    return card is not None and plain(holder) not in values(card, "held_by")


def has(dossier: Dossier, kind: str, name: str, key: str, value: str) -> bool:
    card = card_of(cards_of(dossier, kind), name)
    return card is not None and plain(value) in values(card, key)


def visited(dossier: Dossier, sender: str, head: str | None, members: str | None, to: str | None) -> bool:
    wanted = [("from", [sender]), ("head", [head]), ("to", [to]), ("member", re.split(r", | and ", members or ""))]
    for card in dossier.delegations:
        if all(plain(name) in values(card, key) for key, names in wanted for name in names if name):
            return True
    return False


def counted_visits(dossier: Dossier, number: str) -> bool:
    return len(dossier.delegations) == int(number)


def cards_of(dossier: Dossier, kind: str) -> Sequence[Card]:
    return {"person": dossier.people, "weapon": dossier.weapons, "organisation": dossier.organisations}[kind]


def card_of(cards: Sequence[Card], name: str) -> Card | None:
    return next((c for c in cards if plain(name) in {plain(n) for n in (c.name, *(a.name for a in c.aliases))}), None)


def values(card: Card, key: str) -> set[str]:
    rows: Sequence[Statement] = card.statements.get(key, ())
    return {plain(row.value) for row in rows if row.value}


def plain(name: str) -> str:
    """A name without case, article and the curls of its marks."""
    return re.sub(r"^(?:the|an?) ", "", name.casefold().replace("’", "'"))


CHECKS: Final[tuple[tuple[str, Callable[..., bool]], ...]] = (
    (r'"([^"]+)" is said by ([^"]+)', is_said_by),  # a name, or "nobody"
    (r'"([^"]+)" is open between (.+) and (.+)', is_open),
    (r'"([^"]+)" comes through ([^"]+)', comes_through),  # names joined by "and", nearest first, or "nobody"
    (r'"([^"]+)" is denied', is_denied),
    (r'"([^"]+)" is asserted', is_asserted),
    (r'"([^"]+)" is no claim', is_no_claim),
    (r'"([^"]+)" is the same claim as "([^"]+)"', is_same),
    (r'"([^"]+)" is another claim than "([^"]+)"', is_another),
    (r'"([^"]+)" answers "([^"]+)"', answers),
    (r'"([^"]+)" answers nothing', answers_nothing),
    (r"there is a (person|weapon|organisation) ([^:]+)", is_there),
    (r"there is no (person|weapon|organisation) ([^:]+)", is_not_there),
    (r"the (person|weapon|organisation) ([^:]+): (role|type|of) is (.+)", has),
    (r"the ([^:]+) is held by (.+)", is_held),
    (r"the ([^:]+) is not held by (.+)", is_not_held),
    (r"a delegation from (.+?)(?:, led by (.+?))?(?:, with (.+?))?(?:, to (.+))?", visited),
    (r"there (?:is|are) (\d+) delegations?", counted_visits),
)
"""Each sentence that a case may use, and what it asks of the cards; its groups are the arguments."""


def main(arguments: Sequence[str]) -> None:
    """Print the share of each problem and the sentences that do not hold; with ``--pin`` raise the floors."""
    from dossier.console import Console
    from dossier.settings import Settings

    compiler = CardCompiler(Settings(), Console(quiet=True))
    names = [name for name in arguments if not name.startswith("-")]
    for name in names or sorted(path.stem for path in HARD.glob("*.md")):
        text = (HARD / f"{name}.md").read_text("utf-8")
        cases = read_cases(text)
        wrong = [(case.title, sentence) for case in cases for sentence in missed(case, compiler)]
        total = sum(len(case.expected) for case in cases)
        print(f"{name}: {total - len(wrong)} of {total}")
        print("".join(f"    {title}: {sentence}\n" for title, sentence in wrong), end="")
        figures = FIGURES.search(text)
        if "--pin" in arguments and figures and int(figures[4]) < total - len(wrong):
            pinned = text[: figures.start(4)] + f"{total - len(wrong)} of {total}" + text[figures.end(5) :]
            (HARD / f"{name}.md").write_text(pinned, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
