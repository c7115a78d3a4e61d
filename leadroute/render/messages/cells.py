"""Messages about rows and cells (LR50 to LR55, LR579 to LR582)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
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
    "LR511": Message(
        "“{header}”列有 {count} 格写了几个号码，例如“{value}”：用 {meaning}，{other} 也用来认出这条线索",
        "{count} cells of '{header}' hold several numbers, for example '{value}': {meaning} is used, {other} only "
        "helps to recognise the lead",
    ),
    "LR512": Message(
        "“{header}”列有 {count} 格带分机号，例如“{value}”：号码 {meaning}，分机 {other}",
        "{count} cells of '{header}' hold an extension, for example '{value}': number {meaning}, extension {other}",
    ),
    "LR513": Message(
        "“{header}”列有 {count} 格号码被打了星号，例如“{value}”，无法使用",
        "{count} cells of '{header}' hide digits, for example '{value}'; they cannot be used",
        "用能看到完整号码的账号重新导出",
        "export them again with a user who may see whole numbers",
    ),
    "LR514": Message(
        "“{header}”列有 {count} 格写了几个邮箱，例如“{value}”：用 {meaning}，{other} 也用来认出这条线索",
        "{count} cells of '{header}' hold several addresses, for example '{value}': {meaning} is used, {other} only "
        "helps to recognise the lead",
    ),
    "LR515": Message(
        "“{header}”列有 {count} 格邮箱的后缀像是打错了，例如“{value}”，也许是 {other}；仍按原样使用",
        "{count} cells of '{header}' look mistyped, for example '{value}': perhaps {other} was meant; they are used as "
        "written",
        "核对后在来源系统里改正",
        "check and mend them where they came from",
    ),
    "LR516": Message(
        "“{header}”列有 {count} 格只是占位，例如“{value}”，按空白处理",
        "{count} cells of '{header}' only fill the cell, for example '{value}'; they count as blank",
    ),
    "LR579": Message(
        "“{value}”有 16 位以上，存成数字时后面几位已经丢失",
        "'{value}' has 16 or more digits; the last ones were lost when it was stored as a number",
        "从来源系统重新导出，导出前把这一列设为文本",
        "export it again from where it came, with this column as text",
    ),
    "LR580": Message(
        "这一格是公式错误“{value}”，没有值",
        "this cell holds the error '{value}' and no value",
        "在表里改好公式，或把值直接填进去",
        "mend the formula, or type the value in",
    ),
    "LR581": Message(
        "这一格的公式“{value}”没有算出结果，没有值",
        "the formula '{value}' has no result, so this cell has no value",
        "用 Excel 或 WPS 打开这个文件，保存一次",
        "open the file in Excel and save it once",
    ),
    "LR582": Message(
        "“{value}”里有无法解码的字符，不用来判断",
        "'{value}' holds characters that could not be decoded; it decides nothing",
        "编码不对就用 --encoding 指定，否则从来源系统重新导出",
        "name the right one with --encoding, or export it again from where it came",
    ),
}
