"""A small sheet as cells, as the reader's child process writes it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from leadroute.files.read.workbook.plain import look_plainly
from leadroute.rulebook.decision.meanings import fit
from tests.build_workbooks import ods, parts, row, xlsx, zipped

if TYPE_CHECKING:
    from leadroute.files.read.workbook.plain import PlainSheet

HEAD = row(1, "规则", "省份", "分配")


def seen(data: bytes, sheet: str = "", most: int = 100) -> PlainSheet:
    """What the child process tells."""
    out = io.BytesIO()
    look_plainly(data, sheet, fit, most, out)
    told: PlainSheet = json.loads(out.getvalue())
    return told


def texts(told: PlainSheet) -> list[list[str]]:
    """The texts of the cells."""
    return [[cell[0] for cell in cells] for cells in told["rows"]]


def test_cells_hidden_rows_and_what_is_lost() -> None:
    formula, error = '<c r="B2"><f>1+1</f></c>', '<c r="C3" t="e"><v>#N/A</v></c>'
    far = '<c r="E4"><f>A1</f></c>'
    sheet = (
        HEAD + row(2, "一", formula, "east", more=' hidden="1"') + row(3, "二", "", error) + f'<row r="4">{far}</row>'
    )
    told = seen(xlsx(sheet))
    assert told["name"] == "线索"
    assert texts(told) == [
        ["规则", "省份", "分配"],
        ["一", "=1+1", "east"],
        ["二", "", "#N/A"],
        ["", "", "", "", "=A1"],
    ]
    assert [told["rows"][1][1][1], told["rows"][2][2][1]] == ["formula", "error"]
    assert told["hidden"] == [2]


@pytest.mark.parametrize(
    ("data", "sheet", "code"),
    [
        (zipped({"word/document.xml": "<a/>"}), "", "LR004"),
        (xlsx(HEAD), "别的", "LR019"),
        (xlsx(""), "", "LR010"),
        (xlsx(HEAD + "".join(row(at, "x") for at in range(2, 200))), "", "LR238"),
        (b"PK\x03\x04 nothing", "", "LR009"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing", "", "LR006"),
    ],
)
def test_a_refusal_has_its_code(data: bytes, sheet: str, code: str) -> None:
    told = seen(data, sheet)
    assert (told["refusal"], told["rows"]) == (code, [])


def test_a_damaged_sheet_is_refused() -> None:
    data = bytearray(zipped(parts(HEAD), level=0))
    at = data.find(b'<c r="A1"')
    data[at + 3 : at + 8] = b'r="B1'[:5]
    assert seen(bytes(data))["refusal"] == "LR009"


def test_an_ods_will_do_and_tells_its_merged_cells() -> None:
    tall = ' table:number-rows-spanned="2" table:number-columns-spanned="1"'
    rows = (
        _row(_cell("规则"), _cell("省份"), _cell("分配")),
        _row(_cell("一"), _cell("上海", tall), _cell("east")),
        _row(_cell("二"), "<table:covered-table-cell/>", _cell("east")),
    )
    told = seen(ods(f'<table:table table:name="规则">{"".join(rows)}</table:table>'))
    assert told["name"] == "规则"
    assert [tuple(one) for one in told["merged"]] == [(2, 2, 3, 2)]


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
