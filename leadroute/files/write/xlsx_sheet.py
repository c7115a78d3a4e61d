"""One sheet as XML: its rows within what the sheet writer laid out around them, and what that cannot make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.files.write.style import has_chart, worked_on
from leadroute.files.write.xlsx_parts import LANDSCAPE, ONE_PAGE_WIDE, no_warnings
from leadroute.files.write.xlsx_rows import Sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from leadroute.files.write.pages import Page
    from leadroute.files.write.xlsx_rows import Table

_RANGE = re.compile(rb'(<(?:dimension|autoFilter) ref="[A-Z]+\d+:[A-Z]+)\d+"')


@dataclass(frozen=True, slots=True, eq=False)
class SheetXml:
    """A page, its table, and the XML of its dropdowns (empty: there are none)."""

    page: Page
    table: Table
    choices: bytes

    def __call__(self, laid_out: bytes) -> Iterator[bytes | pa.Buffer]:
        """The whole sheet, given what the writer made of a sample of it."""
        page, xml = self.page, self._completed(laid_out)
        if has_chart(page) or not len(page):
            yield xml
            return
        start, end = xml.rindex(b"<row "), xml.rindex(b"</row>") + len(b"</row>")
        yield xml[:start]
        yield from self.table.xml(Sample.of(xml[start:end].decode()), page.rows, page.first)
        yield xml[end:]

    def _completed(self, xml: bytes) -> bytes:
        """More XML at its places, whose order the schema fixes, and ranges that reach to the last row."""
        if worked_on(self.page):
            xml = xml.replace(b"<dimension", ONE_PAGE_WIDE + b"<dimension", 1)
            xml = xml.replace(b"<pageMargins", self.choices + b"<pageMargins", 1)
            behind = b"<drawing" if has_chart(self.page) else b"</worksheet>"
            xml = xml.replace(behind, LANDSCAPE + no_warnings(self.page) + behind, 1)
        return _RANGE.sub(rb'\g<1>%d"' % self.page.last, xml)
