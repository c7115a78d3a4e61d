"""``--fail-if``: what is understood, what is refused and where, and what makes it true."""

from __future__ import annotations

from fractions import Fraction

import pytest

from leadroute.model.diagnostic import Diagnostic
from leadroute.model.rulebook import Language
from leadroute.model.stop import FIGURES, Amount, Both, Claim, Either, Sign, proved
from leadroute.render.diagnostics import text
from leadroute.rulebook.stops import to_stop

DEFAULT = Claim("default_rate", Sign.ABOVE, Fraction(1, 20), share=True)
VIP = Claim("vip_moved", Sign.ABOVE, Fraction(0), share=False)
GAP = Claim("max_gap", Sign.AT_MOST, Fraction(5, 2), share=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("default_rate > 5%", DEFAULT),
        ("default>5%", DEFAULT),
        ("Default-Rate ＞ 5％", DEFAULT),
        ("默认率>5 %", DEFAULT),
        ("(default_rate > 5%)", DEFAULT),
        ("重点改派 > 0", VIP),
        ("max_gap <= 2.5", GAP),
        ("review_rate == 0", Claim("review", Sign.IS, Fraction(0), share=False)),
        ("moved >= 12.5%", Claim("moved", Sign.AT_LEAST, Fraction(1, 8), share=True)),
        ("balance_ratio < 2", Claim("balance_ratio", Sign.BELOW, Fraction(2), share=False)),
        ("default > 5% or vip_moved > 0", Either((DEFAULT, VIP))),
        ("default > 5% AND vip_moved > 0", Both((DEFAULT, VIP))),
        ("default > 5% or vip_moved > 0 and max_gap <= 2.5", Either((DEFAULT, Both((VIP, GAP))))),
        ("(default > 5% or vip_moved > 0) and max_gap <= 2.5", Both((Either((DEFAULT, VIP)), GAP))),
    ],
)
def test_what_is_understood(typed: str, meant: object) -> None:
    assert to_stop(typed) == meant


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("sign", list(Sign))
def test_a_claim_is_spelled_as_it_is_read(figure: str, sign: Sign) -> None:
    claim = Claim(figure, sign, Fraction(3), share=False)
    assert to_stop(str(claim)) == claim


@pytest.mark.parametrize(
    ("typed", "code", "column"),
    [
        ("defalt_rate > 5%", "LR861", 1),
        ("moved > 1 or viip_moved > 0", "LR861", 14),
        ("", "LR862", 1),
        ("moved", "LR862", 6),
        ("moved 5", "LR862", 7),
        ("moved = 5", "LR862", 7),
        ("moved != 5", "LR862", 7),
        ("moved > five", "LR862", 9),
        ("moved > 1..5", "LR862", 9),
        ("moved > -1", "LR862", 9),
        ("moved > 1 or", "LR862", 13),
        ("moved > 1 direct > 1", "LR862", 11),
        ("(moved > 1", "LR862", 11),
        ("moved > 1)", "LR862", 10),
        ("5 < moved", "LR862", 1),
        ("moved & direct", "LR862", 7),
        ("moved > 0.05", "LR863", 9),
        ("balance_ratio > 5%", "LR863", 17),
        ("(" * 21 + "moved > 1" + ")" * 21, "LR864", 21),
        ("(" * 5000, "LR864", 21),
    ],
)
def test_what_is_refused_and_where(typed: str, code: str, column: int) -> None:
    found = to_stop(typed)
    assert isinstance(found, Diagnostic)
    assert found.place is not None
    assert (found.code, found.place.file, found.place.column) == (code, "--fail-if", column)


TOLD = {
    ("defalt_rate > 5%", Language.ZH): (
        "--fail-if:1:1: 错误 LR861：没有叫“defalt_rate”的指标",
        "建议：是不是想写“default_rate”？",
    ),
    ("defalt_rate > 5%", Language.EN): (
        "--fail-if:1:1: error LR861: no figure is called 'defalt_rate'",
        "hint: did you mean 'default_rate'?",
    ),
    ("moved 5", Language.ZH): (
        "--fail-if:1:7: 错误 LR862：这里应当是比较符号 > >= < <= ==",
        "建议：写成 'default_rate > 5% or vip_moved > 0' 这样；可用 and、or 和括号",
    ),
    ("moved 5", Language.EN): (
        "--fail-if:1:7: error LR862: here should be one of > >= < <= ==",
        "hint: write it like 'default_rate > 5% or vip_moved > 0', with and, or and brackets",
    ),
    ("moved > 0.05", Language.ZH): (
        "--fail-if:1:9: 错误 LR863：moved 不能这样比较：线索数是整数；占比要写 %",
        "建议：线索数写成 20 或 5%，均衡比和差额写成 1.5",
    ),
    ("moved > 0.05", Language.EN): (
        "--fail-if:1:9: error LR863: moved cannot be compared with this: leads are whole numbers, a share needs %",
        "hint: write leads like 20 or 5%, ratios and gaps like 1.5",
    ),
    ("(" * 21, Language.ZH): ("--fail-if:1:21: 错误 LR864：括号套得太深", "建议：去掉多余的括号"),
    ("(" * 21, Language.EN): (
        "--fail-if:1:21: error LR864: too many brackets inside each other",
        "hint: leave out the brackets that are not needed",
    ),
}


@pytest.mark.parametrize(("typed", "language"), TOLD)
def test_mistakes_are_told_under_a_caret(typed: str, language: Language) -> None:
    found = to_stop(typed)
    assert isinstance(found, Diagnostic)
    first, shown, caret, advice = text([found], language).splitlines()
    assert (first, advice) == TOLD[typed, language]
    assert shown == f"1 | {typed}"
    assert caret.index("^") - len("1 | ") == found.excerpt.start if found.excerpt else False


AMOUNTS = {
    "default_rate": Amount(Fraction(6), 100),
    "vip_moved": Amount(0, 0),
    "max_gap": Amount(2.5),
    "balance_ratio": Amount(float("inf")),
    "moved": Amount(None),
}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("default_rate > 5%", "default_rate > 5%"),
        ("default_rate >= 6%", "default_rate >= 6%"),
        ("default_rate > 6%", ""),
        ("default_rate > 5", "default_rate > 5"),
        ("vip_moved > 0%", ""),
        ("vip_moved == 0%", "vip_moved == 0%"),
        ("max_gap <= 2.5", "max_gap <= 2.5"),
        ("max_gap < 2.5", ""),
        ("balance_ratio > 1000", "balance_ratio > 1000"),
        ("moved == 0", ""),
        ("default > 5% or vip_moved > 0", "default_rate > 5%"),
        ("default > 5% and vip_moved > 0", ""),
        ("default > 5% and (vip_moved > 0 or max_gap > 2)", "default_rate > 5%, max_gap > 2"),
        ("default > 5% or default > 5%", "default_rate > 5%"),
    ],
)
def test_what_makes_it_true(typed: str, why: str) -> None:
    stop = to_stop(typed)
    assert not isinstance(stop, Diagnostic)
    assert ", ".join(map(str, proved(stop, AMOUNTS))) == why
