"""A table as it was read: text cells under their headers, every row with its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from leadroute.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, eq=False)
class RawTable:
    """One sheet or CSV: ``frame`` has only text columns (pandas ``str``), blank cells are ``""``, never missing.

    Column labels are the headers as they stand in the file; a header used twice gets `` (2)`` and a diagnostic.
    ``rows`` is the 1-based row of the file that each row came from. ``notes`` says what was guessed or dropped
    (encoding, sheet, header row, blank rows), as diagnostics of severity *note* or *warning*.
    ``numeric`` names columns in which some cells were numbers, not text, in a workbook. ``broken`` marks rows that
    could not be read and are blank here (``None``: there are none); ``unread`` holds the text of such rows by number.
    ``damaged`` marks, by header, cells that had lost what stood in them before we saw them (digits, letters of an
    unknown encoding, the value of a formula): their text is shown and never compared. ``encoding`` is empty for
    workbooks. ``sheet`` is empty for CSV. ``run`` is the earlier run that read these rows (0: they were read now).
    """

    frame: pd.DataFrame
    rows: npt.NDArray[np.int32]
    file: str
    sheet: str = ""
    header_row: int = 1
    encoding: str = ""
    fingerprint: str = ""
    numeric: frozenset[str] = frozenset()
    broken: npt.NDArray[np.bool_] | None = None
    damaged: Mapping[str, npt.NDArray[np.bool_]] = field(default_factory=dict)
    unread: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    run: int = 0

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def take(self, rows: npt.NDArray[np.intp], numbers: npt.NDArray[np.int32]) -> RawTable:
        """Some rows, under other row numbers; nothing is told of them again."""
        return replace(
            self,
            frame=self.frame.iloc[rows].reset_index(drop=True),
            rows=numbers,
            broken=None if self.broken is None else self.broken[rows],
            damaged={header: mask[rows] for header, mask in self.damaged.items()},
            unread={},
            notes=(),
        )
