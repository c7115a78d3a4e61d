"""A job in a child process with limits of time and memory: a reader that dies takes nobody with it."""

from __future__ import annotations

import faulthandler
import gc
import io
import mmap
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Job: TypeAlias = Callable[[BinaryIO], None]

CAN_FORK = hasattr(os, "fork")
_MEMORY_GONE = 3
_UNPICKLABLE = (AttributeError, TypeError, pickle.PicklingError)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may use: seconds by the wall, and bytes of memory beyond what the parent has."""

    seconds: int
    memory: int = 3 << 30


@dataclass(frozen=True, slots=True)
class Death:
    """Why a job came to no end."""

    why: Literal["crash", "memory", "time"]


def in_child(job: Job, limits: Limits) -> mmap.mmap | bytes | Death:
    """Let a child process write the job's result, and return it as bytes that are not copied, or why it died.

    The child is a fork: it sees what the parent sees, nothing is sent. Where there is no fork the job is pickled; one
    that cannot be pickled runs in this process without limits.
    """
    return begin(job, limits).end() if CAN_FORK else spawned(job, limits)


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """A child at work: its number, where its result and its last words go. It is ended or stopped, once."""

    child: int
    out: BinaryIO
    said: BinaryIO

    def end(self) -> mmap.mmap | Death:
        """Wait for the result."""
        with self.out, self.said:
            status = _end_of(self.child)
            if status:
                return Death(_why(status, self.said))
            return mmap.mmap(self.out.fileno(), 0, access=mmap.ACCESS_READ)

    def stop(self) -> None:
        """Nobody wants the result."""
        with self.out, self.said:
            _stop(self.child)


def begin(job: Job, limits: Limits) -> Begun:
    """Let a forked child begin; somebody has to end or to stop it."""
    out, said = _room(), _room()
    with warnings.catch_warnings():  # a thread of ours hashes the file meanwhile; it holds no lock the child needs
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _work(job, limits, out, said)
    return Begun(child, out, said)


def spawned(job: Job, limits: Limits) -> bytes | Death:
    """The same in a fresh process, where there is no fork: its time is limited, its memory is not."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder) / "result"
        process = multiprocessing.get_context("spawn").Process(target=_write, args=(job, room), daemon=True)
        try:
            process.start()
        except _UNPICKLABLE:
            held = io.BytesIO()
            job(held)
            return held.getvalue()
        process.join(limits.seconds)
        if process.is_alive():
            process.kill()
            process.join()
            return Death("time")
        return room.read_bytes() if process.exitcode == 0 else Death("crash")


def _write(job: Job, room: Path) -> None:
    with room.open("wb") as out:
        job(out)


def _room() -> BinaryIO:
    """A file without a name, in memory where the system has such files."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("leadroute"), "w+b")
    return tempfile.TemporaryFile()


def _work(job: Job, limits: Limits, out: BinaryIO, said: BinaryIO) -> NoReturn:
    """The life of the child. It ends here whatever happens: nothing of the parent's may run twice."""
    status = 1
    try:
        os.dup2(said.fileno(), 2)  # who aborts has last words, and so has Python's own handler of faults
        faulthandler.disable()
        gc.disable()  # millions of cells and no cycle among them
        _limit(limits)
        job(out)
        out.flush()
        status = 0
    except MemoryError:
        status = _MEMORY_GONE
    finally:
        os._exit(status)


def _limit(limits: Limits) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(limits.seconds)
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not everywhere

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def _end_of(child: int) -> int:
    """Wait for the child; negative numbers are signals. Who interrupts us stops the child too."""
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:
        _stop(child)
        raise
    return os.waitstatus_to_exitcode(status)


def _stop(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _why(status: int, said: BinaryIO) -> Literal["crash", "memory", "time"]:
    if status == -signal.SIGALRM:
        return "time"
    said.seek(0)
    words = said.read(1 << 16)
    starved = b"memory allocation of" in words or b"capacity overflow" in words
    return "memory" if starved or status in {_MEMORY_GONE, -signal.SIGKILL} else "crash"
