"""A plan as sheets: pure, column by column, in the rulebook's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.sheets.audit import assigned, audit
from leadroute.render.sheets.duplicates import duplicates, shared_values
from leadroute.render.sheets.held import closed, open_pool, review
from leadroute.render.sheets.problems import problems
from leadroute.render.sheets.reps import rep_sheets
from leadroute.render.sheets.summary import summary
from leadroute.render.sheets.told import Told
from leadroute.render.words import say
from leadroute.tables.sheet import Workbook
from leadroute.tables.titles import safe_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from leadroute.engine.fairness import Report
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Diagnostic


def workbook(plan: Plan, report: Report, diagnostics: Sequence[Diagnostic] = ()) -> Workbook:
    """Summary, a sheet for each rep, what nobody got, duplicates, problems in the data, and every decision."""
    told = Told(plan)
    language = plan.rulebook.language
    sheets = (
        *rep_sheets(told),
        open_pool(told),
        review(told),
        duplicates(told),
        *shared_values(told),
        *closed(told),
        problems(diagnostics, language),
        audit(told),
    )
    titles = safe_titles([say("sheet.summary", language), *(sheet.title for sheet in sheets)])[1:]
    by_rep = {sheet.rep: title for sheet, title in zip(sheets, titles, strict=True) if sheet.rep}
    return Workbook((summary(plan, report, by_rep), *sheets))


def csv_tables(plan: Plan, report: Report, diagnostics: Sequence[Diagnostic] = ()) -> dict[str, pd.DataFrame]:
    """What ``--format csv`` writes, by file name."""
    told = Told(plan)
    return {
        "assigned.csv": assigned(told),
        "open_pool.csv": open_pool(told).frame,
        "review.csv": review(told).frame,
        "duplicates.csv": duplicates(told).frame,
        "problems.csv": problems(diagnostics, plan.rulebook.language).frame,
        "summary.csv": summary(plan, report, {}).frame,
    }
