"""How a page is laid out: lines above, a frozen and filtered header, widths, formats by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from leadroute.files.write.widths import widths
from leadroute.files.write.xlsx_parts import chart, letter
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxturbo.types import ColumnFormat, HeaderFormat, SheetOptions

    from leadroute.files.write.pages import Page

Entry = tuple[object, str, "SheetOptions"]
"""A frame, the title of its sheet, and the options of the writer."""

_SMALL = 5_000
"""Rows up to which a sheet without dropdowns is treated like one with them."""

_HEADER: HeaderFormat = {"bold": True, "bg_color": "#DCE6F1", "border_bottom": "thin", "align_vertical": "center"}
_FORMATS: dict[Shape, ColumnFormat] = {
    Shape.WHOLE: {"num_format": "0", "align_horizontal": "center"},
    Shape.DECIMAL: {"num_format": "0.00", "align_horizontal": "center"},
    Shape.PERCENT: {"num_format": "0.0%"},
    Shape.MOMENT: {"num_format": "yyyy-mm-dd hh:mm", "align_horizontal": "center"},
}
_TEXT: ColumnFormat = {"num_format": "@"}
_TITLE: ColumnFormat = {"num_format": "@", "bold": True, "font_size": 14.0}
_NUMBER, _MOMENT = 1.0, pd.Timestamp(2000, 1, 1)


def has_chart(page: Page) -> bool:
    """Does a chart stand beside the rows? Then the writer is given all of them: a chart keeps what it shows."""
    return page.sheet.chart is not None and len(page) > 0


def worked_on(page: Page) -> bool:
    """Is this a sheet to work in, or small, so that it is set up for printing and for typing?"""
    return bool(page.sheet.choices) or page.sheet.chart is not None or len(page) <= _SMALL


def alike(pages: Iterable[Page]) -> dict[tuple[str, ...], dict[int, float]]:
    """The widths of columns by headers: sheets with the same headers look the same, as the longest of them asks."""
    longest: dict[tuple[str, ...], Page] = {}
    for page in pages:
        headers = page.headers
        if headers not in longest or len(page) > len(longest[headers]):
            longest[headers] = page
    return {headers: widths(page.frame) for headers, page in longest.items()}


def sample(table: pd.DataFrame) -> pd.DataFrame:
    """The headers of a table, and a row of cells that get the formats of its columns."""
    cells = [_MOMENT if kind.kind == "M" else _NUMBER for kind in table.dtypes]
    frame = pd.DataFrame({at: [cell] for at, cell in enumerate(cells)})
    frame.columns = table.columns
    return frame


def entries(page: Page, wide: dict[int, float], like: pd.DataFrame) -> list[Entry]:
    """What lays out a page: the lines above, then the header and a sample of a row. The first sets up the sheet."""
    setup: SheetOptions = {"freeze_panes": (page.top + 1, 0), "column_widths": wide}
    table: SheetOptions = {
        "startrow": page.top,
        "autofilter": True,
        "header_format": _HEADER,
        "column_formats": _formats(page),
    }
    if page.sheet.chart is not None and has_chart(page):
        table["charts"] = {f"{letter(page.table.shape[1] + 1)}{page.top + 1}": chart(page, page.sheet.chart)}
    frame = page.frame if has_chart(page) else like.iloc[: len(page)]
    if not page.sheet.above:
        return [(frame, page.title, {**setup, **table})]
    first, *others = page.sheet.above
    title: SheetOptions = {**setup, "header": False, "column_formats": {"*": _TITLE}}
    lines: SheetOptions = {"header": False, "startrow": 1, "column_formats": {"*": _TEXT}}
    above: list[Entry] = [(pd.DataFrame({"line": [first]}), page.title, title)]
    if others:
        above.append((pd.DataFrame({"line": others}), page.title, lines))
    return [*above, (frame, page.title, table)]


def _formats(page: Page) -> dict[str, ColumnFormat]:
    """Formats by header; a ``*`` in a header would be a pattern, so such a column stays without.

    Text cells are told to stay text when somebody edits them, where somebody may.
    """
    shaped = {
        header: _FORMATS[shape]
        for header, shape in page.sheet.shapes.items()
        if shape in _FORMATS and header in page.table.columns and "*" not in header
    }
    return {**shaped, "*": _TEXT} if worked_on(page) and page.table.shape[1] else shaped
