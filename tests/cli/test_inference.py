"""Blanks filled by inference, from the rulebook to what is written."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import codes, desk

if TYPE_CHECKING:
    from pathlib import Path

LEADS = """\
公司名称,手机号,电话,省份,地址
甲机械有限公司,13800001001,0571-88886666,,
乙机械有限公司,13800001002,,,浙江省宁波市海曙区中山西路1号
丙机械有限公司,13800001003,0571-88886666,江苏,
丁机械有限公司,13800001004,,,
"""
RULES = """\
leadroute: 1
infer: {{province: [{sources}]}}
pools: {{east: {{members: all}}}}
rules:
  - {{name: 浙江, when: {{province: 浙江}}, assign: east}}
default: open_pool
"""


def test_the_basis_names_what_was_inferred(tmp_path: Path) -> None:
    made = desk(tmp_path).put("leads.csv", LEADS).put("rules.yaml", RULES.format(sources="tel, address"))
    assert made.assign("--format", "csv").exit_code == Exit.DONE
    written = pd.read_csv(tmp_path / "out" / "assigned.csv", dtype="str", keep_default_na=False)
    assert [text.rpartition("；")[2] for text in written["依据"]] == [
        "省份=浙江（由电话推断）",
        "省份=浙江（由地址推断）",
        "没有规则匹配",
        "没有规则匹配",
    ]
    assert written["省份"].tolist() == ["", "", "江苏", ""]  # the files' own cells stay as they were


def test_the_summary_counts_what_was_inferred(tmp_path: Path) -> None:
    made = desk(tmp_path).put("leads.csv", LEADS).put("rules.yaml", RULES.format(sources="tel, address"))
    ran = made.assign("--json", "--dry-run")
    assert codes(ran).count("LR560") == 1
    assert "LR401" not in codes(ran)


def test_inference_makes_no_two_leads_one(tmp_path: Path) -> None:
    rules = RULES.format(sources="tel") + "duplicates: {same_when: [[province]]}\n"
    ran = desk(tmp_path).put("leads.csv", LEADS).put("rules.yaml", rules).assign("--format", "csv")
    assert ran.exit_code == Exit.DONE
    written = pd.read_csv(tmp_path / "out" / "assigned.csv", dtype="str", keep_default_na=False)
    assert "重复" not in written["结果"].tolist()


@pytest.mark.skipif(find_spec("phone") is not None, reason="the library of number ranges is installed")
@pytest.mark.parametrize("command", ["assign", "check"])
def test_number_ranges_that_are_not_installed_are_asked_for(tmp_path: Path, command: str) -> None:
    made = desk(tmp_path).put("leads.csv", LEADS).put("rules.yaml", RULES.format(sources="phone"))
    ran = made.assign() if command == "assign" else made.run("check", "rules.yaml")
    assert ran.exit_code == (Exit.RULES if command == "assign" else Exit.NO)
    assert "LR561" in ran.stderr + ran.stdout
    assert "pip install 'leadroute[cn-phone]'" in ran.stderr + ran.stdout
