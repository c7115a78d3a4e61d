"""Write requirements.lock and requirements-dev.lock from what is installed: ``python .ci/lock.py``.

Each names every distribution the project (or its ``dev`` extra) pulls in, at the version of this environment, and
nothing else that happens to be installed. pip reads them as constraints.
"""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "leadroute"
HEAD = "# Exact versions; written by .ci/lock.py from a tested environment.\n"


def closure(name: str, extras: frozenset[str]) -> dict[str, str]:
    """Every distribution ``name[extras]`` needs on this machine, by canonical name, with its version."""
    found: dict[str, str] = {}
    waiting, seen = [(name, extras)], {(name, extras)}
    while waiting:
        dist = distribution(waiting[-1][0])
        found[canonicalize_name(dist.name)] = dist.version
        for needed in _needs(*waiting.pop()):
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)
    return found


def _needs(name: str, extras: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    wanted = [Requirement(line) for line in distribution(name).requires or ()]
    return [
        (canonicalize_name(need.name), frozenset(need.extras))
        for need in wanted
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]


def write(root: Path) -> None:
    """Write both files into ``root``."""
    run = closure(PROJECT, frozenset())
    dev = closure(PROJECT, frozenset({"dev"}))
    files = {"requirements.lock": run, "requirements-dev.lock": dev}
    for name, found in files.items():
        lines = [f"{dist}=={version}\n" for dist, version in sorted(found.items()) if dist != PROJECT]
        (root / name).write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).parent.parent)
