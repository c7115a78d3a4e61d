"""The consoles: product on stdout, everything else on stderr, neither ever fails on a letter it cannot show."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, NoReturn, TextIO

from rich.console import Console

from leadroute.model.rulebook import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

PIPE_CLOSED = 141
"""Exit code when the reader of our output went away (``| head``), as the shell counts it: 128 + SIGPIPE."""


def make_console(stream: TextIO, *, color: bool = True, width: int | None = None) -> Console:
    """A console on a stream: no markup, no emoji, no guessed colours in text.

    Colour is off without a terminal, with ``NO_COLOR`` set (Rich looks at it) or when not wanted. On a stream whose
    encoding lacks a letter (ASCII, GBK) the letter is spelled out, and boxes are drawn in ASCII. The width is
    ``width``, else the terminal's (or ``COLUMNS``), else 100 when the output goes to a file.
    """
    spell_out(stream)
    fixed = width or (None if stream.isatty() or os.environ.get("COLUMNS") else 100)
    return _Console(
        file=stream, no_color=None if color else True, markup=False, emoji=False, highlight=False, width=fixed
    )


def output_console(*, color: bool = True) -> Console:
    """The console for the product (stdout)."""
    return make_console(sys.stdout, color=color)


def error_console(*, color: bool = True) -> Console:
    """The console for messages and progress (stderr)."""
    return make_console(sys.stderr, color=color)


def system_language() -> Language:
    """The language of the system: what to speak before a rulebook could say."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Language.ZH if spoken.startswith("zh") else Language.EN


def spell_out(stream: TextIO) -> None:
    r"""Let a stream write ``\u2713`` for a letter its encoding lacks, rather than fail."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


@contextmanager
def closed_pipe_ends_quietly(stream: TextIO) -> Iterator[None]:
    """Exit with ``PIPE_CLOSED``, without a traceback, when the reader of ``stream`` has gone."""
    try:
        yield
        stream.flush()
    except BrokenPipeError:
        _leave(stream)


class _Console(Console):
    """Rich's console, but for the exit code when the reader has gone."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        _leave(self.file)


def silence(stream: IO[str]) -> None:
    """Send what a stream still holds nowhere: the interpreter flushes once more at exit, and must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _leave(stream: IO[str]) -> NoReturn:
    silence(stream)
    raise SystemExit(PIPE_CLOSED) from None
