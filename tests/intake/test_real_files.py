"""Exports and templates nobody here wrote; skipped where they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.headers import fit
from leadroute.intake.leads import gather_leads
from leadroute.intake.roster import gather_roster
from leadroute.model.diagnostic import has_errors
from leadroute.model.rulebook import Rulebook

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the sets stand beside the repository, not in it")


@pytest.mark.parametrize(
    ("name", "rows", "fields"),
    [
        ("dlyk_crm/线索_gbk.csv", 65, {"phone", "contact", "source", "created_at", "product"}),
        ("dlyk_crm/线索.xlsx", 65, {"phone", "contact", "source", "created_at", "product"}),
        (
            "hubspot_dummy/hubspot_contacts.csv",
            950,
            {"lead_id", "phone", "tel", "email", "contact", "province", "owner"},
        ),
        ("maven_crm/sales_pipeline.csv", 8800, {"lead_id", "company", "product", "created_at", "owner"}),
        ("olist_funnel/olist_marketing_qualified_leads_dataset.csv", 5345, {"lead_id", "created_at", "source"}),
        ("xeducation/Leads_part.csv", 6168, {"lead_id", "source", "country", "city"}),
        ("salesforce_small/Leads.csv", 20, {"contact", "company", "phone", "email", "country"}),
        ("datablist/leads-100.csv", 100, {"contact", "company", "phone", "tel", "email", "website"}),
        ("northwind/customers.csv", 91, {"company", "contact", "zip", "country"}),
        ("cn_templates/客户导入模板.xlsx", 3, {"company", "contact", "phone", "province"}),
        ("cn_tmall/tmall_order_report.csv", 28010, {"created_at"}),
    ],
)
def test_leads(name: str, rows: int, fields: set[str]) -> None:
    tables, problems = read_tables([DATA / name], fit("lead"))
    leads, found = gather_leads(tables, Rulebook())
    assert problems == ()
    assert not has_errors(found)
    assert len(leads) == rows
    assert fields <= set(leads.columns)


def test_gbk_and_workbook_of_one_export_say_the_same() -> None:
    (text,), _ = read_tables([DATA / "dlyk_crm/线索_gbk.csv"], fit("lead"))
    (book,), _ = read_tables([DATA / "dlyk_crm/线索.xlsx"], fit("lead"))
    assert text.frame["手机号"].tolist() == book.frame["手机号"].tolist()


def test_zip_territories_keep_the_leading_zero() -> None:
    paths = [DATA / "northwind/employees.csv", DATA / "northwind/employee_territories.csv"]
    tables, _ = read_tables(paths, fit("roster"), Reading(every_sheet=True))
    roster, found = gather_roster(tables)
    assert not has_errors(found)
    assert len(roster.reps) == 9
    assert sum(len(rep.sets["zips"]) for rep in roster.reps) == 49
    assert "06897" in roster.reps[0].sets["zips"]
