"""A cell of a workbook as the text people typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

Cell = str | float | int | bool | date | datetime | time | timedelta | None

EXACT = 1e15
"""A whole number beyond this has more digits than a workbook keeps."""

_WRITTEN_OUT = 1e22
_HOUR, _MINUTE = 3600, 60


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
            return f"{cell:.15g}" if abs(cell) < EXACT else _long(cell)
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
