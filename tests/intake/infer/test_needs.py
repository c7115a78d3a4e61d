from __future__ import annotations

import pytest

from leadroute.intake.infer.needs import missing_customers, missing_library
from leadroute.model.rulebook import Infer, Language, Rulebook
from leadroute.render.diagnostics import text


def _book(**sources: tuple[str, ...]) -> Rulebook:
    return Rulebook(infer=Infer(sources))


def test_number_ranges_that_are_asked_for_must_be_installed() -> None:
    found = missing_library(_book(city=("tel", "phone")), installed=False)
    assert text(found, Language.ZH) == (
        "错误 LR561：infer 要由手机号推断城市，但没有安装号段库\n"
        "建议：运行 pip install 'leadroute[cn-phone]'，或从 infer 里去掉 phone\n"
    )
    assert text(found, Language.EN) == (
        "error LR561: infer wants city from mobile numbers, but the library of number ranges is not installed\n"
        "hint: run pip install 'leadroute[cn-phone]', or take phone out of infer\n"
    )


@pytest.mark.parametrize(
    ("book", "installed"),
    [
        (_book(city=("phone",)), True),
        (_book(city=("tel",)), False),
        (_book(country=("phone",)), False),
    ],
)
def test_nothing_is_missing(book: Rulebook, installed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert missing_library(book, installed=installed) == ()


def test_companies_need_a_customers_file() -> None:
    book = _book(company=("email_domain",))
    found = missing_customers(book, given=False)
    assert text(found, Language.ZH) == (
        "警告 LR562：infer 要由邮箱域名推断公司，但没有老客户文件\n"
        "建议：用 --customers 给出老客户文件，或从 infer 里去掉 company\n"
    )
    assert text(found, Language.EN) == (
        "warning LR562: infer wants the company from the e-mail domain, but there is no customers file\n"
        "hint: give the customers file with --customers, or take company out of infer\n"
    )
    assert missing_customers(book, given=True) == missing_customers(_book(), given=False) == ()
