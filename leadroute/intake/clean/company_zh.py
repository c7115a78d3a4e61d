"""Chinese company names: place | core | legal form | branch, and what is left of them as a key.

Names come folded and in simplified characters. The key holds place, core and branch: companies of one core in two
cities, and a branch and its head office, are not the same. A place counts the same wherever it stands:
``杭州市某某``, ``某某（杭州）`` and ``杭州某某`` are one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean.area_codes import CITIES
from leadroute.intake.clean.simplified_table import PAIRS
from leadroute.intake.clean.simplify import simplified
from leadroute.tables.arrow import matching, patched, replaced, strings

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

_FIRST, _LAST = 0x4E00, 0x9FFF  # the common block of Chinese characters
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾"
)
_CITIES = "|".join(sorted(CITIES, key=len, reverse=True))
_LIMITED = "有限公司"
_FORM = "(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司)|集团(?:公司)?|公司"
_PARTNERS = "(?:合伙企业)?(?:有限合伙|普通合伙|特殊普通合伙)|合伙企业"
_BRANCH = "分公司|子公司|分厂|分店|分行|支行|营业部|办事处|事业部|代表处|分部|分中心|分社|分院|分所"
_NOTE = "重复|新|旧|老客户|新客户|已成交|意向客户|作废|停用|注销|已注销"
_HAN = re.compile("[\u3400-\u9fff]")
_MARKS = r"[\s《》“”\"'·•,.。、:;!?]+"

_TIDY = (
    (_MARKS, ""),
    (r"[\[【〔{「『]", "("),
    (r"[\]】〕}」』]", ")"),
    (rf"(?:\((?:{_NOTE})\)|[-—_]+(?:{_NOTE}))$", ""),
    (rf"^(.+)\(({_CITIES}|{_PROVINCES})[省市]?\)(.*)$", r"\2\1\3"),
    (r"[()]+", ""),
)
_PLACES = (
    (rf"^({_PROVINCES})(?:省|(?:壮族|回族|维吾尔)?自治区|特别行政区)(..)", r"\1\2"),
    (rf"^({_CITIES})市([^政场民区容郊井立属内外北南中])", r"\1\2"),
    (rf"^(?:{_PROVINCES})({_CITIES})市?(..)", r"\1\2"),
)
"""What is changed in a name, in this order; for RE2 and for Python."""
_WRAPPED = (r"^\(([^()]{5,})\)$", r"\1")  # done in advance: the steps above do the same at more cost

_ENDED = rf"(?:集团|股份|公司|合伙|合伙企业|{_BRANCH})$"
_AT_END = rf"(?:{_FORM}|{_PARTNERS})$"
_BEFORE_BRANCH = rf"(?:{_FORM})(.{{0,24}}(?:{_BRANCH}))$"


@dataclass(frozen=True, slots=True)
class CompanyParts:
    """A company name taken apart: place and branch as they count in the key, the legal form as it stands there."""

    place: str
    core: str
    form: str
    branch: str


def keys_of_plain(names: pa.Array) -> pa.Array:
    """The keys of names that ``plain_names`` matches (of others the result means nothing).

    They hold nothing but a legal form to take out, and in most it is 有限公司 at the end, which needs no pattern.
    """
    limited = pc.ends_with(names, _LIMITED)
    short = pc.if_else(limited, pc.utf8_slice_codeunits(names, 0, -len(_LIMITED)), names)
    more = pc.or_(matching(short, _ENDED), pc.equal(short, ""))
    return patched(short, more, _without_form(names.filter(more)))


def keys_of_any(folded: pa.Array) -> pa.Array:
    """The keys of folded Chinese names."""
    names = _changed(simplified(folded), (*_TIDY[:1], _WRAPPED))
    more = pc.invert(matching(names, plain_names()))  # in plain ones there is nothing left for any step but the last
    names = patched(names, more, _changed(names.filter(more), _TIDY[1:] + _PLACES[:-1]))
    return _without_form(_changed(names, _PLACES[-1:]))


def _changed(names: pa.Array, steps: Sequence[tuple[str, str]]) -> pa.Array:
    for pattern, by in steps:
        names = replaced(names, pattern, by)
    return names


def _without_form(names: pa.Array) -> pa.Array:
    """The names without legal form; one that is nothing else stays."""
    branch = matching(names, rf"(?:{_BRANCH}|总公司)$")
    keys = patched(replaced(names, _AT_END, ""), branch, replaced(names.filter(branch), _BEFORE_BRANCH, r"\1"))
    return pc.if_else(pc.equal(keys, ""), names, keys)


@cache
def plain_names() -> str:
    """A pattern (RE2) of names of nothing but simplified Chinese characters, none of which goes with a place."""
    return f"^[{_all_but('省市区' + ''.join(PAIRS.split())[::2])}]+$"


def chinese(folded: str) -> bool:
    """Does a name hold Chinese characters?"""
    return _HAN.search(folded) is not None


def parts(folded: str) -> CompanyParts:
    """Take a folded Chinese name apart (``杭州市某某科技(集团)有限公司`` → 杭州 | 某某科技 | 集团有限公司 | ).

    Place, core and branch together are the key.
    """
    name = simplified(strings([folded]))[0].as_py()
    for pattern, by in _TIDY + _PLACES:
        name = re.sub(pattern, by, name)
    key = _without_form(strings([name]))[0].as_py()
    branch = next((key[at:] for at in range(len(key)) if name.endswith(key[at:]) and key != name), "")
    head = key.removesuffix(branch)
    place = re.match(f"(?:{_CITIES}|{_PROVINCES})(?=..)", head)
    start = place[0] if place else ""
    return CompanyParts(start, head.removeprefix(start), name[len(head) : len(name) - len(branch)], branch)


def _all_but(left_out: str) -> str:
    """The common Chinese characters but some, as ranges for a character class."""
    ends = sorted({*map(ord, left_out), _FIRST - 1, _LAST + 1})
    return "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise(ends) if high - low > 1)
