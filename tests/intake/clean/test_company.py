from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("杭州某某科技有限公司", "杭州某某科技"),
        ("杭州某某科技（集团）有限公司", "杭州某某科技"),
        ("杭州某某科技股份有限公司", "杭州某某科技"),
        ("杭州 某某 科技", "杭州某某科技"),
        ("某某(上海)有限公司", "某某上海"),
        ("某某（上海）有限公司", "某某上海"),
        ("某某股份有限公司上海分公司", "某某股份有限公司上海分公司"),
        ("有限公司", "有限公司"),
        ("Acme Co., Ltd.", "acme"),
        ("ACME  Inc", "acme"),
        ("Acme, LLC", "acme"),
        ("Müller GmbH & Co. KG", "müller"),
        ("Costco", "costco"),
        ("Grimes, Madden and Huff", "grimes madden and huff"),
    ],
)
def test_keys(text: str, key: str) -> None:
    cleaned = clean(Kind.COMPANY, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (text, key, OK)


@pytest.mark.parametrize("text", ["无", "个人", "N/A", "test", "-", "unknown"])
def test_placeholders_name_nobody(text: str) -> None:
    cleaned = clean(Kind.COMPANY, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", PLACEHOLDER)
