from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from leadroute.files.read.shapes import misfits

NAMES = ["甲", "乙", "丙", "丁", "戊", "己"]
PRICES = [f"{price}.50" for price in range(6)]
DATES = [f"2026-10-0{day}" for day in range(1, 7)]


def odd(*cells: str) -> bool:
    """Does one odd row of name, price and date fit below six good ones?"""
    columns = [pa.chunked_array([[*good, cell]]) for good, cell in zip((NAMES, PRICES, DATES), cells, strict=True)]
    return bool(misfits(columns, np.array([False] * 6 + [True]))[6])


@pytest.mark.parametrize("cells", [("庚", "", ""), ("庚", "7", ""), ("庚", "7.5", "2026/10/09"), ("", "", "")])
def test_a_row_that_only_ends_early_fits(cells: tuple[str, ...]) -> None:
    assert not odd(*cells)


@pytest.mark.parametrize("cells", [("7.5", "2026-10-09", ""), ("庚", "2026-10-09", ""), ("a@example.com", "7", "")])
def test_a_row_whose_cells_moved_does_not(cells: tuple[str, ...]) -> None:
    assert odd(*cells)
