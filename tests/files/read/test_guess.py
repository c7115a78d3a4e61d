from __future__ import annotations

import pytest

from leadroute.files.read.guess import guess
from leadroute.intake.headers import fit

FIT = fit("lead")


def found(text: str, encoding: str) -> tuple[str, bool]:
    """The encoding guessed, and whether it is sure."""
    got = guess([line.encode(encoding) for line in text.splitlines(keepends=True)], FIT)
    return got.encoding, not got.other


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("公司名称,手机号\n", "gb18030"),
        ("请在工作日联系我们的采购负责人\n", "gb18030"),
        ("臺灣測試企業股份有限公司\n", "gb18030"),
        ("臺灣測試企業股份有限公司\n", "big5"),
        ("株式会社,電話番号,氏名\n", "cp932"),
        ("サンプル商事株式会社\n", "euc_jp"),
        ("회사명,전화번호,담당자\n", "cp949"),
        ("Größe,Straße,Zürich\n", "cp1252"),
    ],
)
def test_a_few_characters_tell_the_encoding(text: str, encoding: str) -> None:
    assert found(text, encoding) == (encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("李明\n", "gb18030"),
        ("Málaga,Łódź\n", "cp1250"),
        ("Güneş,Şişli\n", "cp1254"),
        ("Иванов Иван\n", "cp1251"),
        ("Αθήνα\n", "iso8859_7"),
        ("Müller\n", "mac_roman"),
        ("กรุงเทพมหานคร\n", "cp874"),
    ],
)
def test_what_might_be_something_else_is_never_sure(text: str, encoding: str) -> None:
    assert not found(text, encoding)[1]


def test_rows_of_western_utf8_among_others_are_never_sure() -> None:
    lines = ["Société Générale\n".encode("cp1252"), "São Paulo\n".encode()]
    assert guess(lines, FIT).other


def test_the_same_cell_again_proves_nothing() -> None:
    assert not found("李明,1\n" * 50, "gb18030")[1]
