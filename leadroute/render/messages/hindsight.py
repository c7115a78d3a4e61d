"""Messages about taking runs back, correcting them, and telling what happened (LR73, LR74, LR75)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR730": Message(
        "台账里没有第 {run} 批，最后一批是第 {last} 批",
        "the ledger has no run {run}; the last one is run {last}",
        "用 leadroute status 查看各批次的编号",
        "leadroute status lists the runs and their numbers",
    ),
    "LR731": Message(
        "第 {run} 批已经由第 {by} 批撤销了",
        "run {run} was taken back already, by run {by}",
        "不用再撤销",
        "nothing to be done",
    ),
    "LR732": Message(
        "第 {run} 批本身就是撤销（撤销了第 {runs} 批），不能再撤销",
        "run {run} took back run {runs} itself; that cannot be undone",
        "要恢复原来的分配，把同样的文件再分配一次；改派则再改派一次",
        "to have the leads given out again, assign the same files again; to move leads again, correct them again",
    ),
    "LR733": Message(
        "第 {run} 批不能单独撤销：它的线索后来又由第 {runs} 批处理过（共 {leads} 条）",
        "run {run} cannot be taken back alone: run {runs} decided {leads} of its leads once more",
        "加上 --with-later 一起撤销第 {all} 批，或者先逐批撤销它们",
        "--with-later takes back run {all} too; or take those back first, one by one",
    ),
    "LR734": Message(
        "没有终端可以确认，什么也没有改",
        "there is no terminal to ask on, so nothing was changed",
        "确定要做就加上 --yes；只想看看就加上 --dry-run",
        "add --yes to do it, or --dry-run only to look",
    ),
    "LR735": Message(
        "第 {run} 批写出的文件还在 {folder}（{count} 个）：{files}",
        "files of run {run} are still in {folder} ({count}): {files}",
        "它们已经不作数：请移走，已经发出的请收回",
        "they no longer hold: move them away, and call back what was sent",
    ),
    "LR736": Message(
        "后来的第 {runs} 批里如果有这些线索，当时按“已处理”跳过了",
        "if files of run {runs} held these leads, they were left alone there as decided before",
        "把那些文件也再分配一次，已有归属的线索不会变",
        "assign those files again, too; leads that have an owner stay as they are",
    ),
    "LR753": Message(
        "这里没有台账：{file}",
        "there is no ledger here: {file}",
        "用 --rules 指明规则手册（台账在它旁边），或用 --ledger 指明台账；台账在第一次分配时建立",
        "name the rulebook with --rules (the ledger is beside it) or the ledger with --ledger; the first run makes it",
    ),
}
