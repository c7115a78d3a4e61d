"""The exact words of what is said about unattended runs; those about job files are in the gallery of mistakes."""

from __future__ import annotations

import pytest

from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import text
from leadroute.render.messages.jobs import MESSAGES

SAID = {
    "LR788": (
        (
            "f: 错误 LR788：这个文件已由第 7 批分配，当时没来得及归档；这次不再分配，只归档\n"
            "建议：不用处理；看一下那次为什么中断（断电、强行结束、归档文件夹不能写）\n"
        ),
        (
            "f: error LR788: run 7 decided this file and could not archive it; it is not decided again, only archived\n"
            "hint: nothing to do; see why that run ended early (power, a kill, an archive that could not be written)\n"
        ),
    ),
    "LR789": (
        (
            "f: 错误 LR789：分配已经完成并记入台账，但文件没能移到 done：read-only\n"
            "建议：让这个文件夹可以写入；下次运行会再移，不会再分配\n"
        ),
        (
            "f: error LR789: it is decided and recorded, but could not be moved to done: read-only\n"
            "hint: make the folder writable; the next run moves the file and does not decide it again\n"
        ),
    ),
    "LR790": (
        (
            "f: 错误 LR790：这个文件无法读取，留在收件箱里；其他文件不受影响（bad_files: skip）\n"
            "建议：修好、重新导出，或者移走；在那之前每次运行都会以 3 结束\n"
        ),
        (
            "f: error LR790: this file cannot be read and stays in the inbox; the others went on without it "
            "(bad_files: skip)\n"
            "hint: mend it, export it anew or take it away; until then every run ends with 3\n"
        ),
    ),
    "LR791": (
        (
            "f: 错误 LR791：这个文件无法读取，所以这次什么也没有分配；文件都留在收件箱里\n"
            "建议：修好、重新导出，或者移走；要先分其他文件，在任务文件里写 bad_files: skip\n"
        ),
        (
            "f: error LR791: this file cannot be read, so nothing was decided; all files stay in the inbox\n"
            "hint: mend it, export it anew or take it away; to decide the others meanwhile write bad_files: skip in "
            "the job file\n"
        ),
    ),
    "LR792": (
        (
            "f: 错误 LR792：分配之后这个名字下换了别的文件，没有归档；下次运行当作新文件处理\n"
            "建议：如果文件是别人覆盖写入的，让对方每次换一个文件名\n"
        ),
        (
            "f: error LR792: another file came under this name after it was decided; it is not archived, the next run "
            "takes it as new\n"
            "hint: if somebody writes over files here, have them use a new name each time\n"
        ),
    ),
    "LR793": (
        (
            "f: 错误 LR793：收件箱 in/*.csv 的文件夹打不开：read-only\n"
            "建议：检查任务文件里的 inbox；如果在网络盘上，检查是否已连接\n"
        ),
        (
            "f: error LR793: the folder of the inbox in/*.csv cannot be opened: read-only\n"
            "hint: check inbox in the job file; if it is on a network drive, check that the drive is there\n"
        ),
    ),
    "LR794": (
        ("f: 错误 LR794：日志没有写成：read-only；这次运行本身不受影响\n建议：检查任务文件里的 log 是否可以写入\n"),
        (
            "f: error LR794: the log could not be written: read-only; the run itself stands\n"
            "hint: see that the log of the job file can be written\n"
        ),
    ),
}


@pytest.mark.parametrize("code", [code for code in MESSAGES if code >= "LR788"])
def test_it_is_told_word_for_word(code: str) -> None:
    found = Diagnostic(code, place=Place("f"), args=facts(run=7, folder="done", why="read-only", pattern="in/*.csv"))
    assert (text([found], Language.ZH), text([found], Language.EN)) == SAID[code]
