from __future__ import annotations

import pytest

from leadroute.intake.clean import CLEANERS
from leadroute.model.fields import Kind
from leadroute.tables.leads import PLACEHOLDER
from tests.build_tables import clean


def test_every_kind_has_a_cleaner_that_accepts_nothing() -> None:
    assert set(CLEANERS) == set(Kind)
    assert all(len(clean(kind).values) == 0 for kind in Kind)
    assert all(clean(kind, "").values.to_pylist() == [""] for kind in Kind)


@pytest.mark.parametrize("text", ["NA", "null", "0", "  x  y "])
def test_text_is_trimmed_and_folded_and_nothing_else(text: str) -> None:
    cleaned = clean(Kind.TEXT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py()) == (text.strip(), " ".join(text.split()).lower())


@pytest.mark.parametrize("text", ["-", "无", "N/A", "Select", "请选择", "--None--", "#REF!", "？"])
def test_what_only_fills_a_cell_is_blank(text: str) -> None:
    cleaned = clean(Kind.TEXT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", PLACEHOLDER)
