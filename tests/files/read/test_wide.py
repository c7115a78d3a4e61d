from __future__ import annotations

import pytest

from leadroute.files.read.wide import wide

CHINESE = "公司名称,手机号\n上海某某贸易有限公司,一一一\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [CHINESE, "company,phone\nx,1\n", CHINESE * 3000])
def test_the_order_of_bytes_is_found(text: str, encoding: str) -> None:
    assert wide(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    "data",
    [CHINESE.encode(), CHINESE.encode("gb18030"), b"a,b\n1,2\n" + bytes(4096), b"a,b\nx\0y,1\n", b"", b"\0"],
)
def test_single_bytes_are_not_taken_for_pairs(data: bytes) -> None:
    assert wide(data) == ""


def test_a_tail_of_zeros_does_not_hide_it() -> None:
    assert wide(CHINESE.encode("utf-16-le") + bytes(4096)) == "utf-16-le"
