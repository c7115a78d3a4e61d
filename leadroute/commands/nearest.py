"""The smallest single change that would send a lead to a rep: candidates tried through the plan itself."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from leadroute.engine.arrange import surroundings
from leadroute.engine.explain.changes import Nearest, field_changes, roster_changes, rule_changes
from leadroute.engine.explain.moment import moment_of
from leadroute.engine.make_plan import make_plan
from leadroute.intake.supposed import supposed
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.explain.changes import Change
    from leadroute.engine.plan import Case, Setting
    from leadroute.model.rulebook import Rulebook

_MOST = 300
"""So many changes of one kind are tried."""


def nearest(arranged: Arrangement, told: Rulebook, row: int, rep: int) -> Nearest:
    """Try single changes of a lead at its turn, all else as it was; ``told`` has values as the rulebook says them."""
    moment = moment_of(arranged, row)
    if moment is None:
        return Nearest(rep, (), 0, put=False)
    case, setting = moment
    tries = (_fields(case, setting, told), ((one, case, other) for one, other in roster_changes(setting, rep)))
    found: list[Change] = []
    tried = 0
    for each in (*tries, ((one, case, other) for one, other in rule_changes(setting))):
        change, count = _first(each, rep)
        found += [change] if change else []
        tried += count
    return Nearest(rep, tuple(found), tried)


def _fields(case: Case, setting: Setting, told: Rulebook) -> Iterator[tuple[Change, Case, Setting]]:
    around = surroundings(setting.roster, setting.now)
    for change in field_changes(told):
        yield change, supposed(case, change.name, change.value, setting.rulebook, around), setting


def _first(tries: Iterable[tuple[Change, Case, Setting]], rep: int) -> tuple[Change | None, int]:
    """The first change that does it, and how many were tried."""
    count = 0
    for change, case, setting in islice(tries, _MOST):
        count += 1
        decided = make_plan(case, setting).decisions
        if decided.outcome[0] == Outcome.ASSIGNED and decided.rep[0] == rep:
            return change, count
    return None, count
