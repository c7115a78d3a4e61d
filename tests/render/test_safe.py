r"""Names and cells do nothing on a screen."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from leadroute.render.safe import as_text, clean


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("[/]", "[/]"),
        ("[red]王[/red]", "[red]王[/red]"),
        ("[link=http://example.com]点[/link]", "[link=http://example.com]点[/link]"),
        (":smiley:", ":smiley:"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\tb\r\n", r"a\tb\r\n"),
        ("\udc80", r"\udc80"),
        ("a\u2028b", r"a\u2028b"),
    ],
)
def test_data_is_shown_letter_by_letter(hostile: str, shown: str) -> None:
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="truecolor", width=80).print(as_text(hostile))
    assert clean(hostile) == shown
    assert out.getvalue() == shown + "\n"


@pytest.mark.parametrize("usual", ["张三", "O'Brien", "a\u3000b", "a\u00a0b", "", "é"])
def test_usual_text_is_left_alone(usual: str) -> None:
    assert clean(usual) == usual


def test_anything_can_be_shown() -> None:
    assert as_text(12, "bold").plain == "12"
