from __future__ import annotations

import pytest

from leadroute.files.read.encoding import to_utf8

TEXT = "公司名称,手机号\n上海某某贸易有限公司,13800001234\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding", "why"),
    [
        (TEXT.encode(), "utf-8", "utf8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig", "mark"),
        (TEXT.encode("utf-16"), "utf-16", "mark"),
        (TEXT.encode("gb18030"), "gb18030", "gb"),
        ("company,phone\nx,1\n".encode("utf-16-le"), "utf-16-le", "guess"),
        (("標題,電話\n臺灣測試企業股份有限公司,無\n" * 9).encode("big5"), "big5", "guess"),
    ],
)
def test_signs_are_followed(data: bytes, encoding: str, why: str) -> None:
    found = to_utf8(data)
    assert (found.encoding, found.why) == (encoding, why)
    found.data.decode()


def test_utf8_cut_inside_a_character_is_still_utf8() -> None:
    found = to_utf8(TEXT.encode()[:-20])
    cut = to_utf8((TEXT * 50).encode() + "上".encode()[:2])
    assert found.why in {"utf8", "damaged"}
    assert (cut.encoding, cut.why) == ("utf-8", "damaged")


def test_what_the_user_says_wins() -> None:
    assert to_utf8(TEXT.encode("gb18030"), "gbk").data.decode() == TEXT
    assert to_utf8(b"\xff\xfe\xfd", "utf-8").why == "damaged"
