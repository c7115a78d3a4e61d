"""Columns of text between pandas, Arrow and numpy: Arrow does the bulk, Python only what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt
    from pandas.api.extensions import ExtensionArray

    from leadroute.tables.leads import Mask, Texts

    Status = npt.NDArray[np.uint8]

TEXT = pa.large_string()
_LARGEST = 1 << 31  # so many bytes can be counted in 32 bits
_DTYPE = pd.StringDtype("pyarrow", na_value=np.nan)


def strings(values: Texts | Sequence[str]) -> pa.Array:
    """Texts as an Arrow array."""
    return pa.array(values, TEXT)


def objects(texts: pa.Array) -> Texts:
    """An Arrow array as an object array of Python texts."""
    return cast("Texts", texts.to_numpy(zero_copy_only=False))


def flags(mask: pa.Array) -> Mask:
    """An Arrow mask as a numpy mask."""
    return cast("Mask", mask.to_numpy(zero_copy_only=False))


def of_series(column: pd.Series) -> pa.ChunkedArray:
    """The Arrow array behind a pandas text column, without a copy where pandas keeps one."""
    found = column.array.__arrow_array__()
    found = found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])
    return found.cast(TEXT)


def series_array(texts: pa.Array) -> ExtensionArray:
    """The texts as pandas holds them, without a copy."""
    return cast("ExtensionArray", pd.array(texts, dtype=_DTYPE))


def whole(texts: pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    """The chunks as one array; ``kind`` is its type when there is none."""
    return texts.combine_chunks() if texts.num_chunks else pa.array([], kind)


def patched(texts: pa.Array, mask: pa.Array, others: Sequence[str] | pa.Array) -> pa.Array:
    """The texts with those under ``mask`` replaced, in order, by ``others``."""
    if not len(others):
        return texts
    return pc.replace_with_mask(texts, mask, strings(others) if not isinstance(others, pa.Array) else others)


def without_first(texts: pa.Array, mask: Mask, count: int) -> pa.Array:
    """The texts, those under ``mask`` without their first bytes, so many as they all have; quicker than any slice."""
    starts, data = _letters(texts)
    kept = np.ones(len(data), dtype=np.bool_)
    for place in range(count):
        kept[starts[:-1][mask] + place] = False
    starts[1:] -= count * np.cumsum(mask)
    return pa.LargeStringArray.from_buffers(len(texts), pa.py_buffer(starts), pa.py_buffer(data[kept]))


def without_sign(texts: pa.Array, sign: str) -> pa.Array:
    """The texts without an ASCII character, wherever it stands; quicker than to replace it by nothing."""
    starts, data = _letters(texts)
    kept = data != ord(sign)
    before = np.zeros(len(data) + 1, dtype=np.int32 if len(data) < _LARGEST else np.int64)
    np.cumsum(kept, out=before[1:])
    places = before[starts].astype(np.int64)
    return pa.LargeStringArray.from_buffers(len(texts), pa.py_buffer(places), pa.py_buffer(data[kept]))


def judged(texts: pa.Array, judge: Callable[[str], tuple[str, int]]) -> tuple[pa.Array, Status]:
    """Every text with a status put through a Python function, equal texts once."""
    encoded = texts.dictionary_encode()
    verdicts = [judge(text) for text in encoded.dictionary.to_pylist()]
    found = strings([text for text, _ in verdicts]).take(encoded.indices)
    return found, np.array([status for _, status in verdicts], dtype=np.uint8)[encoded.indices.to_numpy()]


def replaced(texts: pa.Array, pattern: str, by: str) -> pa.Array:
    """Every match of a pattern (RE2) replaced."""
    return pc.replace_substring_regex(texts, pattern, by)


def matching(texts: pa.Array, pattern: str) -> pa.Array:
    """Which texts match a pattern (RE2)."""
    return pc.match_substring_regex(texts, pattern)


def beginning(texts: pa.Array | pa.ChunkedArray, wanted: Mask) -> Mask:
    """Which texts begin with a byte that is wanted (of 256)? To look at one byte is far quicker than any pattern."""
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    return np.concatenate([np.zeros(0, dtype=np.bool_), *(_beginning(chunk, wanted) for chunk in chunks if len(chunk))])


def blanked(texts: pa.Array, mask: pa.Array) -> pa.Array:
    """The texts with those under ``mask`` blank."""
    return pc.if_else(mask, pa.scalar("", TEXT), texts) if pc.any(mask).as_py() else texts


def statuses(length: int) -> Status:
    """The status of values of which nothing bad is known yet."""
    return np.zeros(length, dtype=np.uint8)


def _letters(texts: pa.Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    """Where each text (of ``TEXT``) begins, the last one ends, and the bytes of all of them."""
    _, places, data = texts.buffers()
    starts = np.frombuffer(places, dtype=np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return starts - starts[0], np.frombuffer(data or b"", dtype=np.uint8)[starts[0] : starts[-1]]


def _beginning(texts: pa.Array, wanted: Mask) -> Mask:
    _, places, data = texts.buffers()
    kind = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    starts = np.frombuffer(places, dtype=kind)[texts.offset : texts.offset + len(texts) + 1]
    found = np.asarray(starts[1:] != starts[:-1])
    if found.any():
        found[found] = wanted[np.frombuffer(data, dtype=np.uint8)[starts[:-1][found]]]
    return found
