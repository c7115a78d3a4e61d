"""Claims people would make themselves, by kind of condition; and what must not be claimed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from leadroute.model.diagnostic import facts
from leadroute.model.rulebook import Language
from leadroute.proof.findings import findings
from leadroute.proof.prove import prove
from leadroute.proof.search import Answer, Effort, solve
from leadroute.proof.values import Around
from leadroute.render.diagnostics import text
from leadroute.rulebook.moments import to_seconds
from leadroute.rulebook.parse import parse
from leadroute.rulebook.references import with_tables

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook

NOW = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - local time, as rules have it


def _book(rules: str, more: str = "") -> Rulebook:
    lines = [line.strip() for line in rules.strip().splitlines()]
    listed = "".join(f"  - {{name: r{at}, {line}, assign: all}}\n" for at, line in enumerate(lines))
    book, found = parse(f"leadroute: 1\n{more}rules:\n{listed}default: open_pool\n".encode(), "r.yaml")
    assert book is not None, found
    return book


def _told(
    book: Rulebook, reps: dict[str, frozenset[str]] | None = None, effort: tuple[int, int] = (2000, 60000)
) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for found in findings(book, prove(book, Around(to_seconds(NOW), reps), NOW, effort), NOW):
        own = dict(found.args)
        told.setdefault(found.code, []).append(" < ".join(own[key] for key in ("name", "value", "rules") if key in own))
    return {code: names for code, names in told.items() if code not in {"LR233", "LR234"}}


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("when: {city: [宁波, 杭州]}\nwhen: {city: 宁波市}", {"LR231": ["r1 < r0"]}),
        ("when: {source: 官网}\nwhen: {source: {contains: 官}}\nwhen: {source: 官网首页}", {"LR231": ["r2 < r1"]}),
        ("when: {source: {contains: 制造}}\nwhen: {source: {ends_with: 机械制造}}", {"LR231": ["r1 < r0"]}),
        ("when: {source: {starts_with: 电子}}\nwhen: {source: {starts_with: 电子制}}", {"LR231": ["r1 < r0"]}),
        ("when: {all: [{source: {starts_with: 甲}}, {source: {starts_with: 乙}}]}", {"LR230": ["r0"]}),
        ("when: {all: [{source: {ends_with: 甲}}, {source: {ends_with: 乙}}]}", {"LR230": ["r0"]}),
        ("when: {source: {starts_with: 甲, ends_with: 乙, contains: 丙}}", {}),
        ("when: {email: {domain_in: qq.com}}\nwhen: {email: {domain_in: vip.qq.com}}", {"LR231": ["r1 < r0"]}),
        ("when: {email: {domain_in: qq.com}}\nwhen: {email: {ends_with: .qq.com}}", {"LR231": ["r1 < r0"]}),
        ("when: {all: [{email: {domain_in: qq.com}}, {email: {domain_in: 163.com}}]}", {"LR230": ["r0"]}),
        ("when: {email: {domain_in: qq.com, ends_with: .cn}}", {"LR230": ["r0"]}),
        ("when: {company: 甲公司}\nwhen: {company: {eq: 甲}}", {}),
        ("when: {all: [{country: 中国}, {country: CN}]}", {"LR236": ["r0"]}),
        ("when: {phone: 13800001234}\nwhen: {phone: 13800001234}", {"LR231": ["r1 < r0"]}),
        ("when: {source: {matches: '^a'}}\nwhen: {source: {matches: '^a'}}", {"LR231": ["r1 < r0"]}),
        ("when: {source: {matches: '^a'}}\nwhen: {source: abc}", {"LR236": ["r1"]}),
        ("when: {budget: {gt: 5}}\nwhen: {budget: {lte: 5}}\nwhen: {budget: {present: true}}", {}),
        ("when: {budget: {gt: 5}}, on_missing: match\nwhen: {budget: {lt: 5}}", {}),
        ("when: {budget: {present: true}}\nwhen: {budget: {gt: 5}}, on_missing: match", {}),
        ("when: {budget: {present: true}}\nwhen: {budget: {gt: 5}}", {"LR231": ["r1 < r0"]}),
        ("when: {created_at: {older_than: 7d}}\nwhen: {created_at: {older_than: 30d}}", {"LR231": ["r1 < r0"]}),
        ("when: {created_at: {older_than: 7d, gt: 2020-01-01}}", {}),
        ("when: {created_at: {older_than: 7d, newer_than: 3d}}", {"LR230": ["r0"]}),
        ("when: {source: a}, until: 2026-12-01\nwhen: {source: a}, until: 2027-01-01", {}),
        ("when: {source: a}, from: 2026-12-01\nwhen: {source: a}, from: 2027-01-01", {"LR231": ["r1 < r0"]}),
        ("when: {source: a}, enabled: false\nwhen: {source: a}", {}),
        ("when: {not: {source: a}}\nwhen: {none: [{source: [a, b]}]}", {"LR231": ["r1 < r0"]}),
        ("when: {score: {gt: 5}}", {"LR230": ["r0"]}),
        ("when: {grade: A}", {"LR230": ["r0"]}),
        ("when: {budget: {contains: 5}}", {"LR236": ["r0"]}),
        (
            "when: {product: {in_table: t.csv}}\nwhen: {product: {in_table: t.csv}}",
            {"LR231": ["r1 < r0"], "LR236": ["r0"]},
        ),
    ],
)
def test_it_is_claimed(rules: str, told: dict[str, list[str]]) -> None:
    assert _told(_book(rules)) == told


SCORE = """\
score:
  points:
    - {add: 60, when: {source: 官网}}
    - {add: -20, when: {source: 展会}}
    - {add: 60, group: g, when: {budget: {gt: 5}}}
  limits: {g: 20}
  grades: {A: 80, B: 40, C: 0}
"""


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("when: {score: {gt: 80}}", {"LR230": ["r0"]}),
        ("when: {score: {gte: 80}}", {}),
        ("when: {grade: A}\nwhen: {score: {gte: 80}}", {"LR231": ["r1 < r0"]}),
        ("when: {grade: B, score: {lt: 30}}", {"LR230": ["r0"]}),
        ("when: {score: {lt: -20}}", {"LR230": ["r0"]}),
        ("when: {grade: {empty: true}}", {}),
    ],
)
def test_a_grade_follows_from_the_score_and_points_end(rules: str, told: dict[str, list[str]]) -> None:
    assert _told(_book(rules, SCORE)) == told


def test_a_table_that_was_read_counts_as_its_list() -> None:
    book = _book("when: {province: {in_table: t.csv}}\nwhen: {province: 上海市}\nwhen: {province: 江苏}")
    read = with_tables(book, {("t.csv", ""): frozenset({"上海", "浙江省"})})
    assert _told(read) == {"LR231": ["r1 < r0"]}


def test_a_roster_decides_what_reps_have() -> None:
    book = _book("when: {province: {in_rep: provinces}}\nwhen: {province: 上海}\nwhen: {province: 江苏}")
    assert _told(book) == {"LR236": ["r0, r1, r2"]}
    assert _told(book, {"provinces": frozenset({"上海"})}) == {"LR231": ["r1 < r0"]}
    assert _told(book, {}) == {"LR230": ["r0"]}


def test_without_effort_nothing_is_claimed() -> None:
    book = _book("when: {source: a, budget: {gt: 1}}\nwhen: {source: a, budget: {gt: 2}}")
    assert _told(book, effort=(0, 0)) == {"LR236": ["r0, r1"], "LR350": [""]}
    assert solve([1], [], Effort(0)) is Answer.UNDECIDED


def test_questions_that_were_broken_off_are_counted() -> None:
    book = _book("when: {source: [a, b]}\nwhen: {source: [b, c]}")
    *_, found = findings(book, prove(book, Around(to_seconds(NOW)), NOW, (0, 0)), NOW)
    assert text([found], Language.EN) == (
        "note LR350: the proofs came to the end of their effort; questions not decided (whether a listed value counts,"
        " rules overlap, a lead is left to the default): 1\n"
        "hint: what is told is true, though more may be; to have all decided take rules together or split the"
        " rulebook\n"
    )
    assert text([found], Language.ZH) == (
        "提示 LR350：证明的工作量到了上限：1 个问题没有判定（列表里的值是否用得上、规则是否重叠、"
        "有没有线索落到 default）\n"
        "建议：已报出的都成立，只是可能不全；把一部分规则并成表格或拆成几本，才能全部判定\n"
    )


def test_a_lead_that_comes_at_another_time_says_when() -> None:
    book = _book("when: {created_at: {newer_than: 1d}}, weekdays: [sun]\nwhen: {source: a}")
    (gap,) = (one for one in findings(book, prove(book, Around(to_seconds(NOW)), NOW), NOW) if one.code == "LR234")
    assert gap.args == facts(lead="{created_at: 2026-11-22 12:00, source: 其他}")
    only = _book("weekdays: [tue]\nweekdays: [mon, wed, thu, fri, sat], when: {created_at: {newer_than: 1d}}")
    (gap,) = (one for one in findings(only, prove(only, Around(to_seconds(NOW)), NOW), NOW) if one.code == "LR234")
    assert "now: 2026-11-2" in dict(gap.args)["lead"]


def test_rules_from_narrow_to_wide_need_few_steps() -> None:
    rules = "\n".join(
        f"when: {{province: {place}, budget: {{gte: {size}}}}}"
        for place in ("上海", "江苏")
        for size in range(9, 0, -1)
    )
    assert _told(_book(rules), effort=(200, 2000)) == {}
