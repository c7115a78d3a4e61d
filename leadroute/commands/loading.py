"""Loading libraries without looking for garbage in them."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded inside stays for good: Python need not go through all of it, now or whenever it cleans up."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
