"""Where the ledger is, and how those who use it speak and count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.files.data import spelled
from leadroute.ledger.session import exists
from leadroute.ledger.sqlite.connect import is_ledger
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.rulebook import MemoryPolicy
from leadroute.render.console import system_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo
    from pathlib import Path

    from leadroute.ledger.record import Run
    from leadroute.model.rulebook import Language, Rulebook


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The path of a ledger that is there, the language to speak, and the rulebook when one was named."""

    ledger: Path
    language: Language
    book: Rulebook | None = None

    @property
    def memory(self) -> MemoryPolicy:
        """How long things count."""
        return self.book.memory if self.book else MemoryPolicy()

    def zone(self, runs: Sequence[Run]) -> tzinfo:
        """The zone to count days in: the rulebook's, else that of the last run."""
        if self.book is not None or not runs:
            return ZoneInfo(self.book.timezone if self.book else "UTC")
        return runs[-1].now.tzinfo or ZoneInfo("UTC")


def beside(rules: Path) -> Path:
    """The ledger that belongs to a rulebook, unless another is named."""
    return rules.with_suffix(".ledger")


def whereabouts(rules: Path | None, ledger: Path | None) -> Whereabouts | Refusal:
    """Find the ledger that was named, or the one beside the rulebook."""
    read = read_rules(rules) if rules else None
    if isinstance(read, Refusal):
        return read
    book = read[0] if read else None
    language = book.language if book else system_language()
    path = ledger or (beside(rules) if rules else None)
    if path is None or not exists(path):
        told = facts(file=spelled(path) if path else "")
        return Refusal(
            Exit.LEDGER, (Diagnostic("LR753", place=Place(spelled(path)) if path else None, args=told),), language
        )
    return Whereabouts(path, language, book)


def parted(paths: Sequence[Path]) -> tuple[Path | None, tuple[Path, ...]]:
    """The ledger among some paths (the first, if there are several), and the others.

    A file that is not there is taken for what its name says.
    """
    ledgers = [path for path in paths if _is_ledger(path)]
    return (ledgers[0] if ledgers else None), tuple(path for path in paths if path not in ledgers[:1])


def _is_ledger(path: Path) -> bool:
    return path.suffix == ".ledger" or (path.is_file() and is_ledger(path))
