"""Messages about job files and unattended runs (LR78, LR79)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR780": Message(
        "缺少格式版本",
        "the version of the format is missing",
        "第一行写 leadroute_job: 1",
        "write leadroute_job: 1 as the first line",
    ),
    "LR781": Message(
        "不支持任务文件的格式版本“{word}”",
        "version '{word}' of the job file's format is not supported",
        "写 leadroute_job: {version}",
        "write leadroute_job: {version}",
    ),
    "LR782": Message(
        "任务文件是空的",
        "the job file is empty",
        "照 docs/cron.md 里的例子写一份",
        "start from the example in docs/cron.md",
    ),
    "LR783": Message(
        "没有叫“{word}”的指标",
        "no figure is called '{word}'",
        "可用：unassigned、pooled、review、default_rate、duplicate、invalid、archived",
        "figures: unassigned, pooled, review, default_rate, duplicate, invalid, archived",
    ),
    "LR784": Message(
        "“{word}”不是关口",
        "'{word}' is no gate",
        "例如 unassigned > 5%、invalid > 20，或 review（一条也不许）",
        "such as unassigned > 5%, invalid > 20, or review (for not one)",
    ),
    "LR785": Message("“{word}”不是上限", "'{word}' is no limit", "例如 5% 或 20", "such as 5% or 20"),
    "LR786": Message(
        "archive 和 out 是同一个文件夹（{folder}），归档的文件会和结果混在一起",
        "archive and out are one folder ({folder}); archived files would lie among the results",
        "分开写两个文件夹",
        "name two folders",
    ),
    "LR787": Message(
        "这是规则手册，不是任务文件",
        "this is a rulebook, not a job file",
        "用 leadroute assign 按它分配；每天自动运行用的任务文件由 leadroute init 写，写法见 docs/cron.md",
        "use leadroute assign for it; leadroute init writes a job file, docs/cron.md tells how",
    ),
    "LR788": Message(
        "这个文件已由第 {run} 批分配，当时没来得及归档；这次不再分配，只归档",
        "run {run} decided this file and could not archive it; it is not decided again, only archived",
        "不用处理；看一下那次为什么中断（断电、强行结束、归档文件夹不能写）",
        "nothing to do; see why that run ended early (power, a kill, an archive that could not be written)",
    ),
    "LR789": Message(
        "分配已经完成并记入台账，但文件没能移到 {folder}：{why}",
        "it is decided and recorded, but could not be moved to {folder}: {why}",
        "让这个文件夹可以写入；下次运行会再移，不会再分配",
        "make the folder writable; the next run moves the file and does not decide it again",
    ),
    "LR790": Message(
        "这个文件无法读取，留在收件箱里；其他文件不受影响（bad_files: skip）",
        "this file cannot be read and stays in the inbox; the others went on without it (bad_files: skip)",
        "修好、重新导出，或者移走；在那之前每次运行都会以 3 结束",
        "mend it, export it anew or take it away; until then every run ends with 3",
    ),
    "LR791": Message(
        "这个文件无法读取，所以这次什么也没有分配；文件都留在收件箱里",
        "this file cannot be read, so nothing was decided; all files stay in the inbox",
        "修好、重新导出，或者移走；要先分其他文件，在任务文件里写 bad_files: skip",
        "mend it, export it anew or take it away; to decide the others meanwhile write bad_files: skip in the job file",
    ),
    "LR792": Message(
        "分配之后这个名字下换了别的文件，没有归档；下次运行当作新文件处理",
        "another file came under this name after it was decided; it is not archived, the next run takes it as new",
        "如果文件是别人覆盖写入的，让对方每次换一个文件名",
        "if somebody writes over files here, have them use a new name each time",
    ),
    "LR793": Message(
        "收件箱 {pattern} 的文件夹打不开：{why}",
        "the folder of the inbox {pattern} cannot be opened: {why}",
        "检查任务文件里的 inbox；如果在网络盘上，检查是否已连接",
        "check inbox in the job file; if it is on a network drive, check that the drive is there",
    ),
    "LR794": Message(
        "日志没有写成：{why}；这次运行本身不受影响",
        "the log could not be written: {why}; the run itself stands",
        "检查任务文件里的 log 是否可以写入",
        "see that the log of the job file can be written",
    ),
}
