from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("王伟", "王伟"),
        ("欧阳 娜娜", "欧阳娜娜"),
        ("王伟先生", "王伟"),
        ("王伟 总经理", "王伟"),
        ("王伟（采购）", "王伟"),
        ("李建工", "李建工"),
        ("陳大文", "陈大文"),
        ("Na Li", "na li"),
        ("Null", "null"),
        ("John  Smith", "john smith"),
        ("Smith, John", "john smith"),
        ("Mr. John Smith", "john smith"),
        ("John Smith, PhD", "john smith"),
        ("J. Smith", "j smith"),
    ],
)
def test_names_of_people(text: str, key: str) -> None:
    cleaned = clean(Kind.CONTACT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (text, key, OK)


@pytest.mark.parametrize("text", ["王先生", "欧阳女士", "李总", "刘老师", "小王", "王", "总经理", "Mr. Smith"])
def test_a_surname_alone_is_shown_and_is_no_key(text: str) -> None:
    cleaned = clean(Kind.CONTACT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (text, "", OK)


@pytest.mark.parametrize("text", ["无", "匿名", "微信用户", "抖音用户8273", "user123", "13800001234", "测试", "--"])
def test_nobody_is_no_name(text: str) -> None:
    cleaned = clean(Kind.CONTACT, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", PLACEHOLDER)
