from __future__ import annotations

import pytest

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.messages import message
from tests.build_tables import table


def _places(drawn: str) -> list[str]:
    """Province, city and district of each row, with the field a value was concluded from behind it."""
    leads, _ = gather_leads([table(drawn)], Rulebook())
    columns = [leads.columns[name] for name in ("province", "city", "district") if name in leads.columns]
    rows = []
    for row in range(len(leads)):
        cells = []
        for column in columns:
            ground = "" if column.grounds is None else column.grounds[int(column.codes[row])].as_py()
            cells.append(f"{column.value(row)}<{ground}" if ground else column.value(row))
        rows.append(" | ".join(cells))
    return rows


def _told(drawn: str, language: Language) -> list[str]:
    _, found = gather_leads([table(drawn)], Rulebook())
    return [f"{each.code} {message(each, language)}" for each in found if each.code.startswith("LR55")]


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("浙江省杭州市余杭区 | |", "浙江 | 杭州 | 余杭区"),
        ("深圳 | |", "广东 | 深圳 | "),
        ("华东/上海 | |", "上海 |  | "),
        (" | 杭州 |", "浙江<city | 杭州 | "),
        (" | | 余杭区", "浙江<district | 杭州<district | 余杭区"),
        (" | 浙江省宁波市 |", "浙江 | 宁波 | "),
        (" | 南京 | 鼓楼", "江苏<city | 南京 | 鼓楼区"),
        ("北京 | | 朝阳区", "北京 | 北京<district | 朝阳区"),
        ("江苏 | Suzhou |", "江苏 | 苏州 | "),
        (" | 昆山市 |", "江苏<city | 昆山 | "),
        (" | Suzhou |", " | Suzhou | "),
        (" | | 朝阳区", " |  | 朝阳区"),
        ("江苏 | 宁波 |", "江苏 | 宁波 | "),
        ("Bavaria | 杭州 |", "Bavaria | 杭州 | "),
        ("Bavaria | Munich |", "Bavaria | Munich | "),
        (" | | ", " |  | "),
    ],
)
def test_the_cells_of_a_row_are_read_together(row: str, places: str) -> None:
    assert _places(f"省份 | 城市 | 区县\n{row}") == [places]


def test_columns_no_file_has_are_made_when_they_get_a_value() -> None:
    assert _places("地区\n浙江-杭州\n上海") == ["浙江 | 杭州", "上海 | "]
    assert _places("地区\n上海\n华东") == ["上海", "华东"]


def test_a_row_of_another_country_is_left_alone() -> None:
    assert _places("country | city\nUS | Jilin\nCN | Jilin\n | Jilin") == [
        " | 吉林",
        "吉林<city | 吉林",
        "吉林<city | 吉林",
    ]


@pytest.mark.parametrize(
    ("drawn", "zh", "en"),
    [
        (
            "区县\n朝阳区\n朝阳区",
            "LR550 “朝阳区”不止一处（2 行）：北京 朝阳区 / 吉林 长春 朝阳区；没有猜",
            "LR550 '朝阳区' is the name of several places (2 rows): 北京 朝阳区 / 吉林 长春 朝阳区; none was guessed",
        ),
        (
            "省份 | 城市\n江苏 | 宁波",
            "LR551 “宁波”不在江苏，而在浙江 宁波（1 行）；两格都照原样用",
            "LR551 '宁波' does not lie in 江苏 but in 浙江 宁波 (1 rows); both cells are used as they stand",
        ),
        (
            "省份 | 城市\n浙江省杭州市 |",
            "LR553 “省份”列有 1 格写了不止一级，已拆开，例如“浙江省杭州市”拆成 浙江 / 杭州",
            (
                "LR553 1 cells of '省份' name more than one level and were taken apart, "
                "for example '浙江省杭州市' into 浙江 / 杭州"
            ),
        ),
        (
            "城市\n杭州\n深圳",
            "LR554 有 2 行没有省份，按城市补上，例如“杭州”属于“浙江”",
            "LR554 2 rows lack province; it was concluded from city, for example '杭州' lies in '浙江'",
        ),
    ],
)
def test_what_was_found_is_told(drawn: str, zh: str, en: str) -> None:
    assert _told(drawn, Language.ZH) == [zh]
    assert _told(drawn, Language.EN) == [en]
