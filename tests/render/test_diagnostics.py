"""A diagnostic as people read it: place, message, line, caret, advice; whatever stands in the data does nothing."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from leadroute.model.diagnostic import Diagnostic, Excerpt, Place, Severity, facts
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import lines, text


def _unknown(line: str, start: int, length: int, word: str = "x", near: tuple[str, ...] = ()) -> Diagnostic:
    place = Place("r.yaml", 3, start + 1)
    return Diagnostic(
        "LR207", place=place, args=facts(word=word, words="eq"), near=near, excerpt=Excerpt(line, start, length)
    )


def test_the_caret_stands_under_the_offence_also_after_chinese() -> None:
    told = lines(_unknown("  来源: {contians: 展会}", 7, 8, "contians", ("contains",)), Language.EN)
    assert told == [
        "r.yaml:3:8: error LR207: unknown operator 'contians'",
        "3 |   来源: {contians: 展会}",
        "  |          ^^^^^^^^",
        "hint: did you mean 'contains'?",
    ]


def test_the_same_in_chinese() -> None:
    told = lines(_unknown("来源: {包涵: 展会}", 5, 2, "包涵"), Language.ZH)
    assert told == [
        "r.yaml:3:6: 错误 LR207：不认识的比较“包涵”",
        "3 | 来源: {包涵: 展会}",
        "  |        ^^^^",
        "建议：可用：eq",
    ]


@pytest.mark.parametrize("start", [0, 50, 5_000, 99_990])
def test_a_long_line_is_cut_around_the_offence(start: int) -> None:
    _, shown, caret, _ = lines(_unknown("汉" * 100_000, start, 3), Language.EN)
    assert cell_len(shown) <= 110
    assert cell_len(caret) <= cell_len(shown)
    assert caret.endswith("^^^^^^")


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202eabc", "a\nb", "\u2028", "\0", "\x9b1m"])
def test_hostile_text_is_spelt_out(hostile: str) -> None:
    found = _unknown(f"a: {hostile}", 3, len(hostile), hostile, (hostile,))
    told = text([found], Language.ZH)
    assert hostile not in told
    assert all(line.isprintable() for line in told.splitlines())
    assert len(told.splitlines()) == 4


def test_braces_in_names_are_only_names() -> None:
    assert "'{word}{0}'" in lines(_unknown("a", 0, 1, "{word}{0}"), Language.EN)[0]


def test_the_place_of_a_table_and_a_second_place() -> None:
    found = Diagnostic(
        "LR304",
        Severity.WARNING,
        Place("名册.xlsx", sheet="销售", row=4, header="姓名"),
        facts(who="张伟", ids="R005, R006"),
        also=Place("名册.xlsx", sheet="销售", row=5),
    )
    assert lines(found, Language.EN) == [
        "名册.xlsx:销售:4:姓名: warning LR304: several people are named '张伟': R005, R006",
        "see also 名册.xlsx:销售:5",
        "hint: write the id",
    ]


def test_without_a_place_the_message_stands_alone() -> None:
    assert lines(Diagnostic("LR118"), Language.ZH) == ["错误 LR118：规则手册是空的", "建议：从 rules.example.yaml 开始"]


def test_nothing_to_tell() -> None:
    assert text([], Language.ZH) == ""
