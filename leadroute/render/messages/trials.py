"""What can be wrong with examples: LR229 and LR85x."""

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
}
