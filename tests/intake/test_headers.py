from __future__ import annotations

import pytest

from leadroute.intake.headers import fit, known_names, match, normalise
from leadroute.model.fields import Kind
from leadroute.model.rulebook import FieldSpec


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("\ufeff手机号", "手机号"),
        ("*手机号（必填）", "手机号"),
        ("手机号(11位手机号，不可有空格)", "手机号"),
        ("First_Name", "first name"),
        ("FirstName", "first name"),
        ("E-mail", "e mail"),
        ("Ｐｈｏｎｅ ", "phone"),
        ("(备注)", "(备注)"),
    ],
)
def test_headers_are_compared_without_their_dress(header: str, name: str) -> None:
    assert normalise(header) == name


def fields(headers: str, *own: FieldSpec) -> dict[str, str]:
    return dict(match(headers.split("|"), known_names("lead", own)).fields)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ("手机号|电话", {"手机号": "phone", "电话": "tel"}),
        ("电话|公司", {"电话": "phone", "公司": "company"}),
        ("Phone|Mobile No.", {"Phone": "tel", "Mobile No.": "phone"}),
        ("Phone Number|Mobile Phone Number", {"Phone Number": "tel", "Mobile Phone Number": "phone"}),
        ("Phone 1|Phone 2", {"Phone 1": "phone", "Phone 2": "tel"}),
        ("Phone", {"Phone": "phone"}),
    ],
)
def test_which_number_is_the_mobile(headers: str, found: dict[str, str]) -> None:
    assert fields(headers) == found


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


def test_nearly_known_is_not_known() -> None:
    assert normalise("手机号吗") not in known_names("lead")
    assert known_names("lead")[normalise("手机号")][0] == "phone"
    assert known_names("rep")[normalise("工号")][0] == "id"
    assert known_names("leave")[normalise("事由")][0] == "reason"


def test_a_row_scores_by_the_different_fields_it_names() -> None:
    score = fit("lead")
    assert score(["2026年10月线索导出", "", ""]) == 0
    assert (
        score(["公司名称", "手机号", "备注"]) > score(["公司名称", "手机号", "随便"]) > score(["公司名称", "公司", "x"])
    )
