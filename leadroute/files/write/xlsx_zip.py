"""Write a zip archive from another: entries are copied or changed, large ones compressed side by side.

Every entry gets the same date: two archives of the same contents are the same bytes.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from isal import isal_zlib

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pyarrow as pa

    Change = Callable[[bytes], bytes]
    Stream = Callable[[bytes], Iterable[bytes | pa.Buffer]]

LEVEL = 1
"""How hard entries are compressed: fast, and the same bytes on every kind of processor that was tried."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry as it stands in an archive: compressed, with the check sum and the size of what it was."""

    data: tuple[bytes, ...]
    crc: int
    size: int


def rewrite(
    source: IO[bytes],
    target: IO[bytes],
    whole: Mapping[str, Change],
    streams: Mapping[str, Stream],
) -> None:
    """Copy an archive.

    Entries of ``whole`` are changed at once, those of ``streams`` piece by piece, so that they are never in memory as
    a whole; they are begun in the order they are named in.
    """
    with (
        ZipFile(source) as old,
        ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as new,
        # Compressing lets go of Python's lock, and so does Arrow. More threads than cores would work on parts of a
        # table that are far from each other, and share nothing.
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        begun = {name: pool.submit(_packed, stream, old.read(name)) for name, stream in streams.items()}
        for name in old.namelist():
            if name in begun:
                _append(new, name, begun.pop(name).result())
            else:
                data = old.read(name)
                new.writestr(_dated(name), whole[name](data) if name in whole else data)


def _packed(stream: Stream, data: bytes) -> Packed:
    deflate = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, -isal_zlib.MAX_WBITS)
    packed: list[bytes] = []
    crc = size = 0
    for piece in stream(data):
        crc = isal_zlib.crc32(piece, crc)
        size += len(piece)
        packed.append(deflate.compress(piece))
    packed.append(deflate.flush())
    return Packed(tuple(filter(None, packed)), crc, size)


def _append(new: ZipFile, name: str, packed: Packed) -> None:
    """Add an entry already compressed; zipfile offers no call for that, so its own book-keeping is done here."""
    if new.fp is None:
        raise ValueError(name)
    entry = _dated(name)
    entry.CRC, entry.compress_size, entry.file_size = packed.crc, sum(map(len, packed.data)), packed.size
    entry.header_offset = new.start_dir
    new.fp.seek(new.start_dir)
    new.fp.write(entry.FileHeader())
    new.fp.writelines(packed.data)
    new.start_dir = new.fp.tell()
    new.filelist.append(entry)
    new.NameToInfo[name] = entry


def _dated(name: str) -> ZipInfo:
    """A new entry, of a fixed date."""
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
