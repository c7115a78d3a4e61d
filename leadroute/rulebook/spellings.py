"""Other names by which a condition may call a field: its usual headers, and the Chinese names of the derived fields."""

from __future__ import annotations

from leadroute.intake.aliases import LEADS

_DERIVED = {"邮箱域名": "email_domain", "得分": "score", "等级": "grade", "老客户": "customer", "文件": "file"}

SPELLINGS: dict[str, str] = {name: field for field, names in reversed(LEADS.items()) for name in names} | _DERIVED
"""Name → field; of two fields that share a header, the one listed first."""

OFFERED: tuple[str, ...] = (*(names[0] for names in LEADS.values()), *_DERIVED)
"""The best name of each field: what is offered to an author who misspells one."""
