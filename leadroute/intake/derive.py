"""Fields worked out from others: the contact from first and last name, the firm's domain, the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import CLEANERS
from leadroute.intake.hosts import corporate
from leadroute.model.fields import Kind
from leadroute.tables.arrow import TEXT, statuses, strings
from leadroute.tables.leads import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.tables.leads import Origin

_HAN = re.compile("[\u3400-\u9fff]")


def with_derived(columns: Mapping[str, Column], origin: Origin) -> dict[str, Column]:
    """The columns with ``contact`` completed, ``email_domain`` and ``file`` added."""
    found = dict(columns)
    if "first_name" in found or "last_name" in found:
        names = _full_names(found.get("last_name"), found.get("first_name"))
        found["contact"] = filled(found["contact"], names) if "contact" in found else names
    if domain := _domains(found):
        found["email_domain"] = domain
    found["file"] = _files(origin)
    return found


def filled(first: Column, second: Column) -> Column:
    """The first column, and the second where the first is blank."""
    use = first.missing[first.codes]
    codes = np.where(use, second.codes + np.int32(len(first.values)), first.codes)
    values = pa.concat_arrays([first.values, second.values])
    keys = pa.concat_arrays([first.keys, second.keys])
    status = np.concatenate([first.status, second.status])
    return Column(first.kind, codes.astype(np.int32), values, keys, status)


def _full_names(last: Column | None, first: Column | None) -> Column:
    """Chinese names last name first and closed, others first name first."""
    one = last or first
    if one is None or last is None or first is None:
        return _column(Kind.CONTACT, one.codes, one.values) if one else _nobody()
    pairs = last.codes.astype(np.int64) * len(first.values) + first.codes
    kinds, codes = np.unique(pairs, return_inverse=True)
    families = last.values.take(pa.array(kinds // len(first.values))).to_pylist()
    givens = first.values.take(pa.array(kinds % len(first.values))).to_pylist()
    names = [_full_name(family, given) for family, given in zip(families, givens, strict=True)]
    return _column(Kind.CONTACT, codes.astype(np.int32), strings(names))


def _full_name(family: str, given: str) -> str:
    return f"{family}{given}" if _HAN.search(family + given) else f"{given} {family}".strip()


def _nobody() -> Column:
    return _column(Kind.CONTACT, np.zeros(0, dtype=np.int32), pa.array([], TEXT))


def _column(kind: Kind, codes: np.ndarray[tuple[int], np.dtype[np.int32]], texts: pa.Array) -> Column:
    cleaned = CLEANERS[kind](texts)
    return Column(kind, codes, cleaned.values, cleaned.keys, cleaned.status)


def _domains(columns: Mapping[str, Column]) -> Column | None:
    """The firm's domain from the e-mail address, else from the website."""
    found = [_of_hosts(columns[name], at) for name, at in (("email", True), ("website", False)) if name in columns]
    return filled(*found) if len(found) == 2 else found[0] if found else None  # noqa: PLR2004 - both


def _of_hosts(column: Column, at: bool) -> Column:  # noqa: FBT001 - private, and named at its only call
    hosts = column.values
    if at:
        hosts = pc.replace_substring_regex(hosts, "^.*@", "")
    encoded = hosts.dictionary_encode()
    firms = strings([corporate(host) for host in encoded.dictionary.to_pylist()])
    codes = encoded.indices.to_numpy(zero_copy_only=False)[column.codes]
    return Column(Kind.DOMAIN, codes, firms, firms, statuses(len(firms)))


def _files(origin: Origin) -> Column:
    names = strings([file.replace("\\", "/").rpartition("/")[2] for file, _ in origin.tables])
    return _column(Kind.TEXT, origin.table.astype(np.int32), names)
