"""The one exception of writing; reading never raises."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from pathlib import Path

_CODES = {
    errno.ENOTDIR: "LR610",
    errno.EEXIST: "LR610",
    errno.EISDIR: "LR610",
    errno.EACCES: "LR611",
    errno.EPERM: "LR611",
    errno.EROFS: "LR611",
    errno.ENOSPC: "LR612",
    errno.EDQUOT: "LR612",
    errno.EFBIG: "LR612",
    errno.ENAMETOOLONG: "LR613",
}


class OutputError(Exception):
    """Something could not be written; ``diagnostic`` says what and why. Nothing was changed."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the diagnostic."""
        super().__init__(f"{diagnostic.code} {diagnostic.place}")
        self.diagnostic = diagnostic


def refused(path: Path, problem: OSError) -> OutputError:
    """The error to raise when the system refused to write ``path``."""
    code = _CODES.get(problem.errno or 0, "LR614")
    why = os.strerror(problem.errno) if problem.errno else str(problem)
    return OutputError(Diagnostic(code, place=Place(str(path)), args=facts(path=path, why=why)))
