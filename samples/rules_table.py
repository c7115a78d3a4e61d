"""The rules of the decision table, as somebody keeps them in Excel."""

from __future__ import annotations

from datetime import datetime

HEADERS = (
    *("序号", "规则", "公司 包含", "省份", "预算", "员工数", "行业 包含", "国家", "活动 包含"),
    *("分配", "复核", "建议", "从", "到", "备注"),
)
_START, _END = datetime(2026, 11, 1), datetime(2026, 11, 30)  # noqa: DTZ001 -- dates of a sheet have no zone

_RULES: tuple[dict[str, object], ...] = (
    {"规则": "拒收测试数据", "公司 包含": "测试", "分配": "拒绝"},
    {"规则": "大单复核", "预算": ">=1000万", "复核": "王总", "建议": "大客户组"},
    {"规则": "大客户", "员工数": "1000至100000", "行业 包含": "!个体；培训", "分配": "大客户组", "备注": "区间含两端"},
    {"规则": "海外", "国家": "!中国；CN；China", "分配": "海外组", "备注": "! 表示不是"},
    {"规则": "双十一", "活动 包含": "双十一；double11", "分配": "所有人", "从": _START, "到": _END},
    {"规则": "华东制造业", "省份": "上海；江苏；浙江", "行业 包含": "制造", "分配": "华东组"},
    {"规则": "华东大预算", "省份": "上海；江苏；浙江", "预算": "20万以上", "分配": "华东组"},
    {"规则": "华南", "省份": "广东、广西、福建", "分配": "华南组"},
    {"规则": "北京", "省份": "北京", "分配": "华北组"},
    {"规则": "省份没填", "省份": "空", "分配": "公海", "备注": "等补全"},
)

ROWS = tuple([number, *(rule.get(header) for header in HEADERS[1:])] for number, rule in enumerate(_RULES, 1))
"""One row a rule, in the order of ``HEADERS``."""
