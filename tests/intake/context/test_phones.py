from __future__ import annotations

import pytest

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Rulebook
from leadroute.tables.leads import INFERRED, INVALID, OK, Column
from tests.build_tables import table

HEADERS = "手机号 | 国家 | 省份 | 城市"


def phones(*rows: str) -> Column:
    leads, _ = gather_leads([table("\n".join((HEADERS, *rows)))], Rulebook())
    return leads.columns["phone"]


def read(row: str) -> tuple[str, int]:
    column = phones(row)
    return column.value(0), int(column.status[column.codes[0]])


@pytest.mark.parametrize(
    ("row", "number", "status"),
    [
        ("089 12345678 | Germany | |", "+498912345678", OK),
        ("089 12345678 | | |", "+868912345678", OK),
        ("03-1234-5678 | 日本 | |", "+81312345678", OK),
        ("(206) 555-0143 | United States | |", "+12065550143", OK),
        ("(206) 555-0143 | | |", "+12065550143", INFERRED),
        ("2162345678 | China | |", "+862162345678", INFERRED),
        ("2162345678 | USA | |", "+12162345678", OK),
        ("2162345678 | | NY |", "+12162345678", OK),
        ("229.077.5154 | Chile | |", "", INVALID),
        ("206-555-0143 | China | |", "+12065550143", INFERRED),
        ("+49 89 12345678 | 中国 | |", "+498912345678", OK),
        ("9123 4567 | | 香港 |", "+85291234567", OK),
        ("9123 4567 | Hong Kong | |", "+85291234567", OK),
        ("0912-345-678 | 中国 | 台湾 |", "+886912345678", OK),
        ("6612 3456 | 澳门 | |", "+85366123456", OK),
    ],
)
def test_a_number_rings_in_the_country_of_its_row(row: str, number: str, status: int) -> None:
    assert read(row) == (number, status)


@pytest.mark.parametrize(
    ("row", "number", "status"),
    [
        ("13800001111 | Germany | |", "+8613800001111", OK),
        ("13800001111 | 日本 | |", "+8613800001111", OK),
        ("17612345678 | Germany | |", "+4917612345678", INFERRED),
        ("17612345678 | 中国 | |", "+8617612345678", OK),
        ("17134860143 | US | |", "+17134860143", INFERRED),
        ("15998030143 | US | |", "+8615998030143", OK),
        ("400-800-1234 | Germany | |", "+864008001234", OK),
    ],
)
def test_what_looks_chinese_is_so_unless_it_is_a_mobile_there(row: str, number: str, status: int) -> None:
    assert read(row) == (number, status)


@pytest.mark.parametrize(
    ("row", "number", "status"),
    [
        ("(376)555-0143x10051 | | |", "+13765550143", INFERRED),
        ("(376)555-0143x10051 | US | |", "+13765550143", OK),
        ("1-376-555-0143x10051 | | |", "+13765550143", OK),
        ("1-376-555-0143x10051 | US | |", "+13765550143", OK),
        ("1 (376) 555-0143 ext. 5 | 加拿大 | |", "+13765550143", OK),
        ("1.376.555.0143 | Germany | |", "+13765550143", OK),
        ("137-6555-0143 | US | |", "+8613765550143", OK),
        ("13765550143 | US | |", "+8613765550143", OK),
    ],
)
def test_what_is_grouped_as_in_america_is_no_chinese_mobile(row: str, number: str, status: int) -> None:
    assert read(row) == (number, status)


@pytest.mark.parametrize(
    ("row", "number", "status"),
    [
        ("8888 6666 | | | 上海", "+862188886666", INFERRED),
        ("8888 6666 | | | 苏州市", "+8651288886666", INFERRED),
        ("88886666 | | 北京 |", "+861088886666", INFERRED),
        ("8888 6666-801 | | | 上海", "+862188886666", INFERRED),
        ("88886666 | Germany | | 上海", "", INVALID),
        ("88886666 | | 江苏 |", "", INVALID),
        ("8888666 6 9 | | | 上海", "", INVALID),
    ],
)
def test_a_local_number_gets_the_code_of_its_city(row: str, number: str, status: int) -> None:
    assert read(row) == (number, status)


def test_one_number_in_two_countries_is_two_numbers() -> None:
    column = phones("089 12345678 | Germany | |", "089 12345678 | 中国 | |", "089 12345678 | Germany | |")
    assert [column.value(row) for row in range(3)] == ["+498912345678", "+868912345678", "+498912345678"]


def test_what_stands_beside_a_number_stays_with_it() -> None:
    column = phones("(206) 555-0143 x12 | US | |", "090-1234-5678/080-1111-2222 | 日本 | |")
    told = {code: set(column.codes.tolist()) & set(each.at.tolist()) for code, each in column.beside.items()}
    assert told == {"LR512": {int(column.codes[0])}, "LR511": {int(column.codes[1])}}
    assert column.beside["LR511"].texts.to_pylist() == ["+818011112222"]
