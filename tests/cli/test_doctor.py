"""``doctor`` from end to end."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from leadroute.commands.exits import Exit
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from tests.cli.desk import LEADS, REPS, ZH, desk, environment

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

PROBE = "import json, sys; from leadroute.cli import app; sys.argv = ['leadroute', 'doctor', 'leads.csv']\ntry: app()\n"
PROBE += "except SystemExit: print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def _json(result: Result) -> dict[str, Any]:
    return dict(json.loads(result.stdout))


def _codes(result: Result) -> list[str]:
    said = _json(result)
    return [found["code"] for table in said["tables"] for found in table["findings"]] + [
        found["code"] for found in said["elsewhere"]
    ]


def test_a_good_file_is_usable_without_a_rulebook(tmp_path: Path) -> None:
    result = desk(tmp_path).run("doctor", "leads.csv")
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    assert "Usable: 3 rows of leads in 1 table(s)." in result.stdout
    assert result.stdout.splitlines()[-1] == (
        "Next: leadroute assign leads.csv --reps reps.xlsx --rules rules.yaml --dry-run"
    )


def test_it_writes_nothing(tmp_path: Path) -> None:
    at_desk = desk(tmp_path)
    before = at_desk.files()
    at_desk.run("doctor", "leads.csv", "reps.csv", "--rules", "rules.yaml")
    assert at_desk.files() == before


def test_the_rulebook_names_headers_keys_and_the_language(tmp_path: Path) -> None:
    rules = ZH + "fields:\n  phone: {aliases: [暗号]}\nduplicates:\n  same_when: [[wechat], [phone]]\n"
    at_desk = desk(tmp_path).put("rules.yaml", rules).put("leads.csv", "暗号,company\n13800001234,A\n13800001234,B\n")
    assert "手机（规则手册）" in at_desk.run("doctor", "leads.csv", "--rules", "rules.yaml").stdout
    said = _json(at_desk.run("doctor", "leads.csv", "--rules", "rules.yaml", "--json"))
    assert said["duplicates"]["keys"] == ["phone"]
    assert said["duplicates"]["rows"] == 1


def test_fields_the_rulebook_asks_for_and_no_file_has_are_told(tmp_path: Path) -> None:
    result = desk(tmp_path).put("rules.yaml", ZH.replace("company: {", "budget: {"))
    said = result.run("doctor", "leads.csv", "--rules", "rules.yaml")
    assert said.exit_code == Exit.DONE
    assert "警告 LR401  条件用到字段 预算（budget），但线索文件里都没有" in said.stdout
    assert "[rules.yaml:" in said.stdout
    assert "LR401" not in desk(tmp_path).run("doctor", "leads.csv", "--rules", "rules.yaml").stdout


def test_a_wrong_rulebook_is_refused(tmp_path: Path) -> None:
    result = desk(tmp_path).put("rules.yaml", "leadroute: 1\n").run("doctor", "leads.csv", "--rules", "rules.yaml")
    assert (result.exit_code, result.stdout) == (Exit.RULES, "")
    assert "LR202" in result.stderr


def test_a_roster_is_recognised_and_named_in_the_next_command(tmp_path: Path) -> None:
    at_desk = desk(tmp_path).put("my reps.csv", REPS.replace("weight", "daily cap")).put("线索.csv", LEADS)
    result = at_desk.run("doctor", "线索.csv", "my reps.csv", "--rules", "rules.yaml")
    assert "2 active reps" in result.stdout
    assert result.stdout.splitlines()[-1] == (
        'Next: leadroute assign 线索.csv --reps "my reps.csv" --rules rules.yaml --dry-run'
    )
    assert _codes(at_desk.run("doctor", "my reps.csv", "--json")) == ["LR577"]
    assert _json(at_desk.run("doctor", "my reps.csv", "--leads", "--json"))["tables"][0]["holds"] == "leads"
    assert _json(at_desk.run("doctor", "leads.csv", "--reps", "--json"))["tables"][0]["holds"] == "roster"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "LR003"), (b"a,b\n1,2\n", "LR021"), (b"<html></html>", "LR004")],
)
def test_a_file_a_run_would_refuse_is_unusable(tmp_path: Path, content: bytes, code: str) -> None:
    at_desk = desk(tmp_path).put("bad.csv", content)
    result = at_desk.run("doctor", "leads.csv", "bad.csv")
    assert result.exit_code == Exit.INPUT
    assert result.stdout.splitlines()[-2:] == [
        "Not usable: 1 file(s) would stop a run; see what is marked as error above.",
        "Mend and look again: leadroute doctor leads.csv bad.csv",
    ]
    assert code in _codes(at_desk.run("doctor", "leads.csv", "bad.csv", "--json"))
    assert at_desk.assign(leads=("leads.csv", "bad.csv")).exit_code == Exit.INPUT


def test_a_missing_file_is_unusable(tmp_path: Path) -> None:
    result = desk(tmp_path).run("doctor", "gone.csv", "--json")
    assert (result.exit_code, _codes(result)) == (Exit.INPUT, ["LR001"])


def test_a_folder_is_every_table_in_it_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    at_desk = desk(tmp_path).put("in/a.csv", LEADS).put("in/reps.csv", REPS.replace("weight", "daily cap"))
    result = at_desk.run("doctor", "in", "in/a.csv")
    assert (result.exit_code, "Usable: 3 rows of leads in 1 table(s)." in result.stdout) == (Exit.DONE, True)
    assert "LR030" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("Next: leadroute assign in/a.csv --reps in/reps.csv")


def test_a_row_of_a_roster_that_cannot_be_read_makes_it_useless(tmp_path: Path) -> None:
    at_desk = desk(tmp_path).put("reps.csv", "id,name,team\nR1,Ann,a\nR2,Bob,b\nR3,Cid,a,more\n")
    assert at_desk.run("doctor", "reps.csv").exit_code == Exit.INPUT
    assert at_desk.assign().exit_code == Exit.RULES


def test_options_of_reading_are_kept_for_the_next_command(tmp_path: Path) -> None:
    at_desk = desk(tmp_path).put("leads.csv", LEADS.encode("utf-16"))
    result = at_desk.run("doctor", "leads.csv", "--encoding", "utf-16", "--hidden", "skip")
    assert result.stdout.splitlines()[-1].endswith("--encoding utf-16 --hidden skip --dry-run")


def test_the_shell_is_given_no_orders_by_a_file_name(tmp_path: Path) -> None:
    name = "a $(rm x) 'b\"`.csv"
    result = desk(tmp_path).put(name, LEADS).run("doctor", name)
    assert result.stdout.splitlines()[-1].startswith("""Next: leadroute assign 'a $(rm x) '"'"'b"`.csv' --reps""")


def test_it_needs_no_engine(tmp_path: Path) -> None:
    desk(tmp_path)
    asked = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True
    )
    loaded = json.loads(asked.stderr.splitlines()[-1])
    assert [name for name in loaded if name.startswith("leadroute.engine")] == []
    assert "leadroute.intake.examine" in loaded


def test_the_language_is_the_systems_without_a_rulebook(tmp_path: Path) -> None:
    ran = desk(tmp_path).shell("doctor", "leads.csv", env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert ran.stdout.decode().splitlines()[-1] == (
        "下一步：leadroute assign leads.csv --reps 名册.xlsx --rules 规则手册.yaml --dry-run"
    )


def test_a_gbk_console_shows_it(tmp_path: Path) -> None:
    ran = desk(tmp_path).shell("doctor", "leads.csv", env={"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"})
    assert ran.returncode == Exit.DONE
    assert "可以用" in ran.stdout.decode("gbk")


MESSAGES = {
    "LR570": (
        "7 行里有 3 行不能用，按要求（--on-bad-row fail）停下，没有写任何文件；前几行列在下面",
        "3 of 7 rows cannot be used; stopped as asked (--on-bad-row fail), nothing was written; the first follow",
        "改好这些行再运行；或用 --on-bad-row quarantine 把它们放进 failed_rows，其余照常分配",
        "mend them and run again, or set them aside in failed_rows with --on-bad-row quarantine",
    ),
    "LR571": (
        "7 行里有 3 行不能用（42.9%），超过上限 5%，没有写任何文件；前几行列在下面",
        "3 of 7 rows cannot be used (42.9%), more than the limit of 5%; nothing was written; the first follow",
        "多半是导出有问题：用 leadroute doctor 看一下文件；确实要分配就放宽 --max-bad",
        "the export is probably broken: look at it with leadroute doctor; to go on all the same raise --max-bad",
    ),
    "LR572": (
        "这一行读不出来",
        "the row cannot be read",
        "多半是内容里的分隔符没有加引号；改好这一行",
        "a delimiter inside a cell probably lacks quotes; mend the row",
    ),
    "LR573": (
        "这一行看不出是谁：没有姓名、公司、编号，也没有联系方式",
        "nothing in the row says who it is: no name, company or id, and no way to reach anybody",
        "补上其中一样，或删掉这一行",
        "add one of them, or delete the row",
    ),
    "LR574": (
        "这一行的电话、邮箱都不能用",
        "every number and address in the row is damaged or invalid",
        "补上能用的电话或邮箱",
        "add a number or an address that works",
    ),
    "LR575": (
        "忽略了 leadroute 自己加的列：a | b",
        "columns that leadroute added itself were ignored: a | b",
        "",
        "",
    ),
    "LR576": (
        "没有电话、邮箱、微信这样的列，销售联系不上这些线索",
        "there is no column of phones, e-mail addresses or WeChat ids, so nobody can reach these leads",
        "检查导出时是否选了联系方式；列名特殊的，用 leadroute map 写出对应关系",
        "see whether contact data was exported; for headers of your own let leadroute map write what they mean",
    ),
    "LR577": (
        "这像一份销售名册，按名册检查",
        "this looks like a roster of reps and was checked as one",
        "如果其实是线索，用 --leads 再查一次",
        "if it holds leads, check it again with --leads",
    ),
    "LR578": (
        "没有一列能对上任何字段，这份文件用不了",
        "no column stands for any field, so the file cannot be used",
        "检查是不是给错了文件，编码、工作表、表头行是否正确；列名特殊的，用 leadroute map 写出对应关系",
        (
            "check that it is the right file, its encoding, sheet and header row; for headers of your own let "
            "leadroute map write what they mean"
        ),
    ),
}


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_says_what_and_what_to_do(code: str) -> None:
    found = Diagnostic(code, args=facts(rows=7, count=3, share="42.9%", limit="5%", headers="a | b"))
    said = (
        message(found, Language.ZH),
        message(found, Language.EN),
        hint(found, Language.ZH),
        hint(found, Language.EN),
    )
    assert said == MESSAGES[code]
