"""What can be asked of the program: the command line with its help, and what its options stand for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dossier import __version__
from dossier.console import Console

if TYPE_CHECKING:
    from dossier.settings import Settings

Run = Callable[[argparse.Namespace, Console], int]
"""What a command does; it returns the exit code."""

Command = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command by its name and what it is about."""

EPILOG = """\
examples:
  python build.py                                   seeds/ -> content/ -> site/
  python build.py cards --seeds news --content out  compile the cards of any folder of articles
  python build.py add talks.html report.pdf         file new articles, tell what each brings
  python build.py check                             verify everything, write nothing
  python build.py explain people/sergei-shoigu      why each value stands on a card
  python build.py new ../my-dossier                 start a dossier of your own

exit codes: 0 clean, 1 something is wrong with the input, 2 wrong use
"""


def command_line(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """What can be asked, with help that teaches; ``runs`` has what each command does."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Build a topic dossier: raw news articles become sourced fact cards and a searchable site.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dossier {__version__}")
    add_folders(parser)
    add_log(parser)
    add_loss(parser)
    parser.set_defaults(run=runs["all"])
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        add_folders(sub, suppressed=True)
        sub.set_defaults(run=runs[name])
        return sub

    every = command("all", "compile the cards, render the pages, publish the site (what no command does)")
    cards = command("cards", "compile the cards from the articles: seeds/ -> content/")
    site = command("site", "render and publish from content/ alone, without the language model")
    for sub in (every, cards, site):
        add_log(sub, suppressed=True)
    for sub in (every, cards):
        add_loss(sub, suppressed=True)
    add_questions(command)
    add_starters(command)
    return parser


def add_questions(command: Command) -> None:
    """The commands that change nothing: look, tell, measure."""
    check = command("check", "verify seeds, cards and that the cards are what the seeds give; write nothing")
    check.add_argument("--no-rebuild", action="store_true", help="don't compile the cards again to compare them")
    serve = command("serve", "preview in a browser, rebuilt whenever a seed, a card or a template changes")
    serve.add_argument("--port", type=int, default=8000, help="on this machine (default: 8000)")
    explain = command("explain", "print why each value stands on a card: passages, rules, what was turned down")
    explain.add_argument("card", help="a reference such as people/sergei-shoigu, or an id")
    review = command("review", "list what waits for an editor: open speakers, possible doubles, stale decisions")
    review.add_argument("--json", action="store_true", help="one JSON object, all passages")
    diff = command("diff", "tell what changed between two states of the cards, and what caused it")
    diff.add_argument("old", help="a folder of cards, or a git revision: HEAD~1, main:content")
    diff.add_argument("new", help="likewise")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    verify = command("verify", "prove every quotation of a published site against the articles")
    verify.add_argument("published", type=Path, metavar="SITE", help="the folder of a built site")
    evaluate = command("evaluate", "measure the program on annotated dossiers")
    evaluate.add_argument("gold", nargs="+", type=Path, help="folders with seeds/ and gold.yml")
    evaluate.add_argument("--errors", action="store_true", help="list what was missed and what was invented")
    evaluate.add_argument("--json", action="store_true", help="one JSON object a line")


def add_starters(command: Command) -> None:
    """The commands that bring something new: articles, a dossier."""
    add = command("add", "check new articles, lay them into seeds/, build the cards, tell what each brought")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an article: .txt, .md, .html or .pdf")
    add_log(add, suppressed=True)
    add_loss(add, suppressed=True)
    new = command("new", "start a dossier of your own in a new folder")
    new.add_argument("folder", type=Path)


def add_folders(parser: argparse.ArgumentParser, *, suppressed: bool = False) -> None:
    """The options that every command shares; a sub-command must not reset what stood before it."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if suppressed else value

    parser.add_argument("--root", type=Path, default=default(Path()), help="the dossier's folder (default: here)")
    parser.add_argument("--seeds", type=Path, default=default(None), help="articles (default: ROOT/seeds)")
    parser.add_argument("--content", type=Path, default=default(None), help="cards (default: ROOT/content)")
    parser.add_argument("--site", type=Path, default=default(None), help="published pages (default: ROOT/site)")
    parser.add_argument("--quiet", "-q", action="store_true", default=default(False), help="only say what is wrong")


def add_log(parser: argparse.ArgumentParser, *, suppressed: bool = False) -> None:
    """Where the change log is."""
    about = "change log: one line of JSON a build that changes cards (default: ROOT/changes.jsonl, where there is one)"
    parser.add_argument(
        "--log", "--changes", type=Path, metavar="FILE", default=argparse.SUPPRESS if suppressed else None, help=about
    )


def add_loss(parser: argparse.ArgumentParser, *, suppressed: bool = False) -> None:
    """What a build that writes cards may do unasked, and how its entry in the log is dated."""
    default = argparse.SUPPRESS if suppressed else False
    about = "write the cards even if more than a fifth of a kind goes"
    parser.add_argument("--allow-loss", action="store_true", default=default, help=about)
    about = "date of the entry in the change log (default: that of the newest article or decision behind it)"
    parser.add_argument("--date", type=iso_date, default=argparse.SUPPRESS if suppressed else None, help=about)


def iso_date(text: str) -> str:
    """``2026-11-22``, as an option gives it."""
    return date.fromisoformat(text).isoformat()


def log_of(arguments: argparse.Namespace) -> Path | None:
    """The change log: as asked for, else ``ROOT/changes.jsonl`` where somebody has begun one."""
    standard: Path = arguments.root / "changes.jsonl"
    return arguments.log or (standard if standard.is_file() else None)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The dossier's settings, from ``mkdocs.yml`` in its folder."""
    from dossier.settings import read_settings

    return read_settings(arguments.root / "mkdocs.yml")


def seeds_of(arguments: argparse.Namespace) -> Path:
    """The folder of articles."""
    return Path(arguments.seeds or arguments.root / "seeds")


def content_of(arguments: argparse.Namespace) -> Path:
    """The folder of cards."""
    return Path(arguments.content or arguments.root / "content")
