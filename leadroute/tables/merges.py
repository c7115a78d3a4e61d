"""What the search for duplicates and for customers found, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from leadroute.tables.leads import Leads, Mask, Rows

    Taken = tuple[Rows, Rows]


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A key value seen with too many companies and names to identify anyone; it linked nothing."""

    field: str
    value: str
    rows: int
    companies: int
    names: int


@dataclass(frozen=True, slots=True, eq=False)
class Merges:
    """Which rows are the same lead.

    ``survivor[row]`` is the row that stands for it (itself when it survives), ``cluster[row]`` the number of its group
    (-1 when alone), ``key[row]`` the position in ``keys`` of the line of ``same_when`` that linked a row to its group
    (-1 when alone), ``oversized[row]`` marks rows of groups too big to merge unseen (nobody in them is a loser).
    ``filled`` tells for each column which survivors took its value, and beside each the loser it was taken from.
    """

    survivor: npt.NDArray[np.int32]
    cluster: npt.NDArray[np.int32]
    key: npt.NDArray[np.int16]
    keys: tuple[str, ...]
    oversized: Mask
    shared: tuple[SharedValue, ...] = ()
    filled: Mapping[str, Taken] = field(default_factory=dict)

    @property
    def loser(self) -> Mask:
        """The rows that another row stands for."""
        return np.asarray(self.survivor != np.arange(len(self.survivor)), dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class CustomerMatches:
    """Which customer each row belongs to.

    ``customer[row]`` is a row of ``customers`` (-1 none), ``by[row]`` the position in the rulebook's match order of the
    key that found it, ``owner[row]`` the owner's position on the roster (-1: nobody on the roster), ``conflict[row]``
    is true when the key leads to several owners.
    """

    customers: Leads | None
    customer: npt.NDArray[np.int32]
    by: npt.NDArray[np.int16]
    owner: npt.NDArray[np.int32]
    conflict: Mask
