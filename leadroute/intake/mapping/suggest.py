"""For a column nothing is known of: which field it may be, by its header and by its values. Never used silently."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.mapping.looks import LOOKS, usable
from leadroute.intake.normalise import normalise
from leadroute.model.fields import FIELDS, Kind
from leadroute.tables.arrow import TEXT, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

_SAMPLE = 1_000
_AGAINST = 0.2
"""A header may suggest a field only if at least this share of the values can be read as such."""

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("phone", r"手机|手机号|手机号码|mobile|cell(?:phone)?"),
    ("tel", r"电话|电话号码|座机|phone|tel"),
    ("email", r"邮箱|邮件|e ?mail"),
    ("wechat", r"微信|微信号|wechat"),
    ("company", r"公司|公司名称|企业|单位|company|organi[sz]ation"),
    ("contact", r"联系人|姓名|称呼|contact|contact name"),
    ("title", r"职位|职务|job title"),
    ("province", r"省份|province"),
    ("city", r"城市|city"),
    ("address", r"地址|address"),
    ("website", r"网站|网址|website"),
    ("industry", r"行业|industry"),
    ("budget", r"预算|budget"),
    ("source", r"来源|渠道|source"),
    ("product", r"产品|product"),
    ("message", r"备注|留言|需求|remarks?|notes?|comments?|message"),
    ("owner", r"负责人|owner"),
)
"""Field → how headers of it end."""


class Sign(StrEnum):
    """What speaks for a field: the values, a header that is nearly a known one, or how the header ends."""

    VALUES = "values"
    NEAR = "near"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field a column may be.

    ``sign`` speaks for it: ``share`` of the values look like it, or the header resembles the word ``near``. ``weight``
    compares suggestions of several columns.
    """

    field: str
    sign: Sign
    share: float = 0.0
    near: str = ""

    @property
    def weight(self) -> float:
        """How much speaks for it, from 0 to 1."""
        return {Sign.VALUES: self.share, Sign.NEAR: 0.9, Sign.ENDING: 0.7}[self.sign]


def suggestions(header: str, texts: pa.ChunkedArray, near: Sequence[tuple[str, str]]) -> tuple[Suggestion, ...]:
    """The fields a column may be, best first.

    ``texts`` are the cells of the column, ``near`` the known names its header is almost, as (name, field).
    """
    values = _some(texts)
    by_values = [Suggestion(field, Sign.VALUES, share) for field, share in _fitting(header, values)]
    by_near = [Suggestion(field, Sign.NEAR, near=name) for name, field in near]
    by_ending = [Suggestion(field, Sign.ENDING, near=word) for field, word in _ending(normalise(header))]
    found = {one.field: one for one in (*by_ending[::-1], *by_near[::-1]) if _could_be(one.field, values)}
    found |= {one.field: one for one in by_values}
    best = sorted(found.values(), key=lambda one: -one.weight)
    return tuple(each for one in best for each in _also(one))


def _some(texts: pa.ChunkedArray) -> pa.Array:
    """The first cells with anything in them."""
    filled = texts.filter(pc.invert(pc.or_(pc.equal(pc.binary_length(texts), 0), pc.utf8_is_space(texts))))
    return whole(filled.slice(0, _SAMPLE), TEXT)


def _could_be(field: str, values: pa.Array) -> bool:
    """Can some of the values be read as values of the field at all?"""
    good = usable(FIELDS.get(field, Kind.TEXT), values)
    return not len(values) or pc.sum(good).as_py() >= _AGAINST * len(values)


def _fitting(header: str, values: pa.Array) -> Iterator[tuple[str, float]]:
    """The fields whose look enough of the values have, and the share of those."""
    for look in LOOKS if len(values) else ():
        share = pc.sum(look.like(values)).as_py() / len(values)
        if share >= look.least and not (look.unlike and re.search(look.unlike, header.casefold())):
            yield look.field, share


def _also(one: Suggestion) -> tuple[Suggestion, ...]:
    """A second mobile is a telephone."""
    return (one, replace(one, field="tel")) if one.field == "phone" else (one,)


def _ending(name: str) -> list[tuple[str, str]]:
    hits = ((field, re.search(rf"(?:{words})$", name)) for field, words in _ENDINGS)
    return [(field, hit[0]) for field, hit in hits if hit]
