"""A cell of a mail column that is not one address as it stands: several, names around them, slips in the signs."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.punycode import ascii_host
from leadroute.model.fold import fold
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

LOCAL = r"[a-z0-9#$%&+/=^_`|~-][a-z0-9!#$%&'*+/=?^_`{|}~.-]*"  # none begins with a mark that people put around it
ADDRESS = rf"^{LOCAL}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])+$"
"""An address in lower case, for RE2 and for Python; the host is in ASCII."""

ROLE = f"^(?:{'|'.join(placeholders.ROLES)})@"
"""Addresses of a desk, not of a person."""

_ONE = re.compile(ADDRESS)
_OF_ROLE = re.compile(ROLE)
_ANGLED = re.compile(r"<([^<>]*)>")
_SEVERAL = re.compile(r"[;,、|\s]+|/(?=[^/]*@)")
_AT = re.compile(r"\s*(?:[(\[{]\s*at\s*[)\]}]|\bat\b(?=[\w.-]+\.[a-z]+$))\s*")
_GAPS = re.compile(r"\s*([@.])\s*")
_AROUND = "\"'()[]{}<>.,;:!?* "


class MailCell(NamedTuple):
    """What a cell says: the address used and its status, and further addresses. A tuple, as it is made in thousands."""

    address: str = ""
    status: int = OK
    others: tuple[str, ...] = ()


def read_cell(text: str) -> MailCell:
    """Read a cell: its first address of a person is used, else its first."""
    tidy = unicodedata.normalize("NFKC", text).replace("。", ".").strip().lower()
    if not tidy:
        return MailCell()
    if fold(tidy) in placeholders.EMAIL or not tidy.strip(placeholders.SIGNS):
        return MailCell(status=PLACEHOLDER)
    if "@" not in tidy:
        repaired = _address(_AT.sub("@", tidy)) if "at" in tidy else ""
        return MailCell(repaired, INFERRED) if repaired else MailCell(status=INVALID)
    inside = " ".join(_ANGLED.findall(tidy)) or tidy.replace("mailto:", " ").partition("?subject=")[0]
    return _chosen(_GAPS.sub(r"\1", inside))


def _chosen(text: str) -> MailCell:
    found = [address for address in map(_address, (text, *_SEVERAL.split(text))) if address]
    if not found:
        repaired = _address(text.replace(",", "."))  # a comma where the dot should be
        return MailCell(repaired, INFERRED) if repaired else MailCell(status=INVALID)
    used = next((address for address in found if not _OF_ROLE.match(address)), found[0])
    personal = dict.fromkeys(address for address in found if not _OF_ROLE.match(address))
    personal.pop(used, None)
    return MailCell(used, OK, tuple(personal))


def _address(text: str) -> str:
    """The text as an address in ASCII, ``""`` if it is none."""
    bare = text.strip(_AROUND)
    if not bare.isascii():
        local, _, host = bare.partition("@")
        bare = f"{local}@{ascii_host(host)}"
    return bare if _ONE.match(bare) else ""
