"""Messages about plans, gates and unattended runs (LR76 to LR78)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR760": Message(
        "{figure}：{rows} 中有 {count}（{share}），超过关口 {gate}；没有写任何文件，也没有记入台账",
        "{figure}: {count} of {rows} ({share}), above the gate {gate}; nothing was written or recorded",
        "看清原因，改名册、规则或线索文件；确实要照样分配，就放宽这个关口（--fail-on，任务文件里是 fail_on）",
        "see why, mend the roster, the rulebook or the lead files; to assign all the same, widen the gate (--fail-on, "
        "or fail_on of a job file)",
    ),
    "LR761": Message(
        "做方案之后，{role}变了；没有分配",
        "{role} changed after the plan was made; nothing was assigned",
        "用现在的文件重新做方案：leadroute plan",
        "make the plan anew from the files as they are: leadroute plan",
    ),
    "LR762": Message(
        "做方案时台账在第 {planned} 批，现在在第 {run} 批；没有分配",
        "the ledger stood at run {planned} when the plan was made and stands at run {run} now; nothing was assigned",
        "重新做方案：leadroute plan",
        "make the plan anew: leadroute plan",
    ),
    "LR763": Message(
        "文件和台账都没变，做出来的决定却和方案不同（方案由版本 {planned} 做，现在是版本 {version}）；没有分配",
        "files and ledger are as they were, but the decisions come out differently (planned by version {planned}, this "
        "is {version}); nothing was assigned",
        "重新做方案：leadroute plan；版本相同时是程序的错，请告诉我们",
        "make the plan anew: leadroute plan; with the same version it is our bug, please tell us",
    ),
    "LR764": Message(
        "这不是方案文件，或者已损坏：{reason}",
        "this is no plan, or it is damaged: {reason}",
        "用 leadroute plan -o 文件名 重新做一份",
        "make one with leadroute plan -o FILE",
    ),
    "LR765": Message(
        "方案文件的格式是 {format}，这个程序只认识 {known}",
        "the plan has format {format}; this program knows {known}",
        "用同一版本的程序做方案、执行方案",
        "plan and apply with the same version",
    ),
    "LR766": Message(
        "做方案之后，{role}不见了或读不了；没有分配",
        "{role} went away after the plan was made, or cannot be read; nothing was assigned",
        "把文件放回原处，或者重新做方案：leadroute plan",
        "put it back, or make the plan anew: leadroute plan",
    ),
    "LR767": Message(
        "做方案之后多了这个文件（{role}），方案里没有它；没有分配",
        "this file ({role}) came after the plan was made, and is not in it; nothing was assigned",
        "移走它，或者重新做方案：leadroute plan",
        "move it away, or make the plan anew: leadroute plan",
    ),
    "LR768": Message(
        "这个方案已经执行过：它是台账的第 {run} 批；没有再分配",
        "this plan was carried out before: it is run {run} of the ledger; nothing was assigned again",
        "不用做什么；有新的线索时，重新做方案：leadroute plan",
        "nothing to be done; for new leads make another plan: leadroute plan",
    ),
    "LR769": Message(
        "做方案时台账在第 {planned} 批，现在台账不见了；没有分配",
        "the ledger stood at run {planned} when the plan was made, and is not there any more; nothing was assigned",
        "把台账和 .head 文件放回原处；如果确实要从头开始，重新做方案：leadroute plan",
        "put it back together with its .head file; to really begin anew, make the plan anew: leadroute plan",
    ),
    "LR770": Message(
        "{count} 条以前的线索这次资料有变（{fields}），归属不因此改变",
        "{count} known leads come with other data ({fields}); who has them does not change by that",
        "逐条见“重复”表和“审计”表的“资料变化”一列",
        "see the column Changed data of the duplicates and audit sheets",
    ),
    "LR771": Message(
        "方案是在 {folder} 里做的，现在的文件夹是 {here}；相对路径从现在的文件夹算起",
        "the plan was made in {folder}, and this is {here}; relative paths begin where the command is run",
        "到那个文件夹里再运行一次",
        "run it again in that folder",
    ),
    "LR772": Message(
        "台账换过了：做方案时在第 {planned} 批，现在是另一个台账，在第 {run} 批；没有分配",
        "this is another ledger: the plan was made at run {planned} of its own, and this one stands at run {run}; "
        "nothing was assigned",
        "放回原来的台账，或者重新做方案：leadroute plan",
        "put the other one back, or make the plan anew: leadroute plan",
    ),
    "LR773": Message(
        "{file} 是管道或设备，只能读一次；执行方案时还要再读，所以没有做方案",
        "{file} is a pipe or a device and can be read only once, but apply has to read it again; no plan was made",
        "先把内容存成文件，再做方案",
        "save it as a file first, then make the plan",
    ),
    "LR774": Message(
        "{path} 是这次的输入文件或台账，方案会覆盖它，所以没有写入",
        "{path} is an input of this run or its ledger, and the plan would replace it; nothing was written",
        "换一个方案文件名（-o）",
        "choose another name for the plan file (-o)",
    ),
}
