"""What is said of cells that hold more, or less, than one number or address: exact words, and what they link."""

from __future__ import annotations

import pytest

from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.leads import gather_leads
from leadroute.model.diagnostic import Severity
from leadroute.model.rulebook import Duplicates, Language, Rulebook
from leadroute.render.messages import hint, message
from tests.build_tables import table

BOOK = Rulebook()
NOTES = {
    "LR511": (
        "手机号 | 公司\n13800001111、13900002222 | 甲",
        (
            "“手机号”列有 1 格写了几个号码，例如“13800001111、13900002222”："
            "用 +8613800001111，+8613900002222 也用来认出这条线索"
        ),
        (
            "1 cells of '手机号' hold several numbers, for example '13800001111、13900002222': +8613800001111 is used, "
            "+8613900002222 only helps to recognise the lead"
        ),
    ),
    "LR512": (
        "电话 | 公司\n010-88886666转8012 | 甲",
        "“电话”列有 1 格带分机号，例如“010-88886666转8012”：号码 +861088886666，分机 8012",
        "1 cells of '电话' hold an extension, for example '010-88886666转8012': number +861088886666, extension 8012",
    ),
    "LR513": (
        "手机号 | 公司\n138****1111 | 甲",
        "“手机号”列有 1 格号码被打了星号，例如“138****1111”，无法使用",
        "1 cells of '手机号' hide digits, for example '138****1111'; they cannot be used",
    ),
    "LR514": (
        "邮箱 | 公司\na@x.example; b@x.example | 甲",
        "“邮箱”列有 1 格写了几个邮箱，例如“a@x.example; b@x.example”：用 a@x.example，b@x.example 也用来认出这条线索",
        (
            "1 cells of '邮箱' hold several addresses, for example 'a@x.example; b@x.example': a@x.example is used, "
            "b@x.example only helps to recognise the lead"
        ),
    ),
    "LR515": (
        "邮箱 | 公司\nx@gmial.com | 甲",
        "“邮箱”列有 1 格邮箱的后缀像是打错了，例如“x@gmial.com”，也许是 gmail.com；仍按原样使用",
        (
            "1 cells of '邮箱' look mistyped, for example 'x@gmial.com': perhaps gmail.com was meant; they are used as "
            "written"
        ),
    ),
    "LR516": (
        "行业 | 公司\nSelect | 甲\nSelect | 乙",
        "“行业”列有 2 格只是占位，例如“Select”，按空白处理",
        "2 cells of '行业' only fill the cell, for example 'Select'; they count as blank",
    ),
}


@pytest.mark.parametrize("code", NOTES)
def test_it_is_said_once_for_a_column(code: str) -> None:
    drawn, chinese, english = NOTES[code]
    _, found = gather_leads([table(drawn)], BOOK)
    (note,) = [one for one in found if one.code == code]
    assert note.severity is Severity.NOTE
    assert message(note, Language.ZH) == chinese
    assert message(note, Language.EN) == english


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [
        ("LR513", "用能看到完整号码的账号重新导出", "export them again with a user who may see whole numbers"),
        ("LR515", "核对后在来源系统里改正", "check and mend them where they came from"),
    ],
)
def test_what_to_do(code: str, chinese: str, english: str) -> None:
    _, found = gather_leads([table(NOTES[code][0])], BOOK)
    (note,) = [one for one in found if one.code == code]
    assert (hint(note, Language.ZH), hint(note, Language.EN)) == (chinese, english)


@pytest.mark.parametrize(
    ("drawn", "survivors"),
    [
        ("手机号 | 公司\n13800001111/13900002222 | 甲\n13900002222 | 乙\n13800001111 | 丙", [0, 0, 0]),
        ("手机号 | 公司\n13900002222 | 甲\n13800001111/13900002222 | 乙\n13800001111 | 丙", [0, 0, 0]),
        ("手机号 | 公司\n13800001111/13900002222 | 甲\n13800003333/13900002222 | 乙", [0, 0]),
        ("手机号 | 公司\n13800001111/400-800-1234 | 甲\n13800003333/400-800-1234 | 乙", [0, 1]),
        ("邮箱 | 公司\na@example.com; b@example.com | 甲\nb@example.com | 乙\nc@example.com | 丙", [0, 0, 2]),
        ("邮箱 | 公司\na@example.com; info@example.com | 甲\nb@example.com; info@example.com | 乙", [0, 1]),
    ],
)
def test_each_number_and_address_of_a_cell_finds_duplicates(drawn: str, survivors: list[int]) -> None:
    leads, _ = gather_leads([table(drawn)], BOOK)
    assert find_duplicates(leads, Duplicates()).survivor.tolist() == survivors


def test_a_second_number_of_an_agency_links_nothing() -> None:
    rows = "\n".join(f"1380000111{at}/13900002222 | 公司{at} | 联系{at}人" for at in range(3))
    leads, _ = gather_leads(
        [table(f"手机号 | 公司 | 联系人\n{rows}".replace("公司0", "甲甲").replace("公司1", "乙乙"))], BOOK
    )
    merges = find_duplicates(leads, Duplicates())
    assert merges.survivor.tolist() == [0, 1, 2]
    assert [(one.field, one.value, one.rows) for one in merges.shared] == [("phone", "+8613900002222", 3)]
