"""The script a user would write with pandas: ``python naive.py LEADS REPS RULES_FOLDER OUT``.

Read, clean the phone, drop duplicates, apply fifty rules lead by lead, take turns in each pool under day caps, write
one sheet or file per rep. No guards, no account across pools, no explanation, no audit.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pandas as pd
from rules import pools

KEYS = (["手机"], ["邮箱"], ["公司名称", "联系人"])


def main(leads_path: str, reps_path: str, rules_folder: str, out: str) -> None:
    """Run the whole job."""
    sys.path.insert(0, rules_folder)
    from naive_rules import route  # noqa: PLC0415 -- generated beside the leads

    leads = read(leads_path)
    leads["手机"] = leads["手机号"].apply(clean_phone)
    for keys in KEYS:
        blank = (leads[keys] == "").any(axis=1)
        leads = pd.concat([leads[blank], leads[~blank].drop_duplicates(keys)])
    leads = leads.sort_values("创建时间")
    leads["组"] = leads.apply(lambda lead: route(lead)[1], axis=1)
    leads["销售"] = take_turns(leads, pd.read_excel(reps_path))
    write(leads, Path(out), Path(leads_path).suffix)


def read(path: str) -> pd.DataFrame:
    """The leads as text."""
    reader = pd.read_csv if path.endswith(".csv") else pd.read_excel
    return reader(path, dtype=str, keep_default_na=False)


def clean_phone(phone: str) -> str:
    """Digits only, without the country code."""
    digits = "".join(char for char in phone if char.isdigit())
    return digits.removeprefix("86") if len(digits) > 11 else digits  # noqa: PLR2004


def take_turns(leads: pd.DataFrame, reps: pd.DataFrame) -> list[str]:
    """A rep for every lead: round robin in its pool, skipping reps at their cap; "" for nobody."""
    reps = reps[reps["状态"] == "在职"]
    members = {
        pool.name: list(reps[reps["团队"].isin(pool.teams) | reps["级别"].isin(pool.levels)]["工号"])
        for pool in pools()
    }
    caps = dict(zip(reps["工号"], reps["日上限"], strict=True))
    pointer: dict[str, int] = defaultdict(int)
    taken: dict[str, int] = defaultdict(int)
    owners = []
    for pool in leads["组"]:
        people, owner = members.get(pool, []), ""
        for step in range(len(people)):
            rep = people[(pointer[pool] + step) % len(people)]
            if taken[rep] < caps[rep]:
                owner = rep
                pointer[pool] += step + 1
                taken[rep] += 1
                break
        owners.append(owner)
    return owners


def write(leads: pd.DataFrame, out: Path, suffix: str) -> None:
    """A summary, then the leads of each rep."""
    out.mkdir(parents=True, exist_ok=True)
    summary = leads.groupby("销售").size().reset_index(name="数量")
    if suffix == ".csv":
        summary.to_csv(out / "summary.csv", index=False)
        for rep, rows in leads.groupby("销售"):
            rows.to_csv(out / f"{rep or 'open_pool'!s}.csv", index=False)
        return
    with pd.ExcelWriter(out / "leads.xlsx") as book:
        summary.to_excel(book, sheet_name="summary", index=False)
        for rep, rows in leads.groupby("销售"):
            rows.to_excel(book, sheet_name=str(rep or "open_pool"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
