"""What a cell means beside the others of its row: a district in its province, a landline in its city.

A cleaner knows one column only. The stages here look at the combinations of values that occur, each once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.context.phones import with_homes
from leadroute.intake.context.places import in_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.columns import Written
    from leadroute.tables.leads import Column


def in_context(columns: Mapping[str, Column], as_written: Mapping[str, Written], again: int = 0) -> dict[str, Column]:
    """The cleaned columns, understood beside each other; ``as_written`` holds what stood in the cells.

    Of so many of the first rows as ``again`` says nothing is remarked.
    """
    return with_homes(in_place(columns, as_written, again), as_written)
