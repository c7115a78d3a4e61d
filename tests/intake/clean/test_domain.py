from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "host", "status"),
    [
        ("https://www.Example.com/x?y", "example.com", OK),
        ("shop.example.com.cn:8080", "shop.example.com.cn", OK),
        ("http://www.example.com:80/#top", "example.com", OK),
        ("http//example.com", "example.com", OK),
        ("官网：www.example.com（中文）", "example.com", OK),
        ("www.a.example.com；www.b.example.com", "a.example.com", OK),
        ("例子.中国", "xn--fsqu00a.xn--fiqs8s", OK),
        ("", "", OK),
        ("info@example.com", "", INVALID),
        ("no", "", INVALID),
        ("http://", "", INVALID),
        ("无", "", PLACEHOLDER),
        ("http", "", PLACEHOLDER),
    ],
)
def test_hosts(text: str, host: str, status: int) -> None:
    cleaned = clean(Kind.DOMAIN, text)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (host, status)
