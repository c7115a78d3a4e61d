"""What cleaning costs beside reading: ``python benchmarks/cleaning.py [--rows 1000000] [--rounds 3] [--folder DIR]``.

Makes a CSV file of mixed contacts (two phones, mail, company, contact, website, credit code), about one cell in ten dirty
in the ways people make them dirty, reads it as leadroute does, and cleans it. Prints seconds of CPU over all cores, the
median of the rounds, for reading and for each kind; ends with 1 if cleaning costs more than twice reading. All contact
data is made up: mobiles are random digits behind 1990 and 1380, addresses are at example domains.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.columns import cleaned, written
from leadroute.intake.context import in_context
from leadroute.intake.headers import fit
from leadroute.model.fields import FIELDS
from leadroute.tables.arrow import of_series

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt

    from leadroute.tables.raw import RawTable

SEED = 20261122
ALLOWED = 2.0
HEADERS = {
    "phone": "手机号", "tel": "电话", "email": "邮箱", "company": "公司名称", "contact": "联系人", "website": "网址",
    "credit_code": "统一社会信用代码", "city": "城市", "country": "国家",
}  # fmt: skip
DIRT = 0.1
CITIES = ["上海", "北京市", "广州", "深圳市", "杭州", "成都", ""]
AREA = ["021", "010", "020", "0755", "0571", "028", "029"]
COUNTRIES = ["中国", "中国", "中国", "China", "", "Germany"]
BRANDS = list("纸风月云星海山木石竹橘雪鹿鲸萤糖船灯伞笛松柏荷菊桃李杏梅泉溪湖岸桥亭楼阁书画琴棋")
TRADES = ["精密机械", "电子科技", "医疗器械", "软件", "物流", "食品", "教育咨询", "新材料", "仪器", "包装"]
FORMS = ["有限公司"] * 8 + ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司上海分公司", "厂"]
SURNAMES = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏")
SYLLABLES = list("一晓雨文佳子思若嘉清知望明天云海星月山水木林小安宁远风和")
LATIN = [f"{first} {last}" for first in ("Alice", "Bob", "Carol", "Dave") for last in ("Sample", "Dummy", "Mockup")]
NOTHING = ["无", "暂无", "-", "N/A", "未知", "0", "test", "没有"]
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

Texts = pa.Array
Ways = tuple[tuple[float, "Callable[[Texts], Texts]"], ...]


def contacts(count: int) -> pa.Table:
    """The file's columns, by header."""
    rng = np.random.default_rng(SEED + count)
    mobile = _joined(_drawn(rng, ["1990", "1380"], count), _digits(rng, count, 7))
    landline = _joined(_drawn(rng, AREA, count), "-", _drawn(rng, list("2345678"), count), _digits(rng, count, 7))
    firm = rng.integers(0, count // 3 + 1, count)
    columns = {
        "phone": _blanks(rng, _dirty(rng, mobile, PHONES), 0.05),
        "tel": _blanks(rng, _dirty(rng, landline, TELS), 0.4),
        "email": _blanks(rng, _dirty(rng, _emails(rng, count, firm), MAILS), 0.25),
        "company": _blanks(rng, _dirty(rng, _companies(firm), NAMES), 0.05),
        "contact": _blanks(rng, _dirty(rng, _people(rng, count), PEOPLE), 0.05),
        "website": _blanks(rng, _dirty(rng, _joined("www.firm", _text(firm), ".example"), SITES), 0.5),
        "credit_code": _blanks(rng, _dirty(rng, _credit_codes(firm), CODES), 0.4),
        "city": _drawn(rng, CITIES, count),
        "country": _drawn(rng, COUNTRIES, count),
    }
    return pa.table({HEADERS[field]: column for field, column in columns.items()})


def _again(by: str) -> Callable[[Texts], Texts]:
    """Two values in a cell: the one, and another that differs in its last characters."""
    return lambda texts: _joined(texts, by, pc.utf8_slice_codeunits(texts, 0, 9), "77")


def _around(before: str = "", after: str = "") -> Callable[[Texts], Texts]:
    return lambda texts: _joined(before, texts, after)


def _swapped(what: str, by: str) -> Callable[[Texts], Texts]:
    return lambda texts: pc.replace_substring(texts, what, by)


def _cut(start: int, stop: int | None = None) -> Callable[[Texts], Texts]:
    return lambda texts: pc.utf8_slice_codeunits(texts, start, stop)


def _grouped(texts: Texts) -> Texts:
    parts = [pc.utf8_slice_codeunits(texts, start, stop) for start, stop in ((0, 3), (3, 7), (7, 11))]
    return pc.binary_join_element_wise(*parts, "-")


def _wide(texts: Texts) -> Texts:
    for digit in "0123456789":
        texts = pc.replace_substring(texts, digit, chr(ord(digit) + 0xFEE0))
    return texts


def _filler(texts: Texts) -> Texts:
    return pa.array(NOTHING * (len(texts) // len(NOTHING) + 1))[: len(texts)]


PHONES: Ways = (
    (0.03, _grouped), (0.02, _around("+86 ")), (0.01, _around("'")), (0.01, _around(after=".0")), (0.005, _again("/")),
    (0.005, _again("、")), (0.005, _around("p:+86")), (0.005, _around('="', '"')), (0.003, _wide), (0.005, _filler),
    (0.002, _cut(0, 9)),
)  # fmt: skip
TELS: Ways = (
    (0.02, _cut(1)), (0.02, _cut(5)), (0.02, _around(after="转8012")), (0.01, _again("/")), (0.01, _filler),
    (0.01, _around("+86 ")), (0.01, _wide),
)  # fmt: skip
MAILS: Ways = (
    (0.02, pc.utf8_upper), (0.02, _around(" ", " ")), (0.01, _around("mailto:")), (0.01, _swapped("@", "＠")),
    (0.01, _filler), (0.01, _swapped("@", "")), (0.01, _swapped("example", "gmial")), (0.01, _again(";")),
)  # fmt: skip
NAMES: Ways = (
    (0.04, _swapped("有限", " 有限")),
    (0.02, _around("（", "）")),
    (0.02, _filler),
    (0.02, _swapped("云", "雲")),
)
PEOPLE: Ways = ((0.04, _around(after="先生")), (0.02, _around(" ")), (0.02, _filler), (0.02, _around("微信用户")))
SITES: Ways = ((0.05, _around("https://", "/index.html?a=1")), (0.03, _filler), (0.02, pc.utf8_upper))
CODES: Ways = ((0.04, pc.utf8_lower), (0.02, _around(" ")), (0.02, _filler), (0.02, _cut(0, 15)))


def _dirty(rng: np.random.Generator, texts: Texts, ways: Ways) -> Texts:
    """Each way of dirt on its share of the texts."""
    drawn, at = rng.random(len(texts)), 0.0
    for share, way in ways:
        some = pa.array((drawn >= at) & (drawn < at + share))
        texts = pc.replace_with_mask(texts, some, way(texts.filter(some)))
        at += share
    return texts


def _emails(rng: np.random.Generator, count: int, firm: npt.NDArray[np.int64]) -> Texts:
    hosts = pc.if_else(pa.array(rng.random(count) < 0.5), "example.com", _joined("firm", _text(firm), ".example"))  # noqa: PLR2004
    return _joined("u", _digits(rng, count, 7), "@", hosts)


def _companies(firm: npt.NDArray[np.int64]) -> Texts:
    words = [_take(BRANDS, firm // len(BRANDS) ** power % len(BRANDS)) for power in range(4)]
    return _joined(*words, _take(TRADES, firm * 7 % len(TRADES)), _take(FORMS, firm * 11 % len(FORMS)))


def _people(rng: np.random.Generator, count: int) -> Texts:
    chinese = _joined(_drawn(rng, SURNAMES, count), _drawn(rng, SYLLABLES, count), _drawn(rng, SYLLABLES, count))
    return pc.if_else(pa.array(rng.random(count) < 0.1), _drawn(rng, LATIN, count), chinese)  # noqa: PLR2004


def _credit_codes(firm: npt.NDArray[np.int64]) -> Texts:
    """Codes with a right check character: a made-up place and number for each firm."""
    body = np.zeros((len(firm), 17), dtype=np.int64)
    body[:, :8] = [9, 1, 0, 0, 0, 0, 0, 0]
    for place in range(8, 17):
        body[:, place] = firm // 31 ** (place - 8) % 31
    check = -(body @ np.array([pow(3, place, 31) for place in range(17)])) % 31
    letters = np.array(list(LETTERS))
    return _joined(*(pa.array(letters[column]) for column in body.T), pa.array(letters[check]))


def _blanks(rng: np.random.Generator, texts: Texts, share: float) -> Texts:
    return pc.if_else(pa.array(rng.random(len(texts)) < share), "", texts)


def _digits(rng: np.random.Generator, count: int, width: int) -> Texts:
    return pc.utf8_lpad(_text(rng.integers(0, 10**width, count)), width=width, padding="0")


def _drawn(rng: np.random.Generator, words: Sequence[str], count: int) -> Texts:
    return _take(words, rng.integers(0, len(words), count))


def _take(words: Sequence[str], at: npt.NDArray[np.int64]) -> Texts:
    return pa.array(words).take(pa.array(at))


def _text(numbers: npt.NDArray[np.int64]) -> Texts:
    return pa.array(numbers).cast(pa.string())


def _joined(*parts: Texts | str) -> Texts:
    return pc.binary_join_element_wise(*parts, "")


def read(path: Path) -> RawTable:
    """The file as leadroute reads it."""
    (table,), _ = read_tables([path], fit("lead"), Reading())
    return table


def clean(table: RawTable) -> dict[str, float]:
    """Clean every column; the seconds of CPU for each, and for the look at columns beside each other."""
    seconds, as_written, columns = {}, {}, {}
    for field, header in HEADERS.items():
        start = time.process_time()
        as_written[field] = written(of_series(table.frame[header]))
        columns[field] = cleaned(as_written[field], FIELDS[field])
        seconds[field] = time.process_time() - start
    start = time.process_time()
    in_context(columns, as_written)
    return {**seconds, "context": time.process_time() - start}


def measured(path: Path, rounds: int) -> tuple[float, Mapping[str, float]]:
    """Seconds of CPU for reading, and for cleaning by kind: medians over the rounds."""
    reading, cleaning = [], []
    for _ in range(rounds):
        start = time.process_time()
        table = read(path)
        reading.append(time.process_time() - start)
        cleaning.append(clean(table))
    by_kind = {kind: statistics.median(each[kind] for each in cleaning) for kind in cleaning[0]}
    return statistics.median(reading), by_kind


def main() -> int:
    """Read the command line, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-bench")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    path = chosen.folder / f"contacts-{chosen.rows}.csv"
    pa.csv.write_csv(contacts(chosen.rows), path)
    reading, by_kind = measured(path, chosen.rounds)
    for kind, seconds in by_kind.items():
        print(f"{kind:12} {seconds:6.2f} s")
    total = sum(by_kind.values())
    print(f"{'cleaning':12} {total:6.2f} s CPU, {chosen.rows:,} rows")
    print(f"{'reading':12} {reading:6.2f} s CPU; cleaning / reading {total / reading:.2f}, allowed {ALLOWED:g}")
    return int(total > ALLOWED * reading)


if __name__ == "__main__":
    sys.exit(main())
