from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "value", "key"),
    [
        ("A@Example.com", "a@example.com", "a@example.com"),
        (" mailto:a@example.com. ", "a@example.com", "a@example.com"),
        ("a＠example。com", "a@example.com", "a@example.com"),
        ("Anna <a@example.com>", "a@example.com", "a@example.com"),
        ("a@example.com; b@example.com", "a@example.com", "a@example.com"),
        ("a+fair@example.com", "a+fair@example.com", "a@example.com"),
        ("info@example.com", "info@example.com", ""),
        ("information@example.com", "information@example.com", "information@example.com"),
        ("", "", ""),
    ],
)
def test_addresses(text: str, value: str, key: str) -> None:
    cleaned = clean(Kind.EMAIL, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, key, OK)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("bad@", INVALID),
        ("a@b", INVALID),
        ("a@@example.com", INVALID),
        ("test@test.com", PLACEHOLDER),
        ("无", PLACEHOLDER),
    ],
)
def test_what_is_no_address_is_blank(text: str, status: int) -> None:
    cleaned = clean(Kind.EMAIL, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", status)
