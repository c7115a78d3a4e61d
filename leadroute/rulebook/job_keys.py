"""The keys of a job file, as data; docs/cron.md is made from this table."""

from __future__ import annotations

from types import MappingProxyType

from leadroute.model.job import BadFiles
from leadroute.model.manner import CsvEncoding, Format, Hidden, OnBad, Preset
from leadroute.rulebook.keys import Form, Key

JOB_PARTS: MappingProxyType[str, tuple[Key, ...]] = MappingProxyType(
    {
        "job": (
            Key("leadroute_job", Form.WHOLE, "", "任务文件的格式版本，写 1", "version of the format: 1", required=True),
            Key("rules", Form.TEXT, "", "规则手册", "the rulebook", required=True),
            Key("reps", Form.TEXT, "", "销售名册", "the roster", required=True),
            Key("customers", Form.TEXT, "none", "老客户", "existing customers and their owners"),
            Key(
                "inbox",
                Form.TEXTS,
                "",
                "线索文件放在哪里：文件夹，或 `inbox/*.csv` 这样的名字",
                "where lead files arrive: a folder, or names such as `inbox/*.csv`",
                required=True,
            ),
            Key(
                "archive",
                Form.TEXT,
                "",
                "分完的文件移到这里，按日期分文件夹",
                "for files that are decided, in a folder a day",
                required=True,
            ),
            Key(
                "out",
                Form.TEXT,
                "",
                "结果放在哪里，按日期分文件夹",
                "where results go, in a folder a day",
                required=True,
            ),
            Key("ledger", Form.TEXT, "beside the rulebook", "台账", "the ledger"),
            Key("log", Form.TEXT, "none", "日志，每次运行一行 JSON", "log file: one line of JSON a run"),
            Key(
                "settle",
                Form.DURATION,
                "60s",
                "多久没有变动的文件才算写完",
                "a file changed less than this ago is left for the next run",
            ),
            Key(
                "bad_files",
                Form.CHOICE,
                "stop",
                "有文件读不了时：停下，还是先分其他文件",
                "when a file cannot be read: stop, or decide the others",
                tuple(BadFiles),
            ),
            Key("fail_on", Form.TEXTS, "none", "关口，例如 `unassigned > 5%`", "gates such as `unassigned > 5%`"),
            Key("max_bad", Form.TEXT, "any number", "不能用的行的上限，例如 5% 或 20", "most bad rows: 5% or 20"),
            Key("on_bad_row", Form.CHOICE, "keep", "联系方式都不能用的行", "unreachable rows", tuple(OnBad)),
            Key("encoding", Form.TEXT, "found out", "线索文件的编码", "encoding of the lead files"),
            Key("sheet", Form.TEXT, "found out", "线索工作簿的哪张表", "sheet of the lead workbooks"),
            Key("hidden", Form.CHOICE, "include", "隐藏的行", "hidden rows of workbooks", tuple(Hidden)),
            Key("format", Form.CHOICE, "xlsx", "写成什么", "what is written", tuple(Format)),
            Key("csv_encoding", Form.CHOICE, "utf-8-sig", "CSV 的编码", "encoding of CSV files", tuple(CsvEncoding)),
            Key("split", Form.FLAG, "false", "另外每人一个文件", "also one file for each rep"),
            Key("preset", Form.CHOICE, "none", "另写一个导入 CRM 的文件", "also a file for this CRM", tuple(Preset)),
        ),
    }
)
"""Part → its keys."""
