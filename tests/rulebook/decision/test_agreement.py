"""Random rules written as YAML and as a table are the same rules; no table, however broken, raises."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.model.rule_table import Cell, CellKind, Merge, RuleTable
from leadroute.model.rulebook import AssignCustomerOwner, AssignRep
from leadroute.rulebook.parse import parse
from leadroute.rulebook.yaml_text import listed, scalar
from tests.build_rule_tables import FILE, HEAD, NAME, book, read, rule_table
from tests.rulebook.decision.test_targets import bare

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = st.text("上海江苏制造abc XY01非!;空，", min_size=1, max_size=6).map(str.strip).filter(bool)
PLAIN = st.text("上海江苏制造abcXY", min_size=1, max_size=6)
NUMBERS = st.integers(0, 10_000)


@dataclass(frozen=True)
class Said:
    """The same said twice: in YAML, and in a cell."""

    yaml: str
    cell: str


def quoted(text: str) -> str:
    """A text that is nothing but itself."""
    return f"“{text}”"


def _texts(words: list[str], *, denied: bool) -> Said:
    inside = "；".join(map(quoted, words))
    if len(words) == 1:
        value = scalar(words[0])
        return Said(f"{{ne: {value}}}" if denied else value, f"!{inside}" if denied else inside)
    return Said(f"{{not_in: {listed(words)}}}" if denied else listed(words), f"!{inside}" if denied else inside)


def _range(ends: tuple[int, int]) -> Said:
    low, high = sorted(ends)
    return Said(f"{{between: [{low}, {high}]}}", f"{low}-{high}")


TEXTS = st.builds(_texts, st.lists(WORDS, min_size=1, max_size=3, unique=True), denied=st.booleans())
CONDITIONS: Mapping[str, tuple[str, st.SearchStrategy[Said]]] = {
    "省份": ("province", TEXTS),
    "行业": ("industry", TEXTS),
    "紧急程度": ("urgency", st.builds(Said, st.just("{empty: true}"), st.sampled_from(["空", "empty"])) | TEXTS),
    "预算": (
        "budget",
        st.tuples(NUMBERS, NUMBERS).map(_range)
        | st.builds(
            lambda n, op: Said(f"{{{op[0]}: {n}}}", f"{op[1]}{n}"),
            NUMBERS,
            st.sampled_from(
                [
                    ("gte", ">="),
                    ("lte", "≤"),
                    ("gt", ">"),
                    ("lt", "<"),
                ]
            ),
        ),
    ),
    "员工数 >=": ("employees", NUMBERS.map(lambda n: Said(f"{{gte: {n}}}", str(n)))),
    "职位 包含": (
        "title",
        st.lists(PLAIN, min_size=1, max_size=3).map(
            lambda words: Said(f"{{contains: {listed(words)}}}", "、".join(words))
        ),
    ),
}
ACTIONS: Mapping[str, st.SearchStrategy[Said]] = {
    "分配": st.sampled_from(["east", "senior", "all"]).map(lambda name: Said(f"assign: {name}", name)),
    "销售": PLAIN.map(lambda who: Said(f"assign: {{rep: {who}}}", who)),
    "复核": st.builds(Said, st.just("review: 王总"), st.just("王总")),
    "公海": st.builds(Said, st.just("open_pool: true"), st.just("是")),
}


@st.composite
def rules(draw: st.DrawFn) -> tuple[str, str]:
    """A rulebook in YAML, and its rules as a table."""
    heads = draw(st.lists(st.sampled_from(list(CONDITIONS)), unique=True, max_size=len(CONDITIONS)))
    lines, rows = [], [["规则", *heads, *ACTIONS, "启用"]]
    for number in range(draw(st.integers(1, 6))):
        asked = {head: draw(st.none() | CONDITIONS[head][1]) for head in heads}
        action = draw(st.sampled_from(list(ACTIONS)))
        does, enabled = draw(ACTIONS[action]), draw(st.booleans())
        when = ", ".join(f"{CONDITIONS[head][0]}: {said.yaml}" for head, said in asked.items() if said)
        lines.append(f"  - {{name: R{number}, when: {{{when}}}, {does.yaml}, enabled: {str(enabled).lower()}}}")
        cells = [said.cell if said else "" for said in asked.values()]
        given_ = [does.cell if one == action else "" for one in ACTIONS]
        rows.append([f"R{number}", *cells, *given_, "是" if enabled else "否"])
    yaml = f"{HEAD}rules:\n" + "\n".join(lines).replace("when: {}, ", "") + "\ndefault: open_pool\n"
    return yaml, "\n".join(" | ".join(row) for row in rows)


@settings(max_examples=150)
@given(rules())
def test_a_table_and_yaml_say_the_same(both: tuple[str, str]) -> None:
    yaml, text = both
    written, found = parse(yaml.encode(), "rules.yaml")
    assert written is not None, found
    assert list(map(bare, book(rule_table(text)).rules)) == list(map(bare, written.rules))


SAMPLE = rule_table(
    "规则 | 省份 | 预算 >= | 行业 包含 | 员工数 | 创建时间 | 分配 | 复核 | 启用 | 从 | 星期 | 备注\n"
    "一 | 上海；江苏 | 100万 | 制造 | 50-100 | >=2026-01-01 | east | | 是 | 2026-01-01 | 周一至周五 | x\n"
    "二 | !北京 | | | | | | 王总 | | | |\n"
    "三 | 空 | 5 | !a | <10；>20 | | 公海 | | 否 | | |"
)
PIECES = (
    *(
        "",
        "!",
        "；",
        '"',
        "“",
        "”",
        "-",
        ">=",
        "<",
        "空",
        "非",
        "not ",
        "100万",
        "2026-02-30",
        "\n",
        "🙂",
        "\ud800",
        "=",
    ),
    *(
        "规则",
        "分配",
        "预算 >=",
        "x" * 3000,
        "0" * 500,
        "1e999",
        "between",
        "!" * 50,
        "周一至",
        "同",
        "east",
        "(",
        "\x00",
    ),
)


def _mutated(dice: random.Random) -> RuleTable:
    """The sample with a few of its cells, rows and merged ranges changed."""
    rows = [list(row) for row in SAMPLE.rows]
    for _ in range(dice.randint(1, 4)):
        row = dice.choice(rows)
        at = dice.randrange(len(row)) if row else 0
        text = dice.choice(PIECES) + (row[at].text if row and dice.random() < 0.5 else dice.choice(PIECES))
        if row:
            row[at] = Cell(text, dice.choice(list(CellKind)))
        if dice.random() < 0.1:
            dice.shuffle(rows)
        if dice.random() < 0.1:
            row.clear()
    merged = [Merge(*(dice.randint(-1, 15) for _ in range(4))) for _ in range(dice.randint(0, 2))]
    return replace(SAMPLE, rows=tuple(map(tuple, rows)), merged=tuple(merged), hidden=(dice.randint(-1, 9),))


def test_no_broken_table_raises_and_every_problem_has_its_cell() -> None:
    dice = random.Random(20261122)  # noqa: S311 - made-up damage, not a secret
    for _ in range(2000):
        made, found = read(_mutated(dice))
        assert made is not None or found
        for one in found:
            assert one.place is not None
            if one.place.file == FILE:
                assert one.place.cell
                assert one.excerpt is not None
                assert one.excerpt.start <= len(one.excerpt.text)


@given(st.lists(st.lists(st.text(max_size=8).map(Cell), max_size=6), max_size=6))
def test_no_table_of_any_text_raises(rows: list[list[Cell]]) -> None:
    head = tuple(map(Cell, ("规则", "省份", "预算", "员工数 between", "分配", "星期")))
    read(RuleTable(NAME, FILE, "规则", (head, *map(tuple, rows))))


def test_the_sample_is_whole() -> None:
    made = book(SAMPLE)
    assert not any(isinstance(rule.action, AssignRep | AssignCustomerOwner) for rule in made.rules)
    assert len(made.rules) == 3
