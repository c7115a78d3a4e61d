"""What the leads say about rules that earlier ones cut into: how many of a rule's leads those have taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.proof.claims import Covered, Never, Overlap, PartCovered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.engine.shares import Share
    from leadroute.model.rulebook import Rulebook
    from leadroute.proof.claims import Claim

_NEARLY_ALL = 0.9
_MOST_NAMED = 5


def share_findings(book: Rulebook, claims: Iterable[Claim], shares: Iterable[Share]) -> Iterator[Diagnostic]:
    """Rules that lose all of their leads though some could come to them, nearly all, or some to rules beside them.

    A narrow rule above a wide one takes some of its leads, too; that is how rulebooks are meant to be written. A rule
    that is proved never to decide a lead needs no figures.
    """
    told = tuple(claims)
    dead = {claim.rule for claim in told if isinstance(claim, Never | Covered)}
    cut = {claim.rule for claim in told if isinstance(claim, Overlap) or (isinstance(claim, PartCovered) and claim.by)}
    for share in shares:
        if share.rule in dead or not share.lost:
            continue
        if share.lost == share.met:
            yield _told("LR289", Severity.WARNING, book, share)
        elif share.rule in cut or share.lost >= _NEARLY_ALL * share.met:
            yield _told("LR288", Severity.NOTE, book, share)


def _told(code: str, severity: Severity, book: Rulebook, share: Share) -> Diagnostic:
    rule, first = book.rules[share.rule], book.rules[share.taken[0][0]]
    more = ["…"] if len(share.taken) > _MOST_NAMED else []
    by = ", ".join([*(f"{book.rules[at].name} {count}" for at, count in share.taken[:_MOST_NAMED]), *more])
    part = f"{100 * share.lost / share.met:.0f}%"
    args = facts(name=rule.name, count=share.met, taken=share.lost, share=part, rules=by)
    return Diagnostic(code, severity, rule.place, args, also=first.place)
