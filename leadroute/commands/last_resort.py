"""The last resort: what must not happen becomes one line and an exit code, and a report without anybody's data."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from typing import TYPE_CHECKING

from leadroute import __version__
from leadroute.commands.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def guarded(run: Callable[[], Exit]) -> Exit:
    """Run a command; ^C and our own bugs end it with their exit codes, never with a traceback on the screen."""
    try:
        return run()
    except KeyboardInterrupt:
        _say("stopped / 已中断")
        return Exit.INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a library is no Exception
        _say(f"our bug, sorry. {_kept(report(error))}")
        return Exit.BUG


def report(error: BaseException) -> str:
    """Where an error came from: types and lines of code. Its words are left out, as they may quote a cell."""
    system = f"leadroute {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    return system + "".join(_told(error)) + "(messages of errors are left out: they may quote what is in the files)\n"


def _told(error: BaseException) -> Iterator[str]:
    earlier = error.__cause__ or error.__context__
    if earlier is not None and earlier is not error:
        yield from _told(earlier)
        yield "then\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"


def _kept(text: str) -> str:
    """Put a report into a file of its own; say where it is, or its end when the disk takes none."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="leadroute-bug-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(text)
    except OSError:
        last = " ".join(text.splitlines()[-4:-1])
        return f"Please send this line / 程序出错，请把这一行发给我们: {last}"
    return f"Please send {log.name} / 程序出错，请把该文件发给我们"


def _say(words: str) -> None:
    print(f"leadroute: {words}", file=sys.stderr)  # noqa: T201 - there is no console to trust any more
