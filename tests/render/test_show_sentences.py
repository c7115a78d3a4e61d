"""A rulebook in sentences, read from YAML: actions, terms of rules, pools, and what holds around the rules."""

from __future__ import annotations

import pytest

from leadroute.model.rulebook import AnyOf, Language, Reject, Rule, Rulebook
from leadroute.render.plain.actions import rule_words
from leadroute.render.plain.conditions import Speaker
from leadroute.render.plain.whole import Counts, Section, plain_sentences
from leadroute.rulebook.parse import parse

ACTIONS = (
    ("assign: east", "如果城市是A，就分给组“east”。", "If City is A, give it to pool “east”."),
    ("assign: all", "如果城市是A，就分给全体销售中的一人。", "If City is A, give it to one of all reps."),
    ("assign: open_pool", "如果城市是A，就放进公海。", "If City is A, put it into the open pool."),
    ("open_pool: wait", "如果城市是A，就放进公海（wait）。", "If City is A, put it into the open pool (wait)."),
    ("reject: spam", "如果城市是A，就不跟进，归档（spam）。", "If City is A, reject it (spam)."),
    ("review: {}", "如果城市是A，就交人工审核。", "If City is A, hold it for review."),
    (
        "review: {suggest: all}",
        "如果城市是A，就交人工审核，建议给全体。",
        "If City is A, hold it for review, suggesting all reps.",
    ),
    (
        "review: {by: Ann, suggest: R1}",
        "如果城市是A，就交Ann审核，建议给R1。",
        "If City is A, hold it for Ann to review, suggesting R1.",
    ),
    (
        "review: {by: Ann, suggest: east}",
        "如果城市是A，就交Ann审核，建议给组“east”。",
        "If City is A, hold it for Ann to review, suggesting pool “east”.",
    ),
    (
        "assign: {rep: R1}",
        "如果城市是A，就交给 R1；接不了就给代理人，再不行放进公海。",
        "If City is A, give it to R1, else to the deputy, else put it into the open pool.",
    ),
    (
        "assign: {owner: customer, otherwise: east}",
        "如果城市是A，就交给老客户的负责人；没有或接不了就分给组“east”。",
        (
            "If City is A, give it to the customer's owner; if there is none or the owner cannot take it, give it to "
            "pool "
            "“east”."
        ),
    ),
    (
        "assign: {pool: east, require: {provinces: {has: province}}, prefer: {skills: [x, y]}}",
        "如果城市是A，就分给组“east”，只给负责省份包括线索的省份的人，优先技能有x和y的人。",
        (
            "If City is A, give it to pool “east”, only to reps whose provinces include the lead's Province, "
            "preferably to "
            "reps whose skills include x and y."
        ),
    ),
)
TERMS = (
    ("enabled: false", "已停用。", "Disabled."),
    ("from: 2026-11-01", "从 2026-11-01 起有效。", "In force from 2026-11-01 on."),
    ("until: 2026-11-30", "到 2026-11-30 为止有效。", "In force until 2026-11-30."),
    (
        "from: 2026-11-01 09:30\n    until: 2026-11-30",
        "2026-11-01 09:30 至 2026-11-30 有效。",
        "In force from 2026-11-01 09:30 to 2026-11-30.",
    ),
    ("weekdays: [1, 2, 3]", "只在周一至周三有效。", "Only on Monday to Wednesday."),
    ("weekdays: [6, 1, 3]", "只在周一、周三和周六有效。", "Only on Monday, Wednesday and Saturday."),
    (
        "max_age: 90d",
        "创建超过 90 天的线索不再分配，进公海。",
        "Leads created more than 90 days ago go to the open pool instead.",
    ),
    ("on_missing: match", "要看的字段空着时，算符合。", "If a field it looks at is blank, that counts as a match."),
    ("on_missing: review", "要看的字段空着时，交人工。", "If a field it looks at is blank, a person decides."),
)
POOLS = (
    (
        "{}",
        "组员：名册上的所有人。按权重轮流，权重取自名册。没有人能接时，去公海。",
        (
            "Members: everybody on the roster. They take turns by weight; the weights are those of the roster. When "
            "nobody "
            "can take a lead, it goes to the open pool."
        ),
    ),
    (
        "{members: {team: [a, b], level: c, named: [R1]}, strategy: round_robin, when_full: [east, open_pool]}",
        "组员：团队是a或b，并且级别是c，以及 R1。挨个轮流，不看权重。没有人能接时，去组“east”，再去公海。",
        (
            "Members: team is a or b and level is c; also R1. They take turns, one after the other, all alike. When "
            "nobody "
            "can take a lead, it goes to pool “east”, then to the open pool."
        ),
    ),
    (
        (
            "{members: [R1, R2], weights: '3:1.5', ramp: {every: 2w, shares: [0.25, 0.5]}, caps: {open: 9, day: 2}, "
            "total: {week: 5, month: 7}, require: {skills: s}, prefer: {level: c}}"
        ),
        (
            "组员：R1、R2。按权重轮流，权重为 R1 3、R2 1.5。新人入职后每 14 天为一期，各期只拿权重的 25%、50%，"
            "之后拿全部。"
            "每人手里最多 9 条，每天最多 2 条。全组每周最多 5 条，每月最多 7 条。只给技能有s的人。优先级别有c的人。"
            "没有人能接时，去公海。"
        ),
        (
            "Members: R1, R2. They take turns by weight; the weights are R1 3, R2 1.5. A new hire has 25%, 50% of the "
            "weight, 14 days each, and then all of it. Each at most 9 open leads, 2 a day. The whole pool at most 5 a "
            "week, "
            "7 a month. Only reps whose skills include s. Preferably reps whose level include c. When nobody can take "
            "a "
            "lead, it goes to the open pool."
        ),
    ),
    (
        "{strategy: best_converter, weights: conversion, others: 30%, minimum: 5}",
        "组员：名册上的所有人。转化率高的多拿，30% 留给其他人；跟进不足 5 条的人不看其转化率。没有人能接时，去公海。",
        (
            "Members: everybody on the roster. Who converts more gets more, 30% are left to the others; a rate counts "
            "from "
            "5 worked leads on. When nobody can take a lead, it goes to the open pool."
        ),
    ),
    (
        "{strategy: stable_hash, hash_by: phone}",
        "组员：名册上的所有人。手机相同的线索总是给同一个人（权重取自名册）。没有人能接时，去公海。",
        (
            "Members: everybody on the roster. Leads with the same Phone always go to the same rep (the weights are "
            "those "
            "of the roster). When nobody can take a lead, it goes to the open pool."
        ),
    ),
    (
        "{strategy: least_loaded, weights: conversion}",
        "组员：名册上的所有人。手里线索最少的先拿（按权重算，权重取自转化率）。没有人能接时，去公海。",
        (
            "Members: everybody on the roster. Whoever holds fewest leads comes first (for the weight; the weights "
            "are made "
            "from conversion). When nobody can take a lead, it goes to the open pool."
        ),
    ),
)
SETTINGS = (
    (
        (
            "duplicates: {same_when: [[phone], [company, contact]], keep: latest, fill_blanks: false, "
            "one_rep_per_company: false, review_above: 9, shared: {companies: 4, names: 5}}"
        ),
        (
            "手机相同，或公司和联系人都相同的行是同一条线索。留最晚的一行。一组超过 9 行就交人工。"
            "至少 4 家公司、5 个人都用的号码不算重复。"
        ),
        (
            "Rows are one lead if they have the same Phone, or the same Company and Contact. The latest row is kept. "
            "Groups "
            "of more than 9 rows go to review. A value that 4 companies and 5 people share makes no duplicates."
        ),
    ),
    (
        "infer: {province: [city, tel]}",
        "省份空着时，依次按城市、电话推断。",
        "A blank Province is inferred from City, Telephone, in this order.",
    ),
    (
        "customers: {match: [company], owner_away: pool, conflict: first, charge: true}",
        (
            "按公司认出老客户（依次），线索归原负责人，不再看规则。负责人接不了就按规则分。"
            "同名客户有几个负责人时归第一个。"
            "老客户的线索占轮次。"
        ),
        (
            "Customers are recognised by Company (in this order); their leads go to the owner before any rule is "
            "asked. If "
            "the owner cannot take it, the rules decide. If a customer has several owners, the first has it. Such "
            "leads cost "
            "a turn."
        ),
    ),
    (
        "score: {points: [{add: 5, group: g, when: {city: A}}], limits: {g: 9}, grades: {A: 5, B: 1}}",
        "如果城市是A：+5 分（“g”一组）。“g”一组合计最多计 9 分。A 5 分起，B 1 分起，再低不入级。",
        (
            "If City is A: +5 (group “g”). Group “g” counts at most 9 in all. A from 5, B from 1; below that there is "
            "no "
            "grade."
        ),
    ),
    (
        "lanes: [{name: VIP, when: {city: A}, exempt: [day, week]}, {name: rest}]",
        "如果城市是A，就先分，不受日和周上限约束。如果任何线索，就先分。",
        "If City is A, it goes first; caps day and week do not bind. If any lead, it goes first.",
    ),
    (
        "fairness: {scope: pool, catch_up: {bank: 3}}",
        "每个组各算一本账。休假回来最多补 3 条。最多与最少（按权重）相差 2 倍，或走默认去向的达到 5% 时提醒。",
        (
            "Each pool has its own account. After leave up to 3 leads are made up for. An alarm when most over least "
            "(by "
            "weight) reaches 2, or 5% of the leads go by the default."
        ),
    ),
    (
        "leave: {buffer_before: 1d, buffer_after: 12h}",
        "请假开始前 1 天停分。回来 12 小时后恢复。",
        "No leads from 1 day before a leave on. Leads again 12 hours after it.",
    ),
    (
        "ledger: {known_for: 90d, open_for: 12h, reenter: never}",
        "同一条线索 90 天内归属不变；分出去 12 小时内算在手。公海里的线索以后不再分，等人认领。",
        (
            "A decision holds for the same lead for 90 days; a lead counts as open for 12 hours. Leads of the open "
            "pool "
            "wait for somebody to claim them."
        ),
    ),
    ("output: {due: 24h}", "首次联系要在 1 天内。", "The first call is due within 1 day."),
    (
        (
            "working_time: {hours: [9:00-12:00, 13:30-18:00], holidays: CN, extra_work: 2026-10-10,"
            " closed: [2026-12-31, 2027-02-01..2027-02-04]}\noutput: {due: 4h}"
        ),
        (
            "周一至周五上班，9:00-12:00、13:30-18:00。CN 的法定节假日不上班，调休的上班日上班。另外上班：2026-10-10。"
            "另外不上班：2026-12-31、2027-02-01 至 2027-02-04。首次联系要在 4 小时上班时间内。"
        ),
        (
            "People work on Monday to Friday, 9:00-12:00, 13:30-18:00. Public holidays of CN are free; days moved to "
            "make up for them are worked. Also worked: 2026-10-10. Closed: 2026-12-31, 2027-02-01 to 2027-02-04. "
            "The first call is due within 4 hours of working time."
        ),
    ),
    (
        "working_time: {days: [mon, sat]}",
        "周一和周六上班，9:00-18:00。首次联系要在 1 个工作日（每天 9 小时）内。",
        "People work on Monday and Saturday, 9:00-18:00. The first call is due within 1 working day (of 9 hours).",
    ),
    (
        "working_time: {}\noutput: {due: 2d}",
        "首次联系要在 2 个工作日（每天 9 小时）内。",
        "The first call is due within 2 working days (of 9 hours).",
    ),
    (
        "working_time: {}\noutput: {due: 24h}",
        "首次联系要在 24 小时上班时间内。",
        "The first call is due within 24 hours of working time.",
    ),
)


def read(text: str, language: Language) -> Rulebook:
    book, found = parse(f"leadroute: 1\nlanguage: {language}\ndefault: open_pool\n{text}\n".encode(), "r.yaml")
    assert book is not None, found
    return book


def sections(text: str, language: Language, counts: Counts | None = None) -> dict[str, Section]:
    return {section.kind: section for section in plain_sentences(read(text, language), counts)}


def joined(*entries: tuple[str, ...], language: Language) -> str:
    return ("" if language is Language.ZH else " ").join(sentence for entry in entries for sentence in entry)


def rule(lines: str, language: Language) -> str:
    text = f"pools: {{east: {{}}}}\nrules:\n  - name: r\n    {lines}"
    return joined(sections(text, language)["rules"].entries[0].sentences, language=language)


@pytest.mark.parametrize(("action", "zh", "en"), ACTIONS)
def test_what_a_rule_does(action: str, zh: str, en: str) -> None:
    assert [rule(f"when: {{city: A}}\n    {action}", language) for language in Language] == [zh, en]


@pytest.mark.parametrize(("term", "zh", "en"), TERMS)
def test_when_a_rule_counts(term: str, zh: str, en: str) -> None:
    told = [rule(f"when: {{city: A}}\n    assign: all\n    {term}", language) for language in Language]
    assert zh in told[0]
    assert en in told[1]


def test_a_rule_without_a_condition() -> None:
    assert [rule("assign: all", language) for language in Language] == [
        "不论什么线索，都分给全体销售中的一人。",
        "Whatever the lead, give it to one of all reps.",
    ]


def test_a_rule_that_names_no_case_in_which_it_holds() -> None:
    empty = Rule("r", AnyOf(()), Reject())
    assert [rule_words(empty, Speaker(Rulebook(language=language))) for language in Language] == [
        ("这条规则没有线索能符合（本来会不跟进，归档）。",),
        ("No lead can match this rule (it would reject it).",),
    ]


def test_a_leave_has_one_side_or_both() -> None:
    told = {
        side: sections(f"leave: {{buffer_{side}: 1d}}", Language.ZH)["around"].entries for side in ("before", "after")
    }
    sentences = {side: [one.sentences for one in entries if one.name == "请假"] for side, entries in told.items()}
    assert sentences == {"before": [("请假开始前 1 天停分。",)], "after": [("回来 1 天后恢复。",)]}


@pytest.mark.parametrize(("text", "zh", "en"), POOLS)
def test_a_pool(text: str, zh: str, en: str) -> None:
    for language, said in zip(Language, (zh, en), strict=True):
        found = sections(f"pools:\n  p: {text}\n  east: {{}}", language)["pools"]
        assert joined(found.entries[0].sentences, language=language) == said


@pytest.mark.parametrize(("text", "zh", "en"), SETTINGS)
def test_what_holds_around_the_rules(text: str, zh: str, en: str) -> None:
    for language, said in zip(Language, (zh, en), strict=True):
        found = sections(text, language).values()
        told = [entry.sentences for section in found if section.kind != "rules" for entry in section.entries]
        assert said in joined(*told, language=language)


def test_the_default_is_told_last() -> None:
    told = sections("rules: [{name: r, assign: all}]", Language.ZH)["rules"].entries
    assert [entry.number for entry in told] == [1, 0]
    assert (told[-1].name, told[-1].sentences) == ("默认去向", ("以上规则都不符合，就放进公海。",))


def test_leads_are_counted_where_they_are_known() -> None:
    text = "pools: {east: {}}\nrules: [{name: a, assign: east}, {name: b, enabled: false, assign: all}]"
    assert [entry.hits for entry in sections(text, Language.EN)["rules"].entries] == [None] * 3
    found = sections(text, Language.EN, Counts({0: 7, -1: 2}, {"east": 7}))
    assert [(entry.hits, entry.live) for entry in found["rules"].entries] == [(7, True), (0, False), (2, True)]
    assert [(entry.name, entry.hits) for entry in found["pools"].entries] == [("east", 7), ("all reps", 0)]
