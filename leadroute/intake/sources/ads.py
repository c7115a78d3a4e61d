"""Lead forms of advertising platforms."""

from __future__ import annotations

from leadroute.intake.sources.system import SourceSystem, system

SYSTEMS: tuple[SourceSystem, ...] = (
    system(
        "meta",
        "Meta 线索广告（Facebook、Instagram）",
        "Meta lead ads (Facebook, Instagram)",
        tells="adset_id + form_id | adset_name + ad_name | ad_id + form_id | form_id + is_organic"
        "| created_time + full_name + platform | created_time + phone_number + form_name | form_name + lead_status",
        means="""
        lead_id: id
        created_at: created_time
        contact: full_name
        phone: phone_number | phone | mobile_phone | work_phone_number
        email: email | work_email
        company: company_name
        zip: zip_code | post_code
        address: street_address
        campaign: campaign_name
        source: platform
        -: ad_id | ad_name | adset_id | adset_name | campaign_id | form_id | form_name
        """,
        mark="^(?:l|ag|as|c|f):",
    ),
    system(
        "google-ads",
        "Google 广告潜在客户表单",
        "Google Ads lead forms",
        tells="gclid + lead id | gcl_id | gclid + user_phone | gclid + user email | lead_form_name + campaign_name"
        "| lead_submit_time + form_id | google_key + form_id | adgroup_id + creative_id | ad group name + user phone"
        "| date submitted + user phone | date submitted + user email",
        means="""
        lead_id: lead_id
        created_at: lead_submit_time | date submitted
        contact: full_name | user_name
        phone: phone_number | user_phone
        tel: work_phone
        email: email | user_email | work_email
        campaign: campaign_name | campaign_id
        zip: postal_code
        province: region
        -: form_id | adgroup_id | creative_id | lead form name | ad group name
        """,
    ),
    system(
        "oceanengine",
        "巨量引擎（飞鱼、来客）",
        "Ocean Engine (Douyin, Toutiao)",
        tells="clue_id + telephone | clue_id + create_time_detail | clue_source + clue_type | clue_state_name"
        "| clue_owner_name | advertiser_name + telephone | create_time_detail | allocation_status + telephone"
        "| 线索id + 线索创建时间 | 广告主名 + 计划名 | 流量来源 + 计划名 | 流量来源 + 广告主名 | 线索id + 流量来源"
        "| 单元id + 单元名称 | 单元id + 线索创建时间 | 广告主名称 + 线索id",
        means="""
        lead_id: clue_id | 线索id
        created_at: create_time_detail | 线索创建时间 | create_time
        contact: name | 姓名
        phone: telephone | 电话 | 手机号
        wechat: weixin
        province: province_name
        city: city_name
        district: country_name | 区
        message: remark | 留言
        campaign: ad_name | 计划名 | 单元名称
        source: app_name | 流量来源 | 线索来源
        status: clue_state_name
        owner: clue_owner_name | 所属人
        -: location | 广告主名 | advertiser_name | promotion_name | clue_source | clue_type | follow_state_name
        """,
    ),
    system(
        "tencent-ads",
        "腾讯广告",
        "Tencent Ads",
        tells="leads_tel | leads_name + leads_area | leads_create_time | leads_potential_score | leads_follow_tag"
        "| leads_id + leads_type | leads_wechat | leads_qq",
        means="""
        lead_id: leads_id
        created_at: leads_create_time
        contact: leads_name
        phone: leads_tel
        email: leads_email
        wechat: leads_wechat
        province: leads_area
        campaign: campaign_name | adgroup_name | ad_name
        status: leads_follow_tag
        -: tel_location | leads_type | leads_qq | page_name | creative_name
        """,
    ),
    system(
        "kuaishou",
        "快手（磁力引擎）",
        "Kuaishou",
        tells="clue_tag | phone_stat | user_name + intention + phone",
        means="""
        lead_id: id
        contact: user_name
        phone: phone
        -: clue_tag | phone_stat
        """,
    ),
)
