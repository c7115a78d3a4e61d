"""Leads as columns: what people wrote beside what it means, once per distinct value.

A ``Column`` keeps the distinct values of a field and, for each row, the code of its value. Work is done on the
distinct values and spread over the rows by code. The values stay in Arrow arrays: a column in which hardly a value
repeats would otherwise be a million Python texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.model.diagnostic import Place
from leadroute.model.fields import Kind
from leadroute.tables.arrow import flags, statuses, strings
from leadroute.tables.fold import fold_array

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

Codes = npt.NDArray[np.int32]
Texts = npt.NDArray[np.object_]
Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]
Whole = npt.NDArray[np.int64]

OK, PLACEHOLDER, DAMAGED, INVALID, INFERRED = 0, 1, 2, 3, 4
"""Status of a distinct value; anything but ``OK`` and ``INFERRED`` is blank in ``values`` and never a key."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of ``count`` cells of a column, ``row`` the first: a diagnostic's code and further facts."""

    code: str
    row: int
    count: int
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What some values hold beside the text that is used: a second number, an extension, the domain that was meant.

    ``texts[i]`` belongs to the distinct value at ``at[i]``; a value may have several. Where ``links`` is true they
    identify the lead as keys do.
    """

    at: Rows
    texts: pa.Array
    links: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One field of all leads.

    ``codes[row]`` is the position of the row's value in the arrays beside it, which hold one entry per distinct
    value: ``values`` the clean, canonical text (``""`` for blank or unusable), ``keys`` the text compared and matched
    (folded; for a company its core key, for a phone E.164), both Arrow arrays of text; ``status`` one of the constants
    above, ``numbers`` the number, or the seconds since 1970 in local time of a date (``nan`` when there is none);
    ``None`` for kinds without. Of a range ``numbers`` is the lower end and ``upper`` the upper one; ``None`` when no
    value is a range. ``grounds`` names the field a value was concluded from, ``""`` for what was given; ``None`` when
    all was given. Several entries may hold the same value. ``remarks`` are still to be told. ``beside`` holds, by the
    code of the diagnostic that tells of it, what else stood in cells.
    """

    kind: Kind
    codes: Codes
    values: pa.Array
    keys: pa.Array
    status: npt.NDArray[np.uint8]
    numbers: Numbers | None = None
    upper: Numbers | None = None
    grounds: pa.Array | None = None
    remarks: tuple[Remark, ...] = ()
    beside: Mapping[str, Beside] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.codes)

    @property
    def blank(self) -> Mask:
        """For each distinct value: is there nothing to compare?"""
        if self.numbers is not None:
            return np.isnan(self.numbers)
        return flags(pc.equal(self.keys, ""))

    @property
    def filled(self) -> Mask:
        """For each distinct value: is there a text to show?"""
        return flags(pc.not_equal(self.values, ""))

    @property
    def missing(self) -> Mask:
        """For each distinct value: is nothing known? A text may be there and identify nobody: a desk's mailbox."""
        return np.isnan(self.numbers) if self.numbers is not None else ~self.filled

    @property
    def concluded(self) -> Mask:
        """For each distinct value: was it concluded from another field?"""
        if self.grounds is None:
            return np.zeros(len(self.values), dtype=np.bool_)
        return flags(pc.not_equal(self.grounds, ""))

    @property
    def flipped(self) -> Column:
        """The same column with the ends of its ranges exchanged: what holds of it as well holds in any case."""
        return replace(self, numbers=self.upper, upper=self.numbers)

    def value(self, row: int) -> str:
        """The clean text of a row."""
        return str(self.values[int(self.codes[row])])

    def key(self, row: int) -> str:
        """What the value of a row is compared by."""
        return str(self.keys[int(self.codes[row])])

    def spread(self, texts: pa.Array) -> pa.Array:
        """For each row its entry of an array with one entry per distinct value."""
        return texts.take(pa.array(self.codes))

    def take(self, rows: npt.NDArray[np.integer]) -> Column:
        """The same column for some rows only."""
        return replace(self, codes=self.codes[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where each row came from: ``tables[table[row]]`` gives (file, sheet), ``row`` the 1-based row in it.

    ``broken`` marks rows that could not be read (``None``: there are none); they are blank, and nobody's lead.
    ``unread`` holds the text of such rows, by position. So many of the first rows as ``again`` says were read by an
    earlier run and take part once more; what is wrong with them has been told.
    """

    tables: tuple[tuple[str, str], ...]
    table: npt.NDArray[np.int16]
    row: npt.NDArray[np.int32]
    broken: Mask | None = None
    unread: Mapping[int, str] = field(default_factory=dict)
    again: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Leads:
    """All leads of a run.

    ``raw`` is what was in the files, text, one column per field or unknown header, in the order met; the column of
    a known field is labelled with the field's name, an unknown one with ``"?" + header``. ``headers`` maps those
    labels to the header shown to people (the first file's). ``columns`` maps field names to cleaned columns and
    includes the derived ones once they are known (``email_domain``, ``score``, ``grade``, ``customer``).
    """

    raw: pd.DataFrame
    headers: Mapping[str, str]
    columns: Mapping[str, Column]
    origin: Origin

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.origin.row)

    def with_columns(self, **more: Column) -> Leads:
        """The same leads with further (or other) columns."""
        return replace(self, columns={**self.columns, **more})

    def place(self, row: int, header: str = "") -> Place:
        """The place of one row, for messages."""
        file, sheet = self.origin.tables[int(self.origin.table[row])]
        return Place(file, sheet=sheet, row=int(self.origin.row[row]), header=header)


def text_column(texts: Texts | Sequence[str], kind: Kind = Kind.TEXT) -> Column:
    """Build a column from row texts already clean; keys are the texts folded, as those of a rulebook are."""
    encoded = strings(texts).dictionary_encode()
    values = encoded.dictionary
    return Column(kind, encoded.indices.to_numpy(), values, fold_array(values), statuses(len(values)))


def number_column(numbers: npt.ArrayLike, kind: Kind = Kind.NUMBER) -> Column:
    """Build a column of numbers (``nan`` = blank); the text of a number is its shortest form."""
    distinct, codes = np.unique(np.asarray(numbers, dtype=np.float64), return_inverse=True)
    texts = strings(["" if np.isnan(value) else f"{value:g}" for value in distinct])
    return Column(kind, codes.astype(np.int32), texts, texts, statuses(len(distinct)), distinct)
