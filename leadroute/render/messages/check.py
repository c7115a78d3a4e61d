"""What a check says: comments (LR248-), rules (LR230-, LR350), leads (LR288-289, LR83x), people (LR31x, LR33x)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR230": Message(
        "规则“{name}”永远不会符合：没有线索会是 {parts}",
        "the rule '{name}' can never match: no lead has {parts}",
        "改正条件；几个值任选其一要写成列表",
        "correct the conditions; write a list where any of several values will do",
    ),
    "LR231": Message(
        "规则“{name}”永远轮不到：它的线索都已被前面的规则拿走：{rules}",
        "the rule '{name}' never decides a lead: all of its leads go to earlier rules: {rules}",
        "移到它们前面，改条件，或删掉它",
        "move it above them, change its conditions, or remove it",
    ),
    "LR232": Message(
        "规则“{name}”里的 {value} 永远用不上：这样的线索都已被前面的规则拿走：{rules}",
        "in the rule '{name}' {value} never counts: all such leads go to earlier rules: {rules}",
        "从其中一条规则里去掉这个值，或调整顺序",
        "take the value out of one of the rules, or change their order",
    ),
    "LR233": Message(
        "规则“{name}”的一部分线索归前面的规则（{rules}），去向不同；例如 {lead}",
        "some leads of the rule '{name}' go elsewhere by earlier rules ({rules}); such as {lead}",
        "如果这正是想要的，不必理会；否则调整顺序或条件",
        "nothing to do if that is meant; else change the order or the conditions",
    ),
    "LR234": Message(
        "没有规则处理这样的线索，只能由 default 决定：{lead}",
        "no rule takes such a lead, so the default decides: {lead}",
        "如果 default 就是为它们准备的，不必理会",
        "nothing to do if the default is meant for them",
    ),
    "LR235": Message(
        "规则“{name}”的条件对任何线索都成立，后面的 {count} 条规则永远轮不到",
        "the conditions of the rule '{name}' hold for every lead; rules after it, never reached: {count}",
        "收紧条件，或放到最后",
        "make the conditions narrower, or put the rule last",
    ),
    "LR236": Message(
        "{count} 条规则未能判定是否轮得到：{rules}",
        "it was not decided whether these rules ({count}) are ever reached: {rules}",
        "用到名册或表格的条件，给出 --reps 才能判定；matches 等看文字的条件可能判定不了，不说明写错了",
        "give --reps for conditions on the roster or a table; patterns may stay undecided, which is no fault",
    ),
    "LR237": Message(
        "规则“{name}”里的 {value} 永远用不上：同一规则的其他条件排除了它",
        "in the rule '{name}' {value} never counts: other conditions of the rule exclude it",
        "去掉这个值，或改其他条件",
        "take the value out, or change the other conditions",
    ),
    "LR350": Message(
        "证明的工作量到了上限：{count} 个问题没有判定（列表里的值是否用得上、规则是否重叠、有没有线索落到 default）",
        "the proofs came to the end of their effort; questions not decided (whether a listed value counts, rules"
        " overlap, a lead is left to the default): {count}",
        "已报出的都成立，只是可能不全；把一部分规则并成表格或拆成几本，才能全部判定",
        "what is told is true, though more may be; to have all decided take rules together or split the rulebook",
    ),
    "LR288": Message(
        "符合规则“{name}”条件的 {count} 条线索里，{taken} 条（{share}）已被前面的规则拿走：{rules}",
        "of {count} leads that meet the rule '{name}', {taken} ({share}) are taken by earlier rules: {rules}",
        "如果这正是想要的，不必理会；否则调整顺序或条件",
        "nothing to do if that is meant; else change the order or the conditions",
    ),
    "LR289": Message(
        "符合规则“{name}”条件的 {count} 条线索全部被前面的规则拿走：{rules}",
        "all {count} leads that meet the rule '{name}' are taken by earlier rules: {rules}",
        "把它移到它们前面，或确认它只是给别的线索准备的",
        "move it above them, or see that it is meant for other leads",
    ),
    "LR312": Message(
        "组“{pool}”的 {count} 个在职组员在 {day} 都不在岗",
        "all {count} active members of the pool '{pool}' are away on {day}",
        "写上 when_full，或安排人值班",
        "name a when_full, or see that somebody is on duty",
    ),
    "LR313": Message(
        "组“{pool}”（连同接手的组）只靠一个人（{who}）",
        "the pool '{pool}', with all it overflows to, hangs on one person ({who})",
        "再加一个人，或写上 when_full",
        "add somebody, or name a when_full",
    ),
    "LR314": Message(
        "一天可能有 {count} 条线索，按日上限 {reps} 个销售一共只能接 {most} 条",
        "{count} leads may come in a day, and by the daily caps all {reps} reps can take {most}",
        "提高上限、加人，或接受其余的进公海",
        "raise caps, add people, or accept that the rest waits in the open pool",
    ),
    "LR315": Message(
        "没有规则符合的线索去了没有专人负责的地方",
        "leads that no rule takes go where nobody is named to look",
        "default 写一个组，或 {{review: {{by: 姓名}}}}",
        "make the default a pool, or {{review: {{by: name}}}}",
    ),
    "LR336": Message(
        "组“{pool}”（连同接手的组）从 {start} 到 {end} 没有人在岗：{missed} {unit}，超过首次联系期限 {due} {unit}",
        "nobody of the pool '{pool}', nor of those it overflows to, is there from {start} to {end}: {missed} {unit}, "
        "more than the {due} within which a first call is due",
        "错开休假，写上 when_full，或请别人代班",
        "move a leave, name a when_full, or have somebody stand in",
    ),
    "LR337": Message(
        "组 {pools}：从 {start} 到 {end}（{cause}）没有人上班，线索最多等 {hours} 小时；平常不超过 {usual} 小时",
        "nobody of the pools {pools} works from {start} to {end} ({cause}): a lead may wait {hours} hours, in a usual "
        "week {usual} at most",
        "如果就该这样，不必理会；要有人值班，把值班的日子写进 extra_work",
        "nothing to do if that is meant; else have somebody on duty and write the days under extra_work",
    ),
    "LR338": Message(
        "{country} {years} 年的调休安排，装着的 holidays 库里还没有，只按法定节假日算",
        "moved working days (调休) of {country} in {years} are not in the installed library holidays; only the "
        "statutory days count",
        "公布以后更新 holidays 库，或写进 extra_work 和 closed",
        "update the library holidays once they are published, or write them under extra_work and closed",
    ),
    "LR339": Message(
        "规则“{rule}”指定的 {who} 从 {start} 到 {end} 不在岗，代理人和 otherwise 也没有人：{missed} {unit}，"
        "超过首次联系期限 {due} {unit}",
        "{who}, whom the rule '{rule}' names, is away from {start} to {end}, and so are deputy and otherwise: "
        "{missed} {unit}, more than the {due} within which a first call is due",
        "在名册里写代理人，或给规则写 otherwise",
        "name a deputy on the roster, or give the rule an otherwise",
    ),
    "LR340": Message(
        "规则“{rule}”只靠一个人（{who}）：没有在职的代理人，otherwise 也没有别人",
        "the rule '{rule}' hangs on one person ({who}): no active deputy, and nobody else by otherwise",
        "在名册里写代理人，或给规则写 otherwise",
        "name a deputy on the roster, or give the rule an otherwise",
    ),
    "LR341": Message(
        "首次联系期限 {hours} 小时按上班时间算，是 {days} 个工作日（每天 {day} 小时）",
        "the {hours} hours within which a first call is due are working time: {days} working days of {day} hours",
        "一个工作日写成 due: 1d；如果就是这个意思，不必理会",
        "write due: 1d for a working day; nothing to do if this is meant",
    ),
    "LR342": Message(
        "一天可能有 {count} 条线索分给组“{pool}”，按日上限它和接手的组只能接 {most} 条",
        "{count} leads may come for the pool '{pool}' in a day, and by the daily caps it can take {most}, overflow "
        "included",
        "提高上限、加人或写上 when_full，或接受其余的进公海",
        "raise caps, add people, name a when_full, or accept that the rest waits in the open pool",
    ),
    "LR830": Message(
        "线索里从没出现过 {field}：{value}",
        "no lead has {field}: {value}",
        "检查写法是否与线索一致",
        "check the spelling against the leads",
    ),
    "LR831": Message(
        "规则“{name}”在 {count} 条线索里一条也没有决定",
        "the rule '{name}' decided none of {count} leads",
        "如果这类线索本来就少，不必理会",
        "nothing to do if such leads are rare",
    ),
    "LR832": Message(
        "{leads} 条线索里有 {count} 条（{share}）没有规则符合，超过 {limit}",
        "no rule takes {count} of {leads} leads ({share}), more than {limit}",
        "补规则，或调整 alerts 的 default_rate",
        "add rules, or change default_rate under alerts",
    ),
    "LR833": Message(
        "轮到规则“{name}”的 {asked} 条线索里，{count} 条（{share}）因为缺 {field} 判断不了",
        "the rule '{name}' is undecided for {count} of {asked} leads put to it ({share}), as {field} is blank",
        "写 on_missing 说明空着怎么算，或用 infer 补全",
        "say with on_missing what a blank counts as, or have it inferred",
    ),
    "LR248": Message(
        "这条 ignore 注释没有写代码，不起作用",
        "this ignore comment names no code and does nothing",
        "写成 # leadroute: ignore LR231",
        "write # leadroute: ignore LR231",
    ),
    "LR249": Message(
        "这条 ignore 注释用不上：那一行没有 {codes} 的警告或提示",
        "this comment ignores nothing: its line has no warning or note of {codes}",
        "删掉它；错误不能这样忽略",
        "remove it; errors cannot be ignored this way",
    ),
}
