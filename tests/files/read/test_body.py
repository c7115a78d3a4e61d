from __future__ import annotations

import pytest

from leadroute.files.read import body as module
from leadroute.files.read import pieces
from leadroute.files.read.body import Body, read_body
from leadroute.files.read.lines import Dialect

NAMES = ("name", "date", "note")
GOOD = "".join(f"甲{at},2026-10-{at:02d},x\n" for at in range(1, 10))


def read(text: str, names: tuple[str, ...] = NAMES) -> Body:
    return read_body(text.encode(), 0, Dialect(","), names)


def odd(text: str) -> list[tuple[int, str]]:
    return [(one.at, one.what) for one in read(text).odd]


def test_rows_that_fit_are_read_at_once() -> None:
    found = read(GOOD)
    assert (found.count, found.odd) == (9, ())
    assert not found.broken.any()


def test_the_body_begins_where_it_is_told() -> None:
    assert read_body(b"ab\nc,d\n", 3, Dialect(","), ("x", "y")).columns[0].to_pylist() == ["c"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("庚,2026-10-30,x,y\n", "long"),
        ("庚,2026-10-30\n", "short"),
        ("2026-10-30,x\n", "shifted"),
        ("庚,,2026-10-30,\n", "shifted"),
        ("庚,2026-10-30,x,,\n", "blanks"),
        ('庚,2026-10-30,x," \n"\n', "blanks"),
        ('庚,2026-10-30,"x\n', "open"),
        ('庚,2026-10-30,"x"y"\n', "quotes"),
        ("庚,2026-10-30,\0\n", "zeros"),
        ("庚,2026-10-30," + "x" * 40_000 + "\n", "overlong"),
    ],
)
def test_one_bad_row_costs_itself(line: str, what: str) -> None:
    found = read(GOOD + line + GOOD)
    assert [(one.at, one.what) for one in found.odd] == [(9, what)]
    assert found.count == 19
    assert found.columns[0].to_pylist()[:9] == found.columns[0].to_pylist()[10:]
    lost = what not in {"short", "blanks", "quotes"}
    assert (found.columns[0][9].as_py() == "") is lost
    assert bool(found.broken[9]) is lost


def test_a_file_that_breaks_off_loses_its_last_row() -> None:
    assert odd(GOOD + "庚,2026-") == [(9, "cut")]
    assert odd(GOOD + '庚,2026-10-30,"x') == [(9, "cut")]
    assert odd(GOOD + "庚,2026-10-30,x") == []


def test_a_last_row_short_as_others_are_is_only_short() -> None:
    assert odd(GOOD + "庚,2026-10-30\n" * 2 + "庚,2026-10-30") == [(9, "short"), (10, "short"), (11, "short")]


def test_lines_of_a_footer_are_short_and_right() -> None:
    assert odd(GOOD + "Grand Totals (9 records)\n") == []


def test_a_pair_of_open_quotes_swallows_nothing() -> None:
    text = '甲,2026-10-01,"x\n' + GOOD + '甲,2026-10-01,x"\n'
    found = read(text)
    assert found.columns[1].to_pylist()[1:10] == [f"2026-10-{at:02d}" for at in range(1, 10)]
    assert found.broken[0]


def test_two_open_quotes_in_rows_side_by_side_are_no_cell_of_two_lines() -> None:
    assert odd(GOOD + '甲,"2026-10-01,x\n乙,"2026-10-02,x\n') == [(9, "open"), (10, "open")]


def test_cells_of_several_lines_stay_whole() -> None:
    found = read('甲,2026-10-01,"x\ny\nz"\n' + GOOD)
    assert (found.columns[2][0].as_py(), found.odd) == ("x\ny\nz", ())


def test_pieces_and_the_whole_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = GOOD + '甲,2026-10-01,"a\nb"\n' + GOOD + "庚,2026-10-30,x,y\n" + GOOD + '庚,2026-10-30,"x\n' + GOOD
    whole = read(text)
    monkeypatch.setattr(pieces, "_PIECE", 40)
    cut = read(text)
    assert [column.to_pylist() for column in cut.columns] == [column.to_pylist() for column in whole.columns]
    assert cut.odd == whole.odd


def test_lone_carriage_returns_end_lines() -> None:
    assert read(GOOD.replace("\n", "\r")).count == 9


def test_nothing_below_the_header() -> None:
    assert read("").count == 0
    assert module.Body([]).count == 0


ACROSS = ['"x\ny"', '"x\r\ny"', '"\n"', '"\n,\n"', '"""\n"""', '"a\n庚,2026-10-30,b\n"', '"\n\n"']


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("cell", ["x", '"x"', '"x,y"', '"x""y"', *ACROSS])
def test_a_large_text_is_read_line_by_line_only_if_no_cell_reaches_across_lines(
    cell: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BLOCK", 256)
    for before in range(0, 60, 3):
        quoted = '"丁",2026-10-30,""\n' * before
        text = f"{GOOD}{GOOD}{quoted}庚,2026-10-30,{cell}\n{GOOD}{GOOD}{GOOD}辛,2026-10-31,z{end}"
        monkeypatch.setattr(module, "_LARGE", 1 << 24)
        usual = read(text)
        monkeypatch.setattr(module, "_LARGE", 0)
        assert [column.to_pylist() for column in read(text).columns] == [column.to_pylist() for column in usual.columns]
        assert read(text).odd == usual.odd
