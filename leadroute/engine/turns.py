"""The turns of a run: leads given out in order, all at once or up to a lead that somebody asks about."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.availability import absences
from leadroute.engine.companies import Companies, companies, hash_keys
from leadroute.engine.desk import Desk
from leadroute.engine.distribute import deal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.errand import Errand


@dataclass(slots=True)
class Turns:
    """The leads that take a turn, by position in their order, and the desk as it stands before lead ``at``."""

    desk: Desk
    errands: Sequence[Errand]
    of: array[int]
    companies: Companies
    keys: Sequence[str]
    at: int = 0

    @classmethod
    def before(cls, arranged: Arrangement) -> Turns:
        """The turns of a run, none of them taken."""
        case, setting, grouping = arranged.case, arranged.setting, arranged.grouping
        book, served = setting.rulebook, arranged.served
        of = np.ascontiguousarray(grouping.of[arranged.turns], dtype=np.int64)
        return cls(
            Desk.before(setting, absences(setting.roster, book.leave, setting.now)),
            grouping.errands,
            array("q", of.tobytes()),
            companies(arranged.companies, served, case.known),
            hash_keys(case.leads, book, served),
        )

    def __len__(self) -> int:
        """How many turns there are, taken or not."""
        return len(self.of)

    @property
    def errand(self) -> Errand:
        """What is to be done with the next lead."""
        return self.errands[self.of[self.at]]

    @property
    def company_rep(self) -> int:
        """Who has the company of the next lead; -1 for nobody."""
        mate = self.companies.of[self.at]
        return self.companies.rep[mate] if mate >= 0 else -1

    def take(self, until: int) -> array[int]:
        """Give out the leads from where the desk stands up to a position, that one not; returns the gifts."""
        span = slice(self.at, until)
        mates = Companies(self.companies.of[span], self.companies.rep)
        gifts = deal(self.desk, self.errands, self.of[span], mates, self.keys[span])
        self.at = until
        return gifts
