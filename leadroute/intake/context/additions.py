"""What a stage adds to a column: further entries, given to all rows of some combinations."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.model.fold import fold
from leadroute.tables.arrow import TEXT, statuses, strings
from leadroute.tables.leads import INFERRED, OK, Column

if TYPE_CHECKING:
    from leadroute.model.fields import Kind
    from leadroute.tables.leads import Whole


@dataclass(frozen=True, slots=True)
class Additions:
    """Values for combinations of cells; ``entries`` maps value, key and the field it came from to its place."""

    entries: dict[tuple[str, str, str], int] = field(default_factory=dict)
    chosen: dict[int, int] = field(default_factory=dict)

    def put(self, combination: int, value: str, ground: str = "", key: str = "") -> None:
        """Give the rows of a combination this value; its key is the folded value if no other is given."""
        self.chosen[combination] = self.entries.setdefault((value, key or fold(value), ground), len(self.entries))

    def to(self, column: Column, of: Whole) -> Column:
        """The column with the additions; ``of`` is the combination of each row."""
        if not self.entries:
            return column
        table = np.full(int(of.max(initial=0)) + 1, -1, dtype=np.int32)
        table[list(self.chosen)] = list(self.chosen.values())
        added = table[of]
        values, keys, grounds = (strings(each) for each in zip(*self.entries, strict=True))
        old = column.grounds if column.grounds is not None else pa.repeat(pa.scalar("", TEXT), len(column.values))
        status = [INFERRED if ground else OK for _, _, ground in self.entries]
        return replace(
            column,
            codes=np.where(added >= 0, added + np.int32(len(column.values)), column.codes).astype(np.int32),
            values=pa.concat_arrays([column.values, values]),
            keys=pa.concat_arrays([column.keys, keys]),
            status=np.append(column.status, np.array(status, dtype=np.uint8)),
            grounds=pa.concat_arrays([old, grounds]),
        )


def blank_column(kind: Kind, rows: int) -> Column:
    """A column of texts in which every row is blank."""
    nothing = strings([""])
    return Column(kind, np.zeros(rows, dtype=np.int32), nothing, nothing, statuses(1))
