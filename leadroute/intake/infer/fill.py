"""Fill blanks from other fields. What is given stays; what is filled says what it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.context.additions import Additions, blank_column
from leadroute.intake.context.places import HOME
from leadroute.intake.infer.gains import Gain, Way, told
from leadroute.intake.infer.sources import (
    company_of_domain,
    country_of_number,
    country_of_province,
    of_address,
    of_city,
    of_landline,
    of_mobile,
    places,
)
from leadroute.intake.places.atlas import Level
from leadroute.model.fields import FIELDS
from leadroute.tables.arrow import flags, strings
from leadroute.tables.leads import OK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.infer.mobiles import Ranges
    from leadroute.intake.infer.sources import Known, Source
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Infer
    from leadroute.tables.leads import Codes, Column, Leads, Mask

_ORDER = ("city", "province", "country", "company")
"""What is inferred first may serve the next."""

_COLUMNS = {"tel": ("tel", "phone"), "phone": ("phone", "tel")}
_LEVELS = {"city": Level.CITY, "province": Level.PROVINCE}


def infer(
    leads: Leads, asked: Infer, customers: Leads | None = None, ranges: Ranges | None = None
) -> tuple[Leads, tuple[Diagnostic, ...]]:
    """The leads with blanks filled as asked, and a note for every field that was blank and got something.

    Args:
        leads: all rows, completed from their duplicates.
        asked: what to infer from what.
        customers: the customers, who tell whose a mail domain is.
        ranges: the number ranges of mobiles, if they are asked for.
    """
    notes: list[Diagnostic] = []
    for target in _ORDER:
        gains: list[Gain] = []
        for source in asked.sources.get(target, ()):
            read = _source(target, source, customers, ranges)
            for name in _COLUMNS.get(source, (source,)):
                if read and name in leads.columns:
                    leads = _filled(leads, Way(target, source, name), read, gains)
        notes += [told(leads, target, gains)] if gains else []
    return leads, tuple(notes)


def _source(target: str, source: str, customers: Leads | None, ranges: Ranges | None) -> Source | None:
    """What the source says of the target, ``None`` when there is nobody to ask."""
    if target == "company":
        return company_of_domain(customers) if customers else None
    if target == "country":
        return {"phone": country_of_number, "province": country_of_province}[source]
    read = {
        "tel": of_landline,
        "phone": of_mobile(ranges) if ranges else None,
        "address": of_address,
        "city": of_city,
    }[source]
    return places(_LEVELS[target], read) if read else None


def _filled(leads: Leads, way: Way, read: Source, gains: list[Gain]) -> Leads:
    """The leads with blanks of the target filled."""
    given, target = leads.columns[way.column], way.target
    column = leads.columns[target] if target in leads.columns else blank_column(FIELDS[target], len(leads))
    rows = column.blank[column.codes] & _usable(given)[given.codes] & _at_home(leads, target)
    known = _known(given, np.unique(given.codes[rows]), read)
    rows &= np.isin(given.codes, list(known)) & _fits(leads, target, given, known)
    if not rows.any():
        return leads
    additions = Additions()
    for code, one in known.items():
        additions.put(code, one.value, _ground(given, code) or way.source, one.key)
    nobody = len(given.values)
    filled = additions.to(column, np.where(rows, given.codes, nobody))
    first = int(rows.argmax())
    gains.append(Gain(way, int(rows.sum()), first, given.value(first), filled.value(first)))
    return leads.with_columns(**{target: filled})


def _ground(given: Column, code: int) -> str:
    """What a value that serves was concluded from itself: of a city from a landline, the landline."""
    return "" if given.grounds is None else str(given.grounds[code])


def _known(given: Column, codes: Codes, read: Source) -> dict[int, Known]:
    """What the values of some codes say, each asked once."""
    texts = given.values.take(codes).to_pylist()
    said = zip(codes.tolist(), map(read, texts), strict=True)
    return {code: one for code, one in said if one is not None}


def _usable(given: Column) -> Mask:
    """Values that were not guessed themselves; what was concluded from other fields may serve."""
    return np.asarray(given.filled & ((given.status == OK) | given.concluded), dtype=np.bool_)


def _at_home(leads: Leads, target: str) -> Mask:
    """Rows that may get a place in China: not those of another country."""
    country = leads.columns.get("country")
    if target not in _LEVELS or country is None:
        return np.ones(len(leads), dtype=np.bool_)
    return np.asarray(flags(pc.is_in(country.keys, value_set=strings(HOME)))[country.codes], dtype=np.bool_)


def _fits(leads: Leads, target: str, given: Column, known: Mapping[int, Known]) -> Mask:
    """Rows whose province, where it is given, is the one the city lies in."""
    province = leads.columns.get("province")
    if target != "city" or province is None:
        return np.ones(len(leads), dtype=np.bool_)
    names = province.values.to_pylist()
    number = {name: at for at, name in enumerate(dict.fromkeys(names))}
    stands = np.array([number[name] for name in names])[province.codes]
    lies = np.full(len(given.values), -1)
    lies[list(known)] = [number.get(one.province, -1) for one in known.values()]
    return np.asarray(province.blank[province.codes] | (stands == lies[given.codes]), dtype=np.bool_)
