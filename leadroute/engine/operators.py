"""What each operator means, on the distinct values of a column: one function an operator, one table of all.

Every function takes the column's distinct values and the operand and returns one truth per distinct value. Blanks are
not its business: the caller turns them into *unknown*.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.model.rulebook import TableRef
from leadroute.tables.arrow import flags, strings
from leadroute.tables.fold import fold_array

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leadroute.model.rulebook import Operand
    from leadroute.tables.leads import Column, Mask, Numbers

    Operator = Callable[["Subject", Operand, "Surroundings"], Mask]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a test may look at beside the lead: the moment (local seconds since 1970) and the values reps have."""

    now: float
    rep_values: Mapping[str, frozenset[str]]


@dataclass(frozen=True, eq=False)
class Subject:
    """A column as operators look at it; what is costly to prepare is prepared once, when first needed."""

    column: Column

    @cached_property
    def keys(self) -> pa.Array:
        """The distinct keys: what is compared as a whole. A text that has none (a desk's mailbox) is its own."""
        alone = self.column.filled & self.column.blank
        if self.column.numbers is not None or not alone.any():
            return self.column.keys
        return pc.if_else(pa.array(alone), self.text, self.column.keys)

    @cached_property
    def text(self) -> pa.Array:
        """The distinct folded texts with nothing left out: keys of companies drop what people may search for."""
        if self.column.kind is Kind.TEXT:
            return self.keys
        return fold_array(self.column.values)

    @cached_property
    def numbers(self) -> Numbers:
        """The distinct numbers; of a field of another kind (the rulebook reader refuses it) none."""
        numbers = self.column.numbers
        return np.full(len(self.column.keys), np.nan) if numbers is None else numbers

    @property
    def upper(self) -> Numbers:
        """The upper ends of ranges; of single numbers those themselves."""
        return self.numbers if self.column.upper is None else self.column.upper


def texts(operand: Operand) -> list[str]:
    """The operand as a list of folded texts."""
    many = operand if isinstance(operand, tuple) else (operand,)
    return [fold(f"{one:g}" if isinstance(one, float) else str(one)) for one in many]


def _among(subject: Subject, wanted: frozenset[str] | list[str]) -> Mask:
    return flags(pc.is_in(subject.keys, value_set=strings(sorted(wanted))))


def _equal(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    if subject.column.numbers is not None and not isinstance(operand, str):
        wanted = operand if isinstance(operand, tuple) else (operand,)
        found = np.isin(subject.numbers, np.array([float(cast("float", one)) for one in wanted]))
        return np.asarray(found & (subject.numbers == subject.upper), dtype=np.bool_)
    return _among(subject, texts(operand))


def _unequal(subject: Subject, operand: Operand, around: Surroundings) -> Mask:
    return ~_equal(subject, operand, around)


def _any_text(search: Callable[[pa.Array, str], pa.Array]) -> Operator:
    def check(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
        found = [flags(search(subject.text, text)) for text in texts(operand)]
        return np.any(found, axis=0) if found else np.zeros(len(subject.column.keys), dtype=np.bool_)

    return check


def _matches(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    return flags(pc.match_substring_regex(subject.column.values, pattern=str(operand), ignore_case=True))


def _above(compare: Callable[[Numbers, float], Mask]) -> Operator:
    """A range is above a number when its lower end is."""

    def check(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
        return compare(subject.numbers, float(cast("float", operand)))

    return check


def _below(compare: Callable[[Numbers, float], Mask]) -> Operator:
    """A range is below a number when its upper end is."""

    def check(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
        return compare(subject.upper, float(cast("float", operand)))

    return check


def _between(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    low, high = cast("tuple[float, float]", operand)
    return (subject.numbers >= low) & (subject.upper <= high)


def _older(subject: Subject, operand: Operand, around: Surroundings) -> Mask:
    return around.now - subject.numbers > float(cast("float", operand))


def _newer(subject: Subject, operand: Operand, around: Surroundings) -> Mask:
    return around.now - subject.numbers <= float(cast("float", operand))


def _empty(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    return np.asarray(subject.column.missing == bool(operand), dtype=np.bool_)


def _present(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    return np.asarray(subject.column.missing != bool(operand), dtype=np.bool_)


def _in_table(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    values = operand.values if isinstance(operand, TableRef) else None
    return _among(subject, values or frozenset())


def _in_rep(subject: Subject, operand: Operand, around: Surroundings) -> Mask:
    return _among(subject, around.rep_values.get(str(operand), frozenset()))


def _domain_in(subject: Subject, operand: Operand, _: Surroundings) -> Mask:
    """The part behind the ``@`` (or the whole domain) is one of those wanted, or ends in a dot and one of them."""
    domains = pc.replace_substring_regex(subject.text, "^.*@", "")
    found = [
        pc.or_(pc.equal(domains, one), pc.ends_with(domains, pattern=f".{one}"))
        for one in (text.removeprefix("@") for text in texts(operand))
    ]
    return np.any([flags(one) for one in found], axis=0) if found else np.zeros(len(domains), dtype=np.bool_)


OPERATORS: Mapping[str, Operator] = {
    "eq": _equal,
    "ne": _unequal,
    "in": _equal,
    "not_in": _unequal,
    "contains": _any_text(lambda keys, text: pc.match_substring(keys, pattern=text)),
    "starts_with": _any_text(lambda keys, text: pc.starts_with(keys, pattern=text)),
    "ends_with": _any_text(lambda keys, text: pc.ends_with(keys, pattern=text)),
    "matches": _matches,
    "gt": _above(np.greater),
    "gte": _above(np.greater_equal),
    "lt": _below(np.less),
    "lte": _below(np.less_equal),
    "between": _between,
    "empty": _empty,
    "present": _present,
    "in_table": _in_table,
    "in_rep": _in_rep,
    "older_than": _older,
    "newer_than": _newer,
    "domain_in": _domain_in,
}
