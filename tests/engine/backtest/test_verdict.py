"""What may be concluded from how leads ended, and what keeps anybody from concluding."""

from __future__ import annotations

import numpy as np
import pytest

from leadroute.engine.backtest.conversion import LOST, OPEN, WON, Ended
from leadroute.engine.backtest.verdict import Verdict, learnt, weigh

REPS = 6


def ended(rates: list[float], each: int = 200, *, hide: tuple[int, ...] = ()) -> Ended:
    """So many leads a rep, this part of them won; of leads that ended in a way to ``hide`` no owner is known."""
    rep = np.repeat(np.arange(len(rates)), each)
    end = np.concatenate([np.where(np.arange(each) < round(rate * each), WON, LOST) for rate in rates])
    rep = np.where(np.isin(end, hide), -1, rep)
    return Ended(np.zeros(len(rep), dtype=np.int64), rep, end, 1, REPS)


def all_to(rep: int, leads: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.full(leads, rep, dtype=np.int64)


EVEN = [0.2] * REPS
APART = [0.5, 0.2, 0.2, 0.2, 0.2, 0.05]


@pytest.mark.parametrize(
    ("past", "to", "verdict"),
    [
        (ended(APART), 0, Verdict.MORE),
        (ended(APART), 5, Verdict.FEWER),
        (ended(EVEN), 0, Verdict.SAME),
        (ended(APART, each=2), 0, Verdict.FEW_ENDS),
        (ended([1.0] * REPS), 0, Verdict.FEW_ENDS),
        (ended(APART, hide=(WON, LOST)), 0, Verdict.NO_OWNERS),
        (ended(APART, hide=(LOST,)), 0, Verdict.WON_OWNERS),
        (ended(APART, hide=(WON,)), 0, Verdict.WON_OWNERS),
    ],
)
def test_what_is_concluded(past: Ended, to: int, verdict: Verdict) -> None:
    had = np.where(past.rep < 0, 1, past.rep)
    found = weigh(learnt(past), had, all_to(to, len(past.rep)))
    assert found.verdict is verdict
    assert found.verdict.concludes is (verdict in {Verdict.MORE, Verdict.FEWER, Verdict.SAME})


def test_nothing_is_concluded_when_too_many_leads_go_to_people_nobody_knows_the_results_of() -> None:
    past = ended(APART[:5])  # the sixth has no leads with a known end
    some = np.where(np.arange(1000) < 190, 5, past.rep)
    many = np.where(np.arange(1000) < 210, 5, past.rep)
    found = learnt(past)
    assert weigh(found, past.rep, some).verdict.concludes
    assert weigh(found, past.rep, many).verdict is Verdict.UNTRIED
    assert weigh(found, past.rep, many).tried == pytest.approx(0.79)


def test_without_any_end_nothing_is_known() -> None:
    past = ended(EVEN)
    nothing = Ended(past.group, past.rep, np.full(len(past.end), OPEN), 1, REPS)
    found = learnt(nothing)
    assert (found.ends, found.wins, found.owned) == (0, 0, (0.0, 0.0))
    assert weigh(found, past.rep, past.rep).verdict is Verdict.NO_ENDS
