"""Words about runs that were made: what was taken back, moved by hand, received, and how everything stands."""

WORDS: dict[str, tuple[str, str]] = {
    # runs
    "ledger.run": ("批次", "run"),
    "ledger.kind": ("内容", "what"),
    "ledger.when": ("时间", "when"),
    "ledger.rows": ("读入", "rows"),
    "ledger.rest": ("其他", "other"),
    "ledger.files": ("文件", "files"),
    "ledger.state": ("状态", "state"),
    "ledger.kind_run": ("分配", "assign"),
    "ledger.kind_correction": ("改派", "correct"),
    "ledger.kind_undo": ("撤销", "undo"),
    "ledger.undone_by": ("已由第 {run} 批撤销", "taken back by {run}"),
    "ledger.took_back": ("撤销第 {runs} 批", "took back {runs}"),
    "ledger.moved": ("改派 {count} 条", "moved {count}"),
    "ledger.unfinished": ("文件尚未就位", "files not in place"),
    "ledger.in_force": ("有效", "in force"),
    "ledger.lead": ("线索", "lead"),
    "ledger.rep": ("销售", "rep"),
    "ledger.rule": ("规则", "rule"),
    "ledger.by_default": ("默认去向", "the default"),
    # undo
    "ledger.undo_title": ("撤销第 {run} 批    {file}", "Undo run {run}    {file}"),
    "ledger.to_take_back": ("要撤销的批次", "Runs to be taken back"),
    "ledger.freed": (
        "{count} 条线索不再有归属，可以重新分配",
        "{count} leads are nobody's again and can be assigned anew",
    ),
    "ledger.wait_again": ("{count} 条线索回到公海等待", "{count} leads wait in the open pool again"),
    "ledger.as_before": ("{count} 条线索回到之前的决定", "{count} leads stand as decided before"),
    "ledger.goes_back": ("各人退回", "What goes back"),
    "ledger.leads_back": ("退回", "leads back"),
    "ledger.balance_now": ("差额", "balance"),
    "ledger.balance_then": ("撤销后", "after it"),
    "ledger.ask_undo": ("确定撤销吗？[y/N] ", "Take it back? [y/N] "),
    "ledger.declined": ("没有撤销，什么也没有改。", "Not taken back; nothing was changed."),
    "ledger.looked": ("试算：什么也没有改。", "dry run: nothing was changed."),
    "ledger.undone": (
        "已撤销，记为第 {run} 批。同样的文件可以重新分配。",
        "taken back, recorded as run {run}. The same files can be assigned again.",
    ),
}
