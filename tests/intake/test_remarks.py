from __future__ import annotations

import pytest

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.diagnostics import text
from tests.build_tables import table


def _told(drawn: str, language: Language) -> str:
    _, found = gather_leads([table(drawn)], Rulebook())
    return text([each for each in found if each.code.startswith("LR55")], language)


@pytest.mark.parametrize(
    ("drawn", "zh", "en"),
    [
        (
            "amount\n12,5\n1.234\n7",
            (
                "leads.csv:2:amount: 提示 LR555：“amount”列用逗号作小数点（2 格），例如“12,5”读作 12.5\n"
                "建议：如果逗号是千位分隔，去掉它\n"
            ),
            (
                "leads.csv:2:amount: note LR555: 'amount' writes decimals with a comma (2 cells), "
                "for example '12,5' is 12.5\n"
                "hint: if the comma parts thousands, leave it out\n"
            ),
        ),
        (
            "date\n10/11/2026",
            (
                "leads.csv:2:date: 警告 LR556：“date”列看不出月在前还是日在前（1 格）；按月在前，"
                "“10/11/2026”读作 2026-10-11\n建议：如果是日在前，把这一列写成 2026-11-01 的样子\n"
            ),
            (
                "leads.csv:2:date: warning LR556: nothing in 'date' shows whether month or day comes first (1 cells); "
                "the month was taken first, '10/11/2026' as 2026-10-11\n"
                "hint: if the day comes first, write the column like 2026-11-01\n"
            ),
        ),
        (
            "date\n10.11.2026",
            (
                "leads.csv:2:date: 警告 LR557：“date”列看不出日在前还是月在前（1 格）；用点隔开，按日在前，"
                "“10.11.2026”读作 2026-11-10\n建议：如果是月在前，把这一列写成 2026-11-01 的样子\n"
            ),
            (
                "leads.csv:2:date: warning LR557: nothing in 'date' shows whether day or month comes first (1 cells); "
                "it is written with dots, so the day was taken first, '10.11.2026' as 2026-11-10\n"
                "hint: if the month comes first, write the column like 2026-11-01\n"
            ),
        ),
        (
            "date\n10/11/2026\n13/02/2026\n02/13/2026",
            (
                "leads.csv:2:date: 警告 LR558：“date”列里有的日期日在前，有的月在前；两可的 1 格按多数读，"
                "例如“10/11/2026”读作 2026-10-11\n建议：把这一列统一写成 2026-11-01 的样子\n"
            ),
            (
                "leads.csv:2:date: warning LR558: some dates of 'date' have the day first and some the month; "
                "the 1 cells that may be either are read like most, for example '10/11/2026' as 2026-10-11\n"
                "hint: write the whole column like 2026-11-01\n"
            ),
        ),
        (
            "date\n2026-11-01T01:30:00Z\n2026-11-01 09:30",
            (
                "leads.csv:2:date: 提示 LR559：“date”列有 1 格带时区，已换成规则手册的时区，"
                "例如“2026-11-01T01:30:00Z”是 2026-11-01 09:30:00\n"
            ),
            (
                "leads.csv:2:date: note LR559: 1 cells of 'date' name a time zone and were brought to the rulebook's, "
                "for example '2026-11-01T01:30:00Z' is 2026-11-01 09:30:00\n"
            ),
        ),
        ("date\n13/11/2026\n10/11/2026", "", ""),
        ("amount\n1,234\n12.5", "", ""),
    ],
)
def test_what_was_decided_for_a_column_is_told(drawn: str, zh: str, en: str) -> None:
    assert _told(drawn, Language.ZH) == zh
    assert _told(drawn, Language.EN) == en


def test_a_guess_that_is_told_exactly_is_told_once() -> None:
    _, found = gather_leads([table("date\n10/11/2026")], Rulebook())
    assert [each.code for each in found] == ["LR556"]
    _, found = gather_leads([table("date\n10/11/2026\n45964")], Rulebook())
    assert [each.code for each in found] == ["LR509", "LR556"]
