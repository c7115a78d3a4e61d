"""The exact words of every diagnostic about workbooks: what is wrong, and what to do.

``python -m tests.render.test_workbook_messages`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import pytest

from leadroute.model.rulebook import Language
from leadroute.render.messages.workbooks import MESSAGES
from tests.render.spoken import FOLDER, said

FACTS: dict[str, dict[str, object]] = {
    "LR050": {"count": 2, "said": "合计 / 500 | 导出人：张三"},
    "LR051": {"first": 1, "last": 2, "headers": "联系方式/分机"},
    "LR052": {"ranges": 3, "count": 7},
    "LR053": {"count": 2, "rows": "5, 9"},
    "LR054": {"count": 2, "rows": "5, 9"},
    "LR056": {"header": "手机号", "count": 2, "example": "=B2", "rows": "5, 9"},
    "LR057": {"header": "手机号", "count": 1, "example": "#N/A", "rows": "5"},
    "LR058": {"header": "证件号", "count": 1, "example": "110101199003077760", "rows": "5"},
    "LR059": {"sheets": "旧表 | 字典"},
    "LR062": {"seconds": 60},
    "LR066": {"names": "../../x.txt"},
    "LR067": {"reason": "XmlError: bad"},
    "LR068": {"sheets": "十月"},
}


@pytest.mark.parametrize("language", Language)
def test_what_people_read(language: Language) -> None:
    assert said(MESSAGES, FACTS, language) == (FOLDER / f"workbooks.{language}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in Language:
        (FOLDER / f"workbooks.{each}.txt").write_text(said(MESSAGES, FACTS, each), encoding="utf-8")
