"""Messages about the ledger (LR7)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR701": Message(
        "找不到台账：{reason}",
        "the ledger is not there: {reason}",
        "把台账文件放回原处；从备份恢复时，.head 文件也要一起恢复",
        "put the file back; from a backup, together with its .head file",
    ),
    "LR702": Message(
        "建不了台账：{reason}",
        "the ledger could not be made: {reason}",
        "换一个能写入的文件夹（--ledger），或者用 --no-ledger 不记台账",
        "choose a folder that can be written (--ledger), or go without memory (--no-ledger)",
    ),
    "LR703": Message(
        "台账文件是空的，以前的记录都不见了，没有继续",
        "the ledger file is empty: everything in it is gone; nothing was done",
        "从备份恢复；如果确实要从头开始，先删掉台账和它旁边的 .head 文件",
        "restore it from a backup; to really begin anew, delete it and the .head file beside it",
    ),
    "LR704": Message(
        "台账读不了：{reason}",
        "the ledger cannot be read: {reason}",
        "从备份恢复（连同 .head 文件）",
        "restore it from a backup, together with its .head file",
    ),
    "LR705": Message(
        "这个文件不是台账",
        "this file is not a ledger",
        "检查给出的路径",
        "check the path that was given",
    ),
    "LR706": Message(
        "台账是更新的版本（{version}）写的，这个程序只认识到版本 {known}",
        "the ledger was written by a newer version ({version}); this program knows up to {known}",
        "升级 leadroute 再运行",
        "upgrade leadroute and run again",
    ),
    "LR707": Message(
        "台账出错：{reason}；什么也没有记入",
        "trouble with the ledger: {reason}; nothing was recorded",
        "检查磁盘空间和文件权限后再运行；运行 leadroute ledger verify 检查台账",
        "check disk space and permissions, then run again; leadroute ledger verify examines it",
    ),
    "LR708": Message(
        "准备期间台账已经到了第 {run} 批，这次运行没有记入",
        "the ledger has moved on to run {run} in the meantime; this run was not recorded",
        "再运行一次",
        "run again",
    ),
    "LR709": Message(
        "另一次运行正在使用台账（进程 {pid}，{host}，{since} 开始，已 {minutes} 分钟）",
        "another run holds the ledger (process {pid} on {host}, since {since}, {minutes} minutes)",
        "等它结束后再运行；它若已经死掉，锁会自动放开",
        "wait for it to end and run again; if it died, the lock is already free",
    ),
    "LR710": Message(
        "台账旁边的 .head 文件读不了",
        "the .head file beside the ledger cannot be read",
        "从备份恢复台账和 .head 文件",
        "restore the ledger and its .head file from a backup",
    ),
    "LR711": Message(
        "台账旁边的 .head 文件不见了，无法确认台账是不是最新的",
        "the .head file beside the ledger is missing, so nobody can tell whether the ledger is the latest",
        "把 .head 文件放回来；确认台账无误后也可以运行 leadroute ledger verify --accept",
        "put it back; or, if you are sure of the ledger, run leadroute ledger verify --accept",
    ),
    "LR712": Message(
        "台账停在第 {run} 批，应当是第 {noted} 批：文件被换过、改过或退回了旧版本",
        "the ledger stands at run {run} and should stand at run {noted}: it was replaced, changed or set back",
        "从备份恢复最新的台账；确认无误后也可以运行 leadroute ledger verify --accept",
        "restore the latest ledger; or, if you are sure of this one, run leadroute ledger verify --accept",
    ),
    "LR713": Message(
        "现在是 {now}，而第 {run} 批是在 {then}：时钟倒退了，没有运行",
        "it is {now}, but run {run} was at {then}: the clock went back; nothing was done",
        "校准电脑时间；用 --now 指定时间时，不能早于上一批",
        "set the clock right; a time given with --now must not be before the last run",
    ),
    "LR714": Message(
        "台账出错：{reason}；这一批是否已经记入，下次运行时才知道",
        "trouble with the ledger: {reason}; whether this run was recorded is found out by the next one",
        "检查磁盘后再运行一次：已经记入的会补完，没有记入的会清理",
        "see to the disk and run again: what was recorded is finished then, what was not is cleared away",
    ),
    "LR720": Message(
        "上一次运行（第 {run} 批）中途停了，现在已经补完；结果在 {folder}",
        "run {run} had stopped half-way and is finished now; its results are in {folder}",
        "不用做什么",
        "nothing to be done",
    ),
    "LR721": Message(
        "第 {run} 批的文件 {file} 已经不在了；它的决定仍然有效",
        "{file} of run {run} is gone; its decisions stand",
        "需要这个文件时，用 leadroute undo {run} 撤销后重新分配",
        "if you need it, take the run back with leadroute undo {run} and assign again",
    ),
    "LR722": Message(
        "新建了台账 {file}：以后的分配会接着这次算",
        "a new ledger was made, {file}: later runs go on from this one",
        "和规则手册放在一起，并定期备份",
        "keep it with the rulebook, and back it up",
    ),
    "LR723": Message(
        "上一次运行在记入台账之前停了，什么也没有发生；它在 {folder} 里准备的文件已清理",
        "a run stopped before it was recorded: nothing of it happened; what it prepared in {folder} is cleared away",
        "不用做什么",
        "nothing to be done",
    ),
    "LR724": Message(
        "台账文件损坏了",
        "the ledger file is damaged",
        "从备份恢复（连同 .head 文件），再检查一次",
        "restore it from a backup, together with its .head file, and verify again",
    ),
    "LR725": Message(
        "第 {run} 批不是当时记下的样子：有内容被改过、删掉或加进来；它和之后的批次都不能再相信",
        "run {run} is not as it was recorded: rows were changed, deleted or added; it and all later runs are in doubt",
        "从备份恢复（连同 .head 文件）；备份之后的批次要重新分配",
        "restore a backup, together with its .head file; runs made since then must be made again",
    ),
    "LR726": Message(
        "台账里有第 {run} 批的内容，却没有这一批",
        "the ledger holds rows of run {run}, and there is no such run",
        "从备份恢复（连同 .head 文件），再检查一次",
        "restore it from a backup, together with its .head file, and verify again",
    ),
    "LR727": Message(
        "第 {run} 批之后又有了新的批次，却没有记下它的文件已经放好：这条记录被删过",
        "runs were made after run {run}, and no note says that its files are in place: that note was deleted",
        "从备份恢复（连同 .head 文件）；分配的决定本身没有问题",
        "restore it from a backup, together with its .head file; the decisions themselves are not in doubt",
    ),
    "LR728": Message(
        "第 {run} 批的账不平：应得和已付的合计不相等",
        "the accounts of run {run} do not add up: what was earned is not what was paid",
        "从备份恢复（连同 .head 文件），并把这个台账发给我们",
        "restore it from a backup, together with its .head file, and send us this ledger",
    ),
    "LR729": Message(
        "已认可这个台账：它停在第 {run} 批，此前记下的是第 {noted} 批",
        "the ledger is accepted as it stands: at run {run}, where run {noted} had been noted",
        "之后的批次如果不在这个台账里，就当没有发生过：它们的线索会重新分配",
        "runs that are not in this ledger count as never made: their leads will be given out anew",
    ),
}
