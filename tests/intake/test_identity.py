"""By what leads are recognised in later runs: were these numbers others, every lead of a ledger would be a new one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.identity import identity
from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Duplicates
from tests.build import book, pool
from tests.build_tables import table

LEADS = """
手机号      | 公司名称
19900000001 | 杭州纸风车有限公司
            | 杭州纸风车有限公司
19900000001 |
"""


def hashed(text: str, field: str) -> int:
    """The number of a value as it is defined: SipHash of the text and of the field, both as pandas hashes texts."""
    one, other = (pd.util.hash_array(np.array([each], dtype=object), categorize=False)[0] for each in (text, field))
    return int((one ^ other).view(np.int64))


def test_keys_are_those_of_the_comparable_texts() -> None:
    policy = Duplicates(same_when=(("phone",),))
    leads, _ = gather_leads([table(LEADS)], book(pool("A"), duplicates=policy))
    found = identity(leads, find_duplicates(leads, policy), policy)
    phone, company = hashed("+8619900000001", "phone"), hashed("杭州纸风车", "company")
    assert found.keys[0].tolist() == [phone, 0, phone]
    assert found.company.tolist() == [company, company, 0]
