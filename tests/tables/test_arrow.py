from __future__ import annotations

import pyarrow.compute as pc
from hypothesis import given
from hypothesis import strategies as st

from leadroute.tables.arrow import strings, without_sign


@given(st.lists(st.text("0-é1")), st.integers(0, 3))
def test_a_sign_is_left_out_wherever_it_stands(texts: list[str], first: int) -> None:
    some = strings(texts).slice(min(first, len(texts)))
    assert without_sign(some, "-").equals(pc.replace_substring(some, "-", ""))
