from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa

from leadroute.files.read.frame import filled_cells, table
from leadroute.files.read.header import Header
from leadroute.files.read.source import Source

HEADER = Header(0, 2.0, ("公司", "手机", "#3"), 1, ("公司", "手机", ""))


def columns(*rows: tuple[str, str, str]) -> list[pa.ChunkedArray]:
    return [pa.chunked_array([pa.array(cells, pa.large_string())]) for cells in zip(*rows, strict=True)]


def test_blank_rows_totals_and_blank_columns_are_dropped_and_said() -> None:
    body = columns(("甲", "1", ""), ("", "", ""), ("合计", "2", ""))
    made = table(Source("x.csv"), HEADER, body, np.arange(2, 5, dtype=np.int32))
    assert made.frame.to_dict("list") == {"公司": ["甲"], "手机": ["1"]}
    assert made.rows.tolist() == [2]
    assert [(note.code, note.facts["count"]) for note in made.notes] == [("LR024", "1"), ("LR050", "1")]
    assert made.notes[1].facts["said"] == "合计 / 2"


def test_the_header_again_is_no_lead_but_a_first_row_nobody_knows_may_be_one() -> None:
    body = columns(("公司", "手机", ""), ("甲", "1", ""))
    for score, rows in (2.0, [3]), (0.0, [2, 3]):
        header = replace(HEADER, score=score)
        assert table(Source("x.csv"), header, body, np.array([2, 3], dtype=np.int32)).rows.tolist() == rows


def test_a_column_without_a_name_stays_if_something_is_in_it() -> None:
    made = table(Source("x.csv"), HEADER, columns(("甲", "1", "x")), np.array([2], dtype=np.int32))
    assert list(made.frame) == ["公司", "手机", "#3"]


def test_broken_rows_stay_and_damage_follows_its_rows() -> None:
    body = columns(("", "", ""), ("", "", ""), ("甲", "1", ""))
    rows = np.arange(2, 5, dtype=np.int32)
    broken = np.array([False, True, False])
    lost = {"手机": np.array([4], dtype=np.int32), "#3": np.array([4], dtype=np.int32)}
    made = table(Source("x.csv"), HEADER, body, rows, broken=broken, damaged=lost)
    assert made.rows.tolist() == [3, 4]
    assert made.broken is not None
    assert made.broken.tolist() == [True, False]
    assert {label: mask.tolist() for label, mask in made.damaged.items()} == {"手机": [False, True]}


def test_headings_are_dropped_with_what_they_say() -> None:
    made = table(
        Source("x.xlsx"),
        HEADER,
        columns(("华东区", "", ""), ("甲", "1", "")),
        np.array([2, 3], dtype=np.int32),
        headings=np.array([True, False]),
    )
    assert made.frame["公司"].tolist() == ["甲"]
    assert made.notes[0].facts["said"] == "华东区"


def test_filled_cells_are_counted_over_chunks_and_slices() -> None:
    column = pa.chunked_array([pa.array(["", "a"], pa.large_string()), pa.array(["x", "", "b"], pa.large_string())[1:]])
    assert filled_cells([column, column], 4).tolist() == [0, 2, 0, 2]
