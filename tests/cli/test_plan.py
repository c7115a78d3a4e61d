"""A plan is made, looked at, and carried out exactly so; or it is stale, and everything that changed is named."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.apply import apply as apply_plan
from leadroute.commands.exits import Exit
from leadroute.commands.plan_file import PlanFile
from leadroute.commands.plan_text import plan_text, read_plan
from leadroute.commands.refusal import Refusal
from leadroute.ledger.lock import locked
from leadroute.model.diagnostic import Place
from tests.cli.desk import IN_TABLE, NOW, ZH, Desk, codes, desk, first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

USUAL = ("--reps", "reps.csv", "--rules", "rules.yaml", *NOW)
CUSTOMERS = "company,owner\nAcme,R2\n"
OTHERS = "lead_id,company,phone\nL9,Omega,13800001239\n"
BAD = "lead_id,company,phone\n,,\n"


def plan(on: Desk, *options: str, leads: tuple[str, ...] = ("leads.csv",)) -> Result:
    """Run ``leadroute plan``; later options override the usual."""
    return on.run("plan", *leads, *USUAL, *options)


def planned(folder: Path, *options: str, leads: tuple[str, ...] = ("leads.csv",)) -> Desk:
    """A desk with a plan on it."""
    on = desk(folder)
    result = plan(on, *options, leads=leads)
    assert result.exit_code == Exit.DONE, result.output
    return on


def apply(on: Desk, *options: str) -> Result:
    """Run ``leadroute apply``."""
    return on.run("apply", "plan.json", *options)


def assign(on: Desk, *options: str, leads: tuple[str, ...] = ("leads.csv",)) -> Result:
    """Run ``leadroute assign`` with the ledger beside the rulebook."""
    return on.run("assign", *leads, *USUAL, *options)


def refused(on: Desk) -> list[str]:
    """What a stale plan is told to be, without advice; nothing but the note of the lock may have changed."""
    before = on.files()
    result = apply(on)
    assert (result.exit_code, result.stdout) == (Exit.STALE, ""), result.output
    assert {name: data for name, data in on.files().items() if not name.endswith(".lock")} == {
        name: data for name, data in before.items() if not name.endswith(".lock")
    }
    return [line for line in result.stderr.splitlines() if not line.startswith(("hint", "建议"))]


def facts_of(on: Desk, ledger: str = "rules.ledger") -> dict[str, object]:
    """The facts of the first run."""
    with closing(sqlite3.connect(on.folder / ledger)) as opened:
        found: dict[str, object] = json.loads(opened.execute("SELECT facts FROM run WHERE number = 1").fetchone()[0])
    return found


def _beside(folder: Path, name: str) -> Desk:
    """A desk of its own in a folder."""
    (folder / name).mkdir()
    return desk(folder / name)


def test_a_plan_writes_its_file_and_nothing_else(tmp_path: Path) -> None:
    on = desk(tmp_path)
    before = on.files()
    result = plan(on)
    assert result.exit_code == Exit.DONE
    assert [*result.stdout.splitlines()[-2:]] == [
        "the plan is in plan.json; nothing is assigned yet",
        "once it is approved: leadroute apply plan.json",
    ]
    assert on.files().keys() - before.keys() == {"plan.json"}
    assert {name: on.files()[name] for name in before} == before


def test_the_screen_is_that_of_a_dry_run_but_for_the_last_lines(tmp_path: Path) -> None:
    on = desk(tmp_path)
    dry = assign(on, "--dry-run").stdout.splitlines()
    assert plan(on).stdout.splitlines()[:-2] == dry[:-1]


@pytest.mark.parametrize("options", [(), ("--no-ledger",), ("--format", "csv", "--split"), ("--preset", "hubspot")])
def test_plan_and_apply_write_the_very_bytes_that_assign_writes(tmp_path: Path, options: tuple[str, ...]) -> None:
    apart, at_once = _beside(tmp_path, "apart"), _beside(tmp_path, "at_once")
    assert plan(apart, *options).exit_code == Exit.DONE
    assert (apply(apart).exit_code, assign(at_once, *options).exit_code) == (Exit.DONE, Exit.DONE)
    results = [{name: data for name, data in on.files().items() if name.startswith("out/")} for on in (apart, at_once)]
    assert results[0]
    assert results[0] == results[1]
    assert ("rules.ledger" in apart.files()) is ("--no-ledger" not in options)


def test_the_ledger_is_told_the_same_and_the_plan(tmp_path: Path) -> None:
    on = planned(tmp_path)
    apply(on)
    by_plan = facts_of(on)
    other = _beside(tmp_path, "other")
    assign(other)
    at_once = facts_of(other)
    told = json.loads(on.files()["plan.json"])["seal"]
    assert by_plan.pop("plan") == told
    assert {**by_plan, "folder": ""} == {**at_once, "folder": "", "stage": by_plan["stage"]}


def test_a_second_day_goes_on_from_the_first(tmp_path: Path) -> None:
    on = planned(tmp_path).put("tuesday.csv", OTHERS)
    assert apply(on).exit_code == Exit.DONE
    assert plan(on, "--now", "2026-11-24", leads=("tuesday.csv",)).exit_code == Exit.DONE
    assert apply(on).exit_code == Exit.DONE
    assert json.loads(on.run("status", "--rules", "rules.yaml", "--json").stdout)["runs"][-1]["run"] == 2


@pytest.mark.parametrize("detailed", [True, False])
def test_the_detailed_exit_code_tells_whether_there_is_anything_to_do(tmp_path: Path, *, detailed: bool) -> None:
    on, options = desk(tmp_path), ("--detailed-exitcode",) if detailed else ()
    assert plan(on, *options).exit_code == (Exit.CHANGES if detailed else Exit.DONE)
    apply(on)
    again = plan(on, *options)
    assert again.exit_code == Exit.DONE
    assert again.stdout.splitlines()[-2:] == [
        "the plan is in plan.json; nothing is assigned yet",
        "nothing new: every row was decided before; files and ledger are as they were",
    ]
    before = on.files()
    nothing = apply(on)
    assert (nothing.exit_code, nothing.stdout.splitlines()[-1]) == (
        Exit.DONE,
        "nothing new: every row was decided before; files and ledger are as they were",
    )
    assert on.files() == before


def test_a_first_run_of_nobody_changes_nothing(tmp_path: Path) -> None:
    on = desk(tmp_path).put("leads.csv", BAD)
    assert plan(on, "--detailed-exitcode").exit_code == Exit.DONE
    assert apply(on).exit_code == Exit.DONE
    assert "rules.ledger" not in on.files()


def test_json_and_quiet(tmp_path: Path) -> None:
    on = desk(tmp_path)
    told = json.loads(plan(on, "--json").stdout)
    assert (told["plan"], told["dry_run"], told["written"]) == ("plan.json", True, [])
    done = json.loads(apply(on, "--json").stdout)
    assert (done["plan"], done["dry_run"], done["written"]) == (None, False, ["out/assigned.xlsx"])
    assert done["outcomes"] == told["outcomes"]
    quiet = planned_quietly(on)
    assert (quiet.exit_code, quiet.output) == (Exit.CHANGES, "")


def planned_quietly(on: Desk) -> Result:
    """Plan another file without a word."""
    on.put("other.csv", OTHERS)
    return plan(on, "-q", "--detailed-exitcode", "-o", "deep/other.json", leads=("other.csv",))


def test_apply_is_quiet_when_asked(tmp_path: Path) -> None:
    result = apply(planned(tmp_path), "-q")
    assert (result.exit_code, result.output) == (Exit.DONE, "")


def test_nobodys_data_is_in_a_plan_file(tmp_path: Path) -> None:
    text = planned(tmp_path).files()["plan.json"].decode()
    assert not [word for word in ("Acme", "Al", "Ann", "13800001234", "example.com") if f'"{word}"' in text]
    assert "1380000" not in text
    assert "@" not in text


@pytest.mark.parametrize(
    ("name", "new", "said"),
    [
        ("leads.csv", OTHERS, "leads.csv: error LR761: the lead file changed after the plan was made"),
        ("reps.csv", "id,name\nR1,Ann\n", "reps.csv: error LR761: the roster changed after the plan was made"),
        ("rules.yaml", ZH, "rules.yaml: error LR761: the rulebook changed after the plan was made"),
        ("own.csv", OTHERS, "own.csv: error LR761: the customer file changed after the plan was made"),
        (
            "table.csv",
            "firm\nBeta\n",
            "table.csv: error LR761: the table that rules use changed after the plan was made",
        ),
    ],
)
def test_a_file_that_changed_is_named(tmp_path: Path, name: str, new: str, said: str) -> None:
    on = desk(tmp_path).put("rules.yaml", IN_TABLE).put("table.csv", "firm\nAcme\n").put("own.csv", CUSTOMERS)
    assert plan(on, "--customers", "own.csv").exit_code == Exit.DONE
    assert refused(on.put(name, new)) == [f"{said}; nothing was assigned"]


@pytest.mark.parametrize("name", ["leads.csv", "reps.csv", "rules.yaml"])
def test_a_file_that_went_away_is_named(tmp_path: Path, name: str) -> None:
    on = planned(tmp_path)
    (tmp_path / name).unlink()
    (said,) = refused(on)
    assert said.startswith(f"{name}: error LR766: the ")
    assert said.endswith("went away after the plan was made, or cannot be read; nothing was assigned")


@pytest.mark.parametrize("leads", ["inbox", "inbox/*.csv"])
def test_a_file_that_came_into_the_folder_is_named(tmp_path: Path, leads: str) -> None:
    on = desk(tmp_path).put("inbox/a.csv", OTHERS)
    assert plan(on, leads=(leads,)).exit_code == Exit.DONE
    (said,) = refused(on.put("inbox/b.csv", OTHERS))
    assert said.startswith("inbox/b.csv: error LR767: this file (the lead file) came after the plan was made")


def test_a_ledger_that_moved_on_is_named(tmp_path: Path) -> None:
    on = planned(tmp_path).put("other.csv", OTHERS)
    assign(on, "--now", "2026-11-25", leads=("other.csv",))
    (said,) = refused(on)
    assert said.startswith(
        "rules.ledger: error LR762: the ledger stood at run 0 when the plan was made and stands at run 1"
    )


def test_everything_that_changed_is_named_at_once(tmp_path: Path) -> None:
    on = planned(tmp_path).put("other.csv", OTHERS)
    assign(on, leads=("other.csv",))
    (tmp_path / "leads.csv").unlink()
    said = refused(on.put("reps.csv", "id,name\nR1,Ann\n").put("rules.yaml", ZH))
    assert [line.partition(": ")[0] for line in said] == ["leads.csv", "reps.csv", "rules.yaml", "rules.ledger"]


def test_the_same_that_decides_otherwise_is_told(tmp_path: Path) -> None:
    on = planned(tmp_path)
    plan_file = read_plan(on.files()["plan.json"], Place("plan.json"))
    assert isinstance(plan_file, PlanFile)
    on.put("plan.json", plan_text(replace(plan_file, decisions="other", version="0.0.1")))
    (said,) = refused(on)
    assert said.startswith("error LR763: files and ledger are as they were, but the decisions come out differently")
    assert "rules.ledger" not in on.files()


@pytest.mark.parametrize(("step", "name"), [("step.gather", "leads.csv"), ("step.decide", "reps.csv")])
def test_a_file_that_changes_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, name: str
) -> None:
    on = planned(tmp_path)
    monkeypatch.chdir(tmp_path)

    def meddle(at: str) -> None:
        if at == step:
            on.put(name, on.files()[name] + b"\n")

    ended = apply_plan(tmp_path / "plan.json", lambda zone: datetime(2026, 11, 23, tzinfo=zone), meddle)
    assert isinstance(ended, Refusal)
    assert (ended.exit, [one.code for one in ended.diagnostics]) == (Exit.STALE, ["LR761"])
    assert not {"out/assigned.xlsx", "rules.ledger"} & on.files().keys()


def test_a_file_that_vanishes_while_it_is_read_stops_as_in_assign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(tmp_path)
    monkeypatch.chdir(tmp_path)
    ended = apply_plan(
        tmp_path / "plan.json",
        lambda zone: datetime(2026, 11, 23, tzinfo=zone),
        lambda _: (tmp_path / "leads.csv").unlink(missing_ok=True),
    )
    assert isinstance(ended, Refusal)
    assert (ended.exit, [one.code for one in ended.diagnostics]) == (Exit.INPUT, ["LR001"])
    assert not (tmp_path / "rules.ledger").exists()


def test_a_plan_is_carried_out_once(tmp_path: Path) -> None:
    on = planned(tmp_path)
    assert apply(on).exit_code == Exit.DONE
    (said,) = refused(on)
    assert said.startswith("rules.ledger: error LR768: this plan was carried out before: it is run 1 of the ledger")


def test_a_plan_that_was_taken_back_is_stale_and_no_longer_carried_out(tmp_path: Path) -> None:
    on = planned(tmp_path)
    apply(on)
    assert on.run("undo", "1", "--rules", "rules.yaml", "--yes", "-q", *NOW).exit_code == Exit.DONE
    assert [line.split()[2] for line in refused(on)] == ["LR762:"]


def test_without_a_ledger_only_files_count(tmp_path: Path) -> None:
    on = planned(tmp_path, "--no-ledger")
    assert [apply(on).exit_code, apply(on).exit_code] == [Exit.DONE, Exit.DONE]
    assert [line.split()[2] for line in refused(on.put("reps.csv", "id,name\nR1,Ann\n"))] == ["LR761:"]


def test_a_run_that_died_half_way_is_finished_when_its_plan_comes_again(tmp_path: Path) -> None:
    on = planned(tmp_path)
    apply(on)
    with closing(sqlite3.connect(tmp_path / "rules.ledger")) as ledger, ledger:
        ledger.execute("DROP TRIGGER published_delete")
        ledger.execute("DELETE FROM published")
    result = apply(on)
    assert result.exit_code == Exit.STALE
    assert [word for word in ("LR768", "LR720") if word in result.stderr] == ["LR768", "LR720"]


def test_a_ledger_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    on = desk(tmp_path).put("other.csv", OTHERS)
    assign(on)
    plan(on, leads=("other.csv",))
    for name in ("rules.ledger", "rules.ledger.head"):
        (tmp_path / name).rename(tmp_path / f"away-{name}")
    assert [line.split()[2] for line in refused(on)] == ["LR769:"]
    assign(on, "--now", "2026-11-22")
    assert [line.split()[2] for line in refused(on)] == ["LR772:"]


def test_a_plan_before_the_last_run_is_refused_as_assign_is(tmp_path: Path) -> None:
    on = desk(tmp_path).put("other.csv", OTHERS)
    assign(on)
    early = plan(on, "--now", "2026-11-20", leads=("other.csv",))
    assert (early.exit_code, "LR713" in first(early)) == (Exit.LEDGER, True)
    assert "plan.json" not in on.files()


def test_a_ledger_at_work_is_waited_for(tmp_path: Path) -> None:
    on = planned(tmp_path)
    with locked(tmp_path / "rules.ledger", datetime(2026, 11, 23, tzinfo=UTC)):
        result = apply(on)
    assert (result.exit_code, "LR709" in first(result)) == (Exit.BUSY, True)
    assert apply(on).exit_code == Exit.DONE


def test_in_another_folder_the_place_of_the_plan_is_told(tmp_path: Path) -> None:
    on = planned(tmp_path)
    (tmp_path / "else").mkdir()
    result = Desk(tmp_path / "else").run("apply", "../plan.json")
    assert result.exit_code == Exit.STALE
    assert (
        f"warning LR771: the plan was made in {tmp_path}, and this is {tmp_path / 'else'}; "
        "relative paths begin where the command is run"
    ) in result.stderr.splitlines()
    assert apply(on).exit_code == Exit.DONE


def test_a_moved_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    planned(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert apply(Desk(tmp_path / "b")).exit_code == Exit.DONE


def _cut(text: bytes) -> bytes:
    return text[: len(text) // 2]


def _by_hand(text: bytes) -> bytes:
    return text.replace(b'"out": "out"', b'"out": "elsewhere"')


def _newer(text: bytes) -> bytes:
    return text.replace(b'"format_version": "1.0"', b'"format_version": "2.0"')


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_cut, "LR764: this is no plan, or it is damaged: it is no JSON, or was cut off"),
        (lambda _: b"\xff\xfe\x00", "LR764: this is no plan, or it is damaged: it is no JSON, or was cut off"),
        (lambda _: b"[" * 100_000, "LR764: this is no plan, or it is damaged: it is no JSON, or was cut off"),
        (lambda _: b"[]", "LR764: this is no plan, or it is damaged: what a plan says is not in it"),
        (lambda _: b'{"name": 1}', "LR764: this is no plan, or it is damaged: what a plan says is not in it"),
        (_by_hand, "LR764: this is no plan, or it is damaged: its content was changed after it was written"),
        (_newer, "LR765: the plan has format 2.0; this program knows 1.0"),
    ],
)
def test_what_is_no_plan_of_ours_is_refused(tmp_path: Path, harm: Callable[[bytes], bytes], said: str) -> None:
    on = planned(tmp_path)
    before = on.put("plan.json", harm(on.files()["plan.json"])).files()
    result = apply(on)
    assert (result.exit_code, first(result)) == (Exit.INPUT, f"plan.json: error {said}")
    assert on.files() == before


def test_a_plan_that_is_laid_out_anew_is_the_same_plan(tmp_path: Path) -> None:
    on = planned(tmp_path)
    text = json.dumps(json.loads(on.files()["plan.json"]), indent=None)
    assert apply(on.put("plan.json", "\ufeff" + text)).exit_code == Exit.DONE


def test_a_plan_that_is_not_there(tmp_path: Path) -> None:
    result = apply(desk(tmp_path))
    assert (result.exit_code, first(result)) == (Exit.INPUT, "plan.json: error LR001: there is no such file")


def test_a_plan_does_not_replace_what_it_is_made_from(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.put("leads.json", on.files()["leads.csv"])
    for options, leads in ((("-o", "leads.json"), "leads.json"), (("-o", "l.json", "--ledger", "l.json"), "leads.csv")):
        before = on.files()
        result = plan(on, *options, leads=(leads,))
        name = options[1]
        said = f"{name}: error LR774: {name} is an input of this run or its ledger, and the plan would replace it"
        assert (result.exit_code, first(result)) == (Exit.OUTPUT, f"{said}; nothing was written")
        assert on.files() == before


def test_what_can_be_read_only_once_makes_no_plan(tmp_path: Path) -> None:
    on = desk(tmp_path)
    os.mkfifo(tmp_path / "pipe.csv")
    result = plan(on, leads=("pipe.csv",))
    assert (result.exit_code, first(result).partition(" and ")[0]) == (
        Exit.INPUT,
        "pipe.csv: error LR773: pipe.csv is a pipe or a device",
    )


def test_a_plan_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    on = desk(tmp_path).put("file", "x")
    result = plan(on, "-o", "file/plan.json")
    assert (result.exit_code, "LR610" in first(result)) == (Exit.OUTPUT, True)


def test_the_name_of_a_plan_file_ends_in_json(tmp_path: Path) -> None:
    result = plan(desk(tmp_path), "-o", "out")
    assert (result.exit_code, "a plan file ends in .json" in " ".join(result.stderr.split())) == (Exit.USAGE, True)


def test_a_plan_stays_good_when_its_results_could_not_be_written(tmp_path: Path) -> None:
    on = planned(tmp_path).put("out", "a file in the way")
    result = apply(on)
    assert (result.exit_code, "LR610" in first(result)) == (Exit.OUTPUT, True)
    (tmp_path / "out").unlink()
    assert apply(on).exit_code == Exit.DONE


@pytest.mark.parametrize(
    ("options", "leads", "exit_code"),
    [
        ((), "absent.csv", Exit.INPUT),
        (("--reps", "absent.csv"), "leads.csv", Exit.RULES),
        (("--rules", "absent.yaml"), "leads.csv", Exit.RULES),
        (("--fail-on", "default>0", "--fail-on", "unassigned>0"), "none.csv", Exit.NO),
    ],
)
def test_where_assign_would_stop_there_is_no_plan(
    tmp_path: Path, options: tuple[str, ...], leads: str, exit_code: Exit
) -> None:
    on = desk(tmp_path).put("none.csv", "lead_id,phone\nL1,13800001234\n")
    before = on.files()
    assert plan(on, *options, leads=(leads,)).exit_code == exit_code
    assert on.files() == before


def test_gates_hold_for_a_plan_and_are_kept_in_it(tmp_path: Path) -> None:
    on = planned(tmp_path, "--fail-on", "unassigned > 12.345678%", "--max-bad", "1.5%")
    options = json.loads(on.files()["plan.json"])["order"]["options"]
    assert (options["fail_on"], options["max_bad"]) == (["unassigned > 12.345678%"], "1.5%")
    assert codes(apply(on, "--json"))[-1] == "LR722"


def test_what_is_said_in_chinese(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", ZH)
    plan(on)
    (tmp_path / "leads.csv").unlink()
    result = apply(on.put("reps.csv", "id,name\nR1,Ann\n"))
    assert result.stderr.splitlines() == [
        "leads.csv: 错误 LR766：做方案之后，线索文件不见了或读不了；没有分配",
        "建议：把文件放回原处，或者重新做方案：leadroute plan",
        "reps.csv: 错误 LR761：做方案之后，名册变了；没有分配",
        "建议：用现在的文件重新做方案：leadroute plan",
    ]
