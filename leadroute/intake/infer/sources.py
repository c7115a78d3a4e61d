"""What a source field says of a target: for each distinct value of the source the place, country or company."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import phonenumbers

from leadroute.intake.clean.area_codes import CITIES_OF
from leadroute.intake.places.atlas import Level
from leadroute.intake.places.found import common
from leadroute.intake.places.reader import read_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leadroute.intake.infer.mobiles import Ranges
    from leadroute.intake.places.atlas import Place
    from leadroute.tables.leads import Leads

_LANDLINE = re.compile(r"^\+86(10|2\d|[3-9]\d{2})\d{7,8}$")
_MOBILE = re.compile(r"^\+86(1[3-9]\d{5})\d{4}$")
_COUNTRIES = {"香港": "HK", "澳门": "MO", "台湾": "TW"}


@dataclass(frozen=True, slots=True)
class Known:
    """What was concluded: the clean value, what it is compared by, and for places the province it lies in."""

    value: str
    key: str = ""
    province: str = ""


if TYPE_CHECKING:
    Source = Callable[[str], Known | None]


def places(level: Level, read: Callable[[str], tuple[Place, ...]]) -> Source:
    """A source of provinces or cities from a function that tells all places a text may mean."""

    def known(text: str) -> Known | None:
        found = read(text)
        place, province = common(found, level), common(found, Level.PROVINCE)
        return Known(place.name, province=province.name if province else "") if place else None

    return known


def of_landline(number: str) -> tuple[Place, ...]:
    """The places that share the area code of a landline in E.164."""
    found = _LANDLINE.match(number)
    return _of_code(found[1]) if found else ()


def of_mobile(ranges: Ranges) -> Callable[[str], tuple[Place, ...]]:
    """The place where a mobile in E.164 was sold; every range of numbers is looked up once."""

    @cache
    def of_range(digits: str) -> tuple[Place, ...]:
        return read_place(ranges(digits)).meant(Level.CITY)

    def read(number: str) -> tuple[Place, ...]:
        found = _MOBILE.match(number)
        return of_range(found[1]) if found else ()

    return read


def of_address(text: str) -> tuple[Place, ...]:
    """The places an address may begin with; 北京亦庄 is in 北京, 长春花园 may be anywhere."""
    found = read_place(text)
    sure = found.trusted or any(place.level is Level.PROVINCE for place in found.places)
    return found.meant(Level.CITY) if sure else ()


def of_city(text: str) -> tuple[Place, ...]:
    """The places a clean city may be."""
    return read_place(text).meant(Level.CITY)


def country_of_number(number: str) -> Known | None:
    """The country of a number in E.164."""
    if number.startswith("+86"):
        return Known("CN")
    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return None
    return Known(region) if region and region.isalpha() else None


def country_of_province(name: str) -> Known | None:
    """The country of a province of China; states abroad are codes that several countries have."""
    return Known(_COUNTRIES.get(name, "CN")) if common(read_place(name).meant(Level.PROVINCE), Level.PROVINCE) else None


def company_of_domain(customers: Leads) -> Source:
    """The customer that a mail domain belongs to, unless several share it."""
    owners = _owners(customers)
    return lambda domain: owners.get(domain.lower())


@cache
def _of_code(code: str) -> tuple[Place, ...]:
    cities = (read_place(name).meant(Level.CITY) for name in CITIES_OF.get(code, ()))
    return tuple(dict.fromkeys(place for found in cities for place in found))


def _owners(customers: Leads) -> Mapping[str, Known]:
    company, domain = customers.columns.get("company"), customers.columns.get("email_domain")
    if company is None or domain is None:
        return {}
    keys, domains = company.spread(company.keys).to_pylist(), domain.spread(domain.keys).to_pylist()
    names = company.spread(company.values).to_pylist()
    found: dict[str, dict[str, str]] = {}
    for at, key, name in zip(domains, keys, names, strict=True):
        if at and key:
            found.setdefault(at, {}).setdefault(key, name)
    return {at: Known(*_only(known)) for at, known in found.items() if len(known) == 1}


def _only(known: dict[str, str]) -> tuple[str, str]:
    ((key, name),) = known.items()
    return name, key
