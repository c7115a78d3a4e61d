"""One person of the roster from the cells of their rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.intake.clean import CLEANERS
from leadroute.intake.clean.date_forms import read_date
from leadroute.intake.rep_numbers import count, rate, weight
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.model.rep import PERIODS, Caps, Rep, Status
from leadroute.tables.arrow import strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

SET_KINDS: Mapping[str, Kind] = {
    "skills": Kind.TEXT,
    "provinces": Kind.PROVINCE,
    "countries": Kind.COUNTRY,
    "zips": Kind.TEXT,
    "industries": Kind.TEXT,
    "products": Kind.TEXT,
}
"""The many-valued attributes of reps and the kind of lead field each is compared with."""

EXTERNAL = ("dingtalk", "wecom", "feishu", "hubspot", "zoho", "crm_name")
_LIST = re.compile(r"[、,，;；|/\n\r]+")
_WORD = 30  # longer pieces are sentences with commas
_BLANK_LIST = re.compile(r"[、,，;；|/\n\r\s]+")
_STATUS = {
    Status.ACTIVE: (
        "在职 在岗 正常 启用 有效 是 正式 试用 试用期 实习 active enabled on y yes true 1 working employed current"
    ),
    Status.INACTIVE: "停用 禁用 暂停 休假 停职 否 inactive disabled off n no false 0 paused suspended 停止 停止分配",
    Status.LEFT: "离职 已离职 退休 left resigned terminated gone former departed quit",
}
_STATUSES = {word: status for status, words in _STATUS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by field (unknown headers as ``?header``), and where it stands."""

    cells: Mapping[str, str]
    headers: Mapping[str, str]
    file: str
    sheet: str
    number: int

    def get(self, label: str) -> str:
        """The text of a field, ``""`` without one."""
        return self.cells.get(label, "")

    @property
    def name(self) -> str:
        """The person's name."""
        first, last = self.get("first_name"), self.get("last_name")
        joined = f"{last}{first}" if re.search("[\u3400-\u9fff]", last + first) else f"{first} {last}".strip()
        return self.get("name") or joined

    @property
    def who(self) -> str:
        """What the person is known by: the id, else the name."""
        return self.get("id") or self.name

    def place(self, label: str = "") -> Place:
        """The place of the row or of one of its cells."""
        return Place(self.file, sheet=self.sheet, row=self.number, header=self.headers.get(label, ""))


def rep_of(rows: Sequence[Row], lists: frozenset[str], found: list[Diagnostic]) -> Rep:
    """Build a rep, the mobile as it stands.

    Single-valued cells come from the first row that has them, ``lists`` (labels) from all rows.
    """
    texts = {label: _first(rows, label) for row in rows for label in row.cells}
    at = rows[0]

    def text(label: str) -> str:
        return texts.get(label, "")

    return Rep(
        id=at.who,
        name=next((row.name for row in rows if row.name), at.who),
        email=text("email").lower(),
        mobile=text("mobile"),
        team=text("team"),
        level=text("level"),
        weight=weight(text("weight"), at.place("weight"), found),
        caps=Caps(
            **{period: count(text(f"cap_{period}"), at.place(f"cap_{period}"), found, "LR526") for period in PERIODS}
        ),
        status=_status(text("status"), at, found),
        hired_on=_day(text("hired_on"), at.place("hired_on"), found),
        sets=_sets(rows, lists),
        attributes={label[1:]: value for label, value in texts.items() if label.startswith("?") and value},
        external=_external(texts),
        won=count(text("won"), at.place("won"), found, "LR530"),
        worked=count(text("worked"), at.place("worked"), found, "LR530"),
        rate=rate(text("rate"), at.place("rate"), found),
        open_leads=count(text("open_leads"), at.place("open_leads"), found, "LR530"),
        deputy=text("deputy"),
    )


def with_mobiles(reps: Sequence[Rep]) -> list[Rep]:
    """The reps with their mobiles in E.164, those that can be read."""
    clean = CLEANERS[Kind.PHONE](strings([rep.mobile for rep in reps])).values.to_pylist()
    return [replace(rep, mobile=number or rep.mobile) for rep, number in zip(reps, clean, strict=True)]


def split(cell: str) -> list[str]:
    """The items of a list in a cell."""
    return [item.strip() for item in _LIST.split(cell) if item.strip()]


def lists_among(rows: Sequence[Row]) -> frozenset[str]:
    """The labels of unknown columns in which some cell holds a list of short words."""
    return frozenset(
        label for row in rows for label, cell in row.cells.items() if label.startswith("?") and _is_list(cell)
    )


def canonical(attribute: str, items: Sequence[str]) -> frozenset[str]:
    """Items as they are compared: cleaned like the lead's field of that kind, and folded."""
    kind = SET_KINDS.get(attribute, Kind.TEXT)
    return frozenset(key for key in CLEANERS[kind](strings(list(items))).keys.to_pylist() if key)


def _is_list(cell: str) -> bool:
    items = split(cell) if "//" not in cell else []  # a web address holds no list
    return len(items) > 1 and max(map(len, items)) <= _WORD


def _first(rows: Sequence[Row], label: str) -> str:
    return next((row.get(label) for row in rows if row.get(label)), "")


def _sets(rows: Sequence[Row], lists: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        for label, cell in row.cells.items():
            if cell and (label in SET_KINDS or label in lists):
                found.setdefault(label.removeprefix("?"), []).extend(_items(label, cell))
    return {attribute: canonical(attribute, items) for attribute, items in found.items()}


def _items(label: str, cell: str) -> list[str]:
    """Chinese provinces and zips are also parted by blanks; names with blanks in them are not."""
    spaced = label == "zips" or (label == "provinces" and not cell.isascii())
    return [item for item in _BLANK_LIST.split(cell) if item] if spaced else split(cell)


def _external(texts: Mapping[str, str]) -> dict[str, str]:
    found = {system: texts[system] for system in EXTERNAL if texts.get(system)}
    return {**found, **({"salesforce": texts["salesforce_id"]} if texts.get("salesforce_id") else {})}


def _status(text: str, row: Row, found: list[Diagnostic]) -> Status:
    status = _STATUSES.get(fold(text)) if text else Status.ACTIVE
    if status is None:  # nobody gets leads because a word was not understood
        found.append(Diagnostic("LR531", Severity.WARNING, row.place("status"), facts(value=text)))
        return Status.INACTIVE
    return status


def _day(text: str, place: Place, found: list[Diagnostic]) -> date | None:
    moment, _ = read_date(text)
    if text and moment is None:
        found.append(Diagnostic("LR527", Severity.ERROR, place, facts(value=text)))
    return moment.date() if moment else None
