"""What is going on, on stderr, while it takes long: one line that is replaced and goes away."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from leadroute.render.safe import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console


class Tell(Protocol):
    """Says what is being done now."""

    def __call__(self, step: str) -> None:
        """Show one step's words in place of the last."""


@contextmanager
def progress(console: Console, *, quiet: bool = False) -> Iterator[Tell]:
    """Give a function that shows the step at work; it shows nothing when quiet or not on a terminal."""
    if quiet or not console.is_terminal:
        yield _silent
        return
    # The spinner of dots is beyond GBK; this one is four ASCII letters.
    with console.status("", spinner="line") as status:
        yield lambda step: status.update(as_text(step))


def _silent(step: str) -> None:
    """Say nothing."""
