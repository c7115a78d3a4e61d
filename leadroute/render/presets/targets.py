"""The systems assigned leads go back into: their headers and who they call the owner. One entry a preset."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from leadroute.model.manner import Preset


class OwnerBy(StrEnum):
    """How a system wants its owners named."""

    EMAIL = "email"
    SALESFORCE_ID = "salesforce_id"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Target:
    """A system's import: ``columns`` pairs its headers with our fields (the first of several that the leads have)."""

    owner: str
    by: OwnerBy
    columns: tuple[tuple[str, str], ...]


TARGETS: MappingProxyType[Preset, Target] = MappingProxyType(
    {
        Preset.HUBSPOT: Target(
            "Contact owner",
            OwnerBy.EMAIL,
            (
                ("Record ID", "lead_id"),
                ("First Name", "first_name"),
                ("Last Name", "last_name contact"),
                ("Email", "email"),
                ("Phone Number", "tel"),
                ("Mobile Phone Number", "phone"),
                ("Job Title", "title"),
                ("Company Name", "company"),
                ("Country/Region", "country"),
                ("State/Region", "province"),
                ("City", "city"),
                ("Lead Status", "status"),
            ),
        ),
        Preset.SALESFORCE: Target(
            "OwnerId",
            OwnerBy.SALESFORCE_ID,
            (
                ("Id", "lead_id"),
                ("FirstName", "first_name"),
                ("LastName", "last_name contact"),
                ("Company", "company"),
                ("Title", "title"),
                ("Email", "email"),
                ("Phone", "tel"),
                ("MobilePhone", "phone"),
                ("City", "city"),
                ("State", "province"),
                ("PostalCode", "zip"),
                ("Country", "country"),
                ("LeadSource", "source"),
                ("Status", "status"),
                ("Industry", "industry"),
                ("AnnualRevenue", "revenue"),
                ("NumberOfEmployees", "employees"),
                ("Description", "message"),
            ),
        ),
        Preset.SALESFORCE_WIZARD: Target(
            "Lead Owner",
            OwnerBy.NAME,
            (
                ("Lead ID", "lead_id"),
                ("First Name", "first_name"),
                ("Last Name", "last_name contact"),
                ("Company", "company"),
                ("Email", "email"),
                ("Phone", "tel"),
                ("Mobile Phone", "phone"),
                ("Lead Source", "source"),
                ("Lead Status", "status"),
                ("Industry", "industry"),
                ("No. of Employees", "employees"),
                ("Annual Revenue", "revenue"),
            ),
        ),
        Preset.ZOHO: Target(
            "Lead Owner",
            OwnerBy.EMAIL,
            (
                ("Lead ID", "lead_id"),
                ("First Name", "first_name"),
                ("Last Name", "last_name contact"),
                ("Title", "title"),
                ("Company", "company"),
                ("Email", "email"),
                ("Phone", "tel"),
                ("Mobile", "phone"),
                ("Lead Source", "source"),
                ("Lead Status", "status"),
                ("Industry", "industry"),
                ("Annual Revenue", "revenue"),
                ("No. of Employees", "employees"),
                ("Website", "website"),
            ),
        ),
        Preset.ODOO: Target(
            "Salesperson",
            OwnerBy.NAME,
            (
                ("External ID", "lead_id"),
                ("Opportunity", "company contact"),
                ("Contact Name", "contact last_name"),
                ("Email", "email"),
                ("Phone", "phone tel"),
                ("City", "city"),
                ("State", "province"),
                ("Country", "country"),
                ("Source", "source"),
            ),
        ),
        Preset.FXIAOKE: Target(
            "负责人",
            OwnerBy.NAME,
            (
                ("姓名", "contact last_name"),
                ("公司", "company"),
                ("手机", "phone"),
                ("电话", "tel"),
                ("邮件", "email"),
                ("职务", "title"),
                ("地址", "address"),
                ("来源", "source"),
                ("推广渠道", "campaign"),
                ("销售线索详情", "message"),
            ),
        ),
        Preset.CORDYS: Target(
            "负责人",
            OwnerBy.NAME,
            (
                ("公司名称", "company"),
                ("联系人名称", "contact last_name"),
                ("联系人电话", "phone tel"),
                ("线索来源", "source"),
                ("线上来源详情", "campaign"),
                ("意向产品", "product"),
                ("地区", "province city"),
                ("客户需求", "message"),
            ),
        ),
        Preset.YUDAO: Target(
            "负责人名字",
            OwnerBy.NAME,
            (
                ("编号", "lead_id"),
                ("线索名称", "contact last_name company"),
                ("客户名称", "company"),
                ("手机号", "phone"),
                ("电话", "tel"),
                ("wechat", "wechat"),
                ("email", "email"),
                ("地区名称", "province city"),
                ("详细地址", "address"),
                ("所属行业", "industry"),
                ("客户来源", "source"),
                ("备注", "message"),
            ),
        ),
    }
)
