"""Messages of a check about its own comments (LR248, LR249), and what it proves about rules (LR230-LR237)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR230": Message(
        "规则“{name}”永远不会符合：没有线索会是 {parts}",
        "the rule '{name}' can never match: no lead has {parts}",
        "改正条件；几个值任选其一要写成列表",
        "correct the conditions; write a list where any of several values will do",
    ),
    "LR231": Message(
        "规则“{name}”永远轮不到：它的线索都已被前面的规则拿走：{rules}",
        "the rule '{name}' never decides a lead: all of its leads go to earlier rules: {rules}",
        "移到它们前面，改条件，或删掉它",
        "move it above them, change its conditions, or remove it",
    ),
    "LR232": Message(
        "规则“{name}”里的 {value} 永远用不上：这样的线索都已被前面的规则拿走：{rules}",
        "in the rule '{name}' {value} never counts: all such leads go to earlier rules: {rules}",
        "从其中一条规则里去掉这个值，或调整顺序",
        "take the value out of one of the rules, or change their order",
    ),
    "LR233": Message(
        "规则“{name}”的一部分线索归前面的规则（{rules}），去向不同；例如 {lead}",
        "some leads of the rule '{name}' go elsewhere by earlier rules ({rules}); such as {lead}",
        "如果这正是想要的，不必理会；否则调整顺序或条件",
        "nothing to do if that is meant; else change the order or the conditions",
    ),
    "LR234": Message(
        "没有规则处理这样的线索，只能由 default 决定：{lead}",
        "no rule takes such a lead, so the default decides: {lead}",
        "如果 default 就是为它们准备的，不必理会",
        "nothing to do if the default is meant for them",
    ),
    "LR235": Message(
        "规则“{name}”的条件对任何线索都成立，后面的 {count} 条规则永远轮不到",
        "the conditions of the rule '{name}' hold for every lead; rules after it, never reached: {count}",
        "收紧条件，或放到最后",
        "make the conditions narrower, or put the rule last",
    ),
    "LR236": Message(
        "{count} 条规则未能判定是否轮得到：{rules}",
        "it was not decided whether these rules ({count}) are ever reached: {rules}",
        "用到名册或表格的条件，给出 --reps 才能判定",
        "give --reps to decide conditions that refer to the roster or to a table",
    ),
    "LR237": Message(
        "规则“{name}”里的 {value} 永远用不上：同一规则的其他条件排除了它",
        "in the rule '{name}' {value} never counts: other conditions of the rule exclude it",
        "去掉这个值，或改其他条件",
        "take the value out, or change the other conditions",
    ),
    "LR248": Message(
        "这条 ignore 注释没有写代码，不起作用",
        "this ignore comment names no code and does nothing",
        "写成 # leadroute: ignore LR231",
        "write # leadroute: ignore LR231",
    ),
    "LR249": Message(
        "这条 ignore 注释用不上：那一行没有 {codes} 的警告或提示",
        "this comment ignores nothing: its line has no warning or note of {codes}",
        "删掉它；错误不能这样忽略",
        "remove it; errors cannot be ignored this way",
    ),
}
