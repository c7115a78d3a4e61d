"""The raw cells of a run's leads: packed to be kept, and unpacked for a few of them."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.tables.arrow import TEXT, whole

if TYPE_CHECKING:
    from collections.abc import Collection

    from leadroute.tables.leads import Leads, Rows

_SEAL = 4
"""Bytes of the check sum at the end."""

ROW, TABLE = "row", "table"
"""The columns that say where a lead stood; the others are called ``label\\nheader``."""


def pack(leads: Leads, rows: Rows) -> bytes:
    """The raw cells of some rows under their headers, and where they stood: a compressed Arrow file and a check sum."""
    columns = {f"{label}\n{leads.headers[str(label)]}": pa.array(text) for label, text in leads.raw.iloc[rows].items()}
    table = pa.table({**columns, ROW: leads.origin.row[rows], TABLE: leads.origin.table[rows]})
    table = table.replace_schema_metadata({"tables": json.dumps(leads.origin.tables)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as file:
        file.write_table(table)
    data = bytes(sink.getvalue())
    return data + _check_sum(data)


def opened(packed: bytes) -> bytes:
    """The Arrow file within packed cells; nobody reads one that is not as it was written.

    Raises:
        ValueError: it is not.
    """
    data, own = packed[:-_SEAL], packed[-_SEAL:]
    if _check_sum(data) != own:
        message = "cells are damaged"
        raise ValueError(message)
    return data


def unpack(data: bytes, places: Rows) -> tuple[pa.Table, list[tuple[str, str]]]:
    """The cells at some places, and the files and sheets that the column ``table`` points to."""
    every = pa.ipc.open_file(pa.py_buffer(data)).read_all()
    tables = json.loads((every.schema.metadata or {})[b"tables"])
    return every.take(pa.array(places)), [(file, sheet) for file, sheet in tables]


def texts_at(data: bytes, places: Rows, labels: Collection[str]) -> dict[str, pa.Array]:
    """The texts at some places in those of the columns that there are; other columns are not even unpacked."""
    with pa.ipc.open_file(pa.py_buffer(data)) as file:
        names = file.schema.names
    at = {name.partition("\n")[0]: number for number, name in enumerate(names) if "\n" in name}
    wanted = [label for label in labels if label in at]
    if not wanted:
        return {}
    # threads cost more than they bring: a run asks for a few rows each of many small files
    options = pa.ipc.IpcReadOptions(included_fields=[at[label] for label in wanted], use_threads=False)
    some = pa.ipc.open_file(pa.py_buffer(data), options=options).read_all().take(pa.array(np.asarray(places)))
    return {label: whole(some[names[at[label]]].cast(TEXT), TEXT) for label in wanted}


def _check_sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_SEAL, "little")
