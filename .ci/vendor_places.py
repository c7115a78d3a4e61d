"""Write leadroute/intake/places/china.py from open data: ``python .ci/vendor_places.py FOLDER``.

FOLDER holds provinces.csv, cities.csv, areas.csv and HK-MO-TW.json of Administrative-divisions-of-China (WTFPL). Needed
beside it, for this script only: ``pip install pypinyin opencc-python-reimplemented`` (Latin spellings, traditional
characters). What is written stands in the repository; see leadroute/intake/places/NOTICE.md.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from itertools import chain
from pathlib import Path

import opencc
from pypinyin import lazy_pinyin

HERE = Path(__file__).parent.parent / "leadroute" / "intake" / "places"
NO_CITY = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
MUNICIPAL = {"市辖区", "县"}
PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|"
    "佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|"
    "普米族|塔吉克族|怒族|鄂温克族|保安族|裕固族|独龙族|各族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|回"
)
AUTONOMOUS = re.compile(rf"(?:(?:{PEOPLES})+|(?<=鄂伦春))自治(?P<kind>[州县旗])$")
PROVINCES = {"海南", "河南"}  # a prefecture and a county have these names, too
PINYIN = {"长治": "changzhi", "朝阳": "chaoyang", "漯河": "luohe", "昌都": "changdu", "吕梁": "lvliang luliang"}
WESTERN = {
    "哈尔滨": "harbin", "齐齐哈尔": "qiqihar", "拉萨": "lhasa", "呼和浩特": "hohhot",
    "乌鲁木齐": "urumqi", "鄂尔多斯": "ordos", "呼伦贝尔": "hulunbuir", "日喀则": "shigatse", "喀什": "kashgar",
    "克拉玛依": "karamay", "吐鲁番": "turpan", "厦门": "amoy", "乌兰察布": "ulanqab", "香港": "hongkong",
    "澳门": "macau macao", "台北": "taipei", "新北": "newtaipei", "台中": "taichung", "台南": "tainan",
    "高雄": "kaohsiung", "基隆": "keelung", "新竹": "hsinchu", "桃园": "taoyuan",
}  # fmt: skip
ABBREVIATED = {"博尔塔拉": "博州", "巴音郭楞": "巴州", "克孜勒苏": "克州"}
NOT_ONLY = {"ali", "aba", "jian", "luan", "hainan"}  # towns elsewhere, common words, a province


def entry(name: str) -> str:
    """A place with the short name that cannot be had by dropping its last character: ``延边朝鲜族自治州|延边``."""
    if found := AUTONOMOUS.search(name):
        core = name[: found.start()] or re.sub("族?自治.$", "", name)
        short = [] if core in PROVINCES else [core]
        return "|".join([name, *short, core + found["kind"], *([ABBREVIATED[core]] if core in ABBREVIATED else [])])
    return f"{name}|{name.removesuffix('地区')}" if name.endswith("地区") else name


def spellings(name: str) -> str:
    """How Latin letters write a city."""
    core = re.sub(r"(?:市|盟|地区|县|特别行政区)$", "", AUTONOMOUS.sub("", name))
    found = [*PINYIN.get(core, "".join(lazy_pinyin(core))).split(), *WESTERN.get(core, "").split()]
    return " ".join(dict.fromkeys(word for word in found if word not in NOT_ONLY))


def mainland(folder: Path) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Provinces, their cities, their districts; a city that is its own and only district has none."""

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader((folder / name).read_text(encoding="utf-8-sig").splitlines()))

    areas = rows("areas.csv")
    found = []
    for province in rows("provinces.csv"):
        cities: dict[str, list[str]] = {}
        for city in (one for one in rows("cities.csv") if one["provinceCode"] == province["code"]):
            own = [area["name"] for area in areas if area["cityCode"] == city["code"]]
            if city["name"] in MUNICIPAL:
                cities.setdefault(province["name"], []).extend(own)
            elif city["name"] in NO_CITY:
                cities |= {name: [] for name in own}
            else:
                cities[city["name"]] = [name for name in own if name != city["name"]]
        found.append((province["name"], list(cities.items())))
    return found


def islands(folder: Path) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Hong Kong and Macau are one city each; Taiwan has its counties. Remarks in brackets are no part of a name."""
    found = []
    for province, cities in json.loads(
        re.sub("（.*?）", "", (folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    ).items():
        one = "特别行政区" in province
        parts = [(province.removesuffix("特别行政区"), list(chain(*cities.values())))] if one else list(cities.items())
        found.append((province, parts))
    return found


def area_lines(places: list[tuple[str, list[tuple[str, list[str]]]]]) -> list[str]:
    """The text of ``china.AREAS``."""
    lines = []
    for province, cities in places:
        lines.append(f"# {province}")
        lines += [f"{entry(city)} {spellings(city)}: {' '.join(map(entry, own))}".strip() for city, own in cities]
    return lines


def traditional(names: str) -> tuple[str, str]:
    """Traditional characters of the names, and the simplified ones they stand for; those that are both are left out."""
    table = Path(opencc.__file__).parent / "dictionary" / "STCharacters.txt"
    known = dict(line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    used = sorted(set(names))
    pairs = {old: new for new in used for old in known.get(new, "").split() if len(old) == 1 and old not in names}
    return "".join(pairs), "".join(pairs.values())


def write(folder: Path) -> None:
    """Write the module."""
    places = [*mainland(folder), *islands(folder)]
    lines = area_lines(places)
    old, new = traditional(re.sub(r"[\x00-\x7f]", "", "".join(lines)))
    text = f"""{chr(34) * 3}The provinces, cities and districts of China, and characters of their names in two scripts.

Written by .ci/vendor_places.py, not by hand; the sources and their licences are in NOTICE.md.
{chr(34) * 3}

AREAS = {chr(34) * 3}
{chr(10).join(lines)}
{chr(34) * 3}  # noqa: E501 - a city a line
{chr(34) * 3}``# province``, then its cities: ``name|other names, spellings: districts``.{chr(34) * 3}

TRADITIONAL = "{old}"  # noqa: E501 - a letter a character
SIMPLIFIED = "{new}"  # noqa: E501 - as above
{chr(34) * 3}Characters of these names as Taiwan and Hong Kong write them; ours in the same order.{chr(34) * 3}
"""
    (HERE / "china.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
