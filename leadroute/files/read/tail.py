"""Rows that are no leads: totals, footers of exports, guides, the header again. Found cheaply, judged one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Mask = npt.NDArray[np.bool_]
    Judge = Callable[[list[str]], bool]
    Counts = npt.NDArray[np.int16]

_LAST = 40  # rows at the end in which a line of a footer may stand without words we know
_FIRST = 5  # rows below the header in which guides stand
_SINGLY = 100
_FEW = 2  # cells of a footer or of a total in a narrow table
_TEXT = pa.large_string()

_SUM = r"合计|总计|小计|总合计|共计|累计|汇总|总和|合計|總計|小計|總和"
_NUMBERED = r"\s*[:：]?\s*[¥￥$€]?[\d,.]*\s*(?:条|个|元|万元|人|行|家|位)?(?:记录|线索|数据)?\s*(?:[(（].{0,40}[)）])?"
_TOTAL = (
    rf"(?:.{{0,12}}(?:{_SUM})(?:数|金额|人数|条数|数量)?{_NUMBERED}"
    rf"|(?i:(?:grand\s+|sub[\s-]?)?totals?(?:\s+(?:count|amount|records?|leads?|rows?))?){_NUMBERED}"
    r"|共\s*[\d,]+\s*(?:条|行|个|位|家|人).{0,20})"
)
_SAID = r"(?:人|员|人员|时间|日期|部门|单位|来源|账号|用户)"
_FOOTER = (
    r"(?:(?i:confidential\b.{0,40}(?:do not distribute|information).*)"
    r"|(?i:(?:copyright\b|\(c\)\s|©).*)|版权所有.*|(?i:.*all rights reserved\.?)"
    rf"|(?:导出|打印|制表|制单|填表|统计|审核|审批|经办|复核|生成|下载|查询|截止|数据){_SAID}?\s*[:：].*"
    r"|(?i:(?:report\s+)?(?:generated|exported|printed|downloaded)\s+(?:by|on|at)\b.*)"
    r"|第\s*\d+\s*页.*|(?i:page\s+\d+(?:\s+of\s+\d+)?)|.{0,4}以下空白.{0,4}"
    r"|.{0,6}(?:签字|签名|盖章|签章)\s*[:：].*)"
)
_REMARK = r"(?:注|备注|说明|填写说明|注意|注意事项|提示|声明|(?i:notes?))\s*[:：].+"
_GUIDE = r"(?:必填|选填|非必填|可选|必填项|选填项|可不填|文本|数字|日期|(?i:required|optional))[。*]?"
_SAMPLE = r"(?:示例|样例|举例|(?i:example))"
_EXAMPLE = rf"(?:[(（【]?{_SAMPLE}[)）】]?[:：]?|(?:例|例如|如)[:：].*|{_SAMPLE}(?:[:：].*|数据|行))"
_SURE = rf"(?:{_FOOTER}|{_REMARK}|{_TOTAL}(?<=[)）条]))"
_MAYBE = rf"^\s*(?:{_TOTAL}|{_FOOTER})\s*$"
_AMOUNT = re.compile(r"\s*(?:[¥￥$€]?\s*[-+]?[\d,]*\.?\d+\s*%?(?:[a-zA-Z元万条个人]{0,4})|=.*|#[A-Z/0!?]+|-+|/)\s*")
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.\w|^\D*1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}\D*$|\+\d{2}|0\d{2,3}-\d{7,8}")
_IS_TOTAL, _IS_FOOTER, _IS_SURE, _IS_GUIDE, _IS_EXAMPLE = (
    re.compile(rf"\s*{pattern}\s*", re.DOTALL) for pattern in (_TOTAL, _FOOTER, _SURE, _GUIDE, _EXAMPLE)
)


def no_leads(
    columns: Sequence[pa.ChunkedArray], filled: Counts, names: Sequence[str], known: Mask | None = None
) -> tuple[Mask, list[str]]:
    """Mark the rows that are no leads, and return what stood in each of them.

    ``filled`` is the number of cells of every row that are not blank, ``names`` the header; ``known`` marks rows that
    are known to be none. A row with a phone or a
    mail address is always a lead; so is one in which anything but amounts stands beside the word for a total.
    """
    if len(columns) == 1:  # a list of names: nothing tells a total from a firm of that name
        return np.zeros(len(filled), dtype=np.bool_), []
    found = _judged(columns, _suspects(columns, filled), _is_no_lead)
    found |= _ending(columns, np.flatnonzero(filled)[-_LAST:], found)
    found |= _judged(columns, np.arange(min(_FIRST, len(filled))), _is_guide)
    found |= _judged(columns, _like_header(columns, names), lambda cells: cells == [name for name in names if name])
    found |= set(() if known is None else np.flatnonzero(known).tolist())
    mask = np.zeros(len(filled), dtype=np.bool_)
    at = sorted(found)
    mask[at] = True
    return mask, [" ".join(" / ".join(cells).split()) for cells in _rows(columns, np.array(at, dtype=np.intp))]


def _suspects(columns: Sequence[pa.ChunkedArray], filled: Counts) -> npt.NDArray[np.intp]:
    """Rows with few cells of which the leftmost reads like a total or a footer."""
    left = np.flatnonzero((filled > 0) & (filled <= max(_FEW, len(columns) // 2)))
    found = []
    for column in columns:
        if not len(left):
            break
        cells = _picked(column, left)
        there = np.asarray(pc.not_equal(cells, ""))
        matching = pc.match_substring_regex(cells, _MAYBE)
        found.append(left[np.asarray(matching) & there])
        left = left[~there]
    return np.concatenate(found) if found else left


def _judged(columns: Sequence[pa.ChunkedArray], at: npt.NDArray[np.intp], judge: Judge) -> set[int]:
    return {row for row, cells in zip(at.tolist(), _rows(columns, at), strict=True) if cells and judge(cells)}


def _rows(columns: Sequence[pa.ChunkedArray], at: npt.NDArray[np.intp]) -> list[list[str]]:
    """The cells of some rows that are not blank."""
    if not len(at):
        return []
    taken = [_picked(column, at).to_pylist() for column in columns]
    return [[cell.strip() for cell in row if cell.strip()] for row in zip(*taken, strict=True)]


def _picked(column: pa.ChunkedArray, at: npt.NDArray[np.intp]) -> pa.Array:
    """Some cells of a column; Arrow goes through all chunks for a few, so those are cut out one by one."""
    if len(at) > _SINGLY:
        return column.take(pa.array(at)).combine_chunks()
    return pa.concat_arrays([pa.array([], _TEXT), *(chunk for row in at for chunk in column.slice(row, 1).chunks)])


def _is_no_lead(cells: list[str]) -> bool:
    if any(_CONTACT.search(cell) for cell in cells if not _IS_FOOTER.fullmatch(cell)):
        return False
    if all(_IS_FOOTER.fullmatch(cell) for cell in cells):
        return True
    return bool(_IS_TOTAL.fullmatch(cells[0])) and all(
        _AMOUNT.fullmatch(c) or _IS_TOTAL.fullmatch(c) for c in cells[1:]
    )


def _is_guide(cells: list[str]) -> bool:
    """``必填 选填 必填``, or a row that begins with ``示例``."""
    return all(_IS_GUIDE.fullmatch(cell) for cell in cells) or bool(_IS_EXAMPLE.fullmatch(cells[0]))


def _like_header(columns: Sequence[pa.ChunkedArray], names: Sequence[str]) -> npt.NDArray[np.intp]:
    """Rows whose cell in the first named column is that name: files put together, or pages."""
    first = next((at for at, name in enumerate(names) if name), -1)
    if first < 0:
        return np.zeros(0, dtype=np.intp)
    return np.flatnonzero(np.asarray(pc.equal(columns[first], pa.scalar(names[first], _TEXT))))


def _ending(columns: Sequence[pa.ChunkedArray], last: npt.NDArray[np.intp], known: set[int]) -> set[int]:
    """Lines of a footer whose words we do not know (a title, a firm): alone in their row, after one that is sure.

    A total alone begins no footer: what follows it may be leads of whom only the name is known.
    """
    ending: list[tuple[int, list[str]]] = []
    for at, cells in zip(last[::-1].tolist(), _rows(columns, last[::-1]), strict=True):
        if at not in known and (len(cells) > 1 or any(_CONTACT.search(cell) for cell in cells)):
            break
        ending.append((at, cells))
    sure = [at for at, cells in ending if any(_IS_SURE.fullmatch(cell) for cell in cells)]
    return {at for at, _ in ending if sure and at >= sure[-1]}
