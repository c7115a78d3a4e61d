"""Messages about files, columns and rows (LR0, LR4, LR5)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

_FILES: dict[str, Message] = {
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
        "第 {row} 行有空字节，文件已损坏",
        "there are NUL bytes in line {row}; the file is damaged",
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
        "文件不是 UTF-8，按 {encoding} 读取",
        "the file is not UTF-8; it was read as {encoding}",
        "如果有乱码，用 --encoding 指定编码",
        "if text looks garbled, name the encoding with --encoding",
    ),
    "LR014": Message(
        "有些字符按 {encoding} 读不出来，已换成“\ufffd”",
        "some characters cannot be read as {encoding}; they became '\ufffd'",
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
        "共有 {long} 行格数太多、没有读入，{short} 行格数太少、缺的按空白处理；下面列出前 {listed} 行",
        "{long} rows have too many cells and were left out, {short} too few; the first {listed} follow",
        "检查分隔符和引号，或重新导出",
        "check delimiter and quotes, or export it again",
    ),
    "LR018": Message(
        "从这里开始的引号没有结束，文件可能被截断：{excerpt}",
        "a quote that begins here is never closed; the file may be cut off: {excerpt}",
        "重新导出；或者补上、删掉这个引号",
        "export it again, or close or delete the quote",
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
        "检查文件、编码和分隔符是否正确；线索的特殊列名可以写进规则手册 fields 的 aliases",
        "check file, encoding and delimiter; headers of leads can be named as aliases under fields in the rulebook",
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

_COLUMNS: dict[str, Message] = {
    "LR402": Message(
        "表格里没有“{column}”这一列",
        "the table has no column '{column}'",
        "改规则手册里的 column，或给表格补上这一列；现有：{known}",
        "mend column in the rulebook, or add it to the table; there are: {known}",
    ),
    "LR403": Message(
        "老客户文件没有负责人这一列，不知道客户归谁",
        "the customers file has no owner column, so nobody can be given their customers' leads",
        "加一列“负责人”，填名册里的工号或姓名",
        "add a column 'Owner' with ids or names of the roster",
    ),
    "LR404": Message(
        "老客户的负责人“{owner}”不在名册里，他的客户按负责人不在处理",
        "'{owner}' owns customers but is not on the roster; those customers count as without an owner on duty",
        "把他加进名册，或在老客户文件里改成现在的负责人",
        "add the rep to the roster, or name the present owner in the customers file",
    ),
    "LR405": Message(
        "“{used}”和“{other}”都像 {field}；用了“{used}”，“{other}”原样带过",
        "'{used}' and '{other}' both look like {field}; '{used}' is used, '{other}' travels along",
        "要用另一列，在规则手册的 fields 里给 {field} 写 aliases",
        "to use the other, give {field} an alias under fields in the rulebook",
    ),
    "LR406": Message(
        "列名“{header}”和已知的列名很像，但没有使用",
        "the header '{header}' is nearly a known one, and was not used",
        "如果就是它，改列名，或在规则手册的 fields 里写 aliases",
        "if it is meant, rename the column or add an alias under fields in the rulebook",
    ),
    "LR407": Message(
        "有 {count} 列不对应任何字段，原样带过：{headers}",
        "columns that stand for no field travel along ({count}): {headers}",
    ),
}

_ROWS: dict[str, Message] = {
    "LR500": Message(
        "“{header}”列共有 {count} 格属于 {code}；下面列出前 {listed} 格",
        "{count} cells of '{header}' are {code}; the first {listed} follow",
    ),
    "LR501": Message(
        "号码“{value}”被表格软件改成了科学计数，后面几位已经丢失",
        "the number '{value}' was turned into scientific form; its last digits are lost",
        "从来源系统重新导出，导出前把这一列设为文本",
        "export it again from where it came, with this column as text",
    ),
    "LR502": Message(
        "“{value}”不是有效的电话号码",
        "'{value}' is not a valid phone number",
        "核对号码；国外号码请带 +国家码",
        "check it; write +country code for numbers abroad",
    ),
    "LR503": Message(
        "“{value}”不是有效的邮箱", "'{value}' is not a valid e-mail address", "核对后改正", "check and mend it"
    ),
    "LR504": Message(
        "“{value}”读不成日期",
        "'{value}' cannot be read as a date",
        "写成 2026-11-01 或 2026-11-01 09:30",
        "write it like 2026-11-01 or 2026-11-01 09:30",
    ),
    "LR505": Message(
        "“{value}”读不成数字",
        "'{value}' cannot be read as a number",
        "写成 1000、1,000 或 100万",
        "write it like 1000 or 1,000",
    ),
    "LR506": Message("“{value}”只是占位，按空白处理", "'{value}' only fills the cell; it counts as blank"),
    "LR507": Message(
        "“{value}”不是有效的统一社会信用代码，不用来匹配",
        "'{value}' is not a valid credit code; it is not used for matching",
        "核对 18 位代码",
        "check the 18 characters",
    ),
    "LR508": Message("“{value}”不是网址", "'{value}' is not a web address", "核对后改正", "check and mend it"),
    "LR509": Message(
        "“{header}”列有 {count} 格是推断出来的，例如“{value}”读作“{meaning}”",
        "{count} cells of '{header}' were read by inference, for example '{value}' as '{meaning}'",
        "如果读错了，把这一列写成没有歧义的形式",
        "if that is wrong, write the column in a form that leaves no doubt",
    ),
    "LR510": Message(
        "编号“{value}”在 {first} 已经出现过",
        "the id '{value}' was used before, at {first}",
        "如果是同一条线索，删掉一行；否则改编号",
        "delete one row if it is the same lead, else change the id",
    ),
}

_ROSTER: dict[str, Message] = {
    "LR520": Message(
        "名册里没有任何销售",
        "the roster names nobody",
        "每个销售写一行，至少要有“姓名”或“工号”一列",
        "write one row per rep, with a column name or id",
    ),
    "LR521": Message("名册没有工号列，用姓名作编号", "the roster has no id column; names serve as ids"),
    "LR522": Message(
        "这一行没有姓名和工号，跳过",
        "this row has neither name nor id; it was skipped",
        "补上姓名或工号",
        "add a name or an id",
    ),
    "LR523": Message(
        "工号“{id}”用了两次，且两行不一致：{first} / {second}",
        "the id '{id}' is used twice, for {first} and {second}",
        "给每个人不同的工号；同一个人的多行除负责区域外要一致",
        "give everybody an id of their own; several rows of one person may differ in territories only",
    ),
    "LR524": Message(
        "有不止一个人叫“{name}”",
        "more than one person is called '{name}'",
        "在规则里用工号称呼他们",
        "call them by id in rules",
    ),
    "LR525": Message(
        "权重“{value}”不是不小于 0 的数字",
        "the weight '{value}' is not a number of 0 or more",
        "写成 1、1.5、3 这样的数字",
        "write a number such as 1, 1.5 or 3",
    ),
    "LR526": Message(
        "上限“{value}”不是不小于 0 的整数",
        "the cap '{value}' is not a whole number of 0 or more",
        "写成整数；不限就留空",
        "write a whole number; leave it blank for no cap",
    ),
    "LR527": Message(
        "“{value}”读不成日期",
        "'{value}' cannot be read as a date",
        "写成 2026-11-01，半天写 2026-11-01 上午",
        "write it like 2026-11-01, half a day like 2026-11-01 am",
    ),
    "LR528": Message(
        "休假结束 {end} 早于开始 {start}",
        "the leave ends ({end}) before it starts ({start})",
        "核对两个日期",
        "check both dates",
    ),
    "LR529": Message(
        "休假表里的“{who}”不在名册上",
        "'{who}' of the leave table is not on the roster",
        "核对工号或姓名",
        "check id or name",
    ),
    "LR530": Message(
        "“{value}”不是不小于 0 的数字", "'{value}' is not a number of 0 or more", "核对后改正", "check and mend it"
    ),
    "LR531": Message(
        "不认识状态“{value}”，按停用处理，不分配线索",
        "the status '{value}' is not known; the person counts as inactive and gets no leads",
        "写成 在职、停用 或 离职",
        "write active, inactive or left",
    ),
    "LR532": Message(
        "休假没有开始或结束日期", "the leave has no start or no end", "两个日期都要写", "write both dates"
    ),
    "LR533": Message(
        "名册里 {count} 人都已停用或离职，没有人能接线索",
        "all {count} people on the roster are inactive or have left, so nobody can take a lead",
        "检查状态列；在职的人写“在职”或留空",
        "check the status column; those at work are 'active', or blank",
    ),
}

MESSAGES: dict[str, Message] = {**_FILES, **_COLUMNS, **_ROWS, **_ROSTER}
