"""A ledger to be thrown away: empty, or another one as it stood before one of its runs."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leadroute.ledger.record import Kind
from leadroute.ledger.session import peeked
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.ledger.undoing import undo_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def scratch(source: Path | None = None, first: int = 0) -> Iterator[SqliteLedger]:
    """An empty ledger, or a copy of ``source`` as it stood before run ``first``; gone at the end of the block.

    Raises:
        LedgerError: the source is not as it was left, or cannot be used.
    """
    with TemporaryDirectory(prefix="leadroute-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "scratch.ledger"
        if source is not None:
            with peeked(source) as ledger:
                ledger.copy(path)
        with SqliteLedger(path, new=source is None) as ledger:
            if source is not None:
                _rewind(ledger, first)
            yield ledger


def _rewind(ledger: SqliteLedger, first: int) -> None:
    """Take back every run from ``first`` on, as ``undo`` does.

    A run of before that one of them took back stays taken back: an undo cannot be undone.
    """
    later = [run for run in ledger.runs() if run.number >= first and not run.undone and run.kind is not Kind.UNDO]
    if later:
        numbers = [run.number for run in reversed(later)]
        lines = [line for number in numbers for _, line in ledger.entries(run=number)]
        ledger.append(undo_of(numbers, lines, later[-1].now, {}), ledger.head())
