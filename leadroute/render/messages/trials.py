"""What can be wrong with examples: LR229, LR316-LR329 and LR85x."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR229": Message(
        "这个文件里只能有 examples",
        "only examples belong into this file",
        "其他内容写进规则手册",
        "everything else belongs into the rulebook",
    ),
    "LR850": Message(
        "例子期望分给“{who}”，但没有名册",
        "the example expects the rep '{who}', and there is no roster",
        "用 --reps 给出名册，或只期望规则和组",
        "give the roster with --reps, or expect a rule and a pool only",
    ),
    "LR851": Message(
        "名册里没有“{who}”",
        "'{who}' is not on the roster",
        "写工号或姓名",
        "write an id or a name",
    ),
    "LR316": Message(
        "--leads 和 --customers 只和 --write 一起用",
        "--leads and --customers go with --write only",
        "加上 --write，或去掉它们",
        "add --write, or leave them out",
    ),
    "LR317": Message(
        "例子里照抄了这条线索的 {fields}：规则要看它们，换掉就不是同样的结果",
        "an example holds this lead's {fields} as they are: conditions look at them, and others come to something else",
        "看看能不能留在例子里，或自己换成假的",
        "see whether they may stay there, or put made-up ones in their place",
    ),
    "LR318": Message(
        "不能在这个文件后面添例子，什么也没写",
        "examples cannot be added at the end of this file; nothing was written",
        "把 examples 写成每个例子一行、以“- ”开头的列表",
        "write examples as a list with a line for each, beginning with '- '",
    ),
    "LR319": Message(
        "没有给规则“{name}”找到例子：没有线索由它决定，也没编出来",
        "no example was found for the rule '{name}': no lead comes to it, and none could be made up",
        "用 leadroute check 看它是否轮得到；看老客户的规则写不成例子",
        "leadroute check tells whether it is ever reached; a rule that looks at customers cannot have an example",
    ),
    "LR320": Message(
        "有例子不符，没有提出新的，什么也没写",
        "an example failed, so none was proposed and nothing was written",
        "先改规则或例子，再用 --write",
        "mend the rules or the example first, then use --write",
    ),
    "LR321": Message(
        "没有给 default 找到例子：没有线索走到它，也没编出来",
        "no example was found for the default: no lead comes to it, and none could be made up",
        "前面的规则可能已经处理所有线索；用 leadroute check 看",
        "the rules may take every lead; leadroute check tells",
    ),
    "LR329": Message(
        "{count} 个例子文件以旁边别的规则手册命名，不算在内：{files}",
        "{count} files of examples are named after other rulebooks here and left out: {files}",
        "要用它们就写 --tests",
        "name them with --tests to use them",
    ),
}
