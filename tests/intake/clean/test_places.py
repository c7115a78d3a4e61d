from __future__ import annotations

import pytest

from leadroute.intake.clean.province import PROVINCES
from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, OK
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("上海市", "上海", OK),
        ("沪", "上海", OK),
        ("Shanghai", "上海", OK),
        ("Shaanxi Province", "陕西", OK),
        ("Shanxi", "山西", OK),
        ("内蒙", "内蒙古", OK),
        ("Inner Mongolia", "内蒙古", OK),
        ("广西壮族自治区", "广西", OK),
        ("臺灣", "台湾", OK),
        ("香港特别行政区", "香港", OK),
        ("中国江苏省", "江苏", OK),
        ("广东省深圳市", "广东", INFERRED),
        ("海南藏族自治州", "海南藏族自治州", OK),
        ("California", "CA", OK),
        ("tx", "TX", OK),
        ("Bayern", "Bayern", OK),
        ("NA", "NA", OK),
        ("", "", OK),
    ],
)
def test_provinces(text: str, value: str, status: int) -> None:
    cleaned = clean(Kind.PROVINCE, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, value.lower(), status)


def test_there_are_34_provinces_and_no_name_has_two() -> None:
    words = [word for short, more in PROVINCES.items() for word in (short, *more.split())]
    assert len(PROVINCES) == 34
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "value"),
    [("中国", "CN"), ("Germany", "DE"), ("NA", "NA"), ("uk", "GB"), ("Atlantis", "Atlantis")],
)
def test_countries(text: str, value: str) -> None:
    assert clean(Kind.COUNTRY, text).values.to_pylist() == [value]


@pytest.mark.parametrize(("text", "value"), [("苏州市", "苏州"), ("沙市", "沙市"), ("Berlin", "Berlin")])
def test_cities(text: str, value: str) -> None:
    assert clean(Kind.CITY, text).values.to_pylist() == [value]
