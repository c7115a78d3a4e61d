"""A backtest on data nobody here wrote; what it must say is worked out from the files by other means."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from leadroute.cli import app
from tests.real.run import DATA, ROOT, WITH_DATA, rosters, table

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = WITH_DATA


def backtested(
    name: str, folder: Path, history: str, *options: str, change: tuple[str, str] = ("", "")
) -> dict[str, Any]:
    """The rulebook of a set, with a line changed, over its own leads month by month."""
    rules = (ROOT / "docs" / "examples" / name / "rules.yaml").read_text(encoding="utf-8")
    new = folder / "rules.yaml"
    new.write_text(rules.replace(*change) if change[0] else rules, encoding="utf-8")
    reps = str(rosters().make(DATA, folder, name))
    arguments = ["backtest", str(new), "--history", str(DATA / name / history), "--reps", reps, "--every", "month"]
    result = CliRunner().invoke(app, [*arguments, "--json", *options])
    assert result.exit_code == 0, result.stderr
    said: dict[str, Any] = json.loads(result.stdout)
    assert said["laws_broken"] == []
    return said


def test_maven_a_cap_of_the_month_that_a_single_run_hits_binds_in_no_month(tmp_path: Path) -> None:
    said = backtested("maven_crm", tmp_path, "sales_pipeline.csv", "--by", "product")
    dated = [row for row in table(DATA / "maven_crm/sales_pipeline.csv") if row["engage_date"]]
    assert said["leads"] == said["new"]["outcomes"]["assigned"] == len(dated)
    assert said["new"]["held_by_caps"] == 0
    months = Counter(row["engage_date"][:7] for row in dated)
    assert {one["month"]: one["rows"] for one in said["months"]} == dict(sorted(months.items()))
    had = Counter(row["sales_agent"] for row in dated)
    assert {one["name"]: one["really"] for one in said["reps"] if one["really"]} == dict(had)


def test_maven_a_cap_of_thirty_binds_when_the_months_are_full(tmp_path: Path) -> None:
    cap = ("caps: {month: 260}", "caps: {month: 30}")
    said = backtested("maven_crm", tmp_path, "sales_pipeline.csv", change=cap)
    people = Counter(row["regional_office"] for row in table(DATA / "maven_crm/sales_teams.csv"))["Central"]
    rows = table(DATA / "maven_crm/sales_pipeline.csv")
    line = Counter(row["engage_date"][:7] for row in rows if row["engage_date"] and row["product"].startswith("MG"))
    over = {month: count - 30 * people for month, count in line.items() if count > 30 * people}
    assert {one["month"]: one["sent_on"] for one in said["caps"]["pools"] if one["pool"] == "central"} == over
    assert over


def test_maven_nobody_can_tell_the_agents_apart_by_what_they_win(tmp_path: Path) -> None:
    said = backtested("maven_crm", tmp_path, "sales_pipeline.csv", "--by", "product")["conversion"]
    stages = Counter(row["deal_stage"] for row in table(DATA / "maven_crm/sales_pipeline.csv") if row["engage_date"])
    assert (said["known_ends"], said["won"]) == (stages["Won"] + stages["Lost"], stages["Won"])
    assert said["verdict"] == "same"
    assert said["differ_by_chance"] == pytest.approx(0.26, abs=0.02)
    change = said["against_really"]["change"]
    assert change["low"] < 0 < change["high"]
    assert sum(not one["enough"] for one in said["reps"]) == 5


def test_olist_rates_are_told_by_origin_and_nothing_is_concluded_about_people(tmp_path: Path) -> None:
    deals = str(DATA / "olist_funnel/olist_closed_deals_dataset.csv")
    marks = ("--outcomes", deals, "--won", "won_date=*", "--owner", "sr_id")
    said = backtested("olist_funnel", tmp_path, "olist_marketing_qualified_leads_dataset.csv", *marks)["conversion"]
    won = {row["mql_id"] for row in table(DATA / "olist_funnel/olist_closed_deals_dataset.csv")}
    leads = table(DATA / "olist_funnel/olist_marketing_qualified_leads_dataset.csv")
    assert said["verdict"] == "won_owners"
    assert said["owner_known"] == {"won": 1.0, "lost": 0.0}
    each = Counter((row["origin"], row["mql_id"] in won) for row in leads)
    told = {one["group"][0]: (one["known"], one["won"]) for one in said["groups"]}
    assert told == {origin: (each[origin, True] + each[origin, False], each[origin, True]) for origin, _ in each}
    rates = {one["group"][0]: one["rate"] for one in said["groups"]}
    assert rates["unknown"] > rates["referral"]
