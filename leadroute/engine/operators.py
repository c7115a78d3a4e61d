"""What each operator means, on the distinct values of a column: one function an operator, one table of all.

Every function takes the column's distinct values and the operand and returns one truth per distinct value. Blanks are
not its business: the caller turns them into *unknown*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.model.rulebook import TableRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leadroute.model.rulebook import Operand
    from leadroute.tables.leads import Column, Mask, Numbers

    Operator = Callable[[Column, Operand, "Surroundings"], Mask]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a test may look at beside the lead: the moment (local seconds since 1970) and the values reps have."""

    now: float
    rep_values: Mapping[str, frozenset[str]]


def texts(operand: Operand) -> list[str]:
    """The operand as a list of folded texts."""
    many = operand if isinstance(operand, tuple) else (operand,)
    return [fold(f"{one:g}" if isinstance(one, float) else str(one)) for one in many]


def _among(column: Column, wanted: frozenset[str] | list[str]) -> Mask:
    found = pc.is_in(pa.array(column.keys, pa.string()), value_set=pa.array(sorted(wanted), pa.string()))
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)


def _equal(column: Column, operand: Operand, _: Surroundings) -> Mask:
    if column.numbers is not None and not isinstance(operand, str):
        wanted = operand if isinstance(operand, tuple) else (operand,)
        return np.isin(column.numbers, np.array([float(cast("float", one)) for one in wanted]))
    return _among(column, texts(operand))


def _unequal(column: Column, operand: Operand, around: Surroundings) -> Mask:
    return ~_equal(column, operand, around)


def _whole_text(column: Column) -> pa.Array:
    """The folded text with nothing left out: keys of companies and the like drop what people may search for."""
    same = column.kind is Kind.TEXT
    return pa.array(column.keys if same else [fold(str(value)) for value in column.values], pa.string())


def _any_text(search: Callable[[pa.Array, str], pa.Array]) -> Operator:
    def check(column: Column, operand: Operand, _: Surroundings) -> Mask:
        whole = _whole_text(column)
        truth = np.zeros(len(column.keys), dtype=np.bool_)
        for text in texts(operand):
            truth |= search(whole, text).to_numpy(zero_copy_only=False)
        return truth

    return check


def _matches(column: Column, operand: Operand, _: Surroundings) -> Mask:
    found = pc.match_substring_regex(pa.array(column.values, pa.string()), pattern=str(operand), ignore_case=True)
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)


def _ordered(compare: Callable[[Numbers, float], Mask]) -> Operator:
    def check(column: Column, operand: Operand, _: Surroundings) -> Mask:
        return compare(_numbers(column), float(cast("float", operand)))

    return check


def _between(column: Column, operand: Operand, _: Surroundings) -> Mask:
    low, high = cast("tuple[float, float]", operand)
    numbers = _numbers(column)
    return (numbers >= low) & (numbers <= high)


def _older(column: Column, operand: Operand, around: Surroundings) -> Mask:
    return around.now - _numbers(column) > float(cast("float", operand))


def _newer(column: Column, operand: Operand, around: Surroundings) -> Mask:
    return around.now - _numbers(column) <= float(cast("float", operand))


def _empty(column: Column, operand: Operand, _: Surroundings) -> Mask:
    return np.asarray(column.blank == bool(operand), dtype=np.bool_)


def _present(column: Column, operand: Operand, _: Surroundings) -> Mask:
    return np.asarray(column.blank != bool(operand), dtype=np.bool_)


def _in_table(column: Column, operand: Operand, _: Surroundings) -> Mask:
    values = operand.values if isinstance(operand, TableRef) else None
    return _among(column, values or frozenset())


def _in_rep(column: Column, operand: Operand, around: Surroundings) -> Mask:
    return _among(column, around.rep_values.get(str(operand), frozenset()))


def _domain_in(column: Column, operand: Operand, _: Surroundings) -> Mask:
    wanted = [text.removeprefix("@") for text in texts(operand)]
    domains = [str(key).rpartition("@")[2] for key in column.values]
    return np.array([any(own == one or own.endswith(f".{one}") for one in wanted) for own in domains], dtype=np.bool_)


def _numbers(column: Column) -> Numbers:
    if column.numbers is None:  # the rulebook reader refuses this; a field of another kind compares as nothing
        return np.full(len(column.keys), np.nan)
    return column.numbers


OPERATORS: Mapping[str, Operator] = {
    "eq": _equal,
    "ne": _unequal,
    "in": _equal,
    "not_in": _unequal,
    "contains": _any_text(lambda keys, text: pc.match_substring(keys, pattern=text)),
    "starts_with": _any_text(lambda keys, text: pc.starts_with(keys, pattern=text)),
    "ends_with": _any_text(lambda keys, text: pc.ends_with(keys, pattern=text)),
    "matches": _matches,
    "gt": _ordered(np.greater),
    "gte": _ordered(np.greater_equal),
    "lt": _ordered(np.less),
    "lte": _ordered(np.less_equal),
    "between": _between,
    "empty": _empty,
    "present": _present,
    "in_table": _in_table,
    "in_rep": _in_rep,
    "older_than": _older,
    "newer_than": _newer,
    "domain_in": _domain_in,
}
