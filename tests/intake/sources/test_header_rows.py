"""Header rows nobody here wrote, read by a person: how many columns are understood as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadroute.intake.headers import known_names, match

ROWS = (Path(__file__).parent / "header_rows.txt").read_text(encoding="utf-8")
MEANT = {
    title.removeprefix("# "): dict(column.split(" = ") for column in columns.split(" | "))
    for title, columns in (part.split("\n") for part in ROWS.strip().split("\n\n")[1:])
}
OTHERWISE = {
    ("动力云客: 线索 Excel", "年收入"): "revenue",  # a person's there, mostly a firm's
    ("lead-system: 客户导入模板.xlsx", "需求"): "-",  # 备注 is believed, and the rival is reported
    ("lead-system: 客户导入模板.xlsx", "备注"): "message",
    ("web CRM 1: 导入模板", "线索名称"): "-",  # a firm, a person or a subject: asked, not guessed
    ("FMIS (RuoYi): 客户备案导入", "QQ/E-mail"): "-",  # two kinds of value in one column
}
"""What is understood otherwise, and as what."""


@pytest.mark.parametrize("title", MEANT)
def test_a_header_row_is_understood_as_it_is_meant(title: str) -> None:
    name, system = title.rsplit(" = ", 1)
    found = match(list(MEANT[title]), known_names("lead"))
    wanted = {header: OTHERWISE.get((name, header), field) for header, field in MEANT[title].items()}
    assert {header: found.fields.get(header, "-") for header in MEANT[title]} == wanted
    assert (found.system.key if found.system else "-") == system


def test_ninety_nine_of_a_hundred_headers_are_understood() -> None:
    headers = sum(map(len, MEANT.values()))
    assert (len(MEANT), headers, len(OTHERWISE)) == (28, 440, 5)
    assert 1 - len(OTHERWISE) / headers > 0.985
