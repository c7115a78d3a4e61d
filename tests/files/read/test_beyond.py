from __future__ import annotations

import pytest

from leadroute.files.read.beyond import lines_beyond, mix

ROW = "上海某某贸易有限公司,李明\n"


def kind(*lines: bytes) -> str:
    return mix(list(enumerate(lines))).kind


def test_only_lines_beyond_ascii_are_taken_wherever_they_stand() -> None:
    data = b"a,b\n" * 100_000 + ROW.encode() + b"c,d\n" * 100_000
    assert lines_beyond(data) == [(400_000, ROW.encode())]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_as_they_end(end: str) -> None:
    found = lines_beyond(f"a{end}é{end}b{end}ü{end}".encode())
    assert [line.strip().decode() for _, line in found] == ["é", "ü"]


def test_lines_are_taken_from_all_parts_of_a_long_text() -> None:
    data = ROW.encode() * 400_000
    found = lines_beyond(data)
    assert len(found) < 5000
    assert found[-1][0] > len(data) * 0.9


def test_a_very_long_line_is_cut() -> None:
    assert all(len(line) <= 8000 for _, line in lines_beyond("上".encode() * 100_000))


def test_what_lines_are() -> None:
    utf8, other = ROW.encode(), ROW.encode("gb18030")
    assert kind(*[utf8] * 20, other) == "utf8"
    assert kind(*[other] * 20, utf8) == "other"
    assert mix([(0, utf8), (40, utf8), (80, other), (110, utf8)]) == mix([(0, utf8), (40, utf8), (80, other)])
    assert mix([(0, utf8), (40, other)]).turn == 40


def test_western_utf8_with_a_stray_byte_is_utf8() -> None:
    assert kind("Müller,Société\n".encode() * 3 + b"\xe9\n") == "utf8"
