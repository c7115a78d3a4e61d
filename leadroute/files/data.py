"""The bytes of a file, or what kept us from reading it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

_BEGUN: ContextVar[dict[Path, Future[bytes | Diagnostic]]] = ContextVar("begun")


def read_bytes(path: Path) -> bytes | Diagnostic:
    """The whole file, read once: what is hashed is what is parsed."""
    begun = _BEGUN.get({}).pop(path, None)
    return _read(path) if begun is None else begun.result()


@contextmanager
def reading(paths: Iterable[Path]) -> Iterator[None]:
    """Begin to read files that are asked for inside: the system copies them while libraries are loaded."""
    with ThreadPoolExecutor(1) as pool:
        before = _BEGUN.set({path: pool.submit(_read, path) for path in paths})
        try:
            yield
        finally:
            _BEGUN.reset(before)


def _read(path: Path) -> bytes | Diagnostic:
    try:
        if _is_endless(path):
            return Diagnostic("LR046", Severity.ERROR, Place(spelled(path)))
        return path.read_bytes()
    except FileNotFoundError:
        code = "LR029" if path.is_symlink() else "LR001"
        return Diagnostic(code, Severity.ERROR, Place(spelled(path)), near=_neighbours(path))
    except IsADirectoryError:
        return Diagnostic("LR026", Severity.ERROR, Place(spelled(path)))
    except PermissionError:
        return Diagnostic("LR027", Severity.ERROR, Place(spelled(path)))
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        return Diagnostic("LR002", Severity.ERROR, Place(spelled(path)), facts(reason=reason))


def _is_endless(path: Path) -> bool:
    """Devices such as ``/dev/zero`` have no end; a pipe has one."""
    return path.is_char_device() or path.is_block_device()


def spelled(path: Path) -> str:
    """A path as text for people: bytes in a name that are no letters become ``�``, or no file could hold it."""
    return str(path).encode(errors="surrogateescape").decode(errors="replace")


def _neighbours(path: Path) -> tuple[str, ...]:
    """Files beside the missing one with nearly its name."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a typo

    try:
        names = sorted(other.name for other in path.parent.iterdir() if other.is_file())
    except (OSError, ValueError):
        return ()
    return tuple(name for name, _, _ in process.extract(path.name, names, scorer=fuzz.ratio, limit=3, score_cutoff=75))
