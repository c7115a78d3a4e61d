"""Read the leads and write them again with the fastest libraries, nothing between: ``python floor.py LEADS OUT``."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path


def main(leads_path: str, out: str) -> None:
    """Copy the table by way of memory."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    if leads_path.endswith(".csv"):
        copy_csv(leads_path, folder / "leads.csv")
    else:
        copy_xlsx(leads_path, folder / "leads.xlsx")


def copy_csv(source: str, target: Path) -> None:
    """As text, with line breaks in cells allowed, as a tool for real files has to read it."""
    import pyarrow as pa  # noqa: PLC0415 -- only what the format needs is loaded
    from pyarrow import csv  # noqa: PLC0415

    with Path(source).open(encoding="utf-8") as lines:
        names = [name.strip('"') for name in lines.readline().strip().split(",")]
    text = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    table = csv.read_csv(source, parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=text)
    csv.write_csv(table, target)


def copy_xlsx(source: str, target: Path) -> None:
    """Cells as they are; one sheet."""
    import pandas as pd  # noqa: PLC0415
    import xlsxturbo  # noqa: PLC0415
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    header, *rows = CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python()
    warnings.simplefilter("ignore", RuntimeWarning)  # xlsxturbo names what constant memory switches off
    xlsxturbo.df_to_xlsx(pd.DataFrame(rows, columns=header), str(target), constant_memory=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
