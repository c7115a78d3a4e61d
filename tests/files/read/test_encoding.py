from __future__ import annotations

import codecs

import pytest

from leadroute.files.read.encoding import Decoded, to_utf8
from leadroute.intake.headers import fit

FIT = fit("lead")
HEADER = "公司名称,联系人,手机号\n"
ROW = "上海某某贸易有限公司,李明,13800001234\n"
TEXT = HEADER + ROW * 3
PLAIN = "id,company,phone\n" + "".join(f"{at},Acme {at},1380000{at:04d}\n" for at in range(500))


def read(data: bytes, given: str = "") -> Decoded:
    return to_utf8(data, given, FIT)


@pytest.mark.parametrize(
    ("data", "encoding", "why"),
    [
        (TEXT.encode(), "utf-8", "utf8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig", "mark"),
        (TEXT.encode("utf-16"), "utf-16", "mark"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", "mark"),
        (TEXT.encode("utf-32"), "utf-32", "mark"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "wide"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "wide"),
        (TEXT.encode("gb18030"), "gb18030", "header"),
        (ROW.encode("gb18030"), "gb18030", "han"),
        ("公司名稱,電話\n臺灣測試企業股份有限公司,無\n".encode("big5"), "big5", "header"),
        ("株式会社サンプル,山田太郎\n".encode("cp932"), "cp932", "kana"),
        ("주식회사 샘플,김철수\n".encode("cp949"), "cp949", "hangul"),
        ("Société Générale,Orléans\n".encode("cp1252"), "cp1252", "western"),
    ],
)
def test_signs_are_followed(data: bytes, encoding: str, why: str) -> None:
    found = read(data)
    assert (found.encoding, found.why, found.other, found.damaged) == (encoding, why, "", False)
    found.data.decode()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [HEADER, ROW, HEADER + ROW, PLAIN[:9000] + ROW + PLAIN[9000:]])
def test_little_text_is_enough(text: str, encoding: str) -> None:
    found = read(text.encode(encoding))
    assert (found.data.decode(), found.encoding, found.other) == (text, encoding, "")


def test_two_characters_are_read_and_the_doubt_is_kept() -> None:
    found = read("id,name\n1,李明\n".encode("gb18030"))
    assert (found.data.decode(), found.encoding) == ("id,name\n1,李明\n", "gb18030")
    assert found.other


def test_a_wider_encoding_of_the_family_is_used() -> None:
    assert read((HEADER + "𠮷田㐀,x,1\n").encode("gb18030")).encoding == "gb18030"
    assert read(TEXT.encode("gbk"), "gb2312").encoding == "gb18030"


def test_letters_no_western_language_has_side_by_side_are_in_doubt() -> None:
    found = read("city\nPříbram\nŁódź\n".encode("cp1250"))
    assert found.other


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_marks_go_however_many(marks: int) -> None:
    assert read(codecs.BOM_UTF8 * marks + TEXT.encode()).data.decode() == TEXT


def test_marks_of_joined_files_go() -> None:
    joined = TEXT.encode("utf-8-sig") + ROW.encode("utf-8-sig")
    assert read(joined).data.decode() == TEXT + ROW


def test_a_mark_before_another_encoding_is_no_promise() -> None:
    assert read(codecs.BOM_UTF8 + TEXT.encode("gb18030")).data.decode() == TEXT


def test_a_stray_byte_costs_one_character() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = TEXT.encode(encoding) * 20
        found = read(data[:-9] + b"\xff" + data[-9:])
        assert (found.encoding, found.damaged) == (encoding, True)
        assert found.data.decode().count("\ufffd") == 1


def test_utf8_cut_inside_a_character_is_still_utf8() -> None:
    found = read((TEXT * 50).encode() + "上".encode()[:2])
    assert (found.encoding, found.why, found.damaged) == ("utf-8", "mostly", True)


def test_rows_that_alternate_are_refused_where_they_turn() -> None:
    rows = [HEADER.encode(), *(ROW.encode("gb18030" if at % 2 else "utf-8") for at in range(9))]
    assert read(b"".join(rows)).turn == len(rows[0]) + len(rows[1])


def test_a_row_of_utf8_among_many_others_is_marked_not_misread() -> None:
    found = read(TEXT.encode("gb18030") * 50 + ROW.encode())
    assert (found.encoding, found.damaged) == ("gb18030", True)


def test_what_the_user_says_wins() -> None:
    assert read(TEXT.encode("gb18030"), "gbk").data.decode() == TEXT
    assert read(b"\xff\xfe\xfd", "utf-8").damaged
    assert read(TEXT.encode("utf-8-sig"), "utf-8").data.decode() == TEXT


def test_noise_is_never_certain() -> None:
    found = read(bytes(range(128, 256)) * 3)
    assert found.other or found.damaged
