from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from leadroute.intake.fold import fold, fold_all


@given(some.lists(some.text(some.characters(exclude_categories=["Cs"]))))
def test_folding_a_column_is_folding_each_text(texts: list[str]) -> None:
    assert fold_all(np.array(texts, dtype=object)).tolist() == [fold(text) for text in texts]


def test_folding() -> None:
    values = np.array([" ＡＢＣ\u200b  Straße ", "上海", "a b"], dtype=object)
    assert fold_all(values).tolist() == ["abc strasse", "上海", "a b"]
