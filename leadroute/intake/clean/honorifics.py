"""What is said before and after the names of people, in Chinese and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.tables.arrow import matching, patched, replaced

if TYPE_CHECKING:
    import pyarrow as pa

_TITLES = (
    "先生|女士|小姐|太太|夫人|同学|老师|老板|师傅|阿姨|叔叔|大哥|大姐|教授|博士|医生|大夫|护士|律师|会计|工程师|秘书|助理|"
    "(?:副?总|销售|采购|项目|产品|市场|技术|行政|人事|财务|客户|区域|大区)?(?:经理|总监|主管|主任|部长|专员)|副?总裁|"
    "副总|副?董事长|董事|副?(?:科|处|厅|局|所|站|厂|院|校|店|行|社|会|组|队)长|书记|老总"
)
_SHORT = "总|董|工|哥|姐|叔|姨|嫂|爷|局|处|科|院|老"
"""Titles of one character: they also end names, so they count only behind a surname."""

_COMPOUND = (
    "欧阳|太史|上官|端木|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|"
    "公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|南门|轩辕|尔朱|拓跋"
)
_BEFORE = r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herr|frau|monsieur|madame|mme)\.?\s+"
_AFTER = r"[\s,]+(?:ph\.?\s?d|m\.?d|jr|sr|esq|mba|cpa|dds|ii|iii|iv)\.?"

HONORED = "|".join(
    (
        rf"(?:{_TITLES}|总|[\pP\s])$",
        rf"^(?:\p{{Han}}|{_COMPOUND})(?:{_SHORT})$",
        r"^[小老阿]?\p{Han}$",
        f"^(?:{_BEFORE})",
        f"(?:{_AFTER})$",
    )
)
"""A pattern (RE2) of folded names that are more, or less, than a name."""

_WHOLE = 2
"""Characters of the shortest whole name."""

_CHINESE = re.compile("[\u3400-\u9fff]")
_NOTE = re.compile(r"\s*[(\[【].*?[)\]】]")
_GAP = re.compile(r"[\s·•]+")
_TITLE = re.compile(rf"(?:{_TITLES})+$")
_SURNAME = re.compile(rf".|{_COMPOUND}")
_CALLED = re.compile(rf"(?:.|{_COMPOUND})(?:{_SHORT})|[小老阿].")
_BOSS = re.compile("(..+)总")
_LATIN = re.compile(rf"^(?:{_BEFORE})+|(?:{_AFTER})+$")
_LAST_FIRST = re.compile(r"^([^,]+),\s*([^,]+)$")


def without_title(folded: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Folded Chinese names with titles behind them: which, and the names; not where more is to be looked at."""
    titled = matching(folded, rf"^[\x{{4e00}}-\x{{9fff}}]+(?:{_TITLES})$")
    names = replaced(folded.filter(titled), rf"(?:{_TITLES})+$", "")
    plain = pc.and_(matching(names, r"^\p{Han}{2,4}$"), pc.invert(matching(names, rf"{HONORED}|^(?:{_COMPOUND})$")))
    return patched(titled, titled, plain), names.filter(plain)


def name_alone(folded: str) -> str:
    """A folded name without what is said around it, ``""`` if nothing but a surname or a title is left."""
    noted = _NOTE.sub("", folded).strip() or folded
    return _chinese(_GAP.sub("", noted)) if _CHINESE.search(noted) else _latin(noted)


def _chinese(name: str) -> str:
    bare = _TITLE.sub("", name)
    if boss := _BOSS.fullmatch(bare):
        bare = boss[1]
    surname = len(bare) < _WHOLE or (bare != name and _SURNAME.fullmatch(bare))
    return "" if surname or _CALLED.fullmatch(bare) else bare


def _latin(name: str) -> str:
    bare = _LATIN.sub("", name)
    if turned := _LAST_FIRST.match(bare):
        bare = f"{turned[2]} {turned[1]}"
    alone = bare != name and " " not in bare
    return "" if alone and not turned else _GAP.sub(" ", bare.replace(".", " ")).strip()
