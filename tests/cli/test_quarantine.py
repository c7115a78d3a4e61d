"""Bad rows from end to end: dealt out, set aside or stopping the run, mended and fed again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.commands.exits import Exit
from tests.cli.desk import ZH, Desk, desk, outcomes

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

BAD = """\
lead_id,company,contact,phone,email
L1,Acme,Al,13800001234,al@example.com
L2,Beta,Be,1.38E+10,
L3,Gamma,Ga,12,bad@
,,,,
L5,Delta,De,13800001237,de@example.com,more
L6,=1+1,@SUM,12,
,,Zo,,
"""


def _bad(folder: Path, leads: str = BAD) -> Desk:
    return desk(folder).put("leads.csv", leads)


def _reasons(result: Result) -> dict[str, int]:
    return {line["reason"]: line["rows"] for line in json.loads(result.stdout)["reasons"]}


def test_rows_nobody_can_be_reached_by_are_dealt_out_as_ever(tmp_path: Path) -> None:
    result = _bad(tmp_path).assign("--json")
    assert outcomes(result) == {"assigned": 4, "pooled": 1, "invalid": 1}
    assert _reasons(result)["unreadable"] == 1


def test_quarantine_sets_them_aside_and_no_row_is_lost(tmp_path: Path) -> None:
    result = _bad(tmp_path).assign("--json", "--on-bad-row", "quarantine")
    assert outcomes(result) == {"assigned": 1, "pooled": 1, "invalid": 4}
    assert _reasons(result)["unreachable"] == 3
    assert json.loads(result.stdout)["conserved"]
    assert result.exit_code == Exit.DONE


def test_a_row_set_aside_stands_for_no_other(tmp_path: Path) -> None:
    leads = "company,contact,phone\nAcme,Al,1.38E+10\nAcme,Al,13800001234\n"
    at_rest = _bad(tmp_path, leads)
    assert outcomes(at_rest.assign("--json")) == {"assigned": 1, "duplicate": 1}
    assert outcomes(at_rest.assign("--json", "--on-bad-row", "quarantine")) == {"assigned": 1, "invalid": 1}


def test_fail_stops_the_run_and_lists_the_rows(tmp_path: Path) -> None:
    at_desk = _bad(tmp_path)
    before = at_desk.files()
    result = at_desk.assign("--on-bad-row", "fail")
    assert result.exit_code == Exit.INPUT
    assert at_desk.files() == before
    assert result.stderr.splitlines()[0].startswith("error LR570: 4 of 6 rows cannot be used; stopped as asked")
    assert "leads.csv:3: error LR574: every number and address in the row is damaged or invalid" in result.stderr


def test_fail_lets_a_good_file_through(tmp_path: Path) -> None:
    assert desk(tmp_path).assign("--on-bad-row", "fail").exit_code == Exit.DONE


@pytest.mark.parametrize(
    ("limit", "code"), [("4", Exit.DONE), ("3", Exit.INPUT), ("70%", Exit.DONE), ("5%", Exit.INPUT)]
)
def test_more_bad_rows_than_wanted_stop_the_run(tmp_path: Path, limit: str, code: Exit) -> None:
    at_desk = _bad(tmp_path)
    result = at_desk.assign("--max-bad", limit)
    assert result.exit_code == code
    assert ("out/assigned.xlsx" in at_desk.files()) == (code == Exit.DONE)
    assert (f"4 of 6 rows cannot be used (66.7%), more than the limit of {limit}" in result.stderr) == (
        code == Exit.INPUT
    )


@pytest.mark.parametrize("limit", ["five", "0.05", "-1", "101%", "5.x%", ""])
def test_a_limit_that_is_none_is_wrong_usage(tmp_path: Path, limit: str) -> None:
    result = desk(tmp_path).assign("--max-bad", limit)
    assert result.exit_code == Exit.USAGE
    assert "write a number of rows like 20, or a share like 5%" in result.stderr


def test_a_clean_run_writes_no_failed_rows(tmp_path: Path) -> None:
    at_desk = desk(tmp_path)
    at_desk.assign()
    assert "out/failed_rows.xlsx" not in at_desk.files()


def test_failed_rows_hold_the_rows_as_they_came_and_what_to_do(tmp_path: Path) -> None:
    at_desk = _bad(tmp_path).put("rules.yaml", ZH)
    at_desk.assign("--on-bad-row", "quarantine")
    sheet = load_workbook(tmp_path / "out" / "failed_rows.xlsx").worksheets[0]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert header[:4] == ["文件（leadroute）", "行（leadroute）", "问题（leadroute）", "怎么办（leadroute）"]
    assert header[-5:] == ["lead_id", "company", "contact", "phone", "email"]
    assert [row[:2] for row in rows] == [["leads.csv", at] for at in (3, 4, 6, 7)]
    assert rows[1][2:4] == [
        "电话、邮箱都不能用；phone“12”无效；email“bad@”无效",
        "补上能用的电话或邮箱，或删掉这一行",
    ]
    assert rows[3][-5:] == ["L6", "=1+1", "@SUM", "12", None]


def test_failed_rows_in_english(tmp_path: Path) -> None:
    at_desk = _bad(tmp_path)
    at_desk.assign("--on-bad-row", "quarantine", "--format", "csv")
    lines = (tmp_path / "out" / "failed_rows.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith('"File (leadroute)","Row (leadroute)","Problem (leadroute)","What to do (leadroute)"')
    assert lines[1].startswith(
        '"leads.csv",3,"no number or address works; phone \'1.38E+10\' is damaged",'
        '"add a number or an address that works, or delete the row"'
    )


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_failed_rows_are_mended_and_fed_again(tmp_path: Path, file_format: str) -> None:
    at_desk = _bad(tmp_path)
    at_desk.assign("--on-bad-row", "quarantine", "--format", file_format)
    failed = f"out/failed_rows.{file_format}"
    again = at_desk.assign("--json", "--on-bad-row", "quarantine", "-o", "again", "--format", "csv", leads=(failed,))
    assert outcomes(again) == {"invalid": 4}
    _mend(tmp_path / failed)
    mended = at_desk.assign("--json", "--on-bad-row", "quarantine", "-o", "mended", "--format", "csv", leads=(failed,))
    assert outcomes(mended) == {"assigned": 3, "invalid": 1}
    header = (tmp_path / "mended" / "assigned.csv").read_text("utf-8-sig").splitlines()[0]
    assert header.startswith('"lead_id","company","contact","phone","email"')


def _mend(path: Path) -> None:
    """Put a number that works where one did not."""
    if path.suffix == ".csv":
        lines = path.read_text("utf-8-sig").splitlines()
        mended = [re.sub(r'"(1\.38E\+10|12)"', f'"1390000123{at}"', line) for at, line in enumerate(lines)]
        path.write_text("\n".join(mended), encoding="utf-8-sig")
        return
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value in {"1.38E+10", "12"}:
                cell.value = f"1390000123{cell.row}"
    book.save(path)


def test_the_screen_says_what_to_do_with_failed_rows(tmp_path: Path) -> None:
    shown = _bad(tmp_path).assign("--on-bad-row", "quarantine").stdout
    assert "4 invalid: mend them in the file failed_rows, then assign that file alone." in shown
    assert "failed_rows" not in desk(tmp_path).assign("-o", "clean").stdout


def test_a_cell_with_one_number_that_works_is_a_way_to_reach_somebody(tmp_path: Path) -> None:
    leads = "company,phone\nAcme,12 / 13800001234\nBeta,12 / 34\n"
    assert outcomes(_bad(tmp_path, leads).assign("--json", "--on-bad-row", "quarantine")) == {
        "assigned": 1,
        "invalid": 1,
    }


def test_a_row_that_could_not_be_read_is_mended_from_its_text(tmp_path: Path) -> None:
    at_desk = _bad(tmp_path)
    at_desk.assign()
    sheet = load_workbook(tmp_path / "out" / "failed_rows.xlsx").worksheets[0]
    header, row = [[cell.value for cell in cells] for cells in sheet.iter_rows()]
    assert dict(zip(header, row, strict=True))["As it stood (leadroute)"] == (
        "L5,Delta,De,13800001237,de@example.com,more"
    )
    again = at_desk.assign("--json", "-o", "again", leads=("out/failed_rows.xlsx",))
    assert outcomes(again) == {"invalid": 1}
