"""CRM systems with Chinese headers, and what such tables have in common."""

from __future__ import annotations

from leadroute.intake.sources.system import SourceSystem, system

SYSTEMS: tuple[SourceSystem, ...] = (
    system(
        "fxiaoke",
        "纷享销客",
        "FXiaoKe",
        tells="销售线索详情 | 线索池 + 负责人 | 销售人员退回原因 | 线索无效原因 | 推广渠道 + 线索阶段"
        "| 推广渠道 + 来源 + 负责人 | leads_pool_id | leads_stage | promotion_channel | marketing_event_id",
        means="""
        contact: 姓名 | name
        phone: 手机 | mobile
        tel: 电话 | tel
        title: 职务 | job_title
        message: 销售线索详情 | 备注 | remark
        campaign: 市场活动名称 | 市场活动 | 推广渠道 | marketing_event_id | promotion_channel
        source: 来源 | source
        status: 线索阶段 | leads_stage
        -: 线索池 | leads_pool_id
        """,
    ),
    system(
        "cordys",
        "Cordys CRM",
        "Cordys CRM",
        tells="线索进度 | 线上来源详情 | 联系人名称 + 联系人电话 + 意向产品 | 客户需求 + 联系人名称",
        means="""
        contact: 联系人名称
        phone: 联系人电话
        campaign: 线上来源详情
        province: 地区
        message: 客户需求
        status: 线索进度
        """,
    ),
    system(
        "yudao",
        "芋道",
        "Yudao (ruoyi-vue-pro)",
        tells="线索名称 + 转化状态 | 负责人名字 | 负责人部门 | 最后跟进内容 | 线索名称 + 跟进状态"
        "| 地区名称 + 客户来源 | 线索名称 + 地区名称",
        means="""
        lead_id: 编号
        contact: 线索名称
        company: 客户名称
        owner: 负责人名字
        status: 跟进状态
        province: 地区名称
        created_at: 创建时间
        """,
    ),
    system(
        "wukong",
        "悟空 CRM",
        "Wukong CRM",
        tells="客户级别 + 客户行业 | 线索名称 + 客户级别 | 线索名称 + 客户行业",
        means="""
        contact: 线索名称
        company: 客户名称
        """,
    ),
    system(
        "espocrm",
        "EspoCRM",
        "EspoCRM",
        tells="名称 + 不要电联",
        means="""
        contact: 名称
        company: 客户名称
        title: 标题
        campaign: 营销活动
        -: 联系人 | 客户 | 商机
        """,
    ),
    system(
        "chinese",
        "通用中文表头",
        "usual Chinese headers",
        tells="姓名 + 手机号 | 姓名 + 手机 | 姓名 + 电话 | 姓名 + 联系电话 | 联系人 + 手机号 | 联系人 + 手机"
        "| 联系人 + 电话 | 联系人 + 联系电话 | 公司名称 + 手机号 | 公司名称 + 联系电话 | 公司名称 + 电话"
        "| 客户姓名 + 手机号 | 客户姓名 + 客户电话 | 客户名称 + 手机 | 客户名称 + 电话 | 客户名称 + 联系电话"
        "| 企业名称 + 手机 | 企业名称 + 电话",
        generic=True,
    ),
)
