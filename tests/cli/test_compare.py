"""``leadroute compare``: what a changed rulebook or roster does, on the screen, as JSON and as a workbook."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.cli.options import clock, moment
from leadroute.commands.compare import Asked, Compared, compare_rulebooks
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.show_compare import show_compare
from leadroute.commands.sources import Sources
from leadroute.commands.telling import Telling
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from tests.cli.desk import NOW, desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.cli.desk import Desk

LEADS = """\
lead_id,company,phone,province,budget,title
L1,Acme,13800001231,上海,100,VP
L2,Beta,13800001232,上海,2000,
L3,=1+1,13800001233,北京,100,
L4,Delta,13800001234,北京,100,
L4,Delta,13800001234,北京,100,
L5,Epsilon,13800001235,,100,VP
"""
REPS = "id,name,team,status\nR1,Ann,east,active\nR2,Bob,east,active\nR3,Cid,north,active\n"
NEW_REPS = REPS.replace("R3,Cid,north,active", "R3,Cid,north,left\nR4,Dot,north,active")
OLD = """\
leadroute: 1
language: en
score:
  points: [{add: 30, when: {title: VP}}]
  grades: {A: 30, B: 0}
pools:
  east: {members: {team: east}}
  north: {members: {team: north}}
rules:
  - name: shanghai
    when: {province: 上海}
    assign: east
  - name: beijing
    when: {province: 北京}
    assign: north
default: open_pool
"""
LARGE = """\
  - name: large
    when: {budget: {gte: 1000}}
    review: {by: Wang}
"""
NEW = OLD.replace("rules:\n", "rules:\n" + LARGE)
VERB = ("compare", "rules.yaml", "new.yaml", "leads.csv", "--reps", "reps.csv", *NOW)


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "160")


def two(folder: Path, old: str = OLD, new: str = NEW) -> Desk:
    """A desk with two rulebooks."""
    on = desk(folder).put("leads.csv", LEADS).put("reps.csv", REPS)
    return on.put("rules.yaml", old).put("new.yaml", new).put("reps_new.csv", NEW_REPS)


def zh(rules: str) -> str:
    """The same rulebook in Chinese."""
    return rules.replace("language: en", "language: zh")


def rows(result: Result) -> list[list[str]]:
    """The lines of a screen, by the words between wide gaps."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]


def told(on: Desk, *options: str) -> dict[str, object]:
    """What ``--json`` says."""
    found: dict[str, object] = json.loads(on.run(*VERB, "--json", *options).stdout)
    return found


def counts(said: dict[str, object]) -> dict[str, int]:
    """The counts that are not zero."""
    return {name: one["leads"] for name, one in said["counts"].items() if one["leads"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, "Nothing changes: all 6 rows are decided as before, by the same rules, for the same reps."),
        (zh(OLD), "什么也没变：6 行的去向、负责人、规则和原因都和原来一样。"),
    ],
)
def test_a_change_that_changes_nothing_is_told_in_one_line(tmp_path: Path, new: str, said: str) -> None:
    on = two(tmp_path, new=new + "output: {due: 24h}\n")
    before = on.files()
    result = on.run(*VERB)
    assert (result.exit_code, result.stdout, result.stderr) == (Exit.DONE, said + "\n", "")
    assert on.files() == before


def test_other_grades_alone_are_told(tmp_path: Path) -> None:
    on = two(tmp_path, new=OLD.replace("grades: {A: 30, B: 0}", "grades: {S: 30, B: 0}"))
    assert on.run(*VERB).stdout.splitlines()[1:] == [
        "2 leads have another grade, though; what is decided of them stays."
    ]
    on.put("new.yaml", zh(OLD).replace("grades: {A: 30, B: 0}", "grades: {A: 31, B: 0}"))
    assert on.run(*VERB).stdout.splitlines()[1:] == ["另外，2 条线索的等级变了，但决定不变。"]


def test_the_screen_says_what_changes_why_and_for_whom(tmp_path: Path) -> None:
    result = two(tmp_path).run(*VERB)
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    lines = result.stdout.splitlines()
    assert lines[:2] == [
        "Compare    rules.yaml → new.yaml    2026-11-23 09:00",
        "leads leads.csv    roster reps.csv    without a ledger",
    ]
    assert lines[3:6] == [
        "Of 5 leads 1 (20.0%) change: direct 1, cascade 0, hygiene 0.",
        "1 of them (20.0%) go to another rep or end otherwise.",
        "Of the 2 top leads (first lane or best grade) 0 do.",
    ]
    every = rows(result)
    for row in (
        ["direct", "1", "1", "another rule, pool, outcome, reason or reviewer"],
        ["direct", "shanghai → large", "east → (none)", "by rule → a rule asks for review", "1"],
        ["in review", "0", "1", "+1"],
        ["in review, share", "0.0%", "20.0%", "+20.0 points"],
        ["assigned", "4", "3", "-1", "1"],
        ["Bob", "1", "0", "-1", "1"],
        ["east", "2", "1", "-1", "1"],
        ["large", "0", "1", "+1", "1"],
        ["Beta", "direct", "Bob → review", "shanghai → large", "by rule → a rule asks for review"],
        ["leads.csv:3"],
    ):
        assert row in every, row


def test_in_chinese(tmp_path: Path) -> None:
    result = two(tmp_path, zh(OLD), zh(NEW)).run(*VERB, "--fail-if", "moved > 9")
    lines, every = result.stdout.splitlines(), rows(result)
    assert lines[0] == "比较    rules.yaml → new.yaml    2026-11-23 09:00"
    assert lines[3:6] == [
        "5 条线索中有 1 条（20.0%）的决定变了：直接 1，连带 0，数据 0。",
        "其中 1 条（20.0%）换了销售或去向。",
        "2 条重点线索（第一通道或最高等级）中有 0 条换了。",
    ]
    for row in (
        ["直接", "1", "1", "规则、组、结果、原因或审核人变了"],
        ["待审核的占比", "0.0%", "20.0%", "+20.0 个百分点"],
        ["Beta", "直接", "Bob → 待审核", "shanghai → large", "按规则分配 → 规则要求人工审核"],
        ["--fail-if 不成立。"],
    ):
        assert row in every, row


def test_long_lists_are_shown_whole_when_asked(tmp_path: Path) -> None:
    many = "".join(f"M{at},Firm {at},1380000{at:04d},上海,1,\n" for at in range(1001, 1041))
    reps = "id,name,team\n" + "".join(f"S{at:02d},Rep {at:02d},east\n" for at in range(20))
    on = two(tmp_path, new=OLD.replace("when: {province: 上海}", "when: {province: 广东}"))
    on.put("leads.csv", LEADS + many).put("reps.csv", reps + "R3,Cid,north\n")
    short, whole = on.run(*VERB).stdout, on.run(*VERB, "--all").stdout
    assert "27 more: --all shows them, --out compare.xlsx writes them into a workbook" in short
    assert ("Firm 1040" in short, "Firm 1040" in whole) == (False, True)
    assert ["... 5 more (--all)"] in rows(on.run(*VERB))
    assert ["... 1 more as before"] in rows(on.run(*VERB))
    assert "more" not in whole


def test_many_streams_are_cut(tmp_path: Path) -> None:
    leads = "lead_id,company,phone,product\n" + "".join(f"L{at},F{at},13800001{at:03d},p{at:02d}\n" for at in range(20))
    each = "".join(f"  - {{name: r{at:02d}, when: {{product: p{at:02d}}}, assign: east}}\n" for at in range(20))
    start = "leadroute: 1\nlanguage: en\npools: {east: {members: all}}\nrules:\n"
    none = "leadroute: 1\nlanguage: en\nrules: []\ndefault: open_pool\n"
    on = two(tmp_path, f"{start}{each}default: open_pool\n", none)
    on.put("leads.csv", leads)
    shown = rows(on.run(*VERB))
    assert (["... 5 more (--all)"] in shown, ["... 6 more (--all)"] in shown) == (True, True)
    assert len(told(on)["streams"]) == 20  # type: ignore[arg-type]


def test_json_has_everything(tmp_path: Path) -> None:
    said = told(two(tmp_path), "--fail-if", "review > 0")
    assert (said["same"], said["rows"], said["leads"], said["ledger_run"]) == (False, 6, 5, None)
    assert said["counts"] == {
        "changed": {"leads": 1, "of": 5},
        "moved": {"leads": 1, "of": 5},
        "direct": {"leads": 1, "of": 5},
        "cascade": {"leads": 0, "of": 5},
        "hygiene": {"leads": 0, "of": 5},
        "vip_moved": {"leads": 0, "of": 2},
    }
    assert said["changed"] == [
        {
            "place": "leads.csv:3",
            "lead_id": "L2",
            "company": "Beta",
            "class": "direct",
            "moved": True,
            "vip": False,
            "before": {
                "outcome": "assigned",
                "reason": "rule",
                "rule": "shanghai",
                "by_default": False,
                "asked": True,
                "pool": "east",
                "rep": "R2",
            },
            "after": {
                "outcome": "review",
                "reason": "rule_review",
                "rule": "large",
                "by_default": False,
                "asked": True,
                "pool": None,
                "rep": None,
            },
        }
    ]
    assert said["fail_if"] == {"asked": True, "true": True, "because": ["review > 0"]}
    assert {"key": "R2", "before": 1, "after": 0, "gained": 0, "lost": 1} in said["reps"]  # type: ignore[operator]


def test_the_workbook_for_the_meeting(tmp_path: Path) -> None:
    on = two(tmp_path, new=NEW.replace("beijing", "peking"))
    result = on.run(*VERB, "--out", "sub/compare.xlsx", "--fail-if", "review_rate > 5%")
    assert result.exit_code == Exit.NO
    assert "written: sub/compare.xlsx" in result.stdout
    book = load_workbook(tmp_path / "sub" / "compare.xlsx")
    assert book.sheetnames == [
        "Comparison",
        "What becomes of them",
        "Changed leads",
        "Reps",
        "Pools",
        "Rules",
        "Outcomes",
        "Grades",
    ]
    summary = [row for row in book["Comparison"].iter_rows(values_only=True) if row[0]]
    assert summary[2][0] == "Of 5 leads 3 (60.0%) change: direct 3, cascade 0, hygiene 0."
    assert ("--fail-if is true: review > 5%", None, None, None) in summary
    assert ("in review, share", "0.0%", "20.0%", "+20.0 points") in summary
    header, *leads = book["Changed leads"].iter_rows(values_only=True)
    assert header[:8] == ("place", "lead id", "company", "class", "moved", "top lead", "rep before", "rep after")
    assert [lead[:8] for lead in leads] == [
        ("leads.csv:3", "L2", "Beta", "direct", "yes", None, "Bob", "review"),
        ("leads.csv:4", "L3", "=1+1", "direct", None, None, "Cid", "Cid"),
        ("leads.csv:5", "L4", "Delta", "direct", None, None, "Cid", "Cid"),
    ]
    assert (header[-2:], leads[0][-2:]) == (("grade before", "grade after"), ("B", "B"))
    assert {cell.data_type for row in book["Changed leads"].iter_rows() for cell in row if cell.value} == {"s"}
    assert list(book["What becomes of them"].iter_rows(values_only=True))[1][:4] == (2, "direct", "beijing", "peking")
    reps = list(book["Reps"].iter_rows(values_only=True))
    assert ("Bob", 1, 0, -1, 0, 1) in reps


def test_where_only_one_side_grades_the_workbook_says_so(tmp_path: Path) -> None:
    score = OLD[OLD.index("score:") : OLD.index("pools:")]
    for new, shown in ((NEW.replace(score, ""), ("B", None)), (NEW, (None, "B"))):
        on = two(tmp_path, OLD if new != NEW else OLD.replace(score, ""), new)
        on.run(*VERB, "--out", "compare.xlsx")
        _, lead = load_workbook(tmp_path / "compare.xlsx")["Changed leads"].iter_rows(values_only=True)
        assert lead[-2:] == shown


@pytest.mark.parametrize("name", ["leads.csv", "rules.yaml", "reps_new.csv"])
def test_the_workbook_does_not_replace_an_input(tmp_path: Path, name: str) -> None:
    on = two(tmp_path)
    (tmp_path / "link.xlsx").symlink_to(tmp_path / name)
    before = on.files()
    result = on.run(*VERB, "--reps-new", "reps_new.csv", "--out", "link.xlsx")
    assert (result.exit_code, "LR617" in result.stderr) == (Exit.OUTPUT, True)
    assert on.files() == before


def test_a_workbook_ends_in_xlsx(tmp_path: Path) -> None:
    result = two(tmp_path).run(*VERB, "--out", "compare.csv")
    assert (result.exit_code, "the workbook ends in .xlsx" in result.stderr) == (Exit.USAGE, True)


@pytest.mark.parametrize(
    ("typed", "ended", "said"),
    [
        ("vip_moved > 0 or review > 10%", Exit.NO, "review > 10% (leads in review: 1 / 5, 20.0%)"),
        ("moved > 0", Exit.NO, "moved > 0 (leads that moved: 1 / 5)"),
        ("max_gap >= 0.5", Exit.NO, "max_gap >= 0.5 (largest gap to entitlement: 0.50)"),
        ("balance_ratio > 9", Exit.NO, "balance_ratio > 9 (balance ratio: inf)"),
        ("vip_moved > 0 and review > 10%", Exit.DONE, ""),
        ("cascade + 1", Exit.USAGE, ""),
    ],
)
def test_fail_if_decides_the_exit_code(tmp_path: Path, typed: str, ended: Exit, said: str) -> None:
    result = two(tmp_path).run(*VERB, "--fail-if", typed)
    assert result.exit_code == ended
    if said:
        assert result.stderr.splitlines()[0] == f"error LR860: --fail-if is true: {said}"
        assert result.stdout.splitlines()[-1].startswith("--fail-if is true: ")
    elif ended is Exit.DONE:
        assert (result.stderr, result.stdout.splitlines()[-1]) == ("", "--fail-if is not true.")
    else:
        assert "--fail-if:1:9: error LR862" in result.stderr


def test_quiet_says_only_why_it_failed(tmp_path: Path) -> None:
    result = two(tmp_path).run(*VERB, "-q", "--fail-if", "moved > 0")
    assert (result.exit_code, result.stdout, result.stderr.count("LR860")) == (Exit.NO, "", 1)


def test_two_rosters(tmp_path: Path) -> None:
    said = told(two(tmp_path, new=OLD), "--reps-new", "reps_new.csv")
    assert counts(said) == {"changed": 2, "moved": 2, "cascade": 2}
    reps = {one["key"]: (one["before"], one["after"]) for one in said["reps"]}  # type: ignore[attr-defined]
    assert reps == {"R1": (1, 1), "R2": (1, 1), "R3": (2, 0), "R4": (0, 2)}
    assert "roster reps.csv → reps_new.csv" in two(tmp_path, new=OLD).run(*VERB, "--reps-new", "reps_new.csv").stdout


def test_two_reps_of_one_name_are_told_apart(tmp_path: Path) -> None:
    on = two(tmp_path).put("reps.csv", REPS.replace("Ann", "Bob"))
    assert "Bob (R2) → review" in on.run(*VERB).stdout


def test_fields_named_otherwise_are_read_otherwise_and_that_is_hygiene(tmp_path: Path) -> None:
    on = two(tmp_path, new=OLD.replace("pools:", "columns: {province: ignore, title: province}\npools:", 1))
    said = told(on)
    assert counts(said) == {"changed": 4, "moved": 4, "hygiene": 4, "vip_moved": 1}
    assert [one["place"] for one in said["changed"]][:1] == ["leads.csv:2"]  # type: ignore[attr-defined]


def test_what_is_noted_with_the_new_side_only_is_told(tmp_path: Path) -> None:
    on = two(tmp_path, new=NEW.replace("budget", "revenue"))
    said = on.run(*VERB).stdout
    assert "Said with the new rulebook or roster only" in said
    assert "LR401" in said
    assert "LR401" not in two(tmp_path).run(*VERB).stdout


def test_everything_wrong_with_either_side_is_told_at_once(tmp_path: Path) -> None:
    on = two(tmp_path, OLD.replace("assign: east", "assign: west"), NEW.replace("gte: 1000", "gtee: 1000"))
    result = on.run(*VERB)
    assert result.exit_code == Exit.RULES
    assert "rules.yaml:12" in result.stderr
    assert "new.yaml:11" in result.stderr
    away = two(tmp_path, new=NEW).run(*VERB, "--reps-new", "none.csv")
    assert (away.exit_code, "LR001" in away.stderr) == (Exit.RULES, True)


def test_the_ledger_beside_the_old_rulebook_is_where_both_begin(tmp_path: Path) -> None:
    on = two(tmp_path)
    assert on.run("assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", *NOW).exit_code == Exit.DONE
    more = "lead_id,company,phone,province,budget\nL8,Theta,13800001238,上海,5000\nL9,Iota,13800001239,上海,1\n"
    on.put("leads.csv", LEADS + more.partition("\n")[2].replace("\n", ",\n"))
    before = on.files()
    result = on.run(*VERB)
    assert on.files() == before
    assert "from the ledger as run 1 left it" in result.stdout
    assert (
        "5 rows were decided in earlier runs and are left alone by both; --no-ledger compares them, too."
        in result.stdout
    )
    assert "Of 3 leads 2 (66.7%) change: direct 1, cascade 1, hygiene 0." in result.stdout
    said = told(on, "--no-ledger")
    assert (said["known"], said["leads"], counts(said)["direct"]) == (0, 7, 2)
    assert told(on, "--ledger", "rules.ledger")["ledger_run"] == 1


def test_leads_that_wait_take_part_on_both_sides(tmp_path: Path) -> None:
    on = two(tmp_path, new=OLD.replace("default: open_pool", "default: {assign: north}"))
    on.run("assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", *NOW)
    on.put("leads.csv", "lead_id,company,phone,province,budget\nL8,Theta,13800001238,,5000\n")
    assert counts(told(on)) == {"changed": 2, "moved": 2, "direct": 2, "vip_moved": 1}
    on.put("new.yaml", OLD + "ledger: {reenter: never}\n")
    said = told(on)
    assert (counts(said)["hygiene"], said["changed"][0]["after"]) == (1, None)  # type: ignore[index]
    assert "open pool → (takes no part)" in on.run(*VERB).stdout


def test_a_ledger_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    result = two(tmp_path).run(*VERB, "--ledger", "none.ledger")
    assert (result.exit_code, "LR753" in result.stderr) == (Exit.LEDGER, True)
    broken = two(tmp_path).put("bad.ledger", b"no database").run(*VERB, "--ledger", "bad.ledger")
    assert broken.exit_code == Exit.LEDGER


def asked(folder: Path) -> Asked:
    """The usual comparison, with the ledger beside the old rulebook."""
    old = Sources((folder / "leads.csv",), folder / "reps.csv", folder / "rules.yaml")
    return Asked(old, replace(old, rules=folder / "new.yaml"), folder / "rules.ledger")


def test_a_run_recorded_meanwhile_stops_the_comparison(tmp_path: Path) -> None:
    on = two(tmp_path)
    run = ("assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", *NOW)
    assert on.run(*run).exit_code == Exit.DONE
    on.put("more.csv", "lead_id,company,phone,province\nL8,Theta,13800001238,上海\n")
    steps: list[str] = []

    def meanwhile(step: str) -> None:
        steps.append(step)
        if steps.count("step.decide") == 2 and step == "step.decide":
            assert on.run(run[0], "more.csv", *run[2:]).exit_code == Exit.DONE

    found = compare_rulebooks(asked(tmp_path), clock(moment("2026-11-23T09:00")), meanwhile)
    assert isinstance(found, Refusal)
    assert (found.exit, [one.code for one in found.diagnostics]) == (Exit.BUSY, ["LR865"])


def test_a_plan_that_breaks_a_law_is_our_bug(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    two(tmp_path)
    wanted = replace(asked(tmp_path), ledger=None)
    found = compare_rulebooks(wanted, clock(moment("2026-11-23T09:00")), lambda _: None)
    assert isinstance(found, Compared)
    ended = show_compare(lambda _: replace(found, broken=("zero sum",)), wanted, Telling(), None)
    assert (ended, "zero sum" in capsys.readouterr().out) == (Exit.BUG, True)


TEXTS = {
    ("LR860", Language.ZH): (
        "--fail-if 成立：moved > 0（换了销售或去向的线索：1 / 5）",
        "看清这些线索为什么变，再改规则手册；确实要这样改，就放宽条件",
    ),
    ("LR860", Language.EN): (
        "--fail-if is true: moved > 0 (leads that moved: 1 / 5)",
        "see why these leads change, then mend the rulebook; if the change is meant, widen the condition",
    ),
    ("LR865", Language.ZH): ("比较期间台账里多了一个批次，两边的起点不同；没有比较", "再运行一次"),
    ("LR865", Language.EN): (
        "another run was recorded meanwhile, so both sides do not begin alike; nothing was compared",
        "run it again",
    ),
}


@pytest.mark.parametrize(("code", "language"), TEXTS)
def test_the_words_of_each_code(code: str, language: Language) -> None:
    found = Diagnostic(code, args=(("amount", "1 / 5"), ("claim", "moved > 0"), ("figure", "moved")))
    assert (message(found, language), hint(found, language)) == TEXTS[code, language]
