from __future__ import annotations

import pytest

from leadroute.intake.places.atlas import Level, atlas
from leadroute.intake.places.found import common
from leadroute.intake.places.reader import read_place


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("浙江省杭州市余杭区", "浙江 杭州 余杭区"),
        ("浙江-杭州", "浙江 杭州"),
        ("广东 深圳", "广东 深圳"),
        ("廣東省深圳市南山區", "广东 深圳 南山区"),
        ("华南-广东-深圳-南山", "广东 深圳 南山区"),
        ("北京市市辖区朝阳区", "北京 朝阳区"),
        ("北京朝阳", "北京 朝阳区"),
        ("南京鼓楼区", "江苏 南京 鼓楼区"),
        ("吉林省吉林市", "吉林"),
        ("江苏昆山", "江苏 苏州 昆山市"),
        ("河南省济源市", "河南 济源"),
        ("香港九龙城区", "香港 九龙城区"),
        ("臺北市大安區", "台湾 台北 大安区"),
        ("Hangzhou, Zhejiang, China", "浙江 杭州"),
        ("Guangdong Shenzhen", "广东 深圳"),
        ("Suzhou, Jiangsu", "江苏 苏州"),
    ],
)
def test_one_place_is_meant(text: str, whole: str) -> None:
    found = read_place(text)
    assert ([place.whole for place in found.places], found.whole, found.trusted) == ([whole], True, True)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("朝阳区", ["北京 朝阳区", "吉林 长春 朝阳区"]),
        ("Suzhou", ["江苏 苏州", "安徽 宿州"]),
        ("鼓楼区", ["江苏 南京 鼓楼区", "江苏 徐州 鼓楼区", "福建 福州 鼓楼区", "河南 开封 鼓楼区"]),
    ],
)
def test_several_places_are_all_named(text: str, places: list[str]) -> None:
    assert [place.whole for place in read_place(text).places] == places


@pytest.mark.parametrize(
    "text", ["", "华东", "中国", "Berlin", "Canton", "北海道", "上海路12号", "南京东路100号", "x" * 99]
)
def test_no_place_is_meant(text: str) -> None:
    assert not read_place(text)


@pytest.mark.parametrize(
    ("text", "trusted"),
    [
        ("浙江省杭州市余杭区文一西路969号", True),
        ("杭州余杭文一西路", True),
        ("广东省某某镇", True),
        ("长春花园小区", False),
    ],
)
def test_the_beginning_of_a_longer_text(text: str, trusted: bool) -> None:  # noqa: FBT001 - a column of the table
    found = read_place(text)
    assert (bool(found), found.whole, found.trusted) == (True, False, trusted)


def test_a_name_of_two_levels_means_the_one_asked_for() -> None:
    found = read_place("上海市")
    assert [place.level for place in found.meant(Level.PROVINCE)] == [Level.PROVINCE]
    assert [place.level for place in found.meant(Level.CITY)] == [Level.CITY]
    assert common(found.meant(Level.CITY), Level.PROVINCE) is common(found.meant(Level.PROVINCE), Level.PROVINCE)


def test_every_official_name_is_read_as_itself() -> None:
    for name, places in atlas().full.items():
        found = read_place(name)
        assert found.whole, name
        assert set(places) <= set(found.places), name
