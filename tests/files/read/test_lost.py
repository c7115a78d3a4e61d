from __future__ import annotations

from leadroute.files.read.lost import with_damage
from tests.build_tables import codes, table


def test_cells_are_marked_and_the_first_named() -> None:
    found = with_damage(table("company | note\nAc\ufffdme | x\nBeta | \ufffd\ufffd"))
    assert {label: mask.tolist() for label, mask in found.damaged.items()} == {
        "company": [True, False],
        "note": [False, True],
    }
    assert (codes(found.notes), found.notes[0].facts["cells"]) == (["LR014"], "2:company | 3:note")


def test_whole_cells_need_no_word() -> None:
    whole = table("company | note\nAcme | x")
    assert with_damage(whole) is whole
