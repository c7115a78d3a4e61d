"""The header names leads are known by, best first. Sources: shared CRM exports and lead forms, see docs.

Names are compared after ``headers.normalise``: case, blanks, ``_`` and ``-``, stars and bracketed hints do not count.
``|`` parts the names. A field's own name always counts.
"""

from __future__ import annotations


def _table(text: str) -> dict[str, tuple[str, ...]]:
    entries = (line.partition(":") for line in text.strip().splitlines())
    return {field.strip(): tuple(name.strip() for name in names.split("|")) for field, _, names in entries}


LEADS = _table("""
lead_id: 线索编号|线索id|线索号|编号|客户编号|id|lead no|lead number|leadid|clue id|leads id|record id|contact id|客户id|客户线索编号|prospect id|mql id|opportunity id|guid|external id
created_at: 线索创建时间|创建时间|创建日期|添加时间|线索添加时间|提交时间|提交日期|登记日期|登记时间|线索时间|留资时间|录入时间|录入日期|注册时间|初次备案日期|采集时间|date|时间|日期|create date|created date|created time|created on|date created|create time|created|submitted at|date submitted|lead submit time|填写时间|报名时间|咨询时间|提交答卷时间|入库时间|date added|submission date|submitted on|timestamp|first contact date|engage date|subscription date|订单创建时间|pardot created date
company: 公司名称|公司|企业名称|企业|公司名|单位名称|单位|客户公司|所在公司|客户名称|客户全称|company name|company / account|account name|account|organization|organisation|organization name|organisation name|partner name|associated company|business name|employer|公司名稱|工作单位|所属公司|公司全称|企业全称|客户公司名称|公司/单位|organization/company|客户单位|名称
contact: 联系人|联系人姓名|联系人名称|客户联系人|联系人名字|姓名|客户姓名|称呼姓名|联络人|用户姓名|contact name|contact person|full name|fullname|person name|user name|name|leads name|線索姓名|聯絡人
first_name: firstname|given name|名|forename|person first name
last_name: lastname|surname|family name|姓|姓氏|person last name
title: 职位|职务|岗位|头衔|职称|job title|position|function|contact title|职业|role
phone: 手机号|手机|手机号码|移动电话|联系手机|手机电话|mobile|mobile phone|mobile number|mobile phone number|mobile no.|mobile no|cell|cell phone|cellphone|mobilephone|手機|行動電話|注册手机号|联系人手机|联系人手机号|联系人手机号码|客户手机|客户手机号|客户手机号码|联系手机号|手机1|手机号1|手机号码1|mobile tel|mobile phone no|contact mobile
tel: 电话|联系电话|电话号码|联系人电话|客户电话|联系方式|座机|座机电话|固定电话|固话|办公电话|公司电话|telephone|phone number|tel|telephone number|business phone|work phone|phone 1|phone 2|user phone|leads tel|phone no|tel no|contact phone|contact no|电话1|电话2|客户联系电话|联系人联系电话|總機電話|聯絡電話|person phone|office phone|home phone|contact number
email: 邮箱|电子邮箱|邮箱地址|电子邮件|邮件|e-mail|mail|email address|e-mail address|email from|work email|email 1|user email|leads email|contact email|person email|電子郵件|信箱|secondary email|email 2|personal email|business email|公司邮箱|企业邮箱|工作邮箱|联系邮箱|客户邮箱|联系人邮箱|邮箱号
wechat: 微信号|微信|微信id|wechat id|weixin|leads wechat|微信账号|联系微信|客户微信|联系人微信
website: 网站|网址|官方网站|公司网址|公司网站|官网地址|website url|web site|url|homepage|company domain name|company domain|associated company domain|domain|域名|公司域名|公司網址
credit_code: 统一社会信用代码|社会信用代码|信用代码|税号|纳税人识别号|营业执照号|unified social credit code|uscc|tax id
country: 国家|国家/地区|国别|所在国家|country/region|country region|country code|country name|billing country|國家
province: 省份|省|省/直辖市|所在省份|所属省份|省份名称|省市|地区|所属地区|所在地区|所在省|所属省|地区名称|区域|客户区域|province name|state/province|state/region|state or province|state|region|billing state|seller state
city: 城市|市|所在市|所属城市|地市|地级市|所在城市|城市名称|city name|town|billing city|seller city|location city
district: 区|区县|区/县|县区|所在区|所在区县|区域/县|county
address: 地址|详细地址|收货地址|公司地址|联系地址|通讯地址|street|street address|address line 1|住址
zip: 邮编|邮政编码|postal code|zip code|zip/postal code|postcode|postalcode|zip postal code|seller zip code prefix|邮编号码
industry: 行业|所属行业|客户行业|行业划分|行业类型|行业类别|行业分类|主营行业|客户所属行业|industry name|sector|vertical|business segment|產業類別
employees: 员工人数|员工数|公司人数|人数|公司规模|企业规模|人员规模|员工规模|企业人数|公司员工数|规模|number of employees|no. of employees|no of employees|numberofemployees|company size|employee count|headcount
revenue: 营收|年营收|营业额|年营业额|年销售额|年收入|annual revenue|annualrevenue|declared monthly revenue
budget: 预算|采购预算|项目预算|预算金额|采购金额|预计金额|预估金额|意向金额|expected revenue|项目金额|商机金额|预计成交金额|项目预算|amount|deal value|estimated value|estimatedvalue|close value|总金额
product: 产品|意向产品|意向产品名称|咨询产品|感兴趣产品|主要产品|意向学科|意向车型|意向课程|意向服务|咨询项目|感兴趣的产品|产品名称|需求产品|product name|product interest|interested product|product of interest
source: 来源|线索来源|客户来源|渠道来源|来源渠道|渠道|获客渠道|推广渠道|数据来源|流量来源|来源平台|获客来源|信息来源|线索渠道|渠道名称|客户渠道|lead source|leadsource|source channel|original source|origin|lead origin|channel|how did you hear about us|utm source
campaign: 活动|市场活动|市场活动名称|所属活动|活动名称|广告计划|计划名|计划名称|广告名称|campaign name|source campaign|utm campaign|活动编号|营销活动|推广计划|广告系列|ad name|campaign id
message: 备注|留言|需求|需求描述|客户需求|线索描述|销售线索详情|咨询内容|留言内容|线索备注|客户备注|备注信息|咨询问题|描述|说明|description|note|notes|comment|comments|remark|remarks|requirements|inquiry|enquiry
status: 状态|线索状态|跟进状态|线索阶段|线索进度|意向状态|lead status|leadstatus|status id|stage|deal stage|opportunity stage
owner: 负责人|原负责人|业务负责人|跟进人|所属人|所有人|所属销售|销售|负责人名字|归属人|客户经理|owner name|lead owner|contact owner|company owner|account owner|assigned to|sales person|salesperson|sales agent|owner id|owner username|owner employee id|customer owner|账户经理|负责销售|跟进人员|销售人员|业务员|销售顾问|所属人员|归属销售|当前负责人|account manager|deal owner
language: 语言|语种|preferred language|locale
""")  # noqa: E501 - one line a field
"""Field → names, best first. ``tel`` holds the names that do not say *mobile*; see ``headers.match``."""

REPS = _table("""
id: 工号|员工编号|员工工号|销售编号|销售工号|人员编号|编号|rep id|employee id|employeeid|user id|sales id|salesid|staff id|owner id|agent id|seller id|sr id|employee no|employee number
name: 姓名|销售姓名|销售|员工姓名|名字|销售人员|rep|rep name|sales rep|sales agent|agent|full name|employee name|salesperson|sales person|owner|owner name|负责人|业务员|顾问
first_name: firstname|given name|名
last_name: lastname|surname|family name|姓
email: 邮箱|电子邮箱|邮件|企业邮箱|e-mail|mail|email address|work email
mobile: 手机号|手机|手机号码|电话|联系电话|mobile phone|mobile number|phone|phone number|home phone|cell
team: 团队|部门|组|小组|销售组|销售团队|所属团队|所属部门|大区|战区|sales team|department|group|office|regional office
level: 级别|职级|等级|rank|grade|tier|seniority|销售等级
weight: 权重|分配权重|分配比例|配比|比例|share|ratio
cap_open: 在手上限|持有上限|库容|线索上限|在手线索上限|客户上限|最大持有|open cap|max open|capacity|max leads
cap_day: 日上限|每日上限|每天上限|日分配上限|单日上限|当日上限|daily cap|day cap|max per day|daily limit|cap per day
cap_week: 周上限|每周上限|weekly cap|week cap|max per week|weekly limit|cap per week
cap_month: 月上限|每月上限|月分配上限|monthly cap|month cap|max per month|monthly limit|cap per month
status: 状态|在职状态|员工状态|是否在职|active|employment status|rep status
hired_on: 入职日期|入职时间|入职|hire date|hired|start date|joined|join date|hiredate
skills: 技能|擅长|特长|能力|标签|skill|expertise|tags|语言|languages|language
provinces: 负责省份|省份|负责区域|区域|属地|负责地区|省|province|territory|territories|states|state|region
countries: 负责国家|国家|国家/地区|country|country/region|markets
zips: 邮编|负责邮编|邮政编码|zip|zip codes|zip code|postal codes|territory id|zipcodes
industries: 行业|负责行业|擅长行业|industry|verticals|sectors
products: 产品|负责产品|产品线|擅长产品|product|product lines
won: 成交数|成交量|赢单数|成单数|转化数|won deals|deals won|converted|wins
worked: 跟进数|跟进量|线索数|处理数|leads worked|leads handled|worked leads|total leads
rate: 转化率|成交率|赢单率|conversion rate|conversion|win rate
open_leads: 在手线索|在手数|在手线索数|未跟进数|当前持有|open|current load|leads open|open count
deputy: 代理人|代理|备份人|接替人|备岗|backup|backup rep|delegate|stand in
leave_start: 休假开始|请假开始|休假开始时间|休假起|leave from|away from|休假开始日期|请假开始时间
leave_end: 休假结束|请假结束|休假结束时间|休假止|leave until|leave to|away until|休假结束日期|请假结束时间
salesforce_id: salesforce id|sfdc id|salesforce|salesforce user id
hubspot: hubspot email|hubspot id|hubspot owner|hubspot owner id|hubspot 邮箱
dingtalk: 钉钉|钉钉id|钉钉号|钉钉userid|dingtalk id|dingtalk userid
wecom: 企业微信|企微|企业微信id|企微id|企微userid|wecom id|wecom userid|企业微信账号
feishu: 飞书|飞书id|feishu id|lark|lark id
zoho: zoho email|zoho id
crm_name: crm姓名|crm名称|crm 用户名|crm账号|crm user|crm user name
""")  # noqa: E501 - one line a field

LEAVE = _table("""
id: 工号|员工编号|员工工号|销售编号|rep id|employee id|user id|staff id|编号
name: 姓名|销售|销售姓名|员工|员工姓名|人员|请假人|休假人|rep|rep name|sales rep|full name|employee|who
leave_start: 开始|开始时间|开始日期|休假开始|请假开始|起|从|自|休假开始时间|请假开始时间|start|start date|from|leave start|begin|away from
leave_end: 结束|结束时间|结束日期|休假结束|请假结束|止|到|至|休假结束时间|请假结束时间|end|end date|to|until|leave end|away until
reason: 原因|事由|类型|请假类型|休假类型|假别|备注|leave type|type|note
""")  # noqa: E501 - one line a field

CORRECTIONS = _table("""
lead: 线索|线索编号|线索id|线索号|编号|lead id|lead no|lead number|leadid
new_owner: 新负责人|改派给|改给|转给|新销售|新归属人|调整后负责人|new owner|new rep|reassign to|move to|assign to
reason: 原因|改派原因|调整原因|理由|why|correction reason|备注|说明|note|notes|comment|remark
""")
