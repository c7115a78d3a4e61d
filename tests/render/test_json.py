"""What ``--json`` says: the same as the screen."""

from __future__ import annotations

import json
from typing import Any

from leadroute.engine.fairness import measure
from leadroute.model.rulebook import Language
from leadroute.render.json import report_json
from leadroute.render.json_text import json_text
from leadroute.render.screen.ending import Ending
from tests.build_report import book, plan, rep, roster
from tests.render.build_run import NOTES, run


def said(ending: Ending | None = None) -> dict[str, Any]:
    made = run()
    value = report_json(made, measure(made), NOTES, ending or Ending(), language=Language.EN)
    read: dict[str, Any] = json.loads(json_text(value))
    assert read == value
    return read


def test_rows_are_told_by_outcome_and_by_file() -> None:
    told = said()
    assert told["format_version"] == "1.1"
    assert told["rows"] == 17
    assert told["outcomes"] == {"assigned": 12, "pooled": 3, "review": 1, "duplicate": 1, "invalid": 0, "archived": 0}
    assert [(file["file"], file["rows"], file["conserved"]) for file in told["files"]] == [
        ("官网.csv", 9, True),
        ("展会.xlsx", 8, True),
    ]


def test_reps_have_got_entitled_gap_and_caps() -> None:
    first = said()["reps"][0]
    assert (first["id"], first["got"], first["reserved"], first["entitled"], first["gap"]) == ("R1", 6, 1, 7.0, 0.0)
    assert first["caps"] == [{"period": "open", "used": 48, "limit": 60}, {"period": "day", "used": 7, "limit": 20}]
    assert first["tightest_cap"] == "open"
    assert [line["away"] for line in said()["reps"][3:]] == ["left", "on_leave", None]


def test_pools_rules_reasons_and_the_default() -> None:
    told = said()
    assert [(pool["pool"], pool["assigned"], pool["unplaced"]) for pool in told["pools"]] == [
        ("东区", 11, 0),
        ("senior", 0, 2),
        ("", 1, 0),
    ]
    assert told["rules"][0]["missing"] == [{"field": "budget", "rows": 3}]
    assert told["rules"][-1] == {
        "rule": None, "default": True, "enabled": True, "hits": 1, "undecided": 0, "missing": []
    }  # fmt: skip
    assert {"outcome": "pooled", "reason": "all_away", "rows": 2} in told["reasons"]
    assert (told["default"]["rows"], told["default"]["alert"]) == (1, True)
    assert told["idle"] == ["R6"]


def test_the_infinite_is_null_with_a_flag() -> None:
    ratio = said()["fairness"]["all"]["by_weight"]
    assert (ratio["ratio"], ratio["infinite"], ratio["least"]) == (None, True, ["R6"])


def test_nothing_to_compare_is_null_without_the_flag() -> None:
    made = plan(roster(rep("R1")), book({"p": "R1"}), "a.csv - rule R1 p")
    even = report_json(made, measure(made))["fairness"]["all"]  # type: ignore[index,call-overload]
    assert (even["by_weight"]["ratio"], even["by_weight"]["infinite"], even["by_lot"]) == (None, False, None)  # type: ignore[index,call-overload]


def test_diagnostics_have_code_severity_and_place() -> None:
    first = said()["diagnostics"][0]
    assert (first["code"], first["severity"]) == ("LR000", "warning")
    assert first["place"] == {"file": "展会.xlsx", "sheet": "Sheet1", "line": 3, "column": "手机"}


def test_written_files_and_a_dry_run() -> None:
    assert (said()["dry_run"], said()["written"]) == (True, [])
    told = said(Ending(("out/a.xlsx",)))
    assert (told["dry_run"], told["written"]) == (False, ["out/a.xlsx"])


def test_the_text_is_ascii_and_the_same_every_time() -> None:
    made = run()
    text = json_text(report_json(made, measure(made), NOTES))
    assert text.isascii()
    assert text == json_text(report_json(run(), measure(run()), NOTES))
