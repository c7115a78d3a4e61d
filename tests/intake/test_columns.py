from __future__ import annotations

import pyarrow as pa

from leadroute.intake.columns import clean_column, distinct
from leadroute.model.fields import Kind
from leadroute.tables.arrow import TEXT


def chunked(*chunks: list[str]) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(chunk, TEXT) for chunk in chunks], TEXT)


def test_a_value_is_cleaned_once_however_often_it_stands() -> None:
    column = clean_column(chunked(["上海市", "沪"], ["上海市"]), Kind.PROVINCE)
    assert len(column.values) == 2
    assert column.spread(column.values).to_pylist() == ["上海"] * 3


def test_hardly_repeated_values_get_an_entry_a_row_unless_exactness_is_asked() -> None:
    texts = chunked([str(at) for at in range(30_000)], ["0"])
    assert len(distinct(texts)[1]) == 30_001
    assert len(distinct(texts, exact=True)[1]) == 30_000
