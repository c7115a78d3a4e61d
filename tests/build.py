"""Small readable builders: leads, reps and rulebooks from short strings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from leadroute.engine.arrange import surroundings
from leadroute.engine.make_plan import make_plan
from leadroute.engine.plan import Case, Plan, Setting
from leadroute.intake.customers import nobody
from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.fill import fill_blanks
from leadroute.intake.score import score_leads
from leadroute.model import rulebook
from leadroute.model.fields import FIELDS, Kind
from leadroute.model.rep import Caps, Opening, Rep, Roster, Status
from leadroute.model.rulebook import ALWAYS, AssignPool, Members, Pool, Rule, Rulebook
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import Column, Leads, Origin, number_column, text_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rulebook import Condition, Operand

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Monday morning."""


def leads(table: str, numbers: tuple[str, ...] = ("employees", "budget", "revenue", "created_at")) -> Leads:
    """Build leads from a table drawn with ``|``: a header line of field names, then a line a lead."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    cells = {name: [line[at] for line in lines] for at, name in enumerate(header)}
    columns = {name: _column(name, texts, numeric=name in numbers) for name, texts in cells.items()}
    return Leads(pd.DataFrame(cells, dtype="str"), {name: name for name in header}, columns, _origin(len(lines)))


def nameless(count: int, **cells: list[str]) -> Leads:
    """Build leads that differ in nothing but their number, and the columns given."""
    texts = {"lead_id": [f"L{at:05d}" for at in range(count)], **cells}
    columns = {name: text_column(own) for name, own in texts.items()}
    return Leads(pd.DataFrame(texts, dtype="str"), {name: name for name in texts}, columns, _origin(count))


def rep(who: str, **more: object) -> Rep:
    """Build a rep from ``"R1 3 day=5 open=60 team=east skills=英语,日语 left"``: id, weight, then anything else."""
    name, *words = who.split()
    known: dict[str, object] = {"id": name, "name": name, **more}
    caps: dict[str, int] = {}
    sets: dict[str, frozenset[str]] = {}
    for word in words:
        key, _, value = word.partition("=")
        if not value:
            known |= {"status": Status(word)} if word in set(Status) else {"weight": Fraction(word)}
        elif key in {"open", "day", "week", "month"}:
            caps[key] = int(value)
        elif key in {"team", "level", "deputy"}:
            known[key] = value
        elif key in {"won", "worked", "open_leads"}:
            known[key] = int(value)
        else:
            sets[key] = frozenset(value.split(","))
    return Rep(**{**known, "caps": Caps(**caps), "sets": sets})  # type: ignore[arg-type]


def roster(*who: str | Rep) -> Roster:
    """Build a roster, sorted by id as every roster is."""
    reps = [one if isinstance(one, Rep) else rep(one) for one in who]
    return Roster(tuple(sorted(reps, key=lambda one: one.id)))


def pool(name: str = "all", members: str = "", **more: object) -> Pool:
    """Build a pool of everybody, or of the members named with blanks between."""
    who = Members(named=tuple(members.split())) if members else Members(everybody=True)
    return Pool(name, who, **more)  # type: ignore[arg-type]


def rule(target: str = "all", when: Condition = ALWAYS, name: str = "", **more: object) -> Rule:
    """Build a rule that assigns to a pool."""
    return Rule(name or f"to {target}", when, AssignPool(target), **more)  # type: ignore[arg-type]


def holds(field: str, operator: str, operand: Operand, **more: object) -> Condition:
    """Build a single test."""
    return rulebook.Test(field, operator, operand, **more)  # type: ignore[arg-type]


def book(*parts: Pool | Rule, **more: object) -> Rulebook:
    """Build a rulebook from pools and rules; without a rule every lead goes to the first pool."""
    pools = {part.name: part for part in parts if isinstance(part, Pool)}
    rules = tuple(part for part in parts if isinstance(part, Rule))
    return Rulebook(pools=pools, rules=rules or (rule(next(iter(pools))),), **more)  # type: ignore[arg-type]


def plan(who: Leads, people: Roster, rules: Rulebook, opening: Opening | None = None, now: datetime = NOW) -> Plan:
    """Plan a run over prepared leads: duplicates, score, rules, turns; no customers."""
    return make_plan(case(who, people, rules, now), Setting(rules, people, opening or Opening(), now))


def case(who: Leads, people: Roster, rules: Rulebook, now: datetime = NOW) -> Case:
    """What a plan over prepared leads is made of."""
    merged, merges = fill_blanks(who, find_duplicates(who, rules.duplicates))
    scored, scores = score_leads(merged, rules.score, surroundings(people, now))
    return Case(scored, merges, nobody(scored), scores)


def owners(made: Plan) -> list[str]:
    """The rep of each row by id, "" for none."""
    return [made.roster.reps[at].id if at >= 0 else "" for at in made.decisions.rep.tolist()]


def received(made: Plan) -> Mapping[str, int]:
    """How many leads each rep got, in the order of the roster."""
    got = owners(made)
    return {one.id: got.count(one.id) for one in made.roster.reps}


def _column(name: str, texts: list[str], *, numeric: bool) -> Column:
    if not numeric:
        column = text_column(texts, FIELDS.get(name, Kind.TEXT))
        return replace(column, keys=fold_array(column.values))
    kind = FIELDS.get(name, Kind.NUMBER)
    return number_column([_number(text, kind) for text in texts], kind)


def _number(text: str, kind: Kind) -> float:
    if not text:
        return float("nan")
    return datetime.fromisoformat(f"{text}+00:00").timestamp() if kind is Kind.DATE else float(text)


def _origin(count: int) -> Origin:
    return Origin((("leads.csv", ""),), np.zeros(count, np.int16), np.arange(2, count + 2, dtype=np.int32))
