"""Province, city and district of a row beside each other: cells taken apart, blanks concluded, contradictions told.

What a row gives stays. Each combination of cells that occurs is looked at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.context.additions import Additions, blank_column
from leadroute.intake.context.cells import BLANK, Cells, cells_of, combined
from leadroute.intake.places.atlas import Level
from leadroute.intake.places.join import Joined, join
from leadroute.model.diagnostic import facts
from leadroute.model.fields import FIELDS as KINDS
from leadroute.tables.arrow import flags, strings
from leadroute.tables.leads import Remark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.columns import Written
    from leadroute.intake.places.found import Found
    from leadroute.tables.leads import Column, Whole

FIELDS = {Level.PROVINCE: "province", Level.CITY: "city", Level.DISTRICT: "district"}
HOME = ("", "cn", "hk", "mo", "tw")
"""Keys of countries that may have places of China, and of none."""
_MOST = 5


def in_place(columns: Mapping[str, Column], as_written: Mapping[str, Written], again: int = 0) -> dict[str, Column]:
    """The columns with places completed from each other, and remarks on what was concluded or does not fit."""
    cells = {
        level: cells_of(columns[name], as_written[name], level) for level, name in FIELDS.items() if name in columns
    }
    if not any(each.places for each in cells.values()):
        return dict(columns)
    home = _at_home(columns, len(next(iter(cells.values())).rows))
    of, first = combined([*(each.rows for each in cells.values()), home])
    work = _Work(cells, *_told_of(of, again))
    for combination, row in enumerate(first.tolist()):
        if home[row]:
            work.look_at(combination, row)
    return work.done(columns, of)


def _at_home(columns: Mapping[str, Column], rows: int) -> Whole:
    """1 for rows whose country is China or not known."""
    country = columns.get("country")
    if country is None:
        return np.ones(rows, dtype=np.int64)
    return flags(pc.is_in(country.keys, value_set=strings(HOME)))[country.codes].astype(np.int64)


def _told_of(of: Whole, again: int) -> tuple[Whole, Whole]:
    """How often each combination occurs among the rows of which anything is to be told, and the first such row."""
    counts = np.bincount(of[again:], minlength=int(of.max(initial=-1)) + 1)
    examples = np.zeros(len(counts), dtype=np.int64)
    examples[of[again:][::-1]] = np.arange(len(of) - 1, again - 1, -1)
    return counts, examples


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """The cells, how often each combination of them occurs and where, and what is made of them one by one."""

    cells: Mapping[Level, Cells]
    counts: Whole
    examples: Whole
    added: Mapping[Level, Additions] = field(default_factory=lambda: {level: Additions() for level in Level})
    told: dict[tuple[Level, str, object], Remark] = field(default_factory=dict)

    def look_at(self, combination: int, row: int) -> None:
        """Join the cells of a combination, of which this is a row."""
        known = {level: found for level, each in self.cells.items() if (found := each.found(int(each.rows[row])))}
        if not known:
            return
        joined = join(known)
        for level in Level:
            if level not in self.cells or self.cells[level].rows[row] == BLANK:
                self._fill(level, joined, known, combination)
            elif level in known:
                self._settle(level, joined, known[level], combination)
        self._tell_doubts(joined, known, combination)

    def done(self, columns: Mapping[str, Column], of: Whole) -> dict[str, Column]:
        """The columns with what was found; one that no file has is made if it gets a value."""
        found = dict(columns)
        for level, name in FIELDS.items():
            if name in found or self.added[level].entries:
                column = found[name] if name in found else blank_column(KINDS[name], len(of))
                told = tuple(remark for (at, _, _), remark in self.told.items() if at is level)
                found[name] = replace(self.added[level].to(column, of), remarks=(*column.remarks, *told))
        return found

    def _fill(self, level: Level, joined: Joined, known: Mapping[Level, Found], combination: int) -> None:
        place = joined.at(level)
        if place is None:
            return
        source = min(at for at, found in known.items() if any(one.within(place) for one in found.meant(at)))
        if source is Level.CITY < level and known[source].steps == 1:
            return  # a county stands for a city, and is named there
        if source < level or known[source].steps > 1:  # the cell itself says so
            self.added[level].put(combination, place.name)
            whole = " / ".join(one.name for one in joined.places[0].chain)
            self._tell(source, "LR553", "", combination, meaning=whole)
        else:
            self.added[level].put(combination, place.name, FIELDS[source])
            names = {"field": FIELDS[level], "source": FIELDS[source], "meaning": place.name}
            self._tell(source, "LR554", FIELDS[level], combination, **names)

    def _settle(self, level: Level, joined: Joined, own: Found, combination: int) -> None:
        """A name of several places is the one that fits the rest of its row."""
        place = joined.at(level)
        if place and len(own.meant(level)) > 1 and all(one.level is level for one in own.meant(level)):
            self.added[level].put(combination, place.name)

    def _tell_doubts(self, joined: Joined, known: Mapping[Level, Found], combination: int) -> None:
        if joined.clash:
            clash = joined.clash
            said = {"value": clash.name, "given": clash.given, "found": clash.found}
            self._tell(clash.level, "LR551", clash, combination, **said)
        elif joined.candidates:
            listed = " / ".join(joined.candidates[:_MOST])
            self._tell(max(known), "LR550", joined.candidates, combination, candidates=listed)

    def _tell(self, level: Level, code: str, apart: object, combination: int, **said: str) -> None:
        """Count the rows of a combination with those of which the same is said; the first found is the example."""
        key, count = (level, code, apart), int(self.counts[combination])
        if not count:  # it occurs in rows of earlier runs only
            return
        before = self.told.get(key)
        row, count = int(self.examples[combination]), count + (before.count if before else 0)
        self.told[key] = replace(before, count=count) if before else Remark(code, row, count, facts(**said))
