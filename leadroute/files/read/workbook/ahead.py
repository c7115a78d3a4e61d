"""Workbooks whose reading begins before anybody asks for them: children read while the parent still loads libraries.

It changes nothing but when the work is done: what was begun is taken for the same bytes read in the same way, and by
nobody else.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leadroute.files.read.workbook.child import CAN_FORK, Begun, Death, Limits, begin, in_child
from leadroute.files.read.workbook.look import look

if TYPE_CHECKING:
    import mmap
    from collections.abc import Iterable, Iterator

    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.workbook.child import Job

_SECONDS = 60
_BYTES_A_SECOND = 100_000  # a tenth of what a slow machine reads


@dataclass(frozen=True, slots=True)
class Wish:
    """A workbook and how to read it."""

    data: bytes
    fit: Fit
    how: Reading

    @property
    def seconds(self) -> int:
        """How long its reading may take."""
        return _SECONDS + len(self.data) // _BYTES_A_SECOND

    @property
    def job(self) -> tuple[Job, Limits]:
        """What a child has to do."""
        return partial(look, self.data, self.fit, self.how), Limits(self.seconds)


_AT_WORK: ContextVar[list[tuple[Wish, Begun]]] = ContextVar("at_work")


@contextmanager
def ahead(wishes: Iterable[Wish]) -> Iterator[None]:
    """Begin to read workbooks; those nobody asked for inside are given up. Without forks none is begun."""
    at_work: list[tuple[Wish, Begun]] = []
    before = _AT_WORK.set(at_work)
    try:
        at_work.extend((wish, begin(*wish.job)) for wish in wishes if CAN_FORK)
        yield
    finally:
        _AT_WORK.reset(before)
        for _, begun in at_work:
            begun.stop()


def looked_at(wish: Wish) -> mmap.mmap | bytes | Death:
    """What the child that reads a workbook hands over, or why it died."""
    at_work = _AT_WORK.get([])
    for at, (begun_for, begun) in enumerate(at_work):
        if begun_for == wish:
            del at_work[at]
            return begun.end()
    return in_child(*wish.job)
