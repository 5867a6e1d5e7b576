#!/usr/bin/env python3
"""Build a topic dossier: raw news articles in seeds/ become fact cards in content/ and a site in site/.

The stairs: the command line, and the six verbs in their order. Each command imports only the floors that it
walks, so that `--help` answers at once and `site` runs where no language model is installed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier import __version__
from dossier.arguments import Run, command_line, content_of, log_of, seeds_of, settings_of
from dossier.console import Console
from dossier.errors import DossierError, PublishError, UsageError
from dossier.memory import without_collector

if TYPE_CHECKING:
    from dossier.cards.addresses import Addresses
    from dossier.changes import Edition, Entry
    from dossier.imprint import Imprint
    from dossier.lexicon import Lexicon
    from dossier.model import Dossier, Mentions, Source
    from dossier.reviewing import Waiting
    from dossier.settings import Settings

CLEAN, FINDINGS, WRONG_USE = 0, 1, 2
"""Exit codes, the same for every command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; print one clear message and return 1 or 2 where it can't be done."""
    arguments = command_line(COMMANDS).parse_args(argv)
    console = Console(quiet=arguments.quiet)
    run: Run = arguments.run
    try:
        return run(arguments, console)
    except UsageError as problem:
        console.fail(str(problem))
        return WRONG_USE
    except DossierError as problem:
        console.fail(str(problem))
        return FINDINGS
    except KeyboardInterrupt:
        console.fail("stopped; nothing half-written was left behind")
        return FINDINGS


# ------------------------------------------------------------------------------------------------ the commands


def run_all(arguments: argparse.Namespace, console: Console) -> int:
    """``seeds/`` to ``site/``."""
    run_cards(arguments, console)
    return run_site(arguments, console)


@without_collector()
def run_cards(arguments: argparse.Namespace, console: Console) -> int:
    """Read, parse, find, compile; then write the landing."""
    from dossier.cards.store import write_dossier
    from dossier.cards.store.guard import guard_counts
    from dossier.changes import entered

    compiled = compile_cards(arguments, console)
    content, log = content_of(arguments), log_of(arguments)
    if not arguments.allow_loss:
        guard_counts(compiled.dossier, content)
    entry = entry_for(compiled, arguments) if log else None
    with entered(log, entry):
        write_dossier(compiled.dossier, compiled.addresses, content)
    console.done(f"{content}: {figures(compiled.dossier)}")
    return CLEAN


def run_site(arguments: argparse.Namespace, console: Console) -> int:
    """Read the landing back, render, publish."""
    from dossier.cards.store import read_dossier
    from dossier.findings.shares import shares_shown
    from dossier.pages import figures_of, render_pages
    from dossier.settings import Publish
    from dossier.sharing import draw_card
    from dossier.site import publish_site, workshop

    settings = settings_of(arguments)
    dossier = read_dossier(content_of(arguments))
    texts = whole_articles(dossier, seeds_of(arguments)) if settings.publish is Publish.FULL else None
    site = arguments.site or arguments.root / "site"
    pages = render_pages(dossier, settings, texts, imprint_of(arguments), workshop(site) / "templates")
    console.step(f"rendered {len(pages)} pages")
    card = draw_card(settings.title, settings.topic, figures_of(dossier, settings), settings.colour)
    publish_site(pages, settings, site, arguments.root / "mkdocs.yml", card)
    for share in shares_shown(dossier, settings.publish):
        console.step(str(share))
    console.done(f"{site / 'index.html'}: open it in a browser")
    return CLEAN


def run_check(arguments: argparse.Namespace, console: Console) -> int:
    """Everything that can be verified, all findings at once."""
    from dossier.cards.checks import check_dossier
    from dossier.cards.store import differences, read_addresses, read_cards

    content = content_of(arguments)
    dossier = read_cards(content)
    sources, _ = read_articles(arguments, console)
    findings = [str(finding) for finding in check_dossier(dossier, sources, read_addresses(content))]
    if not arguments.no_rebuild:
        rebuilt = compile_cards(arguments, console)
        findings += differences(rebuilt.dossier, rebuilt.addresses, content)
    for finding in findings:
        console.say(finding)
    if findings:
        console.tell_count(findings)
        return FINDINGS
    console.done(f"{content}: {figures(dossier)}, all as the seeds give them")
    return CLEAN


def run_serve(arguments: argparse.Namespace, console: Console) -> int:
    """Build, serve, and build again on every change."""
    from dossier.site import serve_site

    watched = [seeds_of(arguments), content_of(arguments), arguments.root / "mkdocs.yml"]
    serve_site(lambda: run_all(arguments, console), arguments.site or arguments.root / "site", watched, arguments.port)
    return CLEAN


def run_explain(arguments: argparse.Namespace, console: Console) -> int:
    """Compile in memory and tell the story of one card."""
    from dossier.explanations import explain_card

    compiled = compile_cards(arguments, console)
    console.say(explain_card(arguments.card, compiled.dossier, compiled.found))
    return CLEAN


def run_review(arguments: argparse.Namespace, console: Console) -> int:
    """Compile in memory and list what a person may decide."""
    from dossier.reviewing import as_json, as_text, find_waiting

    compiled = compile_cards(arguments, console)
    rows = find_waiting(compiled.dossier, compiled.found, decisions_waiting(arguments, compiled))
    console.say(as_json(rows) if arguments.json else as_text(rows))
    return CLEAN


def run_diff(arguments: argparse.Namespace, console: Console) -> int:
    """Two states of the cards side by side; nothing at all where they are equal."""
    from dossier.changes import as_line, as_markdown, as_text, entry_of, find_changes
    from dossier.revisions import open_content

    with open_content(arguments.old, arguments.root) as old, open_content(arguments.new, arguments.root) as new:
        changes = find_changes(edition_in(old), edition_in(new))
    entry = entry_of(changes)
    if entry is not None:
        told = {"text": as_text, "markdown": as_markdown}.get(arguments.format)
        console.say(told(changes) if told else as_line(entry))
    return CLEAN


def run_verify(arguments: argparse.Namespace, console: Console) -> int:
    """Read a built site as a stranger would, and compare what it quotes with the articles."""
    from dossier.pages.paper import visible
    from dossier.verifying import altered_files, articles_behind, verify_site

    site, (sources, _) = arguments.published, read_articles(arguments, console)
    count, altered = verify_site(site, {source.ref: source.text for source in sources}, visible)
    if not count:
        raise PublishError(str(site), "holds no quotation", "build it again")
    there = {source.file: source.sha256 for source in sources}
    findings = [str(quotation) for quotation in altered]
    findings += [
        f"{seeds_of(arguments) / file}: not what the site was built from; build it again"
        for file, sha256 in articles_behind(site).items()
        if there.get(file) != sha256
    ]
    findings += altered_files(site)
    for finding in findings:
        console.say(finding)
    if findings:
        console.tell_count(findings)
        return FINDINGS
    console.done(f"{site}: {count} quotations, all as in the articles")
    return CLEAN


def run_evaluate(arguments: argparse.Namespace, console: Console) -> int:
    """Compile each gold dossier from scratch and score it."""
    from dossier.evaluation import evaluate_dossier

    compiler = CardCompiler(settings_of(arguments), console)
    for folder in arguments.gold:
        result = evaluate_dossier(folder, compiler.compile_folder)
        console.say(result.as_json() if arguments.json else result.as_text(errors=arguments.errors))
    return CLEAN


def run_add(arguments: argparse.Namespace, console: Console) -> int:
    """File new articles and build; where that can't be done, ``seeds/`` is as it was."""
    from dossier.cards.store import read_cards
    from dossier.findings.brought import find_brought
    from dossier.sources.filing import filed

    content = content_of(arguments)
    before = {card.ref for card in read_cards(content).cards()}
    with filed(arguments.files, seeds_of(arguments)) as names:
        run_cards(arguments, console)
    for brought in find_brought(read_cards(content), before, names):
        console.say(str(brought))
    return CLEAN


def run_new(arguments: argparse.Namespace, console: Console) -> int:
    """An empty dossier, ready for its first article."""
    from dossier.settings import write_new_dossier

    write_new_dossier(arguments.folder)
    console.done(f"{arguments.folder}: put articles into seeds/, then run: python build.py --root {arguments.folder}")
    return CLEAN


# ------------------------------------------------------------------------------------------------ the stairs


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the lower four floors give in one build: the cards, their addresses, and what they were made from."""

    dossier: Dossier
    addresses: Addresses
    found: Sequence[Mentions]
    sources: tuple[Source, ...]


class CardCompiler:
    """The lower four floors with their word lists and language model, loaded once."""

    def __init__(self, settings: Settings, console: Console, lexicon: Lexicon | None = None) -> None:
        from dossier.documents import load_model
        from dossier.lexicon import load_lexicon

        self.console = console
        self.lexicon = lexicon or load_lexicon()
        self.model = load_model(settings.model)

    def find(self, sources: Sequence[Source]) -> list[Mentions]:
        """Parse and find, article by article."""
        from dossier.documents import parse_documents
        from dossier.mentions import find_mentions

        documents = self.console.counted(parse_documents(sources, self.model), len(sources), "reading articles")
        return [find_mentions(document, self.lexicon) for document in documents]

    def compile_folder(self, seeds: Path) -> Dossier:
        """The cards of a folder of articles, from scratch."""
        from dossier.cards import compile_dossier
        from dossier.cards.addresses import Addresses
        from dossier.cards.curation import Curation
        from dossier.sources import read_sources

        found = self.find(read_sources(seeds, self.lexicon))
        return compile_dossier(found, self.lexicon, Addresses(), Curation())


def read_articles(arguments: argparse.Namespace, console: Console) -> tuple[tuple[Source, ...], Lexicon]:
    """Read: the articles, and the word lists that they were read with."""
    from dossier.lexicon import load_lexicon
    from dossier.sources import read_sources

    lexicon = load_lexicon()
    sources = read_sources(seeds_of(arguments), lexicon)
    console.step(f"read {len(sources)} articles from {seeds_of(arguments)}")
    return sources, lexicon


def compile_cards(arguments: argparse.Namespace, console: Console) -> Compiled:
    """Read, parse, find, compile."""
    from dossier.cards import compile_dossier
    from dossier.cards.addresses import addresses_of
    from dossier.cards.store import read_addresses, read_curation

    content = content_of(arguments)
    addresses, curation = read_addresses(content), read_curation(content)
    sources, lexicon = read_articles(arguments, console)
    compiler = CardCompiler(settings_of(arguments), console, lexicon)
    found = compiler.find(sources)
    dossier = compile_dossier(found, compiler.lexicon, addresses, curation)
    return Compiled(dossier, addresses_of(dossier, addresses), found, sources)


def entry_for(compiled: Compiled, arguments: argparse.Namespace) -> Entry | None:
    """What a build changes in the cards that are there; the first build of a dossier changes nothing."""
    from dossier.changes import Edition, entry_of, find_changes

    before = edition_in(content_of(arguments))
    if not any(True for _ in before.dossier.cards()):
        return None
    return entry_of(find_changes(before, Edition(compiled.dossier, compiled.addresses.retired)), arguments.date)


def imprint_of(arguments: argparse.Namespace) -> Imprint:
    """What the site tells of its own making; the log without cards that a person hid."""
    from dossier.cards.store import read_addresses, read_cards
    from dossier.cards.store.digests import digest_of_folder
    from dossier.changes import read_log, without_cards
    from dossier.imprint import Imprint

    content, log = content_of(arguments), log_of(arguments)
    entries = read_log(log) if log else ()
    hidden = {card.ref for card in read_cards(content).cards() if card.hidden} if entries else set()
    digest, files = digest_of_folder(content)
    retired = read_addresses(content).retired
    return Imprint(f"dossier {__version__}", digest, files, without_cards(entries, hidden), retired)


def edition_in(content: Path) -> Edition:
    """All cards of a folder, hidden ones too, and where its retired addresses lead."""
    from dossier.cards.store import read_addresses, read_cards
    from dossier.changes import Edition

    return Edition(read_cards(content), read_addresses(content).retired)


def decisions_waiting(arguments: argparse.Namespace, compiled: Compiled) -> list[Waiting]:
    """The decisions that change nothing any more, or whose passages have changed since the cards were written."""
    from dossier.cards import compile_dossier
    from dossier.cards.curation import Curation
    from dossier.cards.curation.standing import idle_decisions, shaken_parts
    from dossier.cards.store import read_addresses, read_curation
    from dossier.lexicon import load_lexicon
    from dossier.reviewing import Sort, Waiting

    curation = read_curation(content_of(arguments))
    if not curation.parts:
        return []
    machine = compile_dossier(compiled.found, load_lexicon(), read_addresses(content_of(arguments)), Curation())
    idle = (
        Waiting(Sort.STALE, decision.where, str(decision), "take it away, or mend it")
        for decision in idle_decisions(machine, curation)
    )
    shaken = (
        Waiting(Sort.CHANGED, part.card.ref, part.card.name, "read the passage again", (), (passage,))
        for part, passage in shaken_parts(curation, {source.ref: source.text for source in compiled.sources})
    )
    return [*idle, *shaken]


def whole_articles(dossier: Dossier, seeds: Path) -> dict[str, str]:
    """Reference of a source -> its text, for ``publish: full``: the one setting under which a page needs the seeds."""
    from dossier.errors import SeedError
    from dossier.sources.seeds import read_seeds

    articles = {seed.sha256: seed.text for seed in read_seeds(seeds)}
    for card in dossier.sources:
        if card.sha256 not in articles:
            raise SeedError(str(seeds / card.file), "not the article of its card", "run `build.py cards` first")
    return {card.ref: articles[card.sha256] for card in dossier.sources}


def figures(dossier: Dossier) -> str:
    """``5 sources, 9 people, 12 weapons, 2 delegations, 45 claims, 14 organisations``."""
    kinds = ("sources", "people", "weapons", "delegations", "claims", "organisations", "events")
    return ", ".join(f"{len(getattr(dossier, kind))} {kind}" for kind in kinds if getattr(dossier, kind))


COMMANDS: Mapping[str, Run] = {
    "add": run_add,
    "all": run_all,
    "cards": run_cards,
    "check": run_check,
    "diff": run_diff,
    "evaluate": run_evaluate,
    "explain": run_explain,
    "new": run_new,
    "review": run_review,
    "serve": run_serve,
    "site": run_site,
    "verify": run_verify,
}


if __name__ == "__main__":
    sys.exit(main())
