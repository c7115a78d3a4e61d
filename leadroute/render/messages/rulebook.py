"""Messages about the rulebook (LR1 YAML and shape, LR2 logic, LR3 people, LR40 its columns)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

_YAML: dict[str, Message] = {
    "LR101": Message(
        "YAML 读不下去：{problem}",
        "this is not valid YAML: {problem}",
        "检查这一行和上一行的引号、括号、冒号和缩进",
        "look at quotes, brackets, colons and indentation on this line and the one above",
    ),
    "LR102": Message(
        "“{key}”写了两次",
        "'{key}' is given twice",
        "只留一个；另一个见所指位置",
        "keep one of them; the other is at the second place",
    ),
    "LR103": Message(
        "这里用了全角冒号“：”",
        "a full-width colon '：' stands here",
        "改成英文冒号加一个空格“: ”",
        "write an ordinary colon and a blank ': '",
    ),
    "LR104": Message(
        "括号里用了全角的“{sign}”",
        "a full-width '{sign}' stands in a list",
        "改成英文的逗号或括号；如果它是文字的一部分，请加英文引号",
        "write the ordinary comma or bracket; if it is part of the text, put the text in quotes",
    ),
    "LR105": Message(
        "这里的空格不是普通空格（{sign}）",
        "this blank is not an ordinary one ({sign})",
        "删掉它，用英文空格",
        "replace it with an ordinary blank",
    ),
    "LR106": Message(
        "缩进里有制表符（Tab）",
        "a tab stands in the indentation",
        "YAML 只能用空格缩进，每级两个",
        "YAML is indented with blanks only, two a level",
    ),
    "LR107": Message(
        "值两边是中文引号“{sign}”，它们会成为文字的一部分",
        "the value stands in curly quotes ({sign}), which become part of the text",
        '改成英文引号 "…"，或者不加引号',
        'write straight quotes "…", or none',
    ),
    "LR108": Message(
        "不支持锚点和引用（{name}）",
        "anchors and aliases are not supported ({name})",
        "把内容直接写出来；以 * 或 & 开头的文字请加引号",
        "write the content out; put a text that begins with * or & in quotes",
    ),
    "LR109": Message(
        "不支持合并键 <<", "the merge key << is not supported", "把内容直接写出来", "write the content out"
    ),
    "LR110": Message(
        "不支持 YAML 标签或指令（{tag}）",
        "YAML tags and directives are not supported ({tag})",
        "去掉它；以 ! 或 % 开头的文字请加引号",
        "remove it; put a text that begins with ! or % in quotes",
    ),
    "LR111": Message(
        "一个文件里有多份文档",
        "the file holds several documents",
        "删掉这里的 --- 和后面的内容",
        "remove this --- and what follows it",
    ),
    "LR112": Message(
        "规则手册超过 {limit} MB",
        "the rulebook is larger than {limit} MB",
        "长名单请放进表格，用 in_table 引用",
        "move long lists into a table and refer to it with in_table",
    ),
    "LR113": Message(
        "嵌套超过 {limit} 层", "nested deeper than {limit} levels", "减少括号或缩进的层数", "use fewer levels"
    ),
    "LR114": Message(
        "这里有一个文本文件不该有的字符（{character}）",
        "a character that no text file should hold ({character})",
        "删掉它；文件也可能不是文本文件",
        "remove it; or the file is not a text file at all",
    ),
    "LR115": Message(
        "认不出文件的编码",
        "the encoding of the file is not known",
        "另存为 UTF-8 再试；放规则的表格不单独用，写在规则手册里：rules: {{table: 文件名}}",
        "save it as UTF-8 and try again; a table of rules is named in a rulebook: rules: {{table: FILE}}",
    ),
    "LR116": Message(
        "文件不是 UTF-8，按 {encoding} 读取",
        "the file is not UTF-8; it was read as {encoding}",
        "如果文字显示正确就不必理会；最好另存为 UTF-8",
        "nothing to do if the text looks right; better save it as UTF-8",
    ),
    "LR117": Message(
        "这里有看不见的字符（{sign}）",
        "an invisible character stands here ({sign})",
        "删掉它，重新输入这个词",
        "remove it and type the word again",
    ),
    "LR118": Message(
        "规则手册是空的",
        "the rulebook is empty",
        "从 rules.example.yaml 开始",
        "start from rules.example.yaml",
    ),
    "LR119": Message("键必须是文字", "a key must be a text", "给它起一个名字", "give it a name"),
    "LR120": Message(
        "“{sign}:”后面缺一个空格",
        "a blank is missing after '{sign}:'",
        "冒号后面加一个空格；如果整个是文字，请加引号",
        "put a blank after the colon; if all of it is text, put it in quotes",
    ),
    "LR121": Message(
        "这里不能有冒号",
        "a colon is not allowed here",
        "检查缩进和上一行；含“: ”的文字请加引号",
        "look at the indentation and the line above; put a text with ': ' in quotes",
    ),
    "LR122": Message(
        "括号没有配对，或里面少了逗号",
        "a bracket is not closed, or a comma is missing in it",
        "检查从这里开始的 [ ] 和 {{ }} 是否配对",
        "check that the [ ] and {{ }} which begin here are in pairs",
    ),
    "LR123": Message(
        "引号没有配对",
        "a quote is not closed",
        "检查从这里开始的引号是否配对",
        "check that the quote which begins here is closed",
    ),
    "LR124": Message(
        "这一行没有冒号",
        "a colon is missing on this line",
        "写成“键: 值”，或检查缩进",
        "write 'key: value', or check the indentation",
    ),
    "LR125": Message(
        "缩进对不上",
        "the indentation does not fit",
        "同一级的键或“-”要左对齐",
        "keys, or dashes, of one level must begin in one column",
    ),
    "LR127": Message(
        "双引号里的反斜杠写法不对",
        "this backslash is not allowed in double quotes",
        "正则表达式和路径请用单引号 '…'",
        "put patterns and paths in single quotes '…'",
    ),
    "LR126": Message(
        "值不能以这个符号开头",
        "a value cannot begin with this sign",
        "给整个值加英文引号；比大小写成 {{gt: 10}}、{{lte: 10}}",
        "put the whole value in quotes; for comparing write {{gt: 10}} or {{lte: 10}}",
    ),
}

_SHAPE: dict[str, Message] = {
    "LR130": Message("不认识的键“{word}”", "unknown key '{word}'", "可用的键：{words}", "keys here: {words}"),
    "LR131": Message(
        "这里应当是“键: 值”",
        "'key: value' lines are needed here",
        "缩进写在下面，或写成 {{键: 值}}",
        "indent them below, or write {{key: value}}",
    ),
    "LR132": Message(
        "这里应当是列表",
        "a list is needed here",
        "每项一行并以“- ”开头，或写成 [甲, 乙]",
        "one item a line after '- ', or [a, b]",
    ),
    "LR133": Message(
        "这里应当是一段文字",
        "one text is needed here",
        "去掉括号或缩进的内容",
        "remove the brackets or the indented lines",
    ),
    "LR134": Message(
        "这里缺一个值", "a value is missing here", "写上值，或删掉这一行", "write one, or remove the line"
    ),
    "LR135": Message(
        "“{word}”不是数字",
        "'{word}' is not a number",
        "例如 1000、1,000、100万、50%；比大小写成 {{gt: 10万}}、{{lte: 10万}}",
        "such as 1000, 1,000, 100万, 50%; for comparing write {{gt: 1000}} or {{lte: 1000}}",
    ),
    "LR136": Message("“{word}”不是整数", "'{word}' is not a whole number", "例如 20", "such as 20"),
    "LR137": Message(
        "“{word}”不是时长",
        "'{word}' is not a duration",
        "例如 30min、12h、30d、2w、3mo",
        "such as 30min, 12h, 30d, 2w, 3mo",
    ),
    "LR138": Message(
        "“{word}”不是日期",
        "'{word}' is not a date",
        "例如 2026-11-22 或 2026-11-22 09:00",
        "such as 2026-11-22 or 2026-11-22 09:00",
    ),
    "LR139": Message(
        "“{word}”应当是 true 或 false",
        "'{word}' should be true or false",
        "也可以写 是 或 否",
        "yes and no will do as well",
    ),
    "LR140": Message("不能写“{word}”", "'{word}' cannot stand here", "可以写：{words}", "one of: {words}"),
    "LR141": Message("“{word}”不是比例", "'{word}' is not a share", "例如 5% 或 0.05", "such as 5% or 0.05"),
    "LR142": Message("“{word}”不是星期", "'{word}' is not a weekday", "例如 mon、周一 或 1", "such as mon, 周一 or 1"),
    "LR143": Message(
        "“{word}”不是权重",
        "'{word}' is not a weight",
        "写零或正数，例如 3 或 1.5",
        "write zero or a positive number such as 3 or 1.5",
    ),
    "LR144": Message("{number} 太小了", "{number} is too small", "写一个更大的数", "write a larger number"),
    "LR145": Message("缺少“{key}”", "'{key}' is missing", "补上这一项", "add it"),
    "LR146": Message(
        "没有“{word}”这个时区", "no time zone named '{word}'", "例如 Asia/Shanghai", "such as Asia/Shanghai"
    ),
    "LR147": Message(
        "缺少格式版本",
        "the version of the format is missing",
        "第一行写 leadroute: 1",
        "write leadroute: 1 as the first line",
    ),
    "LR148": Message("这里是空的", "nothing is in here", "写上内容，或删掉它", "write something in it, or remove it"),
    "LR149": Message(
        "不支持格式版本“{word}”",
        "version '{word}' of the format is not supported",
        "写 leadroute: {version}",
        "write leadroute: {version}",
    ),
    "LR150": Message(
        "“{word}”另有含义，不能用作名字", "'{word}' has a meaning of its own", "换一个名字", "choose another name"
    ),
    "LR151": Message(
        "这是任务文件，不是规则手册",
        "this is a job file, not a rulebook",
        "用 leadroute run 运行它；规则手册是它的 rules: 写的那个文件",
        "use leadroute run for it; the rulebook is the file that its rules: names",
    ),
    "LR190": Message(
        "还有 {count} 个问题没有列出",
        "{count} more problems are not listed",
        "先改好前 {limit} 个",
        "mend the first {limit} first",
    ),
}

_LOGIC: dict[str, Message] = {
    "LR201": Message(
        "没有名为“{word}”的组",
        "no pool named '{word}'",
        "已有的组：{words}；分给某个人要写 {{rep: 姓名}}",
        "pools: {words}; for one person write {{rep: name}}",
    ),
    "LR202": Message(
        "缺少 default：没有规则符合的线索归谁？",
        "default is missing: whose are the leads no rule matches?",
        "写一行 default: open_pool，或写一个组",
        "write default: open_pool, or a pool",
    ),
    "LR203": Message("没有写怎么处理", "an action is missing", "写其中一个：{actions}", "write one of: {actions}"),
    "LR204": Message(
        "同时写了几种处理：{actions}", "several actions at once: {actions}", "只留一个", "keep one of them"
    ),
    "LR205": Message("规则“{name}”重名", "two rules are named '{name}'", "给其中一条改名", "rename one of them"),
    "LR206": Message(
        "不认识的字段“{word}”",
        "unknown field '{word}'",
        "自己的字段先在 fields: 里声明",
        "declare a field of your own under fields:",
    ),
    "LR207": Message("不认识的比较“{word}”", "unknown operator '{word}'", "可用：{words}", "operators: {words}"),
    "LR208": Message(
        "{operator} 不能用于字段 {field}（类型 {kind}）",
        "{operator} does not suit the field {field} (type {kind})",
        "它用于类型 {suits}；需要时在 fields: 里给字段写 type",
        "it is for type {suits}; if need be, give the field a type under fields:",
    ),
    "LR209": Message(
        "正则表达式有误：{told}",
        "the pattern is wrong: {told}",
        "改正它，或改用 contains",
        "correct it, or use contains",
    ),
    "LR210": Message(
        "正则表达式用了不支持的写法：{told}",
        "the pattern uses what RE2 does not know: {told}",
        "不支持环视 (?=、(?!、(?<= 和反向引用 \\1；请拆成几个条件，用 all / none 组合",
        "look-around (?=, (?!, (?<= and back references \\1 are not supported; split it into tests under all / none",
    ),
    "LR211": Message(
        "前一个比后一个大", "the first is larger than the second", "小的写在前面", "write the smaller one first"
    ),
    "LR212": Message(
        "when_full 绕成了圈：{way}", "when_full runs in a circle: {way}", "去掉其中一步", "remove one step"
    ),
    "LR213": Message("组“{name}”没有用到", "the pool '{name}' is never used", "用它，或删掉它", "use it, or remove it"),
    "LR214": Message(
        "规则“{name}”永远轮不到：前面的“{first}”没有条件",
        "the rule '{name}' is never reached: '{first}' above it has no condition",
        "把没有条件的规则放到最后",
        "put the rule without a condition last",
    ),
    "LR215": Message("until 早于 from", "until is before from", "检查两个日期", "check both dates"),
    "LR216": Message(
        "“{word}”不是表格文件",
        "'{word}' is not a table",
        "写规则手册旁边的 CSV 或 xlsx 的文件名",
        "name a CSV or xlsx beside the rulebook",
    ),
    "LR217": Message(
        "没有加分项属于分组“{word}”", "no points belong to the group '{word}'", "已有的分组：{words}", "groups: {words}"
    ),
    "LR218": Message("between 需要两个值", "between needs two values", "写成 [小, 大]", "write [low, high]"),
    "LR219": Message(
        "“{operator}”前面缺字段",
        "a field is missing before '{operator}'",
        "写成 字段: {{{operator}: 值}}",
        "write field: {{{operator}: value}}",
    ),
    "LR220": Message(
        "assign 要写且只写其中一个：{keys}",
        "assign needs exactly one of: {keys}",
        "例如 {{pool: all}}",
        "such as {{pool: all}}",
    ),
    "LR221": Message("{key} 不能和 {who} 一起写", "{key} does not go with {who}", "删掉它", "remove it"),
    "LR222": Message(
        "false 在这里没有意义",
        "false means nothing here",
        "删掉这一行，或用 enabled: false 停用整条规则",
        "remove the line, or switch the rule off with enabled: false",
    ),
    "LR223": Message(
        "表头“{alias}”同时属于 {first} 和 {second}",
        "the header '{alias}' belongs to both {first} and {second}",
        "只留在一个字段里",
        "keep it in one field",
    ),
    "LR224": Message("没有名为“{word}”的规则", "no rule named '{word}'", "已有的规则：{words}", "rules: {words}"),
    "LR225": Message(
        "两个等级的最低分都是 {number}", "two grades begin at {number}", "改掉其中一个", "change one of them"
    ),
    "LR226": Message(
        "比例有 {weights} 份，组员名单有 {members} 人",
        "the ratio has {weights} parts, the list of members {members} people",
        "members 写成名单，人数与份数一致",
        "give members as a list with as many people as the ratio has parts",
    ),
    "LR228": Message(
        "例子里不能写“{field}”：它是算出来的",
        "an example cannot give '{field}': it is worked out",
        "写得出它的字段，或把它写进 expect",
        "give the fields it comes from, or put it under expect",
    ),
    "LR227": Message(
        "{word} 是内置字段 {field} 的常见列名，这里写的都算到 {field} 上",
        "{word} is a usual header of the built-in field {field}; what stands here is added to {field}",
        "自己的字段请换一个名字；就是要加列名的话，直接写 {field}",
        "give a field of your own another name; to add headers, write {field}",
    ),
    "LR270": Message(
        "没有叫“{word}”的字段",
        "there is no field '{word}'",
        "写字段名，或写 ignore；自己的新字段要先写在 fields 里",
        "name a field, or write ignore; a new field of your own goes under fields first",
    ),
    "LR271": Message(
        "{field} 由 leadroute 自己算出，不能取自表格的列",
        "leadroute works {field} out itself; no column can be it",
        "换一个字段，或写 ignore",
        "name another field, or write ignore",
    ),
    "LR272": Message(
        "“{header}”在 fields 里是 {other} 的表头，在这里是 {field}；以这里为准",
        "'{header}' is a header of {other} under fields and is {field} here; this place is believed",
        "两处只留一处",
        "keep one of the two",
    ),
    "LR273": Message(
        "表头“{header}”写了两次（大小写、全半角和空格不算区别）",
        "the header '{header}' is given twice (case, width and blanks do not count)",
        "只留一个；另一个见所指位置",
        "keep one of them; the other is at the second place",
    ),
}

_INFER: dict[str, Message] = {
    "LR280": Message(
        "“{word}”推断不了", "'{word}' cannot be inferred", "可以推断：{words}", "what can be inferred: {words}"
    ),
    "LR281": Message(
        "{field} 不能由“{word}”推断",
        "{field} cannot be inferred from '{word}'",
        "可以由这些推断：{words}",
        "it can be inferred from: {words}",
    ),
    "LR282": Message(
        "“{word}”写了两次，第二次没有用",
        "'{word}' is listed twice; the second time does nothing",
        "去掉一个",
        "take one out",
    ),
}

_PEOPLE: dict[str, Message] = {
    "LR301": Message(
        "名册里没有“{who}”",
        "nobody on the roster is '{who}'",
        "写工号或名册上的姓名",
        "write an id or a name from the roster",
    ),
    "LR302": Message(
        "“{who}”已离职", "'{who}' has left", "从规则手册里去掉，或换成别人", "remove the name, or name somebody else"
    ),
    "LR303": Message(
        "“{who}”目前停用",
        "'{who}' is inactive now",
        "在名册里启用之前分不到线索",
        "gets no leads until active on the roster",
    ),
    "LR304": Message("叫“{who}”的有几个人：{ids}", "several people are named '{who}': {ids}", "写工号", "write the id"),
    "LR305": Message(
        "组“{pool}”一个人也没有", "nobody belongs to the pool '{pool}'", "检查 members 的条件", "check its members"
    ),
    "LR306": Message(
        "组“{pool}”里所有人的权重都是零",
        "all weights in the pool '{pool}' are zero",
        "至少给一个人写正数",
        "give somebody a positive weight",
    ),
    "LR307": Message(
        "组“{pool}”的 {count} 人目前都不接线索",
        "none of the {count} members of the pool '{pool}' is active",
        "检查名册里的状态",
        "check their status on the roster",
    ),
    "LR308": Message(
        "“{who}”有权重，但不在组“{pool}”里",
        "'{who}' has a weight but does not belong to the pool '{pool}'",
        "加进 members，或去掉权重",
        "add the rep to members, or remove the weight",
    ),
    "LR309": Message(
        "“{who}”既不是组，也不是名册里的人",
        "'{who}' is neither a pool nor on the roster",
        "写组名、工号或姓名",
        "write a pool, an id or a name",
    ),
    "LR310": Message(
        "名册里没有“{name}”这一列（组“{pool}”）",
        "the roster has no column '{name}' (pool '{pool}')",
        "可用：{names}",
        "columns: {names}",
    ),
    "LR311": Message(
        "名册的“{name}”里没有“{value}”（组“{pool}”）",
        "nobody on the roster has '{value}' as {name} (pool '{pool}')",
        "检查写法是否与名册一致",
        "check the spelling against the roster",
    ),
    "LR330": Message(
        "“{word}”不是上班的时段",
        "'{word}' are no hours",
        "例如 9:00-18:00；午休分成两段 [9:00-12:00, 13:30-18:00]；夜班写 [22:00-24:00, 0:00-6:00]",
        "such as 9:00-18:00; with a break [9:00-12:00, 13:30-18:00]; over midnight [22:00-24:00, 0:00-6:00]",
    ),
    "LR331": Message(
        "时段“{word}”与前面的重叠", "the hours '{word}' overlap earlier ones", "各段要分开", "keep them apart"
    ),
    "LR332": Message(
        "不知道“{word}”的法定节假日",
        "the public holidays of '{word}' are not known",
        "写国家代码，例如 CN；分地区的写 DE-BY；没有就写进 closed",
        "write a country such as CN, or with its part DE-BY; write what is missing under closed",
    ),
    "LR333": Message(
        "{day} 既写了上班（extra_work）又写了不上班（closed）",
        "{day} is both worked (extra_work) and not (closed)",
        "从其中一处删掉",
        "take it out of one of them",
    ),
    "LR334": Message(
        "“{word}”不能按工作时间算",
        "'{word}' cannot be counted in working time",
        "用分钟、小时、天（工作日）或周来写，最长 {limit} 个工作日",
        "write minutes, hours, days (working days) or weeks, at most {limit} working days",
    ),
    "LR335": Message(
        "“{word}”的结束早于开始，或长于 {limit} 天",
        "'{word}' ends before it begins, or is longer than {limit} days",
        "先写较早的日期，例如 2027-02-05..2027-02-12",
        "write the earlier date first, such as 2027-02-05..2027-02-12",
    ),
}

_COLUMNS: dict[str, Message] = {
    "LR401": Message(
        "条件用到字段 {field}，但线索文件里都没有",
        "a condition uses the field {field}, which no lead file has",
        "检查表头；或在 fields: 里补上它的别名",
        "check the headers, or add the header under fields:",
    ),
    "LR409": Message(
        "columns 里的表头“{header}”，线索文件里都没有",
        "no lead file has the header '{header}' given under columns",
        "检查导出的表头是否改了名",
        "see whether the export has renamed it",
    ),
    "LR408": Message(
        "名册里没有多值列“{name}”",
        "the roster has no list column '{name}'",
        "名册里有：{names}",
        "the roster has: {names}",
    ),
}

MESSAGES: dict[str, Message] = {**_YAML, **_SHAPE, **_LOGIC, **_INFER, **_PEOPLE, **_COLUMNS}
