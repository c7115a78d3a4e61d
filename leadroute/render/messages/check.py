"""Messages of a check about its own comments (LR248, LR249)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
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
