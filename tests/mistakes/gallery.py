"""The roster and the columns every case of the gallery is checked against, and how a case becomes text.

``python -m tests.mistakes.gallery`` writes the texts anew; read the difference before you commit it.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.model.rep import Rep, Roster, Status
from leadroute.model.rulebook import Language
from leadroute.proof.findings import findings
from leadroute.proof.prove import prove
from leadroute.proof.values import Around
from leadroute.render.diagnostics import text
from leadroute.rulebook.columns import check_columns, check_headers
from leadroute.rulebook.encoding import decode, to_lines
from leadroute.rulebook.excerpts import with_excerpts
from leadroute.rulebook.moments import to_seconds
from leadroute.rulebook.parse import parse
from leadroute.rulebook.people import check_people
from tests.mistakes import table_gallery

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic

HERE = Path(__file__).parent
BUILT = {
    "112_too_large": b"# " + b"x" * (2 * 1024 * 1024),
    "190_too_many": b"leadroute: 1\npools:\n" + b"".join(b"  p%d: {x: 1}\n" % at for at in range(230)),
}
"""Cases that would be the largest files of the repository; their last diagnostic is compared."""

LONGEST_EXAMPLE = 600
EXAMPLES_FILE = HERE.parent.parent / "leadroute" / "render" / "messages" / "examples.py"

CASES = sorted([*HERE.glob("*.yaml"), *(HERE / f"{name}.yaml" for name in BUILT)])

NOW = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - local time, as rules have it
PRESENT = frozenset({"phone", "email", "company", "province", "city", "title", "source"})
SETS = frozenset({"skills", "provinces"})
HEADERS = frozenset({"公司名称", "联系人的称呼", "Phone"})


def _rep(rep_id: str, name: str, team: str, level: str, status: Status = Status.ACTIVE) -> Rep:
    return Rep(rep_id, name, team=team, level=level, status=status, weight=Fraction(1), sets={"skills": frozenset()})


ROSTER = Roster(
    (
        _rep("R001", "王伟", "华东", "高级"),
        _rep("R002", "李娜", "华东", "中级"),
        _rep("R003", "陈刚", "华东", "中级", Status.LEFT),
        _rep("R004", "赵敏", "海外", "新人", Status.INACTIVE),
        _rep("R005", "张伟", "华南", "高级"),
        _rep("R006", "张伟", "华北", "高级"),
    )
)


def problems(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Every problem of a rulebook: its own first, and of a whole one those with the roster and the columns."""
    book, found = parse(data, file)
    if book is None:
        return found
    # Fields are checked only where they are the subject: other cases may name any.
    columns = (*check_columns(book, PRESENT, SETS), *check_headers(book, HEADERS)) if file.startswith("4") else ()
    proved = findings(book, prove(book, Around(to_seconds(NOW)), NOW), NOW) if file.startswith("23") else ()
    lines = to_lines(decode(data)[0])
    return (*found, *check_people(book, ROSTER), *columns, *with_excerpts(proved, lines, file))


def told(case: Path, language: Language) -> str:
    """What people read about a case."""
    if case.stem in BUILT:
        return text(problems(BUILT[case.stem], case.name)[-1:], language)
    return text(problems(case.read_bytes(), case.name), language)


def expected(case: Path, language: Language) -> Path:
    """The file with the text of a case."""
    return case.with_suffix(f".{language}.txt")


def examples() -> dict[str, str]:
    """A short rulebook or table for each code, what ``leadroute rule`` shows: the first small case named after it."""
    small = [case for case in CASES if case.stem not in BUILT and case.stat().st_size < LONGEST_EXAMPLE]
    texts = {f"LR{case.stem[:3]}": case.read_bytes() for case in reversed(small) if not case.stem.startswith("9")}
    plain = {code: data.decode() for code, data in texts.items() if _is_plain(data)}
    return dict(sorted({**plain, **table_gallery.examples()}.items()))


def _is_plain(data: bytes) -> bool:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign == "\n" for sign in text) and bool(text.strip())


def _write_examples() -> None:
    lines = [f"    {code!r}: {text!r}," for code, text in examples().items()]
    head = '"""A rulebook or a table for each code that shows it; made by ``python -m tests.mistakes.gallery``."""'
    body = "\n".join([head, "", "from __future__ import annotations", "", "EXAMPLES: dict[str, str] = {", *lines, "}"])
    EXAMPLES_FILE.write_text(body + "\n", encoding="utf-8")
    # The formatter's quotes and line lengths, so that the file is as if written by hand.
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(EXAMPLES_FILE)], check=True)


if __name__ == "__main__":
    for each in CASES:
        for spoken in Language:
            expected(each, spoken).write_text(told(each, spoken), encoding="utf-8")
    _write_examples()
