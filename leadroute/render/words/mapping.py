"""Words of ``leadroute map``."""

WORDS: dict[str, tuple[str, str]] = {
    "map.table": ("{file}    表头在第 {row} 行    {rows} 行数据", "{file}    header in row {row}    {rows} rows"),
    "map.from": ("    来自 {system}", "    from {system}"),
    "map.column": ("列", "column"),
    "map.field": ("字段", "field"),
    "map.because": ("依据", "because"),
    "map.samples": ("例子", "samples"),
    "map.maybe": ("{field} ?", "{field} ?"),
    # who says so
    "map.rulebook": ("规则手册", "the rulebook"),
    "map.preset": ("{system}", "{system}"),
    "map.built_in": ("常用列名", "a usual name"),
    "map.aside": ("说明不当字段", "said to be no field"),
    "map.rival": ("{field} 用了“{used}”", "{field} is '{used}'"),
    "map.unknown": ("不认识", "unknown"),
    # why a field is suggested
    "map.values": ("{share} 的值像{field}", "{share} of the values look like {field}"),
    "map.near": ("列名像“{near}”", "nearly '{near}'"),
    "map.ending": ("列名以“{near}”结尾", "ends in '{near}'"),
    "map.rivals": ("；“{others}”也像，没有写", "; so does '{others}', not written"),
    # what to do
    "map.settled": ("每一列都有着落，不用写什么。", "Nothing is open: every column is known or said to be no field."),
    "map.to_write": (
        "还有 {count} 列没有着落。核对后把下面几行放进规则手册，或加上 --rules 规则手册 --write 由程序写入：",
        "{count} columns are open. Check these lines and put them into the rulebook, or let --rules R --write do it:",
    ),
    "map.to_paste": (
        "没有写入。请把下面几行放进规则手册：",
        "Nothing was written. Put these lines into the rulebook:",
    ),
    "map.written": (
        "已写入 {file}，请核对；改错字段名即可，ignore 表示不当字段。",
        "Written to {file}. Check the lines: put the right field, ignore means none.",
    ),
}
