"""What stood beside the values of columns, when columns are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.tables.leads import Beside

if TYPE_CHECKING:
    from collections.abc import Mapping


def joined(first: Mapping[str, Beside], second: Mapping[str, Beside]) -> dict[str, Beside]:
    """What stood beside values, from two sources."""
    found = {**first, **second}
    for code in first.keys() & second.keys():
        one, two = first[code], second[code]
        found[code] = Beside(np.append(one.at, two.at), pa.concat_arrays([one.texts, two.texts]), one.links)
    return found


def moved(beside: Mapping[str, Beside], start: int) -> dict[str, Beside]:
    """The same beside values of which the first now stands at ``start``."""
    return {code: Beside(each.at + start, each.texts, each.links) for code, each in beside.items()}
