"""Make the rosters that the example rulebooks need and the data sets have only in pieces.

``python docs/examples/make_rosters.py DATA TARGET`` reads the folders of ``DATA`` and writes into ``TARGET``. Nothing
of the data stands in this repository.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Row = dict[str, str]

csv.field_size_limit(10_000_000)  # Northwind keeps photographs in a cell


def olist(data: Path) -> list[Row]:
    """Sales representatives with the deals each won.

    Nobody wrote down how many leads each worked, so everybody is taken to have worked an even share of all of them.
    """
    won = Counter(row["sr_id"] for row in rows(data / "olist_funnel/olist_closed_deals_dataset.csv"))
    leads = len(rows(data / "olist_funnel/olist_marketing_qualified_leads_dataset.csv"))
    worked = str(leads // len(won))
    return [{"sr_id": who, "won": str(count), "leads worked": worked} for who, count in sorted(won.items())]


def hubspot(data: Path) -> list[Row]:
    """Everybody who owns a contact, by e-mail address."""
    owners = {row["Contact Owner"] for row in rows(data / "hubspot_dummy/hubspot_contacts.csv")}
    return [
        {"Name": who.partition("@")[0].replace(".", " ").title(), "Email": who, "HubSpot owner": who}
        for who in sorted(owners - {""})
    ]


def northwind(data: Path) -> list[Row]:
    """Employees, one row for each of their zips, which stay text."""
    people = {row["employee_id"]: row for row in rows(data / "northwind/employees.csv")}
    columns = ("employee_id", "first_name", "last_name", "title", "hire_date")
    return [
        {**{column: people[row["employee_id"]][column] for column in columns}, "territory_id": row["territory_id"]}
        for row in rows(data / "northwind/employee_territories.csv")
    ]


def dlyk(_: Path) -> list[Row]:
    """Four invented people: the data names no sales staff but those who typed it in."""
    people = (
        ("D1", "示例甲", "直播", "2"),
        ("D2", "示例乙", "直播", "1"),
        ("D3", "示例丙", "电话", "1"),
        ("D4", "示例丁", "电话", "1"),
    )
    return [dict(zip(("工号", "姓名", "团队", "权重"), person, strict=True)) for person in people]


ROSTERS: Mapping[str, Callable[[Path], list[Row]]] = {
    "olist_funnel": olist,
    "hubspot_dummy": hubspot,
    "northwind": northwind,
    "dlyk_crm": dlyk,
}
"""Set → its roster; maven_crm has one of its own."""


def make(data: Path, target: Path, name: str) -> Path:
    """Write the roster of one set and return its path; the data's own where it has one."""
    if name not in ROSTERS:
        return data / "maven_crm/sales_teams.csv"
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{name}_reps.csv"
    write(path, ROSTERS[name](data))
    return path


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, made: Iterable[Row]) -> None:
    """Write rows as CSV that Excel opens as UTF-8."""
    lines = list(made)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, fieldnames=list(lines[0]))
        out.writeheader()
        out.writerows(lines)


if __name__ == "__main__":
    for wanted in ROSTERS:
        print(make(Path(sys.argv[1]), Path(sys.argv[2]), wanted))
