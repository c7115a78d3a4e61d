"""Cleaners: one module a kind of value. Each works on distinct values, never on rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from leadroute.intake.clean import (
    city,
    company,
    contact,
    country,
    credit_code,
    date,
    district,
    domain,
    email,
    number,
    phone,
    province,
    text,
)
from leadroute.model.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from leadroute.intake.clean.cleaned import Cleaner

CLEANERS: Mapping[Kind, Cleaner] = {
    Kind.TEXT: text.clean,
    Kind.NUMBER: number.clean,
    Kind.DATE: date.clean,
    Kind.PHONE: phone.clean,
    Kind.EMAIL: email.clean,
    Kind.DOMAIN: domain.clean,
    Kind.COMPANY: company.clean,
    Kind.CONTACT: contact.clean,
    Kind.COUNTRY: country.clean,
    Kind.PROVINCE: province.clean,
    Kind.CITY: city.clean,
    Kind.DISTRICT: district.clean,
    Kind.CREDIT_CODE: credit_code.clean,
}
"""The cleaner of every kind: an Arrow array of distinct texts in, their ``Cleaned`` arrays out."""


def cleaner(kind: Kind, zone: tzinfo | None) -> Cleaner:
    """The cleaner of a kind; moments that name another zone are brought to this one."""
    return partial(date.clean, zone=zone) if kind is Kind.DATE else CLEANERS[kind]
