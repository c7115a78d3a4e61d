"""Company names: the value as written, the key without legal form. A branch is another company; a place stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import blanked, flags, matching, patched, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

_HAN = r"\p{Han}"
_BLANKS = r"[\s()\[\]【】《》“”\"·,，.。]+"
_GROUP = "(?:\\(集团\\)|\\(集團\\)|集团|集團)"
_FORM_ZH = f"{_GROUP}?(?:股份有限公司|有限责任公司|有限責任公司|有限公司)$|{_GROUP}(?:公司)?$"
_FORM_EN = (
    r"(?:[\s,.&]+(?:inc|incorporated|ltd|limited|llc|l\.l\.c|llp|lp|corp|corporation|co|company|gmbh|ag|kg|plc|"
    r"pty|pte|s\.?a|s\.?a\.?s|sarl|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/s|kk|k\.k|sdn bhd|bhd)\.?)+$"
)
_MARKS_EN = r"[.,'\"()]+"


def clean(texts: pa.Array) -> Cleaned:
    """Trim the names; their keys are the folded core (``杭州某某科技（集团）有限公司`` → ``杭州某某科技``)."""
    values = bare(texts)
    folded = fold_array(values)
    nobody = pc.is_in(folded, value_set=strings(sorted(placeholders.COMPANY)))
    values, folded = blanked(values, nobody), blanked(folded, nobody)
    status = statuses(len(values))
    status[flags(nobody)] = PLACEHOLDER
    return Cleaned(values, core(folded), status)


def core(folded: pa.Array) -> pa.Array:
    """The part of folded names that tells companies apart; a name that is nothing but a legal form stays whole."""
    chinese = matching(folded, _HAN)
    latin = pc.invert(chinese)
    found = patched(folded, chinese, _core_zh(folded.filter(chinese)))
    found = patched(found, latin, _core_en(folded.filter(latin)))
    return pc.if_else(pc.equal(found, ""), folded, found)


def _core_zh(folded: pa.Array) -> pa.Array:
    # the form goes first: it may hold the brackets of （集团）
    return replaced(replaced(folded, _FORM_ZH, ""), _BLANKS, "")


def _core_en(folded: pa.Array) -> pa.Array:
    return replaced(replaced(folded, _FORM_EN, ""), _MARKS_EN, "")
