"""The sample roster, leave table, customers and product table: invented people with numbers nobody has."""

from __future__ import annotations

REP_HEADERS = (
    "工号", "姓名", "邮箱", "手机", "团队", "级别", "权重", "日上限", "周上限", "月上限", "在手上限", "在手线索",
    "状态", "入职日期", "技能", "负责省份", "负责行业", "成交数", "跟进数", "代理人", "Salesforce ID",
)  # fmt: skip

# name, team, level, weight, caps day/week/month/open, open leads, status, hired, skills, provinces, industries,
# won, worked, deputy. 3 : 1.5 : 1 is the ratio of design and docs; R003 is new, R006 is paused, R009 left
_REPS = (
    ("林小舟", "华东", "高级", 3, 30, 120, 400, 60, 22, "在职", "2021-03-01", "大客户、英语", "上海、江苏", "机械制造、电子制造", 60, 200, "R002"),
    ("何田田", "华东", "中级", 1.5, 20, 80, 300, 60, 31, "在职", "2023-07-17", "英语", "上海、浙江", "医疗、软件和信息服务", 30, 200, "R001"),
    ("南风起", "华东", "新人", 1, 8, 30, 100, 25, 3, "在职", "2026-11-09", "", "江苏、浙江、安徽、山东", "", 1, 4, "R001"),
    ("苏打水", "华南", "高级", 3, 30, 120, 400, 80, 40, "在职", "2020-10-12", "大客户、粤语", "广东、四川", "", 45, 180, "R005"),
    ("梅子酱", "华南", "中级", 1.5, 20, 80, 300, 60, 28, "在职", "2024-05-06", "粤语", "广东、福建", "", 22, 160, "R004"),
    ("叶半夏", "华南", "中级", 0, 20, 80, 300, 60, 9, "在职", "2024-09-02", "", "福建、海南", "", 10, 90, "R005"),
    ("北辰星", "华北", "高级", 3, 30, 120, 400, 80, 35, "在职", "2019-06-03", "大客户、日语", "北京、天津、河北", "", 52, 210, "R008"),
    ("钟小楼", "大客户", "中级", 1, 12, 60, 200, 40, 12, "在职", "2022-02-21", "大客户", "山东、河北", "", 24, 120, "R010"),
    ("常远行", "华北", "中级", 1.5, 20, 80, 300, 60, 0, "离职", "2022-04-11", "", "北京、内蒙古", "", 25, 190, "R007"),
    ("向晚晴", "大客户", "高级", 2, 10, 40, 120, 40, 18, "在职", "2018-01-08", "大客户、英语", "", "", 40, 110, "R008"),
    ("Dana Sample", "海外", "中级", 2, 15, 60, 200, 50, 11, "在职", "2025-03-10", "英语、日语", "", "", 18, 120, "R010"),
    ("祁连山", "海外", "中级", 1, 15, 60, 200, 50, 15, "在职", "2020-08-24", "英语", "", "", 12, 100, "R011"),
)  # fmt: skip

LEAVE_HEADERS = ("工号", "开始", "结束", "原因")
LEAVES = (
    ("R002", "2026-11-20", "2026-11-24", "年假"),
    ("R012", "2026-11-23 上午", "2026-11-23 上午", "体检"),
    ("R005", "2026-11-25 下午", "2026-11-27", "出差培训"),
)

CUSTOMER_HEADERS = ("客户名称", "统一社会信用代码", "域名", "电话", "负责人")
_CUSTOMERS = (
    ("南京老朋友机床有限公司", "FAKE0001", "laopengyou.example", "13800005001", "R001"),
    ("杭州雨山纸业有限公司", "FAKE0002", "yushan-paper.example", "13800005002", "R002"),
    ("北京旧时光文具有限公司", "FAKE0003", "jiushiguang.example", "13800005003", "R007"),
    ("深圳老主顾连锁有限公司", "FAKE0004", "laozhugu.example", "13800005004", "R004"),
    ("两个主人电器有限公司", "FAKE0005", "lianggezhuren.example", "13800005005", "R001"),
    ("两个主人电器有限公司", "FAKE0006", "", "13800005006", "R007"),
    ("成都走了人的火锅底料有限公司", "FAKE0007", "", "13800005007", "R009"),
    ("苏州安静图书有限公司", "FAKE0008", "anjing-books.example", "13800005008", "R010"),
)  # fmt: skip

CORRECTIONS = (
    ("线索编号", "新负责人", "原因"),
    ("A0009", "南风起", "老同学介绍"),
)

PRODUCTS = (("产品", "系列"), ("看板屏", "车间硬件"), ("看板屏 Pro", "车间硬件"), ("电子看板", "车间硬件"))

_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BODY = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def rep_rows() -> list[tuple[object, ...]]:
    """The rows of the roster sheet, in the order of ``REP_HEADERS``."""
    return [_rep_row(number, rep) for number, rep in enumerate(_REPS, start=1)]


def old_rep_rows() -> list[tuple[object, ...]]:
    """The roster of the quarter before: R003 was not hired yet, R009 had not left."""
    rows = [row for row in rep_rows() if row[0] != "R003"]
    return [tuple("在职" if cell == "离职" else cell for cell in row) for row in rows]


def customer_rows() -> list[tuple[str, ...]]:
    """The rows of the customer sheet, in the order of ``CUSTOMER_HEADERS``."""
    return [(name, credit_code(body), *rest) for name, body, *rest in _CUSTOMERS]


def credit_code(body: str) -> str:
    """A 统一社会信用代码 whose check characters are right (GB 11714, GB 32100) and whose region does not exist."""
    total = sum(weight * _BODY.index(char) for weight, char in zip(_BODY_WEIGHTS, body, strict=True))
    start = "91999999" + body + "0123456789X0"[11 - total % 11]
    check = sum(pow(3, at, 31) * _CODE.index(char) for at, char in enumerate(start))
    return start + _CODE[-check % 31]


def _rep_row(number: int, rep: tuple[object, ...]) -> tuple[object, ...]:
    name, *rest = rep
    identity = (f"R{number:03}", name, f"r{number:03}@example.com", f"1990000{number:04}")
    return (*identity, *rest, f"005000000000{number:03}AAA")
