"""Messages about workbooks (LR050 to LR079)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR050": Message(
        "去掉了 {count} 行合计、页脚之类的内容，不算线索：{said}",
        "totals, footers and the like were left out ({count} in all): {said}",
    ),
    "LR051": Message(
        "第 {first} 行和第 {last} 行合成一个表头：{headers}",
        "rows {first} and {last} were joined to one header: {headers}",
    ),
    "LR052": Message(
        "{ranges} 处合并单元格已展开，填了 {count} 格",
        "merged ranges were filled in: {ranges}, with {count} cells in all",
    ),
    "LR053": Message(
        "有 {count} 行在表里是隐藏的（或被筛选掉了），也读了进来：第 {rows} 行",
        "rows that are hidden in the sheet or filtered out were read all the same ({count} in all): {rows}",
        "不想要隐藏的行，加上 --hidden skip",
        "to leave hidden rows out, add --hidden skip",
    ),
    "LR054": Message(
        "跳过了 {count} 个隐藏的行：第 {rows} 行",
        "hidden rows were skipped ({count} in all): {rows}",
    ),
    "LR055": Message(
        "这种工作簿看不出哪些行是隐藏的，全部读了进来",
        "in a workbook of this kind hidden rows cannot be told; all rows were read",
        "用 Excel 或 WPS 另存为 .xlsx 再试",
        "save it as .xlsx in Excel and try again",
    ),
    "LR056": Message(
        "“{header}”有 {count} 格是没有算出结果的公式（如 {example}），没有值可用：第 {rows} 行",
        "'{header}' has formulas without a result (such as {example}) and so no value; {count} in all, rows: {rows}",
        "用 Excel 或 WPS 打开这个文件，保存一次",
        "open the file in Excel and save it once",
    ),
    "LR057": Message(
        "“{header}”有 {count} 格是公式错误（如 {example}）：第 {rows} 行",
        "'{header}' has cells that hold an error (such as {example}); {count} in all, rows: {rows}",
        "在表里改好公式，或把值直接填进去",
        "mend the formulas, or type the values in",
    ),
    "LR058": Message(
        "“{header}”有 {count} 格是 16 位以上的数字（如 {example}），后面几位在存成数字时已经丢了：第 {rows} 行",
        "'{header}' has numbers of 16 or more digits (such as {example}), whose last digits were lost "
        "when they were stored as numbers; {count} in all, rows: {rows}",
        "把这一列设为“文本”格式后从原系统重新导出",
        "export it again with this column as text",
    ),
    "LR059": Message(
        "隐藏的工作表没有读：{sheets}",
        "hidden sheets were not read: {sheets}",
        "要读它，用 --sheet 指定",
        "to read one, name it with --sheet",
    ),
    "LR060": Message(
        "读取程序在这个工作簿上崩溃了，没有读",
        "the reader crashed on this workbook; it was not read",
        "用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        "open it in Excel, save it as .xlsx and try again",
    ),
    "LR061": Message(
        "读这个工作簿需要的内存太多，没有读",
        "reading this workbook takes too much memory; it was not read",
        "拆成几个文件，或另存为 CSV",
        "split it into several files, or save it as CSV",
    ),
    "LR062": Message(
        "读这个工作簿超过了 {seconds} 秒，已停止",
        "reading this workbook took more than {seconds} seconds and was stopped",
        "拆成几个文件，或另存为 CSV",
        "split it into several files, or save it as CSV",
    ),
    "LR063": Message(
        "工作簿里有不该有的文档类型声明（DOCTYPE），可能是恶意文件，没有读",
        "the workbook declares a document type, which no workbook does and an attack would; it was not read",
        "确认文件来源；可信的话用 Excel 或 WPS 另存为 .xlsx",
        "make sure where it comes from; if you trust it, save it anew in Excel",
    ),
    "LR064": Message(
        "工作簿里同一部分有两份，不知道该信哪一份，没有读",
        "the workbook holds the same part twice, and nothing tells which one counts; it was not read",
        "用 Excel 或 WPS 打开检查，另存为 .xlsx",
        "open it in Excel, check it and save it as .xlsx",
    ),
    "LR065": Message(
        "工作簿由太多部分组成，没有读",
        "the workbook consists of far too many parts; it was not read",
        "把数据复制到新的工作簿",
        "copy the table into a new workbook",
    ),
    "LR066": Message(
        "工作簿里夹带了路径可疑的文件，没有理会：{names}",
        "the workbook carries files with suspicious paths, which were ignored: {names}",
        "确认文件来源",
        "make sure where it comes from",
    ),
    "LR067": Message(
        "常用的读取程序读不了，换了一个才读出来：{reason}",
        "the usual reader refused the workbook, another one read it: {reason}",
        "核对几行；用 Excel 或 WPS 另存一次可以避免",
        "check a few rows; saving it anew in Excel avoids this",
    ),
    "LR068": Message(
        "损坏的工作表没有读：{sheets}",
        "damaged sheets were not read: {sheets}",
        "如果线索在里面，请重新导出",
        "if leads are in them, export the workbook again",
    ),
}
