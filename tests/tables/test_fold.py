from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from leadroute.model.fold import fold
from leadroute.tables.arrow import strings
from leadroute.tables.fold import fold_array


@given(some.lists(some.text(some.characters(exclude_categories=["Cs"]))))
def test_folding_a_column_is_folding_each_text(texts: list[str]) -> None:
    assert fold_array(strings(texts)).to_pylist() == [fold(text) for text in texts]


def test_folding() -> None:
    assert fold_array(strings([" ＡＢＣ\u200b  Straße ", "上海", "a b"])).to_pylist() == ["abc strasse", "上海", "a b"]
