from __future__ import annotations

import pyarrow as pa
import pytest

from leadroute.intake.mapping.suggest import Sign, Suggestion, suggestions
from leadroute.tables.arrow import TEXT


def first(header: str, values: str, *near: tuple[str, str]) -> Suggestion | None:
    texts = pa.chunked_array([[value.strip() for value in values.split("|")]], TEXT)
    return next(iter(suggestions(header, texts, near)), None)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ("13800001234 | 138 0000 1235 | p:+8613800001236", "phone"),
        ("13800001234 | 13800001235 | 13800001236 | 13800001237 | 无", "phone"),
        ("021-20000000 | (010) 20000000 | +44 20 7946 0018", "tel"),
        ("a@example.com | B@EXAMPLE.CN", "email"),
        ("https://www.example.com/a | example.cn", "website"),
        ("某某机械有限公司 | 某某厂 | 李四", "company"),
        ("Acme Inc. | Beta GmbH | Gamma Ltd", "company"),
        ("浙江省 | 上海 | 内蒙古自治区", "province"),
        ("杭州市 | 宁波市", "city"),
        ("Germany | 美国 | USA", "country"),
        ("王先生 | 李丽 | 欧阳 娜娜 | 张伟 | 陈总监", "contact"),
        ("滨江区某某路1号 | 某某大厦3层 | 某某县", "address"),
        ("2026-01-02 | 2026/1/3 10:00", "created_at"),
    ],
)
def test_values_tell_what_a_column_is(values: str, field: str) -> None:
    found = first("x", values)
    assert found is not None
    assert (found.field, found.sign) == (field, Sign.VALUES)


@pytest.mark.parametrize(
    "values",
    [
        "1 | 2 | 3",
        "20260101001 | 20260101002",
        "1234567 | 2345678",
        "高 | 中 | 低",
        "是 | 否",
        "NO | IN | IS",
        "45964 | 45965",
        "13800001234 | a | b",
        "",
    ],
)
def test_values_that_may_be_anything_tell_nothing(values: str) -> None:
    assert first("x", values) is None


@pytest.mark.parametrize("header", ["下次联系时间", "最后跟进时间", "Last Modified", "生日", "成立日期"])
def test_a_day_is_not_always_the_day_a_lead_came(header: str) -> None:
    assert first(header, "2026-01-02 | 2026-01-03") is None


def test_a_header_nearly_known_is_believed_if_the_values_allow() -> None:
    assert first("手机号吗", "13800001234 | x", ("手机号", "phone")) == Suggestion("phone", Sign.NEAR, near="手机号")
    assert first("手机号吗", "是 | 否", ("手机号", "phone")) is None
    assert first("手机号吗", "", ("手机号", "phone")) == Suggestion("phone", Sign.NEAR, near="手机号")


def test_the_values_are_believed_before_the_header() -> None:
    found = first("手机号吗", "a@example.com | b@example.com", ("手机号", "phone"))
    assert found == Suggestion("email", Sign.VALUES, 1.0)


@pytest.mark.parametrize(
    ("header", "field"),
    [("老板微信", "wechat"), ("Requested product", "product"), ("甲方公司", "company"), ("补充备注", "message")],
)
def test_the_end_of_a_header_suggests_a_field(header: str, field: str) -> None:
    found = first(header, "甲 | 乙")
    assert found is not None
    assert (found.field, found.sign) == (field, Sign.ENDING)


def test_a_second_mobile_is_a_telephone() -> None:
    texts = pa.chunked_array([["13800001234"]], TEXT)
    assert [one.field for one in suggestions("x", texts, ())] == ["phone", "tel"]
