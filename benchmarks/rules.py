"""The benchmark's fifty rules, twenty pools and two hundred reps, said once and written twice.

Once as leadroute's YAML, once as the plain Python a user would write by hand, so that both sides decide the same.
A test is ``(field, operator, operand)``; a rule is a list of tests that must all hold, one of which may be a list of
tests of which any must hold.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

Test = tuple[str, str, object]

TEAMS = ("华东一", "华东二", "华南一", "华南二", "华北一", "华北二", "西部", "中部", "大客户", "海外")
LEVELS = ("高级", "中级", "新人")
REGIONS = (
    ("上海", "江苏"), ("浙江",), ("安徽", "江西"), ("广东",), ("福建", "海南"), ("广西", "云南"),
    ("北京", "天津"), ("河北", "山西"), ("山东", "河南"), ("湖北", "湖南"), ("四川", "重庆"),
    ("陕西", "甘肃"), ("辽宁", "吉林", "黑龙江"),
)  # fmt: skip
HEADERS = {
    "lead_id": "线索编号", "created_at": "创建时间", "company": "公司名称", "contact": "联系人", "title": "职位",
    "phone": "手机号", "email": "邮箱", "country": "国家", "province": "省份", "city": "城市", "industry": "行业",
    "employees": "员工人数", "product": "意向产品", "source": "线索来源", "budget": "预算", "message": "备注",
    "page": "落地页",
}  # fmt: skip
"""The seventeen columns of the leads; ``page`` is one no tool knows."""

LAST_RESORT = "老手"
OLD = "2026-09-10"
STRATEGIES = ("weighted", "round_robin", "weighted", "least_loaded")

_PYTHON = {
    "eq": "{cell} == {operand}",
    "ne": "{cell} != {operand}",
    "in": "{cell} in {operand}",
    "not_in": "{cell} and {cell} not in {operand}",
    "contains": "any(word in {cell} for word in {operand})",
    "starts_with": "{cell}.startswith(tuple({operand}))",
    "ends_with": "{cell}.endswith(tuple({operand}))",
    "matches": "re.search({operand}, {cell})",
    "gt": "{number} > {operand}",
    "gte": "{number} >= {operand}",
    "lt": "{cell} and {cell} < {operand}",
    "between": "{operand}[0] <= {number} <= {operand}[1]",
    "empty": "not {cell}",
    "present": "{cell}",
}


@dataclass(frozen=True)
class Pool:
    """The reps of these teams or, if none is named, of these levels."""

    name: str
    teams: tuple[str, ...]
    levels: tuple[str, ...]
    strategy: str


@dataclass(frozen=True)
class Rule:
    """All of ``tests`` hold, and any of ``either`` if there are some; ``pool`` takes the lead ("" rejects it)."""

    name: str
    tests: tuple[Test, ...]
    either: tuple[Test, ...]
    pool: str


def pools() -> list[Pool]:
    """Twenty pools that overlap: ten teams, six pairs of teams, three levels, everybody but the newcomers."""
    single = [Pool(f"组{at:02}", (team,), (), STRATEGIES[at % 4]) for at, team in enumerate(TEAMS)]
    pairs = [Pool(f"联合{at}", (TEAMS[at], TEAMS[at + 3]), (), STRATEGIES[at % 4]) for at in range(6)]
    levels = [Pool(f"级别{at}", (), (level,), STRATEGIES[at]) for at, level in enumerate(LEVELS)]
    return [*single, *pairs, *levels, Pool(LAST_RESORT, (), LEVELS[:2], "weighted")]


def rules() -> list[Rule]:
    """Fifty rules of mixed operators; the last one matches everything that has a phone, a mailbox or a company."""
    first = [
        _rule("测试数据", [("message", "contains", ["测试", "do not call"])], pool=""),
        _rule("退订", [("message", "matches", r"退订|unsubscribe\b")], pool=""),
        _rule("超大单", [("budget", "gte", 4_800_000)], [("title", "contains", ["总", "VP", "Director"])], "组08"),
        _rule("旧线索", [("created_at", "lt", OLD), ("source", "ne", "官网")], pool="级别2"),
        _rule("集团邮箱", [("email", "ends_with", [".group.example"])], pool="组08"),
        _rule("海外", [("country", "present", True), ("country", "not_in", ["中国", "China"])], pool="组09"),
    ]
    regional = [rule for at, region in enumerate(REGIONS) for rule in _regional(at, region)]
    last = [
        _rule(
            "无省份",
            [("province", "empty", True)],
            [("phone", "present", True), ("email", "present", True)],
            LAST_RESORT,
        ),
        _rule("小单", [("budget", "between", [10_000, 80_000])], pool="级别1"),
        _rule("MES", [("product", "starts_with", ["MES"])], pool="联合3"),
        _rule("官网", [("source", "eq", "官网")], pool="级别0"),
    ]
    everything = _rule("其余", [], [(field, "present", True) for field in ("phone", "email", "company")], LAST_RESORT)
    return [*first, *regional, *last, everything]


def reps(leads: int) -> list[dict[str, object]]:
    """Two hundred reps with caps a little above a fair share of so many leads."""
    cap = max(5, leads // 100)
    return [
        {
            "工号": f"R{number:03}",
            "姓名": f"销售{number:03}",
            "邮箱": f"r{number:03}@example.com",
            "团队": TEAMS[number % len(TEAMS)],
            "级别": LEVELS[number % len(LEVELS)],
            "权重": (3, 1.5, 1)[number % 3],
            "日上限": cap * (3, 2, 1)[number % 3],
            "在手上限": cap * 6,
            "在手线索": number % 7,
            "状态": "离职" if number % 50 == 0 else "在职",
        }
        for number in range(1, 201)
    ]


def as_yaml(leads: int) -> str:
    """The rulebook of all this for leadroute."""
    lines = ["leadroute: 1", "name: benchmark", "language: zh", "pools:"]
    lines += [_pool_yaml(pool, leads) for pool in pools()]
    lines.append("rules:")
    for rule in rules():
        action = f"assign: {rule.pool}" if rule.pool else "reject: 不联系"
        when = ", ".join([*_all_yaml(rule.tests), *_either_yaml(rule.either)])
        lines.append(f"  - name: {rule.name}\n    when: {{{when}}}\n    {action}")
    return "\n".join([*lines, "default: open_pool", ""])


def as_python() -> str:
    """The same rules as the function a user would write: a lead in, the name of a pool out."""
    lines = ["import re", "", "", "def number(text):", "    return float(text) if text else None", "", ""]
    lines.append("def route(lead):")
    for rule in rules():
        tests = [_test_python(test) for test in rule.tests]
        if rule.either:
            tests.append("(" + " or ".join(map(_test_python, rule.either)) + ")")
        lines += [f"    if {' and '.join(tests)}:", f"        return {rule.name!r}, {rule.pool!r}"]
    return "\n".join([*lines, "    return '', 'open_pool'", ""])


def _rule(name: str, tests: list[Test], either: list[Test] | None = None, pool: str = "") -> Rule:
    return Rule(name, tuple(tests), tuple(either or ()), pool)


def _regional(at: int, region: tuple[str, ...]) -> list[Rule]:
    here: Test = ("province", "in", list(region))
    factory: list[Test] = [("industry", "contains", ["制造", "机械"]), ("product", "in", ["MES-100", "MES-200"])]
    name = "".join(region)
    return [
        _rule(
            f"{name}大企业",
            [here, ("employees", "gt", 1500)],
            [("title", "contains", ["经理", "总监"])],
            f"联合{at % 6}",
        ),
        _rule(f"{name}制造", [here, ("budget", "present", True)], factory, f"组{at % 8:02}"),
        _rule(f"{name}其他", [here, ("source", "not_in", ["地推", "黄页"])], pool=f"组{(at + 3) % 8:02}"),
    ]


def _pool_yaml(pool: Pool, leads: int) -> str:
    where = {"team": list(pool.teams)} if pool.teams else {"level": list(pool.levels)}
    members = json.dumps(where, ensure_ascii=False)
    caps = f"{{day: {max(5, leads // 50)}}}"
    full = "[open_pool]" if pool.name == LAST_RESORT else f"[{LAST_RESORT}, open_pool]"
    return f"  {pool.name}: {{members: {members}, strategy: {pool.strategy}, caps: {caps}, when_full: {full}}}"


def _all_yaml(tests: tuple[Test, ...]) -> list[str]:
    """One part a field; two tests of one field stand in the same braces."""
    fields = dict.fromkeys(field for field, _, _ in tests)
    return [f"{field}: {{{', '.join(_operand_yaml(test) for test in tests if test[0] == field)}}}" for field in fields]


def _either_yaml(either: tuple[Test, ...]) -> list[str]:
    return ["any: [" + ", ".join(f"{{{_test_yaml(test)}}}" for test in either) + "]"] if either else []


def _test_yaml(test: Test) -> str:
    return f"{test[0]}: {{{_operand_yaml(test)}}}"


def _operand_yaml(test: Test) -> str:
    return f"{test[1]}: {json.dumps(test[2], ensure_ascii=False)}"


def _test_python(test: Test) -> str:
    field, operator, operand = test
    cell = f"lead[{HEADERS[field]!r}]"
    return _PYTHON[operator].format(cell=cell, number=f"(number({cell}) or 0)", operand=repr(operand))
