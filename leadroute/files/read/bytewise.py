"""A whole file as one cell, so that Arrow's kernels look through it: without a copy, and without Python's lock."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are strict UTF-8, without making a text of them."""
    try:
        _cell(data, pa.large_string()).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def has(data: bytes | memoryview, pattern: str | bytes) -> bool:
    """Tell whether bytes match a regular expression (RE2) somewhere."""
    return bool(pc.match_substring_regex(_cell(data, pa.large_binary()), pattern)[0].as_py())


def _cell(data: bytes | memoryview, kind: pa.DataType) -> pa.Array:
    ends = pa.py_buffer(np.array([0, len(data)], dtype=np.int64))
    return pa.Array.from_buffers(kind, 1, [None, ends, pa.py_buffer(data)])
