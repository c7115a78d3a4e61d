from __future__ import annotations

import numpy as np

from leadroute.tables.labels import labels
from tests.build import leads


def test_a_lead_without_a_name_takes_nobody_elses() -> None:
    some = leads("lead_id | company | contact | phone\n | | | 5\n1 | firm | | 6\n | | Al | 7\n | | | 8")
    assert labels(some, np.arange(4)) == ["", "1 firm", "Al", ""]
    assert labels(some, np.array([3])) == [""]


def test_files_without_names_have_none() -> None:
    assert labels(leads("phone\n5"), np.arange(1)) == [""]
