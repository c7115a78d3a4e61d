from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from leadroute.files.read.frame import filled_cells
from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.merged import unmerged


def filled(drawn: str, *merged: Range) -> tuple[list[str], int, list[int]]:
    """The rows after filling, how many cells that were, and the rows that are headings."""
    rows = [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]
    columns = [pa.chunked_array([pa.array(cells, pa.large_string())]) for cells in zip(*rows, strict=True)]
    found = unmerged(columns, merged, filled_cells(columns, len(rows)))
    lines = ["|".join(cells) for cells in zip(*(column.to_pylist() for column in found.columns), strict=True)]
    return lines, found.filled, np.flatnonzero(found.banners).tolist()


def test_a_tall_range_holds_for_its_rows_and_no_further() -> None:
    drawn = "甲|张三|1\n|李四|2\n|王五|3\n|赵六|4"
    lines, count, _ = filled(drawn, Range(0, 0, 2, 0))
    assert lines == ["甲|张三|1", "甲|李四|2", "甲|王五|3", "|赵六|4"]
    assert count == 2


def test_a_range_over_columns_and_one_over_both() -> None:
    assert filled("甲||1|x", Range(0, 0, 0, 1))[0] == ["甲|甲|1|x"]
    lines, count, _ = filled("a|甲|||x\nb||||y", Range(0, 1, 1, 3))
    assert lines == ["a|甲|甲|甲|x", "b|甲|甲|甲|y"]
    assert count == 5


def test_rows_with_nothing_of_their_own_stay_blank() -> None:
    lines, count, _ = filled("甲|张三\n|\n|李四", Range(0, 0, 2, 0))
    assert lines == ["甲|张三", "|", "甲|李四"]
    assert count == 1


def test_a_cell_under_a_range_that_has_a_value_keeps_it() -> None:
    assert filled("甲|1\n乙|2", Range(0, 0, 1, 0))[:2] == (["甲|1", "乙|2"], 0)


def test_a_heading_between_rows_is_no_value() -> None:
    lines, count, banners = filled("华东区|||\n甲|张三|1|x", Range(0, 0, 0, 3))
    assert (lines[0], count, banners) == ("华东区|||", 0, [0])


@pytest.mark.parametrize(
    "broken", [Range(5, 0, 9, 0), Range(-1, 0, 3, 0), Range(0, 7, 1, 9), Range(1, 1, 0, 0), Range(0, 0, 10**7, 0)]
)
def test_ranges_beyond_the_table_do_no_harm(broken: Range) -> None:
    lines, _, _ = filled("甲|1\n|2", broken)
    assert lines[0] == "甲|1"


def test_a_range_over_everything_is_nobodys() -> None:
    rows = "甲|1\n" + "|2\n" * 300_000
    assert filled(rows, Range(0, 0, 300_000, 1))[1] == 0
    assert filled(rows, Range(0, 0, 200_000, 0))[1] == 200_000


def test_ranges_that_overlap_are_filled_once() -> None:
    assert filled("甲|1\n|2", Range(0, 0, 1, 0), Range(0, 0, 1, 0))[1] == 1
