"""What the build tells the person who runs it: progress on a terminal, plain lines in a pipeline.

Colour only on a terminal, and never where ``NO_COLOR`` is set (https://no-color.org). Results go to standard
output, progress and complaints to standard error, so that output can be piped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

T = TypeVar("T")

RED, GREEN, DIM, BOLD, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[1m", "\x1b[0m"
CLEAR_LINE = "\r\x1b[K"


@dataclass(frozen=True, slots=True)
class Console:
    """Where messages go, and whether a person is looking."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    quiet: bool = False

    @property
    def live(self) -> bool:
        """Whether progress may overwrite its own line."""
        return self.err.isatty() and "CI" not in os.environ and os.environ.get("TERM") != "dumb"

    @property
    def colour(self) -> bool:
        """Whether colours may be used."""
        return self.live and not os.environ.get("NO_COLOR")

    def step(self, text: str) -> None:
        """One finished step: ``read 5 articles``."""
        if not self.quiet:
            self._line(text, DIM)

    def done(self, text: str) -> None:
        """The last line of a command that went well."""
        if not self.quiet:
            self._line(text, GREEN)

    def fail(self, text: str) -> None:
        """What is wrong, and what to do about it; shown even when quiet."""
        self._line(text, RED)

    def tell_count(self, findings: Sequence[object]) -> None:
        """How much is wrong, behind the findings themselves: ``1 finding``, ``7 findings``."""
        self.fail(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}")

    def say(self, text: str) -> None:
        """A result, to standard output; whoever stops reading (``… | head``) has what he wanted."""
        try:
            print(text, file=self.out, flush=True)
        except BrokenPipeError:
            # As Python's manual advises (note on SIGPIPE): what is left goes nowhere, and the exit code stays true.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.out.fileno())

    def counted(self, items: Iterable[T], total: int, what: str) -> Iterator[T]:
        """Hand ``items`` on, counting them on a terminal: ``reading articles 3/5``."""
        for number, item in enumerate(items, 1):
            if self.live and not self.quiet:
                self.err.write(f"{CLEAR_LINE}{what} {number}/{total}")
                self.err.flush()
            yield item

    def _line(self, text: str, colour: str) -> None:
        start = CLEAR_LINE if self.live else ""
        self.err.write(f"{start}{colour}{text}{PLAIN}\n" if self.colour else f"{start}{text}\n")
        self.err.flush()
