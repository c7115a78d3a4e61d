"""Messages of explain (LR80 to LR81)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR800": Message(
        "文件里没有叫“{lead}”的线索",
        "no lead in the files is called '{lead}'",
        "写线索编号、手机、邮箱、公司或联系人，或者写位置，例如 leads.csv:12",
        "name it by id, phone, e-mail, company or contact, or by its place, such as leads.csv:12",
    ),
    "LR801": Message(
        "有 {count} 条线索都可以叫“{lead}”，列出 {shown} 条",
        "{count} leads can be called '{lead}'; {shown} of them follow",
        "用位置（文件:行）或线索编号指明是哪一条",
        "say which by its place (file:row) or its id",
    ),
    "LR802": Message("{lead}", "{lead}"),
    "LR804": Message(
        "名册上没有“{who}”",
        "nobody on the roster is called '{who}'",
        "写名册上的工号或姓名",
        "name a rep by id or name as the roster has it",
    ),
    "LR805": Message(
        "名册上有几个人叫“{who}”：{ids}",
        "several reps are called '{who}': {ids}",
        "写工号",
        "name the rep by id",
    ),
    "LR806": Message(
        "台账里没有叫“{lead}”的线索",
        "no lead in the ledger is called '{lead}'",
        "写线索编号、手机、邮箱、公司或联系人，或者 #编号；还没有分配过的线索要带上文件",
        "name it by id, phone, e-mail, company or contact, or by #number; a lead not assigned yet needs its files",
    ),
    "LR807": Message(
        "台账里有 {count} 条线索都可以叫“{lead}”，列出 {shown} 条",
        "{count} leads of the ledger can be called '{lead}'; {shown} of them follow",
        "用 # 后面的编号指明是哪一条",
        "say which by the number after #",
    ),
    "LR808": Message("#{number} {lead}", "#{number} {lead}"),
    "LR809": Message(
        "{option} 要用线索文件和名册：台账里只有结果，没有当时每个人的情况",
        "{option} needs the lead files and the roster: the ledger has what was decided, not how everybody stood",
        "写上文件、--reps 和 --no-ledger",
        "name the files, --reps, and --no-ledger",
    ),
}
