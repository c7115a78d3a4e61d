"""The words and the told cases the samples are made of. All invented: no person, firm or number here exists."""

from __future__ import annotations

from typing import NamedTuple

FIELDS = (
    "lead_id", "created", "company", "contact", "title", "phone", "email", "province", "city", "industry",
    "employees", "product", "source", "budget", "message",
)  # fmt: skip
"""The fifteen columns every export has."""

HEADERS = {
    "csv": (
        "线索编号", "创建时间", "公司名称", "联系人", "职位", "手机号", "邮箱", "省份", "城市", "行业",
        "员工人数", "意向产品", "线索来源", "预算", "备注", "落地页", "紧急程度",
    ),
    "gbk": (
        "编号", "提交时间", "企业名称", "姓名", "职务", "手机", "电子邮箱", "省", "市", "所属行业",
        "企业规模", "产品", "来源", "采购预算", "需求描述", "展位号", "统一社会信用代码", "预计采购日期",
    ),
    "xlsx": (
        "Lead ID", "Created", "Company", "Name", "Title", "Phone", "Email", "Province", "City", "Industry",
        "Employees", "Product", "Source", "Budget", "Message", "点击标识", "Country", "广告计划",
    ),
}  # fmt: skip
"""What each export calls them, then the column nobody knows, then what only that export has."""

BRANDS = (
    ("纸飞机", "zhifeiji"), ("月亮船", "yueliangchuan"), ("青苹果", "qingpingguo"), ("风筝线", "fengzhengxian"),
    ("糖葫芦", "tanghulu"), ("小石桥", "xiaoshiqiao"), ("竹蜻蜓", "zhuqingting"), ("橘子海", "juzihai"),
    ("蒲公英伞", "pugongyingsan"), ("木头人", "mutouren"), ("萤火虫灯", "yinghuochongdeng"), ("雪花糕", "xuehuagao"),
    ("七色鹿", "qiselu"), ("大白鲸鱼", "dabaijingyu"), ("慢蜗牛", "manwoniu"), ("空山雨", "kongshanyu"),
)  # fmt: skip

# place as each export happens to spell it: the same province under several names
PLACES = (
    (("上海", "上海市", "沪"), "上海"),
    (("江苏", "江苏省"), "苏州"),
    (("浙江", "浙江省"), "杭州"),
    (("山东", "山东省"), "青岛"),
    (("广东", "广东省", "粤"), "深圳"),
    (("福建", "福建省"), "厦门"),
    (("北京", "北京市", "京"), "北京"),
    (("河北", "河北省"), "石家庄"),
    (("内蒙古", "内蒙古自治区"), "包头"),
    (("四川", "四川省"), "成都"),
)

TRADES = (
    ("精密机械", "机械制造"),
    ("电子科技", "电子制造"),
    ("医疗器械", "医疗"),
    ("软件", "软件和信息服务"),
    ("物流", "物流运输"),
    ("食品", "食品饮料"),
    ("教育咨询", "教育"),
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = ("一鸣", "晓楠", "雨桐", "文博", "佳宁", "子墨", "思远", "若溪", "嘉木", "清扬", "知秋", "望舒")
TITLES = ("采购经理", "销售总监", "总经理", "IT 主管", "厂长", "行政", "技术总监", "采购专员", "VP", "")
PRODUCTS = ("MES-100", "MES-200", "ERP 云", "WMS", "扫码枪", "看板屏", "CRM")
SOURCES = ("官网", "展会", "百度推广", "抖音", "老客户转介绍", "400 热线")
MESSAGES = ("想了解价格", "请在工作日联系", "需要演示", "已有旧系统，想替换", "", "", "下季度有预算")


class Case(NamedTuple):
    """One lead that shows one thing; ``file`` is the export it stands in, blank values stay blank."""

    file: str
    company: str
    contact: str
    phone: str = ""
    email: str = ""
    province: str = ""
    city: str = ""
    title: str = ""
    industry: str = ""
    employees: str = ""
    product: str = ""
    budget: str = ""
    message: str = ""
    source: str = ""
    credit: str = ""
    country: str = ""
    age_days: int = 2


CASES = (
    # the same mobile in two exports, written differently: one lead, the sources are joined
    Case("csv", "苏州纸风车自动化有限公司", "顾小满", "13800008001", "", "江苏", "苏州", "厂长", "机械制造", source="官网"),
    Case("gbk", "苏州纸风车自动化", "顾小满", "138 0000 8001", "gu@zhifengche.example", "江苏省", industry="机械制造", employees="260"),
    # the same company and contact, another number
    Case("csv", "杭州云朵熊软件有限公司", "陆知微", "13800008002", "", "浙江", "杭州", product="CRM"),
    Case("xlsx", "杭州云朵熊软件有限公司", "陆知微", "19900008002", "", "浙江省", "杭州", budget="300000"),
    # the same mail, in another case
    Case("gbk", "青岛海星星食品有限公司", "于海蓝", "", "yu@haixingxing.example", "山东", "青岛"),
    Case("xlsx", "海星星食品", "于海蓝", "13800008003", "YU@haixingxing.EXAMPLE", "山东", "青岛"),
    # one mobile, four companies, four people: an agency. The number must link nothing
    Case("csv", "上海小火车模具有限公司", "柏青", "13800008888", "", "上海市", "上海", industry="机械制造"),
    Case("csv", "无锡三只船电子有限公司", "田野", "13800008888", "", "江苏", "无锡", industry="电子制造"),
    Case("gbk", "宁波向日葵花包装有限公司", "安然", "13800008888", "", "浙江", "宁波"),
    Case("xlsx", "合肥蓝气球医疗有限公司", "江月", "13800008888", "", "安徽", "合肥", industry="医疗"),
    # a service number, a placeholder, a role mailbox: no proof that two rows are one lead
    Case("csv", "南京稻草人物流有限公司", "高原", "400-000-1234", "", "江苏", "南京", industry="物流运输"),
    Case("gbk", "徐州红灯笼食品有限公司", "石磊磊", "400-000-1234", "", "江苏", "徐州"),
    Case("csv", "温州千纸鹤鞋业有限公司", "丁一一", "13800138000", "", "浙江", "温州"),
    Case("xlsx", "泉州小贝壳服饰有限公司", "方圆圆", "13800138000", "", "福建", "泉州"),
    Case("gbk", "济南铁皮鼓机械有限公司", "", "", "info@tiepigu.example", "山东", "济南", industry="机械制造"),
    Case("xlsx", "济南铁皮鼓机械有限公司", "罗小鼓", "", "info@tiepigu.example", "山东", "济南", "总经理", "机械制造"),
    # what Excel made of a mobile; nothing can bring the digits back
    Case("csv", "常州不倒翁玩具有限公司", "倪安", "1.38E+10", "ni@budaoweng.example", "江苏", "常州"),
    # rows with nobody in them
    Case("csv", "", "", message="（导出时多出的空行）"),
    Case("gbk", "", "", province="浙江"),
    # names that are data, whatever they look like
    Case("xlsx", "NA", "Nan Null", "13800008010", "nan@na-trading.example", country="新加坡", source="展会"),
    Case("csv", "=cmd()科技", "=1+1", "13800008011", "", "广东", "深圳"),
    Case("csv", "[/]工作室", "[red]小红[/red]", "13800008012", "", "广东", "广州"),
    Case("xlsx", "../../报价", "@SUM(A1)", "13800008013", "", "北京", "北京"),
    # several people of one company: different leads, one rep
    Case("csv", "上海糖罐子机械制造有限公司", "唐果", "13800008021", "tang@tangguanzi.example", "上海", "上海", "采购经理", "机械制造", "800"),
    Case("gbk", "上海糖罐子机械制造有限公司", "田甜", "13800008022", "tian@tangguanzi.example", "沪", "上海", "技术总监", "机械制造", "800"),
    Case("xlsx", "上海糖罐子机械制造有限公司", "宋薄荷", "13800008023", "song@tangguanzi.example", "上海市", "上海", "总经理", "机械制造"),
    # people of existing customers: found by credit code, mail domain, company name, phone
    Case("gbk", "老朋友机床", "白露", "13800008031", "", "江苏", "南京", credit="FAKE0001"),
    Case("csv", "无", "谷雨", "13800008032", "gu@yushan-paper.example", "浙江", "杭州"),
    Case("csv", "北京旧时光文具有限公司", "夏至", "13800008033", "", "北京市", "北京"),
    Case("xlsx", "新来的门店", "冬至", "13800005004", "", "广东", "深圳"),
    Case("csv", "两个主人电器有限公司", "秋分", "13800008035", "", "河北", "石家庄"),
    Case("gbk", "成都走了人的火锅底料有限公司", "大寒", "13800008036", "", "四川", "成都"),
    # money: above the review line, in three spellings
    Case("csv", "深圳大手笔航空部件有限公司", "钟鼎", "13800008041", "", "广东", "深圳", "VP", "机械制造", "3200", "MES-200", "1200000"),
    Case("gbk", "厦门大手笔港务有限公司", "鼎铭", "13800008042", "", "福建", "厦门", "总经理", "物流运输", "1,500", "WMS", "1500万"),
    Case("xlsx", "北京大手笔地产有限公司", "丰年", "13800008043", "", "北京", "北京", "总监", "", "900", "ERP 云", "¥ 2,000,000"),
    # not to be called, or too late to call
    Case("csv", "同行卧底软件有限公司", "莫问", "13800008051", "", "上海", "上海", "产品经理", message="竞品，同行打探"),
    Case("gbk", "测试公司（请忽略）", "测试", "13800008055", "test@example.com", "上海", "上海"),
    Case("csv", "去年冬天农机有限公司", "霜降", "13800008052", "", "山东", "潍坊", age_days=120),
    Case("gbk", "没有地址贸易有限公司", "", "13800008053", message="只留了电话"),
    # a character that GBK lacks and GB18030 has
    Case("gbk", "宁波𠮷祥渔具有限公司", "陈䶮", "13800008054", "", "浙江", "宁波"),
    # from abroad
    Case("xlsx", "Paper Moon Tooling Ltd", "Alice Sample", "+44 7700 900123", "alice@papermoon.example", "", "Leeds", "Director",
         "Manufacturing", "540", "MES-200", "90000", "Please call in English", "website", country="United Kingdom"),
    Case("xlsx", "Blue Teapot Inc.", "Bob Placeholder", "+1 202-555-0143", "bob@blueteapot.example", "", "Washington", "Buyer",
         "Retail", "60", "WMS", "", "", "website", country="United States"),
    Case("xlsx", "Kangaroo Buttons Pty", "Carol Testcase", "+61 491 570 156", "carol@kbuttons.example", "", "Perth", "VP Sales",
         "Textiles", "120", "ERP 云", "", "Demo next week", "website", country="Australia"),
    Case("xlsx", "紙風船株式会社", "見本 花子", "", "hanako@kamifusen.example", "", "大阪", "部長", "機械", "300", "MES-100",
         country="日本", source="展会"),
)  # fmt: skip
