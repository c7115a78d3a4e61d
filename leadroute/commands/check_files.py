"""Check a rulebook with the files it is to be used with: the people on the roster, and a trial on leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.reading import read_customers, read_leads, read_roster
from leadroute.commands.rules import read_tables_of
from leadroute.engine.arrange import surroundings
from leadroute.engine.conditions import Examiner
from leadroute.engine.paths import action_of, first_pool
from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.engine.shares import shares
from leadroute.files.read.options import AS_FOUND
from leadroute.model.diagnostic import Diagnostic, has_errors
from leadroute.model.rep import Roster
from leadroute.rulebook.columns import check_columns
from leadroute.rulebook.duty import check_duty
from leadroute.rulebook.people import check_people
from leadroute.rulebook.staffing import check_staffing
from leadroute.rulebook.usage import Usage, check_usage
from leadroute.rulebook.volume import check_volume

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    import numpy.typing as npt

    from leadroute.commands.check_given import Files
    from leadroute.engine.plan import Plan
    from leadroute.engine.shares import Share
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Column, Leads

    Notes = tuple[Diagnostic, ...]
    Days = npt.NDArray[np.float64]

_A_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Told:
    """The rulebook with its tables read, the values reps have (``None`` without a roster), and everything found.

    ``shares`` tell of the leads that meet each rule how many earlier rules took.
    """

    book: Rulebook
    reps: Mapping[str, frozenset[str]] | None
    found: Notes = field(default=())
    shares: tuple[Share, ...] = field(default=())


def check_files(book: Rulebook, rules: Path, files: Files, now: datetime) -> Told:
    """Read what is given and check the rulebook against it."""
    book, of_tables = read_tables_of(book, rules)
    roster, of_roster = read_roster(files.reps) if files.reps else (None, ())
    leads, of_leads = read_leads(files.leads, AS_FOUND, book) if files.leads else (None, ())
    customers, of_customers = read_customers(files.customers, book)
    found = (*of_tables, *of_roster, *of_leads, *of_customers)
    if roster is not None and roster.reps:
        found += (*check_people(book, roster), *check_staffing(book, roster, now), *check_duty(book, roster, now))
    if leads is not None:
        sets = frozenset(name for rep in roster.reps for name in rep.sets) if roster else None
        found += check_columns(book, frozenset((*leads.columns, *book.infer.sources)), sets)
    parts: tuple[Share, ...] = ()
    if leads is not None and not has_errors(found):
        more, parts = _tried(Gathered(book, roster or Roster(()), leads, customers, ()), now)
        found += more
    elif leads is not None and roster is not None and roster.reps:
        found += check_volume(book, roster, _fullest(_days(leads)))
    values = surroundings(roster, now).rep_values if roster and roster.reps else None
    return Told(book, values, found, parts)


def _tried(gathered: Gathered, now: datetime) -> tuple[Notes, tuple[Share, ...]]:
    """Decide the leads as a run without memory would, and look at what the rules did."""
    prepared = prepare(gathered)
    plan = decide(prepared, None, now).plan
    days, roster = _days(plan.leads), gathered.roster
    volume = check_volume(gathered.book, roster, _fullest(days), _by_pool(plan, days)) if roster.reps else ()
    examiner = Examiner(plan.leads, surroundings(plan.roster, now))
    parts = shares(prepared.book.rules, examiner, plan.matches, now)
    return (*check_usage(gathered.book, prepared.book, _usage(plan, parts)), *volume), parts


def _usage(plan: Plan, parts: tuple[Share, ...]) -> Usage:
    asked = plan.matches.rule[plan.matches.rule != NOT_ASKED]
    counts = np.bincount(asked[asked != DEFAULT], minlength=len(plan.rulebook.rules))
    keys = {name: _keys(column) for name, column in plan.leads.columns.items()}
    default = int((asked == DEFAULT).sum())
    met = frozenset(part.rule for part in parts)
    return Usage(len(asked), keys, tuple(counts.tolist()), default, plan.matches.missing, met)


def _keys(column: Column) -> dict[str, str]:
    """What the values of a column are compared by, each with a spelling of it."""
    used = np.unique(column.codes)
    keys, values = column.keys.take(used), column.values.take(used)
    return {key: value for key, value in zip(keys.to_pylist(), values.to_pylist(), strict=True) if value}


def _days(leads: Leads) -> Days:
    """The day each lead was made (NaN: not known); one and the same for all if they do not say."""
    made = leads.columns.get("created_at")
    if made is None or made.numbers is None:
        return np.zeros(len(leads))
    days: Days = made.numbers[made.codes] // _A_DAY
    return days if not np.isnan(days).all() else np.zeros(len(leads))


def _fullest(days: Days) -> int:
    """How many leads the fullest day has."""
    known = days[~np.isnan(days)]
    return int(np.unique(known, return_counts=True)[1].max()) if len(known) else 0


def _by_pool(plan: Plan, days: Days) -> dict[str, int]:
    """How many leads rules send to each pool on its fullest day."""
    target = {int(at): first_pool(action_of(plan.rulebook, int(at))) for at in np.unique(plan.matches.rule)}
    pools = {pool for at, pool in target.items() if at >= DEFAULT}
    rules = {pool: [at for at, name in target.items() if name == pool and at >= DEFAULT] for pool in pools}
    return {pool: _fullest(days[np.isin(plan.matches.rule, at)]) for pool, at in rules.items()}
