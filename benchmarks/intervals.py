"""How often the interval of a backtest holds the truth, on histories whose truth is known because they are made up.

``python benchmarks/intervals.py [--histories 400] [--leads 3000] [--reps 12]``

Each history has four kinds of leads (5, 10, 20 and 30 % won) and reps who are all alike, or whose rates differ by a
factor around 1 with a standard deviation of 10 or 30 %. Leads are with a rep by lot, one in ten ends open. The other
way of giving them out draws owners with uneven odds. Printed for each spread: how often the interval of the difference
holds it, how often it says that there is one, how often the interval of what is won by the present owners holds that.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from leadroute.engine.backtest.conversion import LOST, OPEN, WON, Ended, difference, expected, learn

if TYPE_CHECKING:
    from leadroute.engine.backtest.conversion import Estimate

RATES = np.array([0.05, 0.1, 0.2, 0.3])
SPREADS = (0.0, 0.1, 0.3)
SEED = 20261122


def once(dice: np.random.Generator, leads: int, reps: int, spread: float) -> tuple[bool, bool, bool]:
    """One history: does the interval hold the difference, does it claim one, does it hold what is won now?"""
    factor = np.clip(1 + spread * dice.standard_normal(reps), 0, None)
    group, rep = dice.integers(0, len(RATES), leads), dice.integers(0, reps, leads)
    other = dice.choice(reps, leads, p=dice.dirichlet(np.ones(reps)))
    chance = np.minimum(RATES[group] * factor[rep], 1)
    end = np.where(dice.random(leads) < chance, WON, LOST)
    model = learn(Ended(group, rep, np.where(dice.random(leads) < 0.1, OPEN, end), len(RATES), reps))  # noqa: PLR2004
    change, now = difference(model, group, rep, other), expected(model, group, rep)
    new = np.minimum(RATES[group] * factor[other], 1)
    return _holds(change, float(new.sum() - chance.sum())), not _holds(change, 0.0), _holds(now, float(chance.sum()))


def _holds(one: Estimate, truth: float) -> bool:
    return one.low <= truth <= one.high


def main() -> None:
    """Print a line for each spread."""
    options = argparse.ArgumentParser()
    options.add_argument("--histories", type=int, default=400)
    options.add_argument("--leads", type=int, default=3000)
    options.add_argument("--reps", type=int, default=12)
    asked = options.parse_args()
    dice = np.random.default_rng(SEED)
    for spread in SPREADS:
        found = [once(dice, asked.leads, asked.reps, spread) for _ in range(asked.histories)]
        holds, claims, now = (100 * float(np.mean(column)) for column in zip(*found, strict=True))
        print(f"reps differ by {spread:.0%}: holds {holds:.1f} %, claims {claims:.1f} %, what is won now {now:.1f} %")


if __name__ == "__main__":
    main()
