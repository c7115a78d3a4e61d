"""What is said of a comparison beside its figures: the sentences at its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.compare import Change
from leadroute.render.filenames import short_name, short_names
from leadroute.render.screen.view import percent
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.stop import Amount, Claim
    from leadroute.render.compared.told import Compared


@dataclass(frozen=True, slots=True)
class About:
    """What surrounds a comparison.

    ``asked`` tells whether there was a ``--fail-if``, ``proof`` what makes it true; ``run`` is the run of the ledger
    both sides begin after (``None``: no ledger). ``notes`` were said with the new side only. ``file`` is the workbook
    that was written.
    """

    asked: bool = False
    proof: tuple[tuple[Claim, Amount], ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    broken: tuple[str, ...] = ()
    run: int | None = None
    file: str = ""


def title(told: Compared) -> str:
    """The rulebooks and the moment."""
    found = told.found
    names = (found.before.plan.rulebook.file, found.after.plan.rulebook.file)
    before, after = (short_names(names)[name] for name in names)
    return told.say("title", before=before, after=after, now=f"{found.after.plan.now:%Y-%m-%d %H:%M}")


def sources(told: Compared, about: About) -> str:
    """The leads, the rosters, and what is remembered."""
    found = told.found
    rosters = dict.fromkeys(short_name(side.plan.roster.file) for side in (found.before, found.after))
    paths = dict.fromkeys(file.file for side in (found.before, found.after) for file in side.report.files if file.file)
    files = say("screen.comma", told.language).join(short_names(paths).values())
    memory = told.say("no_memory") if about.run is None else told.say("from_run", run=about.run)
    return told.say("sources", files=files, roster=" → ".join(rosters), memory=memory)


def conclusion(told: Compared) -> Iterator[str]:
    """What the change comes to, in a few sentences."""
    found = told.found
    if found.same:
        yield told.say("nothing", rows=found.rows)
        if found.regraded:
            yield told.say("regraded", count=found.regraded)
    else:
        yield from _changed(told)
    if found.known:
        yield told.say("known", known=found.known)


def _changed(told: Compared) -> Iterator[str]:
    found, changed = told.found, told.found.changed
    counts = {kind.word: changed.of(kind) for kind in Change}
    share = percent(len(changed) / max(found.leads, 1))
    yield told.say("changed", leads=found.leads, changed=len(changed), share=share, **counts)
    moved = percent(found.moved / max(found.leads, 1))
    yield told.say("moved", moved=found.moved, share=moved)
    if found.vips:
        yield told.say("top", moved=found.vip_moved, vips=found.vips)
