"""What text files are read as, and why; what files are that hold no table."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "reason.header": ("这样读能认出列名", "known headers appear that way"),
    "reason.han": ("这样读出来的是常用汉字", "common Chinese characters appear that way"),
    "reason.kana": ("这样读出来的是日文假名", "Japanese letters appear that way"),
    "reason.hangul": ("这样读出来的是韩文", "Korean letters appear that way"),
    "reason.western": ("这样读出来的是西欧字母", "Western letters appear that way"),
    "reason.wide": ("每个字符占两个或四个字节", "every character takes two or four bytes"),
    "reason.mostly": ("除了个别字节都是 UTF-8", "all but a few bytes are UTF-8"),
    "reason.statistics": ("只能按字节的分布猜测", "guessed from how often bytes occur"),
    "form.sep": ("第一行 sep= 指定了分隔符", "its first line, sep=, names the delimiter"),
    "form.wrapped": ("每一行整个加了一层引号", "every line is quoted as a whole"),
    "form.backslash": ("内容里的引号前面加了反斜杠", "quotes inside cells have a backslash before them"),
    "form.blanks": ("分隔符和引号之间有空格", "there are blanks between delimiter and quote"),
    "form.single": ("用单引号括住内容", "cells are in single quotes"),
    "form.bare": ("引号只是普通字符", "quotes are ordinary characters"),
    "kind.xml2003": ("XML 表格（Excel 2003）", "an XML spreadsheet (Excel 2003)"),
    "kind.xml": ("XML 文件", "an XML file"),
    "kind.json": ("JSON 文件", "a JSON file"),
    "kind.contacts": ("通讯录文件（vCard）", "a file of contacts (vCard)"),
    "kind.mail": ("邮件", "a mail message"),
    "kind.pdf": ("PDF 文件", "a PDF"),
    "kind.image": ("图片", "a picture"),
    "kind.word": ("文字文档", "a text document"),
    "kind.slides": ("幻灯片", "a slide show"),
    "kind.numbers": ("苹果 Numbers 表格", "a spreadsheet of Apple Numbers"),
    "kind.media": ("音频或视频", "sound or film"),
    "kind.program": ("程序文件", "a file of a program"),
    "kind.parquet": ("Parquet 一类的数据文件", "a data file such as Parquet"),
    "kind.database": ("数据库文件", "a database"),
}
