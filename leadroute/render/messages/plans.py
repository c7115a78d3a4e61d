"""Messages about plans, gates and known leads (LR76, LR77)."""

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
        "做方案之后，{role} {file} 变了（或不见了）；没有分配",
        "{role} {file} changed (or went away) after the plan was made; nothing was assigned",
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
    "LR770": Message(
        "{count} 条以前的线索这次资料有变（{fields}），归属不因此改变",
        "{count} known leads come with other data ({fields}); who has them does not change by that",
        "逐条见“重复”表和“审计”表的“资料变化”一列",
        "see the column Changed data of the duplicates and audit sheets",
    ),
}
