from __future__ import annotations

from leadroute.intake.examine.duplicates import merging
from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Duplicates, Rulebook
from tests.build_tables import table

ONE = "公司 | 联系人 | 手机号 | 创建时间\nA | 张三 | 13800001234 | 2026-11-01\nB | 李四 | 13800001235 | 2026-11-02"
TWO = "手机 | 公司名称\n13800001234 | 别名\n13800001299 | C\n13800001299 | C"


def _parts(*drawn: str) -> list:  # type: ignore[type-arg]
    return [gather_leads([table(text, f"{at}.csv")], Rulebook())[0] for at, text in enumerate(drawn)]


def test_rows_that_would_merge_are_counted_over_all_files() -> None:
    found = merging(_parts(ONE, TWO), Duplicates())
    assert found is not None
    assert (found.rows, found.groups, found.largest, found.waiting) == (2, 2, 2, 0)
    assert found.keys == ("phone", "company+contact")


def test_files_looked_at_one_by_one_say_the_same_as_together() -> None:
    together, _ = gather_leads([table(ONE, "a.csv"), table(TWO, "b.csv")], Rulebook())
    assert merging([together], Duplicates()) == merging(_parts(ONE, TWO), Duplicates())


def test_second_numbers_link_over_all_files() -> None:
    one, two = "手机号\n13800001111\n13800001234 / 13800001235", "手机号\n13800001235\n13800001236 / 13800001111"
    found = merging(_parts(one, two), Duplicates())
    together, _ = gather_leads([table(one, "a.csv"), table(two, "b.csv")], Rulebook())
    assert found is not None
    assert (found.rows, found.groups) == (2, 2)
    assert found == merging([together], Duplicates())


def test_groups_too_large_wait_and_merge_nothing() -> None:
    found = merging(_parts("手机号\n" + "13800001234\n" * 5), Duplicates(review_above=4))
    assert found is not None
    assert (found.rows, found.groups, found.waiting) == (0, 1, 5)


def test_shared_values_are_listed() -> None:
    rows = "".join(f"{at}{at}{at}{at} | {at} | 13800008888\n" for at in "甲乙丙丁")
    found = merging(_parts(f"公司 | 联系人 | 手机号\n{rows}"), Duplicates())
    assert found is not None
    assert [(value.value, value.rows) for value in found.shared] == [("+8613800008888", 4)]
    assert found.rows == 0


def test_without_a_column_of_any_key_there_is_nothing_to_say() -> None:
    assert merging(_parts("城市\n上海\n上海"), Duplicates()) is None
