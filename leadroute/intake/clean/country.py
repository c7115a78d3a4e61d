"""Countries by common Chinese and English names → ISO 3166 alpha-2 code; other words stay as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_words

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned

_COUNTRIES = """
CN 中国,中國,中华人民共和国,中国大陆,china,prc,p.r. china,p.r.china,people's republic of china,mainland china,chn
HK 香港,中国香港,hong kong,hong kong sar,hongkong,hkg|MO 澳门,澳門,中国澳门,macau,macao
TW 台湾,台灣,臺灣,中国台湾,taiwan,twn|US 美国,美國,united states,usa,united states of america,u.s.,u.s.a.,america
CA 加拿大,canada,can|MX 墨西哥,mexico,méxico
GB 英国,英國,united kingdom,uk,great britain,britain,england,scotland,wales,gbr|IE 爱尔兰,ireland|FR 法国,france,fra
DE 德国,germany,deutschland,deu|IT 意大利,italy,italia|ES 西班牙,spain,españa|PT 葡萄牙,portugal
NL 荷兰,netherlands,holland,the netherlands|BE 比利时,belgium|LU 卢森堡,luxembourg|CH 瑞士,switzerland
AT 奥地利,austria|DK 丹麦,denmark|SE 瑞典,sweden|NO 挪威,norway|FI 芬兰,finland|IS 冰岛,iceland|PL 波兰,poland
CZ 捷克,czech republic,czechia|SK 斯洛伐克,slovakia|HU 匈牙利,hungary|RO 罗马尼亚,romania|BG 保加利亚,bulgaria
GR 希腊,greece|HR 克罗地亚,croatia|SI 斯洛文尼亚,slovenia|RS 塞尔维亚,serbia|BA 波黑,bosnia and herzegovina
ME 黑山,montenegro|MK 北马其顿,north macedonia|AL 阿尔巴尼亚,albania|EE 爱沙尼亚,estonia|LV 拉脱维亚,latvia
LT 立陶宛,lithuania|UA 乌克兰,ukraine|BY 白俄罗斯,belarus|MD 摩尔多瓦,moldova|MT 马耳他,malta|CY 塞浦路斯,cyprus
RU 俄罗斯,russia,russian federation|TR 土耳其,turkey,türkiye,turkiye|GE 格鲁吉亚,georgia|AM 亚美尼亚,armenia
AZ 阿塞拜疆,azerbaijan|KZ 哈萨克斯坦,kazakhstan|UZ 乌兹别克斯坦,uzbekistan|KG 吉尔吉斯斯坦,kyrgyzstan
TJ 塔吉克斯坦,tajikistan|TM 土库曼斯坦,turkmenistan|MN 蒙古,mongolia|JP 日本,japan,jpn
KR 韩国,韓國,south korea,korea,republic of korea,korea, republic of,kor|KP 朝鲜,north korea|SG 新加坡,singapore,sgp
MY 马来西亚,malaysia|TH 泰国,thailand|VN 越南,vietnam,viet nam|PH 菲律宾,philippines,the philippines
ID 印度尼西亚,印尼,indonesia|BN 文莱,brunei,brunei darussalam|KH 柬埔寨,cambodia|LA 老挝,laos|MM 缅甸,myanmar,burma
TL 东帝汶,timor-leste|IN 印度,india,ind|PK 巴基斯坦,pakistan|BD 孟加拉国,孟加拉,bangladesh|LK 斯里兰卡,sri lanka
NP 尼泊尔,nepal|BT 不丹,bhutan|MV 马尔代夫,maldives|AF 阿富汗,afghanistan|IR 伊朗,iran|IQ 伊拉克,iraq
SA 沙特阿拉伯,沙特,saudi arabia,ksa|AE 阿联酋,阿拉伯联合酋长国,united arab emirates,uae|QA 卡塔尔,qatar
KW 科威特,kuwait|BH 巴林,bahrain|OM 阿曼,oman|YE 也门,yemen|JO 约旦,jordan|LB 黎巴嫩,lebanon|SY 叙利亚,syria
IL 以色列,israel|PS 巴勒斯坦,palestine|EG 埃及,egypt|LY 利比亚,libya|TN 突尼斯,tunisia|DZ 阿尔及利亚,algeria
MA 摩洛哥,morocco|SD 苏丹,sudan|ET 埃塞俄比亚,ethiopia|KE 肯尼亚,kenya|UG 乌干达,uganda|TZ 坦桑尼亚,tanzania
RW 卢旺达,rwanda|GH 加纳,ghana|NG 尼日利亚,nigeria|NE 尼日尔,niger|CI 科特迪瓦,ivory coast,cote d'ivoire,côte d'ivoire
SN 塞内加尔,senegal|CM 喀麦隆,cameroon|CD 刚果(金),democratic republic of the congo,dr congo|CG 刚果(布),congo
AO 安哥拉,angola|ZM 赞比亚,zambia|ZW 津巴布韦,zimbabwe|MZ 莫桑比克,mozambique|NA 纳米比亚,namibia|BW 博茨瓦纳,botswana
ZA 南非,south africa|MG 马达加斯加,madagascar|MU 毛里求斯,mauritius|AU 澳大利亚,澳洲,australia,aus
NZ 新西兰,new zealand|FJ 斐济,fiji|PG 巴布亚新几内亚,papua new guinea|BR 巴西,brazil,brasil,bra|AR 阿根廷,argentina
CL 智利,chile|PE 秘鲁,peru|CO 哥伦比亚,colombia|VE 委内瑞拉,venezuela|EC 厄瓜多尔,ecuador|BO 玻利维亚,bolivia
PY 巴拉圭,paraguay|UY 乌拉圭,uruguay|CU 古巴,cuba|DO 多米尼加,dominican republic|JM 牙买加,jamaica|PA 巴拿马,panama
CR 哥斯达黎加,costa rica|GT 危地马拉,guatemala|HN 洪都拉斯,honduras|SV 萨尔瓦多,el salvador|NI 尼加拉瓜,nicaragua
PR 波多黎各,puerto rico|HT 海地,haiti|TT 特立尼达和多巴哥,trinidad and tobago
"""


def _words() -> dict[str, str]:
    entries = [entry.partition(" ") for line in _COUNTRIES.split("\n") for entry in line.split("|") if entry]
    return {word: code for code, _, names in entries for word in (code.casefold(), *names.split(","))}


COUNTRIES = _words()
"""Folded name or code → ISO code."""


def clean(texts: pa.Array) -> Cleaned:
    """Name countries by their code (``德国``, ``Germany`` → ``DE``; ``NA`` is Namibia)."""
    return by_words(texts, lambda folded: COUNTRIES.get(folded, ""))
