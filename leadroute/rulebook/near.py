"""The nearest right word: what the author probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 3
_LONGEST = 40
_LEAST = 60.0
_SURE = 80.0
_BESIDE = 15.0
_LEAST_SHORT = 39.0
_SHORT = 3

OTHER_WORDS: dict[str, str] = {
    "=": "eq",
    "==": "eq",
    "is": "eq",
    "equals": "eq",
    "等于": "eq",
    "!=": "ne",
    "<>": "ne",
    "is_not": "ne",
    "不等于": "ne",
    ">": "gt",
    "大于": "gt",
    "greater_than": "gt",
    ">=": "gte",
    "ge": "gte",
    "at_least": "gte",
    "大于等于": "gte",
    "不小于": "gte",
    "<": "lt",
    "小于": "lt",
    "less_than": "lt",
    "<=": "lte",
    "le": "lte",
    "at_most": "lte",
    "小于等于": "lte",
    "不大于": "lte",
    "包含": "contains",
    "include": "contains",
    "includes": "contains",
    "has": "contains",
    "regex": "matches",
    "正则": "matches",
    "匹配": "matches",
    "属于": "in",
    "不属于": "not_in",
    "开头": "starts_with",
    "startswith": "starts_with",
    "结尾": "ends_with",
    "endswith": "ends_with",
    "介于": "between",
    "range": "between",
    "为空": "empty",
    "is_empty": "empty",
    "blank": "empty",
    "不为空": "present",
    "exists": "present",
    "not_empty": "present",
    "if": "when",
    "条件": "when",
    "名称": "name",
    "且": "all",
    "and": "all",
    "或": "any",
    "or": "any",
    "then": "assign",
    "分配": "assign",
    "公海": "open_pool",
    "复核": "review",
    "拒绝": "reject",
    "规则": "rules",
    "组": "pools",
    "默认": "default",
    "评分": "score",
    "去重": "duplicates",
    "老客户": "customers",
    "字段": "fields",
    "轮流": "round_robin",
    "轮询": "round_robin",
    "rotate": "round_robin",
    "加权": "weighted",
    "最少": "least_loaded",
    "hash": "stable_hash",
    "dedupe": "duplicates",
    "valid_from": "from",
    "valid_to": "until",
    "to": "until",
}
"""Words of other tools and of speech → ours; offered only where ours is among the choices."""


def near(word: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of the choices that look like the word, best first; none when none is close."""
    # Late: only a rulebook with a mistake pays for it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - see above

    wanted = word.strip()[:_LONGEST].casefold()
    known = [choice for choice in dict.fromkeys(choices) if choice]
    meant = OTHER_WORDS.get(wanted)
    if meant in known and meant is not None:
        return (meant,)
    least = _LEAST_SHORT if len(wanted) <= _SHORT else _LEAST
    if not known:
        return ()
    hits = process.extract(wanted, [choice.casefold() for choice in known], scorer=fuzz.ratio, limit=_MOST + 1)
    best = hits[0][1] if hits else 0.0
    if len(hits) > _MOST and hits[_MOST][1] == best < _SURE:
        return ()  # equally far from everything
    # A far second is noise beside a close first.
    return tuple(known[at] for _, score, at in hits[:_MOST] if score >= max(least, best - _BESIDE))
