from __future__ import annotations

import pyarrow as pa

from leadroute.intake.columns import cleaned, written
from leadroute.model.fields import Kind
from leadroute.tables.arrow import TEXT


def chunked(*chunks: list[str]) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(chunk, TEXT) for chunk in chunks], TEXT)


def test_a_value_is_cleaned_once_however_often_it_stands() -> None:
    column = cleaned(written(chunked(["上海市", "沪"], ["上海市"])), Kind.PROVINCE)
    assert len(column.values) == 2
    assert column.spread(column.values).to_pylist() == ["上海"] * 3


def test_hardly_repeated_values_get_an_entry_a_row() -> None:
    assert len(written(chunked([str(at) for at in range(30_000)], ["0"])).texts) == 30_001


def test_values_repeated_far_apart_are_found() -> None:
    firms = [str(at % 50_000) for at in range(250_000)]
    assert len(written(chunked(firms)).texts) == 50_000


def test_blanks_between_different_values_are_no_repetition() -> None:
    some = [str(at) if at % 2 else "" for at in range(60_000)]
    found = written(chunked(some[:7], some[7:]))
    assert len(found.texts) == 30_001  # one for all the blanks
    assert list(found.array()) == some


def test_a_few_blanks_between_different_values_are_left_where_they_are() -> None:
    assert len(written(chunked([str(at) if at % 9 else "" for at in range(60_000)])).texts) == 60_000


def test_a_column_of_blanks_has_one_value() -> None:
    assert len(written(chunked([""] * 30_000)).texts) == 1


def test_a_column_as_written_holds_what_stood_in_each_row() -> None:
    for texts in (["沪", "上海市", "沪"], ["沪", "上海市"], []):
        assert list(written(chunked(texts)).array()) == texts
