"""A comparison on data nobody here wrote; what it must say is worked out from the files by other means."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

from leadroute.cli import app
from tests.real.run import DATA, ROOT, WITH_DATA, rosters, table

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = WITH_DATA

LEADS = DATA / "maven_crm" / "sales_pipeline.csv"


def compared(folder: Path, old: str, new: str) -> dict[str, Any]:
    """What a change of one line of the rulebook does to all opportunities."""
    rules = ROOT / "docs" / "examples" / "maven_crm" / "rules.yaml"
    changed = folder / "rules.new.yaml"
    changed.write_text(rules.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    reps = str(rosters().make(DATA, folder, "maven_crm"))
    arguments = ["compare", str(rules), str(changed), str(LEADS), "--reps", reps, "--now", "2018-01-02T09:00", "--json"]
    said: dict[str, Any] = json.loads(CliRunner().invoke(app, [*arguments, "--no-ledger"]).stdout)
    return said


def test_a_higher_cap_keeps_in_the_office_what_was_passed_on(tmp_path: Path) -> None:
    said = compared(tmp_path, "caps: {month: 260}", "caps: {month: 280}")
    people = Counter(row["regional_office"] for row in table(DATA / "maven_crm/sales_teams.csv"))["Central"]
    line = sum(row["product"].startswith("MG") for row in table(LEADS))
    kept = min(line, 280 * people) - min(line, 260 * people)
    assert said["counts"]["direct"]["leads"] == kept
    pools = {one["key"]: one["after"] - one["before"] for one in said["pools"]}
    assert pools == {"central": kept, "east": 0, "west": -kept, "large_deals": 0}
    assert {(one["class"], one["after"]["pool"]) for one in said["streams"]} == {
        ("direct", "central"),
        ("cascade", "west"),
    }


def test_a_narrower_rule_puts_the_rest_before_the_reviewer(tmp_path: Path) -> None:
    said = compared(tmp_path, "product: {starts_with: MG}", "product: MG Special")
    sold = Counter(row["product"] for row in table(LEADS))
    rest = sum(count for name, count in sold.items() if name.startswith("MG") and name != "MG Special")
    assert said["figures"]["review_load"] == {"before": 0, "after": rest, "change": rest}
    rules = {one["key"]: one["after"] - one["before"] for one in said["rules"]}
    assert (rules["MG line"], rules[None]) == (-rest, rest)


def test_olist_other_origins_for_the_best_move_as_many_leads_as_there_are_of_them(tmp_path: Path) -> None:
    rules = (ROOT / "docs" / "examples" / "olist_funnel" / "rules.yaml").read_text(encoding="utf-8")
    new = rules.replace("origin: [referral, direct_traffic]", "origin: direct_traffic")
    new = new.replace("[social, email,", "[referral, social, email,").replace(
        "{origin: unknown}]}\n    assign: in_turn", "{origin: unknown}]}\n    assign: closers"
    )
    (tmp_path / "old.yaml").write_text(rules, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(new, encoding="utf-8")
    reps = str(rosters().make(DATA, tmp_path, "olist_funnel"))
    leads = DATA / "olist_funnel/olist_marketing_qualified_leads_dataset.csv"
    sides = (str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"), str(leads))
    arguments = ("compare", *sides, "--reps", reps, "--now", "2018-04-02T09:00", "--json", "--no-ledger")
    said: dict[str, Any] = json.loads(CliRunner().invoke(app, arguments).stdout)
    origins = Counter(row["origin"] for row in table(leads))
    there, away = origins["unknown"] + origins[""], origins["referral"]
    assert said["counts"]["direct"]["leads"] == there + away
    pools = {one["key"]: one["after"] - one["before"] for one in said["pools"]}
    assert pools == {"closers": there - away, "in_turn": away - there, "by_conversion": 0}
