"""What earlier runs know of rows is said: of which kind it is, since when, and what is different now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.engine.fairness import measure
from leadroute.engine.fairness.report import Told
from leadroute.model.diagnostic import Severity
from leadroute.model.rulebook import Language, MemoryPolicy, Reenter
from leadroute.render.messages import hint, message
from leadroute.tables.history import History
from tests.build import book, leads, owners, plan, pool, roster
from tests.ledger.build import later, new_ledger, run

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.engine.plan import Plan

PEOPLE = roster("A", "B")


def history(made: Plan) -> list[str]:
    """The word for each row."""
    assert made.known is not None
    return [History(code).word for code in made.known.history.tolist()]


def test_a_row_is_new_known_a_duplicate_or_decided_anew(tmp_path: Path) -> None:
    first = leads("lead_id|phone\n1|+8613800000001\n2|+8613800000002\n3|+8613800000003")
    second = leads("lead_id|phone\n1|+8613800000001\n9|+8613800000002\n8|+8613800000008\n3|+8613800000003")
    with new_ledger(tmp_path) as ledger:
        before, _ = run(ledger, first, PEOPLE, book(pool()))
        assert history(before.plan) == ["new"] * 3
        assert owners(before.plan) == ["A", "B", "A"]
        after, _ = run(ledger, second, roster("A", "B left"), book(pool()), later(days=1))
    assert history(after.plan) == ["known", "again", "new", "known"]
    assert after.report.history == (1, 2, 0, 0, 1)


def test_without_a_memory_nothing_is_counted() -> None:
    assert measure(plan(leads("lead_id\n1"), PEOPLE, book(pool()))).history is None


def test_known_rows_tell_the_day_their_lead_was_given_out(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|phone\n1|+8613800000001"), PEOPLE, book(pool()))
        again, _ = run(ledger, leads("lead_id|phone\n1|+8613800000001"), PEOPLE, book(pool()), later(days=3))
    assert again.plan.known is not None
    assert again.plan.known.day.tolist() == [20_780]  # 23 November 2026


def test_a_company_tells_the_day_of_its_latest_lead(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for day in (0, 5):
            run(ledger, leads(f"lead_id|company\n{day}|firm a"), PEOPLE, book(pool()), later(days=day))
        last, _ = run(ledger, leads("lead_id|company\n8|firm a\n9|firm b"), PEOPLE, book(pool()), later(days=9))
    assert last.plan.known is not None
    assert last.plan.known.company_day.tolist() == [20_785, 0]
    assert owners(last.plan)[0] == "A"


def test_open_leads_come_from_the_roster_else_from_the_ledger(tmp_path: Path) -> None:
    people = roster("A open_leads=7", "B")
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id\n1\n2\n3\n4"), people, book(pool()))
        again, _ = run(ledger, leads("lead_id\n5"), people, book(pool()), later(days=1))
    lines = again.report.reps
    assert [(line.open_before, line.open_from) for line in lines] == [(7, Told.ROSTER), (2, Told.LEDGER)]


OLD = "lead_id|phone|company|budget|source\n1|+8613800000001|firm a|100|fair\n2|+8613800000002|firm b|5|web"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("1|+8613800000001|firm a|100|fair", []),
        ("1|+8613800000001|firm a|200|fair", [("budget", "100", "200")]),
        ("7|+8613800000001|firm c|100|mail", [("company", "firm a", "firm c"), ("source", "fair", "mail")]),
        ("7|+8613800000001|||", []),
        ("7|+8613800000009|firm z|1|x", []),
    ],
)
def test_what_changed_about_a_known_lead_is_told(tmp_path: Path, row: str, found: list[tuple[str, str, str]]) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads(OLD), PEOPLE, book(pool()))
        again, _ = run(ledger, leads(f"{OLD.splitlines()[0]}\n{row}"), PEOPLE, book(pool()), later(days=1))
    assert again.plan.known is not None
    changes = again.plan.known.changes
    cells = [] if changes is None else zip(changes.field, changes.old.to_pylist(), changes.new.to_pylist(), strict=True)
    assert [(changes.fields[at], old, new) for at, old, new in cells if changes] == found
    assert [note.code for note in again.notes] == (["LR770"] if found else [])


def test_a_note_counts_the_leads_and_names_the_fields(tmp_path: Path) -> None:
    rows = "1|+8613800000001|firm a|200|fair\n2|+8613800000002|firm b|6|mail"
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads(OLD), PEOPLE, book(pool()))
        again, _ = run(ledger, leads(f"{OLD.splitlines()[0]}\n{rows}"), PEOPLE, book(pool()), later(days=1))
    (note,) = again.notes
    assert note.severity is Severity.NOTE
    assert message(note, Language.ZH) == "2 条以前的线索这次资料有变（预算 2，来源 1），归属不因此改变"
    assert hint(note, Language.ZH) == "逐条见“重复”表和“审计”表的“资料变化”一列"
    assert message(note, Language.EN) == (
        "2 known leads come with other data (budget 2, source 1); who has them does not change by that"
    )
    assert hint(note, Language.EN) == "see the column Changed data of the duplicates and audit sheets"


def test_what_waits_and_changes_is_told_too(tmp_path: Path) -> None:
    rules = book(pool(members="Z"), memory=MemoryPolicy(reenter=Reenter.NEVER))
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, leads("lead_id|phone|budget\n1|+8613800000001|1"), PEOPLE, rules)
        assert owners(first.plan) == [""]
        again, _ = run(ledger, leads("lead_id|phone|budget\n1|+8613800000001|2"), PEOPLE, book(pool()), later(days=1))
    assert history(again.plan) == ["reentered"]
    assert [note.code for note in again.notes] == ["LR770"]
