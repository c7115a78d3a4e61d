"""The past as files tell it: one file a run where their names say the day, else cut by the day each lead came."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.history import History, Occasion, renumbered
from leadroute.commands.reading import leads_of, read_lead_tables
from leadroute.commands.refusal import Refusal
from leadroute.engine.backtest.fates import FIRST
from leadroute.intake.past.cut import UNDATED, cut, days_of
from leadroute.intake.past.dates import day_of
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.model.manner import Every
from leadroute.tables.arrow import objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.commands.history import Told
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Rows, Texts, Whole
    from leadroute.tables.raw import RawTable

_EPOCH = 719_163  # the ordinal of 1970-01-01
_END_OF_DAY = time(23, 59)


def history_of_files(told: Told, book: Rulebook) -> History | Refusal:
    """Read the files and cut them into runs, each at the end of its day."""
    tables, notes = read_lead_tables(told.files, told.how, book)
    if not tables or has_errors(notes):
        return Refusal(Exit.INPUT, notes, book.language)
    leads, found = leads_of(tables, book)
    notes = (*notes, *found)
    if has_errors(notes):
        return Refusal(Exit.INPUT, notes, book.language)
    days = _days(tables, leads, told)
    if days is None:
        stop = Diagnostic("LR885", place=Place(tables[0].file), args=facts(headers=" | ".join(leads.headers.values())))
        return Refusal(Exit.INPUT, (stop, *notes), book.language)
    cuts = tuple(cut(days, told.every or Every.day, told.window))
    if not cuts:
        return Refusal(Exit.INPUT, (_nothing(tables, days), *notes), book.language)
    zone = ZoneInfo(book.timezone)
    runs = tuple(
        Occasion(datetime.combine(day, _END_OF_DAY, zone), renumbered(tables, rows, FIRST), rows) for day, rows in cuts
    )
    return History(runs, leads, owners(leads), (*_left_out(tables, days, cuts), *notes))


def owners(leads: Leads) -> Texts | None:
    """Who had each lead, by the column of owners; ``None`` where there is none or it is blank."""
    column = leads.columns.get("owner")
    if column is None:
        return None
    found = objects(column.values)[column.codes]
    return found if (found != "").any() else None


def _days(tables: Sequence[RawTable], leads: Leads, told: Told) -> Whole | None:
    """The day of each lead: that of its file if several have one and nobody asks for another cut, else its own."""
    named = [day_of(table.file) for table in tables]
    alone, undated = len({table.file for table in tables}) == 1, "created_at" not in leads.columns
    if told.every is None and all(named) and (undated or not alone):
        return np.repeat([day.toordinal() - _EPOCH for day in named if day], [len(table) for table in tables])
    return None if undated else days_of(leads.columns["created_at"])


def _nothing(tables: Sequence[RawTable], days: Whole) -> Diagnostic:
    own = days[days != UNDATED]
    first, last = (date.fromordinal(int(day) + _EPOCH) for day in (own.min(), own.max())) if len(own) else ("-", "-")
    return Diagnostic("LR886", place=Place(tables[0].file), args=facts(first=first, last=last))


def _left_out(tables: Sequence[RawTable], days: Whole, cuts: Sequence[tuple[date, Rows]]) -> Iterator[Diagnostic]:
    """Leads that nobody can put into a run, and those outside the days asked for."""
    undated = int((days == UNDATED).sum())
    outside = len(days) - undated - sum(len(rows) for _, rows in cuts)
    place, rows = Place(tables[0].file), len(days)
    if undated:
        yield Diagnostic("LR887", Severity.WARNING, place, facts(count=undated, rows=rows))
    if outside:
        yield Diagnostic("LR888", Severity.NOTE, place, facts(count=outside, rows=rows))
