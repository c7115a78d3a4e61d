from __future__ import annotations

import pytest

from leadroute.intake.headers import known_names, match
from leadroute.intake.normalise import normalise
from leadroute.intake.sources import SYSTEMS, recognise
from leadroute.model.fields import FIELDS

EXPORTS = {
    "salesforce-report": (
        "Lead Owner|First Name|Last Name|Title|Company / Account|Lead Source|Rating|Street|Email",
        "Lead ID|City|State/Province|Zip/Postal Code|Country|Phone|Mobile Phone|Create Date|Lead Status|Description",
    ),
    "salesforce-api": (
        "Id|FirstName|LastName|Company|Title|Email|Phone|MobilePhone|Street|City|State|PostalCode|Country|LeadSource",
        "FirstName|LastName|Company|LeadSource|Status|OwnerId|CreatedDate",
    ),
    "salesforce-wizard": (
        "Lead ID|First Name|Last Name|Company|Email|Phone|Mobile Phone|Lead Source|Lead Status|Industry|Record Owner",
        "First Name|Last Name|Company|Mobile Phone|Lead Source|Lead Status|No. of Employees|Annual Revenue|Rating",
    ),
    "hubspot": (
        "Record ID|First Name|Last Name|Email|Phone Number|Job Title|Company Name|Lifecycle Stage|Contact owner",
        "Record ID - Contact|First Name|Last Name|Email|Create Date|Lead Status",
    ),
    "zoho": (
        (
            "Lead ID|Lead Owner|Salutation|First Name|Last Name|Title|Company|Email|Secondary Email|Phone|Mobile"
            "|Lead Source|Lead Status|Industry|Annual Revenue|No. of Employees|Rating|Website"
        ),
        "LEADID|Last Name|Company|Lead Owner|Email|Created Time",
    ),
    "odoo": (
        "Opportunity|Customer|Contact Name|Email|Phone|City|State|Country|Sales Person|Sales Team|Stage",
        "id|name|contact_name|partner_name|email_from|user_id|stage_id",
    ),
    "sage": ("Company Name|First Name|Last Name|Description|Email|Assigned to|Team",),
    "meta": (
        (
            "id|created_time|ad_id|ad_name|adset_id|adset_name|campaign_id|campaign_name|form_id|form_name|is_organic"
            "|platform|预算是多少？|full_name|email|phone_number|lead_status"
        ),
    ),
    "google-ads": (
        "Lead ID|GCLID|Campaign Name|Ad Group Name|Lead Form Name|Date Submitted|User Phone|User Email|User Name",
        "lead_id|form_id|campaign_id|adgroup_id|creative_id|gcl_id|lead_submit_time|FULL_NAME|PHONE_NUMBER|EMAIL",
    ),
    "oceanengine": (
        "clue_id|create_time_detail|name|telephone|weixin|province_name|city_name|country_name|ad_name|clue_owner_name",
        "线索ID|线索创建时间|姓名|电话|省份|城市|计划名|广告主名|流量来源|所属人",
        "手机号|单元ID|单元名称|线索创建时间",
    ),
    "tencent-ads": ("leads_id|leads_name|leads_tel|leads_area|leads_create_time|leads_follow_tag|ad_name|page_name",),
    "kuaishou": ("id|user_name|phone|clue_tag|phone_stat|intention",),
    "fxiaoke": (
        "姓名|公司|手机|电话|邮件|职务|地址|来源|推广渠道|线索池|线索阶段|负责人|销售线索详情|下次跟进时间",
        "name|company|mobile|tel|source|promotion_channel|leads_pool_id|leads_stage|owner|remark",
    ),
    "cordys": ("公司名称|线索进度|线索来源|线上来源详情|客户需求|联系人名称|联系人电话|意向产品|地区|负责人",),
    "yudao": ("编号|线索名称|跟进状态|负责人名字|负责人部门|转化状态|客户名称|手机号|地区名称|客户来源|创建时间",),
    "wukong": ("线索名称|邮箱|线索来源|手机|电话|地址|客户行业|客户级别|下次联系时间|备注",),
    "espocrm": ("名称|电子邮件|标题|电话|客户名称|不要电联|客户来源",),
    "dynamics": ("(Do Not Modify) Lead|(Do Not Modify) Row Checksum|Subject|First Name|Company Name|Business Phone",),
    "pipedrive": (
        "Person - Name*|Person - Phone|Organization - Name*|Deal - Title|Note - Content*",
        "Lead - Title*|Contact person*|Organization*|Lead - Owner|Lead - Pipedrive System ID",
    ),
    "chinese": ("公司名称|联系人|手机号|备注", "客户姓名|客户电话"),
}
ROWS = [(system, row) for system, rows in EXPORTS.items() for row in rows]


@pytest.mark.parametrize(("system", "row"), ROWS)
def test_a_system_is_recognised_by_its_headers(system: str, row: str) -> None:
    found = recognise(row.split("|"))
    assert found is not None
    assert found.key == system


@pytest.mark.parametrize(
    "row",
    ["", "Name|Phone|Email|Company", "First Name|Last Name|Company|Email|Phone", "甲|乙", "id|name|phone"],
)
def test_headers_that_everybody_has_tell_nothing(row: str) -> None:
    assert recognise(row.split("|")) is None


def test_every_system_has_an_export_here_and_means_fields_there_are() -> None:
    assert [system.key for system in SYSTEMS if system.key not in EXPORTS] == []
    meant = {field for system in SYSTEMS for field, _ in system.means.values()}
    assert meant - {""} <= set(FIELDS)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.key)
def test_an_entry_is_in_the_form_headers_are_compared_in(system: object) -> None:
    entry = next(one for one in SYSTEMS if one is system)
    names = [*entry.means, *(header for tell in entry.tells for header in tell)]
    assert [name for name in names if name != normalise(name)] == []


@pytest.mark.parametrize(
    ("system", "header", "field", "elsewhere"),
    [
        ("odoo", "name", "message", "contact"),
        ("odoo", "user_id", "owner", ""),
        ("meta", "platform", "source", ""),
        ("meta", "campaign_id", "", "campaign"),
        ("espocrm", "名称", "contact", "company"),
        ("fxiaoke", "推广渠道", "campaign", "source"),
        ("oceanengine", "country_name", "district", "country"),
        ("yudao", "线索名称", "contact", ""),
    ],
)
def test_a_header_means_what_it_means_there(system: str, header: str, field: str, elsewhere: str) -> None:
    row = list(dict.fromkeys([*EXPORTS[system][-1].split("|"), header]))
    there = match(row, known_names("lead"))
    assert there.fields.get(header, "") == field
    assert match([header], known_names("lead")).fields.get(header, "") == elsewhere
