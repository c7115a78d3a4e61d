"""Messages about taking runs back, correcting them, and telling what happened (LR73, LR74, LR75)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR730": Message(
        "台账里没有第 {run} 批，最后一批是第 {last} 批",
        "the ledger has no run {run}; the last one is run {last}",
        "用 leadroute status 查看各批次的编号",
        "leadroute status lists the runs and their numbers",
    ),
    "LR731": Message(
        "第 {run} 批已经由第 {by} 批撤销了",
        "run {run} was taken back already, by run {by}",
        "不用再撤销",
        "nothing to be done",
    ),
    "LR732": Message(
        "第 {run} 批本身就是撤销（撤销了第 {runs} 批），不能再撤销",
        "run {run} took back run {runs} itself; that cannot be undone",
        "要恢复原来的分配，把同样的文件再分配一次；改派则再改派一次",
        "to have the leads given out again, assign the same files again; to move leads again, correct them again",
    ),
    "LR733": Message(
        "第 {run} 批不能单独撤销：它的线索后来又由第 {runs} 批处理过（共 {leads} 条）",
        "run {run} cannot be taken back alone: run {runs} decided {leads} of its leads once more",
        "加上 --with-later 一起撤销第 {all} 批，或者先逐批撤销它们",
        "--with-later takes back run {all} too; or take those back first, one by one",
    ),
    "LR734": Message(
        "没有终端可以确认，什么也没有改",
        "there is no terminal to ask on, so nothing was changed",
        "确定要做就加上 --yes；只想看看就加上 --dry-run",
        "add --yes to do it, or --dry-run only to look",
    ),
    "LR735": Message(
        "第 {run} 批写出的文件还在 {folder}（{count} 个）：{files}",
        "files of run {run} are still in {folder} ({count}): {files}",
        "它们已经不作数：请移走，已经发出的请收回",
        "they no longer hold: move them away, and call back what was sent",
    ),
    "LR736": Message(
        "后来的第 {runs} 批里如果有这些线索，当时按“已处理”跳过了",
        "if files of run {runs} held these leads, they were left alone there as decided before",
        "把那些文件也再分配一次，已有归属的线索不会变",
        "assign those files again, too; leads that have an owner stay as they are",
    ),
    "LR737": Message(
        "{file} 就是台账本身，或是它旁边的文件，没有写入",
        "{file} is the ledger itself, or a file beside it; nothing was written",
        "写另一个文件夹，例如 leadroute ledger backup 备份",
        "name another folder, such as leadroute ledger backup copies",
    ),
    "LR738": Message(
        "{file} 已经存在，而且不是台账，没有覆盖",
        "{file} is there already and is no ledger; it was not replaced",
        "写一个文件夹，或者还没有的文件名",
        "name a folder, or a file that is not there yet",
    ),
    "LR739": Message(
        "{file} 是另一个台账，或者比这个台账更新，没有覆盖",
        "{file} is another ledger, or goes further than this one; it was not replaced",
        "写另一个文件夹，或者还没有的文件名",
        "name another folder, or a file that is not there yet",
    ),
    "LR740": Message(
        "没有“新负责人”这一列，不知道要改派给谁（现有的列：{headers}）",
        "there is no column for the new owner (the columns are: {headers})",
        "加一列“新负责人”，写工号或姓名",
        "add a column 'new owner' with ids or names",
    ),
    "LR741": Message(
        "没有能认出线索的列（现有的列：{headers}）",
        "there is no column to tell the leads by (the columns are: {headers})",
        "加一列“线索编号”，或者手机、邮箱这样的列",
        "add a column 'lead' with lead ids, or one with phones or e-mail addresses",
    ),
    "LR742": Message(
        "这一行没有写是哪条线索",
        "this row does not say which lead it means",
        "写上线索编号、台账里的号码（如 #12）、手机或邮箱",
        "write the lead's id, its number in the ledger (such as #12), its phone or its e-mail address",
    ),
    "LR743": Message(
        "台账里找不到线索“{lead}”",
        "the ledger knows no lead '{lead}'",
        "核对编号；手机、邮箱要写在各自的列里；已撤销的批次里的线索要重新分配后才能改派",
        "check the id; phones and e-mail addresses have columns of their own; leads of a run that was taken back must "
        "be assigned again first",
    ),
    "LR744": Message(
        "“{lead}”在台账里不止一条线索：{leads}",
        "'{lead}' means several leads: {leads}",
        "改写成台账里的号码，如 #12",
        "write the number of the one you mean, such as #12",
    ),
    "LR745": Message(
        "这一行的内容指向不同的线索：{leads}",
        "what this row says means different leads: {leads}",
        "只留下能确定是哪一条的内容，例如台账里的号码 #12",
        "leave only what tells which one you mean, such as its number #12",
    ),
    "LR746": Message(
        "没有写新负责人的行保持不变（{count} 行）",
        "rows that name no new owner stay as they are ({count})",
    ),
    "LR747": Message(
        "名册上没有“{who}”",
        "'{who}' is not on the roster",
        "写工号或姓名",
        "write an id or a name of the roster",
    ),
    "LR748": Message(
        "“{who}”已经离职，不能再接线索",
        "'{who}' has left and can get no leads",
        "换一位销售",
        "choose somebody else",
    ),
    "LR749": Message(
        "不止一个人叫“{who}”：{ids}",
        "several people are called '{who}': {ids}",
        "写工号",
        "write the id",
    ),
    "LR750": Message(
        "线索“{lead}”在表里出现两次，负责人不同（这里是 {who}）",
        "the lead '{lead}' is here twice, with different owners ({who} in this row)",
        "只留一行",
        "leave one of the rows",
    ),
    "LR751": Message(
        "线索“{lead}”本来就是 {who} 的，不用改",
        "the lead '{lead}' is with {who} already",
    ),
    "LR752": Message(
        "线索“{lead}”在表里写了两次，只算一次",
        "the lead '{lead}' is here twice and is counted once",
    ),
    "LR755": Message(
        "台账里没有“{who}”这位销售",
        "the ledger knows no rep '{who}'",
        "写工号或姓名；改过名字的，用 --reps 指明现在的名册",
        "write an id or a name; if names have changed, name today's roster with --reps",
    ),
    "LR756": Message(
        "不止一个人叫“{who}”：{ids}",
        "several people are called '{who}': {ids}",
        "写工号",
        "write the id",
    ),
    "LR757": Message(
        "账目不平，台账可能被改过或已损坏",
        "the account does not add up: the ledger was changed or is damaged",
        "运行 leadroute ledger verify 检查，再从备份恢复",
        "run leadroute ledger verify, and restore a backup",
    ),
    "LR758": Message(
        "已认可这个台账：它停在第 {run} 批；旁边没有能读的 .head 文件，已重新写好",
        "the ledger is accepted as it stands, at run {run}; no .head file could be read, so it was written anew",
        "如果还有比第 {run} 批更新的备份，请改用那一份：不在这个台账里的批次，就当没有发生过",
        "if a backup goes further than run {run}, use that one: runs that are not in this ledger count as never made",
    ),
    "LR753": Message(
        "这里没有台账：{file}",
        "there is no ledger here: {file}",
        "用 --rules 指明规则手册（台账在它旁边），或用 --ledger 指明台账；台账在第一次分配时建立",
        "name the rulebook with --rules (the ledger is beside it) or the ledger with --ledger; the first run makes it",
    ),
}
