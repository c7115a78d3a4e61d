"""Make the pictures of the README from a real run: ``python docs/make_screens.py [folder]``.

A real terminal (xterm) and a real spreadsheet program (LibreOffice) on a virtual display, photographed, and a browser.
Needs, beside the project: ``apt-get install xvfb xterm imagemagick libreoffice-calc chromium fonts-noto-mono
fonts-noto-cjk``.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LEADS = ("samples/leads.csv", "samples/leads_gbk.csv", "samples/leads.xlsx")
OPTIONS = ("--reps", "samples/reps.xlsx", "--customers", "samples/customers.xlsx", "--rules", "rules.example.yaml")
NOW = ("--now", "2026-11-23T09:00")
DISPLAY = ":97"
PAPER = "#1e1e1e"
FONTS = ("-fa", "Noto Sans Mono:size=11", "-fd", "Noto Sans Mono CJK SC:size=13")
LOOK = (*FONTS, "-bg", PAPER, "-fg", "#e6e6e6", "+sb", "-b", "12", "-geometry", "110x260+0+0", "-xrm", "XTerm*utf8: 2")
FIRST_SCREEN = "x1075+0+0"  # fifty of the terminal's lines; the rest is for those who run it
OPENING_SECONDS = 45


def terminal(target: Path) -> None:
    """Run the main job in an xterm and photograph the top of its window."""
    with tempfile.TemporaryDirectory() as folder, _display("1400x5800x24"):
        typed = shlex.join(["leadroute", "assign", *LEADS, *OPTIONS, "--out", "out", *NOW])
        shown, done = shlex.join(_job(Path(folder) / "out")), Path(folder) / "done"
        script = f"printf '\\033[?25l$ %s\\n' {shlex.quote(typed)}; {shown}; touch {done}; sleep 60"
        with _window(["xterm", *LOOK, "-e", "/bin/bash", "-c", script], Path(folder)):
            while not done.exists():
                time.sleep(0.5)
            time.sleep(1)  # the last lines are still being drawn
            _photograph(target, "-crop", FIRST_SCREEN, "+repage", "-bordercolor", PAPER)


def workbook(target: Path) -> None:
    """Write the workbook, open it as a person would, and photograph the screen."""
    with tempfile.TemporaryDirectory() as folder, _display("2460x720x24"):
        place = Path(folder)
        subprocess.run([*_job(place / "out"), "-q"], cwd=ROOT, check=True)
        book = place / "out" / "assigned.xlsx"
        office = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--norestore", "--nologo", "--calc"]
        with _window([*office, str(book)], place):
            time.sleep(OPENING_SECONDS)
            _photograph(target, "-bordercolor", "white")


def page(target: Path) -> None:
    """Write the page of the example rulebook and let a browser photograph it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "page.html"
        given = [*(word for file in LEADS for word in ("--leads", file)), *OPTIONS[:4], *NOW]
        show = [sys.executable, "-m", "leadroute", "show", OPTIONS[-1], *given, "--quiet", "--html", str(place)]
        subprocess.run(show, cwd=ROOT, check=True)
        alone = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder}/profile",
        )
        shot = (f"--screenshot={target.resolve()}", "--window-size=1500,760")
        subprocess.run([_tool("chromium"), *alone, *shot, place.as_uri()], check=True, stderr=subprocess.DEVNULL)


def _job(out: Path) -> list[str]:
    """The main job as on its first day: the ledger, too, is in a folder of its own."""
    memory = ("--ledger", str(out.with_suffix(".ledger")))
    return [sys.executable, "-m", "leadroute", "assign", *LEADS, *OPTIONS, "--out", str(out), *memory, *NOW]


@contextlib.contextmanager
def _display(size: str) -> Iterator[None]:
    """A virtual display of this size."""
    display = subprocess.Popen([_tool("Xvfb"), DISPLAY, "-screen", "0", size, "-nolisten", "tcp"])
    try:
        time.sleep(1)  # it needs a moment
        yield
    finally:
        display.terminate()
        display.wait()


@contextlib.contextmanager
def _window(command: list[str], home: Path) -> Iterator[None]:
    """A program on the display, ended with all its children."""
    environment = {"DISPLAY": DISPLAY, "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": str(home)}
    program = [_tool(command[0]), *command[1:]]
    window = subprocess.Popen(program, cwd=ROOT, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        os.killpg(window.pid, signal.SIGKILL)
        window.wait()


def _photograph(target: Path, *changes: str) -> None:
    """The whole display as a picture, without its empty margins."""
    subprocess.run([_tool("import"), "-display", DISPLAY, "-window", "root", str(target)], check=True)
    trimmed = [*changes, "-trim", "+repage", "-border", "12", "-strip", "-colors", "128"]
    subprocess.run([_tool("convert"), str(target), *trimmed, str(target)], check=True)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        sys.exit(f"{name} is missing; see the first lines of {__file__}")
    return found


if __name__ == "__main__":
    images = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    terminal(images / "terminal.png")
    workbook(images / "workbook.png")
    page(images / "show.png")
