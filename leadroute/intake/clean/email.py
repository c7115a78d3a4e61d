"""E-mail addresses: lower case as value; the key knows of ``+tags`` and of dots at Gmail, and is blank for desks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.email_cell import ADDRESS, ROLE, read_cell
from leadroute.intake.clean.mail_hosts import doubtful, meant
from leadroute.tables.arrow import blanked, flags, matching, patched, replaced, statuses, strings
from leadroute.tables.leads import INVALID, PLACEHOLDER, Beside

if TYPE_CHECKING:
    from leadroute.tables.arrow import Status

_AROUND = r"(?i)^[\s\x{a0}\x{3000}'\"]*(?:mailto:)?\s*|[\s\x{a0}\x{3000}.。;,'\"]+$"
_NO_ADDRESS = r"^[a-z0-9][a-z0-9._-]{3,}$"
_SAYS_AT = r"(?:^|[.-])at[.-]"  # name-at-example.com
_WORD = r"[a-z0-9][a-z0-9.@_+-]*[a-z0-9]"
_BETWEEN = "[;,；，] *"
_NOBODYS = strings(sorted(placeholders.EMAIL))
_TAG = r"^([^+@]+)\+[^@]*@"
_GMAIL = r"@g(?:oogle)?mail\.com$"
_TYPED = "|".join(sorted(map(re.escape, placeholders.EMAILS)))
_WORK = rf"{ROLE}|\+|{_GMAIL}|{doubtful()}|^(?:{_TYPED})$"
"""Addresses whose key is not their value, whose host may be mistyped, or that nobody has."""


def clean(texts: pa.Array) -> Cleaned:
    """Bring addresses to lower case; what cannot be one is ``INVALID``. Other addresses and mistyped hosts are told."""
    values = pc.ascii_lower(texts)
    odd = pc.invert(pc.or_(matching(values, ADDRESS), pc.equal(values, "")))
    found, verdicts, others = _odd(texts.filter(odd))
    values = patched(values, odd, found)
    status = statuses(len(texts))
    at = np.flatnonzero(flags(odd))
    status[at] = verdicts
    work = matching(values, _WORK)
    some = values.filter(work)
    typed = pc.is_in(some, value_set=strings(sorted(placeholders.EMAILS)))
    if pc.any(typed).as_py():
        nobody = patched(work, work, typed)
        status[flags(nobody)] = PLACEHOLDER
        values, some = blanked(values, nobody), blanked(some, typed)
    hosts = _mistyped(some)
    told = {
        "LR514": Beside(at[others.at], _keys(others.texts), links=True),
        "LR515": Beside(np.flatnonzero(flags(work))[hosts.at], hosts.texts),
    }
    beside = {code: each for code, each in told.items() if len(each.at)}
    keys = _keys(some)
    same = keys.equals(some)  # nothing but mistyped hosts
    return Cleaned(values, values if same else patched(values, work, keys), status, beside=beside)


def _keys(values: pa.Array) -> pa.Array:
    """What addresses are compared by: without tag, Gmail's also without dots; blank for desks such as ``info@``."""
    some = replaced(values, _TAG, r"\1@")
    gmail = matching(some, _GMAIL)
    names = pc.replace_substring(replaced(some.filter(gmail), "@.*$", ""), ".", "")
    some = patched(some, gmail, replaced(names, "$", "@gmail.com"))
    return blanked(some, matching(some, ROLE))


def _odd(texts: pa.Array) -> tuple[pa.Array, Status, Beside]:
    """Addresses in common dress and pairs are read in bulk, the other cells one by one."""
    bare = pc.ascii_lower(pc.replace_substring(replaced(texts, _AROUND, ""), "＠", "@"))
    said = pc.or_(pc.is_in(bare, value_set=_NOBODYS), matching(bare, _SAYS_AT))
    lost = pc.and_(matching(bare, _NO_ADDRESS), pc.invert(said))
    two, used, seconds = _in_two(pc.ascii_lower(texts))
    rest = pc.invert(pc.or_(pc.or_(matching(bare, ADDRESS), lost), two))
    read, verdicts, others = _one_by_one(texts.filter(rest))
    at = np.flatnonzero(flags(rest))
    status = statuses(len(texts))
    status[flags(lost)] = INVALID
    status[at] = verdicts
    found = patched(patched(blanked(bare, lost), two, used), rest, read)
    both = Beside(np.append(seconds.at, at[others.at]), pa.concat_arrays([seconds.texts, others.texts]))
    return found, status, both


def _in_two(lower: pa.Array) -> tuple[pa.Array, pa.Array, Beside]:
    """Cells of two words of which one or both are addresses: which, the address used, and a second person's."""
    two = matching(lower, f"^{_WORD}{_BETWEEN}{_WORD}$")
    first, second = (replaced(lower.filter(two), part, "") for part in (f"{_BETWEEN}.*$", f"^.*{_BETWEEN}"))
    right, right_too = matching(first, ADDRESS), matching(second, ADDRESS)
    real = pc.or_(right, right_too)
    desk, desk_too = matching(first, ROLE), matching(second, ROLE)
    turned = pc.and_(right_too, pc.or_(pc.invert(right), pc.and_(desk, pc.invert(desk_too))))
    apart = pc.and_(pc.and_(right, right_too), pc.invert(pc.or_(pc.or_(desk, desk_too), pc.equal(first, second))))
    two = patched(two, two, real)
    rows = np.flatnonzero(flags(two))[flags(apart.filter(real))]
    return two, pc.if_else(turned, second, first).filter(real), Beside(rows, second.filter(apart))


def _one_by_one(texts: pa.Array) -> tuple[pa.Array, Status, Beside]:
    """Cells read one by one, equal texts once."""
    encoded = texts.dictionary_encode()
    cells, codes = [read_cell(text) for text in encoded.dictionary.to_pylist()], encoded.indices.to_numpy()
    status = np.array([cell.status for cell in cells], dtype=np.uint8)[codes]
    several = [(row, other) for row, code in enumerate(codes.tolist()) for other in cells[code].others]
    rows = np.array([row for row, _ in several], dtype=np.intp)
    found = strings([cell.address for cell in cells]).take(encoded.indices)
    return found, status, Beside(rows, strings([other for _, other in several]))


def _mistyped(values: pa.Array) -> Beside:
    """The hosts that were meant, where a host looks mistyped."""
    hosts = replaced(values, "^.*@", "").dictionary_encode()
    right = [meant(host) for host in hosts.dictionary.to_pylist()]
    rows = np.flatnonzero(np.array([bool(host) for host in right], dtype=np.bool_)[hosts.indices.to_numpy()])
    return Beside(rows, strings(right).take(hosts.indices.take(pa.array(rows))))
