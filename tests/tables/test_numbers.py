"""Sets of whole numbers: the same answers as numpy's, which hashes."""

from __future__ import annotations

import numpy as np
import pytest

from leadroute.tables.numbers import among, among_ordered, different

SETS = {
    "nothing": [],
    "one": [7],
    "repeated": [3, -1, 3, 0, 3, -1],
    "far apart": [2**62, -(2**62), 0, 5, 2**62],
}


def whole(numbers: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


@pytest.mark.parametrize("numbers", SETS.values(), ids=SETS)
def test_each_number_once_in_order(numbers: list[int]) -> None:
    assert different(whole(numbers)).tolist() == sorted(set(numbers))


@pytest.mark.parametrize("others", SETS.values(), ids=SETS)
@pytest.mark.parametrize("numbers", SETS.values(), ids=SETS)
def test_which_are_among_others(numbers: list[int], others: list[int]) -> None:
    assert among(whole(numbers), whole(others)).tolist() == [number in others for number in numbers]
    ordered = sorted(numbers)
    assert among_ordered(whole(ordered), whole(sorted(others))).tolist() == [number in others for number in ordered]
