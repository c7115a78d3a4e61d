"""A turn as it was taken: who was asked, who could not and why, what each was entitled to, and what decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from leadroute.engine.desk import claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.errand import Errand
    from leadroute.engine.explain.obstacles import Obstacle


class Role(Enum):
    """Why a rep is asked before any pool."""

    OWNER = "owner"
    OWNER_DEPUTY = "owner_deputy"
    NAMED = "named"
    DEPUTY = "deputy"
    COMPANY = "company"


class By(Enum):
    """What decided between those who could take a lead."""

    ONLY = "only"
    RANK = "rank"
    BALANCE = "balance"
    PREFERENCE = "preference"
    LONGEST_WAIT = "longest_wait"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True)
class Asked:
    """A rep asked before any pool, and what stood in the way; nothing: the rep took it."""

    role: Role
    rep: int
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A pool that was tried, and what stood in the way of each member."""

    pool: str
    members: tuple[tuple[int, tuple[Obstacle, ...]], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One who earned a share of the lead. Balances are units of the account.

    ``mark`` is the rank by the strategy (the least comes first; 0 when the account decides), ``last`` the number of the
    rep's latest turn (-1: none yet). Those who do not ``take`` are on leave and may catch up.
    """

    rep: int
    before: int
    gain: int
    mark: float
    preferred: bool
    last: int
    takes: bool

    @property
    def balance(self) -> int:
        """What the rep was entitled to when the lead was given out."""
        return self.before + self.gain

    @property
    def claim(self) -> tuple[float, int, int, int]:
        """By what those who could take the lead are told apart; the least takes it."""
        return self.mark, *claim(self.balance, self.last, self.rep, preferred=self.preferred)


@dataclass(frozen=True, slots=True)
class Deal:
    """How a lead was charged: the account, those who earned by their claim, the price, and the receiver's balances.

    ``by`` tells what decided; ``None`` when the receiver was not chosen by turns.
    """

    account: str
    pool: str
    shares: tuple[Share, ...]
    price: int
    balance: int
    by: By | None

    @property
    def after(self) -> int:
        """The receiver's balance after the lead was paid."""
        return self.balance - self.price


@dataclass(frozen=True, slots=True)
class Turn:
    """What happened at a lead's turn; ``deal`` is ``None`` when nobody was charged.

    ``visits`` are the pools whose turn it was; they were asked only where nobody asked by name took the lead.
    """

    errand: Errand
    asked: tuple[Asked, ...]
    visits: tuple[Visit, ...]
    rep: int
    deal: Deal | None

    @property
    def by_turns(self) -> bool:
        """Whether it came to the pools."""
        return bool(self.visits) and all(one.obstacles for one in self.asked)


def decided_by(shares: Sequence[Share]) -> By:
    """What told the first from the second, of those who could take the lead."""
    takers = [share for share in shares if share.takes]
    if len(takers) == 1:
        return By.ONLY
    first, second = takers[:2]
    if first.mark != second.mark:
        return By.RANK
    if first.claim[1] != second.claim[1]:
        return By.BALANCE if first.balance > second.balance else By.PREFERENCE
    return By.LONGEST_WAIT if first.last != second.last else By.ROSTER
