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
    "LR411": Message(
        "“{header}”列有 {count} 格带着 {system} 的前缀，例如“{value}”；比较时不算前缀",
        "{count} cells of '{header}' carry a mark of {system}, such as '{value}'; it does not count in comparisons",
    ),
    "LR430": Message(
        "没法在这份规则手册里安全地加行（columns 或整份写在花括号里，或写入后读不通）",
        "lines cannot be put into this rulebook safely (columns or all of it stands in braces, or it would not read)",
        "把列出的几行自己放进去",
        "put the lines shown in by hand",
    ),
    "LR431": Message(
        "规则手册在这期间被别人改过，没有写入",
        "the rulebook was changed by somebody meanwhile; nothing was written",
        "再运行一次",
        "run the command again",
    ),
}
