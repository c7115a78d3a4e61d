"""E-mail addresses: lower case as value; the key knows of ``+tags`` and of dots at Gmail, and is blank for desks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.email_cell import ADDRESS, ROLE, read_cell
from leadroute.intake.clean.mail_hosts import doubtful, meant
from leadroute.tables.arrow import blanked, flags, matching, patched, replaced, statuses, strings
from leadroute.tables.leads import PLACEHOLDER, Beside

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.tables.arrow import Status

_DRESSED = (
    r"(?i)^[\s\x{a0}\x{3000}'\"]*(?:mailto:)?\s*([^\s@＠;,]+)\s*[@＠]\s*([^\s@＠;,]+?)[\s\x{a0}\x{3000}.。;,'\"]*$"
)
_TAG = r"^([^+@]+)\+[^@]*@"
_GMAIL = r"@g(?:oogle)?mail\.com$"
_APART = rf"{ROLE}|\+|{_GMAIL}"
"""Addresses whose key is not their value."""


def clean(texts: pa.Array) -> Cleaned:
    """Bring addresses to lower case; what cannot be one is ``INVALID``. Other addresses and mistyped hosts are told."""
    values = pc.ascii_lower(texts)
    odd = pc.invert(pc.or_(matching(values, ADDRESS), pc.equal(values, "")))
    found, verdicts, others = _odd(texts.filter(odd))
    values = patched(values, odd, found)
    status = statuses(len(texts))
    at = np.flatnonzero(flags(odd))
    status[at] = verdicts
    typed = pc.is_in(values, value_set=strings(sorted(placeholders.EMAILS)))
    status[flags(typed)] = PLACEHOLDER
    values = blanked(values, typed)
    told = {"LR514": Beside(at[others.at], keys(others.texts), links=True), "LR515": _mistyped(values)}
    return Cleaned(values, keys(values), status, beside={code: each for code, each in told.items() if len(each.at)})


def keys(values: pa.Array) -> pa.Array:
    """What addresses are compared by: without tag, Gmail's also without dots; blank for desks such as ``info@``."""
    apart = matching(values, _APART)
    some = replaced(values.filter(apart), _TAG, r"\1@")
    gmail = matching(some, _GMAIL)
    names = pc.replace_substring(replaced(some.filter(gmail), "@.*$", ""), ".", "")
    some = patched(some, gmail, replaced(names, "$", "@gmail.com"))
    return patched(values, apart, blanked(some, matching(some, ROLE)))


def _odd(texts: pa.Array) -> tuple[pa.Array, Status, Beside]:
    """Addresses in common dress are undressed in bulk, the other cells are read one by one."""
    bare = pc.ascii_lower(replaced(texts, _DRESSED, r"\1@\2"))
    rest = pc.invert(matching(bare, ADDRESS))
    encoded = texts.filter(rest).dictionary_encode()
    cells = [read_cell(text) for text in encoded.dictionary.to_pylist()]
    codes = encoded.indices.to_numpy()
    status = statuses(len(texts))
    at = np.flatnonzero(flags(rest))
    status[at] = np.array([cell.status for cell in cells], dtype=np.uint8)[codes]
    found = patched(bare, rest, strings([cell.address for cell in cells]).take(encoded.indices))
    several = [
        (row, other) for row, code in zip(at.tolist(), codes.tolist(), strict=True) for other in cells[code].others
    ]
    rows = np.array([row for row, _ in several], dtype=np.intp)
    return found, status, Beside(rows, strings([other for _, other in several]))


def _mistyped(values: pa.Array) -> Beside:
    """The hosts that were meant, where a host looks mistyped."""
    rows = np.flatnonzero(flags(matching(values, doubtful())))
    right = [(row, meant(values[row].as_py().rpartition("@")[2])) for row in rows.tolist()]
    right = [(row, host) for row, host in right if host]
    return Beside(np.array([row for row, _ in right], dtype=np.intp), strings([host for _, host in right]))
