"""Provinces of China by every usual spelling → short name; states of the USA → code; other regions stay as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_words
from leadroute.intake.clean.us_states import US_STATES

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned

PROVINCES: dict[str, str] = {
    "北京": "京 beijing peking bj", "天津": "津 tianjin tj", "河北": "冀 hebei", "山西": "晋 shanxi",
    "内蒙古": "蒙 内蒙 內蒙古 neimenggu neimongol innermongolia nm", "辽宁": "辽 遼寧 liaoning", "吉林": "吉 jilin",
    "黑龙江": "黑 黑龍江 heilongjiang", "上海": "沪 滬 shanghai sh", "江苏": "苏 江蘇 jiangsu js",
    "浙江": "浙 zhejiang zj",
    "安徽": "皖 anhui", "福建": "闽 fujian fj", "江西": "赣 jiangxi jx", "山东": "鲁 山東 shandong", "河南": "豫 henan",
    "湖北": "鄂 hubei", "湖南": "湘 hunan", "广东": "粤 廣東 guangdong canton gd", "广西": "桂 廣西 guangxi gx",
    "海南": "琼 hainan", "重庆": "渝 重慶 chongqing chungking cq", "四川": "川 蜀 sichuan szechuan",
    "贵州": "贵 黔 貴州 guizhou gz", "云南": "云 滇 雲南 yunnan yn", "西藏": "藏 xizang tibet xz",
    "陕西": "陕 秦 陝西 shaanxi", "甘肃": "甘 陇 甘肅 gansu gs", "青海": "青 qinghai qh", "宁夏": "宁 寧夏 ningxia nx",
    "新疆": "新 xinjiang sinkiang xj", "台湾": "台 臺灣 台灣 臺湾 taiwan", "香港": "港 hongkong hk xianggang",
    "澳门": "澳 澳門 macau macao aomen",
}  # fmt: skip
"""Short name → other names (folded, without blanks and without 省, 市, 自治区 …)."""

_WORDS = {word: short for short, more in PROVINCES.items() for word in (short, *more.split())}
_KIND = re.compile(
    r"(?:(?:回族|壮族|壯族|维吾尔|維吾爾|维吾尔族)?(?:自治区|自治區)|特别行政区|特別行政區|省|市"
    r"|(?:\s(?:province|sheng|shi|city|municipality|(?:hui |zhuang |uygur |uyghur )?autonomous region|sar)))$"
)
_COUNTRY = re.compile(
    r"^(?:中国|中國|中华人民共和国|china[\s,/-]+|cn[\s,/-]+)[\s,/·-]*|[\s,]+(?:china|prc|p\.r\. ?china)$"
)
_LONG = re.compile(
    "^("
    + "|".join(word for word in sorted(_WORDS, key=len, reverse=True) if len(word) > 1 and not word.isascii())
    + ")"
)
_NOT_THERE = re.compile("^(?:海南(?:藏|州)|吉林路|河北区|河北區|河南(?:蒙|县))")  # places of another province


def clean(texts: pa.Array) -> Cleaned:
    """Name provinces as people say them (``上海市``, ``沪``, ``Shanghai`` → ``上海``)."""
    return by_words(texts, _known, _guessed)


def _known(folded: str) -> str:
    """The canonical name of a folded word, or ``""``."""
    inner = _KIND.sub("", _COUNTRY.sub("", folded))
    return _WORDS.get(inner.replace(" ", "").replace("'", ""), "") or US_STATES.get(folded, "")


def _guessed(folded: str) -> str:
    """The province at the start of a longer text (``广东省深圳市``)."""
    inner = _COUNTRY.sub("", folded)
    found = _LONG.match(inner)
    return _WORDS[found[1]] if found and not _NOT_THERE.match(inner) else ""
