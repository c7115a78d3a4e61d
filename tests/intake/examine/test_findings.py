from __future__ import annotations

from leadroute.intake.examine.findings import PLACES, findings
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts


def _cell(row: int, code: str = "LR502", header: str = "手机") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, Place("a.csv", row=row, header=header), facts(value=row, header=header))


def test_cells_of_a_column_with_one_fault_are_one_finding() -> None:
    found = findings([_cell(2), _cell(5), _cell(9), _cell(12), _cell(3, header="电话")])
    assert [(one.code, one.count) for one in found] == [("LR502", 4), ("LR502", 1)]
    assert [place.row for place in found[0].places] == [2, 5, 9][:PLACES]


def test_a_total_counts_for_the_cells_it_sums_up() -> None:
    total = Diagnostic(
        "LR500",
        Severity.WARNING,
        Place("a.csv", header="手机"),
        facts(code="LR502", count=1234, listed=2, header="手机"),
    )
    found = findings([total, _cell(2), _cell(3), _cell(4, header="电话")])
    assert [(one.code, one.count) for one in found] == [("LR502", 1234), ("LR502", 1)]


def test_a_diagnostic_that_counts_is_counted_so() -> None:
    blank = Diagnostic("LR024", Severity.NOTE, Place("a.csv"), facts(count=7))
    assert [one.count for one in findings([blank])] == [7]


def test_what_says_few_different_things_is_told_apart_and_many_are_told_as_one() -> None:
    def rival(number: int) -> Diagnostic:
        return Diagnostic("LR405", Severity.WARNING, Place("a.csv", row=1), facts(used=number))

    assert len(findings(map(rival, range(3)))) == 3
    assert [one.count for one in findings(map(rival, range(4)))] == [4]


def test_the_worst_comes_first() -> None:
    note, error = Diagnostic("LR024", Severity.NOTE), Diagnostic("LR018", Severity.ERROR)
    assert [one.code for one in findings([note, _cell(2), error])] == ["LR018", "LR502", "LR024"]


def test_tables_of_one_file_are_kept_apart() -> None:
    sheets = [Diagnostic("LR024", Severity.NOTE, Place("a.xlsx", sheet=sheet), facts(count=1)) for sheet in "AB"]
    assert len(findings(sheets)) == 2
