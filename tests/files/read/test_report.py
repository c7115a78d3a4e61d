"""The words about text files, all of them."""

from __future__ import annotations

import pytest

from leadroute.files.read import report
from leadroute.files.read.dialect import Sniffed
from leadroute.files.read.encoding import Decoded
from leadroute.files.read.lines import Dialect
from leadroute.files.read.patient import Odd
from leadroute.files.read.source import Source
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from tests.build_tables import codes, told

SOURCE = Source("leads.csv")


def row(what: str) -> Diagnostic:
    """What is said of one odd row, the third of the file."""
    (found,) = report.of_rows([Odd(1, what, 2, "甲,1")], 2, 3, SOURCE)
    assert found.place == Place("leads.csv", row=3)
    return found


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            row("long"),
            (
                "这一行有 2 格，表头只有 3 列；这一行按无效处理，没有分配：甲,1",
                "多半是内容里的逗号没有加引号；改好这一行再运行",
                "this row has 2 cells, the header 3; the row counts as invalid, nobody got it: 甲,1",
                "a comma inside a cell probably lacks quotes; mend the row and run again",
            ),
        ),
        (
            row("short"),
            (
                "这一行只有 2 格，表头有 3 列；缺的按空白处理",
                "检查这一行是否被截断",
                "this row has only 2 cells of 3; the missing ones count as blank",
                "see whether the row is cut off",
            ),
        ),
        (
            row("open"),
            (
                "这一行的引号只有一半；这一行按无效处理，没有分配：甲,1",
                "补上或删掉这个引号再运行",
                "a quote in this row has no other end; the row counts as invalid, nobody got it: 甲,1",
                "close or delete the quote and run again",
            ),
        ),
        (
            row("zeros"),
            (
                "这一行有空字节，已损坏；按无效处理：甲,1",
                "重新导出；断电或复制中断常造成这种情况",
                "this row has NUL bytes and is damaged; it counts as invalid: 甲,1",
                "export it again; a power cut or an interrupted copy does this",
            ),
        ),
        (
            row("quotes"),
            (
                "这一行的引号不成对，按看上去的样子读取：甲,1",
                "检查这一行；内容里的引号要写成两个",
                "the quotes in this row do not pair; it was read as it looks: 甲,1",
                "check the row; a quote inside a cell is written twice",
            ),
        ),
        (
            row("shifted"),
            (
                "这一行有 2 格，表头有 3 列，内容与列对不上；这一行按无效处理：甲,1",
                "多半是少了或多了一个分隔符；改好这一行再运行",
                "this row has 2 cells of 3 that do not go with their columns; it counts as invalid: 甲,1",
                "a delimiter is probably missing or too many; mend the row and run again",
            ),
        ),
        (
            row("cut"),
            (
                "文件在最后一行中间断了；这一行按无效处理，后面可能还有行：甲,1",
                "重新导出或重新下载",
                "the file breaks off in its last row; the row counts as invalid, and more may be missing: 甲,1",
                "export or download it again",
            ),
        ),
        (
            row("overlong"),
            (
                "这一行有一格超过 32767 个字符；这一行按无效处理",
                "Excel 的一格也放不下这么多；检查是否少了一个引号",
                "a cell of this row has more than 32767 characters; the row counts as invalid",
                "no cell of Excel can hold that; see whether a quote is missing",
            ),
        ),
        (
            report.unreadable(6, 9, SOURCE),
            (
                "9 行里有 6 行读不了，没有读取这个文件",
                "检查分隔符、引号和表头的列数，或重新导出",
                "6 of 9 rows cannot be read; the file was not read",
                "check delimiter, quotes and the number of headers, or export it again",
            ),
        ),
        (
            Diagnostic("LR014", Severity.WARNING, None, facts(count=2, encoding="utf-8", cells="4:公司")),
            (
                "有 2 格里的字符按 utf-8 读不出来，显示为“\ufffd”，这些格不作依据：4:公司",
                "重新导出为 UTF-8，或用 --encoding 指定编码",
                "2 cells hold characters that are no utf-8, shown as '\ufffd'; they decide nothing: 4:公司",
                "export it as UTF-8, or name the encoding with --encoding",
            ),
        ),
        (
            Diagnostic("LR032", Severity.ERROR, None, facts(row=3)),
            (
                "文件里混用了两种编码：从第 3 行起与前面不同，没有读取",
                "多半是把两个导出文件粘在了一起；分成两个文件，或统一另存为 UTF-8",
                "the file is in two encodings: from row 3 on it is another one than before; it was not read",
                "two exports were probably pasted together; split them, or save all of it as UTF-8",
            ),
        ),
        (
            Diagnostic("LR033", Severity.WARNING, None, facts(count=4096)),
            (
                "文件末尾有 4096 个空字节，已去掉；后面可能还有没写完的行",
                "断电或复制中断常造成这种情况；最好重新导出",
                "the file ends in 4096 NUL bytes, which were left out; rows that should follow may be missing",
                "a power cut or an interrupted copy does this; better export it again",
            ),
        ),
        (
            Diagnostic("LR034", Severity.ERROR, None),
            (
                "看不出列与列之间用什么分开，没有读取",
                "在 Excel 里打开，另存为 .xlsx 或“CSV（逗号分隔）”",
                "nothing shows what parts the columns; the file was not read",
                "open it in Excel and save it as .xlsx or CSV",
            ),
        ),
        (
            Diagnostic("LR043", Severity.NOTE, None, facts(count=1)),
            (
                "表头里有 1 个空白格，下面各行都没有对应的内容，已去掉",
                "检查表头，删掉多余的分隔符",
                "the header has 1 blank cells that no row below has a cell for; they were left out",
                "check the header and delete the delimiter too many",
            ),
        ),
    ],
)
def test_the_words(found: Diagnostic, words: tuple[str, str, str, str]) -> None:
    assert told(found) == words


def test_a_guess_is_said_with_its_reason() -> None:
    (said,) = report.of_encoding(Decoded(b"", "gb18030", "header"), SOURCE)
    assert (said.severity, *told(said)) == (
        Severity.NOTE,
        "文件按 gb18030 编码读取：这样读能认出列名",
        "如果有乱码，用 --encoding 指定编码",
        "the file was read as gb18030: known headers appear that way",
        "if text looks garbled, name the encoding with --encoding",
    )


def test_a_doubt_is_a_warning_that_names_the_other_encoding() -> None:
    (said,) = report.of_encoding(Decoded(b"", "gb18030", "han", other="big5"), SOURCE)
    assert (said.severity, *told(said)) == (
        Severity.WARNING,
        "说不准是哪种编码：按 gb18030 读取（这样读出来的是常用汉字），也可能是 big5",
        "看看文字是否正常；不正常就用 --encoding big5 再运行",
        "the encoding is not certain: read as gb18030 (common Chinese characters appear that way), it might be big5",
        "see whether the text looks right; if not, run again with --encoding big5",
    )


@pytest.mark.parametrize("why", ["given", "utf8", "mark"])
def test_what_is_certain_needs_no_word(why: str) -> None:
    assert report.of_encoding(Decoded(b"", "utf-8", why), SOURCE) == []


def test_an_unusual_dialect_is_said() -> None:
    said = report.of_dialect(Sniffed(b"", Dialect("\x1f"), "；", 2, ("wrapped",)), SOURCE)
    assert [told(one)[::2] for one in said] == [
        ("列与列之间的分隔符是“；”", "columns are parted by '；'"),
        (
            "这个文件的写法不常见：每一行整个加了一层引号；已照此读取",
            "the file is written in an unusual way: every line is quoted as a whole; it was read so",
        ),
    ]
    assert report.of_dialect(Sniffed(b"", Dialect("\t"), "\t"), SOURCE) == []


def test_blank_cells_too_many_are_one_note() -> None:
    (said,) = report.of_blanks([Odd(at, "blanks", 3, "") for at in range(9)], 2, SOURCE)
    assert told(said)[::2] == (
        "有 9 行在最后一列右边多出空白格，没有理会；第一处在第 2 行",
        "9 rows have blank cells right of the last column, which were ignored; the first is row 2",
    )


def test_many_odd_rows_are_counted_and_some_are_listed() -> None:
    said = report.of_rows([Odd(at, "long" if at % 3 else "short", 2, "") for at in range(300)], 2, 3, SOURCE)
    assert (len(said), codes(said[:2])) == (201, ["LR017", "LR016"])
    assert told(said[0])[::2] == (
        "共有 200 行读不了、按无效处理，另有 100 行勉强读入；下面列出前 200 行",
        "200 rows could not be read and count as invalid, 100 were read in part; the first 200 follow",
    )
