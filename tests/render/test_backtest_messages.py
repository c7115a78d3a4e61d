"""The exact words of every diagnostic about playing the past again: what is wrong, and what to do.

``python -m tests.render.test_backtest_messages`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import pytest

from leadroute.model.rulebook import Language
from leadroute.render.messages.backtest import MESSAGES
from leadroute.render.words import WORDS
from tests.render.spoken import FOLDER, said

FACTS: dict[str, dict[str, object]] = {
    "LR880": {"count": 3},
    "LR881": {"count": 30, "leads": 90},
    "LR885": {"headers": "公司 | 手机"},
    **{code: {"first": "2026-09-01", "last": "2026-10-02"} for code in ("LR886", "LR895")},
    **{code: {"count": 5, "rows": 88} for code in ("LR887", "LR888", "LR893")},
    "LR889": {"column": "stage", "headers": "公司 | 阶段"},
    "LR890": {"fields": "status, owner"},
    "LR892": {"pools": "大客户组"},
    "LR894": {"file": "leads.csv"},
    "LR896": {"count": 12, "people": 2, "names": "王伟, 李娜"},
    "LR897": {"headers": "公司 | 成交"},
    "LR898": {"count": 529, "leads": 5345, "rows": 529},
    "LR899": {"figure": "vip_moved", "words": "moved, review"},
}


@pytest.mark.parametrize("language", Language)
def test_what_people_read(language: Language) -> None:
    assert said(MESSAGES, FACTS, language) == (FOLDER / f"backtest.{language}.txt").read_text(encoding="utf-8")


def test_both_languages_name_the_same_facts() -> None:
    for key, (zh, en) in WORDS.items():
        if key.startswith("backtest."):
            facts = [sorted(part.partition("}")[0] for part in text.split("{")[1:]) for text in (zh, en)]
            assert set(facts[0]) == set(facts[1]), key


if __name__ == "__main__":
    for each in Language:
        (FOLDER / f"backtest.{each}.txt").write_text(said(MESSAGES, FACTS, each), encoding="utf-8")
