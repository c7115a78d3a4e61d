"""How leads of the past ended, as their columns say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leadroute.intake.leads import gather_leads
from leadroute.intake.past.ends import Marked, ends_by_marks, ends_by_status
from leadroute.intake.past.groups import grouped, unknown_groups, usual_groups
from leadroute.intake.past.same import positions
from leadroute.model.rulebook import Rulebook
from tests.build_tables import table

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads

CELLS = """\
lead_id | 来源 | 阶段   | won on
L1      | 官网 | 赢单   | 2026-10-01
L2      | 官网 | 输单   |
L3      | 展会 | 跟进中 |
L2      | 展会 | 已流失 | 2026-10-02
"""


def gathered(drawn: str) -> Leads:
    """Leads of a table."""
    return gather_leads([table(drawn)], Rulebook())[0]


def test_the_usual_words_of_a_status_tell_won_and_lost() -> None:
    leads = gathered(CELLS.replace("阶段", "status"))
    ends = ends_by_status(leads)
    assert ends is not None
    assert ends.tolist() == [1, 0, -1, 0]


@pytest.mark.parametrize("cells", [CELLS, CELLS.replace("阶段", "status").replace("赢单", "跟进中")])
def test_without_both_won_and_lost_ones_a_status_tells_nothing(cells: str) -> None:
    assert ends_by_status(gathered(cells)) is None


@pytest.mark.parametrize(
    ("won", "lost", "ends"),
    [
        (Marked("阶段", ("赢单",)), None, [1, 0, 0, 0]),
        (Marked("阶段", ("赢单", "跟进中")), Marked("阶段", ("输单",)), [1, 0, 1, -1]),
        (Marked("Won On", ("*",)), None, [1, 0, 0, 1]),
        (Marked("source", ("官网",)), None, [1, 1, 0, 0]),
        (Marked("no such", ("*",)), None, "no such"),
        (Marked("阶段", ("*",)), Marked("nor this", ("*",)), "nor this"),
    ],
)
def test_a_column_and_its_values_may_be_named(won: Marked, lost: Marked | None, ends: object) -> None:
    found = ends_by_marks(gathered(CELLS), won, lost)
    assert (found if isinstance(found, str) else found.tolist()) == ends


def test_leads_are_grouped_by_what_tells_them_apart() -> None:
    leads, grades = gathered(CELLS), np.array(["A", "B", "A", "A"], dtype=object)
    assert usual_groups(leads, grades) == ("source", "grade")
    assert usual_groups(leads, np.full(4, "", dtype=object)) == ("source",)
    group, names = grouped(leads, grades, ("来源", "grade"))
    assert [names[at] for at in group.tolist()] == [("官网", "A"), ("官网", "B"), ("展会", "A"), ("展会", "A")]
    group, names = grouped(leads, grades, ("won on",))
    assert [names[at] for at in group.tolist()] == [("2026-10-01",), ("",), ("",), ("2026-10-02",)]
    assert grouped(leads, grades, ())[1] == ((),)
    assert unknown_groups(leads, ("grade", "source", "阶段", "colour")) == ("colour",)


def test_leads_are_found_in_another_file_by_their_ids_the_last_row_counts() -> None:
    leads, others = gathered("编号 | 备注\nL2 | -\nL9 | -\n | -\nL1 | -"), gathered(CELLS)
    at = positions(leads, others)
    assert at is not None
    assert at.tolist() == [3, -1, -1, 0]
    assert positions(leads, gathered("公司\nAcme")) is None
