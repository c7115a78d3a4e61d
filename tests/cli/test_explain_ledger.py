"""``leadroute explain`` after the fact: what the ledger holds of a lead, without any file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import Desk
from tests.cli.test_explain import EN, LEADS, REPS, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

RUN = ("--reps", "reps.csv", "--rules", "rules.yaml", "--now")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after four runs: leads assigned, one moved, all undone, assigned again."""
    made = Desk(tmp_path_factory.mktemp("ledger")).put("leads.csv", LEADS).put("reps.csv", REPS)
    made.put("rules.yaml", RULES).put("en.yaml", EN)
    made.put("fix.csv", "线索编号,新负责人,原因\nL2,何田田,客户要求\nL6,何田田,\n")
    for *arguments, day in (
        ("assign", "leads.csv", "-q", *RUN, "2026-11-23"),
        ("correct", "fix.csv", "-q", *RUN, "2026-11-24"),
        ("undo", "1", "--with-later", "-y", "-q", "--rules", "rules.yaml", "--now", "2026-11-25"),
        ("assign", "leads.csv", "-q", *RUN, "2026-11-26"),
    ):
        result = made.run(*arguments, f"{day}T09:00")
        assert result.exit_code == 0, result.output
    return made


def explain(desk: Desk, lead: str, *options: str, rules: str = "rules.yaml") -> Result:
    """Ask the ledger of the desk."""
    return desk.run("explain", lead, "--rules", rules, "--ledger", "rules.ledger", *options)


@pytest.mark.parametrize("said", ["L2", "13800001235", "李四", "#8"])
def test_a_story_tells_how_a_lead_stands(desk: Desk, said: str) -> None:
    told = explain(desk, said).stdout.splitlines()
    assert told[:2] == ["#8 L2 杭州乙软件有限公司 李四    rules.ledger", "现在：已分配，林小舟（第 4 批，2026-11-26）"]


def test_a_story_has_every_run_with_corrections_and_undos(desk: Desk) -> None:
    assert explain(desk, "L2").stdout.splitlines()[2:16] == [
        "",
        "第 1 批  2026-11-23 09:00  分配  leads.csv:3",
        "  结果：已分配 → 林小舟。按规则分配；规则“华东”；组“东组”",
        "  当时结余 +1.50（付出这一条之前）",
        "  已由第 3 批撤销",
        "",
        "第 2 批  2026-11-24 09:00  改派  fix.csv:2",
        "  由 林小舟 改派给 何田田：客户要求",
        "  当时结余 -0.50（付出这一条之前）",
        "  已由第 3 批撤销",
        "",
        "第 4 批  2026-11-26 09:00  分配  leads.csv:3",
        "  结果：已分配 → 林小舟。按规则分配；规则“华东”；组“东组”",
        "  当时结余 +1.50（付出这一条之前）",
    ]


def test_a_story_in_english(desk: Desk) -> None:
    told = explain(desk, "L7", rules="en.yaml").stdout
    assert told.splitlines()[1] == "Now: review, 何田田 (run 4, 2026-11-26)"
    assert "Run 4  2026-11-26 09:00  assign  leads.csv:8\n  Outcome: review, 何田田 suggested (turn held)." in told
    assert "moved from nobody to 何田田" in explain(desk, "L6", rules="en.yaml").stdout


def test_an_undone_lead_is_nobodys(desk: Desk) -> None:
    told = explain(desk, "#2").stdout.splitlines()
    assert told[1] == "现在：没有归属，所有决定都已撤销"
    assert json.loads(explain(desk, "#2", "--json").stdout)["stands"] is None


def test_the_story_as_json(desk: Desk) -> None:
    found = json.loads(explain(desk, "L2", "--json").stdout)
    assert (found["format_version"], found["lead"], found["stands"]) == ("1.0", 8, 4)
    assert [(one["run"], one["kind"], one["undone_by"]) for one in found["decisions"]] == [
        (1, "run", 3),
        (2, "correction", 3),
        (4, "run", None),
    ]
    assert (found["decisions"][1]["moved_from"], found["decisions"][1]["why"]) == ("R1", "客户要求")


def test_a_word_for_several_leads_or_none(desk: Desk) -> None:
    assert explain(desk, "乙软件").stderr == (
        "rules.ledger: 错误 LR807：台账里有 2 条线索都可以叫“乙软件”，列出 2 条\n"
        "建议：用 # 后面的编号指明是哪一条\n"
        "错误 LR808：#8 L2 杭州乙软件有限公司 李四\n"
        "错误 LR808：#9 L3 杭州乙软件有限公司 王五\n"
    )
    assert explain(desk, "乙软件", rules="en.yaml").stderr.splitlines()[:3] == [
        "rules.ledger: error LR807: 2 leads of the ledger can be called '乙软件'; 2 of them follow",
        "hint: say which by the number after #",
        "error LR808: #8 L2 杭州乙软件有限公司 李四",
    ]
    result = explain(desk, "#99")
    assert result.exit_code == 2
    assert result.stderr == (
        "rules.ledger: 错误 LR806：台账里没有叫“#99”的线索\n"
        "建议：写线索编号、手机、邮箱、公司或联系人，或者 #编号；还没有分配过的线索要带上文件\n"
    )
    assert explain(desk, " ", rules="en.yaml").stderr == (
        "rules.ledger: error LR806: no lead in the ledger is called ' '\n"
        "hint: name it by id, phone, e-mail, company or contact, or by #number; "
        "a lead not assigned yet needs its files\n"
    )


def test_why_not_needs_the_files(desk: Desk) -> None:
    assert explain(desk, "L2", "--why-not", "R1").stderr == (
        "错误 LR809：--why-not 要用线索文件和名册：台账里只有结果，没有当时每个人的情况\n"
        "建议：写上文件、--reps 和 --no-ledger\n"
    )
    assert explain(desk, "L2", "--why-not", "R1", rules="en.yaml").stderr == (
        "error LR809: --why-not needs the lead files and the roster: the ledger has what was decided, not how "
        "everybody stood\nhint: name the files, --reps, and --no-ledger\n"
    )


def test_files_of_known_leads_lead_to_the_ledger(desk: Desk) -> None:
    told = desk.run("explain", "L2", "leads.csv", *RUN, "2026-11-26T10:00").stdout
    assert "原因：以前已处理过的同一行，归属不变" in told
    assert "以前的批次：已知（第 4 批，2026-11-26，林小舟 R1）" in told
    assert "leadroute explain '#8' --rules rules.yaml" in told


def test_a_ledger_must_be_there_and_options_complete(tmp_path: Path) -> None:
    empty = Desk(tmp_path).put("rules.yaml", RULES).put("leads.csv", LEADS)
    assert empty.run("explain", "L1", "--rules", "rules.yaml").exit_code == 8
    assert empty.run("explain", "L1").exit_code == 2
    assert empty.run("explain", "L1", "leads.csv", "--rules", "rules.yaml").exit_code == 2
    (tmp_path / "bad.ledger").write_bytes(b"not a ledger at all")
    assert empty.run("explain", "L1", "--ledger", "bad.ledger").exit_code == 8
