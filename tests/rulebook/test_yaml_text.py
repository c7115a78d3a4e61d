"""Whatever a text holds, it is read back as it was written."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leadroute.model.diagnostic import has_errors
from leadroute.model.fold import fold
from leadroute.rulebook.parse import parse
from leadroute.rulebook.yaml_text import listed, mapped, remark, scalar

HOSTILE = (
    *"'\"\\~是|>@`，：\u3000\u200b\ufeff\x85\u2028\t\n\x07=?",
    *("NO", "3:1", "#x", ": ", "a: b", "- a", "[a]", "{a", "null", "2026-11-23", "%x", "&a", "*a", "!t", "“甲”", "<<"),
    *("021", "a #b", "a\U000e0001", "...", "---"),
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))


def _parts(*values: str) -> list[str]:
    """What a rulebook reads where a list of texts stands."""
    when = mapped([("company", listed(values))])
    text = f"leadroute: 1\nlanes:\n  - {mapped([('name', 'x'), ('when', when)])}\ndefault: open_pool\n"
    book, found = parse(text.encode(), "f")
    assert book is not None, (text, found)
    assert not found, text
    test = book.lanes[0].when
    return list(getattr(test, "operand", ()))


@given(st.lists(TEXTS.filter(lambda text: bool(text.strip()) and bool(fold(text))), min_size=1, max_size=4))
@example(list(HOSTILE[:4]))
def test_any_text_is_a_value(values: list[str]) -> None:
    assert set(_parts(*values)) == {value.strip() for value in values} or set(_parts(*values)) == set(map(fold, values))


@given(TEXTS)
def test_any_text_is_a_comment_of_one_line_that_says_nothing(text: str) -> None:
    rules = f"leadroute: 1\n{remark(text)}\ndefault: open_pool\n"
    book, found = parse(rules.encode(), "f")
    assert (book is not None, has_errors(found), len(remark(text).splitlines())) == (True, False, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("华东组", "华东组"),
        ("key accounts", "key accounts"),
        ("NO", '"NO"'),
        ("3:1", '"3:1"'),
        ("#x", '"#x"'),
        ('a"\\\n', '"a\\"\\\\\\n"'),
        ("\u200b\U000e0001\ud800", '"\\u200b\\U000e0001\ufffd"'),
    ],
)
def test_plain_words_are_plain_and_everything_else_is_in_quotes(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_comment_in_data_silences_nothing() -> None:
    assert remark("x # leadroute: ignore LR2xx") == "# x ＃ leadroute: ignore LR2xx"
