from __future__ import annotations

import pytest

from leadroute.files.read.western import is_of_one_language, odds


@pytest.mark.parametrize("text", ["Société Générale", "Müller", "ÖSTERREICH", "Ångström", "“quoted” – 5 €, Zoë"])
def test_letters_inside_words_speak_for_it(text: str) -> None:
    assert odds(text.encode("cp1252")) > 0


@pytest.mark.parametrize("text", ["公司名称", "李明", "臺灣"])
def test_pairs_of_bytes_speak_against_it(text: str) -> None:
    assert odds(text.encode("gb18030")) < 0


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Société Générale, Orléans", True),
        ("Müller, Größe", True),
        ("Logroño", True),
        ("Müller, São Paulo, Ångström", False),
        ("Gdañsk", False),
        ("Pøíbram", False),
        ("SociÃ©tÃ©", False),
    ],
)
def test_words_of_one_language(text: str, *, one: bool) -> None:
    assert is_of_one_language(text.encode("cp1252")) is one
