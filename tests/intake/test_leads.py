from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.leads import gather_leads
from leadroute.intake.problems import LISTED
from leadroute.model.diagnostic import Place
from leadroute.model.fields import Kind
from leadroute.model.rulebook import FieldSpec, Rulebook
from tests.build_tables import codes, table

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads

BOOK = Rulebook()


def values(leads: Leads, field: str) -> list[str]:
    column = leads.columns[field]
    return list(column.spread(column.values).to_pylist())


def test_files_are_stacked_by_field_and_unknown_columns_travel() -> None:
    first = table("公司名称 | 手机号 | 颜色\n甲公司 | 13800001234 | 红", "a.csv")
    second = table("phone | Company | Owner\n13800001235 | Acme | x", "b.csv")
    leads, _ = gather_leads([first, second], BOOK)
    assert leads.raw.to_dict("list") == {
        "company": ["甲公司", "Acme"],
        "phone": ["13800001234", "13800001235"],
        "?颜色": ["红", ""],
        "owner": ["", "x"],
    }
    assert leads.headers == {"company": "公司名称", "phone": "手机号", "?颜色": "颜色", "owner": "Owner"}
    assert values(leads, "phone") == ["+8613800001234", "+8613800001235"]
    assert values(leads, "file") == ["a.csv", "b.csv"]
    assert leads.place(1) == Place("b.csv", row=2)


def test_no_rows_are_no_leads() -> None:
    leads, found = gather_leads([table("公司名称 | 手机号")], BOOK)
    assert (len(leads), found) == (0, ())
    assert len(gather_leads([], BOOK)[0]) == 0


def test_bad_cells_are_named_with_their_place() -> None:
    _, found = gather_leads([table("公司 | 手机号\n甲 | 1.38E+10\n乙 | 12\n丙 | 13800138000\n丁 |")], BOOK)
    assert codes(found) == ["LR501", "LR502", "LR506"]
    assert found[0].place == Place("leads.csv", row=2, header="手机号")
    assert found[0].facts["value"] == "1.38E+10"


def test_many_bad_cells_are_counted_and_some_listed() -> None:
    rows = "\n".join(f"甲 | {at}" for at in range(LISTED + 50))
    _, found = gather_leads([table(f"公司 | 手机号\n{rows}")], BOOK)
    total = next(one for one in found if one.code == "LR500" and one.facts["code"] == "LR502")
    assert sum(one.code == "LR502" for one in found) == LISTED
    assert int(total.facts["count"]) > LISTED


def test_first_and_last_name_make_the_contact() -> None:
    leads, _ = gather_leads([table("First Name | Last Name\nAnna | Bell\n小明 | 王\n | Lee")], BOOK)
    assert values(leads, "contact") == ["Anna Bell", "王小明", "Lee"]


def test_a_contact_that_is_there_stays() -> None:
    leads, _ = gather_leads([table("联系人 | First Name | Last Name\n王总 | Anna | Bell\n | Anna | Bell")], BOOK)
    assert values(leads, "contact") == ["王总", "Anna Bell"]


def test_the_firms_domain_comes_from_mail_else_website_and_never_from_free_mail() -> None:
    drawn = """
    邮箱 | 网址
    a@mail.example.com.cn | x.com
    a@qq.com | www.example.org
    a@qq.com | https://acme.taobao.com
     |
    """
    leads, _ = gather_leads([table(drawn)], BOOK)
    assert values(leads, "email_domain") == ["example.com.cn", "example.org", "", ""]


def test_two_columns_for_one_field_near_misses_and_unknown_headers_are_said() -> None:
    _, found = gather_leads([table("公司 | 线索状态 | 意向状态 | 手机号吗\n甲 | a | b | 1")], BOOK)
    assert codes(found) == ["LR405", "LR406", "LR407"]
    assert found[1].near[0] == "手机号"


def test_fields_of_the_rulebook_are_cleaned_by_their_kind() -> None:
    book = Rulebook(fields=(FieldSpec("seats", Kind.NUMBER, ("席位",)),))
    leads, _ = gather_leads([table("公司 | 席位\n甲 | 1,200")], book)
    assert values(leads, "seats") == ["1200"]


def test_an_id_used_again_is_named() -> None:
    _, found = gather_leads([table("线索编号 | 公司\nL1 | 甲\nL1 | 乙\n | 丙\n | 丁")], BOOK)
    assert [(one.code, one.place.row if one.place else 0) for one in found] == [("LR510", 3)]
