"""A lead with another value in one field: as a file would have it, cleaned and scored again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.clean import CLEANERS
from leadroute.intake.score import score_leads
from leadroute.tables.arrow import strings
from leadroute.tables.leads import Column

if TYPE_CHECKING:
    from leadroute.engine.operators import Surroundings
    from leadroute.engine.plan import Case
    from leadroute.model.rulebook import Rulebook


def supposed(case: Case, field: str, text: str, book: Rulebook, around: Surroundings) -> Case:
    """The case of a single lead that has this text in this field; what was found by its keys stays as it is."""
    kind = book.kind_of(field)
    cleaned = CLEANERS[kind](strings([text]))
    column = Column(kind, np.zeros(1, dtype=np.int32), cleaned.values, cleaned.keys, cleaned.status, cleaned.numbers)
    leads, scores = score_leads(case.leads.with_columns(**{field: column}), book.score, around)
    return replace(case, leads=leads, scores=scores)
