from __future__ import annotations

import pytest

from leadroute.intake.examine.holds import holds
from leadroute.intake.examine.seen import Holds
from leadroute.model.rulebook import Rulebook


@pytest.mark.parametrize(
    "headers",
    [
        "工号|姓名|邮箱|团队|权重|日上限",
        "sales_agent|manager|regional_office",
        "工号|开始|结束|原因",
        "Rep|Email|Team|Skills",
    ],
)
def test_a_roster_is_told_by_what_only_reps_have(headers: str) -> None:
    assert holds(headers.split("|"), Rulebook()) is Holds.ROSTER


@pytest.mark.parametrize(
    "headers",
    [
        "姓名|手机号|邮箱|状态|省份",
        "负责人|所属活动|姓名|手机号|微信号|线索状态",
        "First Name|Last Name|Email|Phone|Company|Lead Owner|State",
        "Lead ID|Name|Phone|Team",
        "x|y",
        "姓名|电话",
        "order_id|employee_id|order_date",
    ],
)
def test_leads_stay_leads(headers: str) -> None:
    assert holds(headers.split("|"), Rulebook()) is Holds.LEADS
