"""Ask before something is done, where there is somebody to ask."""

from __future__ import annotations

import sys
from enum import Enum

from leadroute.render.console import spell_out

_YES = frozenset({"y", "yes", "是", "好"})


class Answer(Enum):
    """What came of a question."""

    YES = "yes"
    NO = "no"
    NOBODY = "nobody"


def ask(question: str) -> Answer:
    """Put a question on the terminal (on stderr, the product may go elsewhere); anything but yes is no."""
    if not sys.stdin.isatty():
        return Answer.NOBODY
    spell_out(sys.stderr)
    sys.stderr.write(question)
    sys.stderr.flush()
    return Answer.YES if sys.stdin.readline().strip().casefold() in _YES else Answer.NO


def answer(question: str) -> str:
    """Put a question on the terminal, and return what was typed, "" for a bare return.

    Raises:
        EOFError: whoever was asked has gone.
    """
    spell_out(sys.stderr)
    sys.stderr.write(question)
    sys.stderr.flush()
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    return typed.strip()
