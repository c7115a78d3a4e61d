"""Where rules lead: the action of a rule, the pool it names, and the pools behind that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import OPEN_POOL, AssignCustomerOwner, AssignPool, AssignRep, Review

if TYPE_CHECKING:
    from leadroute.model.rulebook import Action, Rulebook


def action_of(book: Rulebook, rule: int) -> Action:
    """What a rule does, by its position (negative: no rule matched, so the default)."""
    return book.rules[rule].action if rule >= 0 else book.default


def first_pool(action: Action) -> str:
    """The pool (or, for a review, pool or rep) an action leads to; the open pool when it leads to none."""
    match action:
        case AssignPool(pool):
            return pool
        case AssignRep(_, otherwise) | AssignCustomerOwner(otherwise):
            return otherwise
        case Review(_, suggest):
            return suggest
    return OPEN_POOL


def chain(book: Rulebook, start: str) -> tuple[str, ...]:
    """The pools to try, in order: the first, its ``when_full`` list, and theirs; each once, the open pool last."""
    order: list[str] = []
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name == OPEN_POOL:
            break
        if name in book.pools and name not in order:
            order.append(name)
            waiting = [*book.pools[name].when_full, *waiting]
    return tuple(order)
