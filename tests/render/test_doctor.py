"""What an examination shows; ``UPDATE_SNAPSHOTS=1 pytest tests/render/test_doctor.py`` writes the files anew."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from leadroute.intake.examine.seen import Bad, ColumnSeen, Examination, Finding, Holds, How, Merging, TableSeen
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rulebook import Language
from leadroute.render.console import make_console
from leadroute.render.json_doctor import examination_json
from leadroute.render.json_text import json_text
from leadroute.render.screen.doctor import examination
from leadroute.tables.merges import SharedValue

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"

COLUMNS = (
    ColumnSeen("线索编号", "lead_id", How.BUILT_IN, 1200, 1200, samples=("L1", "L2", "L3")),
    ColumnSeen("手机[red]", "phone", How.PRESET, 1200, 1150, (), ("13800001234", "[/]", "\x1b[2J"), 3, 20, 7, 1),
    ColumnSeen("采购盘子", "budget", How.RULEBOOK, 1200, 1, samples=("30万",)),
    ColumnSeen("电话2", "phone", How.RIVAL, 1200, 4, samples=("13800001235",)),
    ColumnSeen("线索来原", "", How.NEARLY, 1200, 1200, near=("线索来源",), samples=("官网",)),
    ColumnSeen("不用的列", "", How.ASIDE, 1200, 1200, samples=("x",)),
    *(ColumnSeen(f"列{at:02}" + "很长" * 12, "", How.UNKNOWN, 1200, at, samples=("长" * 40,)) for at in range(15)),
)
PLACES = tuple(Place("in/展会[bold].csv", row=row, header="手机[red]") for row in (3, 19, 40))
FINDINGS = (
    Finding(Diagnostic("LR501", Severity.WARNING, PLACES[0], facts(value="1.38E+10", header="手机[red]")), 20, PLACES),
    Finding(Diagnostic("LR024", Severity.NOTE, Place("in/展会[bold].csv"), facts(count=4)), 4, ()),
    Finding(Diagnostic("LR407", Severity.NOTE, PLACES[0], facts(count=15, headers="…")), 15, PLACES[:1]),
)
LEADS = TableSeen("in/展会[bold].csv", "", "gb18030", 3, 1200, Holds.LEADS, COLUMNS, FINDINGS, Bad(1, 2, 20))
REPS = TableSeen(
    "reps.xlsx", "名册", "", 1, 12, Holds.ROSTER,
    (ColumnSeen("工号", "id", How.BUILT_IN, 12, 12, samples=("R1", "R2")),), (), people=11,
)  # fmt: skip
GONE = Finding(Diagnostic("LR001", Severity.ERROR, Place("gone.csv")), 1, (Place("gone.csv"),))
SHARED = (SharedValue("phone", "+8613800008888", 7, 4, 5), SharedValue("email", "info@example.com", 3, 3, 3))
SEEN = Examination(
    (LEADS, REPS),
    (),
    Merging(("phone", "email", "company+contact"), 31, 25, 4, 24, SHARED),
    {"in/展会[bold].csv": "csv", "reps.xlsx": "xlsx"},
)


def shown(
    seen: Examination, language: Language, width: int, encoding: str = "utf-8", *, everything: bool = False
) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    make_console(stream, width=width).print(examination(seen, language=language, width=width, everything=everything))
    stream.flush()
    return "\n".join(line.rstrip() for line in raw.getvalue().decode(encoding).splitlines()) + "\n"


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", list(Language))
def test_an_examination_looks_as_agreed(language: Language, width: int) -> None:
    file = SNAPSHOTS / f"doctor.{language}.{width}.txt"
    now = shown(SEEN, language, width)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_every_console_can_show_it(language: Language, encoding: str) -> None:
    text = shown(SEEN, language, 100, encoding)
    assert "\x1b" not in text
    assert "[red]" in text


def test_our_own_words_are_all_in_gbk() -> None:
    plain = Examination((REPS,), (GONE,), SEEN.merging, {"reps.xlsx": "xlsx"})
    assert "\\u" not in shown(plain, Language.ZH, 100, "gbk")


def test_long_lists_are_cut_unless_everything_is_wanted() -> None:
    few, every = shown(SEEN, Language.EN, 100), shown(SEEN, Language.EN, 100, everything=True)
    assert ("列14" in few, "列14" in every) == (False, True)
    assert "more travel along (--all)" in few


def test_what_stops_a_run_is_the_verdict() -> None:
    said = shown(Examination((REPS,), (GONE,), None), Language.EN, 100)
    assert said.splitlines()[-1] == "Not usable: 1 file(s) would stop a run; see what is marked as error above."
    assert "error LR001  there is no such file; check the name and the folder [gone.csv]" in said


def test_a_roster_alone_has_a_verdict_of_its_own() -> None:
    assert shown(Examination((REPS,), (), None), Language.ZH, 100).splitlines()[-1] == "可以用：名册，在职 11 人。"


def test_json_says_the_same_for_programs() -> None:
    said = json.loads(json_text(examination_json(SEEN, "leadroute assign x", Language.EN)))
    table = said["tables"][0]
    assert list(said) == ["format_version", "usable", "rows", "tables", "elsewhere", "duplicates", "next"]
    assert (said["usable"], said["rows"], said["next"]) == (True, 1200, "leadroute assign x")
    assert (table["form"], table["encoding"], table["holds"], table["header_row"]) == ("csv", "gb18030", "leads", 3)
    assert table["bad_rows"] == {"unreadable": 1, "no_contact": 2, "unreachable": 20}
    assert table["columns"][1] == {
        "header": "手机[red]", "field": "phone", "how": "preset", "near": [],
        "samples": ["13800001234", "[/]", "\x1b[2J"], "cells": 1200, "filled": 1150, "ok": 1119, "placeholder": 3,
        "damaged": 20, "invalid": 7, "inferred": 1,
    }  # fmt: skip
    assert [table["columns"][at]["field"] for at in (2, 3, 4)] == ["budget", None, None]
    assert (table["findings"][0]["code"], table["findings"][0]["count"]) == ("LR501", 20)
    assert table["findings"][0]["places"][1] == {
        "file": "in/展会[bold].csv", "sheet": "", "line": 19, "column": "手机[red]",
    }  # fmt: skip
    assert said["duplicates"]["keys"] == ["phone", "email", "company+contact"]
    assert said["duplicates"]["shared"][0]["value"] == "+8613800008888"
