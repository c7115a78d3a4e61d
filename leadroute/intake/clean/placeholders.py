"""What people type when a cell must not be empty. None of it names anybody."""

from __future__ import annotations

_NOTHING = """
- -- --- ---- — —— / // \\ . .. ... … ? ?? ??? * ** *** _ __ 无 暂无 没有 无无 空 未知 不详 不清楚 未填写 未填 待定
待补充 保密 同上 n/a na n.a. none null nil unknown undefined #n/a tbd test 测试 xx xxx xxxx 0 1 11 111 123
"""
_COMPANY = "个人 个体 个体户 自由职业 无公司 无单位 没有公司 公司 企业 self individual personal private"
_PHONES = "13800138000 13900139000 13888888888 12345678901 12345678910 12345678900 12345678912"
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

NOTHING = frozenset(_NOTHING.split()) | _TEST_LEAD
"""Folded words that stand for a blank in any column of names."""

COMPANY = NOTHING | frozenset(_COMPANY.split())
CONTACT = (NOTHING - {"na", "null", "nil"}) | {"匿名", "匿名用户"}  # Na and Null are people's names
PHONE = NOTHING | {"无电话", "无手机"}
EMAIL = NOTHING | {"无邮箱"}

PHONES = frozenset(_PHONES.split())
"""Eleven digits that everybody types; so are eleven equal digits."""

EMAILS = frozenset(_EMAILS.split())

ROLES = tuple(_ROLES.split())
"""Mailboxes that belong to a desk, not to a person."""
