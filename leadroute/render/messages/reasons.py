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
}
