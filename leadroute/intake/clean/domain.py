"""Web addresses: the host as value and key, in ASCII."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.punycode import ascii_host
from leadroute.model.fold import fold
from leadroute.tables.arrow import flags, judged, matching, patched, replaced, statuses, without_first
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.tables.arrow import Status

_HOST = r"(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])+"
_BARE = rf"^(?:www\.)?{_HOST}$"
_DRESSED = rf"^(?:https?://)?(?:www\.)?{_HOST}(?::\d+)?(?:[/?#].*)?$"
_AROUND = r"^https?://|[:/?#].*$"
_WWW = "www."
_PLAIN = re.compile(f"^{_HOST}$")
_FRONT = re.compile(
    r"^[\s\"'<(]*(?:(?:网址|官网|网站|website|web|url|site)\s*[::]\s*)?(?:[a-z]+:/*|https?[;/]+|/+)?(?:www\d?\.)?"
)
_REST = re.compile(r"[/?#:,;、|\s<>()\"'].*$")


def clean(texts: pa.Array) -> Cleaned:
    """Keep the host without scheme, ``www.``, port and path; what is no host is ``INVALID``."""
    lower = pc.ascii_lower(texts)
    more = pc.invert(pc.or_(matching(lower, _BARE), pc.equal(lower, "")))
    found, verdicts = _undressed(texts.filter(more))
    status = statuses(len(texts))
    status[flags(more)] = verdicts
    hosts = patched(lower, more, found)
    hosts = without_first(hosts, flags(pc.starts_with(hosts, _WWW)), len(_WWW))
    return Cleaned(hosts, hosts, status)


def _undressed(texts: pa.Array) -> tuple[pa.Array, Status]:
    """Addresses without what stands before and behind their hosts."""
    lower = pc.ascii_lower(texts)
    dressed = matching(lower, _DRESSED)
    odd = pc.invert(dressed)
    found, verdicts = judged(texts.filter(odd), _judge)
    status = statuses(len(texts))
    status[flags(odd)] = verdicts
    return patched(replaced(replaced(lower, _AROUND, ""), _AROUND, ""), odd, found), status


def _judge(text: str) -> tuple[str, int]:
    """The host in a cell that is not a plain address."""
    folded = fold(text).replace("。", ".").replace("\\", "/")
    if folded in placeholders.WEBSITE or not folded.strip(placeholders.SIGNS):
        return "", PLACEHOLDER if folded else OK
    host = _REST.sub("", _FRONT.sub("", folded)).strip(".")
    if not host.isascii():
        host = ascii_host(host)
    return (host, OK) if _PLAIN.match(host) else ("", INVALID)
