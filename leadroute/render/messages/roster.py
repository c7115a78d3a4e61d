"""Messages about the roster and the leave table."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR520": Message(
        "名册里没有任何销售",
        "the roster names nobody",
        "每个销售写一行，至少要有“姓名”或“工号”一列",
        "write one row per rep, with a column name or id",
    ),
    "LR521": Message("名册没有工号列，用姓名作编号", "the roster has no id column; names serve as ids"),
    "LR522": Message(
        "这一行没有姓名和工号，跳过",
        "this row has neither name nor id; it was skipped",
        "补上姓名或工号",
        "add a name or an id",
    ),
    "LR523": Message(
        "工号“{id}”用了两次，且两行不一致：{first} / {second}",
        "the id '{id}' is used twice, for {first} and {second}",
        "给每个人不同的工号；同一个人的多行除负责区域外要一致",
        "give everybody an id of their own; several rows of one person may differ in territories only",
    ),
    "LR524": Message(
        "有不止一个人叫“{name}”",
        "more than one person is called '{name}'",
        "在规则里用工号称呼他们",
        "call them by id in rules",
    ),
    "LR525": Message(
        "权重“{value}”不是不小于 0 的数字",
        "the weight '{value}' is not a number of 0 or more",
        "写成 1、1.5、3 这样的数字",
        "write a number such as 1, 1.5 or 3",
    ),
    "LR526": Message(
        "上限“{value}”不是不小于 0 的整数",
        "the cap '{value}' is not a whole number of 0 or more",
        "写成整数；不限就留空",
        "write a whole number; leave it blank for no cap",
    ),
    "LR527": Message(
        "“{value}”读不成日期",
        "'{value}' cannot be read as a date",
        "写成 2026-11-01，半天写 2026-11-01 上午",
        "write it like 2026-11-01, half a day like 2026-11-01 am",
    ),
    "LR528": Message(
        "休假结束 {end} 早于开始 {start}",
        "the leave ends ({end}) before it starts ({start})",
        "核对两个日期",
        "check both dates",
    ),
    "LR529": Message(
        "休假表里的“{who}”不在名册上",
        "'{who}' of the leave table is not on the roster",
        "核对工号或姓名",
        "check id or name",
    ),
    "LR530": Message(
        "“{value}”不是不小于 0 的数字", "'{value}' is not a number of 0 or more", "核对后改正", "check and mend it"
    ),
    "LR531": Message(
        "不认识状态“{value}”，按停用处理，不分配线索",
        "the status '{value}' is not known; the person counts as inactive and gets no leads",
        "写成 在职、停用 或 离职",
        "write active, inactive or left",
    ),
    "LR532": Message(
        "休假没有开始或结束日期", "the leave has no start or no end", "两个日期都要写", "write both dates"
    ),
    "LR533": Message(
        "名册里 {count} 人都已停用或离职，没有人能接线索",
        "all {count} people on the roster are inactive or have left, so nobody can take a lead",
        "检查状态列；在职的人写“在职”或留空",
        "check the status column; those at work are 'active', or blank",
    ),
}
