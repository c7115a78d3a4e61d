from __future__ import annotations

import pytest

from leadroute.files.write.names import rep_files
from leadroute.model.manner import Preset
from leadroute.model.rep import Rep
from leadroute.render.presets import TARGETS, preset_table
from leadroute.tables.sheet import Sheet, Workbook
from tests.build_plan import plan
from tests.build_report import book, rep, roster

PEOPLE = roster(
    rep("R1", "王伟", email="wang@example.com", external={"salesforce": "005A0000001abcdEAA", "crm_name": "wangwei"}),
    rep("R2", "李娜"),
)
ROWS = "a.csv A rule R1 东\na.csv - no_rule\na.csv A rule R2 东"
CELLS = "编号=lead_id|姓名=contact|手机=phone|别的\nL1|张三|13800001234|x\nL2|李四|1|y\nL3|王五|2|z"


@pytest.mark.parametrize(
    ("preset", "owner", "first", "second"),
    [
        (Preset.HUBSPOT, "Contact owner", "wang@example.com", ""),
        (Preset.SALESFORCE, "OwnerId", "005A0000001abcdEAA", ""),
        (Preset.SALESFORCE_WIZARD, "Lead Owner", "wangwei", "李娜"),
        (Preset.ZOHO, "Lead Owner", "wang@example.com", ""),
        (Preset.ODOO, "Salesperson", "wangwei", "李娜"),
        (Preset.FXIAOKE, "负责人", "wangwei", "李娜"),
        (Preset.CORDYS, "负责人", "wangwei", "李娜"),
        (Preset.YUDAO, "负责人名字", "wangwei", "李娜"),
    ],
)
def test_every_system_gets_the_owner_as_it_knows_them(preset: Preset, owner: str, first: str, second: str) -> None:
    frame, found = preset_table(plan(PEOPLE, book({"东": "R1 R2"}), ROWS, CELLS), preset)
    assert frame[owner].tolist() == [first, second]
    assert [each.code for each in found] == ([] if second else ["LR603"])
    assert not found or found[0].facts["reps"] == "李娜"


def test_only_assigned_leads_go_back_and_only_what_they_have() -> None:
    frame, _ = preset_table(plan(PEOPLE, book({"东": "R1 R2"}), ROWS, CELLS), Preset.SALESFORCE)
    assert list(frame) == ["Id", "LastName", "MobilePhone", "OwnerId"]
    assert frame["Id"].tolist() == ["L1", "L3"]


def test_every_preset_has_headers_of_its_own() -> None:
    for target in TARGETS.values():
        headers = [header for header, _ in target.columns]
        assert len({*headers, target.owner}) == len(headers) + 1


def test_split_makes_a_file_for_each_rep() -> None:
    people = (Rep("R1", "../../x"), Rep("R2", "../../x"))
    frame, _ = preset_table(plan(PEOPLE, book({"东": "R1 R2"}), ROWS, CELLS), Preset.ZOHO)
    made = Workbook((Sheet("summary", "汇总", frame), *(Sheet(who.id, who.name, frame, rep=who.id) for who in people)))
    names = list(rep_files(made, ".csv"))
    assert [name[:5] for name in names] == ["01_x_", "02_x_"]
    assert [sheet.rep for sheet in rep_files(made, ".csv").values()] == ["R1", "R2"]
