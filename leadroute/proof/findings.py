"""What is proved about the rules, as diagnostics at their places in the rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.rulebook import NOWHERE, Test
from leadroute.proof.claims import Always, Covered, Gap, Never, Open, Overlap, PartCovered, Reached, Unanswered
from leadroute.proof.telling import told_condition, told_lead
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Condition, Rulebook
    from leadroute.proof.claims import Claim

    Told = Never | Covered | PartCovered | Overlap | Gap | Always

_MOST_NAMED = 5


def findings(book: Rulebook, claims: Iterable[Claim], now: datetime) -> tuple[Diagnostic, ...]:
    """A diagnostic for each claim that people should know of; what was not decided in one of each kind."""
    all_claims = tuple(claims)
    open_ = tuple(at for claim in all_claims if isinstance(claim, Open) for at in claim.rules)
    told = (_told(book, claim, now) for claim in all_claims if not isinstance(claim, Open | Reached | Unanswered))
    rest = (_unanswered(claim) for claim in all_claims if isinstance(claim, Unanswered))
    return (*told, *([_open(book, open_)] if open_ else []), *rest)


def _told(book: Rulebook, claim: Told, now: datetime) -> Diagnostic:
    match claim:
        case Never():
            return _never(book, claim)
        case Covered(rule, by):
            args = facts(name=book.rules[rule].name, rules=_names(book, by))
            return Diagnostic("LR231", Severity.WARNING, _at(book, rule), args, also=_at(book, by[0]))
        case PartCovered():
            return _part(book, claim)
        case Overlap(rule, by, witness):
            args = facts(name=book.rules[rule].name, rules=_names(book, by), lead=told_lead(witness, now))
            return Diagnostic("LR233", Severity.NOTE, _at(book, rule), args, also=_at(book, by[0]))
        case Gap(witness):
            return Diagnostic("LR234", Severity.NOTE, book.default.place, facts(lead=told_lead(witness, now)))
        case Always(rule, behind):
            args = facts(name=book.rules[rule].name, count=behind)
            return Diagnostic("LR235", Severity.WARNING, _at(book, rule), args)
        case _:
            assert_never(claim)


def _never(book: Rulebook, claim: Never) -> Diagnostic:
    parts = ", ".join(told_condition(part, book.kind_of) for part in claim.parts)
    places = [place for part in claim.parts if (place := _place(part)) != NOWHERE]
    first = places[0] if places else _at(book, claim.rule)
    args = facts(name=book.rules[claim.rule].name, parts=parts)
    return Diagnostic("LR230", Severity.WARNING, first, args, also=places[-1] if places[1:] else None)


def _part(book: Rulebook, claim: PartCovered) -> Diagnostic:
    rule = book.rules[claim.rule]
    tests = [
        test for test in tests_of(rule.when) if test.field == claim.option.field and isinstance(test.operand, tuple)
    ]
    place = tests[0].place if tests else rule.place
    value = told_condition(Test(claim.option.field, "eq", claim.option.operand), book.kind_of)
    named = facts(name=rule.name, value=value, rules=_names(book, claim.by))
    if not claim.by:
        return Diagnostic("LR237", Severity.WARNING, place, named)
    return Diagnostic("LR232", Severity.WARNING, place, named, also=_at(book, claim.by[0]))


def _open(book: Rulebook, rules: tuple[int, ...]) -> Diagnostic:
    place = _at(book, rules[0]) if rules else None
    return Diagnostic("LR236", Severity.NOTE, place, facts(rules=_names(book, rules), count=len(rules)))


def _unanswered(claim: Unanswered) -> Diagnostic:
    return Diagnostic("LR350", Severity.NOTE, None, facts(count=claim.count))


def _place(part: Condition) -> Place:
    return next((test.place for test in tests_of(part)), NOWHERE)


def _at(book: Rulebook, rule: int) -> Place:
    return book.rules[rule].place


def _names(book: Rulebook, rules: Sequence[int]) -> str:
    more = ["…"] if len(rules) > _MOST_NAMED else []
    return ", ".join([*(book.rules[at].name for at in rules[:_MOST_NAMED]), *more])
