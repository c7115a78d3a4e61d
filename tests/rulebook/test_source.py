"""What people type is what they mean, and what YAML would do behind their back is refused, with its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from leadroute.rulebook.compose import compose
from leadroute.rulebook.findings import Findings
from leadroute.rulebook.nodes import Keyed, Node, Scalar
from leadroute.rulebook.parse import parse
from leadroute.rulebook.source import read

EXAMPLE = Path("rules.example.yaml").read_bytes()


def _codes(data: bytes | str) -> list[str]:
    found = read(data if isinstance(data, bytes) else data.encode(), "r.yaml").found.all
    return [one.code for one in found]


def _values(text: str) -> list[str]:
    root = read(text.encode(), "r.yaml").root
    assert isinstance(root, Keyed)
    return [entry.value.value for entry in root.entries if isinstance(entry.value, Scalar)]


@pytest.mark.parametrize(
    "word", ["NO", "021", "9:00", "3:1.5:1", "+8613800001234", "1_000", "0x1f", "yes", "1e3", "1.10"]
)
def test_a_value_stays_the_text_it_is(word: str) -> None:
    assert _values(f"a: {word}\n") == [word]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", ("3:1", "1:1")),
        ("a: {x: 1, y: 2, x: 3}\n", ("1:17", "1:5")),
    ],
)
def test_a_double_key_is_refused_with_both_places(text: str, place: tuple[str, str]) -> None:
    (found,) = read(text.encode(), "r").found.all
    assert (found.code, str(found.place), str(found.also)) == ("LR102", f"r:{place[0]}", f"r:{place[1]}")


@pytest.mark.parametrize(
    "text",
    [
        "a: 备注：你好，世界\n",
        "a: '上海：浦东'  # 注释：这里，随便“写”\n",
        "a: {note: 你好，世界}\n",
        "a: |\n  正文：一\n  　缩进\nb: 2\n",
        "a: “重点”客户\n",
        "a: http://example.com\n",
        "a: [王伟：组长]\n",
        "a: 'it''s：fine'\nb: \"x\\\"：y\"\n",
    ],
)
def test_chinese_punctuation_in_text_is_left_alone(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(
    ("text", "code", "place", "values"),
    [
        ("name：华东\nb: 1\n", "LR103", "1:5", ["华东", "1"]),
        ("name:华东\n", "LR120", "1:5", ["华东"]),
        ("name:　华东\n", "LR105", "1:6", ["华东"]),
        ("name: “华东”\n", "LR107", "1:7", ["华东"]),
    ],
)
def test_a_typing_trap_is_told_and_mended(text: str, code: str, place: str, values: list[str]) -> None:
    (found,) = read(text.encode(), "r").found.all
    assert (found.code, str(found.place)) == (code, f"r:{place}")
    assert _values(text) == values


def test_places_after_a_mended_colon_are_those_of_the_text() -> None:
    _, found = parse(
        "leadroute: 1\ndefault: open_pool\nleave: {buffer_before：一天, buffer_after：半天}\n".encode(), "r"
    )
    assert [str(one.place) for one in found] == ["r:3:22", "r:3:23", "r:3:39", "r:3:40"]


def test_a_full_width_colon_explains_the_error_on_the_next_line() -> None:
    found = read("weights:\n  王伟：3\n  李娜: 1\n".encode(), "r").found.all
    assert [(one.code, str(one.place)) for one in found] == [("LR103", "r:2:5")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_other_encodings_give_the_same_rulebook(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    book, found = parse(mark + EXAMPLE.decode().encode(encoding), "r")
    assert book is not None
    assert book.name == "华东 B2B 2026Q4"
    assert [one.code for one in found] == ([] if encoding == "utf-8-sig" else ["LR116"])


@pytest.mark.parametrize("damage", [b"\xff", b"\xe5\x8d"])
def test_a_damaged_utf8_file_is_not_taken_for_gbk(damage: bytes) -> None:
    (found,) = read("leadroute: 1\nname: 华东\nx: ".encode() + damage, "r").found.all
    assert (found.code, str(found.place)) == ("LR115", "r:3:4")


@pytest.mark.parametrize(
    "data", [b"\0", b"\xff\xfe\0\xd8", b"\xff\xfe\xff", b"a: \x1b[2J", b"", b"\n\n", b"---\n...\n"]
)
def test_what_is_no_text_or_nothing_is_one_diagnostic(data: bytes) -> None:
    assert len(_codes(data)) == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_ends_in_one_diagnostic(opening: str) -> None:
    assert _codes(opening * 50_000) == ["LR113"]


def _shape(node: Node | None) -> str:
    return repr(node)


def test_both_yaml_parsers_give_the_same_places() -> None:
    text = EXAMPLE.decode()
    assert _shape(compose(text, Findings("r"), yaml.SafeLoader)) == _shape(
        compose(text, Findings("r"), yaml.CSafeLoader)
    )


@pytest.mark.parametrize("text", ['a: "\\U99999999"\n', "a: [1\n", "a: 'x\n", "a: @x\n", "a: 1\n b: 2\n", "a: &x 1\n"])
def test_both_yaml_parsers_refuse_the_same(text: str) -> None:
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        found = Findings("r")
        compose(text, found, loader)
        assert len(found.all) == 1


def test_reading_a_good_rulebook_loads_nothing_heavy() -> None:
    probe = (
        "import sys, json; from leadroute.rulebook.parse import parse;"
        "assert parse(b'leadroute: 1\\ndefault: open_pool\\n', 'r')[0];"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert not {"numpy", "pandas", "pyarrow", "rich", "re2", "rapidfuzz", "typer"} & set(json.loads(shown.stdout))
