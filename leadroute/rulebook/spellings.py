"""Other names of fields and of what reps have: their usual headers, and the Chinese names of the derived fields."""

from __future__ import annotations

from leadroute.intake.aliases import LEADS, REPS

_DERIVED = {"邮箱域名": "email_domain", "得分": "score", "等级": "grade", "老客户": "customer", "文件": "file"}

SPELLINGS: dict[str, str] = {name: field for field, names in reversed(LEADS.items()) for name in names} | _DERIVED
"""Name → field; of two fields that share a header, the one listed first."""

_OF_REPS = ("team", "level", "skills", "provinces", "countries", "zips", "industries", "products")
_REP_SPELLINGS = {name: attribute for attribute in reversed(_OF_REPS) for name in REPS[attribute]}

OFFERED: tuple[str, ...] = (*(names[0] for names in LEADS.values()), *_DERIVED)
"""The best name of each field: what is offered to an author who misspells one."""


def attribute(word: str) -> str:
    """What the roster calls it, for a name of what reps have: ``部门`` is the team; other columns stay."""
    return _REP_SPELLINGS.get(word.strip(), word)
