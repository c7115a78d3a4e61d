from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from leadroute.files.read.workbook.cells import Noted, batches
from leadroute.files.read.workbook.typed import as_text

if TYPE_CHECKING:
    from leadroute.files.read.workbook.typed import Cell

DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("甲", "甲"),
        (13800001234.0, "13800001234"),
        (13800001234, "13800001234"),
        (0.1 + 0.2, "0.3"),
        (-5.0, "-5"),
        (123456789012345.0, "123456789012345"),
        (110101199003077758.0, "110101199003077760"),
        (1e30, "1e+30"),
        (float("nan"), "nan"),
        (True, "TRUE"),
        (False, "FALSE"),
        (1.0, "1"),
        (DAY, "2026-11-01"),
        (datetime(2026, 11, 1), "2026-11-01"),  # noqa: DTZ001 - as a workbook has it
        (datetime(2026, 11, 1, 9, 30), "2026-11-01 09:30:00"),  # noqa: DTZ001
        (datetime(2026, 11, 1, 9, 35, 59, 991000), "2026-11-01 09:36:00"),  # noqa: DTZ001
        (time(9, 5), "09:05:00"),
        (time(9, 4, 59, 999000), "09:05:00"),
        (timedelta(hours=26, minutes=3), "26:03:00"),
        (timedelta(seconds=-90), "-00:01:30"),
    ],
)
def test_cells_become_what_people_typed(cell: Cell, text: str) -> None:
    assert as_text(cell) == text


def read(rows: list[list[Cell]], lost: dict[int, dict[int, str]] | None = None) -> tuple[list[dict[str, str]], Noted]:
    noted = Noted()
    found = [row for batch in batches(rows, 2, 2, noted, lost or {}) for row in batch.to_pylist()]
    return found, noted


def test_numbers_are_noted_by_column_and_long_ones_by_row() -> None:
    found, noted = read([["a", 1.0], ["b", 1e15], ["c", 999_999_999_999_999.0], ["d", "1e15"]])
    assert [row["1"] for row in found] == ["1", "1000000000000000", "999999999999999", "1e15"]
    assert noted.numeric == {1}
    assert noted.too_long == {1: [(3, "1000000000000000")]}


def test_texts_stay_what_they_are_whatever_is_in_them() -> None:
    cells = ["", "甲\n乙", "a\0b", "\0", "😀", ""]
    found, _ = read([[cell, cell.replace("\0", "")] for cell in cells])
    assert [row["0"] for row in found] == cells
    assert [row["1"] for row in found] == ["", "甲\n乙", "ab", "", "😀", ""]


def test_lost_cells_are_replaced_in_their_row_whatever_the_batch() -> None:
    rows: list[list[Cell]] = [["a", ""] for _ in range(20_000)]
    found, _ = read(rows, {2: {1: "=A1"}, 20_001: {0: "#N/A", 9: "beyond"}})
    assert (found[0]["1"], found[-1]["0"]) == ("=A1", "#N/A")
    assert sum(row["1"] != "" for row in found) == 1
