"""Headers as they are compared: without the dress people give them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HINT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|【[^【】]*】|〔[^〔〕]*〕|《[^《》]*》")
_NUMBER = re.compile(r"^[0-9]{1,2}\s*[.、)]\s*(?=\D)")  # the questions of a form: 1、姓名
_ASKING = re.compile(r"^(?:请(?:填写|输入|选择|留下))?[您你]的")
_SLASH = re.compile(r"\s*/\s*")
_JOINTS = re.compile(r"[\s_\-*:]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKS = " *:?;,。、※★☆●"


@lru_cache(maxsize=4096)  # the names fields are known by come again with every file
def normalise(header: str) -> str:
    """Return a header as it is compared: ``*手机号（必填）`` → ``手机号``, ``FirstName`` → ``first name``."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", header)).strip()
    bare = _HINT.sub(" ", text).strip(_MARKS) or text
    asked = _ASKING.sub("", _NUMBER.sub("", bare)) or bare
    return _JOINTS.sub(" ", _SLASH.sub("/", _CAMEL.sub(" ", asked))).strip().casefold()
