"""Write a workbook: fast, in little memory, the same bytes every time, and no cell ever a formula or a link.

xlsxturbo writes text as text, whatever it looks like. Its normal mode keeps every cell in memory (about 220 bytes each:
a gigabyte for 100,000 leads); its streaming mode does not, but leaves out dropdowns and charts. So every workbook is
streamed, and one pass over the archive adds what is missing. That pass also takes the time of writing out of the file.
Only sheets with something to add are unpacked for it; large ones without keep their compressed bytes.
"""

from __future__ import annotations

import re
import tempfile
from typing import TYPE_CHECKING

import pandas as pd
import xlsxturbo

from leadroute.files.errors import OutputError
from leadroute.files.write import xlsx_parts
from leadroute.files.write.pages import COLUMNS, Page, pages
from leadroute.files.write.panics import panics_as_errors
from leadroute.files.write.style import alike, entries, headers_of, worked_on
from leadroute.files.write.xlsx_zip import LEVEL, Insertions, rewrite
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.sheet import Sheet
from leadroute.tables.titles import safe_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from leadroute.tables.sheet import Workbook

_TIME = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def write_workbook(workbook: Workbook, target: Path) -> tuple[Diagnostic, ...]:
    """Write a workbook; returns notes on cells that had to be shortened.

    Raises:
        OutputError: a sheet has more columns than Excel takes.
        OSError: the file could not be written.
    """
    made = pages(workbook)
    for page in made:
        if page.frame.shape[1] > COLUMNS:
            raise _too_wide(page, target)
    lists = _lists(made)
    everything = (*made, *lists.values())
    ranges = {choices: _range(page) for choices, page in lists.items()}
    with tempfile.TemporaryFile(dir=target.parent) as plain:
        _stream(everything, plain)
        with target.open("wb") as file:
            rewrite(plain, file, *_changes(made, ranges, hidden=len(lists)))
    return tuple(_shortened(page, target) for page in made if page.cut)


def _stream(everything: Sequence[Page], plain: BinaryIO) -> None:
    wide = alike(everything)
    sheets = [entry for page in everything for entry in entries(page, wide[headers_of(page)])]
    with panics_as_errors():
        xlsxturbo.dfs_to_xlsx(sheets, plain, constant_memory=True, compression_level=LEVEL)


def _changes(
    made: Sequence[Page], ranges: Mapping[tuple[str, ...], str], hidden: int
) -> tuple[dict[str, Callable[[bytes], bytes]], dict[str, Insertions], dict[str, bytes]]:
    """What the pass over the archive changes: entries as a whole, what is inserted into sheets, new entries."""
    insertions: dict[str, Insertions] = {}
    more: dict[str, bytes] = {}
    types = b""
    for number, page in enumerate(made, start=1):
        drawing = b""
        if page.sheet.chart is not None and len(page.frame):
            parts, kinds = xlsx_parts.chart_parts(page, number)
            more.update(parts)
            types += kinds
            drawing = b'<drawing r:id="rId1"/>'
        choices = xlsx_parts.dropdowns(page, ranges)
        if worked_on(page):
            insertions[f"xl/worksheets/sheet{number}.xml"] = _insertions(page, choices, drawing)
    whole: dict[str, Callable[[bytes], bytes]] = {"docProps/core.xml": lambda core: _TIME.sub(b"", core)}
    if types:
        whole["[Content_Types].xml"] = lambda xml: xml.replace(b"</Types>", types + b"</Types>")
    if hidden:
        whole["xl/workbook.xml"] = lambda xml: _hide(xml, len(made), hidden)
    return whole, insertions, more


def _insertions(page: Page, choices: bytes, drawing: bytes) -> Insertions:
    """XML for a sheet at its places, whose order the schema fixes."""
    after_margins = xlsx_parts.LANDSCAPE + xlsx_parts.no_warnings(page) + drawing
    return Insertions(
        head=((b"<dimension", xlsx_parts.ONE_PAGE_WIDE),),
        tail=((b"</worksheet>", after_margins), (b"<pageMargins", choices)),
    )


def _lists(made: Sequence[Page]) -> dict[tuple[str, ...], Page]:
    """A page for each list of choices too long (or too odd) to be written into the sheet that uses it."""
    wanted = dict.fromkeys(
        choices for page in made for choices in page.sheet.choices.values() if not xlsx_parts.fits_inline(choices)
    )
    taken = [page.title for page in made]
    titles = safe_titles([f"Lists {number}" for number in range(1, len(wanted) + 1)], taken)
    return {
        choices: Page(Sheet("lists", title, frame), title, frame, 0, 0)
        for choices, title in zip(wanted, titles, strict=True)
        for frame in [pd.DataFrame({"choices": list(choices)}, dtype=object)]
    }


def _range(page: Page) -> str:
    return f"{xlsx_parts.quoted(page.title)}!$A${page.first}:$A${page.last}"


def _hide(xml: bytes, shown: int, hidden: int) -> bytes:
    """Hide the last sheets."""
    for number in range(shown + 1, shown + hidden + 1):
        xml = xml.replace(b' sheetId="%d"' % number, b' sheetId="%d" state="hidden"' % number)
    return xml


def _shortened(page: Page, target: Path) -> Diagnostic:
    place = Place(target.name, sheet=page.title)
    return Diagnostic("LR602", Severity.NOTE, place, facts(sheet=page.title, count=page.cut))


def _too_wide(page: Page, target: Path) -> OutputError:
    place = Place(target.name, sheet=page.title)
    return OutputError(Diagnostic("LR616", place=place, args=facts(sheet=page.title, columns=page.frame.shape[1])))
