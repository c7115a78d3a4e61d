"""Rewrite a zip archive: most entries are copied as they are, compressed, a few are changed or added.

Entries that stay keep their compressed bytes, so that the pass costs next to nothing for them. Every entry gets the
same date: two archives of the same contents are the same bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LEVEL = 1
"""How hard the changed entries are compressed: the fastest, as the writer does for the others."""

_TAIL = 1 << 16
_CHUNK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Insertions:
    """What to insert into an entry: pairs of a marker and the bytes that go before it.

    Markers of ``head`` are looked for in the first bytes of the entry, from the front, of ``tail`` in the last, from
    the back, so that an entry is never in memory as a whole. A marker must be there.
    """

    head: tuple[tuple[bytes, bytes], ...] = ()
    tail: tuple[tuple[bytes, bytes], ...] = ()

    def into_head(self, data: bytes) -> bytes:
        """The first bytes of an entry, changed."""
        for marker, more in self.head:
            at = data.index(marker)
            data = data[:at] + more + data[at:]
        return data

    def into_tail(self, data: bytes) -> bytes:
        """The last bytes of an entry, changed."""
        for marker, more in self.tail:
            at = data.rindex(marker)
            data = data[:at] + more + data[at:]
        return data


def rewrite(
    source: IO[bytes],
    target: IO[bytes],
    whole: Mapping[str, Callable[[bytes], bytes]],
    insertions: Mapping[str, Insertions],
    more: Mapping[str, bytes],
) -> None:
    """Copy an archive: entries of ``whole`` are changed, those of ``insertions`` added to, ``more`` are new."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as new:
        for entry in old.infolist():
            if entry.filename in whole:
                new.writestr(_dated(entry.filename), whole[entry.filename](old.read(entry)))
            elif entry.filename in insertions:
                _insert(old, new, entry, insertions[entry.filename])
            else:
                _copy(old, new, entry)
        for name, data in more.items():
            new.writestr(_dated(name), data)


def _dated(name: str) -> ZipInfo:
    """A new entry, of a fixed date."""
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _insert(old: ZipFile, new: ZipFile, entry: ZipInfo, insertions: Insertions) -> None:
    """Stream an entry through, holding back its end."""
    with old.open(entry) as read, new.open(_dated(entry.filename), "w") as write:
        held = insertions.into_head(read.read(_CHUNK))
        while chunk := read.read(_CHUNK):
            held += chunk
            write.write(held[:-_TAIL])
            held = held[-_TAIL:]
        write.write(insertions.into_tail(held))


def _copy(old: ZipFile, new: ZipFile, entry: ZipInfo) -> None:
    """Copy an entry without unpacking it; zipfile offers no call for that, so its own book-keeping is done here."""
    if old.fp is None or new.fp is None:
        raise ValueError(entry.filename)
    old.fp.seek(entry.header_offset)
    name_length, extra_length = struct.unpack("<26x2H", old.fp.read(30))
    old.fp.seek(name_length + extra_length, 1)
    copied = _dated(entry.filename)
    copied.CRC, copied.compress_size, copied.file_size = entry.CRC, entry.compress_size, entry.file_size
    copied.compress_type, copied.flag_bits = entry.compress_type, entry.flag_bits & _UTF8_NAME
    copied.header_offset = new.start_dir
    new.fp.seek(new.start_dir)
    new.fp.write(copied.FileHeader())
    left = entry.compress_size
    while left:
        chunk = old.fp.read(min(_CHUNK, left))
        new.fp.write(chunk)
        left -= len(chunk)
    new.start_dir = new.fp.tell()
    new.filelist.append(copied)
    new.NameToInfo[copied.filename] = copied
