from __future__ import annotations

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Rulebook
from leadroute.tables.reach import nobody, unreachable
from tests.build_tables import table


def _rows(drawn: str) -> tuple[list[bool], list[bool]]:
    leads, _ = gather_leads([table(drawn)], Rulebook())
    return nobody(leads).tolist(), unreachable(leads).tolist()


def test_a_row_without_any_name_or_address_is_nobody() -> None:
    named, _ = _rows("公司 | 手机号 | 城市\nAcme | | 上海\n | 13800001234 | 上海\n | | 上海\n 无 | 无 | 上海")
    assert named == [False, False, True, True]


def test_nobody_is_nobody_where_no_column_could_tell() -> None:
    named, _ = _rows("城市\n上海\n北京")
    assert named == [False, False]


def test_a_row_is_unreachable_when_all_that_stands_in_it_is_spoilt() -> None:
    _, lost = _rows(
        """
        公司 | 手机号 | 邮箱 | 微信号
        A | 1.38E+10 | |
        B | 12 | bad@ |
        C | 12 | c@example.com |
        D | 1.38E+10 | | wx_d
        E | | |
        F | 无 | |
        G | 13800001234 | bad@ |
        """
    )
    assert lost == [True, True, False, False, False, False, False]
