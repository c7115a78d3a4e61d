"""Make the pictures of the README from a real run: ``python docs/make_screens.py [folder]``.

The terminal is a real one (xterm on a virtual display), the workbook is what LibreOffice shows of it. Needs, beside the
project: ``apt-get install xvfb xterm imagemagick libreoffice-calc poppler-utils fonts-noto-cjk``.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEADS = ("samples/leads.csv", "samples/leads_gbk.csv", "samples/leads.xlsx")
OPTIONS = ("--reps", "samples/reps.xlsx", "--customers", "samples/customers.xlsx", "--rules", "rules.example.yaml")
NOW = ("--now", "2026-11-23T09:00")
PAPER = "#1e1e1e"
DISPLAY = ":97"
TITLE = "leadroute"
COLUMNS, LINES = 118, 74
FONTS = ("-fa", "Noto Sans Mono:size=11", "-fd", "Noto Sans Mono CJK SC:size=13")
ONE_PAGE_A_SHEET = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
COLOURS = ("-bg", PAPER, "-fg", "#e6e6e6", "+sb", "-b", "12")


def terminal(target: Path) -> None:
    """Run the main job in an xterm and photograph its window."""
    display = subprocess.Popen([_tool("Xvfb"), DISPLAY, "-screen", "0", "1800x2000x24", "-nolisten", "tcp"])
    try:
        with tempfile.TemporaryDirectory() as folder:
            _photograph(target, Path(folder))
    finally:
        display.terminate()
        display.wait()


def workbook(target: Path) -> None:
    """Write the workbook, let LibreOffice lay it out, and put its first two sheets under each other."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        subprocess.run(_job(place / "out"), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        book = next((place / "out").rglob("*.xlsx"))
        office = [_tool("soffice"), f"-env:UserInstallation=file://{place}/profile", "--headless"]
        subprocess.run([*office, "--convert-to", ONE_PAGE_A_SHEET, "--outdir", folder, str(book)], check=True)
        pages = [_tool("pdftoppm"), "-png", "-r", "80", "-l", "2", str(place / f"{book.stem}.pdf"), str(place / "page")]
        subprocess.run(pages, check=True)
        pictures = [str(path) for path in sorted(place.glob("page*.png"))]
        subprocess.run([_tool("convert"), *pictures, *_trim("white"), "-append", str(target)], check=True)


def _photograph(target: Path, folder: Path) -> None:
    command = shlex.join(["leadroute", "assign", *LEADS, *OPTIONS, "--out", "out", *NOW, "--dry-run"])
    shown = shlex.join(_job(folder / "out", "--dry-run"))
    done = folder / "done"
    script = f"printf '\\033[?25l$ %s\\n' {shlex.quote(command)}; {shown}; touch {done}; sleep 30"
    shape = ["-geometry", f"{COLUMNS}x{LINES}+0+0", *FONTS, *COLOURS, "-title", TITLE, "-xrm", "XTerm*utf8: 2"]
    shell = ["-e", "/bin/bash", "-c", script]
    environment = {"DISPLAY": DISPLAY, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    time.sleep(1)  # the display needs a moment
    window = subprocess.Popen([_tool("xterm"), *shape, *shell], cwd=ROOT, env=environment)
    try:
        for _ in range(60):
            if done.exists():
                break
            time.sleep(0.5)
        time.sleep(1)  # and so does the last line
        raw = str(folder / "raw.png")
        subprocess.run([_tool("import"), "-display", DISPLAY, "-window", TITLE, raw], check=True)
        subprocess.run([_tool("convert"), raw, *_trim(PAPER), str(target)], check=True)
    finally:
        window.terminate()
        window.wait()


def _job(out: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "leadroute", "assign", *LEADS, *OPTIONS, "--out", str(out), *NOW, *more]


def _trim(margin: str) -> list[str]:
    return ["-trim", "+repage", "-bordercolor", margin, "-border", "12", "-strip"]


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
