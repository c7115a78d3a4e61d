"""Messages about text files, kinds of files and paths (LR031 to LR049)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR031": Message(
        "说不准是哪种编码：按 {encoding} 读取（{reason}），也可能是 {other}",
        "the encoding is not certain: read as {encoding} ({reason}), it might be {other}",
        "看看文字是否正常；不正常就用 --encoding {other} 再运行",
        "see whether the text looks right; if not, run again with --encoding {other}",
    ),
    "LR032": Message(
        "文件里混用了两种编码：从第 {row} 行起与前面不同，没有读取",
        "the file is in two encodings: from row {row} on it is another one than before; it was not read",
        "多半是把两个导出文件粘在了一起；分成两个文件，或统一另存为 UTF-8",
        "two exports were probably pasted together; split them, or save all of it as UTF-8",
    ),
    "LR033": Message(
        "文件末尾有 {count} 个空字节，已去掉；后面可能还有没写完的行",
        "the file ends in {count} NUL bytes, which were left out; rows that should follow may be missing",
        "断电或复制中断常造成这种情况；最好重新导出",
        "a power cut or an interrupted copy does this; better export it again",
    ),
    "LR034": Message(
        "看不出列与列之间用什么分开，没有读取",
        "nothing shows what parts the columns; the file was not read",
        "在 Excel 里打开，另存为 .xlsx 或“CSV（逗号分隔）”",
        "open it in Excel and save it as .xlsx or CSV",
    ),
    "LR035": Message(
        "这一行的引号不成对，按看上去的样子读取：{excerpt}",
        "the quotes in this row do not pair; it was read as it looks: {excerpt}",
        "检查这一行；内容里的引号要写成两个",
        "check the row; a quote inside a cell is written twice",
    ),
    "LR036": Message(
        "这一行有 {found} 格，表头有 {expected} 列，内容与列对不上；这一行按无效处理：{excerpt}",
        "this row has {found} cells of {expected} that do not go with their columns; it counts as invalid: {excerpt}",
        "多半是少了或多了一个分隔符；改好这一行再运行",
        "a delimiter is probably missing or too many; mend the row and run again",
    ),
    "LR037": Message(
        "文件在最后一行中间断了；这一行按无效处理，后面可能还有行：{excerpt}",
        "the file breaks off in its last row; the row counts as invalid, and more may be missing: {excerpt}",
        "重新导出或重新下载",
        "export or download it again",
    ),
    "LR038": Message(
        "有 {count} 行在最后一列右边多出空白格，没有理会；第一处在第 {row} 行",
        "{count} rows have blank cells right of the last column, which were ignored; the first is row {row}",
    ),
    "LR039": Message(
        "{total} 行里有 {count} 行读不了，没有读取这个文件",
        "{count} of {total} rows cannot be read; the file was not read",
        "检查分隔符、引号和表头的列数，或重新导出",
        "check delimiter, quotes and the number of headers, or export it again",
    ),
    "LR040": Message("列与列之间的分隔符是“{delimiter}”", "columns are parted by '{delimiter}'"),
    "LR041": Message(
        "这个文件的写法不常见：{form}；已照此读取", "the file is written in an unusual way: {form}; it was read so"
    ),
    "LR043": Message(
        "表头里有 {count} 个空白格，下面各行都没有对应的内容，已去掉",
        "the header has {count} blank cells that no row below has a cell for; they were left out",
        "检查表头，删掉多余的分隔符",
        "check the header and delete the delimiter too many",
    ),
    "LR044": Message(
        "这是{kind}，不是能读的表格",
        "this is {kind}, not a table that can be read",
        "请导出为 .xlsx 或 CSV；Excel 能打开的，打开后另存为 .xlsx",
        "export it as .xlsx or CSV; if Excel can open it, open it and save it as .xlsx",
    ),
    "LR045": Message(
        "这是压缩包", "this is a compressed archive", "先解压，再给出里面的表格", "unpack it, and give the table inside"
    ),
    "LR046": Message(
        "这不是文字，也不是认识的文件类型",
        "this is neither text nor a kind of file that is known",
        "检查是不是拿错了文件，或重新导出、重新下载",
        "check that it is the right file, or export or download it again",
    ),
    "LR047": Message(
        "这里没有找到表格文件",
        "no table was found here",
        "检查文件夹和文件名；能读的有 csv、tsv、txt、xlsx、xlsm、xls、xlsb、ods",
        "check folder and name; csv, tsv, txt, xlsx, xlsm, xls, xlsb and ods can be read",
    ),
    "LR048": Message(
        "没有读这里的 {count} 个文件：{names}",
        "{count} files here were not read: {names}",
        "如果其中有线索，请写出文件名",
        "if there are leads among them, name the file",
    ),
    "LR049": Message(
        "这一行有一格超过 {limit} 个字符；这一行按无效处理",
        "a cell of this row has more than {limit} characters; the row counts as invalid",
        "Excel 的一格也放不下这么多；检查是否少了一个引号",
        "no cell of Excel can hold that; see whether a quote is missing",
    ),
}
