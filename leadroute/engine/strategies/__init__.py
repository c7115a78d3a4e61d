"""Which of the eligible takes a lead: one module a strategy, one table of all.

A strategy says what the eligible weigh in the account and, if it does not simply follow the account, who comes first.
All of them charge the same account: every eligible rep accrues, the receiver pays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.strategies import best_converter, by_account, least_loaded, stable_hash
from leadroute.model.rulebook import Strategy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.strategies.way import Way

STRATEGIES: Mapping[Strategy, Way] = {
    Strategy.ROUND_ROBIN: by_account.WAY,
    Strategy.WEIGHTED: by_account.WAY,
    Strategy.LEAST_LOADED: least_loaded.WAY,
    Strategy.BEST_CONVERTER: best_converter.WAY,
    Strategy.STABLE_HASH: stable_hash.WAY,
}
