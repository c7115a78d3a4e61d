"""Messages about columns (LR4)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR402": Message(
        "表格里没有“{column}”这一列",
        "the table has no column '{column}'",
        "改规则手册里的 column，或给表格补上这一列；现有：{known}",
        "mend column in the rulebook, or add it to the table; there are: {known}",
    ),
    "LR403": Message(
        "老客户文件没有负责人这一列，不知道客户归谁",
        "the customers file has no owner column, so nobody can be given their customers' leads",
        "加一列“负责人”，填名册里的工号或姓名",
        "add a column 'Owner' with ids or names of the roster",
    ),
    "LR404": Message(
        "老客户的负责人“{owner}”不在名册里，他的客户按负责人不在处理",
        "'{owner}' owns customers but is not on the roster; those customers count as without an owner on duty",
        "把他加进名册，或在老客户文件里改成现在的负责人",
        "add the rep to the roster, or name the present owner in the customers file",
    ),
    "LR405": Message(
        "“{used}”和“{other}”都像 {field}；用了“{used}”，“{other}”原样带过",
        "'{used}' and '{other}' both look like {field}; '{used}' is used, '{other}' travels along",
        "要用另一列，在规则手册的 columns 里写 {other}: {field}",
        "to use the other, write {other}: {field} under columns in the rulebook",
    ),
    "LR406": Message(
        "列名“{header}”很像 {field}的列名，但没有使用",
        "the header '{header}' is nearly one of {field}, and was not used",
        "如果就是它，在规则手册的 columns 里写 {header}: {field}；leadroute map 可以代写",
        "if it is meant, write {header}: {field} under columns in the rulebook; leadroute map can write it for you",
    ),
    "LR407": Message(
        "有 {count} 列不对应任何字段，原样带过：{headers}",
        "columns that stand for no field travel along ({count}): {headers}",
    ),
    "LR410": Message(
        "这些列来自 {system}，列名按它那里的意思理解",
        "the columns are those of {system}; the headers were taken to mean what they mean there",
    ),
}
