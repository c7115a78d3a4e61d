"""Prepare: the leads with their duplicates found. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.fill import fill_blanks
from leadroute.intake.identity import identity
from leadroute.intake.operands import align

if TYPE_CHECKING:
    from leadroute.commands.gather import Gathered
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.history import Identity
    from leadroute.tables.leads import Leads
    from leadroute.tables.merges import Merges


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What was gathered, with the operands of the rulebook made comparable and the duplicates found."""

    gathered: Gathered
    book: Rulebook
    leads: Leads
    merges: Merges

    @property
    def roster(self) -> Roster:
        """The reps."""
        return self.gathered.roster

    def identity(self) -> Identity:
        """By what each row is recognised in other runs; a run without memory has no use for it.

        Rows are told by what they say themselves, not by what a survivor took from others.
        """
        return identity(self.gathered.leads, self.merges, self.book.duplicates)


def prepare(gathered: Gathered) -> Prepared:
    """Find duplicates, complete the survivors."""
    book = align(gathered.book)
    leads, merges = gathered.leads, find_duplicates(gathered.leads, book.duplicates, gathered.aside)
    if book.duplicates.fill_blanks:
        leads, merges = fill_blanks(leads, merges)
    return Prepared(gathered, book, leads, merges)
