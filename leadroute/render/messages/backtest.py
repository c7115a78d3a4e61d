"""Messages about playing the past again (LR880, LR881, LR885 to LR899)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR880": Message(
        "第一天之前就在公海的 {count} 条线索也参加了；销售的数目里有它们，“实际”一栏没有",
        "{count} leads that waited in the open pool before the first day took part, too; they are among the leads of "
        "reps, and not in the column of the truth",
    ),
    "LR881": Message(
        "{leads} 条线索中有 {count} 条还不知道结果；早有结果的和它们不一样，成交率会偏",
        "{count} of {leads} leads have no known end yet; those that ended early are not like them, and rates lean",
        "把 --to 往前移，让线索有时间出结果",
        "choose an earlier --to, so that leads have had the time to end",
    ),
    "LR885": Message(
        "不知道这些线索是哪天来的：没有“创建时间”一类的列，文件名里也没有日期（现有的列：{headers}）",
        "nothing says when these leads came: no column of creation dates, no dates in the file names (columns: "
        "{headers})",
        "在规则手册的 columns 里写明哪一列是 created_at；或者每批一个文件，文件名带日期，如 leads_2026-10-03.csv",
        "say under columns in the rulebook which one is created_at; or give a file for each run with its date in the "
        "name, like leads_2026-10-03.csv",
    ),
    "LR886": Message(
        "这段日子里没有线索；文件里的线索从 {first} 到 {last}",
        "there are no leads in these days; those of the files are from {first} to {last}",
        "改一下 --from 和 --to",
        "choose other days for --from and --to",
    ),
    "LR887": Message(
        "{rows} 条中有 {count} 条没有写哪天来的，没有算进去",
        "{count} of {rows} leads do not say when they came; they are left out",
    ),
    "LR888": Message(
        "{rows} 条中有 {count} 条不在这段日子里，没有算进去",
        "{count} of {rows} leads came outside these days; they are left out",
    ),
    "LR889": Message(
        "历史里没有“{column}”这一列（现有的列：{headers}）",
        "the history has no column '{column}' (there are: {headers})",
        "写表头或字段名",
        "write a header or the name of a field",
    ),
    "LR890": Message(
        "规则手册看 {fields}；历史里写的是后来的结果，不是线索刚来时的样子，回测会偏乐观",
        "the rulebook looks at {fields}; in the history they tell how leads ended, not how they came",
        "看结论时记住这一点，或者先去掉这些条件再回测",
        "remember it when you read the result, or test the rulebook without these conditions",
    ),
    "LR891": Message(
        "名册里的在手线索数是今天的，回测不用它，从历史开始重新数",
        "the open leads on the roster are those of today; they are not used, the past is counted from its beginning",
    ),
    "LR892": Message(
        "{pools} 按转化率分配，而名册里的转化率是今天的：当时还不知道这些",
        "{pools} share out by conversion, and the roster has today's figures: those runs could not know them",
        "给一份当时的名册，或者把这几个组的结果看淡一些",
        "give a roster of that time, or do not make much of what these pools do",
    ),
    "LR893": Message(
        "台账只留下分过的线索；当时的 {count} 行重复或无效的数据不在其中",
        "the ledger keeps the leads that were decided; {count} rows that were duplicates or unusable are not in it",
        "要一起回测，把那几批的文件也写在命令里",
        "to play them, too, name the files of those runs as well",
    ),
    "LR894": Message(
        "台账里没有哪一批读过这样的 {file}（按文件名和行数找），没有用它",
        "no run of the ledger has read such a {file} (by name and number of rows); it is not used",
        "核对文件；或者只给文件，不给台账",
        "see whether it is the right file, or give files without the ledger",
    ),
    "LR895": Message(
        "这段日子里台账没有分过线索的批次；台账里的批次从 {first} 到 {last}",
        "the ledger has no run with leads in these days; its runs are from {first} to {last}",
        "改一下 --from 和 --to",
        "choose other days for --from and --to",
    ),
    "LR896": Message(
        "有 {count} 条线索的负责人不在名册上（{people} 人：{names}），他们实际有多少不列出",
        "{count} leads were with people who are not on the roster ({people}: {names}); what they had is not listed",
        "要比较他们，给一份当时的名册",
        "to compare them as well, give a roster of that time",
    ),
    "LR897": Message(
        "不能对上这个文件里的结果：历史和它都要有线索编号（现有的列：{headers}）",
        "the ends in this file cannot be told apart: the history and the file both need lead ids (columns: {headers})",
        "导出时带上线索编号；编号的列叫别的名字，就在规则手册的 columns 里写明它是 lead_id",
        "export the lead ids with it; if their column has another name, say under columns that it is lead_id",
    ),
    "LR898": Message(
        "{leads} 条线索中有 {count} 条在这个文件里（文件有 {rows} 行）",
        "{count} of {leads} leads are in this file (of {rows} rows)",
    ),
    "LR899": Message(
        "{figure} 要和另一份规则手册比才知道，回测没有这个指标",
        "{figure} is known of a comparison of two rulebooks only, not of a backtest",
        "可用的有：{words}；比较用 leadroute compare",
        "there is {words}; leadroute compare knows the others",
    ),
}
