"""Make the benchmark's files: ``python benchmarks/generate.py FOLDER --leads 1000000 [--format csv|xlsx]``.

Seeded, so the same size gives the same files. Leads are three quarters Chinese, one quarter English, 17 columns, about
9 % of them duplicates of earlier rows (same phone, same mail, or same company and contact), a few hundred share an
agency's mobile, a service number or a placeholder. Mobiles are random digits behind 1990; nothing here is committed.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import xlsxturbo
from rules import HEADERS, REGIONS, as_python, as_yaml, reps

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

SEED = 20261122
DUPLICATES = 0.09
ENGLISH = 0.25

PROVINCES = [province for region in REGIONS for province in region]
CITIES = [f"{province}{name}" for province in PROVINCES for name in ("东城", "西城", "新城")]
SURNAMES = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏")
SYLLABLES = list("一晓雨文佳子思若嘉清知望明天云海星月山水木林小安宁远风和")
BRANDS = list("纸风月云星海山木石竹橘雪鹿鲸萤糖船灯伞笛松柏荷菊桃李杏梅泉溪湖岸桥亭楼阁书画琴棋")
TRADES = ["精密机械", "电子科技", "医疗器械", "软件", "物流", "食品", "教育咨询", "新材料", "仪器", "包装"]
INDUSTRIES = [
    "机械制造",
    "电子制造",
    "医疗",
    "软件和信息服务",
    "物流运输",
    "食品饮料",
    "教育",
    "Manufacturing",
    "Retail",
    "",
]
TITLES = ["采购经理", "销售总监", "总经理", "厂长", "行政", "采购专员", "VP Sales", "Director", "Buyer", ""]
PRODUCTS = ["MES-100", "MES-200", "ERP 云", "WMS", "扫码枪", "看板屏", "CRM"]
SOURCES = ["官网", "展会", "百度推广", "抖音", "转介绍", "地推", "黄页", "website"]
MESSAGES = [
    "想了解价格",
    "需要演示",
    "请在工作日联系",
    "已有旧系统，想替换",
    "Please call back",
    "",
    "",
    "",
    "退订",
    "测试数据",
]
PAGES = ["/mes", "/erp", "/wms", "/price", "/"]
FIRST = ["Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Heidi", "Ivan", "Judy"]
LAST = ["Sample", "Placeholder", "Testcase", "Example", "Mockup", "Fixture", "Dummy", "Specimen"]
NOUNS = ["Teapot", "Button", "Kite", "Lantern", "Pebble", "Ribbon", "Marble", "Compass", "Acorn", "Whistle"]
COUNTRIES = ["United States", "United Kingdom", "Germany", "Australia", "日本"]
SHARED = ["19900000000", "400-000-1234", "13800138000", "19900000007"]


def leads(count: int) -> pa.Table:
    """The leads as a table of text columns, in the order of ``HEADERS``."""
    rng = np.random.default_rng(SEED + count)
    rows = np.arange(count)
    person, same = _people(rng, count)
    english = (person // 2 * 2654435761 % 1000) < ENGLISH * 1000
    column = _columns(rng, rows, person, same, english)
    return pa.table({HEADERS[field]: column[field] for field in HEADERS})


def write(folder: Path, count: int, form: str) -> Path:
    """Write leads, roster, rulebook and the naive script's rules; return the path of the leads."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"leads.{form}"
    table = leads(count)
    if form == "csv":
        pa.csv.write_csv(table, target)
    else:
        xlsxturbo.df_to_xlsx(table.to_pandas(), str(target), sheet_name="线索")
    xlsxturbo.df_to_xlsx(pd.DataFrame(reps(count)), str(folder / "reps.xlsx"), sheet_name="名册")
    (folder / "rules.yaml").write_text(as_yaml(count), encoding="utf-8")
    (folder / "naive_rules.py").write_text(as_python(), encoding="utf-8")
    return target


def _people(rng: np.random.Generator, count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int8]]:
    """Who each row is about: itself or an earlier row; and what a repeated row repeats: 0 phone, 1 mail, 2 names."""
    person = np.arange(count)
    repeated = rng.random(count) < DUPLICATES
    repeated[0] = False
    person[repeated] = (rng.random(int(repeated.sum())) * person[repeated]).astype(np.int64)
    same = np.full(count, -1, np.int8)
    same[repeated] = rng.integers(0, 3, int(repeated.sum()))
    return person, same


def _columns(
    rng: np.random.Generator,
    rows: npt.NDArray[np.int64],
    person: npt.NDArray[np.int64],
    same: npt.NDArray[np.int8],
    english: npt.NDArray[np.bool_],
) -> dict[str, pa.Array]:
    count = len(rows)
    home = person // 2 * 40503 % len(PROVINCES)

    def drawn(words: Sequence[str]) -> pa.Array:
        return _take(words, rng.integers(0, len(words), count))

    def sized(low: int, high: int, step: int, blank: float) -> pa.Array:
        numbers = pa.array(rng.integers(low, high, count) * step).cast(pa.string())
        return pc.if_else(_some(rng, count, blank), "", numbers)

    created = np.datetime64("2026-11-22T08:00:00") - rng.integers(0, 80 * 24 * 3600, count).astype("m8[s]")
    province = pc.if_else(pc.or_(pa.array(english), _some(rng, count, 0.03)), "", _take(PROVINCES, home))
    return {
        "lead_id": pc.binary_join_element_wise("L", _padded(rows, 8), ""),
        "created_at": pc.strftime(pa.array(created), format="%Y-%m-%d %H:%M:%S"),
        "company": _company(person, home, english),
        "contact": _contact(person, english),
        "title": drawn(TITLES),
        "phone": _phone(rng, rows, person, same),
        "email": _email(rng, rows, person, same),
        "country": pc.if_else(pa.array(english), drawn(COUNTRIES), drawn(["中国", ""])),
        "province": province,
        "city": pc.if_else(pc.equal(province, ""), "", _take(CITIES, home * 3 + person % 3)),
        "industry": drawn(INDUSTRIES),
        "employees": sized(5, 500, 5, 0.1),
        "product": drawn(PRODUCTS),
        "source": drawn(SOURCES),
        "budget": sized(1, 500, 10_000, 0.3),
        "message": drawn(MESSAGES * 9 + MESSAGES[:8] * 20),
        "page": drawn(PAGES),
    }


def _company(person: npt.NDArray[np.int64], home: npt.NDArray[np.int64], english: npt.NDArray[np.bool_]) -> pa.Array:
    firm = person // 2  # two people a firm, more or less
    words = [_take(BRANDS, firm // len(BRANDS) ** power % len(BRANDS)) for power in range(4)]
    trade = _take(TRADES, firm * 7 % len(TRADES))
    chinese = pc.binary_join_element_wise(_take(PROVINCES, home), *words, trade, "有限公司", "")
    number = _padded(firm, 6)
    foreign = pc.binary_join_element_wise("Paper", _take(NOUNS, firm % len(NOUNS)), number, "Ltd", " ")
    return pc.if_else(pa.array(english), foreign, chinese)


def _contact(person: npt.NDArray[np.int64], english: npt.NDArray[np.bool_]) -> pa.Array:
    given = [_take(SYLLABLES, person // size % len(SYLLABLES)) for size in (7, 211)]
    chinese = pc.binary_join_element_wise(_take(SURNAMES, person * 13 % len(SURNAMES)), *given, "")
    foreign = pc.binary_join_element_wise(_take(FIRST, person % 10), _take(LAST, person // 10 % 8), " ")
    return pc.if_else(pa.array(english), foreign, chinese)


def _phone(
    rng: np.random.Generator, rows: npt.NDArray[np.int64], person: npt.NDArray[np.int64], same: npt.NDArray[np.int8]
) -> pa.Array:
    who = np.where(same > 0, rows, person)
    digits = _padded(who * 7919 % 10_000_000, 7)
    plain = pc.binary_join_element_wise("1990", digits, "")
    dashed = pc.binary_join_element_wise(
        "199-0", pc.utf8_slice_codeunits(digits, 0, 3), "-", pc.utf8_slice_codeunits(digits, 3), ""
    )
    prefixed = pc.binary_join_element_wise("+86 ", plain, "")
    kind = pa.array(rng.choice(4, len(rows), p=[0.84, 0.06, 0.04, 0.06]))
    written = pc.choose(kind, plain, dashed, prefixed, "")
    return pc.if_else(_some(rng, len(rows), 0.001), _take(SHARED, rng.integers(0, 4, len(rows))), written)


def _email(
    rng: np.random.Generator, rows: npt.NDArray[np.int64], person: npt.NDArray[np.int64], same: npt.NDArray[np.int8]
) -> pa.Array:
    who = np.where((same >= 0) & (same != 1), rows, person)
    at = _take(
        [f"@firm{number}.example" for number in range(2000)] + ["@example.com"] * 1000 + ["@big.group.example"],
        who % 3001,
    )
    written = pc.binary_join_element_wise("u", _padded(who, 7), at, "")
    return pc.if_else(_some(rng, len(rows), 0.25), "", written)


def _some(rng: np.random.Generator, count: int, share: float) -> pa.Array:
    """True for about this share of the rows."""
    return pa.array(rng.random(count) < share)


def _take(words: Sequence[str], at: npt.NDArray[np.int64]) -> pa.Array:
    return pa.array(words).take(pa.array(at))


def _padded(numbers: npt.NDArray[np.int64], width: int) -> pa.Array:
    return pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width=width, padding="0")


def main() -> None:
    """Read the command line and write the files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--leads", type=int, default=10_000)
    options.add_argument("--format", choices=("csv", "xlsx"), default="csv")
    chosen = options.parse_args()
    print(write(chosen.folder, chosen.leads, chosen.format))


if __name__ == "__main__":
    main()
