"""Words about playing the past again."""

WORDS: dict[str, tuple[str, str]] = {
    "backtest.title": (
        "回测    {book}    {first} 至 {last}，{runs} 批",
        "Backtest    {book}    {first} to {last}, {runs} runs",
    ),
    "backtest.sources": ("历史 {files}    名册 {roster}", "history {files}    roster {roster}"),
    "backtest.beside": ("    对照 {book}", "    beside {book}"),
    # what it comes to
    "backtest.outcomes": (
        (
            "{leads} 条线索：分出 {assigned}，公海 {pooled}，待审核 {review}，归档 {archived}；"
            "另有重复 {duplicate} 行、无效 {invalid} 行。"
        ),
        (
            "{leads} leads: assigned {assigned}, open pool {pooled}, in review {review}, archived {archived}; "
            "beside them duplicates {duplicate}, invalid rows {invalid}."
        ),
    ),
    "backtest.spread": ("每人的线索，新规则：{spread}。", "Leads per rep, new rulebook: {spread}."),
    "backtest.spread_really": ("每人的线索，实际：{spread}。", "Leads per rep, in truth: {spread}."),
    "backtest.spread_known": (
        "每人的线索，实际：{spread}；只知道 {known} 条的去处。",
        "Leads per rep, in truth: {spread}; known of {known} leads.",
    ),
    "backtest.from_to": ("{least} 到 {most}", "{least} to {most}"),
    "backtest.from_to_ratio": (
        "{least} 到 {most}（按权重，最多是最少的 {ratio} 倍）",
        "{least} to {most} (by weight, the most is {ratio} times the least)",
    ),
    "backtest.others": (
        "{leads} 条中有 {count} 条会在另一个人手里。",
        "Would have been with somebody else: {count} of {leads}.",
    ),
    "backtest.by_default": (
        "没有规则管、走默认去向的有 {count} 条（{share}）。",
        "Decided by no rule but the default: {count} ({share}).",
    ),
    "backtest.caps_never": ("上限一次也没有挡住线索。", "No cap ever sent a lead elsewhere."),
    "backtest.caps_held": (
        "有 {count} 条线索因上限（或整组无人）换了去处，出现在 {of} 个月中的 {months} 个月；最多：{most}。",
        "Sent elsewhere by a cap, or a pool with nobody: {count}, in {months} of {of} months; most: {most}.",
    ),
    "backtest.month_count": ("{month} 有 {count} 条", "{month} ({count})"),
    "backtest.desk_empty": ("没有线索要人工审核。", "Nothing came to the review desk."),
    "backtest.moved": (
        "和旧规则比，{leads} 条中有 {count} 条（{share}）换了人或去向。",
        "Against the old rulebook: {count} of {leads} ({share}) with another owner or another end.",
    ),
    "backtest.desk_load": (
        "审核台一周最多 {most} 条（{when}），一般 {median} 条。",
        "Review desk: up to {most} a week ({when}), usually {median}.",
    ),
    "backtest.desk_both": (
        "审核台一周最多 {most} 条（{when}），一般 {median} 条；旧规则最多 {most_before} 条，一般 {median_before} 条。",
        (
            "Review desk: up to {most} a week ({when}), usually {median}; with the old rulebook up to {most_before}, "
            "usually {median_before}."
        ),
    ),
    # won leads
    "backtest.against_really": ("成交，新规则比实际：", "Won leads, new rulebook against the truth: "),
    "backtest.against_old": ("成交，新规则比旧规则：", "Won leads, new rulebook against the old: "),
    "backtest.verdict_no_ends": (
        "成交：历史里没有写线索后来成没成，不作结论（可用 --won 列=值 指明）。",
        "Won leads: nothing says how these leads ended, so nothing is concluded (--won COLUMN=VALUE says it).",
    ),
    "backtest.verdict_few_ends": (
        "只有 {ends} 条知道结果（成交 {wins} 条），至少要 {need} 条且有成有败，不作结论。",
        "only {ends} leads have a known end ({wins} won); {need} are needed, won and lost ones: no conclusion.",
    ),
    "backtest.verdict_no_owners": (
        "{ends} 条知道结果，但多半不知道当时在谁手里（成交的知道 {of_won}，没成的知道 {of_lost}），对人不作结论。",
        (
            "{ends} leads have a known end, but mostly it is not known who had them (of {of_won} of the won, "
            "{of_lost} of the lost ones): no conclusion about people."
        ),
    ),
    "backtest.verdict_won_owners": (
        "成交的线索有 {of_won} 知道在谁手里，没成的只有 {of_lost}：这样算出来的成交率不是真的，对人不作结论。",
        (
            "it is known who had {of_won} of the won leads, but only {of_lost} of the lost ones: rates made from "
            "that mean nothing, so no conclusion about people."
        ),
    ),
    "backtest.verdict_untried": (
        "这些线索的 {untried} 会给到结果太少的人（每人要 {need} 条）：{names}。不作结论。",
        (
            "{untried} of these leads would be with people of whom too few ends are known ({need} each are needed): "
            "{names}. No conclusion."
        ),
    ),
    "backtest.verdict_same": (
        "{leads} 条在两边都有人，预计成交 {after} 条，原来 {before} 条，差 {change}（{low} 到 {high}）：可能没有差别。",
        (
            "of {leads} leads with an owner on both sides {after} may be expected to be won instead of {before}, "
            "{change} ({low} to {high}): there may be no difference at all."
        ),
    ),
    "backtest.verdict_more": (
        "{leads} 条在两边都有人，预计成交 {after} 条，原来 {before} 条，多 {change}（{low} 到 {high}）。",
        (
            "of {leads} leads with an owner on both sides {after} may be expected to be won instead of {before}, "
            "{change} ({low} to {high}): more."
        ),
    ),
    "backtest.verdict_fewer": (
        "{leads} 条在两边都有人，预计成交 {after} 条，原来 {before} 条，少 {change}（{low} 到 {high}）。",
        (
            "of {leads} leads with an owner on both sides {after} may be expected to be won instead of {before}, "
            "{change} ({low} to {high}): fewer."
        ),
    ),
    "backtest.some_untried": (
        "其中 {count} 条会给到结果太少的人（{names}），按一般水平算。",
        "{count} of them would be with people of whom too few ends are known ({names}); those count as average.",
    ),
    "backtest.by_chance": (
        "各人成交率的差别不比碰运气大（p {chance}）。",
        "The reps differ no more than chance would have them differ (p {chance}).",
    ),
    "backtest.beyond_chance": (
        "各人成交率的差别比碰运气大（p {chance}）。",
        "The reps differ more than chance would have them differ (p {chance}).",
    ),
    "backtest.no_experiment": (
        "历史不是实验：当时的线索不是抽签分的，谁拿到好线索，谁就显得好。拿它当提示，先让一部分线索试一试。",
        (
            "History is no experiment: leads were not given out by lot, and whoever got the better ones looks "
            "better. Take it as a hint, and try it with some of the leads first."
        ),
    ),
    # tables
    "backtest.figures": ("指标", "Figures"),
    "backtest.figure": ("指标", "figure"),
    "backtest.really": ("实际", "in truth"),
    "backtest.old": ("旧规则", "old"),
    "backtest.new": ("新规则", "new"),
    "backtest.figure_assigned": ("分出", "assigned"),
    "backtest.figure_pooled": ("最后还在公海", "in the open pool in the end"),
    "backtest.figure_review": ("待审核", "put to review"),
    "backtest.figure_archived": ("归档", "archived"),
    "backtest.figure_duplicate": ("重复", "duplicates"),
    "backtest.figure_invalid": ("无效", "invalid"),
    "backtest.figure_default": ("走默认去向", "by the default"),
    "backtest.figure_default_share": ("走默认去向的占比", "by the default, share"),
    "backtest.figure_held": ("因上限或整组无人而换去处", "sent elsewhere by a cap or a pool with nobody"),
    "backtest.figure_ratio": ("均衡比（最多 / 最少，按权重）", "balance ratio (most / least, by weight)"),
    "backtest.figure_jain": ("Jain 公平指数（1 最均）", "Jain's index (1 is even)"),
    "backtest.figure_gap": ("与应得的最大差额", "largest gap to entitlement"),
    "backtest.reps": ("销售，变化大的在前", "Reps, those for whom most changes first"),
    "backtest.reps_by_leads": ("销售，多的在前", "Reps, those with most leads first"),
    "backtest.rep": ("销售", "rep"),
    "backtest.entitled": ("应得", "entitled"),
    "backtest.gap": ("差额", "gap"),
    "backtest.reserved": ("待审核保留", "reserved"),
    "backtest.months": ("各月（新规则）", "Months (new rulebook)"),
    "backtest.month": ("月", "month"),
    "backtest.runs": ("批次", "runs"),
    "backtest.rows": ("行数", "rows"),
    "backtest.assigned": ("分出", "assigned"),
    "backtest.default_rate": ("默认率", "default"),
    "backtest.review": ("待审核", "review"),
    "backtest.held": ("被上限挡住", "held by caps"),
    "backtest.ratio": ("均衡比", "most/least"),
    "backtest.really_ratio": ("实际均衡比", "in truth"),
    "backtest.pools_full": ("接不下的组（新规则）", "Pools that could not take all (new rulebook)"),
    "backtest.pool": ("组", "pool"),
    "backtest.sent": ("转给别的组", "sent on"),
    "backtest.left": ("留在公海", "left in the open pool"),
    "backtest.reps_full": ("用满上限的销售（新规则）", "Reps with a cap used up (new rulebook)"),
    "backtest.since": ("从哪天起", "since"),
    "backtest.full_runs": ("满额的批次", "runs full"),
    "backtest.passed": ("因此错过的线索", "leads passed by"),
    "backtest.desk": ("审核台，共 {total} 条（新规则）", "Review desk, {total} in all (new rulebook)"),
    "backtest.desk_per": ("每", "per"),
    "backtest.per_run": ("批", "run"),
    "backtest.per_week": ("周", "week"),
    "backtest.times": ("次数", "of them"),
    "backtest.most": ("最多", "most"),
    "backtest.median": ("一般（中位数）", "median"),
    "backtest.when": ("最多是在", "the most in"),
    "backtest.won_reps": ("各人的成交", "What each rep won"),
    "backtest.known": ("知道结果", "known end"),
    "backtest.won": ("成交", "won"),
    "backtest.rate": ("成交率", "rate"),
    "backtest.index": ("指数", "index"),
    "backtest.between": ("95% 在", "95% between"),
    "backtest.too_few": ("太少，要 {need} 条", "too few, {need} needed"),
    "backtest.index_means": (
        "指数：成交数与同类线索该有的成交数之比，向平均收缩（Morris 1983 经验贝叶斯）；1 为一般水平。",
        (
            "index: won over what may be expected of such leads, drawn towards the mean (empirical Bayes, Morris "
            "1983); 1 is usual."
        ),
    ),
    "backtest.won_groups": ("各类线索的成交（按{by}）", "What is won of each kind of lead (by {by})"),
    "backtest.group": ("类别", "kind"),
    "backtest.by_join": ("、", " and "),
    "backtest.all_leads": ("全部线索", "all leads"),
    "backtest.blank": ("（空）", "(blank)"),
    "backtest.drawn": ("收缩后", "drawn"),
    "backtest.drawn_means": (
        "收缩后：线索少的类别向总平均靠拢（贝塔二项，Kleinman 1973）。",
        "drawn: kinds with few leads lie nearer to the mean of all (beta-binomial, Kleinman 1973).",
    ),
    "backtest.small_groups": (
        "单看太少（要 {need} 条）：{names}。",
        " Too few by themselves ({need} needed): {names}.",
    ),
    "backtest.sheet": ("回测", "Backtest"),
    "backtest.written": ("已写入 {file}", "written: {file}"),
}
