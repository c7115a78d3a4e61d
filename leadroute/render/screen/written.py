"""The examples that were proposed and written, and what they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.render.example_lines import origin_words, purpose_words
from leadroute.render.safe import as_text
from leadroute.render.screen.view import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from leadroute.engine.proposal import Proposed
    from leadroute.engine.trial import Tested
    from leadroute.model.rulebook import Rulebook
    from leadroute.render.screen.view import View


def written_screen(
    file: str, book: Rulebook, proposed: Sequence[Proposed], covered: tuple[Tested, Tested], view: View
) -> Group:
    """What was written to a file; ``covered`` is the test before and after."""
    if not proposed:
        return Group(as_text(view.word("test.not_written"), STRONG), Text())
    made = sum(one.draft.place is None for one in proposed)
    title = view.word("test.written").format(count=len(proposed), file=file, made=made)
    table = view.table("", *(view.word(f"test.{key}") for key in ("for", "from", "lead")), text=3)
    for one in proposed:
        lead = view.say("comma").join(f"{name} {text}" for name, text in one.example.lead.items())
        told = (purpose_words(one.draft, book), origin_words(one.draft.place, view.language), lead)
        table.add_row(*map(as_text, told))
    return Group(as_text(title, STRONG), table, *_covered(book, covered, view), Text())


def _covered(book: Rulebook, covered: tuple[Tested, Tested], view: View) -> Iterator[RenderableType]:
    total = sum(rule.enabled for rule in book.rules)
    before, after = (total - len(one.unreached) for one in covered)
    yield as_text(view.word("test.cover_rules").format(before=before, after=after, total=total))
    was, now = (view.word("test.with" if one.by_default else "test.without") for one in covered)
    yield as_text(view.word("test.cover_default").format(before=was, after=now))
    if bounds := covered[1].bounds:
        first, last = (sum(bound.covered for bound in one.bounds) for one in covered)
        yield as_text(view.word("test.cover_bounds").format(before=first, after=last, total=len(bounds)))
