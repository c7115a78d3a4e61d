"""What keeps ``leadroute init`` from writing: LR875 to LR879."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR875": Message(
        "这个文件已经有了，init 从不覆盖文件；什么也没有写",
        "this file is there already, and init replaces none; nothing was written",
        "换一个文件夹：leadroute init 文件夹，或先移走它",
        "name another folder: leadroute init FOLDER, or move it away first",
    ),
    "LR876": Message(
        "没有说从什么开始，这里也没有人可问",
        "nothing to begin from was given, and there is nobody to ask",
        "给出线索和名册：--leads 文件 --reps 文件，或用模板：--template b2b-cn（saas、foreign-trade、single-team）",
        "give files: --leads FILE --reps FILE, or a template: --template b2b-cn (saas, foreign-trade, single-team)",
    ),
}
