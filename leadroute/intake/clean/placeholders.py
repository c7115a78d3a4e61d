"""What people type when a cell must not be empty. None of it names anybody."""

from __future__ import annotations

_NOTHING = """
- -- --- ---- — —— / // \\ . .. ... … ? ?? ??? * ** *** _ __ 无 暂无 没有 无无 空 未知 不详 不清楚 未填写 未填 待定
待补充 保密 同上 n/a na n.a. none null nil unknown undefined #n/a tbd test 测试 xx xxx xxxx 0 1 11 111 123
select 请选择 (null) (none) <null> asdf asd asdfg qwerty qwe 1234 12345 123456 测试数据 test1 testing
"""
_TEXT = """
无 暂无 未填写 未填 请选择 待补充 n/a #n/a select (null) (none) <null> #value! #ref! #name? #div/0! #null! #num!
"""
_COMPANY = """
个人 个体 个体户 自由职业 无公司 无单位 没有公司 公司 企业 某公司 测试公司 测试有限公司 self individual personal private
self-employed freelance freelancer
"""
_PHONES = """
13800138000 13900139000 13888888888 12345678901 12345678910 12345678900 12345678912 1234567 12345678 123456789
1234567890 01234567890 0123456789 87654321 987654321 10000000000 13800000000 13900000000
"""
_ASKED = "full_name first_name last_name email phone_number phone company_name job_title city province state country"
_EMAILS = """
test@meta.com test@fb.com
test@test.com test@test.cn a@a.com a@b.com abc@abc.com aaa@aaa.com xxx@xxx.com xx@xx.com x@x.com none@none.com
na@na.com no@no.com noemail@noemail.com no@email.com test@example.com test@qq.com test@163.com 123@qq.com 123456@qq.com
123@163.com 123@123.com 1@1.com 1@qq.com email@email.com admin@admin.com
"""
_ROLES = """
info sales sale admin administrator hr hello service services contact contacts support office marketing market
mail email enquiry enquiries inquiry postmaster webmaster noreply no-reply help jobs job career careers recruit zhaopin
kefu shichang xiaoshou business bd pr media press team company export trade purchase purchasing finance accounts
"""

_TEST_LEAD = frozenset(f"{mark}<test lead: dummy data for {asked}>" for asked in _ASKED.split() for mark in ("", "p:"))
"""What Meta's lead ads put into a test lead."""

NOTHING = frozenset(_NOTHING.split())
"""Folded words that stand for a blank in any column of names."""

TEXT = (
    frozenset(_TEXT.split())
    | _TEST_LEAD
    | {"select one", "please select", "-- select --", "--select--", "--none--", "-none-"}
)
"""Folded texts that stand for a blank in any column; words that may be an answer (``none``, ``NA``, 未知) are not."""

COMPANY = NOTHING | TEXT | frozenset(_COMPANY.split())
CONTACT = (NOTHING | TEXT) - {"na", "null", "nil"}  # Na and Null are people's names
PHONE = NOTHING | TEXT | {"无电话", "无手机"}
EMAIL = NOTHING | TEXT | {"无邮箱"}
WEBSITE = NOTHING | TEXT | {"无网站", "没有网站", "http", "https", "www"}

NICKNAME = (
    r"^(?:匿名|游客|访客|网友|新客户|(?:微信|抖音|快手|百度|头条|淘宝|小程序|手机|平台|注册|匿名|普通)?(?:用户|网友|访客|客户))"
    r"[\w*]*$|^(?:user|guest|customer|visitor|anonymous)[\d_]*$"
)
"""A pattern (RE2) of what platforms call people who gave no name, folded: 微信用户, 用户8273."""

PHONES = frozenset(_PHONES.split())
"""Eleven digits that everybody types; so are eleven equal digits."""

EMAILS = frozenset(_EMAILS.split())

ROLES = tuple(_ROLES.split())
"""Mailboxes that belong to a desk, not to a person."""

SIGNS = " -—–_/\\.,:;*?!~+()#'\"@=&"
"""A cell of nothing but these says nothing."""

ONLY_SIGNS = r"^[\pP\pS\s]+$"
"""The same as a pattern (RE2), and of signs of every script."""
