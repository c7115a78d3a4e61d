"""The columns of a table: which field each is, how full it is, what is wrong with its cells, some of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from leadroute.intake.examine.seen import Holds, How
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import CAUTION, FAINT
from leadroute.render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from leadroute.intake.examine.seen import ColumnSeen, TableSeen
    from leadroute.render.screen.view import View

_UNKNOWN = 12
"""So many columns without a field are shown, unless everything is wanted."""
_STATES = ("damaged", "invalid", "placeholder", "inferred")
_HEADER, _FIELD, _WRONG, _SAMPLE = 22, 24, 20, 18
_TIGHT = 0.85
"""On a console that is not roomy names get this part of their room."""
_LEAST, _GUTTER, _EDGES = 12, 2, 2
_BETWEEN = " | "


def columns_table(table: TableSeen, view: View) -> Table:
    """A line a column, in the order of the file; what is wrong only where anything is."""
    shown = _shown(table, view)
    judged = table.holds is Holds.LEADS
    troubled = any(getattr(column, state) for column in shown for state in _STATES)
    words = ["column", "field", "filled", *(["good"] if judged else []), *(["wrong"] if troubled else [])]
    heads = [view.word(f"doctor.{word}") for word in (*words, "samples")]
    lines = [_line(column, table.holds, view)[: len(words)] for column in shown]
    room = _room(heads, lines, view)
    made = view.table("", *heads, text=2, tail=1 + troubled)
    made.title = None
    for column, line in zip(shown, lines, strict=True):
        made.add_row(*line, as_text(_samples(column.samples, room), FAINT))
    if len(shown) < len(table.columns):
        made.caption = as_text(view.word("doctor.more_columns").format(count=len(table.columns) - len(shown)), FAINT)
        made.caption_justify = "left"
    return made


def _shown(table: TableSeen, view: View) -> list[ColumnSeen]:
    """Every column that is a field or nearly one, and the first of the others."""
    others = [column for column in table.columns if not column.used and not column.near]
    left_out = [] if view.everything else others[_UNKNOWN:]
    return [column for column in table.columns if column not in left_out]


def _line(column: ColumnSeen, holds: Holds, view: View) -> list[Text]:
    """The cells of a column but for its samples."""
    cells = [as_text(_cut(column.header, _HEADER, view)), _field(column, holds, view)]
    cells.append(as_text(_share(column.filled, column.rows)))
    if holds is Holds.ROSTER:
        return cells
    usable = _share(column.good + column.inferred, column.filled) if column.used else ""
    return [*cells, as_text(usable), _wrong(column, view)]


def _field(column: ColumnSeen, holds: Holds, view: View) -> Text:
    """The field and how it was found; why there is none."""
    key = f"field.{column.field}" if holds is Holds.LEADS else f"rep.{column.field}"
    field = view.word(key) if key in WORDS else column.field
    how = view.word(f"doctor.how_{column.how}").format(field=field, near=", ".join(column.near[:1]))
    doubtful = column.how in {How.NEARLY, How.RIVAL}
    return as_text(_cut(how, _FIELD, view), "" if column.used else CAUTION if doubtful else FAINT)


def _wrong(column: ColumnSeen, view: View) -> Text:
    counts = {state: getattr(column, state) for state in _STATES}
    told = [f"{view.word(f'doctor.{state}')} {count}" for state, count in counts.items() if count]
    line = view.say("comma").join(told)
    style = CAUTION if column.damaged or column.invalid else ""
    return Text(line if cell_len(line) <= _WRONG else "\n".join(told), style)


def _room(heads: Sequence[str], lines: Sequence[Sequence[Text]], view: View) -> int:
    """How wide samples may be so that no line is broken because of them."""
    taken = sum(max([cell_len(head), *(_width(line[at]) for line in lines)]) for at, head in enumerate(heads[:-1]))
    return max(_LEAST, view.width - taken - _GUTTER * len(heads) - _EDGES)


def _width(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split("\n")))


def _samples(samples: Sequence[str], room: int) -> str:
    """As many samples as there is room for."""
    shown = ""
    for sample in samples:
        longer = _BETWEEN.join(filter(None, (shown, _short(sample, min(_SAMPLE, room)))))
        if cell_len(longer) > room:
            break
        shown = longer
    return shown


def _cut(text: str, width: int, view: View) -> str:
    return _short(text, width if view.roomy else int(width * _TIGHT))


def _short(text: str, width: int) -> str:
    """At most so many columns of the screen."""
    whole = clean(text)
    return whole if cell_len(whole) <= width else set_cell_size(whole, width - 2).rstrip() + ".."


def _share(part: int, whole: int) -> str:
    """A whole percentage that says 0 and 100 only when it is so."""
    if not whole:
        return "-"
    exact = round(100 * part / whole)
    return f"{min(max(exact, 1 if part else 0), 100 if part == whole else 99)}%"
