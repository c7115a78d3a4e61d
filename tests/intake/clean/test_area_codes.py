from __future__ import annotations

import pytest

from leadroute.intake.clean.area_codes import AREA_CODES, CITIES, area_of


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("上海", "21"),
        ("苏州市", "512"),
        ("恩施土家族苗族自治州", "718"),
        ("伊犁州", "992"),
        ("苏州路", ""),
        ("海南", ""),
        ("", ""),
    ],
)
def test_a_city_by_its_usual_names(place: str, code: str) -> None:
    assert area_of(place) == code


def test_codes_are_of_two_or_three_digits() -> None:
    assert all(code.isdigit() and 2 <= len(code) <= 3 for code in AREA_CODES)
    assert set(CITIES.values()) <= AREA_CODES
