from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.fill import fill_blanks
from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Duplicates, Keep, Rulebook
from tests.build import leads
from tests.build_tables import table

KEYS = Duplicates()


def survivors(table: str, policy: Duplicates = KEYS) -> list[int]:
    kept: list[int] = find_duplicates(leads(table), policy).survivor.tolist()
    return kept


def test_any_line_links_and_all_fields_of_a_line_must_agree() -> None:
    table = """
        phone | email | company | contact
        1 | a | x | li
        1 | b | y | wang
        2 | b | z | li
        3 | c | x | li
        4 | d | x | zhao
    """
    assert survivors(table) == [0, 0, 0, 0, 4]


def test_blank_keys_never_match() -> None:
    assert survivors("phone | email | company | contact\n | | |\n | | |\n | | x |\n | | x |") == [0, 1, 2, 3]


def test_a_value_of_three_companies_and_three_names_links_nothing_and_is_listed() -> None:
    agency = (
        "phone | company | contact\n1 | aaaa | li\n1 | bbbb | wang\n1 | cccc | zhao\n2 | dddd | sun\n2 | dddd | sun"
    )
    merges = find_duplicates(leads(agency), KEYS)
    assert merges.survivor.tolist() == [0, 1, 2, 3, 3]
    assert [(one.field, one.value, one.rows, one.companies, one.names) for one in merges.shared] == [
        ("phone", "1", 3, 3, 3)
    ]


def test_without_a_company_column_three_surnames_share_a_number() -> None:
    people = "phone | contact\n1 | 王杰\n1 | 李娜\n1 | 赵强\n1 | 王芳\n2 | Ann Lee\n2 | Bob Ray\n2 | Cy Poe"
    merges = find_duplicates(leads(people), KEYS)
    assert merges.survivor.tolist() == list(range(7))
    assert [(one.value, one.rows, one.companies, one.names) for one in merges.shared] == [
        ("1", 4, 0, 4),
        ("2", 3, 0, 3),
    ]


def test_without_a_company_column_one_person_may_be_written_in_many_ways() -> None:
    assert survivors("phone | contact\n1 | 张峰\n1 | 张先生\n1 | 张怡然\n2 | Ann Lee\n2 | A. Lee\n2 | Lee") == [
        *[0, 0, 0],
        *[3, 3, 3],
    ]


def test_two_companies_with_one_number_are_still_linked() -> None:
    assert survivors("phone | company | contact\n1 | aaaa | li\n1 | bbbb | wang\n1 | bbbb | zhao") == [0, 0, 0]


def test_the_survivor_is_chosen_by_policy() -> None:
    table = "phone | created_at | title\n1 | 2026-03-01 |\n1 | 2026-02-01 |\n1 | 2026-04-01 | boss"
    chosen = {keep: survivors(table, Duplicates(keep=keep))[0] for keep in Keep}
    assert chosen == {Keep.EARLIEST: 1, Keep.LATEST: 2, Keep.MOST_COMPLETE: 2}


def test_big_groups_are_held_and_nobody_in_them_is_lost() -> None:
    rows = "\n".join(f"1 | {at}" for at in range(5))
    merges = find_duplicates(leads(f"phone | x\n{rows}"), Duplicates(review_above=4))
    assert merges.oversized.all()
    assert not merges.loser.any()
    assert merges.cluster.tolist() == [0] * 5


def test_survivors_take_what_they_lack_join_sources_and_keep_the_earliest_creation() -> None:
    some = leads(
        """
        phone | email | source | created_at
        1 | | web | 2026-02-02
        1 | a@example.com | fair | 2026-01-01
        1 | b@example.com | web |
        """
    )
    filled, merges = fill_blanks(some, find_duplicates(some, Duplicates(keep=Keep.MOST_COMPLETE)))
    survivor = int(merges.survivor[0])
    kept = filled.raw.iloc[survivor].to_dict()
    assert kept == {"phone": "1", "email": "a@example.com", "source": "fair; web", "created_at": "2026-01-01"}
    latest, merged = fill_blanks(some, find_duplicates(some, Duplicates(same_when=(("phone",),), keep=Keep.LATEST)))
    first = latest.raw.iloc[int(merged.survivor[0])].to_dict()
    assert first == {"phone": "1", "email": "a@example.com", "source": "web; fair", "created_at": "2026-01-01"}
    assert [rows.tolist() for rows in merged.filled["email"]] == [[0], [1]]
    assert latest.columns["email"].value(0) == "a@example.com"


@pytest.mark.parametrize(
    ("cells", "kept", "donor"),
    [
        ("1.38E+10 | 13800001234", "13800001234", [1]),
        ("12 | 13800001234", "13800001234", [1]),
        ("无 | 13800001234", "13800001234", [1]),
        (" | 1.38E+10 | 13800001234 | 13800001235", "13800001234", [2]),
        (" | 1.38E+10", "1.38E+10", [1]),
        ("1.38E+10 | 12", "1.38E+10", []),
        ("1.38E+10 | 无 |", "1.38E+10", []),
        ("13800001234 | 13800001235", "13800001234", []),
    ],
)
def test_what_is_damaged_counts_as_blank_beside_a_good_value(cells: str, kept: str, donor: list[int]) -> None:
    rows = "\n".join(f"a@example.com | {cell}" for cell in cells.split("|"))
    some, _ = gather_leads([table(f"邮箱 | 手机号\n{rows}")], Rulebook())
    filled, merges = fill_blanks(some, find_duplicates(some, Duplicates(same_when=(("email",),))))
    assert filled.raw["phone"][0] == kept
    assert merges.filled["phone"][1].tolist() == donor
    assert filled.columns["phone"].value(0) == (f"+86{kept}" if kept.startswith("138") else "")


def test_lines_with_fields_no_file_has_are_left_out() -> None:
    assert survivors("company\nx\nx") == [0, 1]


def test_what_is_nobodys_by_its_nature_links_nothing_and_is_listed() -> None:
    some = leads("email | contact\ninfo@example.com | li\ninfo@example.com | wang\nsales@example.com | sun")
    email = some.columns["email"]
    keyless = replace(email, keys=pa.array(["" for _ in email.values], pa.large_string()))
    merges = find_duplicates(some.with_columns(email=keyless), KEYS)
    assert merges.survivor.tolist() == [0, 1, 2]
    assert [(one.value, one.rows, one.names) for one in merges.shared] == [("info@example.com", 2, 2)]
