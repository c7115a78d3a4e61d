"""Messages about comparing rulebooks (LR86)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR860": Message(
        "--fail-if 成立：{claim}（{figure}：{amount}）",
        "--fail-if is true: {claim} ({figure}: {amount})",
        "看清这些线索为什么变，再改规则手册；确实要这样改，就放宽条件",
        "see why these leads change, then mend the rulebook; if the change is meant, widen the condition",
    ),
    "LR861": Message(
        "没有叫“{word}”的指标",
        "no figure is called '{word}'",
        "可用的有：{words}",
        "there is {words}",
    ),
    "LR862": Message(
        "这里应当是{wanted}",
        "here should be {wanted}",
        "写成 'default_rate > 5% or vip_moved > 0' 这样；可用 and、or 和括号",
        "write it like 'default_rate > 5% or vip_moved > 0', with and, or and brackets",
    ),
    "LR863": Message(
        "{figure} 不能这样比较：{unit}",
        "{figure} cannot be compared with this: {unit}",
        "线索数写成 20 或 5%，均衡比和差额写成 1.5",
        "write leads like 20 or 5%, ratios and gaps like 1.5",
    ),
    "LR864": Message(
        "括号套得太深",
        "too many brackets inside each other",
        "去掉多余的括号",
        "leave out the brackets that are not needed",
    ),
    "LR865": Message(
        "比较期间台账里多了一个批次，两边的起点不同；没有比较",
        "another run was recorded meanwhile, so both sides do not begin alike; nothing was compared",
        "再运行一次",
        "run it again",
    ),
}
