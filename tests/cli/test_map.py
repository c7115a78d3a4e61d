"""``leadroute map``: every column with its field, and the lines that settle the others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import LEADS, REPS, RULES, ZH, desk, first, outcomes

if TYPE_CHECKING:
    from pathlib import Path

ODD = """\
客户称呼,号码A,公司,线索状态,意向状态,落地页
王先生,13800001234,某某甲有限公司,新,高,/a
李丽,13800001235,某某乙有限公司,新,低,/b
"""
ADDED = """\
columns:
  客户称呼: contact   # 100% of the values look like contact
  号码A: phone   # 100% of the values look like phone
  落地页: ignore
"""


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "120")


def test_every_column_is_shown_with_its_field_and_why(tmp_path: Path) -> None:
    result = desk(tmp_path).put("odd.csv", ODD).run("map", "odd.csv", "--rules", "rules.yaml")
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    rows = [" ".join(line.split()) for line in result.stdout.splitlines()]
    for row in (
        "客户称呼 contact ? 100% of the values look like contact 王先生 | 李丽",
        "公司 company a usual name 某某甲有限公司 | 某某乙有限公司",
        "意向状态 - status is '线索状态' 高 | 低",
        "落地页 - unknown /a | /b",
    ):
        assert any(line.startswith(row) for line in rows), (row, rows)
    assert result.stdout.endswith(ADDED)
    assert desk(tmp_path).files()["rules.yaml"].decode() == RULES


def test_the_lines_are_written_into_the_rulebook_and_nothing_else_changes(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD)
    result = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    after = on.files()["rules.yaml"].decode()
    assert after == RULES.replace("language: en\n", f"language: en\n\n{ADDED}\n")
    assert "+  号码A: phone" in result.stdout
    assert "Written to rules.yaml." in result.stdout


def test_what_was_written_settles_every_column(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD)
    on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert on.run("check", "rules.yaml").exit_code == Exit.DONE
    again = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert "Nothing is open" in again.stdout
    found = json.loads(on.assign("--json", leads=("odd.csv",)).stdout)
    assert outcomes(on.assign("--json", leads=("odd.csv",))) == {"assigned": 2}
    assert not {"LR406", "LR407"} & {one["code"] for one in found["diagnostics"]}


def test_further_lines_join_those_that_are_there(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD).put("rules.yaml", f"{RULES}columns:\n  落地页: ignore   # 我写的\n")
    on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    *_, kept, one, two = on.files()["rules.yaml"].decode().splitlines()
    assert (kept, one[:9], two[:10]) == ("  落地页: ignore   # 我写的", "  客户称呼: c", "  号码A: pho")


def test_without_a_rulebook_the_lines_are_the_product(tmp_path: Path) -> None:
    result = desk(tmp_path).put("odd.csv", ODD).run("map", "odd.csv", "--write")
    assert (result.exit_code, result.stdout) == (Exit.DONE, ADDED)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_said_is_in_the_rulebooks_language(tmp_path: Path, language: str) -> None:
    on = desk(tmp_path).put("odd.csv", ODD).put("rules.yaml", RULES.replace("language: en", f"language: {language}"))
    shown = on.run("map", "odd.csv", "--rules", "rules.yaml").stdout
    assert ("100% 的值像联系人" in shown, "还有 3 列没有着落" in shown) == (language == "zh",) * 2


def test_programs_get_the_same(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD)
    found = json.loads(on.run("map", "odd.csv", "--json").stdout)
    (table,) = found["tables"]
    assert (found["format_version"], found["written"], table["system"], table["rows"]) == ("1.0", None, None, 2)
    assert [(column["header"], column["field"], column["how"]) for column in table["columns"]] == [
        ("客户称呼", None, "unknown"),
        ("号码A", None, "unknown"),
        ("公司", "company", "built_in"),
        ("线索状态", "status", "built_in"),
        ("意向状态", None, "rival"),
        ("落地页", None, "unknown"),
    ]
    assert table["columns"][1]["suggestion"] == {
        "field": "phone",
        "sign": "values",
        "share": 1.0,
        "near": "",
        "rivals": [],
    }
    assert found["lines"][-1] == {"header": "落地页", "field": "ignore"}
    assert found["block"] == ADDED
    assert (
        json.loads(on.run("map", "odd.csv", "--rules", "rules.yaml", "--write", "--json").stdout)["written"]
        == "rules.yaml"
    )


def test_the_source_system_is_shown(tmp_path: Path) -> None:
    meta = "id,adset_id,form_id,phone_number\nl:1,as:1,f:1,p:+8613800001234\n"
    shown = desk(tmp_path).put("meta.csv", meta).run("map", "meta.csv").stdout
    assert "from Meta lead ads (Facebook, Instagram)" in shown


def test_a_file_without_any_known_header_is_what_it_is_for(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", "甲,乙\n王先生,13800001234\n")
    result = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert (result.exit_code, "LR021" in result.stderr) == (Exit.DONE, True)
    assert outcomes(on.assign("--json", leads=("odd.csv",))) == {"pooled": 1}


def test_several_files_are_settled_together(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD).put("b.csv", "公司,落地页,x\n甲,/a,1\n")
    on.run("map", "odd.csv", "b.csv", "--rules", "rules.yaml", "--write")
    assert on.files()["rules.yaml"].decode().count("落地页") == 1


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (f"{{{', '.join(RULES.splitlines()[:1])}, default: open_pool}}\n", "LR430"),
        (RULES + "columns: {x: city}\n", "LR430"),
    ],
)
def test_a_rulebook_in_braces_is_left_alone_and_the_lines_are_shown(tmp_path: Path, rules: str, said: str) -> None:
    on = desk(tmp_path).put("odd.csv", ODD).put("rules.yaml", rules)
    result = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert (result.exit_code, said in first(result)) == (Exit.OUTPUT, True)
    assert "号码A: phone" in result.stdout
    assert on.files()["rules.yaml"].decode() == rules


def test_what_keeps_lines_out_of_a_rulebook_is_told(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD)
    told = {}
    for language in ("zh", "en"):
        on.put("rules.yaml", RULES.replace("language: en", f"language: {language}") + "columns: {x: city}\n")
        told[language] = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write").stderr
    assert told == {
        "zh": "rules.yaml: 错误 LR430：没法在这份规则手册里安全地加行（columns 或整份写在花括号里，或写入后读不通）\n"
        "建议：把列出的几行自己放进去\n",
        "en": "rules.yaml: error LR430: lines cannot be put into this rulebook safely (columns or all of it stands in "
        "braces, or it would not read)\nhint: put the lines shown in by hand\n",
    }


@pytest.mark.parametrize(
    ("put", "code"),
    [
        ({"odd.csv": ""}, Exit.INPUT),
        ({"odd.csv": ODD, "rules.yaml": "leadroute: 1\n"}, Exit.RULES),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, put: dict[str, str], code: Exit) -> None:
    on = desk(tmp_path)
    for name, content in put.items():
        on.put(name, content)
    result = on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert (result.exit_code, result.stdout) == (code, "")


def test_a_broken_file_among_good_ones_keeps_the_rulebook_as_it_is(tmp_path: Path) -> None:
    on = desk(tmp_path).put("odd.csv", ODD).put("b.csv", "")
    result = on.run("map", "odd.csv", "b.csv", "--rules", "rules.yaml", "--write")
    assert (result.exit_code, on.files()["rules.yaml"].decode()) == (Exit.INPUT, RULES)
    assert "Nothing was written." in result.stdout


def test_headers_and_cells_are_shown_as_they_are(tmp_path: Path) -> None:
    content = "[red]x[/red],:smile:,\u001b[2J,=1+1,公司\n[bold]a,:b:,\u001b[31mc,=2,甲\n"
    on = desk(tmp_path).put("odd.csv", content).put("rules.yaml", ZH)
    for encoding in ("gbk", "ascii", "utf-8"):
        result = on.shell("map", "odd.csv", "--rules", "rules.yaml", env={"PYTHONIOENCODING": encoding})
        assert (result.returncode, b"Traceback" in result.stderr) == (Exit.DONE, False)
        assert b"\x1b" not in result.stdout
        assert b"[red]x[/red]" in result.stdout
        assert b":smile:" in result.stdout
    on.run("map", "odd.csv", "--rules", "rules.yaml", "--write")
    assert "没有着落" not in on.run("map", "odd.csv", "--rules", "rules.yaml").stdout


def test_a_lead_file_where_everything_is_known_needs_nothing(tmp_path: Path) -> None:
    on = desk(tmp_path).put("leads.csv", LEADS).put("reps.csv", REPS)
    assert on.run("map", "leads.csv", "--write").stdout == ""
    assert "Nothing is open" in on.run("map", "leads.csv").stdout
