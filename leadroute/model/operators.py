"""The operators a condition may use, as data: what each takes. How each works is in ``engine.operators``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from leadroute.model.fields import Kind


class Takes(StrEnum):
    """What stands after an operator in the rulebook."""

    VALUE = "value"  # one text or number
    VALUES = "values"  # one or a list
    NUMBER_OR_DATE = "number_or_date"
    PAIR = "pair"  # [low, high]
    PATTERN = "pattern"  # a regular expression in RE2's syntax
    FLAG = "flag"  # true or false
    TABLE = "table"  # path of a CSV or xlsx beside the rulebook, or {file, column}
    ATTRIBUTE = "attribute"  # name of a many-valued attribute of reps
    DURATION = "duration"  # 30d, 12h, 2w, 3mo


@dataclass(frozen=True, slots=True)
class OperatorSpec:
    """What an operator takes, the kinds of field it suits (none named: all), and whether a blank is an answer.

    ``blank_counts`` marks the operators that look at emptiness itself and are therefore never unknown.
    """

    takes: Takes
    kinds: frozenset[Kind] = frozenset()
    blank_counts: bool = False


_ORDERED = frozenset({Kind.NUMBER, Kind.DATE})
_DATES = frozenset({Kind.DATE})
_DOMAINS = frozenset({Kind.DOMAIN, Kind.EMAIL})

OPERATORS: MappingProxyType[str, OperatorSpec] = MappingProxyType(
    {
        "eq": OperatorSpec(Takes.VALUE),
        "ne": OperatorSpec(Takes.VALUE),
        "in": OperatorSpec(Takes.VALUES),
        "not_in": OperatorSpec(Takes.VALUES),
        "contains": OperatorSpec(Takes.VALUES),
        "starts_with": OperatorSpec(Takes.VALUES),
        "ends_with": OperatorSpec(Takes.VALUES),
        "matches": OperatorSpec(Takes.PATTERN),
        "gt": OperatorSpec(Takes.NUMBER_OR_DATE, _ORDERED),
        "gte": OperatorSpec(Takes.NUMBER_OR_DATE, _ORDERED),
        "lt": OperatorSpec(Takes.NUMBER_OR_DATE, _ORDERED),
        "lte": OperatorSpec(Takes.NUMBER_OR_DATE, _ORDERED),
        "between": OperatorSpec(Takes.PAIR, _ORDERED),
        "empty": OperatorSpec(Takes.FLAG, blank_counts=True),
        "present": OperatorSpec(Takes.FLAG, blank_counts=True),
        "in_table": OperatorSpec(Takes.TABLE),
        "in_rep": OperatorSpec(Takes.ATTRIBUTE),
        "older_than": OperatorSpec(Takes.DURATION, _DATES),
        "newer_than": OperatorSpec(Takes.DURATION, _DATES),
        "domain_in": OperatorSpec(Takes.VALUES, _DOMAINS),
    }
)
