"""Moving leads by hand: what it costs whom, and the run that does it.

The lead goes from one rep to another, and so does its price: what the old holder paid comes back, the new one pays it.
A lead nobody had is earned and paid by the rep who gets it, as one that a rule gives to a rep by name: it changes no
balance. What cost no turn (a customer's own owner got it), or is moved free of charge, moves as a lead without one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.account import UNIT
from leadroute.ledger.record import Coded, Decided, Entry, Kind, Record, no_sightings
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from leadroute.intake.corrections import Corrections
    from leadroute.ledger.finding import Wish
    from leadroute.ledger.record import Decision, Run

_EPOCH = 719_163  # the ordinal of 1970-01-01
_BY_CUSTOMER = (Reason.CUSTOMER_OWNER, Reason.CUSTOMER_DEPUTY)


@dataclass(frozen=True, slots=True)
class Move:
    """A lead that changes hands.

    ``holder`` is who had it ("": nobody), since ``day`` (days since 1970), for ``price`` paid from ``account``;
    ``charged`` tells whether moving it costs a turn. ``pool`` is the pool whose lead it is ("": none).
    """

    wish: Wish
    holder: str
    account: str
    pool: str
    day: int
    price: int
    charged: bool

    @property
    def units(self) -> int:
        """What the old holder gets back and the new one pays."""
        return self.price if self.charged and self.holder else 0


def move_of(wish: Wish, run: Run, lines: Iterable[Entry], *, charge: bool) -> Move:
    """What moving a lead means, by the entries of the run that its holder got it in."""
    stands = wish.stands
    holder = stands.rep if stands.outcome in (Outcome.ASSIGNED, Outcome.REVIEW) else ""
    account, price = _paid(stands, run.kind, lines) if holder else ("", UNIT)
    charged = charge and price > 0
    day = run.now.date().toordinal() - _EPOCH
    return Move(wish, holder, account, stands.pool if charged and holder else "", day, price, charged)


def correction_of(
    asked: Corrections,
    moves: Sequence[Move],
    balances: Mapping[tuple[str, str], int],
    now: datetime,
    told: Mapping[str, object],
) -> Record:
    """The run that moves leads; ``balances`` are those before, by account and rep."""
    today = now.date().toordinal() - _EPOCH
    return Record(
        kind=Kind.CORRECTION,
        now=now,
        facts={**told, "moves": [[move.holder, move.units, move.wish.why] for move in moves]},
        decided=_decided(asked, moves, balances),
        entries=tuple(_summed(line for move in moves for line in _lines(move, today))),
        sightings=no_sightings(),
    )


def _paid(stands: Decision, kind: Kind, lines: Iterable[Entry]) -> tuple[str, int]:
    """The account a lead was paid from, and its price there (0: it cost no turn)."""
    own = [line for line in lines if (line.rep, line.pool) == (stands.rep, stands.pool)]
    by_owner = stands.reason in _BY_CUSTOMER and any(line.free for line in own)
    if by_owner or (kind is Kind.CORRECTION and stands.turn < 0):
        return "", 0
    turns = sorted((line.account, line.paid, line.got) for line in own if line.got > 0)
    by_rule = [turn for turn in turns if turn[0] == (f"rule:{stands.rule}" if stands.rule else "default")]
    account, paid, got = (by_rule or turns or [("", 0, 1)])[0]
    return account, paid // got


def _lines(move: Move, today: int) -> Iterator[Entry]:
    """The entries of one move; those of the old holder are of the day the lead was got, so that its caps are free."""
    to = move.wish.to
    if not move.charged:
        if move.holder:
            yield Entry("", "", move.holder, move.day, free=-1)
        yield Entry("", "", to, today, free=1)
        return
    if move.holder:
        yield Entry(move.account, move.pool, move.holder, move.day, paid=-move.price, got=-1)
    earned = 0 if move.holder else move.price
    yield Entry(move.account, move.pool, to, today, entitled=earned, paid=move.price, got=1)


def _summed(lines: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of one rep, pool and day in one; what is given and what is taken back stay apart."""
    sums: dict[tuple[str, str, str, int, bool], Entry] = {}
    for line in lines:
        key = (line.account, line.pool, line.rep, line.day, line.got + line.free > 0)
        old = sums.get(key)
        sums[key] = line if old is None else _added(old, line)
    return (sums[key] for key in sorted(sums))


def _added(one: Entry, other: Entry) -> Entry:
    return replace(
        one,
        entitled=one.entitled + other.entitled,
        paid=one.paid + other.paid,
        got=one.got + other.got,
        free=one.free + other.free,
    )


def _decided(asked: Corrections, moves: Sequence[Move], balances: Mapping[tuple[str, str], int]) -> Decided:
    stands = [move.wish.stands for move in moves]
    rows = np.array([move.wish.row for move in moves], dtype=np.int64)
    origin = asked.leads.origin
    none = np.zeros(len(moves), dtype=np.int64)
    return Decided(
        lead=_whole(one.lead for one in stands),
        file=Coded(none, (origin.tables[0][0],)),
        row=origin.row[rows].astype(np.int64),
        label=tuple(one.label for one in stands),
        company=_whole(one.company for one in stands),
        outcome=none + Outcome.ASSIGNED,
        reason=none + Reason.CORRECTED,
        rule=_coded([one.rule for one in stands]),
        pool=_coded([move.pool for move in moves]),
        rep=_coded([move.wish.to for move in moves]),
        turn=_whole(at if move.charged else -1 for at, move in enumerate(moves)),
        balance=_whole(_before(moves, balances)),
    )


def _before(moves: Sequence[Move], balances: Mapping[tuple[str, str], int]) -> Iterator[int]:
    """The balance of each receiver just before paying."""
    held = defaultdict[tuple[str, str], int](int, balances)
    for move in moves:
        held[move.account, move.holder] += move.units
        to = (move.account, move.wish.to)
        earned = 0 if move.holder else move.price
        yield held[to] + earned if move.charged else 0
        held[to] -= move.units


def _coded(texts: Sequence[str]) -> Coded:
    """A column of texts; blank ones are none."""
    some = sorted({*texts} - {""})
    place = {text: at for at, text in enumerate(some)}
    return Coded(_whole(place.get(text, -1) for text in texts), tuple(some))


def _whole(values: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.fromiter(values, dtype=np.int64)
