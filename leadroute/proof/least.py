"""The least of a list that is still in the way (QuickXplain: halves are left out before single items are)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def least(items: Sequence[T], impossible: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """Items that together are impossible while none of them can be spared; all of them together are known to be."""

    def needed(given: Sequence[T], more: Sequence[T], rest: Sequence[T]) -> list[T]:
        if more and impossible(given):
            return []
        if len(rest) == 1:
            return list(rest)
        half = len(rest) // 2
        first, second = rest[:half], rest[half:]
        of_second = needed([*given, *first], first, second)
        of_first = needed([*given, *of_second], of_second, first)
        return [*of_first, *of_second]

    return tuple(needed((), (), items)) if items else ()
