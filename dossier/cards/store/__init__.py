"""The only door to ``content/``: cards, addresses and decisions, in and out.

A file has three parts: what the machine states, the digest by which a hand's edit is found, and the person's part,
which is carried over letter for letter, comments included. All faults of all cards are reported at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.cards.addresses import Addresses
from dossier.cards.curation import without_hidden
from dossier.cards.curation.decisions import Curation, Part, read_part
from dossier.cards.rows import REF, Row
from dossier.cards.store.digests import digest_line, hand_edits, is_untouched
from dossier.cards.store.folder import change_files, settle
from dossier.cards.store.layout import lay_out, place
from dossier.cards.store.reading import read_card
from dossier.errors import CardError, CardErrors
from dossier.model import Card, Dossier, Evidence, Kind, SourceCard
from dossier.notation import Fault, Node, compose_yaml, parse_yaml, word

ADDRESSES = "addresses.yml"
TEXT = ".txt"
"""Beside a source's card: the article's text, where it was extracted from a saved page or a PDF."""
NO_CURATION = "curated: {}\n"
EXTRACTED = re.compile(r'^extracted: "?([0-9a-f]{64})"?$', re.MULTILINE)
LINE = re.compile(r"[^\n]*\n|[^\n]+")
KEY = re.compile(r"([a-z][a-z0-9_]*):")


@dataclass(frozen=True, slots=True)
class CardFile:
    """One card's file, cut into its three parts. ``machine`` has plain line ends."""

    path: Path
    kind: Kind
    text: str
    machine: str
    digest: str
    curated: str

    @property
    def ref(self) -> str:
        """How other cards name it: ``people/sergei-shoigu``."""
        return f"{self.kind.plural}/{self.path.stem}"

    @property
    def is_untouched(self) -> bool:
        """Whether no hand was ever on it, so that it need not be parsed to know so."""
        ours = self.machine.startswith(f"id: {word(self.path.stem)}\nkind: {self.kind}\n")
        return ours and self.curated == NO_CURATION and is_untouched(self.machine, self.digest)


# ---------------------------------------------------------------------------------------------- writing


def write_dossier(dossier: Dossier, addresses: Addresses, folder: Path, curation: Curation | None = None) -> None:
    """Bring ``folder`` to hold exactly these cards and addresses, all at once or not at all.

    Files whose bytes stay are not touched; files that are no cards survive. Each card's person's part is taken from
    ``curation``, or else from the folder itself. ``CardError`` where a person's part would be lost, a hand has edited
    a machine's part, or the folder can't be written.
    """
    settle(folder)
    kept = read_curation(folder)
    files = composed(dossier, addresses, curation or kept)
    lost = [ref for ref in kept.parts if f"{ref}.yml" not in files]
    CardErrors.raise_all(
        CardError(
            str(folder / f"{ref}.yml"),
            "holds decisions, but no article gives this card any more",
            "move its `curated:` part to another card, or delete the file",
        )
        for ref in lost
    )
    change_files(folder, changes(folder, files))


def composed(dossier: Dossier, addresses: Addresses, curation: Curation) -> Mapping[str, bytes]:
    """Path inside the folder -> bytes, for every card and the addresses."""
    files = {ADDRESSES: compose_addresses(addresses).encode()}
    for card in dossier.cards():
        part = curation.parts.get(card.ref)
        machine = compose_yaml(lay_out(card))
        curated = part.text if part else compose_yaml({"curated": card.curated})
        files[f"{card.ref}.yml"] = f"{machine}{digest_line(machine)}{curated}".encode()
        if isinstance(card, SourceCard) and card.extracted:
            files[f"{card.ref}{TEXT}"] = card.extracted.text.encode()
    return files


def changes(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes | None]:
    """What must happen to ``folder`` so that its cards are ``files``: new content, or ``None`` for what goes."""
    there = {path.relative_to(folder).as_posix(): path for card, _ in card_paths(folder) for path in beside(card)}
    if (folder / ADDRESSES).is_file():
        there[ADDRESSES] = folder / ADDRESSES
    changed: dict[str, bytes | None] = {
        name: content for name, content in files.items() if name not in there or there[name].read_bytes() != content
    }
    return changed | {name: None for name in there if name not in files}


def differences(dossier: Dossier, addresses: Addresses, folder: Path) -> list[str]:
    """One line for each file of ``folder`` that a build would change: ``content/people/x.yml: …``."""
    files = composed(dossier, addresses, read_curation(folder))
    told = []
    for name, content in sorted(changes(folder, files).items()):
        what = "the articles no longer give this" if content is None else "not what the articles give"
        told.append(f"{folder / name}: {what}; run build.py cards")
    return told


def compose_addresses(addresses: Addresses) -> str:
    """The text of ``addresses.yml``: who was founded on what, and where retired addresses lead."""
    founded = {ref: [place(e) for e in addresses.founded[ref]] for ref in sorted(addresses.founded)}
    return compose_yaml(
        {"founded": founded, "retired": {ref: addresses.retired[ref] for ref in sorted(addresses.retired)}}
    )


# ---------------------------------------------------------------------------------------------- reading


def read_dossier(folder: Path) -> Dossier:
    """What the site may show: every card that no person hid, and no reference to a hidden one.

    ``CardError`` with every fault of every card: unknown, missing or doubled keys, wrong kinds of value, no YAML.
    """
    return without_hidden(read_cards(folder))


def read_cards(folder: Path) -> Dossier:
    """Every card in ``folder``, hidden ones too."""
    settle(folder)
    errors: list[CardError] = []
    by_kind: dict[Kind, list[Card]] = {kind: [] for kind in Kind}
    for path, kind in card_paths(folder):
        try:
            card_file = read_file(path, kind)
        except CardError as problem:
            errors.append(problem)
            continue
        node, faults = parse_yaml(card_file.text)
        if not faults:
            card, faults = read_card(node, kind, path.stem)
            faults += read_part(node, card, card_file.curated, str(path))[1]
            by_kind[kind].append(with_text(card, path))
        errors += as_errors(path, faults)
    CardErrors.raise_all(errors)
    return Dossier(**{kind.plural: tuple(sorted(cards, key=lambda c: c.id)) for kind, cards in by_kind.items()})  # type: ignore[arg-type]


def read_curation(folder: Path) -> Curation:
    """Every person's part. ``CardError`` for broken ones, and for each edit by hand to a machine's part."""
    settle(folder)
    errors: list[CardError] = []
    parts: dict[str, Part] = {}
    for path, kind in card_paths(folder):
        try:
            card_file = read_file(path, kind)
            if len(list(beside(path))) > 1 and (recorded := EXTRACTED.search(card_file.machine)):
                check_text(path.with_suffix(TEXT), recorded[1])
            if not card_file.is_untouched:
                part = curated_part(card_file)
                parts |= {card_file.ref: part} if card_file.curated != NO_CURATION else {}
        except CardErrors as problem:
            errors += problem.errors
        except CardError as problem:
            errors.append(problem)
    CardErrors.raise_all(errors)
    return Curation(parts)


def read_addresses(folder: Path) -> Addresses:
    """The addresses given out so far; none where there is no file. ``CardError`` names the line that is broken."""
    settle(folder)
    path = folder / ADDRESSES
    if not path.is_file():
        return Addresses()
    node, faults = parse_yaml(decoded(path))
    founded: dict[str, tuple[Evidence, ...]] = {}
    retired: dict[str, str | None] = {}
    if not faults:
        row = Row(node, faults, "the file of addresses")
        group = row.row("founded")
        for ref in [ref for ref, _ in row.groups("founded")] if group else []:
            founded[ref] = group.evidence(ref) if group else ()
        leads = row.row("retired")
        for ref in [ref for ref, _ in row.groups("retired")] if leads else []:
            retired[ref] = leads.maybe_ref(ref) if leads else None
        faults += [Fault(1, f"{ref!r} names no card", "mend it") for ref in founded if not REF.fullmatch(ref)]
        row.finish()
    CardErrors.raise_all(as_errors(path, faults))
    return Addresses(founded, retired)


def card_paths(folder: Path) -> Iterator[tuple[Path, Kind]]:
    """Every card's file, kind by kind, in the order of their names."""
    for kind in Kind:
        paths = (folder / kind.plural).glob("*.yml")
        yield from ((path, kind) for path in sorted(paths) if not path.name.startswith("."))


def beside(card: Path) -> Iterator[Path]:
    """A card's file, and the article's extracted text where that stands beside it."""
    yield card
    text = card.with_suffix(TEXT)
    if card.parent.name == Kind.SOURCE.plural and text.is_file():
        yield text


def with_text(card: Card, path: Path) -> Card:
    """A source's card with the text that was extracted from its seed; ``CardError`` where it is gone or another."""
    if not isinstance(card, SourceCard) or card.extracted is None:
        return card
    text = path.with_suffix(TEXT)
    check_text(text, card.extracted.sha256)
    return replace(card, extracted=replace(card.extracted, text=decoded(text)))


def check_text(text: Path, sha256: str) -> None:
    """``CardError`` where a hand was on an extracted text: a build would write over it."""
    if not text.is_file() or hashlib.sha256(text.read_bytes()).hexdigest() != sha256:
        remedy = "delete it and build again; a text of your own can be a seed (.txt)"
        raise CardError(str(text), "is not the text that was extracted", remedy)


def read_file(path: Path, kind: Kind) -> CardFile:
    """A card's file, cut into its parts. A comment right above ``curated:`` belongs to the person's part."""
    text = decoded(path)
    parts: dict[str, list[str]] = {"machine": [], "digest": [], "curated": []}
    at = "machine"
    for line in LINE.findall(text):
        if key := KEY.match(line):
            before, at = at, key[1] if key[1] in parts else "machine"
            if at == "curated":
                parts[at] += comments_at_end(parts[before])
        parts[at].append(line)
    curated = "".join(parts["curated"]) or NO_CURATION
    plain = {name: "".join(lines).replace("\r\n", "\n") for name, lines in parts.items()}
    if curated.strip() == NO_CURATION.strip():
        curated = NO_CURATION
    if not curated.endswith("\n"):
        curated += "\n"
    return CardFile(path, kind, text, plain["machine"], plain["digest"], curated)


def comments_at_end(lines: list[str]) -> list[str]:
    """Take the comments and blank lines off the end of ``lines``."""
    keep = len(lines)
    while keep and (not lines[keep - 1].strip() or lines[keep - 1].startswith("#")):
        keep -= 1
    taken = lines[keep:]
    del lines[keep:]
    return taken


def curated_part(card_file: CardFile) -> Part:
    """The person's part of a file that a hand was on; ``CardErrors`` with everything wrong in the file."""
    node, faults = parse_yaml(card_file.text)
    alone, _ = parse_yaml(card_file.curated)
    if not faults:
        faults = hand_edits(card_file.machine, node)
    if not faults and isinstance(node.value, Mapping):
        curated = node.value.get("curated", Node({}, 1))
        if not isinstance(alone.value, Mapping) or alone.value["curated"].plain() != curated.plain():
            faults = [
                Fault(curated.line, "the person's part is not all indented", "indent every line under `curated:`")
            ]
    if not faults:
        card, faults = read_card(node, card_file.kind, card_file.path.stem)
        part, wrong = read_part(node, card, card_file.curated, str(card_file.path))
        faults += wrong
    CardErrors.raise_all(as_errors(card_file.path, faults))
    return part


def as_errors(path: Path, faults: list[Fault]) -> list[CardError]:
    """Each fault with the file that it is in."""
    return [CardError(f"{path}:{fault.line}", fault.what, fault.remedy) for fault in faults]


def decoded(path: Path) -> str:
    """The text of a file; ``CardError`` where it can't be read or is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise CardError(str(path), f"can't be read: {problem.strerror}", "make it readable") from problem
    except UnicodeDecodeError as problem:
        raise CardError(str(path), f"not UTF-8 at byte {problem.start}", "save the file as UTF-8") from problem
