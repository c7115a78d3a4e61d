"""Lines put under ``columns:``; everything else of the rulebook stays byte for byte."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from leadroute.rulebook.edit import Line, block, with_columns
from leadroute.rulebook.parse import parse

LINES = (Line("客户称呼", "contact", "像联系人"), Line("落地页", ""))
ADDED = "columns:\n  客户称呼: contact   # 像联系人\n  落地页: ignore\n"


def edited(text: str, *lines: Line) -> str | None:
    made = with_columns(text.encode(), lines or LINES)
    return None if made is None else made.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("leadroute: 1\ndefault: open_pool\n", f"leadroute: 1\n\n{ADDED}\ndefault: open_pool\n"),
        (
            "leadroute: 1\nname: x # 名\n\n# 注释\ndefault: open_pool\n",
            f"leadroute: 1\nname: x # 名\n\n{ADDED}\n# 注释\ndefault: open_pool\n",
        ),
        (
            "leadroute: 1\nfields:\n  a: {type: text}\n  # 里面\n\npools: {}\ndefault: open_pool\n",
            f"leadroute: 1\nfields:\n  a: {{type: text}}\n  # 里面\n\n{ADDED}\npools: {{}}\ndefault: open_pool\n",
        ),
        ("default: open_pool\nleadroute: 1", f"default: open_pool\nleadroute: 1\n\n{ADDED}"),
        (
            "---\nleadroute: 1\ndefault: open_pool\n...\n",
            f"---\nleadroute: 1\n\n{ADDED}\ndefault: open_pool\n...\n",
        ),
        (
            "leadroute: 1\ncolumns:\n    x: city   # 市\n    # 里面\n\n# 注释\ndefault: open_pool\n",
            (
                "leadroute: 1\ncolumns:\n    x: city   # 市\n    # 里面\n    客户称呼: contact   # 像联系人\n"
                "    落地页: ignore\n\n# 注释\ndefault: open_pool\n"
            ),
        ),
        ("leadroute: 1\ncolumns:\ndefault: open_pool\n", f"leadroute: 1\n{ADDED}default: open_pool\n"),
        ("leadroute: 1\ndefault: open_pool\ncolumns:\n  x: city", None),
    ],
)
def test_lines_go_where_they_belong(before: str, after: str | None) -> None:
    wanted = after if after is not None else f"{before}\n{ADDED.removeprefix('columns:' + chr(10))}"
    assert edited(before) == wanted


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_mark_and_line_ends_stay(newline: str, encoding: str) -> None:
    before = f"leadroute: 1{newline}name: 华东规则手册{newline}# 注释{newline}default: open_pool{newline}"
    made = with_columns(before.encode(encoding), LINES)
    assert made is not None
    added = ADDED.replace("\n", newline)
    shown = before.replace("手册", f"手册{newline}{newline}{added.removesuffix(newline)}", 1)
    assert made.decode(encoding) == shown.replace(f"ignore{newline}# 注释", f"ignore{newline}{newline}# 注释")


@pytest.mark.parametrize(
    "text",
    [
        "{leadroute: 1, default: open_pool}\n",
        "leadroute: 1\ncolumns: {x: city}\ndefault: open_pool\n",
        "leadroute: 1\ncolumns: [x]\ndefault: open_pool\n",
        "leadroute: 1\ncolumns: ~\ndefault: open_pool\n",
        "leadroute: 1\n",
        "",
        "leadroute: 1\ncolumns:\n  客户称呼: phone\ndefault: open_pool\n",
    ],
)
def test_where_it_is_not_safe_nothing_is_put_in(text: str) -> None:
    assert edited(text) is None


def test_bytes_of_no_text_are_left_alone() -> None:
    assert with_columns(b"leadroute: 1\n# \xff\xfe\xfd\ndefault: open_pool\n", LINES) is None


@pytest.mark.parametrize(
    "header",
    [
        'Phone: "2"',
        "手机号 (2)",
        "预算（万元）",
        "null",
        "~",
        "#3",
        "- x",
        "* 必填",
        "a: b",
        "&x",
        "'q'",
        "=1+1",
        "[red]x[/red]",
        "a\\n",
        "备注\n两行",
        "\u200b备\u3000注",
        "a\x01b",
        "123",
        "是",
        "“引号”",
        "，，",
        "x # y",
        "a/b-c.d",
        "emoji 😀",
    ],
)
def test_any_header_comes_back_as_it_is(header: str) -> None:
    made = edited("leadroute: 1\ndefault: open_pool\n", Line(header, "contact"))
    assert made is not None
    book, found = parse(made.encode(), "r.yaml")
    assert book is not None
    assert (found, [one.field for one in book.columns]) == ((), ["contact"])


REAL = [Path("rules.example.yaml"), *sorted(Path("docs/examples").glob("*/rules.yaml"))]


@pytest.mark.parametrize("path", REAL, ids=str)
def test_real_rulebooks_gain_lines_and_lose_none(path: Path) -> None:
    made = with_columns(path.read_bytes(), (Line("甲", "contact"), Line("乙", "")))
    assert made is not None
    changes = ndiff(path.read_text(encoding="utf-8").splitlines(), made.decode().splitlines())
    changed = [line for line in changes if line[0] in "+-" and line[2:].strip()]
    assert [line for line in changed if line != "+ columns:"] == ["+   甲: contact", "+   乙: ignore"]


def test_the_block_alone_is_a_part_of_a_rulebook() -> None:
    assert block(LINES) == ADDED
