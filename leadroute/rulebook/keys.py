"""The keys of every part of a rulebook, as data: what each takes, its default, what it means.

The readers refuse other keys, docs/rulebook.md is made from this table, and a JSON Schema can be.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from leadroute.model.fields import INFERABLE, Kind
from leadroute.model.rep import PERIODS
from leadroute.model.rulebook import (
    Conflict,
    Keep,
    Language,
    OnMissing,
    OwnerAway,
    Reenter,
    Scope,
    Strategy,
    WeightSource,
)


class Form(StrEnum):
    """What stands after a key."""

    TEXT = "text"
    TEXTS = "text or list of texts"
    FLAG = "true or false"
    NUMBER = "number"
    WHOLE = "whole number"
    SHARE = "share such as 5% or 0.05"
    DURATION = "duration such as 30d, 12h, 2w"
    DATE = "date or date and time"
    DAYS = "date, range of dates, or a list of them"
    HOURS = "hours such as 9:00-18:00, or a list of them"
    WEEKDAYS = "weekday or list of weekdays"
    CONDITION = "condition"
    ACTION = "action"
    FIELD = "field"
    FIELDS = "list of fields"
    POOL = "pool"
    POOLS = "pool or list of pools"
    MAPPING = "mapping"
    MAPPINGS = "list of mappings"
    DEMAND = "mapping of rep attributes"
    CHOICE = "one of"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, what it takes, its default in the words of a rulebook, and a line on what it means.

    ``choices`` lists the words a ``CHOICE`` accepts; ``choices`` of another form may be written as well.
    """

    name: str
    form: Form
    default: str
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    required: bool = False


def _caps(*periods: str) -> tuple[Key, ...]:
    words = {
        "open": ("手里最多同时有多少条", "leads held at a time"),
        "day": ("每天最多多少条", "leads per calendar day"),
        "week": ("每周（周一起）最多多少条", "leads per week from Monday"),
        "month": ("每月最多多少条", "leads per calendar month"),
    }
    return tuple(Key(period, Form.WHOLE, "no cap", *words[period]) for period in periods)


PARTS: MappingProxyType[str, tuple[Key, ...]] = MappingProxyType(
    {
        "rulebook": (
            Key("leadroute", Form.WHOLE, "", "规则手册的格式版本，写 1", "version of the format: 1", required=True),
            Key("name", Form.TEXT, "", "规则手册的名字", "name of the rulebook"),
            Key("language", Form.CHOICE, "zh", "表格和提示的语言", "language of sheets and messages", tuple(Language)),
            Key("timezone", Form.TEXT, "Asia/Shanghai", "时区（IANA 名称）", "time zone (IANA name)"),
            Key("fields", Form.MAPPING, "", "自己的字段，或更多表头叫法", "your own fields, or more header names"),
            Key("columns", Form.MAPPING, "", "单个表头是哪个字段", "which field a single header is"),
            Key("infer", Form.MAPPING, "", "空着的字段由什么推断", "what blank fields are inferred from"),
            Key("duplicates", Form.MAPPING, "", "怎样算同一条线索", "when two rows are the same lead"),
            Key("customers", Form.MAPPING, "", "老客户怎样处理", "what an existing customer's lead gets"),
            Key("score", Form.MAPPING, "", "打分与分级", "points and grades"),
            Key("lanes", Form.MAPPINGS, "", "优先通道，先写的先分", "leads that go first, in this order"),
            Key("fairness", Form.CHOICE, "global", "公平账的范围", "scope of the fairness account", tuple(Scope)),
            Key("alerts", Form.MAPPING, "", "什么时候提醒", "when the summary raises an alarm"),
            Key("leave", Form.MAPPING, "", "请假前后的缓冲", "buffers around leave"),
            Key("working_time", Form.MAPPING, "", "上班的日子和钟点", "the days and hours people work"),
            Key("ledger", Form.MAPPING, "", "台账记多久、公海线索怎样再分", "what the ledger remembers, and how long"),
            Key("pools", Form.MAPPING, "", "销售组", "pools of reps, by name"),
            Key(
                "rules",
                Form.MAPPINGS,
                "",
                "规则，从上到下，第一条符合的算数；也可以放在表格里",
                "rules, top down, the first match decides; or a table of them",
            ),
            Key("default", Form.ACTION, "", "没有规则符合时怎么办", "what happens when no rule matches", required=True),
            Key("output", Form.MAPPING, "", "销售表里的下拉选项和跟进期限", "dropdown and due time in reps' sheets"),
            Key("examples", Form.MAPPINGS, "", "例子：什么线索应当得到什么结果", "a lead and what should become of it"),
        ),
        "fields": (
            Key("aliases", Form.TEXTS, "", "表头还可能叫什么", "other names of the header"),
            Key("type", Form.CHOICE, "built-in type, else text", "内容的类型", "what the field holds", tuple(Kind)),
        ),
        "infer": (
            Key(
                "province",
                Form.FIELDS,
                "",
                "省份由什么推断，按顺序",
                "the province, from the first that knows",
                INFERABLE["province"],
            ),
            Key(
                "city",
                Form.FIELDS,
                "",
                "城市由什么推断，按顺序",
                "the city, from the first that knows",
                INFERABLE["city"],
            ),
            Key("country", Form.FIELDS, "", "国家由什么推断", "the country", INFERABLE["country"]),
            Key(
                "company",
                Form.FIELDS,
                "",
                "公司由什么推断（要有老客户文件）",
                "the company (needs a customers file)",
                INFERABLE["company"],
            ),
        ),
        "duplicates": (
            Key(
                "same_when",
                Form.FIELDS,
                "[[phone], [email], [company, contact]]",
                "任一行相同即为同一条；一行内须全部相同",
                "any line makes two rows one; within a line all must agree",
            ),
            Key("keep", Form.CHOICE, "earliest", "保留哪一条", "which row survives", tuple(Keep)),
            Key(
                "fill_blanks",
                Form.FLAG,
                "true",
                "空白或损坏处用其他行补上",
                "the survivor takes what it lacks or has damaged",
            ),
            Key(
                "one_rep_per_company", Form.FLAG, "true", "同一公司的人归同一销售", "people of one company get one rep"
            ),
            Key("review_above", Form.WHOLE, "20", "超过这么多行的重复组交人工", "larger groups go to review"),
            Key(
                "shared",
                Form.MAPPING,
                "",
                "公用号码：出现在多少家公司、多少人名下",
                "values shared by many link nothing",
            ),
        ),
        "shared": (
            Key("companies", Form.WHOLE, "3", "至少出现在这么多家公司", "seen with at least this many companies"),
            Key("names", Form.WHOLE, "3", "并且至少这么多个联系人", "and with at least this many names"),
        ),
        "customers": (
            Key(
                "match",
                Form.FIELDS,
                "[credit_code, email_domain, company, phone]",
                "按什么认出老客户，按顺序",
                "fields that find the customer, in order",
            ),
            Key("owner_away", Form.CHOICE, "deputy", "负责人不在时", "when the owner cannot take it", tuple(OwnerAway)),
            Key(
                "conflict",
                Form.CHOICE,
                "review",
                "同名客户有几个负责人时",
                "several owners for one name",
                tuple(Conflict),
            ),
            Key("charge", Form.FLAG, "false", "老客户的线索是否占用轮次", "whether the owner's own lead costs a turn"),
        ),
        "score": (
            Key("points", Form.MAPPINGS, "", "加分项", "points under conditions"),
            Key("limits", Form.MAPPING, "", "每个分组的分数上限", "largest sum of a group, by group"),
            Key("grades", Form.MAPPING, "", "等级及其最低分", "grades and their thresholds (at or above)"),
        ),
        "points": (
            Key("add", Form.NUMBER, "", "加多少分（可为负）", "points to add (may be negative)", required=True),
            Key("when", Form.CONDITION, "always", "条件", "condition"),
            Key("name", Form.TEXT, "", "加分项的名字", "name shown in explanations"),
            Key("group", Form.TEXT, "", "共用上限的分组", "group that shares a limit"),
        ),
        "lanes": (
            Key("name", Form.TEXT, "", "通道名称", "name of the lane", required=True),
            Key("when", Form.CONDITION, "always", "条件", "condition"),
            Key("exempt", Form.TEXTS, "[]", "不受哪些上限约束", "caps that do not bind these leads", PERIODS),
        ),
        "fairness": (
            Key(
                "scope", Form.CHOICE, "global", "公平账的范围", "one account for all, or per pool or rule", tuple(Scope)
            ),
            Key(
                "catch_up",
                Form.CHOICE,
                "none",
                "休假回来补多少",
                "what reps get back after being away",
                ("none", "full"),
            ),
        ),
        "catch_up": (Key("bank", Form.WHOLE, "", "最多存这么多条", "leads that may be banked", required=True),),
        "alerts": (
            Key("balance_ratio", Form.NUMBER, "2", "最多与最少（除以权重）之比", "alarm at this max/min of got/weight"),
            Key("default_rate", Form.SHARE, "5%", "落到默认去向的比例", "alarm at this share of default leads"),
        ),
        "ledger": (
            Key(
                "known_for",
                Form.DURATION,
                "365d",
                "同一条线索的决定管多久",
                "how long a decision holds for the same lead",
            ),
            Key(
                "open_for", Form.DURATION, "30d", "分出去的线索多久内算在手", "how long a lead given out counts as open"
            ),
            Key(
                "reenter",
                Form.CHOICE,
                "first",
                "公海里的线索再分时的先后",
                "leads of the open pool in later runs",
                tuple(Reenter),
            ),
        ),
        "leave": (
            Key("buffer_before", Form.DURATION, "0", "请假开始前多久停止分配", "no leads this long before leave"),
            Key("buffer_after", Form.DURATION, "0", "请假结束后多久恢复", "nor this long after it"),
        ),
        "working_time": (
            Key("days", Form.WEEKDAYS, "mon-fri", "每周哪几天上班", "days of the week that are worked"),
            Key("hours", Form.HOURS, "9:00-18:00", "每天几点到几点", "from when to when on such a day"),
            Key(
                "holidays",
                Form.TEXT,
                "none",
                "哪国的法定节假日放假（调休上班日上班）：CN",
                "country whose public holidays are free and moved working days worked: CN, DE-BY",
            ),
            Key("extra_work", Form.DAYS, "", "另外上班的日子", "further days that are worked"),
            Key("closed", Form.DAYS, "", "另外不上班的日子", "further days that are not"),
        ),
        "pools": (
            Key(
                "members",
                Form.CHOICE,
                "all",
                "组员：all、名单，或按名册条件",
                "all, a list, or a roster query",
                ("all",),
            ),
            Key("strategy", Form.CHOICE, "weighted", "分配方式", "which of the eligible takes a lead", tuple(Strategy)),
            Key(
                "weights",
                Form.CHOICE,
                "roster",
                "权重来自名册、转化率，或写明（3:1.5:1）",
                "from roster or conversion, or given (mapping, or 3:1.5:1)",
                (WeightSource.ROSTER, WeightSource.CONVERSION),
            ),
            Key("ramp", Form.MAPPING, "", "新人权重逐步增加", "a new hire's weight grows"),
            Key("caps", Form.MAPPING, "", "每人上限", "caps of each member through this pool"),
            Key("total", Form.MAPPING, "", "全组上限", "caps of the pool altogether"),
            Key(
                "when_full",
                Form.POOLS,
                "open_pool",
                "分不出去时依次去哪",
                "where leads go then, in order",
                ("open_pool",),
            ),
            Key("require", Form.DEMAND, "", "销售必须具备", "reps must have"),
            Key("prefer", Form.DEMAND, "", "销售最好具备", "reps should have"),
            Key(
                "others",
                Form.SHARE,
                "20%",
                "best_converter 留给其他人的份额",
                "share best_converter leaves for the rest",
            ),
            Key(
                "minimum", Form.WHOLE, "20", "跟进不足这么多条时不采信其转化率", "fewer worked leads: rate not believed"
            ),
            Key(
                "hash_by", Form.FIELD, "company", "stable_hash 按哪个字段", "field that fixes the rep under stable_hash"
            ),
        ),
        "caps": _caps(*PERIODS),
        "total": _caps("day", "week", "month"),
        "ramp": (
            Key("every", Form.DURATION, "", "每一级多长", "length of one step", required=True),
            Key("shares", Form.TEXTS, "", "每一级的权重比例", "share of the weight in each step", required=True),
        ),
        "rules": (
            Key("name", Form.TEXT, "", "规则名称，不能重复", "name, used once", required=True),
            Key("when", Form.CONDITION, "always", "条件", "condition"),
            Key(
                "on_missing",
                Form.CHOICE,
                "no_match",
                "要看的字段是空的时",
                "when a tested field is blank",
                tuple(OnMissing),
            ),
            Key("enabled", Form.FLAG, "true", "是否启用", "whether the rule is used"),
            Key("from", Form.DATE, "", "从什么时候起有效", "valid from"),
            Key("until", Form.DATE, "", "到什么时候为止（只写日期则含当天）", "valid until (a bare date is included)"),
            Key("weekdays", Form.WEEKDAYS, "every day", "只在星期几有效", "days on which the rule is used"),
            Key("max_age", Form.DURATION, "no limit", "太旧的线索进公海", "older leads go to the open pool"),
            Key("assign", Form.ACTION, "", "分给：组、某人、客户负责人", "to a pool, a rep, the customer's owner"),
            Key("review", Form.ACTION, "", "交人工复核", "hold for a person"),
            Key("open_pool", Form.ACTION, "", "放入公海", "leave it in the open pool"),
            Key("reject", Form.ACTION, "", "归档，不再联系", "archive it: nobody is to call"),
        ),
        "rule_table": (
            Key(
                "table",
                Form.TEXT,
                "",
                "规则手册旁边的 Excel 或 CSV",
                "workbook or CSV beside the rulebook",
                required=True,
            ),
            Key("sheet", Form.TEXT, "the one that fits", "哪个工作表", "its sheet"),
        ),
        "assign": (
            Key("pool", Form.POOL, "", "分给这个组", "a member of this pool", ("all",)),
            Key("require", Form.DEMAND, "", "销售必须具备（与 pool 同用）", "reps must have (with pool)"),
            Key("prefer", Form.DEMAND, "", "销售最好具备（与 pool 同用）", "reps should have (with pool)"),
            Key("rep", Form.TEXT, "", "分给这个人", "this rep, by id or name"),
            Key("owner", Form.CHOICE, "", "分给老客户的负责人", "the owner of the lead's customer", ("customer",)),
            Key("otherwise", Form.POOL, "open_pool", "那人接不了时去哪（与 rep、owner 同用）", "if that rep cannot"),
        ),
        "has": (Key("has", Form.FIELD, "", "线索的这个字段", "the lead's field", required=True),),
        "review": (
            Key("by", Form.TEXT, "", "由谁复核", "who reviews"),
            Key("suggest", Form.POOL, "", "建议给哪个组或谁", "pool or rep whose turn is reserved"),
        ),
        "default": (
            Key("assign", Form.ACTION, "", "分给", "assign to"),
            Key("review", Form.ACTION, "", "交人工复核", "hold for a person"),
            Key("open_pool", Form.ACTION, "", "放入公海", "leave it in the open pool"),
            Key("reject", Form.ACTION, "", "归档", "archive it"),
        ),
        "table": (
            Key("file", Form.TEXT, "", "规则手册旁边的 CSV 或 xlsx", "CSV or xlsx beside the rulebook", required=True),
            Key("column", Form.TEXT, "first column", "哪一列", "its column"),
        ),
        "output": (
            Key(
                "follow_up", Form.TEXTS, "five usual choices", "跟进状态的下拉选项", "choices of the follow-up dropdown"
            ),
            Key(
                "due",
                Form.DURATION,
                "24h; with working_time 1d",
                "多久内要首次联系；有 working_time 时按工作时间算",
                "when a first call is due; in working time if there is one",
            ),
        ),
        "examples": (
            Key("name", Form.TEXT, "", "例子的名字", "name of the example"),
            Key("lead", Form.MAPPING, "", "线索的字段", "fields of the lead", required=True),
            Key("expect", Form.MAPPING, "", "应当得到的结果", "what should become of it", required=True),
            Key("now", Form.DATE, "the moment of the test", "当作什么时候", "the moment it is tried at"),
            Key("away", Form.TEXTS, "[]", "这时谁不在岗", "reps who are away then"),
        ),
        "expect": (
            Key("rule", Form.TEXT, "", "哪条规则", "the rule that decides"),
            Key("pool", Form.POOL, "", "哪个组", "the pool", ("all", "open_pool")),
            Key("rep", Form.TEXTS, "", "哪个销售（几个之一）", "the rep, or one of several"),
            Key("outcome", Form.CHOICE, "", "什么结果", "the outcome", ("assigned", "pooled", "review", "archived")),
            Key("reason", Form.TEXT, "", "原因代码", "the reason code"),
            Key("grade", Form.TEXT, "", "等级", "the grade"),
            Key("score", Form.NUMBER, "", "得分", "the score"),
            Key("lane", Form.TEXT, "", "优先通道", "the lane"),
        ),
    }
)
"""Part → its keys. ``fields``, ``pools`` and ``limits`` stand under a name of your own."""
