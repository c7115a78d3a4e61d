from __future__ import annotations

import pytest

from leadroute.intake.clean.company import parts
from leadroute.intake.clean.company_zh import CompanyParts
from leadroute.model.fields import Kind
from leadroute.tables.leads import OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("杭州某某科技有限公司", "杭州某某科技"),
        ("杭州某某科技（集团）有限公司", "杭州某某科技"),
        ("杭州某某科技股份有限公司", "杭州某某科技"),
        ("杭州 某某 科技", "杭州某某科技"),
        ("某某(上海)有限公司", "上海某某"),
        ("某某（上海市）有限公司", "上海某某"),
        ("上海市某某有限公司", "上海某某"),
        ("浙江省杭州市某某有限公司", "杭州某某"),
        ("沈阳市政工程有限公司", "沈阳市政工程"),
        ("某某（中国）有限公司", "某某中国"),
        ("某某股份有限公司上海分公司", "某某上海分公司"),
        ("某某有限公司（上海分公司）", "某某上海分公司"),
        ("某某总公司", "某某总公司"),
        ("某某集团", "某某"),
        ("杭州某某合伙企业（有限合伙）", "杭州某某"),
        ("電腦科技有限公司", "电脑科技"),
        ("某某有限公司（重复）", "某某"),
        ("某某有限公司-老客户", "某某"),
        ("有限公司", "有限公司"),
        ("Acme Co., Ltd.", "acme"),
        ("Acme (China) Co.,Ltd", "acme china"),
        ("Acme Private Limited", "acme"),
        ("Acme & Sons", "acme and sons"),
        ("ACME  Inc", "acme"),
        ("Acme, LLC", "acme"),
        ("Müller GmbH & Co. KG", "müller"),
        ("Costco", "costco"),
        ("Grimes, Madden and Huff", "grimes madden and huff"),
    ],
)
def test_keys(text: str, key: str) -> None:
    cleaned = clean(Kind.COMPANY, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (text, key, OK)


@pytest.mark.parametrize("text", ["无", "个人", "N/A", "test", "-", "unknown", "？？", "Select", "测试公司"])
def test_placeholders_name_nobody(text: str) -> None:
    cleaned = clean(Kind.COMPANY, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", PLACEHOLDER)


@pytest.mark.parametrize(
    ("name", "place", "core", "form", "branch"),
    [
        ("杭州市某某科技（集团）有限公司", "杭州", "某某科技", "集团有限公司", ""),
        ("某某科技股份有限公司上海分公司", "", "某某科技", "股份有限公司", "上海分公司"),
        ("某某（北京）", "北京", "某某", "", ""),
        ("有限公司", "", "有限公司", "", ""),
        ("Acme Co., Ltd.", "", "acme", "co., ltd.", ""),
        ("Acme", "", "acme", "", ""),
    ],
)
def test_a_name_taken_apart(name: str, place: str, core: str, form: str, branch: str) -> None:
    assert parts(name) == CompanyParts(place, core, form, branch)


@pytest.mark.parametrize(
    "name", ["杭州市某某科技（集团）有限公司", "某某股份有限公司上海分公司", "有限公司", "acme ltd"]
)
def test_place_core_and_branch_are_the_key(name: str) -> None:
    found = parts(name)
    assert clean(Kind.COMPANY, name).keys.to_pylist() == [found.place + found.core + found.branch]
