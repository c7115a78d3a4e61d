"""Put the product on stdout; a reader who went away or a full disk behind it ends no run with a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.render.console import closed_pipe_ends_quietly, silence

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.model.rulebook import Language


def printed(write: Callable[[], None], language: Language, *, files: int = 0) -> bool:
    """Call what writes to stdout; when that cannot be done say so, and that so many files were written all the same."""
    try:
        with closed_pipe_ends_quietly(sys.stdout):
            write()
    except OSError as problem:  # such as a full disk behind ``> file``
        silence(sys.stdout)
        complain([Diagnostic("LR619", args=facts(why=problem.strerror or problem, count=files))], language)
        return False
    return True
