from __future__ import annotations

from dataclasses import replace

from leadroute.intake.examine import Material, examine
from leadroute.intake.examine.seen import Examination, Holds
from leadroute.model.diagnostic import Diagnostic, Place, Severity
from leadroute.model.rulebook import Rulebook
from tests.build_tables import table

LEADS = "公司 | 手机号\nA | 13800001234\nB | 12\n | 无"
REPS = "工号 | 姓名 | 团队\nR1 | 安 | 东\nR2 | 白 | 西"


def _examine(*leads: str, rosters: tuple[str, ...] = (), problems: tuple[Diagnostic, ...] = ()) -> Examination:
    material = Material(
        leads=[table(drawn, f"{at}.csv") for at, drawn in enumerate(leads)],
        rosters=[[table(drawn, f"r{at}.csv")] for at, drawn in enumerate(rosters)],
        problems=problems,
        forms={},
    )
    return examine(material, Rulebook())


def _codes(seen: Examination) -> list[str]:
    return [found.code for one in seen.tables for found in one.findings]


def test_leads_are_looked_at_as_a_run_would_take_them() -> None:
    seen = _examine(LEADS)
    only = seen.tables[0]
    assert (only.rows, only.holds, only.usable, seen.usable, seen.rows) == (3, Holds.LEADS, True, True, 3)
    assert (only.bad.unreadable, only.bad.nobody, only.bad.unreachable, only.bad.rows) == (0, 1, 1, 2)


def test_a_table_without_a_known_column_is_of_no_use() -> None:
    seen = _examine("x | y\n1 | 2")
    assert not seen.usable
    assert "LR578" in _codes(seen)


def test_that_no_header_is_known_is_said_once_and_is_an_error() -> None:
    raw = table("x | y\n1 | 2")
    noted = replace(raw, notes=(Diagnostic("LR021", Severity.WARNING, Place("leads.csv", row=1)),))
    seen = examine(Material([noted], [], [], {}), Rulebook())
    assert [(found.code, found.stops) for found in seen.tables[0].findings][:1] == [("LR021", True)]
    assert "LR578" not in _codes(seen)
    assert not seen.usable


def test_a_table_without_a_way_to_reach_anybody_is_warned_of() -> None:
    assert "LR576" in _codes(_examine("公司 | 城市\nA | 上海"))
    assert "LR576" not in _codes(_examine(LEADS))
    assert "LR576" not in _codes(_examine("姓名 | 微信\nA | wx"))


def test_an_error_while_reading_makes_the_file_useless() -> None:
    wrong = Diagnostic("LR018", Severity.ERROR, Place("0.csv", row=3))
    seen = _examine(LEADS, problems=(wrong,))
    assert (seen.usable, _codes(seen)[0], seen.elsewhere) == (False, "LR018", ())


def test_a_file_without_a_table_is_told_of_and_makes_the_whole_useless() -> None:
    missing = Diagnostic("LR001", Severity.ERROR, Place("gone.csv"))
    seen = _examine(LEADS, problems=(missing,))
    assert ([found.code for found in seen.elsewhere], seen.usable) == (["LR001"], False)
    assert not _examine().usable


def test_a_roster_is_counted_by_its_active_reps() -> None:
    seen = _examine(LEADS, rosters=(REPS + "\nR3 | 陈 | 东",))
    roster = seen.tables[1]
    assert (roster.holds, roster.people, roster.rows, roster.usable) == (Holds.ROSTER, 3, 3, True)
    assert [column.field for column in roster.columns] == ["id", "name", "team"]
    assert seen.rows == 3


def test_a_roster_a_run_would_refuse_is_of_no_use() -> None:
    seen = _examine(rosters=("工号 | 姓名 | 团队\n | | 东",))
    assert not seen.usable


def test_columns_leadroute_added_are_not_looked_at() -> None:
    seen = _examine("行（leadroute） | 公司 | 手机号\n3 | A | 13800001234")
    assert [column.header for column in seen.tables[0].columns] == ["公司", "手机号"]
    assert "LR575" in _codes(seen)
