"""What is being done, while it takes long."""

WORDS: dict[str, tuple[str, str]] = {
    "step.gather": ("读取文件 …", "reading files …"),
    "step.examine": ("清洗、查重 …", "cleaning, looking for duplicates …"),
    "step.decide": ("查重、打分、分配 …", "finding duplicates, scoring, assigning …"),
    "step.replay": ("重放第 {run} 批，共 {runs} 批 …", "playing run {run} of {runs} again …"),
    "step.compare": ("比较 …", "comparing …"),
    "step.commit": ("写出结果 …", "writing results …"),
    "step.checked.error": ("{file}：没有发现错误。", "{file}: no errors found."),
    "step.checked.warning": ("{file}：没有发现错误和警告。", "{file}: no errors or warnings found."),
    "step.checked.note": ("{file}：没有发现任何问题。", "{file}: nothing found."),
    "step.accepted": ("注释忽略了 {count} 条。", "comments accept {count} more."),
}
