"""Messages about files (LR0)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR001": Message(
        "找不到这个文件", "there is no such file", "检查文件名和所在文件夹", "check the name and the folder"
    ),
    "LR002": Message(
        "文件打不开：{reason}",
        "the file cannot be opened: {reason}",
        "检查路径是否正确、是否正被别的程序占用",
        "check the path, and whether another program holds the file",
    ),
    "LR003": Message("文件是空的", "the file is empty", "重新导出一次", "export it again"),
    "LR004": Message(
        "这不是表格文件（内容是网页或别的格式）",
        "this is not a table (it holds a web page or something else)",
        "用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV",
        "open it in Excel and save it as .xlsx or CSV",
    ),
    "LR005": Message(
        "工作簿加了密码",
        "the workbook is protected by a password",
        "在 Excel 或 WPS 里去掉打开密码后再保存",
        "remove the password for opening it in Excel and save it",
    ),
    "LR006": Message(
        "读不了这个工作簿：{reason}",
        "the workbook cannot be read: {reason}",
        "用 Excel 或 WPS 打开检查，另存为 .xlsx 再试",
        "open it in Excel, save it as .xlsx and try again",
    ),
    "LR007": Message(
        "工作簿解压后大得不正常，没有读取",
        "the workbook would unpack to an absurd size; it was not read",
        "确认文件来源；如果是正常数据，请拆成几个文件或另存为 CSV",
        "make sure where it comes from; real data: split it or save it as CSV",
    ),
    "LR008": Message(
        "工作簿里有离表格极远的单元格，没有读取",
        "the workbook has cells absurdly far from its table; it was not read",
        "删除表格右边和下面多余的内容，或把数据复制到新的工作簿",
        "delete what stands right of and below the table, or copy the table into a new workbook",
    ),
    "LR009": Message(
        "工作簿不完整或已损坏",
        "the workbook is cut off or damaged",
        "重新导出或重新下载；上传下载中断常造成这种情况",
        "export or download it again; an interrupted transfer does this",
    ),
    "LR010": Message(
        "表里没有任何内容", "there is nothing in the table", "检查是不是导错了文件", "check that it is the right file"
    ),
    "LR011": Message(
        "这一行有空字节，已损坏；按无效处理：{excerpt}",
        "this row has NUL bytes and is damaged; it counts as invalid: {excerpt}",
        "重新导出；断电或复制中断常造成这种情况",
        "export it again; a power cut or an interrupted copy does this",
    ),
    "LR012": Message(
        "表头有 {count} 列，超过上限 {limit} 列",
        "the header has {count} columns, more than the limit of {limit}",
        "检查分隔符，或删掉不用的列",
        "check the delimiter, or delete columns you do not use",
    ),
    "LR013": Message(
        "文件按 {encoding} 编码读取：{reason}",
        "the file was read as {encoding}: {reason}",
        "如果有乱码，用 --encoding 指定编码",
        "if text looks garbled, name the encoding with --encoding",
    ),
    "LR014": Message(
        "有 {count} 格里的字符按 {encoding} 读不出来，显示为“\ufffd”，这些格不作依据：{cells}",
        "{count} cells hold characters that are no {encoding}, shown as '\ufffd'; they decide nothing: {cells}",
        "重新导出为 UTF-8，或用 --encoding 指定编码",
        "export it as UTF-8, or name the encoding with --encoding",
    ),
    "LR015": Message(
        "这一行有 {found} 格，表头只有 {expected} 列；这一行按无效处理，没有分配：{excerpt}",
        "this row has {found} cells, the header {expected}; the row counts as invalid, nobody got it: {excerpt}",
        "多半是内容里的逗号没有加引号；改好这一行再运行",
        "a comma inside a cell probably lacks quotes; mend the row and run again",
    ),
    "LR016": Message(
        "这一行只有 {found} 格，表头有 {expected} 列；缺的按空白处理",
        "this row has only {found} cells of {expected}; the missing ones count as blank",
        "检查这一行是否被截断",
        "see whether the row is cut off",
    ),
    "LR017": Message(
        "共有 {long} 行读不了、按无效处理，另有 {short} 行勉强读入；下面列出前 {listed} 行",
        "{long} rows could not be read and count as invalid, {short} were read in part; the first {listed} follow",
        "检查分隔符和引号，或重新导出",
        "check delimiter and quotes, or export it again",
    ),
    "LR018": Message(
        "这一行的引号只有一半；这一行按无效处理，没有分配：{excerpt}",
        "a quote in this row has no other end; the row counts as invalid, nobody got it: {excerpt}",
        "补上或删掉这个引号再运行",
        "close or delete the quote and run again",
    ),
    "LR019": Message(
        "没有名为“{sheet}”的工作表", "there is no sheet '{sheet}'", "这个文件有：{sheets}", "the file has: {sheets}"
    ),
    "LR020": Message(
        "读取的是工作表“{sheet}”，没有读：{others}",
        "sheet '{sheet}' was read; not read: {others}",
        "要读别的工作表，用 --sheet 指定",
        "to read another one, name it with --sheet",
    ),
    "LR021": Message(
        "没有认出任何列名，把第 {row} 行当作表头：{headers}",
        "no header is known; row {row} was taken as the header: {headers}",
        "检查文件、编码和分隔符是否正确；线索的特殊列名用 leadroute map 对应到字段，写进规则手册",
        "check file, encoding and delimiter; leadroute map finds fields for headers of leads, for the rulebook",
    ),
    "LR022": Message(
        "表头在第 {row} 行，跳过了上面 {skipped} 行", "the header is row {row}; {skipped} rows above were skipped"
    ),
    "LR023": Message(
        "列名“{header}”出现了不止一次，后面的记作“{header} (2)”",
        "the header '{header}' is used more than once; later ones are called '{header} (2)'",
        "给重复的列改名",
        "rename the repeated column",
    ),
    "LR024": Message("跳过了 {count} 个空行", "{count} blank rows were skipped"),
    "LR025": Message(
        "不认识编码“{encoding}”",
        "there is no encoding called '{encoding}'",
        "常用的有 utf-8、gb18030、big5、utf-16",
        "usual ones are utf-8, gb18030, big5, utf-16",
    ),
    "LR026": Message(
        "这是一个文件夹，不是文件",
        "this is a folder, not a file",
        "写出文件夹里的文件名",
        "name a file inside it",
    ),
    "LR027": Message(
        "没有读取这个文件的权限",
        "you may not read this file",
        "请文件的主人开放读取权限；如果正在 Excel 中打开，请先关闭",
        "ask its owner for read access; if it is open in Excel, close it first",
    ),
    "LR028": Message(
        "这是 Excel 打开“{name}”时留下的临时文件，不是数据",
        "this is what Excel leaves beside '{name}' while it is open, not the data",
        "关闭 Excel，改用“{name}”",
        "close Excel and give '{name}' instead",
    ),
    "LR029": Message(
        "这个链接指向的文件已经不在了",
        "this is a link to a file that is gone",
        "给出文件本身的路径，或重做链接",
        "give the file itself, or make the link anew",
    ),
    "LR030": Message(
        "这个文件给了不止一次，只读了一次",
        "this file was given more than once and was read once",
        "从命令里去掉重复的文件",
        "name it once",
    ),
}
