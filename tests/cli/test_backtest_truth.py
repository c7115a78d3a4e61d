"""``leadroute backtest``: what is said of won leads, of the figures of today, and when to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.test_backtest import HEAD, LEDGER, PAST, REPS, RULES, VERB, codes, past, told, zh

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

PEOPLE = ("Ann", "Bob", "Cid", "Dot", "Eve", "Fay")
MANY = "id,name,team\n" + "".join(f"R{at},{name},east\n" for at, name in enumerate(PEOPLE))
ALL = (
    "leadroute: 1\nlanguage: en\npools:\n  team: {members: all}\nrules:\n  - {name: all, assign: team}\ndefault: team\n"
)
ONE = ALL.replace("members: all", "members: [R0]")


def history(rates: tuple[float, ...], each: int = 60, who: tuple[str, ...] = PEOPLE) -> str:
    """Leads of a quarter of a year, so many a rep, of which this part is won."""
    lines = [HEAD.replace("budget", "source")]
    for at, (rate, name) in enumerate(zip(rates, who, strict=False)):
        for nth in range(each):
            number = at * each + nth
            day = f"2026-{7 + number % 3:02}-{1 + number % 28:02}"
            end = "Won" if nth < round(rate * each) else "Lost"
            lines.append(f"L{number},{day},1380001{number + 1000:04},上海,web,{name},{end}\n")
    return "".join(lines)


def office(folder: Path, rules: str, leads: str) -> Desk:
    """A desk with six reps and what each really won."""
    return past(folder, rules, leads).put("reps.csv", MANY)


def verdict(on: Desk, *options: str) -> str:
    """The sentences about won leads."""
    result = on.run(*VERB, "--every", "month", *options)
    assert result.exit_code == Exit.DONE, result.stderr
    return "\n".join(
        line for line in result.stdout.split("\n\n")[1].splitlines() if line.startswith("Won leads") or "chance" in line
    )


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "300")


BEST = (0.5, 0.1, 0.1, 0.1, 0.1, 0.1)
ALIKE = (0.2,) * 6


def test_leads_that_would_go_to_whoever_wins_more_may_win_more(tmp_path: Path) -> None:
    said = told(office(tmp_path, ONE, history(BEST)), "--every", "month")["conversion"]
    weighed = said["against_really"]
    assert (said["verdict"], weighed["verdict"], weighed["leads"]) == ("more", "more", 360)
    assert weighed["before"]["value"] == pytest.approx(60, abs=2)  # as many as were really won
    assert 100 < weighed["after"]["value"] < 180  # half of 360 would be 180: the best is drawn towards the others
    assert 0 < weighed["change"]["low"] < weighed["change"]["value"] < weighed["change"]["high"]
    assert said["differ_by_chance"] < 0.001


def test_the_screen_says_so_and_that_history_is_no_experiment(tmp_path: Path) -> None:
    lines = verdict(office(tmp_path, ONE, history(BEST))).splitlines()
    assert lines[0].startswith("Won leads, new rulebook against the truth: of 360 leads with an owner on both sides 1")
    assert lines[0].endswith("): more.")
    assert lines[1] == "The reps differ more than chance would have them differ (p < 0.01)."
    assert "History is no experiment" in office(tmp_path, ONE, history(BEST)).run(*VERB, "--every", "month").stdout


def test_reps_who_are_alike_make_no_difference(tmp_path: Path) -> None:
    lines = verdict(office(tmp_path, ONE, history(ALIKE))).splitlines()
    assert lines[0].endswith("): there may be no difference at all.")
    assert lines[1] == "The reps differ no more than chance would have them differ (p = 1.00)."


def test_small_numbers_are_refused_by_name_and_it_is_said_how_many_are_needed(tmp_path: Path) -> None:
    assert verdict(office(tmp_path, ONE, history(ALIKE, each=15))) == (
        "Won leads, new rulebook against the truth: 100.0% of these leads would be with people of whom too few ends "
        "are known (25 each are needed): Ann. No conclusion."
    )


def test_somebody_without_results_is_named(tmp_path: Path) -> None:
    leads = history(ALIKE[:4], who=PEOPLE[:4])
    said = told(office(tmp_path, ALL, leads), "--every", "month")
    assert said["conversion"]["against_really"]["verdict"] == "untried"
    assert said["conversion"]["against_really"]["tried"] == pytest.approx(4 / 6, abs=0.01)
    assert "No conclusion." in verdict(office(tmp_path, ALL, leads))
    assert "(25 each are needed): Eve, Fay." in verdict(office(tmp_path, ALL, leads))
    shown = office(tmp_path, ALL, leads).run(*VERB, "--every", "month").stdout
    assert "too few, 25 needed" in shown


def test_a_few_leads_for_somebody_without_results_count_as_average_and_are_named(tmp_path: Path) -> None:
    leads = history((*ALIKE[:5], 0.0), each=60).replace("Fay,Lost", "Fay,Open")
    result = office(tmp_path, ALL, leads).run(*VERB, "--every", "month")
    said = "60 of them would be with people of whom too few ends are known (Fay); those count as average."
    assert said in result.stdout.splitlines()
    assert "LR881" in result.stdout  # one in six has no known end
    assert "LR881" not in office(tmp_path, ALL, history(ALIKE)).run(*VERB, "--every", "month").stdout


def test_kinds_of_leads_that_are_too_small_are_named(tmp_path: Path) -> None:
    leads = history(ALIKE).replace(",上海,web,Ann,", ",上海,fair,Ann,", 15)
    shown = office(tmp_path, ALL, leads).run(*VERB, "--every", "month").stdout
    assert "Too few by themselves (25 needed): fair." in shown
    assert "Too few" not in office(tmp_path, ALL, history(ALIKE)).run(*VERB, "--every", "month").stdout


def test_the_ends_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    lines = [line.split(",") for line in history(BEST).splitlines()[1:]]
    bare = HEAD.replace("budget", "source") + "".join(f"{','.join(line[:5])},,\n" for line in lines)
    deals = "lead_id,closer,signed on\n" + "".join(
        f"{line[0]},{line[5]},{'2026-10-01' if line[6] == 'Won' else ''}\n" for line in lines
    )
    on = office(tmp_path, ONE, bare).put("deals.csv", deals)
    marks = ("--outcomes", "deals.csv", "--won", "signed on=*", "--owner", "closer")
    apart, together = (
        told(on, "--every", "month", *marks),
        told(office(tmp_path, ONE, history(BEST)), "--every", "month"),
    )
    assert {**apart["conversion"]} == {**together["conversion"]}
    assert "LR898" in codes(apart)


def test_a_file_of_deals_only_tells_the_owners_of_won_leads_and_that_is_seen(tmp_path: Path) -> None:
    lines = [line.split(",") for line in history(BEST).splitlines()[1:]]
    bare = HEAD.replace("budget", "source") + "".join(f"{','.join(line[:5])},,\n" for line in lines)
    deals = "lead_id,closer\n" + "".join(f"{line[0]},{line[5]}\n" for line in lines if line[6] == "Won")
    on = office(tmp_path, ONE, bare).put("deals.csv", deals)
    marks = ("--outcomes", "deals.csv", "--won", "closer=*", "--owner", "closer")
    said = told(on, "--every", "month", *marks)["conversion"]
    assert said["verdict"] == "won_owners"
    assert (said["known_ends"], said["won"], said["owner_known"]) == (360, 60, {"won": 1.0, "lost": 0.0})
    assert "What each rep won" not in on.run(*VERB, *marks).stdout


@pytest.mark.parametrize(
    ("leads", "options", "said"),
    [
        (history(BEST).replace("Won", "new").replace("Lost", "new"), (), "nothing says how these leads ended"),
        (history(BEST, who=("",) * 6), (), "mostly it is not known who had them (of 0.0% of the won, 0.0% of the lost"),
        (history(BEST).replace(",owner,", ",?,"), (), "mostly it is not known who had them (of 0.0% of the won"),
    ],
)
def test_what_is_not_known_is_said(tmp_path: Path, leads: str, options: tuple[str, ...], said: str) -> None:
    assert said in office(tmp_path, ONE, leads).run(*VERB, "--every", "month", *options).stdout


@pytest.mark.parametrize(
    ("options", "exit_code", "said"),
    [
        (("--won", "colour=red"), Exit.INPUT, "LR889"),
        (("--won", "stage=Won", "--lost", "colour=red"), Exit.INPUT, "LR889"),
        (("--owner", "colour"), Exit.INPUT, "LR889"),
        (("--by", "colour"), Exit.INPUT, "LR889"),
        (("--outcomes", "missing.csv"), Exit.INPUT, "LR001"),
        (("--outcomes", "deals.csv"), Exit.INPUT, "LR897"),
        (("--from", "2027-01-01"), Exit.INPUT, "those of the files are from 2026-09-01 to 2026-10-02"),
        (("--fail-if", "vip_moved > 0"), Exit.USAGE, "LR899"),
        (("--fail-if", "default_rate >"), Exit.USAGE, "LR862"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, options: tuple[str, ...], exit_code: Exit, said: str) -> None:
    on = past(tmp_path).put("deals.csv", "phone,won\n13800001231,yes\n")
    result = on.run(*VERB, *options)
    assert (result.exit_code, said in result.stderr) == (exit_code, True), result.stderr


def test_files_without_any_day_are_refused(tmp_path: Path) -> None:
    result = past(tmp_path, leads="lead_id,phone\nL1,13800001231\n").run(*VERB)
    assert (result.exit_code, "LR885" in result.stderr) == (Exit.INPUT, True)
    undated = past(tmp_path, leads="lead_id,phone,created\nL1,13800001231,\n").run(*VERB)
    assert (undated.exit_code, "from - to -" in undated.stderr) == (Exit.INPUT, True)
    missing = past(tmp_path).run("backtest", "new.yaml", "--history", "no.csv", "--reps", "reps.csv")
    assert (missing.exit_code, "LR001" in missing.stderr) == (Exit.INPUT, True)
    with_ledger = past(tmp_path).run(*LEDGER, "no.csv")
    assert (with_ledger.exit_code, "LR001" in with_ledger.stderr) == (Exit.INPUT, True)


def test_figures_of_today_are_named(tmp_path: Path) -> None:
    rules = RULES.replace("{team: north}}", "{team: north}, weights: conversion}").replace(
        "  - name: large", "  - name: lost\n    when: {status: Lost}\n    reject: lost\n  - name: large"
    )
    on = past(tmp_path, rules).put(
        "reps.csv", REPS.replace("team\n", "team,open leads,won,worked\n").replace("east\n", "east,9,1,20\n")
    )
    said = told(on)
    assert {"LR890", "LR891", "LR892"} <= set(codes(said))
    plain = told(past(tmp_path))
    assert not {"LR890", "LR891", "LR892"} & set(codes(plain))


@pytest.mark.parametrize(
    ("condition", "exit_code"),
    [
        ("review > 0", Exit.NO),
        ("review > 20% or max_gap > 3", Exit.DONE),
        ("default_rate >= 0", Exit.NO),
        ("moved > 3", Exit.DONE),
        ("moved == 2 and duplicate == 1", Exit.NO),
    ],
)
def test_it_may_be_made_to_fail(tmp_path: Path, condition: str, exit_code: Exit) -> None:
    result = past(tmp_path).run(*VERB, "--fail-if", condition, "--out", "out.xlsx")
    assert result.exit_code == exit_code
    assert ("LR860" in result.stderr) is (exit_code is Exit.NO)
    assert ("--fail-if is not true." in result.stdout) is (exit_code is Exit.DONE)


def test_against_an_old_rulebook_what_moved_is_told_from_it(tmp_path: Path) -> None:
    on = past(tmp_path)
    assert on.run(*VERB, "--old", "old.yaml", "--fail-if", "moved > 0").exit_code == Exit.NO
    assert on.run(*VERB, "--old", "new.yaml", "--fail-if", "moved > 0").exit_code == Exit.DONE
    nobody = past(tmp_path, leads=PAST.replace("owner", "who"))
    assert nobody.run(*VERB, "--fail-if", "moved > 0").exit_code == Exit.DONE


def test_quiet_says_nothing_and_json_says_all(tmp_path: Path) -> None:
    on = past(tmp_path, zh(RULES))
    assert on.run(*VERB, "--quiet").stdout == ""
    said = told(on, "--old", "old.yaml", "--by", "province")
    assert said["conversion"]["by"] == ["province"]
    assert [one["group"] for one in said["conversion"]["groups"]] == [["上海"], ["北京"]]
