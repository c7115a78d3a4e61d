"""Why some codes matter, in a few sentences more than a finding has: (zh, en)."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "LR202": (
        "规则总有漏掉的线索。default 说明它们归谁，否则它们会无人负责。",
        "Rules always miss some leads. The default says whose those are, or they would be nobody's.",
    ),
    "LR230": (
        "证明覆盖所有可能的线索和时间，不只是手头的文件。所列条件去掉任何一个，其余的就能同时成立。",
        (
            "The proof is about every possible lead at any time, not about a file at hand. Without any one of the"
            " conditions named, the others can hold together."
        ),
    ),
    "LR231": (
        "规则从上到下，第一条符合的算数。所列的前面几条合在一起拿走了这条规则的全部线索，缺一条就不成立。",
        (
            "Rules are tried from the top, and the first that matches decides. The earlier rules named take all "
            "leads of this one together; leave one of them out and some would remain."
        ),
    ),
    "LR232": (
        "同一个值写在两条规则里，多半是地盘划重了：靠后的那一处不起作用。",
        ("A value that stands in two rules is mostly a territory given out twice: the later place has no effect."),
    ),
    "LR233": (
        "两条规则各有对方没有的线索，又有共同的线索，去向却不同：由顺序决定。只比较问到同一字段的规则。",
        (
            "Each of the two rules has leads the other has not, and they share some, which go different ways: the"
            " order decides. Only rules that ask about a common field are compared."
        ),
    ),
    "LR234": (
        "先找各字段都是规则里写到的值的线索，找不到再找别的，最后才是空白。",
        ("A lead is looked for first among the values that rules name, then among others, and blanks come last."),
    ),
    "LR236": (
        "名册里的值、表格的内容和没见过的文本是否符合正则表达式，单看规则手册无法知道；说不准的就不说。",
        (
            "What reps have on the roster, what a table holds and which unseen texts fit a pattern cannot be "
            "known from the rulebook alone; what is not certain is not claimed."
        ),
    ),
    "LR350": (
        "工作量按步数算，不按时间算，同一本规则手册总是得到同样的结论。没有判定的不报，也不当作成立。",
        (
            "Effort is counted in steps, not in seconds, so that the same rulebook always gets the same answer. What"
            " was not decided is not claimed."
        ),
    ),
    "LR235": (
        "这条规则有条件，可是没有线索不符合；写条件的人多半想的是别的。后面的规则从来轮不到。",
        (
            "The rule has conditions, and no lead fails them; whoever wrote them mostly meant something else. The"
            " rules behind it are never asked."
        ),
    ),
    "LR237": (
        "列表里的这个值被同一条规则的其他条件排除，写了等于没写。",
        "Another condition of the same rule excludes this value of its list, so it might as well not stand there.",
    ),
    "LR288": (
        "证明只说有这样的线索，不说有多少；这里按给出的线索数一遍，好决定要不要调整顺序。",
        (
            "A proof says that there are such leads, not how many; here they are counted in the leads given, so"
            " that one can tell whether the order matters."
        ),
    ),
    "LR289": (
        "换一批线索，这条规则也许还能决定一些，所以不能说它永远轮不到；但在这些线索里它没有起作用。",
        (
            "With other leads the rule may decide some, so it is not dead for certain; with these leads it has no"
            " effect at all."
        ),
    ),
    "LR313": (
        "这个人请假、离职或到了上限，组里的线索就没有人接。",
        "When this person is away, leaves or is at a cap, nobody takes the leads of the pool.",
    ),
    "LR315": (
        "规则总有漏掉的线索；公海没有人看，它们就一直等着。",
        "Rules always miss some leads; where nobody looks at the open pool, those wait for good.",
    ),
    "LR317": (
        "例子会随规则手册一直保存、给很多人看，所以能不写真人的资料就不写；这一项换掉以后结果就变了，只好照抄。",
        (
            "Examples are kept and seen for as long as the rulebook, so nobody's data is put there that need not"
            " be; with another value here the lead would have been decided otherwise."
        ),
    ),
    "LR830": (
        "多半是写法和文件里不同（“广东省”和“广东”这类已经按同一个值比较）；也可能这批线索里恰好没有。",
        (
            "Mostly it is spelled otherwise in the files (what only looks different, such as 广东省 and 广东, is"
            " compared as equal); or these leads just have none."
        ),
    ),
    "LR833": (
        "字段空着时条件没有结果，线索就往下走。空得多，这条规则就等于没有。",
        "A blank leaves a condition undecided and the lead goes on down. Where many are blank the rule does nothing.",
    ),
}
