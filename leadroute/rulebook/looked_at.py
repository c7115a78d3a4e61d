"""Which fields of a lead a rulebook looks at, which of them tell of a person, and what may stand in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED, FIELDS, Kind
from leadroute.model.rulebook import Language
from leadroute.rulebook.references import demands, tests

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.model.rulebook import Rulebook, Test

_HARMLESS = frozenset(
    {
        "created_at",
        "title",
        "country",
        "province",
        "city",
        "district",
        "industry",
        "employees",
        "revenue",
        "budget",
        "product",
        "source",
        "campaign",
        "status",
        "language",
    }
)
"""Built-in fields that name and reach nobody. Any other, and any text field of a rulebook's own, may."""

_HARMLESS_KINDS = frozenset({Kind.NUMBER, Kind.DATE, Kind.COUNTRY, Kind.PROVINCE, Kind.CITY})
_INVENTED = {
    "company": ("示例有限公司", "Example Ltd"),
    "contact": ("示例", "Example"),
    "phone": ("13800001234", "13800001234"),
    "tel": ("400-555-0123", "400-555-0123"),
    "email": ("someone@example.com", "someone@example.com"),
    "wechat": ("weixin-example", "weixin-example"),
    "website": ("example.com", "example.com"),
    "message": ("示例", "example"),
    "address": ("示例路 1 号", "1 Example Road"),
}
"""Values of nobody, zh and en."""

_WRITTEN = frozenset({"company", "contact", "first_name", "last_name", "message", "address"})
_PARTS = frozenset({"contains", "starts_with", "ends_with"})
_AGED = frozenset({"older_than", "newer_than"})
_MOST = 12


def looked_at(book: Rulebook) -> tuple[str, ...]:
    """Fields that conditions of rules, points and lanes, or demands on reps look at, in the usual order.

    Of what is worked out from others those others: of the domain of an address the address, of a score nothing, as its
    points have conditions of their own. A customer and the name of the file are nothing an example can say.
    """
    named = {test.field for test in tests(book)} | {demand.field for demand in demands(book)}
    if "email_domain" in named:
        named.add("email")
    if any(rule.max_age for rule in book.rules):
        named.add("created_at")
    usual = (*FIELDS, *(spec.name for spec in book.fields))
    return tuple(field for field in dict.fromkeys(usual) if field in named - DERIVED.keys())


def is_personal(book: Rulebook, field: str) -> bool:
    """Whether values of a field may name or reach somebody, or are free text that may."""
    if field in FIELDS:
        return field not in _HARMLESS
    return book.kind_of(field) not in _HARMLESS_KINDS


def in_place_of(book: Rulebook, field: str) -> tuple[str, ...]:
    """What may stand in place of a value, the best first: nothing, one of nobody, words conditions look for."""
    of_nobody = _INVENTED.get(field, ())
    chosen = of_nobody[book.language is not Language.ZH :][:1]
    words = (text for test in tests(book) for text in _words(test, field, padding(book)))
    return tuple(dict.fromkeys(("", *chosen, *words)))[:_MOST]


def padding(book: Rulebook) -> str:
    """A word beside those that conditions look for: as a whole, such as 测试, they may count as nothing given."""
    return "示例" if book.language is Language.ZH else "example"


def padded(book: Rulebook, lead: Mapping[str, str]) -> dict[str, str]:
    """The same lead with a word behind every name and free text."""
    told = {name: f"{text} {padding(book)}" for name, text in lead.items() if name in _WRITTEN}
    return {**lead, **told}


def depends_on_time(book: Rulebook) -> bool:
    """Whether the same lead may be decided otherwise on another day."""
    timed = any(rule.enabled and (rule.start or rule.end or rule.weekdays or rule.max_age) for rule in book.rules)
    return timed or any(test.operator in _AGED for test in tests(book))


def _words(test: Test, field: str, pad: str) -> Iterator[str]:
    texts = [one for one in _listed(test) if isinstance(one, str)]
    if field == "email" and (test.operator == "domain_in" or test.field == "email_domain"):
        yield from (f"someone@{text}" for text in texts)
    elif test.field == field and test.operator in {"eq", "in"}:
        yield from texts
    elif test.field == field and test.operator in _PARTS:
        yield from (f"{pad} {text}" if test.operator == "ends_with" else f"{text} {pad}" for text in texts)


def _listed(test: Test) -> tuple[object, ...]:
    return test.operand if isinstance(test.operand, tuple) else (test.operand,)
