"""Hosts in other scripts, as the net writes them."""

from __future__ import annotations


def ascii_host(host: str) -> str:
    """The ASCII form of a host (``例子.中国`` → ``xn--fsqu00a.xn--fiqs8s``), ``""`` if it has none."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
