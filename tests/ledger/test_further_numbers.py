"""A lead whose cell held two numbers is known by either of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Duplicates, Rulebook
from leadroute.tables.history import History
from tests.build import book, owners, pool, roster
from tests.build_tables import table
from tests.ledger.build import later, new_ledger, run

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.tables.leads import Leads

PEOPLE, RULES = roster("A", "B"), book(pool())
ONE, TWO = "13800001234", "13800001235"


def called(*phones: str, label: str = "手机号") -> Leads:
    """Leads with nothing but a number, each of a company of its own unless the phone says ``number | company``."""
    rows = (phone if "|" in phone else f"{phone} | 公司{at}{phone[-4:]}" for at, phone in enumerate(phones))
    return gather_leads([table("\n".join((f"{label} | 公司", *rows)))], Rulebook())[0]


@pytest.mark.parametrize(
    ("before", "after", "known"),
    [
        (f"{ONE} / {TWO}", TWO, History.DUPLICATE),
        (f"{ONE} / {TWO}", ONE, History.DUPLICATE),
        (TWO, f"{ONE} / {TWO}", History.DUPLICATE),
        (f"{ONE} / 13800001236", f"{TWO} / 13800001236", History.DUPLICATE),
        (f"{ONE} / {TWO}", "13800001239", History.NEW),
        (f"{ONE} 转 12", "13800001239 转 12", History.NEW),
    ],
)
def test_either_number_recognises_the_lead(tmp_path: Path, before: str, after: str, known: History) -> None:
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, called(before), PEOPLE, RULES)
        again, _ = run(ledger, called(after), PEOPLE, RULES, later(days=1))
    assert owners(first.plan) == ["A"]
    assert again.plan.known is not None
    assert again.plan.known.history.tolist() == [known]


def test_a_second_address_recognises_the_lead_too(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, called("a@example.com; b@example.com", label="邮箱"), PEOPLE, RULES)
        again, _ = run(ledger, called("b@example.com", label="邮箱"), PEOPLE, RULES, later(days=1))
    assert again.plan.known is not None
    assert again.plan.known.history.tolist() == [History.DUPLICATE]


@pytest.mark.parametrize(("last", "known"), [("丙", History.NEW), ("乙", History.DUPLICATE)])
def test_a_second_number_that_many_share_recognises_nobody(tmp_path: Path, last: str, known: History) -> None:
    """An agency's number stands second in every cell: with a third company and name it says nothing of anyone."""
    rules = book(pool(), duplicates=Duplicates(same_when=(("phone",),), shared_companies=3, shared_names=3))
    rows = {"甲": 0, "乙": 1, "丙": 2}
    cells = {name: f"1380000111{at} / 13800008888 | {name * 4}公司 | {name}一" for name, at in rows.items()}

    def day(name: str) -> Leads:
        return gather_leads([table(f"手机号 | 公司 | 联系人\n{cells[name].replace('111', '222')}")], Rulebook())[0]

    with new_ledger(tmp_path) as ledger:
        for at, name in enumerate(("甲", "乙")):
            first = gather_leads([table(f"手机号 | 公司 | 联系人\n{cells[name]}")], Rulebook())[0]
            run(ledger, first, PEOPLE, rules, later(days=at))
        again, _ = run(ledger, day(last), PEOPLE, rules, later(days=2))
    assert again.plan.known is not None
    assert again.plan.known.history.tolist() == [known]
