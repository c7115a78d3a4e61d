from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, BinaryIO

import pytest

from leadroute.files.read.workbook.child import Death, Limits, in_child, spawned

if TYPE_CHECKING:
    from collections.abc import Callable

LIMITS = Limits(seconds=60, memory=1 << 30)


def greet(out: BinaryIO) -> None:
    out.write(b"hello")


def abort(_: BinaryIO) -> None:
    os.abort()


def fail(_: BinaryIO) -> None:
    raise ValueError


def devour(_: BinaryIO) -> None:
    bytearray(2 << 30)


def starve(_: BinaryIO) -> None:
    os.write(2, b"memory allocation of 549755813888 bytes failed")
    os.abort()


def linger(_: BinaryIO) -> None:
    signal.pause()


def killed(_: BinaryIO) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_the_child_writes_comes_back() -> None:
    found = in_child(greet, LIMITS)
    assert not isinstance(found, Death)
    assert found[:] == b"hello"


@pytest.mark.parametrize(
    ("job", "why"),
    [
        (abort, "crash"),
        (fail, "crash"),
        (devour, "memory"),
        (starve, "memory"),
        (killed, "memory"),
    ],
)
def test_the_death_of_the_child_is_a_value(
    job: Callable[[BinaryIO], None], why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert in_child(job, LIMITS) == Death(why)  # type: ignore[arg-type] # one of the three
    assert capfd.readouterr() == ("", "")


def test_a_child_that_does_not_end_is_ended() -> None:
    assert in_child(linger, Limits(seconds=1)) == Death("time")


def test_nothing_of_the_parent_runs_twice(capfd: pytest.CaptureFixture[str]) -> None:
    print("once", end="")  # noqa: T201 - still in the buffer when the child begins
    assert in_child(greet, LIMITS)
    assert capfd.readouterr().out == "once"


def test_where_there_is_no_fork_a_fresh_process_does_it() -> None:
    assert spawned(greet, LIMITS) == b"hello"
    assert spawned(abort, LIMITS) == Death("crash")


def test_what_cannot_be_sent_to_a_fresh_process_runs_here() -> None:
    def here(out: BinaryIO) -> None:
        greet(out)

    assert spawned(here, LIMITS) == b"hello"
