"""Leads of the past put into groups that are expected to be won alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.past.ends import label_of, texts_of
from leadroute.tables.arrow import objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.tables.leads import Leads, Texts, Whole

GRADE = "grade"
USUAL = ("source", GRADE)
"""What leads are grouped by unless somebody says otherwise."""


def usual_groups(leads: Leads, grades: Texts) -> tuple[str, ...]:
    """Those of the usual columns that tell leads apart."""
    return tuple(name for name in USUAL if len(set(_texts(leads, grades, name))) > 1)


def unknown_groups(leads: Leads, by: Sequence[str]) -> tuple[str, ...]:
    """Names that are neither a column nor the grade."""
    return tuple(name for name in by if name != GRADE and label_of(leads, name) is None)


def grouped(leads: Leads, grades: Texts, by: Sequence[str]) -> tuple[Whole, tuple[tuple[str, ...], ...]]:
    """The group of each lead, and by group the value of each column (blank where it is)."""
    if not by:
        return np.zeros(len(leads), dtype=np.int64), ((),)
    codes = [np.unique(_texts(leads, grades, name), return_inverse=True) for name in by]
    keys, group = np.unique(np.column_stack([code for _, code in codes]), axis=0, return_inverse=True)
    names = (tuple(str(texts[at]) for (texts, _), at in zip(codes, key, strict=True)) for key in keys.tolist())
    return group.reshape(-1).astype(np.int64), tuple(names)


def _texts(leads: Leads, grades: Texts, name: str) -> npt.NDArray[np.str_]:
    """The text of a column for each lead: clean where it is a field."""
    if name == GRADE:
        return grades.astype(np.str_)
    label = label_of(leads, name)
    if label is None:
        return np.full(len(leads), "", dtype=np.str_)
    if label in leads.columns:
        column = leads.columns[label]
        return objects(column.values).astype(np.str_)[column.codes]
    texts, codes = texts_of(leads, label)
    return objects(texts).astype(np.str_)[codes]
