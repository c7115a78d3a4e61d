from __future__ import annotations

import pytest

from leadroute.intake.infer.mobiles import ranges


def test_the_library_knows_where_a_range_was_sold() -> None:
    pytest.importorskip("phone", reason="the extra is not installed: pip install 'leadroute[cn-phone]'")
    look_up = ranges()
    assert look_up("1380571") == "浙江 杭州"
    assert look_up("1000000") == ""
