"""Which encoding a text without a mark that is no UTF-8 is in: by what its letters look like under each one.

Every character says something for or against a decoding. The weights are logarithms of how much more often such a
character is seen under the right encoding than under a wrong one, so a sum of 3 stands for odds of twenty to one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from leadroute.files.read.han import COMMON, COMMON_HANGUL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Fit = Callable[[Sequence[str]], float]

_SURE = 3.0
_KNOWN_NAME = 6.0
_CODE_PAGES = {"gb18030": 0.0, "big5": 0.0, "cp932": 0.0, "cp949": -1.0, "euc_jp": -3.0}
"""The encodings weighed, and the odds before anything is seen: who has few files in one asks more of it."""

_FIRST_ROWS = 20
_CELLS = re.compile("[,;\t|，；]")
_PARTS = re.compile(b"[,;\t\r\n]")  # none of them is the second byte of a character anywhere
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_PAIR = 2  # bytes of a syllable of the standard; the codec spells others with eight
_LOWER = re.compile("(?<=[A-Za-z])[ß-öø-ÿœšž]|[ß-öø-ÿœšž](?=[a-z])")
_UPPER = re.compile("(?<!\\w)[À-ÖØ-ÞŒŠŽŸ](?=[a-zA-Z]|\\b)|(?<=[A-ZÀ-ÖØ-Þ])[À-ÖØ-ÞŒŠŽŸ](?=[A-ZÀ-ÖØ-Þ]|\\b)")
_MARKS = re.compile(
    "[\u00a0\u00a3\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]"
)
_CROWD = re.compile("[\u0080-\u00ff\u0152-\u017e\u2010-\u2122]{3,}")


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest encoding, why (``header``, ``han``, ``kana``, ``hangul``, ``western``, ``statistics``), and the
    other one it might as well be (``""`` if the first is sure).
    """  # noqa: D205 - the list is the point

    encoding: str
    why: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class _Score:
    encoding: str
    odds: float
    why: str


def guess(lines: Sequence[bytes], fit: Fit) -> Guess:
    """Weigh the encodings on the lines that hold bytes beyond ASCII."""
    cells = {
        cell for line in lines for cell in _PARTS.split(line) if not cell.isascii()
    }  # what is repeated proves no more
    data = b"\n".join(sorted(cells))
    scores = [_of_east(name, data, lines, fit) for name in _CODE_PAGES]
    scores.append(_of_west(data))
    best, second = sorted(scores, key=lambda score: -score.odds)[:2]
    if best.odds <= 0:
        return _by_statistics(data)
    sure = min(best.odds, best.odds - second.odds) >= _SURE
    if best.why == "western":
        sure, second = sure and _of_one_language(data), _Score("cp1250", 0, "")
    return Guess(best.encoding, best.why, "" if sure else second.encoding)


def _of_east(name: str, data: bytes, lines: Sequence[bytes], fit: Fit) -> _Score:
    counts = Counter(_decoded(data, name))
    odds = sum(_weight(letter) * count for letter, count in counts.items() if letter > "\x7f")
    known = _known_names(name, lines[:_FIRST_ROWS], fit)
    why = "header" if known else _script(counts)
    return _Score(name, _CODE_PAGES[name] + odds + known * _KNOWN_NAME, why)


def _decoded(data: bytes, name: str) -> str:
    return data.decode("cp950" if name == "big5" else name, errors="replace")


@lru_cache(maxsize=1 << 14)
def _weight(letter: str) -> float:
    """What one character beyond ASCII says for a decoding that yields it."""
    if _HAN.match(letter):
        return 1.25 if letter in COMMON else -1.75 if _listed(letter) else -3.5
    if _HANGUL.match(letter):
        return 1.6 if letter in COMMON_HANGUL else -2.4 if len(_code(letter, "euc_kr")) == _PAIR else -3.5
    for pattern, weight in _WEIGHTS:
        if pattern.match(letter):
            return weight
    return -1.0


_WEIGHTS = (
    (re.compile("[\ufffd\ue000-\uf8ff\u0080-\u009f]"), -4.0),  # Big5 decodes as GB18030 without error, into these
    (re.compile("[\u3041-\u30ff]"), 0.7),
    (re.compile("[\uff61-\uff9f]"), -1.5),
    (re.compile("[\u2010-\u2026\u3000-\u301f\u00b7\uff01-\uff5e\uffe5]"), 0.0),
)


def _listed(letter: str) -> bool:
    """Is a character in the first level of one of the national standards?"""
    return any(level[0] <= _code(letter, name) <= level[1] for name, level in _LEVELS.items())


_LEVELS = {
    "gb2312": (b"\xb0\xa1", b"\xf7\xfe"),
    "big5": (b"\xa4\x40", b"\xc6\x7e"),
    "shift_jis": (b"\x88\x9f", b"\x98\x72"),
}


def _code(letter: str, name: str) -> bytes:
    return letter.encode(name, errors="ignore")


def _script(counts: Counter[str]) -> str:
    """What most of the letters are."""
    kana = sum(count for letter, count in counts.items() if "\u3041" <= letter <= "\u30ff")
    hangul = sum(count for letter, count in counts.items() if _HANGUL.match(letter))
    han = sum(count for letter, count in counts.items() if _HAN.match(letter))
    return "kana" if kana > han / 4 else "hangul" if hangul > han else "han"


def _known_names(name: str, lines: Sequence[bytes], fit: Fit) -> int:
    """How many more known headers one of the first lines has under an encoding than by its ASCII cells alone."""
    gains = []
    for line in lines:
        cells = [cell.strip(' "\r\n') for cell in _CELLS.split(_decoded(line, name))]
        plain = [cell if cell.isascii() else "" for cell in cells]
        gains.append(int(fit(cells)) - int(fit(plain)))
    return max(gains, default=0)


def _of_west(data: bytes) -> _Score:
    """Accented letters stand one by one between the letters of a word, small after small."""
    text = data.decode("cp1252", errors="replace")
    beyond = sum(letter > "\x7f" for letter in text)
    good = len(_LOWER.findall(text)) + len(_UPPER.findall(text))
    marks = len(_MARKS.findall(text))
    crowds = sum(len(crowd) for crowd in _CROWD.findall(text))
    return _Score("cp1252", 1.1 * good + 0.3 * marks - 1.5 * (beyond - good - marks) - crowds, "western")


def _of_one_language(data: bytes) -> bool:
    """Code pages of one byte hold other letters in the same places: a word of one language is hardly one of another."""
    text = data.decode("cp1252", errors="replace").lower()
    letters = set(_LETTERS.findall(text))
    return (
        not _ELSEWHERE.search(text)
        and not _UTF8_PAIR.search(data)
        and any(letters <= set(alphabet) for alphabet in _ALPHABETS)
    )


_LETTERS = re.compile("[\u00df-\u00f6\u00f8-\u00ff\u0153\u0161\u017e\u201a]")
_UTF8_PAIR = re.compile(rb"[\xc2\xc3][\x80-\xbf]")  # a letter in UTF-8 among others that are not
_ELSEWHERE = re.compile("ñ(?![aeiouáéíóú])|õ(?!e)|(?<=[a-z])[\u201a-\u2022](?=[a-z])")
_ALPHABETS = ("éèêëàâçîïôûùüœæÿ", "äöüßé", "áéíóúñüª", "ãõáâàçéêíóôúü", "àèéìòùî", "åäöøæéü")
"""French, German, Spanish, Portuguese, Italian, Nordic."""


def _by_statistics(data: bytes) -> Guess:
    """None of the usual ones: the detector knows more code pages, and on little text it is often wrong."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rare, and slow to import

    best = from_bytes(data, cp_exclusion=["utf_7"]).best()
    return Guess(best.encoding, "statistics", "gb18030") if best else Guess("gb18030", "statistics", "cp1252")
