"""The XML the streaming writer cannot make: dropdowns, the chart, no warnings about numbers kept as text."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZipFile

import xlsxturbo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxturbo.types import ChartOptions, ChartSeriesOptions, SheetOptions

    from leadroute.files.write.pages import Page

INLINE = 255
"""Characters Excel allows for a list of choices written into the sheet itself."""

ONE_PAGE_WIDE = b'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
LANDSCAPE = b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
"""How a sheet is printed: A4, lying, as many pages long as it takes."""

_ALONE = "Page"
"""The title of the sheet in the small workbook a chart is lifted from."""

_CONTENT = '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
_SCALE = re.compile('(<c:valAx>.*?<c:scaling><c:orientation val="minMax"/>)')
"""Where the axis of amounts says how it runs: left to itself it begins near the least, and small gaps look large."""
_FIRST = {
    "xl/drawings/drawing1.xml": ("xl/drawings/drawing{n}.xml", "drawing"),
    "xl/charts/chart1.xml": ("xl/charts/chart{n}.xml", "drawingml.chart"),
    "xl/drawings/_rels/drawing1.xml.rels": ("xl/drawings/_rels/drawing{n}.xml.rels", ""),
    "xl/worksheets/_rels/sheet1.xml.rels": ("xl/worksheets/_rels/sheet{n}.xml.rels", ""),
}


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
    for at, header in enumerate(page.frame.columns):
        choices = page.sheet.choices.get(header)
        if choices and len(page.frame):
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
    if not len(page.frame):
        return b""
    cells = f"A{page.first}:{letter(page.frame.shape[1] - 1)}{page.last}"
    return f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()


def chart_parts(page: Page, number: int) -> tuple[dict[str, bytes], bytes]:
    """The parts of the archive that a page's chart needs, and what they add to the content types.

    They are lifted from a small workbook of this page alone, which the same library writes in memory, chart included.
    """
    made = io.BytesIO()
    corner = f"{letter(page.frame.shape[1] + 1)}{page.top + 1}"
    options: SheetOptions = {"charts": {corner: _chart(page)}, "startrow": page.top}
    xlsxturbo.dfs_to_xlsx([(page.frame, _ALONE, options)], made)
    parts: dict[str, bytes] = {}
    types = ""
    with ZipFile(made) as archive:
        for first, (name, kind) in _FIRST.items():
            part = name.format(n=number)
            text = archive.read(first).decode().replace(f"<c:f>{_ALONE}!", f"<c:f>{_xml(quoted(page.title))}!")
            text = text.replace("drawing1.xml", f"drawing{number}.xml").replace("chart1.xml", f"chart{number}.xml")
            parts[part] = _SCALE.sub(r'\1<c:min val="0"/>', text).encode()
            types += _CONTENT.format(part=part, kind=kind) if kind else ""
    return parts, types.encode()


def _chart(page: Page) -> ChartOptions:
    chart = page.sheet.chart
    if chart is None:
        raise ValueError(page.title)
    first, last = page.first + chart.first, page.first + chart.last
    places = {header: letter(at) for at, header in enumerate(page.frame.columns)}

    def cells(header: str) -> str:
        return f"{_ALONE}!${places[header]}${first}:${places[header]}${last}"

    series: list[ChartSeriesOptions] = [
        {"name": header, "values": cells(header), "categories": cells(chart.labels)} for header in chart.series
    ]
    bars = last - first + 1
    return {
        "type": "column",
        "title": chart.title,
        "series": series,
        "width": min(2400, max(560, 56 * bars)),
        "height": 340,
        "legend_position": "bottom",
    }


def _xml(text: str) -> str:
    """Text inside an element."""
    return escape(text)
