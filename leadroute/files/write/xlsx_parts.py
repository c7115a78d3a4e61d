"""What a sheet has beside its rows: dropdowns, the chart, how it is printed, no warnings about numbers kept as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxturbo.types import ChartOptions, ChartSeriesOptions

    from leadroute.files.write.pages import Page
    from leadroute.tables.sheet import BarChart

INLINE = 255
"""Characters Excel allows for a list of choices written into the sheet itself."""

ONE_PAGE_WIDE = b'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
LANDSCAPE = b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
"""How a sheet is printed: A4, lying, as many pages long as it takes."""

_SCALE = re.compile(rb'(<c:valAx>.*?<c:scaling><c:orientation val="minMax"/>)')


def letter(at: int) -> str:
    """The name of a column by position from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def quoted(title: str) -> str:
    """A sheet's title as formulas spell it."""
    return "'" + title.replace("'", "''") + "'"


def fits_inline(choices: Sequence[str]) -> bool:
    """Can these choices be written into the sheet itself?"""
    units = len(",".join(choices).encode("utf-16-le", "replace")) // 2
    return units <= INLINE and not any(mark in choice for choice in choices for mark in ',"\n\r')


def dropdowns(page: Page, lists: Mapping[tuple[str, ...], str]) -> bytes:
    """The validations of a page; ``lists`` gives the range that holds choices too long to be written in place."""
    found = []
    for at, header in enumerate(page.table.columns):
        choices = page.sheet.choices.get(header)
        if choices and len(page):
            source = lists.get(choices) or f'"{",".join(choices)}"'
            cells = f"{letter(at)}{page.first}:{letter(at)}{page.last}"
            found.append(
                '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" '
                f'sqref="{cells}"><formula1>{_xml(source)}</formula1></dataValidation>'
            )
    if not found:
        return b""
    return f'<dataValidations count="{len(found)}">{"".join(found)}</dataValidations>'.encode()


def no_warnings(page: Page) -> bytes:
    """Tell Excel that numbers kept as text (phones, ids) are meant."""
    if not len(page):
        return b""
    cells = f"A{page.first}:{letter(page.table.shape[1] - 1)}{page.last}"
    return f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()


def chart(page: Page, wanted: BarChart) -> ChartOptions:
    """A chart of some rows of a page, as the sheet writer takes it (which puts quotes around titles by itself)."""
    first, last = page.first + wanted.first, page.first + wanted.last
    places = {header: letter(at) for at, header in enumerate(page.headers)}

    def cells(header: str) -> str:
        return f"{page.title}!${places[header]}${first}:${places[header]}${last}"

    series: list[ChartSeriesOptions] = [
        {"name": header, "values": cells(header), "categories": cells(wanted.labels)} for header in wanted.series
    ]
    return {
        "type": "column",
        "title": wanted.title,
        "series": series,
        "width": min(2400, max(560, 56 * (last - first + 1))),
        "height": 340,
        "legend_position": "bottom",
    }


def from_zero(xml: bytes) -> bytes:
    """A chart with an axis that begins at zero: left to itself it begins near the least, and small gaps look large."""
    return _SCALE.sub(rb'\1<c:min val="0"/>', xml)


def _xml(text: str) -> str:
    """Text inside an element."""
    return escape(text)
