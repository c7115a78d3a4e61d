"""Runs of a ledger, one in a line: what they were, where their rows went, whether they are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from leadroute.ledger.record import Kind
from leadroute.model.outcome import Outcome
from leadroute.render.filenames import short_names
from leadroute.render.safe import as_text
from leadroute.render.screen.view import CAUTION, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.table import Table

    from leadroute.ledger.record import Run
    from leadroute.render.screen.view import View

_SHOWN = (Outcome.ASSIGNED, Outcome.POOLED, Outcome.REVIEW)


def runs_table(runs: Iterable[Run], view: View, title: str) -> Table:
    """The runs in the order given."""
    words = [view.word(f"ledger.{key}") for key in ("run", "kind", "when")]
    counts = [] if view.narrow else [view.word(f"outcome.{outcome.word}") for outcome in _SHOWN]
    counts = [view.word("ledger.rows"), *counts, *([view.word("ledger.rest")] if view.roomy else [])]
    files = [view.word("ledger.files")] if view.roomy else []
    tail = [*files, view.word("ledger.state")]
    table = view.table(title, *words, *counts, *tail, text=3, tail=len(tail))
    table.columns[2].no_wrap = True
    for run in runs:
        own = [as_text(", ".join(_files(run)))] if view.roomy else []
        table.add_row(*_who(run, view), *_counts(run, view), *own, _state(run, view))
    return table


def again_line(runs: Iterable[Run], view: View) -> list[Text]:
    """What the ``+`` behind the rows means, if there is one."""
    return [as_text(view.word("ledger.again"), FAINT), Text()] if any(map(reentered, runs)) else []


def _who(run: Run, view: View) -> tuple[str, Text, str]:
    return str(run.number), as_text(view.word(f"ledger.kind_{run.kind.value}")), f"{run.now:%Y-%m-%d %H:%M}"


def _counts(run: Run, view: View) -> list[str]:
    """Rows read, and how they ended; blank for runs that read no leads."""
    outcomes = counted(run, "outcomes")
    shown = [] if view.narrow else [outcomes.get(outcome.word, 0) for outcome in _SHOWN]
    shown += [sum(outcomes.values()) - sum(shown)] if view.roomy else []
    if run.kind is not Kind.RUN:
        return [""] * (1 + len(shown))
    read, again = sum(counted(run, "rows").values()), reentered(run)
    return [f"{read}+{again}" if again else str(read), *map(str, shown)]


def _files(run: Run) -> Iterable[str]:
    """The files it read, by the names people know them by."""
    return short_names(counted(run, "rows")).values()


def _state(run: Run, view: View) -> Text:
    if run.undone:
        return as_text(view.word("ledger.undone_by").format(run=run.undone), FAINT)
    if run.undoes:
        return as_text(view.word("ledger.took_back").format(runs=", ".join(map(str, run.undoes))))
    if not run.published:
        return as_text(view.word("ledger.unfinished"), CAUTION)
    if run.kind is Kind.CORRECTION:
        moves = run.facts.get("moves")
        return as_text(view.word("ledger.moved").format(count=len(moves) if isinstance(moves, list) else 0))
    return as_text(view.word("ledger.in_force"))


def reentered(run: Run) -> int:
    """Leads that waited in the open pool and took part again: they ended somewhere and were not read."""
    found = run.facts.get("reentered")
    return found if isinstance(found, int) else 0


def counted(run: Run, fact: str) -> Mapping[str, int]:
    """A fact of a run that counts something by name; nothing when it has no such fact."""
    found = run.facts.get(fact)
    return {str(name): int(count) for name, count in found.items()} if isinstance(found, dict) else {}
