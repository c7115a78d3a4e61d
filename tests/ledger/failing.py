"""A disk on which the n-th write, sync, rename, cut, deletion or new folder fails, once or for ever.

Python's own calls and those of SQLite and Arrow are counted alike: a library between them and the system does it, which
must be there when the process starts. So this is a program of its own, ``python -m tests.ledger.failing``, and
``every_call`` starts it.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from tests.cli.desk import environment
from tests.ledger.world import World, in_child

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCE = Path(__file__).with_name("failing.c")
_COMPILER = shutil.which("cc") or "cc"
_NOT_REACHED = 99


def every_call(folder: Path, first: int = 1, step: int = 1, *, for_ever: bool = False) -> Iterator[list[str]]:
    """What is wrong after each (or every ``step``-th) call of a run has failed and a run followed in which none did."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    library = folder.with_name("failing.so")
    subprocess.run([_COMPILER, "-shared", "-fPIC", "-o", library, _SOURCE, "-ldl"], check=True)
    command = [sys.executable, "-m", "tests.ledger.failing", *map(str, (library, folder, first, step, int(for_ever)))]
    own = {**environment(), "LD_PRELOAD": str(library)}
    with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as sweep:
        assert sweep.stdout is not None
        yield from map(json.loads, sweep.stdout)
    assert sweep.returncode == 0


def main(library: str, folder: Path, nth: int, step: int, for_ever: int) -> None:
    """Print a line for each call: what was wrong after it had failed."""
    shim = ctypes.CDLL(library)
    World(folder).assign()  # all that is loaded late is loaded
    while (code := _run(shim, world := World(folder), nth, for_ever)) != _NOT_REACHED:
        odd = [] if code in {Exit.DONE, Exit.OUTPUT, Exit.LEDGER} else [f"exit {code}"]
        again = world.assign()
        wrong = [*odd, *([f"then exit {again}"] if again else []), *world.torn()]
        sys.stdout.write(json.dumps([f"call {nth}: {line}" for line in wrong]) + "\n")
        sys.stdout.flush()
        nth += step


def _run(shim: ctypes.CDLL, world: World, nth: int, for_ever: int) -> int:
    """A run of which one call fails; its exit code, or that it does not make so many calls."""

    def work() -> None:
        shim.arm(os.fsencode(world.folder), nth, for_ever)
        code = world.assign()
        os._exit(code if shim.calls() >= nth else _NOT_REACHED)

    return in_child(work)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
