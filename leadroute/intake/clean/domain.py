"""Web addresses: the host as value and key, in ASCII."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.punycode import ascii_host
from leadroute.model.fold import fold
from leadroute.tables.arrow import flags, judged, matching, patched, replaced, statuses
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

_HOST = r"(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])+"
_DRESSED = rf"^(?:https?://)?(?:www\.)?{_HOST}(?::\d+)?(?:[/?#].*)?$"
_BEFORE = ("https://", "http://", "www.")
_BEHIND = r"[:/?#].*$"
_PLAIN = re.compile(f"^{_HOST}$")
_FRONT = re.compile(
    r"^[\s\"'<(]*(?:(?:网址|官网|网站|website|web|url|site)\s*[::]\s*)?(?:[a-z]+:/*|https?[;/]+|/+)?(?:www\d?\.)?"
)
_REST = re.compile(r"[/?#:,;、|\s<>()\"'].*$")


def clean(texts: pa.Array) -> Cleaned:
    """Keep the host without scheme, ``www.``, port and path; what is no host is ``INVALID``."""
    lower = pc.ascii_lower(texts)
    odd = pc.invert(pc.or_(matching(lower, _DRESSED), pc.equal(lower, "")))
    found, verdicts = judged(texts.filter(odd), _judge)
    shown = patched(_undressed(lower), odd, found)
    status = statuses(len(texts))
    status[flags(odd)] = verdicts
    return Cleaned(shown, shown, status)


def _undressed(hosts: pa.Array) -> pa.Array:
    """Addresses without what stands before and behind their hosts."""
    for front in _BEFORE:
        hosts = pc.if_else(pc.starts_with(hosts, front), pc.utf8_slice_codeunits(hosts, len(front)), hosts)
    more = matching(hosts, _BEHIND)
    return patched(hosts, more, replaced(hosts.filter(more), _BEHIND, ""))


def _judge(text: str) -> tuple[str, int]:
    """The host in a cell that is not a plain address."""
    folded = fold(text).replace("。", ".").replace("\\", "/")
    if folded in placeholders.WEBSITE or not folded.strip(placeholders.SIGNS):
        return "", PLACEHOLDER if folded else OK
    host = _REST.sub("", _FRONT.sub("", folded)).strip(".")
    if not host.isascii():
        host = ascii_host(host)
    return (host, OK) if _PLAIN.match(host) else ("", INVALID)
