from __future__ import annotations

import pytest

from leadroute.intake.infer.fill import infer
from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Infer, Language, Rulebook
from leadroute.render.messages import message
from leadroute.tables.leads import INFERRED, Leads
from tests.build_tables import table

CUSTOMERS = """
公司名称 | 网址 | 负责人
某某机械有限公司 | www.example.cn | R1
甲公司 | two.example.com | R1
乙公司 | two.example.com | R2
"""


def _leads(drawn: str) -> Leads:
    return gather_leads([table(drawn)], Rulebook())[0]


def _filled(drawn: str, target: str, *sources: str) -> list[str]:
    """The values of a field after inferring, what each was inferred from behind it."""
    known = {"1380000": "云南 昆明"}
    made, _ = infer(_leads(drawn), Infer({target: sources}), _leads(CUSTOMERS), lambda digits: known.get(digits, ""))
    column = made.columns.get(target)
    if column is None:
        return []
    grounds = [""] * len(column.values) if column.grounds is None else column.grounds.to_pylist()
    return [
        f"{column.value(row)}<{grounds[code]}" if grounds[code] else column.value(row)
        for row, code in enumerate(column.codes.tolist())
    ]


@pytest.mark.parametrize(
    ("cells", "province", "city"),
    [
        ("电话\n0571-88886666", "浙江<tel", "杭州<tel"),
        ("手机 | 电话\n0571-88886666 |", "浙江<tel", "杭州<tel"),
        ("电话\n010-88886666", "北京<tel", "北京<tel"),
        ("电话\n028-88886666", "四川<tel", ""),  # three cities ring by 028
        ("手机\n13800001234", "云南<phone", "昆明<phone"),
        ("手机\n13900001234", "", ""),
        ("地址\n浙江省宁波市海曙区中山西路1号", "浙江<address", "宁波<address"),
        ("地址\n北京亦庄", "北京<address", "北京<address"),
        ("地址\n广东某某园区", "广东<address", ""),
        ("地址\n长春花园3栋", "", ""),
        ("地址\n朝阳区建国路88号", "", ""),
        ("地址\n南京东路100号", "", ""),
        ("电话 | 地址\n0571-88886666 | 江苏省苏州市", "浙江<tel", "杭州<tel"),
    ],
)
def test_a_place_is_inferred_from_numbers_and_addresses(cells: str, province: str, city: str) -> None:
    sources = ("tel", "phone", "address")
    assert _filled(cells, "province", *sources) == ([province] if province else [])
    assert _filled(cells, "city", *sources) == ([city] if city else [])


def test_what_is_given_stays() -> None:
    assert _filled("省份 | 电话\n江苏 | 0571-88886666\n | 0571-88886666", "province", "tel") == ["江苏", "浙江<tel"]


def test_a_city_must_lie_in_the_province_that_is_given() -> None:
    rows = "省份 | 电话\n江苏 | 0571-88886666\n浙江 | 0571-88886666\n | 0571-88886666"
    assert _filled(rows, "city", "tel") == ["", "杭州<tel", "杭州<tel"]


def test_a_row_of_another_country_gets_no_place_of_china() -> None:
    rows = "国家 | 电话\n德国 | 0571-88886666\n中国 | 0571-88886666"
    assert _filled(rows, "province", "tel") == ["", "浙江<tel"]


def test_what_was_inferred_serves_further_and_keeps_its_ground() -> None:
    asked = Infer({"city": ("tel",), "province": ("city",), "country": ("province",)})
    made, notes = infer(_leads("电话\n0571-88886666"), asked)
    assert [made.columns[name].value(0) for name in ("city", "province", "country")] == ["杭州", "浙江", "CN"]
    grounds = [made.columns[name].grounds for name in ("city", "province", "country")]
    assert [ground.to_pylist()[-1] for ground in grounds if ground is not None] == ["tel"] * 3
    assert [note.code for note in notes] == ["LR560"] * 3


@pytest.mark.parametrize(
    ("cells", "country"),
    [
        ("手机\n13800001234", "CN<phone"),
        ("手机\n+49 30 901820", "DE<phone"),
        ("手机\n+1 416 555 0123", "CA<phone"),
        ("省份\n浙江", "CN<province"),
        ("省份\n香港", "HK<province"),
    ],
)
def test_a_country_is_inferred_from_a_dialling_code_or_a_province(cells: str, country: str) -> None:
    assert _filled(cells, "country", "phone", "province") == [country]


@pytest.mark.parametrize(
    ("cells", "country"), [("手机\n无", []), ("省份\nCA", []), ("手机\n4165550123", [])]
)  # the last is taken as North American by its shape alone
def test_a_guess_gives_no_country(cells: str, country: list[str]) -> None:
    assert _filled(cells, "country", "phone", "province") == country


def test_a_company_is_inferred_from_a_domain_that_one_customer_has() -> None:
    rows = "公司 | 邮箱\n | a@example.cn\n | b@two.example.com\n丙公司 | c@example.cn\n | d@example.org"
    assert _filled(rows, "company", "email_domain") == ["某某机械有限公司<email_domain", "", "丙公司", ""]


def test_an_inferred_company_is_compared_like_any_other() -> None:
    made, _ = infer(_leads("邮箱\na@example.cn"), Infer({"company": ("email_domain",)}), _leads(CUSTOMERS))
    assert made.columns["company"].key(0) == _leads(CUSTOMERS).columns["company"].key(0)
    assert made.columns["company"].status.tolist()[-1] == INFERRED


def test_nothing_asked_nothing_done() -> None:
    leads = _leads("电话\n0571-88886666")
    made, notes = infer(leads, Infer())
    assert made is leads
    assert notes == ()


def test_what_was_inferred_is_counted_by_source() -> None:
    rows = "电话 | 地址\n0571-88886666 |\n0571-88886666 |\n | 江苏省苏州市"
    _, (note,) = infer(_leads(rows), Infer({"province": ("tel", "address")}))
    assert (note.code, str(note.place)) == ("LR560", "leads.csv:2:电话")
    assert message(note, Language.ZH) == (
        "有 3 行没有省份，由此推断：电话 2，地址 1；例如“+8657188886666”推断为“浙江”，依据里会注明"
    )
    assert message(note, Language.EN) == (
        "3 rows lack province; it was inferred from: telephone 2, address 1; for example '浙江' from '+8657188886666', "
        "and every decision that uses it says so"
    )
