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
}
