"""What is said of a cell that lost its value depends on how it lost it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadroute.intake.leads import gather_leads
from leadroute.intake.problems import LISTED
from leadroute.model.diagnostic import Severity
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.messages import hint, message
from tests.build_tables import table

TEXT = ("从来源系统重新导出，导出前把这一列设为文本", "export it again from where it came, with this column as text")
SAID = {
    "LR501": (
        "1.38E+10",
        ("号码“1.38E+10”被表格软件改成了科学计数，后面几位已经丢失", TEXT[0]),
        ("the number '1.38E+10' was turned into scientific form; its last digits are lost", TEXT[1]),
    ),
    "LR579": (
        "110101199003077792",
        ("“110101199003077792”有 16 位以上，存成数字时后面几位已经丢失", TEXT[0]),
        (
            "'110101199003077792' has 16 or more digits; the last ones were lost when it was stored as a number",
            TEXT[1],
        ),
    ),
    "LR580": (
        "#REF!",
        ("这一格是公式错误“#REF!”，没有值", "在表里改好公式，或把值直接填进去"),
        ("this cell holds the error '#REF!' and no value", "mend the formula, or type the value in"),
    ),
    "LR581": (
        "=VLOOKUP(A1,B:B,1)",
        ("这一格的公式“=VLOOKUP(A1,B:B,1)”没有算出结果，没有值", "用 Excel 或 WPS 打开这个文件，保存一次"),
        (
            "the formula '=VLOOKUP(A1,B:B,1)' has no result, so this cell has no value",
            "open the file in Excel and save it once",
        ),
    ),
    "LR582": (
        "1380000\ufffd234",
        ("“1380000\ufffd234”里有无法解码的字符，不用来判断", "编码不对就用 --encoding 指定，否则从来源系统重新导出"),
        (
            "'1380000\ufffd234' holds characters that could not be decoded; it decides nothing",
            "name the right one with --encoding, or export it again from where it came",
        ),
    ),
}


@pytest.mark.parametrize("code", SAID)
def test_each_damage_has_its_words(code: str) -> None:
    value, chinese, english = SAID[code]
    raw = table(f"手机号 | 公司\n{value} | 甲\n13800001234 | 乙")
    _, (found,) = gather_leads([replace(raw, damaged={"手机号": np.array([True, False])})], Rulebook())
    assert (found.code, found.severity) == (code, Severity.WARNING)
    assert (message(found, Language.ZH), hint(found, Language.ZH)) == chinese
    assert (message(found, Language.EN), hint(found, Language.EN)) == english


@pytest.mark.parametrize("written", ["1.38E+10", "1.38e10", "'1.38E+10", '="1.38E+10"', "1,38E+10", "1.38 E + 10"])
def test_scientific_form_is_known_however_it_is_dressed(written: str) -> None:
    raw = table(f"手机号\n{written}")
    _, (found,) = gather_leads([replace(raw, damaged={"手机号": np.array([True])})], Rulebook())
    assert found.code == "LR501"


def test_each_damage_is_counted_for_itself() -> None:
    rows = ["#N/A"] * (LISTED + 1) + ["1.38E+10"]
    raw = table("手机号\n" + "\n".join(rows))
    _, found = gather_leads([replace(raw, damaged={"手机号": np.ones(len(rows), dtype=np.bool_)})], Rulebook())
    assert [one.code for one in found] == ["LR501", "LR500", *["LR580"] * LISTED]
    assert (found[1].facts["code"], found[1].facts["count"]) == ("LR580", str(LISTED + 1))
