"""What was decided before about the leads of a run, as columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.tables.leads import Mask, Whole

NEW = -1
"""In ``Known.lead``: never seen before."""


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """By what each row is recognised in a later run.

    ``keys`` holds for each line of the rulebook's ``same_when``, and last for the row as a whole, a 64-bit number a row
    (0: this row has no such key). ``company`` and ``contact`` are numbers of the same sort (0: blank); they tell when a
    key is shared by too many to identify anyone.
    """

    keys: tuple[Whole, ...]
    company: Whole
    contact: Whole

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.company)


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
    in ``reps``, the ids of reps (-1: nobody). ``day`` counts days since 1970 in the zone of the run.
    """

    lead: Whole
    run: Whole
    day: Whole
    outcome: Whole
    rep: Whole
    reps: tuple[str, ...]

    def __len__(self) -> int:
        """The number of leads."""
        return len(self.lead)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What earlier runs say of each row.

    ``lead`` is its number in the ledger (``NEW``: none yet), ``run`` the run that decided it last (0: none), ``rep``
    the holder's position on the roster (-1: nobody who is still there). ``settled`` marks rows that are not decided
    again, ``same`` those among them that stand as they stood then; the others bring other data for the same lead.
    ``reentered`` marks leads that waited in the open pool and take part again. ``company_rep`` is the position on the
    roster of the rep who has another lead of the row's company (-1: nobody).
    """

    lead: Whole
    run: Whole
    rep: npt.NDArray[np.int32]
    settled: Mask
    same: Mask
    reentered: Mask
    company_rep: npt.NDArray[np.int32]


def nothing_known(rows: int) -> Known:
    """The answer of a tool without memory."""
    none = np.zeros(rows, dtype=np.bool_)
    return Known(
        lead=np.full(rows, NEW, dtype=np.int64),
        run=np.zeros(rows, dtype=np.int64),
        rep=np.full(rows, -1, dtype=np.int32),
        settled=none,
        same=none,
        reentered=none,
        company_rep=np.full(rows, -1, dtype=np.int32),
    )
