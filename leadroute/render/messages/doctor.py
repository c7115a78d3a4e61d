"""Messages about whole files, and about rows that cannot be worked on (LR570 to LR578)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR570": Message(
        "{rows} 行里有 {count} 行不能用，按要求（--on-bad-row fail）停下，没有写任何文件；前几行列在下面",
        "{count} of {rows} rows cannot be used; stopped as asked (--on-bad-row fail), nothing was written; "
        "the first follow",
        "改好这些行再运行；或用 --on-bad-row quarantine 把它们放进 failed_rows，其余照常分配",
        "mend them and run again, or set them aside in failed_rows with --on-bad-row quarantine",
    ),
    "LR571": Message(
        "{rows} 行里有 {count} 行不能用（{share}），超过上限 {limit}，没有写任何文件；前几行列在下面",
        "{count} of {rows} rows cannot be used ({share}), more than the limit of {limit}; nothing was written; "
        "the first follow",
        "多半是导出有问题：用 leadroute doctor 看一下文件；确实要分配就放宽 --max-bad",
        "the export is probably broken: look at it with leadroute doctor; to go on all the same raise --max-bad",
    ),
    "LR572": Message(
        "这一行读不出来",
        "the row cannot be read",
        "多半是内容里的分隔符没有加引号；改好这一行",
        "a delimiter inside a cell probably lacks quotes; mend the row",
    ),
    "LR573": Message(
        "这一行看不出是谁：没有姓名、公司、编号，也没有联系方式",
        "nothing in the row says who it is: no name, company or id, and no way to reach anybody",
        "补上其中一样，或删掉这一行",
        "add one of them, or delete the row",
    ),
    "LR574": Message(
        "这一行的电话、邮箱都不能用",
        "every number and address in the row is damaged or invalid",
        "补上能用的电话或邮箱",
        "add a number or an address that works",
    ),
    "LR575": Message(
        "忽略了 leadroute 自己加的列：{headers}",
        "columns that leadroute added itself were ignored: {headers}",
    ),
    "LR576": Message(
        "没有电话、邮箱、微信这样的列，销售联系不上这些线索",
        "there is no column of phones, e-mail addresses or WeChat ids, so nobody can reach these leads",
        "检查导出时是否选了联系方式；列名特殊的，用 leadroute map 写出对应关系",
        "see whether contact data was exported; for headers of your own let leadroute map write what they mean",
    ),
    "LR577": Message(
        "这像一份销售名册，按名册检查",
        "this looks like a roster of reps and was checked as one",
        "如果其实是线索，用 --leads 再查一次",
        "if it holds leads, check it again with --leads",
    ),
    "LR578": Message(
        "没有一列能对上任何字段，这份文件用不了",
        "no column stands for any field, so the file cannot be used",
        "检查是不是给错了文件，编码、工作表、表头行是否正确；列名特殊的，用 leadroute map 写出对应关系",
        "check that it is the right file, its encoding, sheet and header row; for headers of your own let leadroute "
        "map write what they mean",
    ),
}
