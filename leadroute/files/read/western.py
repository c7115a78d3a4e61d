"""Western letters of one byte each: how likely they are, and whether another code page might mean other letters."""

from __future__ import annotations

import re

_LOWER = re.compile("(?<=[A-Za-z])[ß-öø-ÿœšž]|[ß-öø-ÿœšž](?=[a-z])")
_UPPER = re.compile("(?<!\\w)[À-ÖØ-ÞŒŠŽŸ](?=[a-zA-Z]|\\b)|(?<=[A-ZÀ-ÖØ-Þ])[À-ÖØ-ÞŒŠŽŸ](?=[A-ZÀ-ÖØ-Þ]|\\b)")
_MARKS = re.compile(
    "[\u00a0\u00a3\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]"
)
_CROWD = re.compile("[\u0080-\u00ff\u0152-\u017e\u2010-\u2122]{3,}")
_LETTERS = re.compile("[\u00df-\u00f6\u00f8-\u00ff\u0153\u0161\u017e\u201a]")
_UTF8_PAIR = re.compile(rb"[\xc2\xc3][\x80-\xbf]")  # a letter in UTF-8 among others that are not
_ELSEWHERE = re.compile("ñ(?![aeiouáéíóú])|õ(?!e)|(?<=[a-z])[\u201a-\u2022](?=[a-z])")
_ALPHABETS = ("éèêëàâçîïôûùüœæÿ", "äöüßé", "áéíóúñüª", "ãõáâàçéêíóôúü", "àèéìòùî", "åäöøæéü")
"""French, German, Spanish, Portuguese, Italian, Nordic."""


def odds(data: bytes) -> float:
    """Accented letters stand one by one between the letters of a word, small after small."""
    text = data.decode("cp1252", errors="replace")
    beyond = sum(letter > "\x7f" for letter in text)
    good = len(_LOWER.findall(text)) + len(_UPPER.findall(text))
    marks = len(_MARKS.findall(text))
    crowds = sum(len(crowd) for crowd in _CROWD.findall(text))
    return 1.1 * good + 0.3 * marks - 1.5 * (beyond - good - marks) - crowds


def is_of_one_language(data: bytes) -> bool:
    """Code pages of one byte hold other letters in the same places: a word of one language is hardly one of another."""
    text = data.decode("cp1252", errors="replace").lower()
    letters = set(_LETTERS.findall(text))
    odd = _ELSEWHERE.search(text) or _UTF8_PAIR.search(data)
    return not odd and any(letters <= set(alphabet) for alphabet in _ALPHABETS)
