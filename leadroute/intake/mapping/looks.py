"""What the values of a column look like: for each field that shows in its values, how to tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import CLEANERS
from leadroute.intake.clean.cleaned import bare
from leadroute.intake.clean.country import COUNTRIES
from leadroute.model.fields import Kind
from leadroute.tables.arrow import matching, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import OK

if TYPE_CHECKING:
    from collections.abc import Callable

_MOBILE = r"^\+861[3-9]\d{9}$"
_DIALLED = r"^\s*[+(（]|\d[\s\-()（）]+\d"
_WEB = (
    r"(?i)^\s*(?:https?://|www\.)\S+$"
    r"|^\s*[a-z0-9][a-z0-9.-]*\.(?:com|cn|net|org|io|co|ai|tech|top|vip|gov|edu)(?:\.[a-z]{2})?/?\s*$"
)
_FIRM = (
    r"(?:公司|集团|厂|商行|经营部|事务所|工作室|合作社|医院|学校|大学|研究院|银行)(?:\s*[(（][^()（）]*[)）])?\s*$"
    r"|(?i)[\s,.](?:inc|ltd|limited|llc|llp|corp|corporation|gmbh|plc|pty|co)\.?\s*$"
)
_PROVINCE = (
    r"^\s*(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川"
    r"|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?\s*$"
)
_CITY = r"^\s*\p{Han}{2,6}市\s*$"
_ADDRESS = r"\p{Han}.*(?:路|街|道|巷|弄|大厦|广场|园区|工业园|[0-9一二三四五六七八九十]号)"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_PERSON = (
    rf"^\s*(?:欧阳|上官|司马|诸葛|司徒|慕容|夏侯|皇甫|尉迟|令狐|[{_SURNAMES}])"
    r"(?:\p{Han}{1,2}|\s*(?:先生|女士|小姐|老师|经理|总监|主任|厂长|老板|店长))\s*$"
)
_DAY = r"^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
_OTHER_DAY = (
    r"下次|最后|最近|更新|修改|生日|出生|截止|到期|过期|成立|分配|跟进|成交|关闭|预计"
    r"|next|last|updat|modif|birth|due|clos|end|expir|expect|found"
)
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How the values of a field look.

    ``like`` tells which of some texts do; a column is taken for the field when the share of them reaches ``least``.
    Headers that match ``unlike`` (a pattern) are of another field, whatever their values look like.
    """

    field: str
    like: Callable[[pa.Array], pa.Array]
    least: float = 0.8
    unlike: str = ""


def usable(kind: Kind, texts: pa.Array) -> pa.Array:
    """Which texts the cleaner of a kind takes as they are."""
    clean = CLEANERS[kind](texts)
    return pc.and_(pc.not_equal(clean.values, ""), pa.array(clean.status == OK))


def _mobiles(texts: pa.Array) -> pa.Array:
    return matching(CLEANERS[Kind.PHONE](texts).values, _MOBILE)


def _numbers_to_dial(texts: pa.Array) -> pa.Array:
    """Numbers that can be called, written as such: digits alone may be anything."""
    return pc.and_(usable(Kind.PHONE, texts), matching(texts, _DIALLED))


def _countries(texts: pa.Array) -> pa.Array:
    """Names of countries; two letters may mean anything."""
    folded = fold_array(bare(texts))
    names = [name for name in COUNTRIES if len(name) >= _SHORTEST_NAME or not name.isascii()]
    return pc.is_in(folded, value_set=strings(names))


def _shaped(pattern: str) -> Callable[[pa.Array], pa.Array]:
    return partial(matching, pattern=pattern)


LOOKS: tuple[Look, ...] = (
    Look("phone", _mobiles),
    Look("email", partial(usable, Kind.EMAIL)),
    Look("credit_code", partial(usable, Kind.CREDIT_CODE)),
    Look("website", _shaped(_WEB)),
    Look("created_at", _shaped(_DAY), unlike=_OTHER_DAY),
    Look("tel", _numbers_to_dial),
    Look("company", _shaped(_FIRM), least=0.6),
    Look("province", _shaped(_PROVINCE)),
    Look("city", _shaped(_CITY)),
    Look("country", _countries),
    Look("contact", _shaped(_PERSON)),
    Look("address", _shaped(_ADDRESS), least=0.6),
)
"""Surest first: the first that fits is taken."""
