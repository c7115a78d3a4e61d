"""How a page is laid out: lines above, a frozen and filtered header, widths, formats by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from leadroute.files.write.widths import widths
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


def worked_on(page: Page) -> bool:
    """Is this a sheet to work in, or small, so that it is worth being unpacked?"""
    return bool(page.sheet.choices) or page.sheet.chart is not None or len(page.frame) <= _SMALL


def alike(pages: Iterable[Page]) -> dict[tuple[str, ...], dict[int, float]]:
    """The widths of columns by headers: sheets with the same headers look the same, as the longest of them asks."""
    longest: dict[tuple[str, ...], pd.DataFrame] = {}
    for page in pages:
        headers = headers_of(page)
        if headers not in longest or len(page.frame) > len(longest[headers]):
            longest[headers] = page.frame
    return {headers: widths(frame) for headers, frame in longest.items()}


def headers_of(page: Page) -> tuple[str, ...]:
    """The headers of a page's table."""
    return tuple(str(header) for header in page.frame.columns)


def entries(page: Page, wide: dict[int, float]) -> list[Entry]:
    """The frames of a page: the lines above, then the table. The first of them sets up the sheet."""
    setup: SheetOptions = {"freeze_panes": (page.top + 1, 0), "column_widths": wide}
    table: SheetOptions = {
        "startrow": page.top,
        "autofilter": True,
        "header_format": _HEADER,
        "column_formats": _formats(page),
    }
    if not page.sheet.above:
        return [(page.frame, page.title, {**setup, **table})]
    first, *others = page.sheet.above
    title: SheetOptions = {**setup, "header": False, "column_formats": {"*": _TITLE}}
    lines: SheetOptions = {"header": False, "startrow": 1, "column_formats": {"*": _TEXT}}
    above: list[Entry] = [(pd.DataFrame({"line": [first]}), page.title, title)]
    if others:
        above.append((pd.DataFrame({"line": others}), page.title, lines))
    return [*above, (page.frame, page.title, table)]


def _formats(page: Page) -> dict[str, ColumnFormat]:
    """Formats by header; a ``*`` in a header would be a pattern, so such a column stays without.

    Text cells are told to stay text when somebody edits them, where somebody may: it costs a fifth of the time.
    """
    shaped = {
        header: _FORMATS[shape]
        for header, shape in page.sheet.shapes.items()
        if shape in _FORMATS and header in page.frame.columns and "*" not in header
    }
    return {**shaped, "*": _TEXT} if worked_on(page) and page.frame.shape[1] else shaped
