from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadroute.intake.examine.lead_table import lead_table
from leadroute.intake.examine.seen import ColumnSeen, How
from leadroute.model.fields import Kind
from leadroute.model.rulebook import FieldSpec, Rulebook
from tests.build_tables import table

BOOK = Rulebook(fields=(FieldSpec("budget", Kind.NUMBER, ("采购盘子",)), FieldSpec("urgency", Kind.TEXT, ("急不急",))))


def _column(header: str, drawn: str, book: Rulebook = BOOK) -> ColumnSeen:
    seen, _ = lead_table(table(drawn), book)
    return next(column for column in seen.columns if column.header == header)


@pytest.mark.parametrize(
    ("header", "how", "field"),
    [
        ("采购盘子", How.RULEBOOK, "budget"),
        ("急不急", How.RULEBOOK, "urgency"),
        ("手机号", How.BUILT_IN, "phone"),
        ("手机号码", How.RIVAL, "phone"),
        ("公司名", How.BUILT_IN, "company"),
        ("线索来源呀", How.NEARLY, ""),
        ("展位号", How.UNKNOWN, ""),
    ],
)
def test_how_a_column_found_its_field(header: str, how: How, field: str) -> None:
    headers = "采购盘子 | 急不急 | 手机号 | 手机号码 | 公司名 | 线索来源呀 | 展位号"
    column = _column(header, f"{headers}\n1 | 2 | 3 | 4 | 5 | 6 | 7")
    assert (column.how, column.field) == (how, field)
    assert bool(column.near) == (how is How.NEARLY)


def test_cells_are_counted_by_state() -> None:
    column = _column("手机号", "手机号 | 公司\n13800001234 | A\n1.38E+10 | B\n12 | C\n无 | D\n | E\n13800001235 | F")
    assert (column.rows, column.filled, column.good) == (6, 5, 2)
    assert (column.damaged, column.invalid, column.placeholder, column.inferred) == (1, 1, 1, 0)


def test_blanks_are_no_cells_with_something_in_them() -> None:
    raw = table("公司 | 备注\nA | x\nB | y\nC | z")
    raw = replace(raw, frame=raw.frame.assign(备注=["", "  ", "\u3000"]))
    seen, _ = lead_table(raw, BOOK)
    assert [column.filled for column in seen.columns] == [3, 0]


def test_a_cell_that_lost_its_value_before_reading_is_damaged_though_blank() -> None:
    raw = replace(table("公司 | 手机号\nA |\nB | 13800001234"), damaged={"手机号": np.array([True, False])})
    seen, _ = lead_table(raw, BOOK)
    assert (seen.columns[1].filled, seen.columns[1].damaged, seen.columns[1].good) == (2, 1, 1)


def test_samples_are_the_first_different_values_as_they_stand() -> None:
    assert _column("公司", "公司\n\nB\nA\nB\n  \nC\nD").samples == ("B", "A", "C")


def test_samples_are_short_and_in_one_line() -> None:
    raw = table("公司 | 备注\nA | x")
    raw = replace(raw, frame=raw.frame.assign(备注=["one\ntwo " + "x" * 100]))
    seen, _ = lead_table(raw, BOOK)
    assert seen.columns[1].samples == ("one two " + "x" * 31 + "…",)


def test_samples_are_found_however_far_down_they_are() -> None:
    lines = "\n".join(["x |"] * 3000 + ["x | y"])
    assert _column("备注", f"公司 | 备注\n{lines}").samples == ("y",)
