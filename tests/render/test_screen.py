"""The whole screen, as it looks; ``UPDATE_SNAPSHOTS=1 pytest tests/render/test_screen.py`` writes the files anew."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from leadroute.engine.fairness import measure
from leadroute.model.rep import Caps
from leadroute.model.rulebook import ALWAYS, Language, Reject, Rule
from leadroute.render.console import make_console
from leadroute.render.screen.ending import Ending
from leadroute.render.screen.screen import screen
from tests.build_report import book, plan, rep, roster
from tests.render.build_run import NOTES, run

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
WRITTEN = Ending(("out/2026-11-22.xlsx",))


def shown(language: Language, width: int = 100, encoding: str = "utf-8", ending: Ending = WRITTEN) -> str:
    raw = io.BytesIO()
    made = run()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    console = make_console(stream, width=width)
    console.print(screen(made, measure(made), NOTES, ending, language=language, width=width))
    stream.flush()
    return raw.getvalue().decode(encoding)


def told(*, people: int = 0, rules: int = 0, everything: bool = False, rows: str = "") -> str:
    """The screen of a plan with many reps or rules, in English."""
    reps = roster(*(rep(f"R{at:03}", f"rep {at:03}") for at in range(max(people, 2))))
    pool = " ".join(each.id for each in reps.reps)
    many = tuple(Rule(f"rule {at:03}", ALWAYS, Reject()) for at in range(rules))
    more = {"rules": many} if rules else {}
    made = plan(reps, book({"all": pool}, **more), rows or "5* a.csv - rule R000 all")
    out = io.StringIO()
    report = measure(made)
    make_console(out, width=100).print(screen(made, report, language=Language.EN, everything=everything))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("language", list(Language))
def test_the_screen_is_as_agreed(language: Language, width: int) -> None:
    file = SNAPSHOTS / f"screen.{language}.{width}.txt"
    now = "\n".join(line.rstrip() for line in shown(language, width).splitlines()) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252", "utf-8"])
def test_every_console_can_show_it(language: Language, encoding: str) -> None:
    text = shown(language, encoding=encoding)
    assert "\x1b" not in text
    assert "[/]" in text
    assert ("─" in text) == (encoding == "utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 (the width of Chinese as Rich counts it)

    assert max(cell_len(line) for line in shown(Language.ZH, width).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_state_is_cut_off(width: int) -> None:
    text = shown(Language.EN, width)
    assert text.count("on duty") >= 4
    assert "on leave" in text


def test_a_dry_run_says_that_nothing_was_written() -> None:
    assert "试算：没有写任何文件。" in shown(Language.ZH, ending=Ending())
    assert "已写入" not in shown(Language.ZH, ending=Ending())


@pytest.mark.parametrize(
    ("ending", "lines"),
    [
        (
            Ending(plan="plan.json"),
            ["方案已写入 plan.json，还没有分配", "确认后运行：leadroute apply plan.json"],
        ),
        (
            Ending(plan="plan.json", nothing_new=True),
            [
                "方案已写入 plan.json，还没有分配",
                "没有新的线索要分：这些行以前都处理过了，文件和台账都没有变",
            ],
        ),
    ],
)
def test_a_plan_that_was_kept_says_what_to_do_with_it(ending: Ending, lines: list[str]) -> None:
    assert shown(Language.ZH, ending=ending).splitlines()[-2:] == lines


def test_a_broken_law_is_the_last_word() -> None:
    assert "our bug: the plan breaks caps" in shown(Language.EN, ending=Ending(broken=("caps",))).splitlines()[-1]


def test_a_long_roster_is_shown_by_its_ends() -> None:
    short, whole = told(people=200), told(people=200, everything=True)
    assert "184 more" in short
    assert "rep 000" in short
    assert "rep 150" not in short
    assert "rep 150" in whole
    assert "between" not in whole


def test_rules_that_never_matched_are_counted_when_there_are_many() -> None:
    assert "50 further rules decided nothing" in told(rules=50, rows="a.csv - no_rule")
    assert "rule 049" in told(rules=50, rows="a.csv - no_rule", everything=True)


def test_reps_of_one_name_are_told_apart_and_the_nameless_have_their_id() -> None:
    people = roster(rep("R1", "张三"), rep("R2", "张三"), rep("R3", ""))
    made = plan(people, book({"p": "R1 R2 R3"}), "a.csv - rule R1 p")
    out = io.StringIO()
    make_console(out, width=100).print(screen(made, measure(made)))
    assert "张三 (R1)" in out.getvalue()
    assert "R3" in out.getvalue()


def test_a_full_cap_is_shown() -> None:
    people = roster(rep("R1", caps=Caps(month=2)), rep("R2"))
    made = plan(people, book({"p": "R1 R2"}), "2* a.csv - rule R1 p")
    out = io.StringIO()
    make_console(out, width=100).print(screen(made, measure(made), language=Language.EN))
    assert "month 2/2" in out.getvalue()


def test_lots_that_nearly_always_leave_somebody_out_are_told_so() -> None:
    assert "nearly always somebody has none" in told(people=50)


def test_an_empty_plan_can_be_shown() -> None:
    made = plan(roster(), book({}), "")
    out = io.StringIO()
    make_console(out, width=100).print(screen(made, measure(made), language=Language.EN))
    assert "0 leads assigned, 0 rows read." in out.getvalue()
