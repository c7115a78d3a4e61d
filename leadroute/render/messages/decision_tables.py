"""Messages about decision tables (LR238 to LR247, LR250 to LR269): rules kept in a spreadsheet."""

from __future__ import annotations

from leadroute.render.messages.message import Message

_CELLS: dict[str, Message] = {
    "LR238": Message(
        "规则表超过 {limit} 行",
        "the table of rules has more than {limit} rows",
        "合并只差一个值的规则：一格里可以写几个值，用“；”隔开",
        "join rules that differ in one value: a cell may hold several, parted by ';'",
    ),
    "LR239": Message(
        "规则表“{file}”用了两次",
        "the table of rules '{file}' is named twice",
        "只留一处；同一文件的另一张表要写 sheet",
        "keep one of them; for another sheet of the file give its sheet",
    ),
    "LR240": Message(
        "“{word}”不是数字",
        "'{word}' is not a number",
        "例如 100万、>=100万、50-100、100万以上；几个值用“；”隔开",
        "such as 1000, >=1000, 50-100; several are parted by ';'",
    ),
    "LR241": Message(
        "“{word}”不是日期",
        "'{word}' is not a date",
        "例如 2026-11-22、>=2026-11-22、2026-01-01至2026-03-31",
        "such as 2026-11-22, >=2026-11-22, 2026-01-01 to 2026-03-31",
    ),
    "LR242": Message(
        "没有名为“{word}”的组",
        "no pool named '{word}'",
        "已有的组：{words}；分给某个人，写在表头为“销售”的一列",
        "pools: {words}; for one person use a column headed 'rep'",
    ),
    "LR243": Message(
        "“{word}”不是一个范围", "'{word}' is not a range", "写成 50-100 或 50至100", "write 50-100 or 50 to 100"
    ),
    "LR244": Message(
        "写了分配，没写分给谁",
        "it says assign, but not to whom",
        "写成“分配 组名”，或把组名写在另一列",
        "write 'assign POOL', or name the pool in another column",
    ),
    "LR245": Message(
        "“{header}”和这一行的处理方式对不上",
        "'{header}' does not go with what this row does",
        "“否则”“要求”“优先”只用于分配，“建议”只用于复核；清空这一格",
        "otherwise, require and prefer go with assign, suggest with review; empty the cell",
    ),
    "LR246": Message(
        "表头下面没有规则", "there is no rule below the headers", "每行写一条规则", "write one rule a row"
    ),
    "LR247": Message(
        "规则读自工作表“{sheet}”，没有读：{others}",
        "the rules are those of sheet '{sheet}'; not read: {others}",
        "要读另一张，在规则手册里写 sheet: 表名",
        "to read another one, give its sheet in the rulebook",
    ),
}
_TABLES: dict[str, Message] = {
    "LR250": Message(
        "看不懂表头“{word}”",
        "the header '{word}' is not understood",
        "写字段名（可带比较，如“预算 >=”），或 规则、分配、复核、启用、从、到；不算规则的列以“备注”为表头",
        "write a field, with an operator if need be ('budget >='), or rule, assign, review, enabled, from, until; "
        "head a column that is no part of the rules 'comment'",
    ),
    "LR251": Message(
        "看不懂表头里的比较“{word}”",
        "the operator '{word}' in the header is not understood",
        "可用：{words}",
        "operators: {words}",
    ),
    "LR252": Message("有两列是“{header}”", "two columns are headed '{header}'", "只留一列", "keep one of them"),
    "LR253": Message(
        "没有规则名称这一列",
        "there is no column with the names of the rules",
        "加一列，表头写“规则”",
        "add a column headed 'rule'",
    ),
    "LR254": Message(
        "没有一列写线索归谁",
        "no column says where leads go",
        "加一列，表头写“分配”；也可以是 动作、销售、复核、公海、拒绝",
        "add a column headed 'assign'; action, rep, review, open pool and reject will do as well",
    ),
    "LR255": Message(
        "这一行没有规则名称", "the rule in this row has no name", "写一个，不能重复", "give it one of its own"
    ),
    "LR256": Message(
        "这一行没有写线索归谁",
        "this row does not say where leads go",
        "填其中一列：{names}",
        "fill one of these columns: {names}",
    ),
    "LR257": Message("这一行写了两个去向", "this row sends leads to two places", "只留一个", "keep one of them"),
    "LR258": Message(
        "公式还没有算出结果：{text}",
        "a formula without a result: {text}",
        "用 Excel 打开并保存，或改成写死的值",
        "open the file in Excel and save it, or write the value itself",
    ),
    "LR259": Message(
        "这一格是错误值 {text}",
        "the cell holds the error {text}",
        "改正公式，或写上值",
        "mend the formula, or write a value",
    ),
    "LR260": Message(
        "合并单元格横跨几列，不知道算哪一列",
        "merged cells reach over several columns: of which do they speak?",
        "取消合并，每列各写各的",
        "unmerge them and fill each column by itself",
    ),
    "LR261": Message(
        "有 {count} 格按合并单元格的内容补上",
        "{count} cells were filled from merged cells",
        "合并的内容算到所盖住的每一行",
        "what stands in merged cells holds for every row they cover",
    ),
    "LR262": Message(
        "有 {count} 条规则在隐藏的行里，仍然算数",
        "rules in hidden rows count as well: {count}",
        "取消筛选看一看；不用的规则请写 启用 = 否",
        "take the filter off and look; switch a rule off with enabled = no",
    ),
    "LR263": Message(
        "这一格上面没有表头",
        "nothing heads the column of this cell",
        "给这一列写上表头，或清空它",
        "head the column, or empty it",
    ),
    "LR264": Message(
        "没有找到表头",
        "no headers were found",
        "第一行写表头，例如：规则 | 省份 | 预算 >= | 分配",
        "write headers into the first row, such as: rule | province | budget >= | assign",
    ),
    "LR265": Message(
        "“{word}”是“不是……”，还是名字本来就这样？",
        "does '{word}' deny something, or is it a name?",
        "表示不是，写 ! 加内容；就是这几个字，给它加上引号",
        "to deny it write ! before it; put a name in quotes",
    ),
    "LR266": Message(
        "一格里有的值前面有 !，有的没有",
        "some values of the cell have a ! before them, others have not",
        "! 写在最前面，管住整格；要两种都有，请用两列",
        "a ! at the beginning speaks of the whole cell; for both use two columns",
    ),
    "LR267": Message(
        "这一格是日期 {date}：Excel 会把 5-10 这样的内容变成日期",
        "the cell is the date {date}: Excel turns what looks like 5-10 into one",
        "把单元格设为文本再填，或写成 5至10、5~10",
        "format the cell as text and fill it again, or write 5 to 10 or 5~10",
    ),
    "LR268": Message(
        "表头说的是 {operator}，这一格说的是 {sign}",
        "the header says {operator}, the cell {sign}",
        "只在一处写比较",
        "compare in one place only",
    ),
    "LR269": Message(
        "这里没有读规则表“{file}”",
        "the table of rules '{file}' is not read here",
        "用 leadroute check 检查整个规则手册",
        "check the whole rulebook with leadroute check",
    ),
}

MESSAGES: dict[str, Message] = {**_CELLS, **_TABLES}
