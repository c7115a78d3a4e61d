"""The built-in fields of a lead and the kinds of value they hold."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a field holds; decides how it is cleaned and which operators make sense."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PHONE = "phone"
    EMAIL = "email"
    DOMAIN = "domain"
    COMPANY = "company"
    CONTACT = "contact"
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    CREDIT_CODE = "credit_code"


FIELDS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        "lead_id": Kind.TEXT,
        "created_at": Kind.DATE,
        "company": Kind.COMPANY,
        "contact": Kind.CONTACT,
        "first_name": Kind.TEXT,
        "last_name": Kind.TEXT,
        "title": Kind.TEXT,
        "phone": Kind.PHONE,
        "tel": Kind.PHONE,
        "email": Kind.EMAIL,
        "wechat": Kind.TEXT,
        "website": Kind.DOMAIN,
        "credit_code": Kind.CREDIT_CODE,
        "country": Kind.COUNTRY,
        "province": Kind.PROVINCE,
        "city": Kind.CITY,
        "district": Kind.DISTRICT,
        "address": Kind.TEXT,
        "zip": Kind.TEXT,
        "industry": Kind.TEXT,
        "employees": Kind.NUMBER,
        "revenue": Kind.NUMBER,
        "budget": Kind.NUMBER,
        "product": Kind.TEXT,
        "source": Kind.TEXT,
        "campaign": Kind.TEXT,
        "message": Kind.TEXT,
        "status": Kind.TEXT,
        "owner": Kind.TEXT,
        "language": Kind.TEXT,
    }
)
"""Every built-in field of a lead, in the order they are shown. A rulebook may add fields of its own."""

DERIVED: MappingProxyType[str, Kind] = MappingProxyType(
    {
        "email_domain": Kind.DOMAIN,
        "score": Kind.NUMBER,
        "grade": Kind.TEXT,
        "customer": Kind.TEXT,
        "file": Kind.TEXT,
    }
)
"""Fields leadroute works out itself and conditions may use: ``customer`` is the name of the matched customer."""

INFERABLE: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "province": ("city", "tel", "phone", "address"),
        "city": ("tel", "phone", "address"),
        "country": ("phone", "province"),
        "company": ("email_domain",),
    }
)
"""The fields a rulebook may have inferred where they are blank, and what each may be inferred from."""

CONTACT_FIELDS = (
    "phone",
    "tel",
    "email",
    "wechat",
    "contact",
    "first_name",
    "last_name",
    "company",
    "credit_code",
    "website",
)
"""A row that is blank in all of these and has no ``lead_id`` is nobody: its outcome is *invalid*."""

REACH_FIELDS = ("phone", "tel", "email", "wechat")
"""The fields by which somebody can be reached."""
