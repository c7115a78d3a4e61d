from __future__ import annotations

from leadroute.files.read.lines import Dialect
from leadroute.files.read.records import records

COMMA = Dialect(",")


def read(text: str, width: int = 2, *, crossed: bool = False) -> list[tuple[list[str], str, int]]:
    return list(records(text.splitlines(keepends=True), COMMA, width, crossed=crossed))


def test_what_is_well_formed_is_read_as_it_stands() -> None:
    assert read('a,"b, ""c"""\n"x\ny",z\n') == [(["a", 'b, "c"'], "", 1), (["x\ny", "z"], "", 2)]


def test_an_open_quote_costs_its_line_and_no_other() -> None:
    rows = read('a,"b\nc,d\ne,f\n')
    assert [(trouble, lines) for _, trouble, lines in rows] == [("open", 1), ("", 1), ("", 1)]


def test_an_open_quote_that_meets_another_does_not_swallow_the_rows_between() -> None:
    rows = read('a,"b\nc,d\ne,f\ng,"h\n')
    assert [trouble for _, trouble, _ in rows] == ["open", "", "", "open"]


def test_the_other_end_of_an_open_quote_belongs_to_it() -> None:
    rows = read('a,"say "x"\nand more",b\nc,d\n')
    assert [trouble for _, trouble, _ in rows] == ["quotes", "open", ""]


def test_quotes_inside_a_quoted_cell_are_read_as_they_look() -> None:
    assert read('"5" pipe",b\n') == [(['5" pipe', "b"], "quotes", 1)]


def test_blanks_behind_a_closing_quote_are_no_trouble() -> None:
    assert read('"a" ,"b" \n') == [(["a", "b"], "", 1)]


def test_quotes_that_pair_across_cells_are_seen_when_asked_for() -> None:
    line = 'boots"warm, and dry",x\n'
    assert [trouble for _, trouble, _ in read(line, 3, crossed=True)] == ["quotes"]
    assert [trouble for _, trouble, _ in read('5" x,6",y\n', 3)] == [""]


def test_quotes_can_be_text() -> None:
    assert next(records(['"a,b"\n'], Dialect(",", "")))[0] == ['"a', 'b"']


def test_many_open_quotes_do_not_take_for_ever() -> None:
    assert len(read('a,"b\n' * 3000)) == 3000
