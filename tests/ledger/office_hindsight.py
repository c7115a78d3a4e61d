"""What is done to an office's ledger afterwards: runs taken back, leads moved by hand, by the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.correct import Asked, Corrected, correct
from leadroute.commands.refusal import Refusal
from leadroute.commands.undo import Undone, carry_out, propose
from leadroute.commands.whereabouts import Whereabouts
from leadroute.model.rulebook import Language
from tests.ledger.office import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.ledger.office import Office


def taken_back(office: Office, run: int, *, with_later: bool) -> Refusal | None:
    """Take a run back; the refusal if it may not be."""
    proposal = propose(run, _at(office), lambda _: office.now, with_later=with_later)
    if isinstance(proposal, Refusal):
        return proposal
    assert isinstance(carry_out(proposal), Undone)
    return None


def moved(office: Office, moves: Mapping[int, tuple[int, str]], *, charge: bool) -> bool:
    """Move leads by hand: person → (number of the lead, new owner); whether there was anything to move."""
    sheet = office.file(Row(who) for who in moves)
    lines = [f"#{lead},{to},because" for lead, to in moves.values()]
    (office.folder / sheet.name).write_text("\n".join(["lead,new owner,reason", *lines, ""]))
    people = [f"{one.id},{one.name},{one.status}" for one in office.roster.reps]
    (office.folder / "reps.csv").write_text("\n".join(["id,name,status", *people, ""]))
    asked = Asked(office.folder / sheet.name, office.folder / "reps.csv", charge=charge)
    done = correct(asked, _at(office), lambda _: office.now)
    assert isinstance(done, Corrected), [found.code for found in done.diagnostics]
    return done.run is not None


def _at(office: Office) -> Whereabouts:
    return Whereabouts(office.path, Language.EN, office.book)
