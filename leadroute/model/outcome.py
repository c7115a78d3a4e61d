"""What can become of an input row, and why."""

from __future__ import annotations

from enum import IntEnum


class Outcome(IntEnum):
    """Every input row ends in exactly one of these."""

    ASSIGNED = 0
    POOLED = 1
    REVIEW = 2
    DUPLICATE = 3
    INVALID = 4
    ARCHIVED = 5

    @property
    def word(self) -> str:
        """The outcome as code, JSON and the ledger spell it."""
        return self.name.lower()


class Reason(IntEnum):
    """The reason code of an outcome."""

    # assigned
    RULE = 0
    DEFAULT = 1
    CUSTOMER_OWNER = 2
    CUSTOMER_DEPUTY = 3
    SAME_COMPANY = 4
    NAMED_REP = 5
    OVERFLOW = 6
    DEPUTY = 7
    CORRECTED = 8
    # pooled
    NO_RULE = 20
    NO_ELIGIBLE = 21
    ALL_AWAY = 22
    ALL_AT_CAP = 23
    TOO_OLD = 24
    RULE_OPEN_POOL = 25
    REP_AWAY = 26
    # review
    RULE_REVIEW = 40
    MISSING_VALUE = 41
    CUSTOMER_CONFLICT = 42
    CUSTOMER_OWNER_AWAY = 43
    BIG_CLUSTER = 44
    # duplicate, invalid, archived
    SAME_LEAD = 60
    KNOWN = 61
    EARLIER_LEAD = 62
    NO_CONTACT = 80
    UNREADABLE = 81
    UNREACHABLE = 82
    REJECTED = 100

    @property
    def word(self) -> str:
        """The reason as code, JSON and the ledger spell it."""
        return self.name.lower()


class Passed(IntEnum):
    """Why a member of a pool could not take a lead."""

    LEFT = 1
    INACTIVE = 2
    NOT_HIRED_YET = 3
    ON_LEAVE = 4
    LEAVE_BUFFER = 5
    PAUSED = 6
    NO_SKILL = 7
    NO_MATCH = 8
    CAP_OPEN = 9
    CAP_DAY = 10
    CAP_WEEK = 11
    CAP_MONTH = 12
    POOL_CAP = 13

    @property
    def word(self) -> str:
        """The reason as code and JSON spell it."""
        return self.name.lower()


AWAY = frozenset(
    {Passed.LEFT, Passed.INACTIVE, Passed.NOT_HIRED_YET, Passed.ON_LEAVE, Passed.LEAVE_BUFFER, Passed.PAUSED}
)
AT_CAP = frozenset({Passed.CAP_OPEN, Passed.CAP_DAY, Passed.CAP_WEEK, Passed.CAP_MONTH, Passed.POOL_CAP})
