from __future__ import annotations

import pytest

from leadroute.intake.clean.country import iso_of
from leadroute.intake.places.provinces import PROVINCES
from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("上海市", "上海", OK),
        ("沪", "上海", OK),
        ("Shanghai", "上海", OK),
        ("SHANGHAI", "上海", OK),
        ("Shaanxi Province", "陕西", OK),
        ("Shanxi", "山西", OK),
        ("内蒙", "内蒙古", OK),
        ("Inner Mongolia", "内蒙古", OK),
        ("內蒙古自治區", "内蒙古", OK),
        ("广西壮族自治区", "广西", OK),
        ("臺灣", "台湾", OK),
        ("香港特别行政区", "香港", OK),
        ("中国江苏省", "江苏", OK),
        ("Guangdong, China", "广东", OK),
        ("广东省深圳市", "广东", OK),
        ("浙江-杭州", "浙江", OK),
        ("华东/上海", "上海", OK),
        ("深圳", "广东", INFERRED),
        ("吉林市", "吉林", INFERRED),
        ("余杭区", "浙江", INFERRED),
        ("海南藏族自治州", "青海", INFERRED),
        ("河北区", "天津", INFERRED),
        ("广东省某某镇", "广东", INFERRED),
        ("朝阳区", "朝阳区", OK),
        ("华东", "华东", OK),
        ("上海路", "上海路", OK),
        ("长春花园", "长春花园", OK),
        ("Suzhou", "Suzhou", OK),
        ("California", "CA", OK),
        ("tx", "TX", OK),
        ("nm", "NM", OK),
        ("British Columbia", "BC", OK),
        ("Queensland", "QLD", OK),
        ("Bayern", "Bayern", OK),
        ("NA", "NA", OK),
        ("", "", OK),
        ("未知", "", PLACEHOLDER),
        ("Select", "", PLACEHOLDER),
    ],
)
def test_provinces(text: str, value: str, status: int) -> None:
    cleaned = clean(Kind.PROVINCE, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, value.lower(), status)


def test_there_are_34_provinces_and_no_name_has_two() -> None:
    words = [word for short, more in PROVINCES.items() for word in (short, *more.split())]
    assert len(PROVINCES) == 34
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("中国", "CN"),
        ("Germany", "DE"),
        ("DEU", "DE"),
        ("NA", "NA"),
        ("uk", "GB"),
        ("United Kingdom", "GB"),
        ("英國", "GB"),
        ("Korea, Republic of", "KR"),
        ("The Netherlands", "NL"),
        ("Trinidad & Tobago", "TT"),
        ("Atlantis", "Atlantis"),
        ("无", ""),
    ],
)
def test_countries(text: str, value: str) -> None:
    assert clean(Kind.COUNTRY, text).values.to_pylist() == [value]


@pytest.mark.parametrize(("key", "code"), [("cn", "CN"), ("gb", "GB"), ("atlantis", ""), ("uk", ""), ("", "")])
def test_the_code_of_a_cleaned_country(key: str, code: str) -> None:
    assert iso_of(key) == code


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("苏州市", "苏州", OK),
        ("Hangzhou", "杭州", OK),
        ("HANGZHOU", "杭州", OK),
        ("Xi'an", "西安", OK),
        ("Shenzhen, Guangdong", "深圳", OK),
        ("臺北", "台北", OK),
        ("恩施", "恩施", OK),
        ("恩施土家族苗族自治州", "恩施", OK),
        ("伊犁州", "伊犁", OK),
        ("浙江省杭州市", "杭州", OK),
        ("上海市浦东新区", "上海", OK),
        ("广州市天河区体育西路", "广州", INFERRED),
        ("昆山市", "昆山", OK),
        ("吉林", "吉林", OK),
        ("海南", "海南", OK),
        ("浙江", "浙江", OK),
        ("朝阳", "朝阳", OK),
        ("沙市", "沙市", OK),
        ("Suzhou", "Suzhou", OK),
        ("Berlin", "Berlin", OK),
        ("Select", "", PLACEHOLDER),
    ],
)
def test_cities(text: str, value: str, status: int) -> None:
    cleaned = clean(Kind.CITY, text)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (value, status)


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("余杭", "余杭区", OK),
        ("浙江省杭州市余杭区", "余杭区", OK),
        ("鼓樓區", "鼓楼区", OK),
        ("浦东", "浦东新区", OK),
        ("浦东新区张江镇", "浦东新区", INFERRED),
        ("朝阳区", "朝阳区", OK),
        ("朝阳", "朝阳", OK),
        ("Queens", "Queens", OK),
        ("-", "", PLACEHOLDER),
    ],
)
def test_districts(text: str, value: str, status: int) -> None:
    cleaned = clean(Kind.DISTRICT, text)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (value, status)
