"""What was decided before about the leads of a run, as columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pyarrow as pa

    from leadroute.tables.leads import Mask, Rows, Whole

NEW = -1
"""In ``Known.lead``: never seen before."""


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """By what each row is recognised in a later run.

    ``keys`` holds for each line of the rulebook's ``same_when``, and last for the row as a whole, a 64-bit number a row
    (0: this row has no such key). ``company`` and ``contact`` are numbers of the same sort (0: blank); they tell when a
    key is shared by too many to identify anyone. ``further`` holds by line the rows whose cell has more than one number
    or address, and beside each the key of one that is not in ``keys``.
    """

    keys: tuple[Whole, ...]
    company: Whole
    contact: Whole
    further: Mapping[int, tuple[Rows, Whole]] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.company)

    @property
    def every_key(self) -> Whole:
        """All keys there are, in no order that means anything."""
        return np.concatenate([*self.keys, *(keys for _, keys in self.further.values())])

    def entries(self, line: int) -> tuple[Rows, Whole]:
        """The rows that have a key of a line, and beside each that key: a row with two numbers is there twice."""
        rows = np.flatnonzero(self.keys[line])
        if line not in self.further:
            return rows, self.keys[line][rows]
        more, keys = self.further[line]
        return np.append(rows, more), np.append(self.keys[line][rows], keys)


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """What a ledger knows of some keys: one entry for each company and contact that a key was seen with."""

    key: Whole
    company: Whole
    contact: Whole
    lead: Whole

    def __len__(self) -> int:
        """The number of entries."""
        return len(self.key)


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """How some leads of a ledger stand, sorted by ``lead``: the run and outcome that decided last, and the holder.

    ``outcome`` is a ``model.outcome.Outcome``; decisions that were taken back do not count. ``rep`` holds positions
    in ``reps``, the ids of reps (-1: nobody). ``day`` counts days since 1970 in the zone of the run, ``place`` is the
    lead's position among those of the run.
    """

    lead: Whole
    run: Whole
    place: Whole
    day: Whole
    outcome: Whole
    rep: Whole
    reps: tuple[str, ...]

    def __len__(self) -> int:
        """The number of leads."""
        return len(self.lead)


class History(IntEnum):
    """What earlier runs know of a row."""

    NEW = 0  # nothing
    KNOWN = 1  # the same row was decided, and is not decided again
    DUPLICATE = 2  # another row of the same lead was, and is not decided again
    REENTERED = 3  # it waited in the open pool and takes part again
    AGAIN = 4  # it was decided, and is decided anew: long ago, taken back, or given to somebody who has left

    @property
    def word(self) -> str:
        """The word as code and JSON spell it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Cells of known leads that say something else than the ledger has, in the order of rows and fields.

    ``field`` is a position in ``fields``; ``old`` and ``new`` are texts as they were written.
    """

    row: Whole
    field: Whole
    fields: tuple[str, ...]
    old: pa.Array
    new: pa.Array

    def __len__(self) -> int:
        """The number of cells."""
        return len(self.row)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What earlier runs say of each row.

    ``lead`` is its number in the ledger (``NEW``: none yet), ``run`` the run that decided it last (0: none), ``place``
    its position in that run, ``day`` that run's day (since 1970; 0: none), ``rep`` the holder's position on the roster
    (-1: nobody who is still there). ``settled`` marks rows that are not decided again, ``same`` those among them that
    stand as they stood then; the others bring other data for the same lead. ``reentered`` marks leads that waited in
    the open pool and take part again. ``company_rep`` is the position on the roster of the rep who has another lead of
    the row's company (-1: nobody), ``company_day`` the day of the latest lead of that company that anybody got.
    ``changes`` are cells that differ from what the ledger has of the lead.
    """

    lead: Whole
    run: Whole
    place: Whole
    day: Whole
    rep: npt.NDArray[np.int32]
    settled: Mask
    same: Mask
    reentered: Mask
    company_rep: npt.NDArray[np.int32]
    company_day: Whole
    changes: Changes | None = None

    @property
    def history(self) -> npt.NDArray[np.uint8]:
        """For each row what is known of it, a ``History``."""
        decided = np.where(self.same, History.KNOWN, History.DUPLICATE)
        found = np.where(self.settled, decided, np.where(self.lead == NEW, History.NEW, History.AGAIN))
        return np.where(self.reentered, History.REENTERED, found).astype(np.uint8)
