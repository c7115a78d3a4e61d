"""A stream of an OLE file ([MS-CFB]), the container of an xls: sectors that follow each other by a table."""

from __future__ import annotations

import struct
from typing import NamedTuple

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # this and all above it are no sectors
_ENTRY = 128
_ROOT = 5
_HEADER, _FIRST_TABLES = 512, 76


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


def stream_of(data: bytes, *names: str) -> bytes:
    """The first stream of one of these names; all of the data where there is no container, nothing if it is damaged."""
    if not data.startswith(_MAGIC):
        return data
    try:
        return _found(data, names)
    except (struct.error, IndexError, ValueError):
        return b""


def _found(data: bytes, names: tuple[str, ...]) -> bytes:
    size, small = (1 << shift for shift in struct.unpack_from("<HH", data, 30))
    (folder,), (cutoff,), (small_table,) = (struct.unpack_from("<I", data, at) for at in (48, 56, 60))
    table = _numbers(b"".join(_sector(data, one, size) for one in _tables(data, size)))
    entries = _entries(_chain(data, table, folder, size))
    root = next((one for one in entries if one.kind == _ROOT), None)
    own = next((one for name in names for one in entries if one.name == name), None)
    if own is None:
        return b""
    if own.size >= cutoff or root is None:
        return _chain(data, table, own.start, size)[: own.size]
    pool = bytes(_HEADER) + _chain(data, table, root.start, size)
    smalls = _numbers(_chain(data, table, small_table, size))
    held = (pool[_HEADER + one * small :][:small] for one in _followed(smalls, own.start))
    return b"".join(held)[: own.size]


def _tables(data: bytes, size: int) -> list[int]:
    """The sectors that hold the table of which sector follows which."""
    found = list(struct.unpack_from("<109I", data, _FIRST_TABLES))
    (more,) = struct.unpack_from("<I", data, 68)
    for _ in range(len(data) // size):
        if more >= _LAST:
            break
        *further, more = _numbers(_sector(data, more, size))
        found += further
    return [one for one in found if one < _LAST]


def _entries(folder: bytes) -> list[_Entry]:
    found = []
    for at in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", folder, at + 64)
        start, size = struct.unpack_from("<II", folder, at + 116)
        name = folder[at : at + max(0, length - 2)].decode("utf-16-le", errors="replace")
        found.append(_Entry(name, kind, start, size))
    return found


def _chain(data: bytes, table: tuple[int, ...], start: int, size: int) -> bytes:
    return b"".join(_sector(data, one, size) for one in _followed(table, start))


def _followed(table: tuple[int, ...], start: int) -> list[int]:
    found: list[int] = []
    while start < _LAST and len(found) <= len(table):
        found.append(start)
        start = table[start]
    return found


def _sector(data: bytes, number: int, size: int) -> bytes:
    at = (number + 1) * size
    return data[at : at + size]


def _numbers(held: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(held) // 4}I", held[: len(held) // 4 * 4])
