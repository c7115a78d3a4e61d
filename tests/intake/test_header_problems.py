from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.intake.header_problems import header_problems
from leadroute.intake.headers import known_names, match
from leadroute.model.rulebook import ColumnSpec, Language
from leadroute.render.diagnostics import lines
from tests.build_tables import codes, table

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic


def problems(headers: str, **columns: str) -> list[Diagnostic]:
    read = table(headers.replace("|", " | "))
    names = known_names("lead", (), [ColumnSpec(header, field) for header, field in columns.items()])
    return header_problems(read, match(tuple(read.frame.columns), names), names)


def told(headers: str, language: Language) -> list[str]:
    return [line for found in problems(headers) for line in lines(found, language)]


def test_two_columns_for_one_field_near_misses_and_unknown_headers_are_told_in_chinese() -> None:
    assert told("公司|线索状态|意向状态|手机号吗", Language.ZH) == [
        "leads.csv:1: 警告 LR405：“线索状态”和“意向状态”都像 状态（status）；用了“线索状态”，“意向状态”原样带过",
        "建议：要用另一列，在规则手册的 columns 里写 意向状态: status",
        "leads.csv:1:手机号吗: 提示 LR406：列名“手机号吗”很像 手机（phone）的列名，但没有使用",
        "建议：是不是想写“手机号”？如果就是它，在规则手册的 columns 里写 手机号吗: phone；leadroute map 可以代写",
        "leads.csv:1: 提示 LR407：有 1 列不对应任何字段，原样带过：手机号吗",
    ]


def test_two_columns_for_one_field_near_misses_and_unknown_headers_are_told_in_english() -> None:
    assert told("Company|Lead Status|Stage|Mobile Phones", Language.EN) == [
        (
            "leads.csv:1: warning LR405: 'Lead Status' and 'Stage' both look like status; 'Lead Status' is used, "
            "'Stage' travels along"
        ),
        "hint: to use the other, write Stage: status under columns in the rulebook",
        "leads.csv:1:Mobile Phones: note LR406: the header 'Mobile Phones' is nearly one of phone, and was not used",
        (
            "hint: did you mean 'mobile phone' or 'mobilephone'? if it is meant, write Mobile Phones: phone under "
            "columns in the rulebook; leadroute map can write it for you"
        ),
        "leads.csv:1: note LR407: columns that stand for no field travel along (1): Mobile Phones",
    ]


ZH = "leads.csv:1: 提示 LR410：这些列来自 Meta 线索广告（Facebook、Instagram），列名按它那里的意思理解"
EN = (
    "leads.csv:1: note LR410: the columns are those of Meta lead ads (Facebook, Instagram); "
    "the headers were taken to mean what they mean there"
)


@pytest.mark.parametrize(("language", "said"), [(Language.ZH, ZH), (Language.EN, EN)])
def test_the_source_system_is_told(language: Language, said: str) -> None:
    assert told("id|adset_id|form_id", language)[0] == said


def test_the_usual_headers_are_no_system_to_be_told() -> None:
    assert codes(problems("公司名称|联系人|手机号")) == []


def test_what_the_rulebook_says_of_a_column_is_not_told_again() -> None:
    assert codes(problems("公司|甲|乙", 甲="contact", 乙="")) == []
    assert codes(problems("公司|手机号吗", 手机号吗="")) == []


def test_what_a_system_calls_no_field_is_listed_and_asked_no_more() -> None:
    found = problems("adset_id|form_id|email|phone_number")
    assert codes(found) == ["LR410", "LR407"]
    assert found[1].facts["headers"] == "adset_id | form_id"
