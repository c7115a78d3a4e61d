"""Consoles that never fail on a letter or a closed pipe."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from leadroute.render.console import PIPE_CLOSED, make_console
from leadroute.render.progress import progress
from leadroute.render.safe import as_text


def stream(encoding: str) -> tuple[io.BytesIO, io.TextIOWrapper]:
    raw = io.BytesIO()
    return raw, io.TextIOWrapper(raw, encoding=encoding)


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", rb"\u738b"), ("gbk", b"\xcd\xf5"), ("utf-8", "王".encode())])
def test_a_letter_the_encoding_lacks_is_spelled_out(encoding: str, shown: bytes) -> None:
    raw, text = stream(encoding)
    make_console(text).print(as_text("王"))
    text.flush()
    assert raw.getvalue().strip() == shown


def test_markup_and_emoji_are_off_even_for_plain_strings() -> None:
    out = io.StringIO()
    make_console(out).print("[red]x[/red] :smiley:")
    assert out.getvalue() == "[red]x[/red] :smiley:\n"


def test_a_file_has_a_fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert make_console(io.StringIO()).width == 100
    assert make_console(io.StringIO(), width=60).width == 60
    monkeypatch.setenv("COLUMNS", "72")
    assert make_console(io.StringIO()).width == 72


def test_colour_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = io.StringIO()
    make_console(out, color=False).print(as_text("x", "red"))
    assert "31m" not in out.getvalue()
    make_console(out).print(as_text("x", "red"))
    assert "31m" in out.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    last = io.StringIO()
    make_console(last).print(as_text("x", "red"))
    assert "31m" not in last.getvalue()


def test_a_reader_who_leaves_is_no_error() -> None:
    code = (
        "import sys\n"
        "from leadroute.render.console import closed_pipe_ends_quietly, output_console\n"
        "with closed_pipe_ends_quietly(sys.stdout):\n"
        "    for line in range(100000): output_console().print('x' * 80)\n"
    )
    started = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert started.stdout is not None
    os.read(started.stdout.fileno(), 10)
    started.stdout.close()
    assert started.stderr is not None
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait() == PIPE_CLOSED


def test_no_progress_without_a_terminal_or_when_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    with progress(make_console(out)) as tell:
        tell("reading")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress(make_console(out), quiet=True) as tell:
        tell("reading")
    assert out.getvalue() == ""


def test_progress_on_a_terminal_names_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = io.StringIO()
    with progress(make_console(out)) as tell:
        tell("reading [a.csv]")
    assert "reading [a.csv]" in out.getvalue()
