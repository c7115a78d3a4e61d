"""Cells of a workbook as the text people typed, a batch of rows at a time, without a copy of the whole sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Cell = str | float | int | bool | date | datetime | time | timedelta | None

TEXT = pa.large_string()
_BATCH = 1 << 13
_EXACT = 1e15  # a whole number beyond this has more digits than a workbook keeps
_WRITTEN_OUT = 1e22
_HOUR, _MINUTE = 3600, 60
_BETWEEN = "\0"  # stands in no cell of an xlsx; where it does, the count tells


@dataclass(slots=True)
class Noted:
    """Noticed while cells became text: columns with numbers, and the rows (from 1) and texts of numbers too long."""

    numeric: set[int] = field(default_factory=set)
    too_long: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def batches(
    rows: Iterable[Sequence[Cell]], width: int, first: int, noted: Noted, lost: Mapping[int, Mapping[int, str]]
) -> Iterator[pa.RecordBatch]:
    """The rows as batches of text columns; ``first`` is the number of the first row, ``lost`` what replaces cells."""
    rows = iter(rows)
    schema = pa.schema([(str(at), TEXT) for at in range(width)])
    while batch := list(islice(rows, _BATCH)):
        for number in lost.keys() & set(range(first, first + len(batch))) if lost else ():
            batch[number - first] = _patched(batch[number - first], lost[number])
        columns = [_texts(column, at, first, noted) for at, column in enumerate(zip(*batch, strict=True))]
        yield pa.record_batch(columns, schema=schema)
        first += len(batch)


def _patched(row: Sequence[Cell], lost: Mapping[int, str]) -> list[Cell]:
    return [lost.get(at, cell) for at, cell in enumerate(row)]


def _texts(column: Sequence[Cell], at: int, first: int, noted: Noted) -> pa.Array:
    if (plain := _plain(column)) is not None:
        return plain
    if set(map(type, column)) & {float, int}:
        noted.numeric.add(at)
        if long := [(first + row, as_text(cell)) for row, cell in enumerate(column) if _is_too_long(cell)]:
            noted.too_long.setdefault(at, []).extend(long)
    return pa.array([cell if cell.__class__ is str else as_text(cell) for cell in column], TEXT)


def _plain(column: Sequence[Cell]) -> pa.Array | None:
    """Cells that all are texts: Arrow cuts one long text faster than it takes many short ones; ``None`` for others."""
    try:
        data = _BETWEEN.join(cast("Sequence[str]", column)).encode()
    except TypeError:
        return None
    bounds = pa.array([0, len(data)], pa.int64()).buffers()[1]
    cut = pc.split_pattern(pa.Array.from_buffers(TEXT, 1, [None, bounds, pa.py_buffer(data)]), _BETWEEN).values
    return cut if len(cut) == len(column) else None


def _is_too_long(cell: Cell) -> bool:
    return isinstance(cell, float | int) and abs(cell) >= _EXACT


@lru_cache(maxsize=1 << 16, typed=True)
def as_text(cell: Cell) -> str:
    """A cell as people typed it: ``13800001234.0`` → ``13800001234``, a date → ISO, true → ``TRUE``."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() | int():
            return f"{cell:.15g}" if abs(cell) < _EXACT else _long(cell)
        case _:
            return _moment(cell)


def _moment(cell: date | time | timedelta) -> str:
    match cell:
        case datetime():
            moment = _whole_second(cell)
            return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ")
        case time():
            return _whole_second(datetime.combine(date.min, cell)).time().isoformat()
        case timedelta():
            return _hours(round(cell.total_seconds()))
        case date():
            return cell.isoformat()


def _long(number: float) -> str:
    """All digits of a whole number, those too that the workbook has made up."""
    return str(int(number)) if abs(number) < _WRITTEN_OUT and number == int(number) else repr(number)


def _whole_second(moment: datetime) -> datetime:
    """Workbooks keep moments as fractions of a day, which miss the second by a hair."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None)


def _hours(seconds: int) -> str:
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // _HOUR:02d}:{seconds % _HOUR // _MINUTE:02d}:{seconds % _MINUTE:02d}"
