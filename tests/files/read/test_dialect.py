from __future__ import annotations

import pytest

from leadroute.files.read.dialect import Sniffed, sniff
from leadroute.files.read.lines import Dialect
from leadroute.intake.headers import fit

FIT = fit("lead")
PLAIN = "公司名称,手机号,备注\n甲公司,13800000001,好\n乙公司,13800000002,不错\n"


def found(text: str) -> Sniffed:
    return sniff(text.encode(), FIT)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "\x1f"])
def test_delimiters_are_found(delimiter: str) -> None:
    assert found(PLAIN.replace(",", delimiter)).dialect == Dialect(delimiter)


@pytest.mark.parametrize("delimiter", ["，", "；"])
def test_full_width_delimiters_are_found_and_stand_as_one_byte(delimiter: str) -> None:
    sniffed = found(PLAIN.replace(",", delimiter))
    assert sniffed.delimiter == delimiter
    assert len(sniffed.dialect.delimiter.encode()) == 1


def test_a_stand_in_is_a_byte_the_text_does_not_have() -> None:
    sniffed = found(PLAIN.replace(",", "，") + "丙\x1f公司，1，x\n")
    assert sniffed.dialect.delimiter == "\x1e"


def test_without_known_headers_the_even_one_wins() -> None:
    assert found("aa;bb;cc\nx;1,5;2\ny;2,5;3\nz,w;4;4\n").delimiter == ";"


def test_blanks_part_columns_only_as_a_last_resort() -> None:
    assert found("aa bb cc\n1 2 3\n4 5 6\n").delimiter == " "
    assert found("aa bb,cc\n1 2,3\n4 5,6\n").delimiter == ","
    assert found("some words\nand some more\nof prose\n").delimiter == ","


def test_a_comma_inside_a_list_of_names_is_no_delimiter() -> None:
    assert found("company\nAcme, Inc\nBeta, Ltd\nGamma, Inc\n").width == 1


def test_the_first_line_can_name_the_delimiter() -> None:
    sniffed = found("sep=;\r\n公司名称;手机号\n甲,乙;1\n")
    assert (sniffed.delimiter, sniffed.forms) == (";", ("sep",))
    assert sniffed.data.startswith("公司".encode())


def test_single_quotes_are_seen_where_they_enclose() -> None:
    assert found("company,phone\n'Acme, Inc','1'\n'Beta, Ltd','2'\n").dialect == Dialect(",", "'")
    assert found("company,phone\nAcme,'13800000001\nBeta,'13800000002\n").dialect == Dialect(",")


def test_quotes_that_enclose_nothing_are_text() -> None:
    rows = "".join(f'A{at}\t"{at}" pipe\tx\n' for at in range(5))
    assert found("company\tmessage\tcity\n" + rows).dialect == Dialect("\t", "")
    assert found('company\tmessage\n"A"\t"5"" pipe"\n').dialect == Dialect("\t")


def test_backslashes_before_quotes_are_doubled_quotes() -> None:
    sniffed = found('company,message\nAcme,"say \\"a, b\\", please"\nBeta,"x"\n')
    assert sniffed.forms == ("backslash",)
    assert b'"say ""a, b"", please"' in sniffed.data


def test_a_backslash_that_ends_a_cell_is_text() -> None:
    assert found('company,message\nAcme,"C:\\dir\\"\nBeta,"x"\n').forms == ()


def test_rows_quoted_whole_are_unwrapped() -> None:
    sniffed = found('"company,message"\n"Acme,""a, b"""\n"Beta,x"\n')
    assert sniffed.forms == ("wrapped",)
    assert sniffed.data == b'company,message\nAcme,"a, b"\nBeta,x\n'


def test_a_list_of_quoted_names_is_not_unwrapped() -> None:
    assert found('"company"\n"Acme, Inc"\n"Beta, Ltd"\n').forms == ()


def test_blanks_before_quotes_go() -> None:
    sniffed = found('company, message\nAcme, "a, b"\nBeta, "c, d"\n')
    assert sniffed.forms == ("blanks",)
    assert b'Acme,"a, b"' in sniffed.data
