"""The program on data nobody here wrote; what it must say is worked out from the files by other means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from tests.real.run import DATA, WITH_DATA, Run, run, table

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = WITH_DATA


@pytest.fixture(scope="module")
def maven(tmp_path_factory: pytest.TempPathFactory) -> Run:
    now = ("--now", "2018-01-02T09:00")
    return run("maven_crm", tmp_path_factory.mktemp("maven"), "sales_pipeline.csv", options=now)


def test_maven_every_office_gets_its_products_up_to_the_cap_and_the_next_office_the_rest(maven: Run) -> None:
    sold = Counter(row["product"] for row in table(DATA / "maven_crm/sales_pipeline.csv"))
    people = Counter(row["regional_office"] for row in table(DATA / "maven_crm/sales_teams.csv"))
    mg, basic, pro = (
        sum(count for name, count in sold.items() if name.startswith(start) and name.endswith(end))
        for start, end in (("MG", ""), ("GTX", "Basic"), ("GTX", "Pro"))
    )
    room = 260 * people["Central"]
    pools = {pool["pool"]: pool["assigned"] for pool in maven.said["pools"]}
    assert maven.outcomes() == {"assigned": sum(sold.values())}
    assert pools == {"central": room, "east": basic, "west": pro + mg - room, "large_deals": sold["GTK 500"]}


def test_maven_everybody_under_a_manager_gets_the_same_where_the_data_has_seven_to_one(maven: Run) -> None:
    before = Counter(row["sales_agent"] for row in table(DATA / "maven_crm/sales_pipeline.csv"))
    assert (max(before.values()), min(before.values()), len(maven.got()) - len(before)) == (747, 110, 5)
    teams: dict[str, list[str]] = {}
    for row in table(DATA / "maven_crm/sales_teams.csv"):
        teams.setdefault(row["manager"], []).append(row["sales_agent"])
    assert len(teams) == 6
    for names in teams.values():
        got = [maven.got()[name] for name in names]
        assert max(got) - min(got) <= 2
        gaps = [abs(maven.got()[name] - maven.entitled()[name]) for name in names]
        assert max(gaps) < 2.5  # whoever reaches the cap last has earned a little for longer
    assert maven.said["fairness"]["all"]["by_weight"]["ratio"] < 1.3
    assert maven.said["idle"] == []


def test_olist_leads_without_contact_data_are_leads(tmp_path: Path) -> None:
    made = run(
        "olist_funnel",
        tmp_path,
        "olist_marketing_qualified_leads_dataset.csv",
        options=("--now", "2018-04-02T09:00"),
    )
    leads = table(DATA / "olist_funnel/olist_marketing_qualified_leads_dataset.csv")
    assert made.outcomes() == {"assigned": len(leads)}
    origins = Counter(row["origin"] for row in leads)
    search, known = origins["organic_search"] + origins["paid_search"], origins["referral"] + origins["direct_traffic"]
    pools = {pool["pool"]: pool["assigned"] for pool in made.said["pools"]}
    assert pools == {"closers": known, "by_conversion": search, "in_turn": len(leads) - search - known}


def test_olist_leads_follow_measured_conversion(tmp_path: Path) -> None:
    made = run(
        "olist_funnel",
        tmp_path,
        "olist_marketing_qualified_leads_dataset.csv",
        options=("--now", "2018-04-02T09:00"),
    )
    won = Counter(row["sr_id"] for row in table(DATA / "olist_funnel/olist_closed_deals_dataset.csv"))
    pools = {pool["pool"]: pool["assigned"] for pool in made.said["pools"]}
    best, wins = won.most_common(1)[0]
    for rep, count in won.items():
        turn, weighted = pools["in_turn"] / len(won), pools["by_conversion"] * count / won.total()
        closing = pools["closers"] * (0.7 if rep == best else 0.3 * count / (won.total() - wins))
        assert abs(made.got()[rep] - (turn + weighted + closing)) <= 2


def test_hubspot_contacts_go_to_the_owner_of_their_company_and_back_by_mail_address(tmp_path: Path) -> None:
    customers = ("--customers", str(DATA / "hubspot_dummy/hubspot_companies.csv"))
    options = (*customers, "--preset", "hubspot", "--now", "2025-06-02T09:00")
    made = run("hubspot_dummy", tmp_path, "hubspot_contacts.csv", options=options)
    owner = {
        row["Company Domain Name"]: row["Company Owner"] for row in table(DATA / "hubspot_dummy/hubspot_companies.csv")
    }
    contacts = table(DATA / "hubspot_dummy/hubspot_contacts.csv")
    free = [row for row in contacts if row["Associated Company Domain"] not in owner]
    closed = [row for row in free if row["Lead Status"] in {"Unqualified", "Bad Timing"}]
    waiting = [row for row in free if row not in closed and row["Lifecycle Stage"] == "Subscriber"]
    counts = {"archived": len(closed), "pooled": len(waiting)}
    assert made.outcomes() == {"assigned": len(contacts) - len(closed) - len(waiting), **counts}
    back = {row["Record ID"]: row["Contact owner"] for row in made.rows("hubspot.csv")}
    owned = {
        row["Contact ID"]: owner[row["Associated Company Domain"]]
        for row in contacts
        if row["Associated Company Domain"] in owner
    }
    assert {who: back[who] for who in owned} == owned
    assert set(back.values()) == {row["Contact Owner"] for row in contacts}
    assert all(abs(made.got()[rep] - made.entitled()[rep]) <= 1 for rep in made.got())


def test_northwind_every_zip_goes_to_whoever_has_it_and_keeps_its_zero(tmp_path: Path) -> None:
    made = run("northwind", tmp_path, "territories.csv", options=("--now", "1998-05-11T09:00"))
    has = {row["territory_id"]: row["employee_id"] for row in table(DATA / "northwind/employee_territories.csv")}
    rows = made.rows("assigned.csv")
    assert {row["territory_id"]: row["Owner ID"] for row in rows if row["Owner ID"]} == has
    left = [row["territory_id"] for row in rows if not row["Owner ID"]]
    assert sorted(left) == sorted(
        row["territory_id"] for row in table(DATA / "northwind/territories.csv") if row["territory_id"] not in has
    )
    assert made.outcomes() == {"assigned": len(has), "pooled": 4}
    assert "01581" in {row["territory_id"] for row in rows}


def test_northwind_zips_are_text_in_the_workbook(tmp_path: Path) -> None:
    made = run("northwind", tmp_path, "territories.csv", options=("--now", "1998-05-11T09:00"), file_format="xlsx")
    book = CalamineWorkbook.from_path(made.folder / "assigned.xlsx")
    header, *rows = book.get_sheet_by_name("Andrew Fuller").to_python()
    zips = [row[header.index("territory_id")] for row in rows]
    assert sorted(map(str, zips)) == ["01581", "01730", "01833", "02116", "02139", "02184", "40222"]
    assert all(isinstance(cell, str) for cell in zips)


@pytest.mark.parametrize(("file", "country"), [("customers.csv", "country"), ("orders.csv", "ship_country")])
def test_northwind_leads_without_a_territory_go_by_country(tmp_path: Path, file: str, country: str) -> None:
    made = run("northwind", tmp_path, file, options=("--now", "1998-05-11T09:00"))
    countries = Counter(row[country] for row in table(DATA / "northwind" / file))
    americas = sum(countries[name] for name in ("Argentina", "Brazil", "Canada", "Mexico", "Venezuela"))
    pools = {pool["pool"]: pool["assigned"] for pool in made.said["pools"]}
    assert made.outcomes() == {"assigned": countries.total() - countries["USA"], "pooled": countries["USA"]}
    assert pools == {"americas": americas, "all": countries.total() - countries["USA"] - americas}


@pytest.mark.parametrize("file", ["线索_gbk.csv", "线索.xlsx"])
def test_dlyk_large_groups_wait_for_a_person_and_small_ones_are_one_lead(tmp_path: Path, file: str) -> None:
    made = run("dlyk_crm", tmp_path, file, options=("--now", "2023-12-28T09:00"))
    groups = Counter(row["手机号"] for row in table(DATA / "dlyk_crm/线索_gbk.csv", "gb18030"))
    large = sum(count for count in groups.values() if count > 20)
    small = [count for count in groups.values() if count <= 20]
    assert sorted(groups.values()) == [1, 16, 24, 24]
    assert made.outcomes() == {"assigned": len(small), "review": large, "duplicate": sum(small) - len(small)}
    waiting = made.rows("review.csv")
    assert [row["重复组"] for row in waiting] == sorted(row["重复组"] for row in waiting)
    assert Counter(row["手机号"] for row in waiting) == {phone: n for phone, n in groups.items() if n > 20}


def test_dlyk_the_same_export_twice_makes_nobody_call_twice(tmp_path: Path) -> None:
    made = run("dlyk_crm", tmp_path, "线索_gbk.csv", "线索.xlsx", options=("--now", "2023-12-28T09:00"))
    called = [row["手机号"] for row in made.rows("assigned.csv") if row["结果"] == "已分配"]
    assert len(called) == len(set(called))
