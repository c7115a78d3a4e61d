from __future__ import annotations

import pytest

from leadroute.intake.headers import By, fit, known_names, match
from leadroute.intake.normalise import normalise
from leadroute.model.fields import Kind
from leadroute.model.rulebook import ColumnSpec, FieldSpec


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("\ufeff手机号", "手机号"),
        ("*手机号（必填）", "手机号"),
        ("手机号(11位手机号，不可有空格)", "手机号"),
        ("手机号【必填】", "手机号"),
        ("联系电话<必填>：", "联系电话"),
        ("1、您的姓名", "姓名"),
        ("2. 请输入您的手机号？", "手机号"),
        ("★公司名称", "公司名称"),
        ("公司\u3000名称", "公司 名称"),
        ("First_Name", "first name"),
        ("FirstName", "first name"),
        ("mobilePhone", "mobile phone"),
        ("E-mail", "e mail"),
        ("Company/Account", "company/account"),
        ("Company / Account", "company/account"),
        ("Ｐｈｏｎｅ ", "phone"),
        ("(备注)", "(备注)"),
        ("您的", "您的"),
        ("3.14", "3.14"),
    ],
)
def test_headers_are_compared_without_their_dress(header: str, name: str) -> None:
    assert normalise(header) == name


def fields(headers: str, *own: FieldSpec) -> dict[str, str]:
    return dict(match(headers.split("|"), known_names("lead", own)).fields)


def chosen(headers: str, **columns: str) -> dict[str, str]:
    specs = [ColumnSpec(header.replace("_", " "), field) for header, field in columns.items()]
    return dict(match(headers.split("|"), known_names("lead", (), specs)).fields)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ("手机号|电话", {"手机号": "phone", "电话": "tel"}),
        ("电话|公司", {"电话": "phone", "公司": "company"}),
        ("Phone|Mobile No.", {"Phone": "tel", "Mobile No.": "phone"}),
        ("Phone Number|Mobile Phone Number", {"Phone Number": "tel", "Mobile Phone Number": "phone"}),
        ("Phone 1|Phone 2", {"Phone 1": "phone", "Phone 2": "tel"}),
        ("Phone", {"Phone": "phone"}),
        ("电话|电话 (2)", {"电话": "phone", "电话 (2)": "tel"}),
    ],
)
def test_which_number_is_the_mobile(headers: str, found: dict[str, str]) -> None:
    assert fields(headers) == found


def test_a_telephone_somebody_chose_stays_one() -> None:
    assert chosen("Phone 1|Phone 2", Phone_2="tel") == {"Phone 1": "phone", "Phone 2": "tel"}
    assert chosen("Phone 2", Phone_2="tel") == {"Phone 2": "tel"}
    assert fields("客服热线", FieldSpec("tel", Kind.PHONE, ("客服热线",))) == {"客服热线": "tel"}


def test_of_two_columns_for_one_field_the_better_name_wins() -> None:
    found = match(["意向状态", "线索状态"], known_names("lead"))
    assert found.fields == {"线索状态": "status"}
    assert found.rivals == (("status", "线索状态", "意向状态"),)


def test_the_rulebooks_own_names_come_first() -> None:
    own = FieldSpec("budget", Kind.NUMBER, ("备注",))
    assert fields("备注|预算", own) == {"备注": "budget"}
    assert fields("紧急程度", FieldSpec("urgency", Kind.TEXT, ("紧急程度",))) == {"紧急程度": "urgency"}


def test_a_header_the_rulebook_names_has_no_rivals_but_those_it_names_too() -> None:
    own = FieldSpec("website", Kind.DOMAIN, ("Domain", "Host"))
    found = match(["Website", "Host", "Domain", "URL"], known_names("lead", [own]))
    assert found.fields == {"Domain": "website"}
    assert found.rivals == (("website", "Domain", "Host"),)


def test_a_single_column_is_what_the_rulebook_says_it_is() -> None:
    assert chosen("客户称呼|姓名", 客户称呼="contact") == {"客户称呼": "contact"}
    assert chosen("公司|备注", 备注="") == {"公司": "company"}
    assert chosen("ｐｈｏｎｅ 2|公司", Phone_2="email") == {"ｐｈｏｎｅ 2": "email", "公司": "company"}


def test_a_single_column_is_meant_as_it_stands_with_its_brackets() -> None:
    specs = [ColumnSpec("手机号 (2)", "tel")]
    assert match(["手机号"], known_names("lead", (), specs)).fields == {"手机号": "phone"}
    found = match(["手机号", "手机号 (2)"], known_names("lead", (), specs))
    assert (found.fields, found.rivals) == ({"手机号": "phone", "手机号 (2)": "tel"}, ())


def test_of_two_columns_the_rulebook_gives_one_field_the_first_wins() -> None:
    specs = [ColumnSpec("a", "contact"), ColumnSpec("b", "contact")]
    found = match(["b", "a"], known_names("lead", (), specs))
    assert (found.fields, found.rivals) == ({"a": "contact"}, (("contact", "a", "b"),))


def test_who_says_so_is_told() -> None:
    own, specs = [FieldSpec("budget", Kind.NUMBER, ("采购额",))], [ColumnSpec("x", "city"), ColumnSpec("y", "")]
    found = match(["id", "adset_id", "form_id", "采购额", "x", "y", "zip", "?"], known_names("lead", own, specs))
    assert found.by == {
        "id": By.SYSTEM,
        "adset_id": By.SYSTEM,
        "form_id": By.SYSTEM,
        "采购额": By.FIELDS,
        "x": By.COLUMNS,
        "y": By.COLUMNS,
        "zip": By.BUILT_IN,
    }
    assert found.fields == {"id": "lead_id", "采购额": "budget", "x": "city", "zip": "zip"}


def test_the_rulebook_is_believed_before_the_source_system_and_that_before_the_usual() -> None:
    headers = "adset_id|form_id|platform"
    assert fields(headers) == {"platform": "source"}
    assert fields(headers, FieldSpec("campaign", Kind.TEXT, ("platform",))) == {"platform": "campaign"}
    assert chosen(headers, platform="message") == {"platform": "message"}


def test_nearly_known_is_not_known() -> None:
    assert known_names("lead").of("手机号吗") is None
    for kind, header, field in (("lead", "手机号", "phone"), ("rep", "工号", "id"), ("leave", "事由", "reason")):
        found = known_names(kind).of(header)  # type: ignore[arg-type]  # each is one of the kinds
        assert found is not None
        assert found.field == field


def test_a_row_scores_by_the_different_fields_it_names() -> None:
    score = fit("lead")
    assert score(["2026年10月线索导出", "", ""]) == 0
    assert (
        score(["公司名称", "手机号", "备注"]) > score(["公司名称", "手机号", "随便"]) > score(["公司名称", "公司", "x"])
    )


def test_a_row_of_headers_only_the_rulebook_or_a_system_knows_scores_too() -> None:
    assert fit("lead")(["甲", "乙"]) == 0
    assert fit("lead", (), [ColumnSpec("甲", "contact")])(["甲", "乙"]) > 0
    assert fit("lead", (), [ColumnSpec("甲", "")])(["甲", "乙"]) == 0
    assert fit("lead")(["leads_tel", "leads_name", "x"]) > 2
