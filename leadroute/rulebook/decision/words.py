"""The words of decision tables, zh and en: what heads a column, and what stands in a cell besides values."""

from __future__ import annotations

import re
from enum import StrEnum

from leadroute.model.fold import fold
from leadroute.model.operators import OPERATORS
from leadroute.rulebook.near import OTHER_WORDS


class Role(StrEnum):
    """What a column is besides a condition; the values are the keys of a rule in YAML, where there is one."""

    NAME = "name"
    TARGET = "target"
    REP = "rep"
    OTHERWISE = "otherwise"
    REVIEW = "review"
    SUGGEST = "suggest"
    OPEN_POOL = "open_pool"
    REJECT = "reject"
    ENABLED = "enabled"
    FROM = "from"
    UNTIL = "until"
    WEEKDAYS = "weekdays"
    ON_MISSING = "on_missing"
    MAX_AGE = "max_age"
    IGNORED = "ignored"


TARGETS = (Role.TARGET, Role.REP, Role.REVIEW, Role.OPEN_POOL, Role.REJECT)
"""Columns that say what a rule does."""

_HEADERS: dict[Role, str] = {
    Role.NAME: "规则|规则名|规则名称|名称|rule|rule name|name",
    Role.TARGET: "分配|动作|分配给|分配到|分给|派给|去向|处理|处理方式|组|销售组|小组|团队|"
    "assign|action|assign to|pool|team|group|target|route to|destination|then",
    Role.REP: "销售|指定销售|指定给|rep|sales rep|person",
    Role.OTHERWISE: "否则|接不了时|备选|otherwise|else|fallback",
    Role.REVIEW: "复核|复核人|人工复核|review|reviewer|review by",
    Role.SUGGEST: "建议|建议给|suggest|suggested",
    Role.OPEN_POOL: "公海|放入公海|open pool|open_pool",
    Role.REJECT: "拒绝|归档|不再联系|reject|archive",
    Role.ENABLED: "启用|是否启用|有效|enabled|active|on",
    Role.FROM: "从|开始|开始日期|生效|生效日期|起|from|valid from|start|start date",
    Role.UNTIL: "到|至|截止|截止日期|结束|结束日期|失效|失效日期|until|to|valid to|valid until|end|end date",
    Role.WEEKDAYS: "星期|周几|星期几|weekdays|weekday",
    Role.ON_MISSING: "空值|缺失时|为空时|on missing|on_missing|if missing",
    Role.MAX_AGE: "最长时间|时效|有效期|max age|max_age",
    Role.IGNORED: "备注|说明|序号|编号|comment|comments|note|notes|remark|remarks|description|no|no.|#",
}
_OPERATORS: dict[str, str] = {
    "gte": ">=|≥|≧|=>|至少|不低于|不少于|大于或等于|下限|最低|最小|min|minimum|from|从|起|不早于",
    "gt": ">|超过|高于|多于|晚于|more than|over|above|after",
    "lte": "<=|≤|≦|=<|至多|最多|不超过|不高于|小于或等于|上限|最高|最大|max|maximum|up to|to|until|到|至|止|不晚于",
    "lt": "<|低于|少于|早于|fewer than|under|below|before",
    "eq": "=|等于|是|equal|equals|equal to",
    "ne": "≠|不是|非|not|is not|not equal|not equal to",
    "in": "任一|之一|in|one of|any of",
    "not_in": "都不是|none of|not in|不在",
    "between": "区间|范围|之间|between",
    "contains": "含|含有|包括|containing",
    "starts_with": "开头是|以…开头|begins with|starts with|starting with",
    "ends_with": "结尾是|以…结尾|ends with|ending with",
    "empty": "空|空白|是空|is empty|is blank",
    "present": "有值|非空|不空|is present|has value|not blank|not empty",
    "older_than": "距今超过|older than",
    "newer_than": "距今不超过|newer than|within",
    "in_table": "名单|在名单|在表|in table|in list",
    "in_rep": "属于销售的|in rep",
    "domain_in": "域名|域名属于|domain in",
}
_DENIED = "不包含|不含|不含有|不包括|not contains|does not contain|excludes|not containing"

_MARKS = re.compile(r"[\s_*＊·:：-]+")
_HINTS = re.compile(r"[(（\[【].*?[)）\]】]")
_WIDE = str.maketrans("！＞＜＝～；，：＂＋", '!><=~;,:"+')


def bare(text: str) -> str:
    """A word of a header as it is compared: without blanks, stars, colons, ``_`` and ``-``."""
    return _MARKS.sub("", fold(text))


def without_hints(text: str) -> str:
    """A header without what stands in brackets."""
    return _HINTS.sub("", text)


def narrow(text: str) -> str:
    """The same text with full-width signs as ordinary ones, none of them moved."""
    return text.translate(_WIDE)


ROLES: dict[str, Role] = {bare(word): role for role, words in _HEADERS.items() for word in words.split("|")}
"""The role of a column by its header."""

SIGNS: dict[str, tuple[str, bool]] = {
    **{bare(word): (word, False) for word in OPERATORS},
    **{bare(word): (name, False) for word, name in OTHER_WORDS.items() if name in OPERATORS},
    **{bare(word): (name, False) for name, words in _OPERATORS.items() for word in words.split("|")},
    **{bare(word): ("contains", True) for word in _DENIED.split("|")},
}
"""The operator a word in a header means, and whether it is denied."""

OFFERED_ROLES = tuple(word for words in _HEADERS.values() for word in (words.split("|")[0], words.split("|")[-1]))
"""What is offered to an author who misspells a header, besides the fields."""

OFFERED_SIGNS = (
    *(">=", "<=", ">", "<", "包含", "不含", "介于", "开头是", "contains", "between"),
    *(word for words in (*_OPERATORS.values(), _DENIED) for word in words.split("|") if len(word) > 1),
    *(word for word, name in OTHER_WORDS.items() if name in OPERATORS and len(word) > len(">=")),
)
"""What is offered for a word in a header that is no operator."""

ANYTHING = frozenset({"*", "-", "—", "–", "——", "/", "不限", "任意", "全部", "any", "all"})
"""Cells that say: no condition."""

NOTHING = frozenset({"空", "空白", "为空", "(空)", "（空）", "empty", "blank", "(empty)", "(blank)"})
SOMETHING = frozenset({"有值", "非空", "不为空", "不空", "有", "present", "not empty", "not blank", "filled"})
"""Cells that ask whether a value is there at all."""

YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "true", "1", "启用", "on"})
NO = frozenset({"否", "n", "no", "false", "0", "停用", "off", "不启用"})
CROSS = frozenset({"x", "×", "✗", "✘"})
"""To some a cross says yes, to others no."""

MISSING = {"不匹配": "no_match", "不符合": "no_match", "匹配": "match", "符合": "match", "复核": "review"}
"""What a blank counts as, in Chinese."""

DEMANDS = {"要求": "require", "必须具备": "require", "require": "require", "requires": "require"} | {
    "优先": "prefer",
    "最好具备": "prefer",
    "prefer": "prefer",
    "prefers": "prefer",
}
"""What a header may begin with that asks something of the rep; the rest of it is what reps have."""

EVERYBODY = frozenset({"所有人", "全部", "全员", "全体", "everyone", "everybody"})
VERBS: dict[str, Role] = {
    **dict.fromkeys(("分配", "分配给", "分给", "assign", "assign to"), Role.TARGET),
    **dict.fromkeys(("销售", "指定销售", "rep"), Role.REP),
    **dict.fromkeys(("客户负责人", "老客户负责人", "owner", "customer owner"), Role.OTHERWISE),
    **dict.fromkeys(("复核", "人工复核", "review"), Role.REVIEW),
    **dict.fromkeys(("公海", "放入公海", "进公海", "open pool", "open_pool"), Role.OPEN_POOL),
    **dict.fromkeys(("拒绝", "归档", "不再联系", "reject", "archive"), Role.REJECT),
}
"""What a cell may begin with that says where leads go; ``OTHERWISE`` stands for the owner of the customer."""
