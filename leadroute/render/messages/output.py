"""Messages about what is written (LR6)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR601": Message(
        "{file} 中有 {count} 个单元格以公式符号开头，已在前面加 ' 以免被当成公式执行",
        "{count} cells of {file} begin like a formula; a ' was put before them so that none is run",
        "导回其他系统前请去掉这些单元格开头的 '；工作簿（xlsx）不受影响",
        "remove the leading ' before loading the file elsewhere; the workbook (xlsx) is not affected",
    ),
    "LR602": Message(
        "工作表“{sheet}”有 {count} 个单元格超过 Excel 的 32767 字上限，只写入了开头部分",
        "{count} cells of sheet “{sheet}” are longer than Excel's 32,767 characters; only their beginning was written",
        "完整内容请看原文件，或用 --format csv 输出",
        "see the input file for the whole text, or use --format csv",
    ),
    "LR603": Message(
        "预设 {preset} 需要销售的{needs}，但名册里这些人没有：{reps}；他们的线索负责人留空",
        "preset {preset} needs the {needs} of each rep, and the roster has none for: {reps}; their leads have no owner",
        "请在名册中补上这一列后重新输出",
        "add it to the roster and write the files again",
    ),
    "LR610": Message(
        "{path} 不是文件夹，无法在其中写文件",
        "{path} is not a folder, so no file can be put into it",
        "请换一个位置写结果，或移走同名文件",
        "choose another place for the results, or move the file of that name away",
    ),
    "LR611": Message(
        "没有权限写入 {path}：{why}",
        "no permission to write {path}: {why}",
        "请换一个位置写结果，或请管理员开放写权限；如果文件正在 Excel 中打开，请先关闭",
        "choose another place for the results or ask for write access; if the file is open in Excel, close it first",
    ),
    "LR612": Message(
        "磁盘空间不足，{path} 没有写入：{why}",
        "the disk is full, {path} was not written: {why}",
        "请清理空间或换一个位置后重试；之前的文件没有改动",
        "free some space or choose another place for the results and try again; earlier files are unchanged",
    ),
    "LR613": Message(
        "文件名太长：{path}",
        "the file name is too long: {path}",
        "请把结果写到路径较短的位置",
        "choose a place with a shorter path for the results",
    ),
    "LR614": Message(
        "无法写入 {path}：{why}",
        "{path} could not be written: {why}",
        "请检查目录后重试；之前的文件没有改动",
        "check the folder and try again; earlier files are unchanged",
    ),
    "LR615": Message(
        "{path} 是一个文件夹，不能写成文件",
        "{path} is a folder, so no file can take its name",
        "请移走该文件夹，或换一个位置写结果",
        "move the folder away, or choose another place for the results",
    ),
    "LR616": Message(
        "工作表“{sheet}”有 {columns} 列，超过 Excel 的 16384 列",
        "sheet “{sheet}” has {columns} columns, more than Excel's 16,384",
        "请用 --format csv 输出，或先删去不用的列",
        "use --format csv, or remove columns that are not needed",
    ),
    "LR617": Message(
        "{path} 是这次的输入文件，结果会覆盖它，所以没有写入",
        "{path} is an input of this run and the result would replace it, so nothing was written",
        "请换一个位置写结果",
        "choose another place for the results",
    ),
    "LR618": Message(
        "结果文件夹里还有 {count} 个不是这次写的文件：{files}",
        "the folder also holds {count} files this run did not write: {files}",
        "如果是以前的结果，请移走，以免发错",
        "if they are older results, move them away, so that nobody sends them out by mistake",
    ),
    "LR619": Message(
        "结果没能显示出来：{why}；已写好的文件：{count} 个",
        "the result could not be shown: {why}; files written all the same: {count}",
        "请清理空间，或换一个地方接收输出",
        "free some space, or send the output elsewhere",
    ),
}
