"""The provinces of China: short name → other names."""

from __future__ import annotations

PROVINCES: dict[str, str] = {
    "北京": "京 beijing peking bj", "天津": "津 tianjin tj", "河北": "冀 hebei", "山西": "晋 shanxi",
    "内蒙古": "蒙 内蒙 內蒙古 neimenggu neimongol innermongolia", "辽宁": "辽 遼寧 liaoning", "吉林": "吉 jilin",
    "黑龙江": "黑 黑龍江 heilongjiang", "上海": "沪 滬 shanghai sh", "江苏": "苏 江蘇 jiangsu js",
    "浙江": "浙 zhejiang zj",
    "安徽": "皖 anhui", "福建": "闽 fujian fj", "江西": "赣 jiangxi jx", "山东": "鲁 山東 shandong", "河南": "豫 henan",
    "湖北": "鄂 hubei", "湖南": "湘 hunan", "广东": "粤 廣東 guangdong gd", "广西": "桂 廣西 guangxi gx",
    "海南": "琼 hainan", "重庆": "渝 重慶 chongqing chungking cq", "四川": "川 蜀 sichuan szechuan",
    "贵州": "贵 黔 貴州 guizhou", "云南": "云 滇 雲南 yunnan yn", "西藏": "藏 xizang tibet xz",
    "陕西": "陕 秦 陝西 shaanxi", "甘肃": "甘 陇 甘肅 gansu gs", "青海": "青 qinghai qh", "宁夏": "宁 寧夏 ningxia nx",
    "新疆": "新 xinjiang sinkiang xj", "台湾": "台 臺灣 台灣 臺湾 taiwan", "香港": "港 hongkong hk xianggang",
    "澳门": "澳 澳門 macau macao aomen",
}  # fmt: skip
"""Short name → other names (folded, without blanks and without 省, 市, 自治区 …)."""
