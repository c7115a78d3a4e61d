from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.leads import gather_leads
from leadroute.intake.quarantine import LISTED, bad_rows, intolerable, set_aside
from leadroute.model.manner import ANY, Most, OnBad, Tolerance
from leadroute.model.rulebook import Rulebook
from tests.build_tables import codes, table

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads

FOUR = "公司 | 手机号\nA | 13800001234\nB | 1.38E+10\n | 无\nD | 13800001235"


def _leads(drawn: str = FOUR, broken: tuple[int, ...] = ()) -> Leads:
    raw = table(drawn)
    marked = np.isin(np.arange(len(raw)), broken) if broken else None
    leads, _ = gather_leads([raw], Rulebook())
    object.__setattr__(leads.origin, "broken", marked)
    return leads


def _codes(tolerance: Tolerance, drawn: str = FOUR, broken: tuple[int, ...] = ()) -> list[str]:
    leads = _leads(drawn, broken)
    return codes(intolerable(leads, bad_rows(leads), tolerance))


def test_each_bad_row_has_one_reason_and_unreadable_comes_first() -> None:
    bad = bad_rows(_leads(broken=(2,)))
    assert bad.unreadable.tolist() == [False, False, True, False]
    assert bad.nobody.tolist() == [False, False, False, False]
    assert bad.unreachable.tolist() == [False, True, False, False]
    assert bad.every.sum() == 2


def test_bad_rows_stop_nothing_unless_asked() -> None:
    assert _codes(ANY) == []
    assert _codes(Tolerance(OnBad.QUARANTINE)) == []


def test_fail_names_every_bad_row_with_its_reason() -> None:
    assert _codes(Tolerance(OnBad.FAIL), broken=(3,)) == ["LR570", "LR574", "LR573", "LR572"]


def test_fail_lets_good_rows_pass() -> None:
    assert _codes(Tolerance(OnBad.FAIL), "公司 | 手机号\nA | 13800001234") == []


def test_a_limit_in_rows() -> None:
    assert _codes(Tolerance(most=Most(2))) == []
    assert _codes(Tolerance(most=Most(1))) == ["LR571", "LR574", "LR573"]
    assert _codes(Tolerance(most=Most(0))) == ["LR571", "LR574", "LR573"]


def test_a_limit_as_a_share() -> None:
    assert _codes(Tolerance(most=Most(share=Fraction(1, 2)))) == []
    assert _codes(Tolerance(most=Most(share=Fraction(49, 100)))) == ["LR571", "LR574", "LR573"]


def test_no_rows_are_never_too_many() -> None:
    assert _codes(Tolerance(OnBad.FAIL, Most(share=Fraction(0))), "公司 | 手机号") == []


def test_the_first_rows_are_named_and_all_are_counted() -> None:
    leads = _leads("公司 | 手机号\n" + "\n".join(f"C{at} | 12" for at in range(LISTED + 5)))
    first, *named = intolerable(leads, bad_rows(leads), Tolerance(OnBad.FAIL))
    assert (first.facts["count"], len(named)) == (str(LISTED + 5), LISTED)


def test_only_quarantine_sets_rows_aside() -> None:
    bad = bad_rows(_leads())
    assert set_aside(bad, ANY) is None
    aside = set_aside(bad, Tolerance(OnBad.QUARANTINE))
    assert aside is not None
    assert aside.tolist() == [False, True, False, False]
    assert set_aside(bad_rows(_leads("公司\nA")), Tolerance(OnBad.QUARANTINE)) is None
