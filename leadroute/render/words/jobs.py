"""Words about unattended runs."""

WORDS: dict[str, tuple[str, str]] = {
    "ran.dry": ("试算，什么也不写：", "dry run, nothing is written: "),
    "ran.then": ("；", "; "),
    "ran.empty": ("收件箱里没有要分配的文件", "nothing in the inbox to be decided"),
    "ran.done": (
        "第 {run} 批：{files} 个文件，{rows} 行（{outcomes}），结果在 {out}",
        "run {run}: {files} files, {rows} rows ({outcomes}), results in {out}",
    ),
    "ran.would": (
        "{files} 个文件，{rows} 行（{outcomes}），结果将在 {out}",
        "{files} files, {rows} rows ({outcomes}), results would be in {out}",
    ),
    "ran.nothing_new": (
        "{files} 个文件，{rows} 行（{outcomes}），没有新线索",
        "{files} files, {rows} rows ({outcomes}), nothing new",
    ),
    "ran.gates": (
        "没有分配：{files} 个文件，{rows} 行（{outcomes}）超过关口 {gates}",
        "nothing assigned: {files} files, {rows} rows ({outcomes}) are above the gate {gates}",
    ),
    "ran.late": (
        "{count} 个文件以前已分配（第 {runs} 批），不再分配，只归档",
        "{count} files decided earlier (run {runs}) are only archived",
    ),
    "ran.left": ("留在收件箱：{files}", "left in the inbox: {files}"),
    "left.one": ("{file}（{why}）", "{file} ({why})"),
    "left.fresh": ("可能还在写入", "may still be written"),
    "left.changed": ("读取时有变动", "changed while it was read"),
    "left.temporary": ("临时文件", "a temporary file"),
    "left.no_table": ("不是表格", "no table"),
    "left.special": ("不是普通文件", "not a plain file"),
    "left.own": ("任务自己的文件", "a file of the job itself"),
    "left.bad": ("无法读取", "cannot be read"),
}
