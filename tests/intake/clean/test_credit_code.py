from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "value", "key", "status"),
    [
        ("91350100m000100y43", "91350100M000100Y43", "91350100m000100y43", OK),
        ("91350100M000100Y44", "91350100M000100Y44", "", INVALID),
        ("９１３５ ０１００ M000100Y43", "91350100M000100Y43", "91350100m000100y43", OK),
        ("9135O1OOM0001OOY43", "91350100M000100Y43", "91350100m000100y43", INFERRED),
        ("110105000000018", "110105000000018", "", INVALID),
        ("9135", "9135", "", INVALID),
        ("000000000000000000", "", "", PLACEHOLDER),
        ("--", "", "", PLACEHOLDER),
        ("", "", "", OK),
        ("无", "", "", PLACEHOLDER),
    ],
)
def test_credit_codes(text: str, value: str, key: str, status: int) -> None:
    cleaned = clean(Kind.CREDIT_CODE, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, key, status)
