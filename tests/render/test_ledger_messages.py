"""The exact words of every diagnostic about the ledger: what is wrong, and what to do.

``python -m tests.render.test_ledger_messages`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import pytest

from leadroute.model.rulebook import Language
from leadroute.render.messages import hindsight, ledger
from tests.render.spoken import FOLDER, said

MESSAGES = (*ledger.MESSAGES, *hindsight.MESSAGES)
_LEAD: dict[str, object] = {"lead": "W0062", "who": "王伟", "leads": "#12 W0062, #13 W0063", "ids": "R1, R2"}
FACTS: dict[str, dict[str, object]] = {
    "LR706": {"version": 9, "known": 1},
    "LR708": {"run": 4},
    "LR709": {"pid": 7, "host": "desk", "since": "2026-11-23T09:00:00+08:00", "minutes": 3},
    "LR712": {"run": 3, "noted": 4},
    "LR713": {"now": "2026-11-23 09:00", "then": "2026-11-24 09:00", "run": 4},
    "LR720": {"run": 4, "folder": "out"},
    "LR721": {"run": 4, "file": "assigned.xlsx"},
    "LR722": {"file": "rules.ledger"},
    "LR723": {"folder": "out"},
    **{code: {"run": 4} for code in ("LR725", "LR726", "LR727", "LR728", "LR758")},
    **{code: {"reason": "disk full"} for code in ("LR701", "LR702", "LR704", "LR707", "LR714")},
    "LR729": {"run": 3, "noted": 4},
    "LR730": {"run": 9, "last": 4},
    "LR731": {"run": 3, "by": 4},
    "LR732": {"run": 4, "runs": "3"},
    "LR733": {"run": 1, "runs": "2, 3", "leads": 5, "all": "2, 3"},
    "LR735": {"run": 3, "folder": "out", "count": 1, "files": "assigned.xlsx"},
    "LR736": {"runs": "4"},
    **{code: {"file": "copies/rules.ledger"} for code in ("LR737", "LR738", "LR739", "LR753")},
    **{code: {"headers": "公司 | 备注"} for code in ("LR740", "LR741")},
    **{f"LR7{number}": _LEAD for number in (43, 44, 45, 47, 48, 49, 50, 51, 52, 55, 56)},
    "LR746": {"count": 2},
}


@pytest.mark.parametrize("language", Language)
def test_what_people_read(language: Language) -> None:
    assert said(MESSAGES, FACTS, language) == (FOLDER / f"ledger.{language}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in Language:
        (FOLDER / f"ledger.{each}.txt").write_text(said(MESSAGES, FACTS, each), encoding="utf-8")
