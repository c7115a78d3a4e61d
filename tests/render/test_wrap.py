from __future__ import annotations

import pytest
from rich.cells import cell_len

from leadroute.render.wrap import wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one two three", ["one two", "three"]),
        ("没有电话邮箱的列", ["没有电话邮", "箱的列"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("列“手机”有三格", ["列“手机”有", "三格"]),
        ("电话邮箱微，信", ["电话邮箱", "微，信"]),
        ("电话 mailbox 邮箱", ["电话", "mailbox 邮", "箱"]),
    ],
)
def test_lines_break_at_blanks_and_beside_chinese_characters(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


@pytest.mark.parametrize("width", [1, 2, 7, 40])
def test_no_line_is_wider_and_nothing_but_blanks_is_lost(width: int) -> None:
    text = "警告：“1.38E+10” is damaged，请从来源系统重新导出 (see row 19)。"
    lines = wrapped(text, width)
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
