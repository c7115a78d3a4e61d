"""Hosts of mail addresses that somebody mistyped, and the host that was meant."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG = ["gmail", "hotmail", "outlook", "yahoo", "foxmail", "icloud", "aliyun"]
"""Names whose every slip of one letter is taken for them; shorter ones have real neighbours."""

_SHORT = ["qq", "163", "126", "139", "189", "sina", "sohu", "live", "msn"]
_NO_ENDS = ["con", "comm", "ocm", "cmo", "cim", "vom", "xom", "cpm", "coom", "comn", "c0m", "comd"]
"""No domain ends so: ``com`` was meant."""

_OTHER_ENDS = ["co", "cm", "om", "c", "cn", "net"]
"""Domains end so, but not those of the big mail hosts."""

_REAL = frozenset(
    {
        *("mail.com", "ymail.com", "email.com", "hotmail.cn", "outlook.cn", "yahoo.cn", "yahoo.net", "sina.cn"),
        *("sina.net", "live.cn", "live.net", "189.cn", "139.cn", "163.net", "126.net", "sohu.net", "msn.cn"),
        *("aliyun.net", "aliyun.cn"),
    }
)
"""Hosts of their own, however near they are to another."""

_HOLE = ascii_lowercase + digits


def meant(host: str) -> str:
    """The host that a mistyped one stands for, ``""`` if nothing looks mistyped (``gmial.com`` → ``gmail.com``)."""
    if found := _misspelt().get(host):
        return found
    name, _, end = host.rpartition(".")
    return f"{name}.com" if name and end in _NO_ENDS else ""


@cache
def doubtful() -> str:
    """A pattern (RE2) that every address with a mistyped host matches, and few others."""
    slips = (
        before + (f"[^{there}@.]" if there else "[a-z0-9]" if there is None else "") + after
        for name in _LONG
        for before, there, after in _slips(name)
    )
    names, ends = "|".join(_LONG + _SHORT), "|".join(_OTHER_ENDS)
    return rf"@(?:{'|'.join(slips)})\.com$|@(?:{names})\.(?:{ends})$|\.(?:{'|'.join(_NO_ENDS)})$"


@cache
def _misspelt() -> dict[str, str]:
    """Mistyped hosts of the big mail services → the right one."""
    found = {f"{name}.{end}": f"{name}.com" for name in _LONG + _SHORT for end in (*_OTHER_ENDS, *_NO_ENDS)}
    for name in _LONG:
        for before, there, after in _slips(name):
            for letter in ("",) if there == "" else _HOLE.replace(there or " ", ""):
                found[f"{before}{letter}{after}.com"] = f"{name}.com"
    for host in _REAL | {f"{name}.com" for name in _LONG}:
        found.pop(host, None)
    return found


def _slips(name: str) -> Iterator[tuple[str, str | None, str]]:
    """The name with one slip: what stands before it, what it hides, what stands after.

    Hidden is ``""``: a letter is missing or two are swapped; a letter: another stands there; ``None``: one too many.
    """
    for at in range(len(name) + 1):
        before, after = name[:at], name[at:]
        yield before, None, after
        if after:
            yield before, "", after[1:]
            yield before, after[0], after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0], "", after[2:]
