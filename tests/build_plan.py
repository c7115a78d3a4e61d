"""Plans whose leads have columns of their own: for tests of what is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.tables.leads import text_column
from tests.build_report import plan as decided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook


def plan(people: Roster, rulebook: Rulebook, rows: str, cells: str = "公司|手机=phone", **more: object) -> Plan:
    """A plan with these decisions (see ``build_report``) about leads with these cells.

    ``cells`` has a line of headers (``header`` or ``header=field``) and a line for each lead, cells parted by ``|``;
    without lines for the leads they are numbered.
    """
    made = decided(people, rulebook, rows, **more)  # type: ignore[arg-type]
    head, *lines = (line.strip() for line in cells.strip().splitlines())
    headers = [header.partition("=") for header in head.split("|")]
    values = [line.split("|") for line in lines] or [
        [f"{header}{row}" for header, _, _ in headers] for row in range(1, len(made.leads) + 1)
    ]
    return with_raw(made, {field or f"?{header}": header for header, _, field in headers}, values)


def with_raw(made: Plan, headers: Mapping[str, str], values: list[list[str]]) -> Plan:
    """The plan with these raw cells, a list a row; ``headers`` maps labels of the raw frame to what people see."""
    raw = pd.DataFrame(values, columns=list(headers), dtype="str")
    fields = {label: text_column(raw[label].to_numpy(dtype=object)) for label in headers if not label.startswith("?")}
    leads = replace(made.leads, raw=raw, headers=headers, columns={**made.leads.columns, **fields})
    return replace(made, leads=leads)


def with_losers(made: Plan, survivors: Mapping[int, int], keys: tuple[str, ...] = ("phone",)) -> Plan:
    """The plan in which these rows (from 0) are stood for by others."""
    rows = len(made.leads)
    survivor = np.arange(rows, dtype=np.int32)
    cluster = np.full(rows, -1, dtype=np.int32)
    key = np.full(rows, -1, dtype=np.int16)
    for loser, kept in survivors.items():
        survivor[loser] = kept
        cluster[[loser, kept]] = sorted(set(survivors.values())).index(kept)
        key[[loser, kept]] = 0
    return replace(made, merges=replace(made.merges, survivor=survivor, cluster=cluster, key=key, keys=keys))
