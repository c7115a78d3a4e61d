"""Company names: the value as written, the key without legal form. A branch is another company; a place stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.clean import company_en, company_zh, placeholders
from leadroute.intake.clean.cleaned import Cleaned, tidied
from leadroute.intake.clean.company_zh import CompanyParts
from leadroute.model.fold import fold
from leadroute.tables.arrow import blanked, flags, matching, patched, statuses, strings
from leadroute.tables.leads import PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

_HAN = r"\p{Han}"


def clean(texts: pa.Array) -> Cleaned:
    """Trim the names; their keys are place, core and branch (``杭州某某科技（集团）有限公司`` → ``杭州某某科技``)."""
    odd = pc.or_(pc.invert(matching(texts, company_zh.plain_names())), _nobody(texts))
    odd = pc.and_(odd, pc.not_equal(texts, ""))
    some, folded = tidied(texts.filter(odd))
    nobody = pc.or_(_nobody(folded), matching(folded, placeholders.ONLY_SIGNS))
    status = statuses(len(texts))
    status[np.flatnonzero(flags(odd))[flags(nobody)]] = PLACEHOLDER
    values = patched(texts, odd, blanked(some, nobody))
    keys = patched(company_zh.keys_of_plain(texts), odd, blanked(_odd_keys(folded), nobody))
    return Cleaned(values, keys, status)


def parts(name: str) -> CompanyParts:
    """Take one name apart; place, core and branch together are its key, but for blanks and marks in Latin names."""
    folded = fold(name)
    if company_zh.chinese(folded):
        return company_zh.parts(folded)
    core, form = company_en.core(folded)
    return CompanyParts("", core, form, "")


def _nobody(folded: pa.Array) -> pa.Array:
    return pc.is_in(folded, value_set=strings(sorted(placeholders.COMPANY)))


def _odd_keys(folded: pa.Array) -> pa.Array:
    """The keys of names that are not plain Chinese; one that is nothing but a legal form or marks stays whole."""
    chinese = matching(folded, _HAN)
    latin = pc.invert(chinese)
    keys = patched(folded, chinese, company_zh.keys_of_any(folded.filter(chinese)))
    keys = patched(keys, latin, company_en.keys_of_latin(folded.filter(latin)))
    return pc.if_else(pc.equal(keys, ""), folded, keys)
