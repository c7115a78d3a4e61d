from __future__ import annotations

import pytest

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.diagnostics import lines
from tests.build_tables import codes, table

META = """
id | adset_id | form_id | campaign_name | phone_number
l:100200300 | as:1 | f:1 | c:77 | p:+8613800001234
100200301 | as:1 | f:1 | 双十一 | +8613800001235
"""


def test_the_marks_of_meta_are_shown_and_do_not_count() -> None:
    leads, _ = gather_leads([table(META)], Rulebook())
    assert leads.raw["lead_id"].tolist() == ["l:100200300", "100200301"]
    assert [leads.columns["lead_id"].key(row) for row in (0, 1)] == ["100200300", "100200301"]
    assert [leads.columns["campaign"].value(row) for row in (0, 1)] == ["77", "双十一"]
    assert leads.columns["phone"].value(0) == "+8613800001234"


def test_a_test_lead_of_meta_is_nobody() -> None:
    drawn = """
    adset_id | form_id | full_name | phone_number | email
    as:1 | f:1 | <test lead: dummy data for full_name> | p:<test lead: dummy data for phone_number> | test@meta.com
    """
    leads, found = gather_leads([table(drawn)], Rulebook())
    assert [leads.columns[field].value(0) for field in ("contact", "phone", "email")] == ["", "", ""]
    assert codes(found)[-3:] == ["LR506"] * 3


def test_elsewhere_such_a_text_is_nothing_but_text() -> None:
    leads, found = gather_leads([table("线索编号 | 公司\nl:100200300 | 甲")], Rulebook())
    assert leads.columns["lead_id"].key(0) == "l:100200300"
    assert "LR411" not in codes(found)


ZH = (
    "leads.csv:2:id: 提示 LR411：“id”列有 1 格带着 Meta 线索广告（Facebook、Instagram） 的前缀，"
    "例如“l:100200300”；比较时不算前缀"
)
EN = (
    "leads.csv:2:id: note LR411: 1 cells of 'id' carry a mark of Meta lead ads (Facebook, Instagram), "
    "such as 'l:100200300'; it does not count in comparisons"
)


@pytest.mark.parametrize(("language", "said"), [(Language.ZH, ZH), (Language.EN, EN)])
def test_the_mark_left_out_is_told(language: Language, said: str) -> None:
    _, found = gather_leads([table(META)], Rulebook())
    assert lines(next(one for one in found if one.code == "LR411"), language) == [said]
