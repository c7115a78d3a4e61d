"""Errands: what is to be done with a lead, worked out once for all leads that are alike.

Two leads have the same errand when the same rule decides them, the same requirements apply (with the lead's values
filled in), the same caps bind them and they belong to the same owner's customers. There are thousands of leads and a
few dozen errands, so all reading of the rulebook happens here and none of it while turns are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.engine.eligible import Need
    from leadroute.model.outcome import Outcome, Reason


@dataclass(frozen=True, slots=True)
class Stop:
    """One pool of a chain, with what is required and preferred for this lead."""

    pool: str
    account: str
    needs: tuple[Need, ...]
    wants: tuple[Need, ...]
    exempt: frozenset[str]


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be done with a lead.

    ``settled`` errands need no turn: ``outcome`` and ``reason`` are final. Otherwise the tries are, in order: the
    customer's ``owner`` (and ``owner_deputy``), the rep of the lead's company, the ``named`` rep (and ``deputy``), the
    pools of ``chain``. ``owner_else`` is the reason for review when the owner cannot take it and must be waited for.
    ``needs`` is what the rule itself requires of anyone who takes the lead. -1 means nobody.
    """

    outcome: Outcome
    reason: Reason
    settled: bool = False
    chain: tuple[Stop, ...] = ()
    needs: tuple[Need, ...] = ()
    exempt: frozenset[str] = frozenset()
    account: str = ""
    named: int = -1
    deputy: int = -1
    owner: int = -1
    owner_deputy: int = -1
    owner_waits: bool = False
    charge_owner: bool = False
