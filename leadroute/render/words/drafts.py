"""What stands in a proposed rulebook: its comments, and the names it gives."""

WORDS: dict[str, tuple[str, str]] = {
    "draft.head": (
        "规则手册：leadroute init 看过下面的文件后提出的。数字都是文件里的，请逐条核对，改成你们的做法。",
        "A rulebook that leadroute init proposed after a look at these files. Check every line, make it yours.",
    ),
    "draft.leads": ("  线索：{files}，共 {rows} 行", "  leads: {files}, {rows} rows"),
    "draft.roster": (
        "  名册：{file}，在职 {people} 人，团队 {teams} 个",
        "  roster: {file}, {people} active people, {teams} teams",
    ),
    "draft.then": (
        "改完先检查：leadroute check，再看例子：leadroute test。全部写法见 docs/rulebook.md",
        "After a change: leadroute check, then leadroute test. Everything that can be written: docs/rulebook.md",
    ),
    "draft.timezone": ("每天从几点算起", "when a day begins; such as Asia/Shanghai, America/New_York"),
    "draft.zone": ("Asia/Shanghai", "UTC"),
    "draft.columns": (
        "认出的列，不用再写（{rows} 行里有值的行数）：",
        "Columns that are known already (with a value, of {rows} rows):",
    ),
    "draft.column": ("  {header} → {field}：{filled}", "  {header} → {field}: {filled}"),
    "draft.unknown": (
        "不认识的列，原样带到销售表：{headers}。规则要用到就写进 fields:，或运行 leadroute map",
        "Unknown columns, passed on as they are: {headers}. To use them put them under fields:, or run leadroute map",
    ),
    "draft.infer": (
        "省份空着时由这些列推断，依据里会注明",
        "Where the province is blank these columns may tell it; the basis says so",
    ),
    "draft.duplicates": (
        "任一行相同就是同一条线索；一行内要全部相同",
        "Any line makes two rows one lead; within a line all must agree",
    ),
    "draft.customers": (
        "老客户归原负责人：{file}，{rows} 行",
        "Existing customers stay with their owner: {file}, {rows} rows",
    ),
    "draft.owner_away": (
        "负责人不在时：deputy 代理人 | pool 按规则分 | review 人工",
        "when the owner is away: deputy | pool | review",
    ),
    "draft.conflict": (
        "同名客户有几个负责人：review 人工 | pool 按规则分 | first 第一个",
        "several owners for one name: review | pool | first",
    ),
    "draft.score": (
        "分数相加。只用文件里有的列；分值是估的，请按你们的经验改",
        "Points add up. Only columns the files have; how many points is a guess, make them yours",
    ),
    "draft.words": ("{field}里有这些词：{rows} 行", "{field} holds one of these words: {rows} rows"),
    "draft.bound": (
        "{field}：{rows} 行不低于这个数",
        "{field}: {rows} rows are at or above this",
    ),
    "draft.grades": ("满分 {total}", "of {total} points"),
    "draft.lanes": ("A 级先分", "Grade A goes first"),
    "draft.lane": ("A 级", "grade A"),
    "draft.pools": (
        "每个团队一组，按名册的权重轮流",
        "A pool for each team; turns by the weights of the roster",
    ),
    "draft.team": ("团队“{team}”：在职 {people} 人", "team '{team}': {people} active"),
    "draft.idle": (
        "没有分到线索的团队。要用就去掉行首的井号，再写一条规则：",
        "Teams that nothing is asked of. To use one, take away the sign before it and write a rule:",
    ),
    "draft.all_teams": (
        "没有按团队分：名册里没写谁负责什么，或者选的就是大家轮流",
        "Not by team: the roster does not say who answers for what, or all in turn was chosen",
    ),
    "draft.rules": ("从上到下，第一条符合的算数", "Top down, the first that matches decides"),
    "draft.unreachable": ("联系方式都空着：{rows} 行", "no way to reach anybody: {rows} rows"),
    "draft.shared": (
        "名册里谁管什么就分给谁那一组；几个团队都管的归人多的；组里优先给管这里的人",
        "By what people answer for on the roster. Of several teams the one with most people for it; those come first",
    ),
    "draft.share": (
        "{field}：{count} 种，线索里共 {rows} 行（{values}）",
        "{field}: {count}, {rows} rows of the leads ({values})",
    ),
    "draft.none": ("还没有", "none yet"),
    "draft.answered": (
        "线索的{field}在谁的“{column}”里，就在这些人里轮流",
        "{field} of the lead is among the '{column}' of these people, who take turns",
    ),
    "draft.turns": ("大家轮流，按名册的权重", "All in turn, by the weights of the roster"),
    "draft.rest": (
        "其余的大家轮流；没人负责的：{values}",
        "All in turn for the rest; nobody answers for: {values}",
    ),
    "draft.uncovered": (
        "名册里没有人负责，所以进公海：{values}",
        "Nobody on the roster answers for these, so they wait in the open pool: {values}",
    ),
    "draft.default": (
        "没有规则符合时进公海，谁都能看到",
        "Where leads wait that no rule takes",
    ),
    "draft.output": ("销售表里的下拉选项和首次联系期限", "Dropdown in the sheets of reps; when a first call is due"),
    "draft.follow_up": ("待跟进|已联系|有效|无效|已转商机", "to do|contacted|valid|invalid|opportunity"),
    "draft.examples": (
        "例子：什么线索应当得到什么结果。改了规则，先改这里，再运行 leadroute test",
        "Examples: a lead and what should become of it. Change them with the rules, then run leadroute test",
    ),
    "draft.and_more": ("{shown} 等 {count} 个", "{shown} and more, {count} in all"),
    # names
    "draft.pool": ("{team}组", "{team} team"),
    "draft.ends": ("组", " team"),
    "draft.no_contact": ("缺联系方式", "no way to reach them"),
    "draft.no_contact_why": ("联系方式都空着，等补全", "no number and no address yet"),
    "draft.own": ("属地直配", "to whom it belongs"),
    "draft.in_turn": ("大家轮流", "in turn"),
    "draft.company": ("某某有限公司", "Acme Ltd"),
    # columns of a roster that a proposal may go by
    "roster.industries": ("负责行业", "Industries"),
    "roster.products": ("负责产品", "Products"),
}
