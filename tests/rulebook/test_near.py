"""The nearest right word, in English, in Chinese, and in the words of other tools."""

from __future__ import annotations

import pytest

from leadroute.rulebook.near import near

WORDS = ("contains", "strategy", "gte", "open_pool", "华东组", "华南组", "大客户组", "王伟")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("contians", "contains"),
        ("stratgy", "strategy"),
        ("Strategy", "strategy"),
        (">=", "gte"),
        ("公海", "open_pool"),
        ("包含", "contains"),
        ("华冬组", "华东组"),
        ("大客户", "大客户组"),
        ("王炜", "王伟"),
    ],
)
def test_the_nearest_word_comes_first(word: str, right: str) -> None:
    assert near(word, WORDS)[0] == right


@pytest.mark.parametrize("word", ["", "xyz", "完全不同的词", "R099"])
def test_nothing_is_near(word: str) -> None:
    assert near(word, (*WORDS, "R001", "R002", "R003", "R004")) == ()


def test_no_choices_no_word() -> None:
    assert near("contains", ()) == ()
