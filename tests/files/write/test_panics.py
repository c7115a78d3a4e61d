from __future__ import annotations

import errno
import os

import pytest

from leadroute.files.write.panics import panics_as_errors


class Panic(BaseException):
    """What a panic of a library in Rust looks like from here."""


def _fail(problem: BaseException) -> None:
    with panics_as_errors():
        os.write(2, b"thread panicked\n")
        raise problem


def test_a_panic_about_the_disk_is_an_error_of_the_system(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        _fail(Panic("called `Result::unwrap()` on an `Err` value: Os { code: 28, kind: StorageFull }"))
    assert caught.value.errno == errno.ENOSPC
    os.write(2, b"heard\n")
    assert capfd.readouterr().err == "heard\n"


@pytest.mark.parametrize("problem", [Panic("index out of bounds"), KeyboardInterrupt(), ValueError("x")])
def test_anything_else_stays_what_it_is(problem: BaseException) -> None:
    with pytest.raises(type(problem)):
        _fail(problem)
