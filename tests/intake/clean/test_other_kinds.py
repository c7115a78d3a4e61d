from __future__ import annotations

import pytest

from leadroute.intake.clean import CLEANERS
from leadroute.model.fields import Kind
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


def test_every_kind_has_a_cleaner_that_accepts_nothing() -> None:
    assert set(CLEANERS) == set(Kind)
    assert all(len(clean(kind).values) == 0 for kind in Kind)
    assert all(clean(kind, "").values.to_pylist() == [""] for kind in Kind)


@pytest.mark.parametrize("text", ["NA", "null", "0", "  x  y "])
def test_text_is_trimmed_and_folded_and_nothing_else(text: str) -> None:
    cleaned = clean(Kind.TEXT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py()) == (text.strip(), " ".join(text.split()).lower())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("王先生", "王先生"),
        ("欧阳 娜娜", "欧阳娜娜"),
        ("Na Li", "na li"),
        ("Null", "null"),
        ("John  Smith", "john smith"),
    ],
)
def test_names_of_people(text: str, key: str) -> None:
    cleaned = clean(Kind.CONTACT, text)
    assert (cleaned.keys[0].as_py(), cleaned.status[0]) == (key, OK)


def test_nobody_is_no_name() -> None:
    assert clean(Kind.CONTACT, "无").status.tolist() == [PLACEHOLDER]


@pytest.mark.parametrize(
    ("text", "value", "key", "status"),
    [
        ("91350100m000100y43", "91350100M000100Y43", "91350100m000100y43", OK),
        ("91350100M000100Y44", "91350100M000100Y44", "", INVALID),
        ("9135", "9135", "", INVALID),
        ("无", "", "", PLACEHOLDER),
    ],
)
def test_credit_codes(text: str, value: str, key: str, status: int) -> None:
    cleaned = clean(Kind.CREDIT_CODE, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, key, status)


@pytest.mark.parametrize(
    ("text", "host", "status"),
    [
        ("https://www.Example.com/x?y", "example.com", OK),
        ("shop.example.com.cn:8080", "shop.example.com.cn", OK),
        ("no", "", INVALID),
        ("http://", "", INVALID),
        ("无", "", PLACEHOLDER),
    ],
)
def test_hosts(text: str, host: str, status: int) -> None:
    cleaned = clean(Kind.DOMAIN, text)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (host, status)
