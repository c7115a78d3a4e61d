"""Countries by common Chinese and English names → ISO 3166 alpha-2 code; other words stay as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_words

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned

_COUNTRIES = """
CN 中国,中國,中华人民共和国,中华人民共和國,中国大陆,中國大陸,大陆,国内,china,prc,p.r. china,p.r.china,people's republic of china,mainland china,chn
HK 香港,中国香港,香港特别行政区,hong kong,hong kong sar,hongkong,hong kong china,hkg|MO 澳门,澳門,中国澳门,macau,macao,macao sar,mac
TW 台湾,台灣,臺灣,中国台湾,taiwan,taiwan province of china,chinese taipei,twn
US 美国,美國,美利坚合众国,united states,usa,united states of america,u.s.,u.s.a.,the united states,the us,us of a,america
CA 加拿大,canada,can|MX 墨西哥,mexico,méxico,mex|GB 英国,英國,大不列颠,united kingdom,uk,u.k.,great britain,britain,england,scotland,wales,northern ireland,the uk,united kingdom of great britain and northern ireland,gbr
IE 爱尔兰,ireland,republic of ireland,irl|FR 法国,法國,france,fra|DE 德国,德國,germany,deutschland,deu,ger|IT 意大利,义大利,italy,italia,ita
ES 西班牙,spain,españa,esp|PT 葡萄牙,portugal,prt|NL 荷兰,荷蘭,netherlands,holland,the netherlands,nederland,kingdom of the netherlands,netherlands kingdom of the,nld
BE 比利时,belgium,bel|LU 卢森堡,luxembourg,lux|CH 瑞士,switzerland,schweiz,suisse,che|AT 奥地利,austria,österreich,aut|LI 列支敦士登,liechtenstein,lie
DK 丹麦,denmark,danmark,dnk|SE 瑞典,sweden,sverige,swe|NO 挪威,norway,norge,nor|FI 芬兰,finland,suomi,fin|IS 冰岛,iceland,isl
GL 格陵兰,greenland,grl|FO 法罗群岛,faroe islands,fro|AX 奥兰群岛,åland islands,aland islands,ala|SJ 斯瓦尔巴和扬马延,svalbard and jan mayen,svalbard & jan mayen islands,sjm
PL 波兰,poland,polska,pol|CZ 捷克,czech republic,czechia,cze|SK 斯洛伐克,slovakia,slovak republic,slovakia (slovak republic),svk|HU 匈牙利,hungary,hun
RO 罗马尼亚,romania,rou|BG 保加利亚,bulgaria,bgr|GR 希腊,greece,grc|HR 克罗地亚,croatia,hrv|SI 斯洛文尼亚,slovenia,svn|RS 塞尔维亚,serbia,srb
BA 波黑,波斯尼亚和黑塞哥维那,bosnia and herzegovina,bosnia,bih|ME 黑山,montenegro,mne|MK 北马其顿,马其顿,north macedonia,macedonia,mkd|AL 阿尔巴尼亚,albania,alb
XK 科索沃,kosovo|EE 爱沙尼亚,estonia,est|LV 拉脱维亚,latvia,lva|LT 立陶宛,lithuania,ltu|UA 乌克兰,ukraine,ukr|BY 白俄罗斯,belarus,blr
MD 摩尔多瓦,moldova,moldova republic of,moldova (republic of),republic of moldova,mda|MT 马耳他,malta,mlt|CY 塞浦路斯,cyprus,cyp
AD 安道尔,andorra,and|MC 摩纳哥,monaco,mco|SM 圣马力诺,san marino,smr|VA 梵蒂冈,vatican,vatican city,holy see,holy see (vatican city state),vat|GI 直布罗陀,gibraltar,gib
IM 马恩岛,isle of man,imn|JE 泽西,jersey,jey|GG 根西,guernsey,ggy
RU 俄罗斯,俄国,俄羅斯,russia,russian federation,rus|TR 土耳其,turkey,türkiye,turkiye,tur|GE 格鲁吉亚,georgia,geo|AM 亚美尼亚,armenia,arm|AZ 阿塞拜疆,azerbaijan,aze
KZ 哈萨克斯坦,kazakhstan,kaz|UZ 乌兹别克斯坦,uzbekistan,uzb|KG 吉尔吉斯斯坦,kyrgyzstan,kyrgyz republic,kgz|TJ 塔吉克斯坦,tajikistan,tjk|TM 土库曼斯坦,turkmenistan,tkm
MN 蒙古,蒙古国,mongolia,mng|JP 日本,japan,jpn|KR 韩国,韓國,大韩民国,南韩,south korea,korea,republic of korea,korea republic of,korea (republic of),kor
KP 朝鲜,北韩,north korea,dprk,democratic people's republic of korea,korea democratic people's republic of,korea (democratic people's republic of),prk
SG 新加坡,singapore,sgp|MY 马来西亚,馬來西亞,malaysia,mys|TH 泰国,泰國,thailand,tha|VN 越南,vietnam,viet nam,vnm|PH 菲律宾,菲律賓,philippines,the philippines,phl
ID 印度尼西亚,印尼,indonesia,idn|BN 文莱,brunei,brunei darussalam,brn|KH 柬埔寨,cambodia,khm|LA 老挝,laos,lao pdr,lao people's democratic republic,lao
MM 缅甸,myanmar,burma,mmr|TL 东帝汶,timor-leste,east timor,tls|IN 印度,india,ind|PK 巴基斯坦,pakistan,pak|BD 孟加拉国,孟加拉,bangladesh,bgd
LK 斯里兰卡,sri lanka,lka|NP 尼泊尔,nepal,npl|BT 不丹,bhutan,btn|MV 马尔代夫,maldives,mdv|AF 阿富汗,afghanistan,afg
IR 伊朗,iran,iran islamic republic of,iran (islamic republic of),irn|IQ 伊拉克,iraq,irq|SA 沙特阿拉伯,沙特,saudi arabia,kingdom of saudi arabia,ksa,sau
AE 阿联酋,阿拉伯联合酋长国,迪拜,united arab emirates,uae,u.a.e.,the uae,dubai,are|QA 卡塔尔,qatar,qat|KW 科威特,kuwait,kwt|BH 巴林,bahrain,bhr|OM 阿曼,oman,omn|YE 也门,yemen,yem
JO 约旦,jordan,jor|LB 黎巴嫩,lebanon,lbn|SY 叙利亚,syria,syrian arab republic,syr|IL 以色列,israel,isr|PS 巴勒斯坦,palestine,palestinian territory,palestinian territories,palestine state of,state of palestine,pse
EG 埃及,egypt,egy|LY 利比亚,libya,libyan arab jamahiriya,lby|TN 突尼斯,tunisia,tun|DZ 阿尔及利亚,algeria,dza|MA 摩洛哥,morocco,mar|EH 西撒哈拉,western sahara,esh
SD 苏丹,sudan,sdn|SS 南苏丹,south sudan,ssd|ET 埃塞俄比亚,ethiopia,eth|ER 厄立特里亚,eritrea,eri|DJ 吉布提,djibouti,dji|SO 索马里,somalia,som
KE 肯尼亚,kenya,ken|UG 乌干达,uganda,uga|TZ 坦桑尼亚,tanzania,tanzania united republic of,united republic of tanzania,tza|RW 卢旺达,rwanda,rwa|BI 布隆迪,burundi,bdi
GH 加纳,ghana,gha|NG 尼日利亚,nigeria,nga|NE 尼日尔,niger,ner|CI 科特迪瓦,ivory coast,cote d'ivoire,côte d'ivoire,civ|SN 塞内加尔,senegal,sen
ML 马里,mali,mli|BF 布基纳法索,burkina faso,bfa|BJ 贝宁,benin,ben|TG 多哥,togo,tgo|SL 塞拉利昂,sierra leone,sle|LR 利比里亚,liberia,lbr
GN 几内亚,guinea,gin|GW 几内亚比绍,guinea-bissau,gnb|GM 冈比亚,gambia,the gambia,gmb|MR 毛里塔尼亚,mauritania,mrt|CV 佛得角,cape verde,cabo verde,cpv
CM 喀麦隆,cameroon,cmr|CF 中非,中非共和国,central african republic,caf|TD 乍得,chad,tcd|GA 加蓬,gabon,gab|GQ 赤道几内亚,equatorial guinea,gnq
ST 圣多美和普林西比,sao tome and principe,stp|CD 刚果(金),刚果民主共和国,democratic republic of the congo,congo democratic republic of the,congo (democratic republic of the),dr congo,drc,cod
CG 刚果(布),刚果共和国,congo,republic of the congo,cog|AO 安哥拉,angola,ago|ZM 赞比亚,zambia,zmb|ZW 津巴布韦,zimbabwe,zwe|MW 马拉维,malawi,mwi
MZ 莫桑比克,mozambique,moz|NA 纳米比亚,namibia,nam|BW 博茨瓦纳,botswana,bwa|ZA 南非,south africa,rsa,zaf|LS 莱索托,lesotho,lso|SZ 斯威士兰,eswatini,swaziland,swz
MG 马达加斯加,madagascar,mdg|MU 毛里求斯,mauritius,mus|SC 塞舌尔,seychelles,syc|KM 科摩罗,comoros,com|RE 留尼汪,reunion,réunion,reu|YT 马约特,mayotte,myt
SH 圣赫勒拿,saint helena,saint helena ascension and tristan da cunha,shn|IO 英属印度洋领地,british indian ocean territory,british indian ocean territory (chagos archipelago),iot
AU 澳大利亚,澳洲,australia,aus|NZ 新西兰,紐西蘭,new zealand,nzl|FJ 斐济,fiji,fji|PG 巴布亚新几内亚,papua new guinea,png|SB 所罗门群岛,solomon islands,slb
VU 瓦努阿图,vanuatu,vut|WS 萨摩亚,samoa,wsm|TO 汤加,tonga,ton|KI 基里巴斯,kiribati,kir|TV 图瓦卢,tuvalu,tuv|NR 瑙鲁,nauru,nru|PW 帕劳,palau,plw
FM 密克罗尼西亚,micronesia,micronesia federated states of,fsm|MH 马绍尔群岛,marshall islands,mhl|CK 库克群岛,cook islands,cok|NU 纽埃,niue,niu|TK 托克劳,tokelau,tkl
GU 关岛,guam,gum|MP 北马里亚纳群岛,northern mariana islands,mnp|AS 美属萨摩亚,american samoa,asm|PF 法属波利尼西亚,french polynesia,pyf|NC 新喀里多尼亚,new caledonia,ncl
WF 瓦利斯和富图纳,wallis and futuna,wlf|PN 皮特凯恩群岛,pitcairn,pitcairn islands,pcn|NF 诺福克岛,norfolk island,nfk|CX 圣诞岛,christmas island,cxr
CC 科科斯群岛,cocos (keeling) islands,cocos islands,cck|UM 美国本土外小岛屿,united states minor outlying islands,umi|AQ 南极洲,antarctica,antarctica (the territory south of 60 deg s),ata
HM 赫德岛和麦克唐纳群岛,heard island and mcdonald islands,hmd|BV 布韦岛,bouvet island,bouvet island (bouvetoya),bvt|TF 法属南部领地,french southern territories,atf
GS 南乔治亚岛和南桑威奇群岛,south georgia and the south sandwich islands,sgs
BR 巴西,brazil,brasil,bra|AR 阿根廷,argentina,arg|CL 智利,chile,chl|PE 秘鲁,peru,perú,per|CO 哥伦比亚,colombia,col
VE 委内瑞拉,venezuela,venezuela bolivarian republic of,venezuela (bolivarian republic of),ven|EC 厄瓜多尔,ecuador,ecu|BO 玻利维亚,bolivia,bolivia plurinational state of,bolivia (plurinational state of),bol
PY 巴拉圭,paraguay,pry|UY 乌拉圭,uruguay,ury|GY 圭亚那,guyana,guy|SR 苏里南,suriname,sur|GF 法属圭亚那,french guiana,guf|FK 福克兰群岛,falkland islands,falkland islands (malvinas),flk
CU 古巴,cuba,cub|DO 多米尼加,dominican republic,dom|JM 牙买加,jamaica,jam|PA 巴拿马,panama,panamá,pan|CR 哥斯达黎加,costa rica,cri|GT 危地马拉,guatemala,gtm
HN 洪都拉斯,honduras,hnd|SV 萨尔瓦多,el salvador,slv|NI 尼加拉瓜,nicaragua,nic|BZ 伯利兹,belize,blz|PR 波多黎各,puerto rico,pri|HT 海地,haiti,hti
TT 特立尼达和多巴哥,trinidad and tobago,trinidad,tto|BB 巴巴多斯,barbados,brb|BS 巴哈马,bahamas,the bahamas,bhs|BM 百慕大,bermuda,bmu|KY 开曼群岛,cayman islands,cym
VG 英属维尔京群岛,british virgin islands,virgin islands british,virgin islands (british),bvi,vgb|VI 美属维尔京群岛,united states virgin islands,us virgin islands,virgin islands u.s.,virgin islands (u.s.),vir
AG 安提瓜和巴布达,antigua and barbuda,atg|DM 多米尼克,dominica,dma|GD 格林纳达,grenada,grd|LC 圣卢西亚,saint lucia,st lucia,st. lucia,lca
VC 圣文森特和格林纳丁斯,saint vincent and the grenadines,vct|KN 圣基茨和尼维斯,saint kitts and nevis,kna|AI 安圭拉,anguilla,aia|MS 蒙特塞拉特,montserrat,msr
TC 特克斯和凯科斯群岛,turks and caicos islands,tca|AW 阿鲁巴,aruba,abw|CW 库拉索,curaçao,curacao,cuw|SX 荷属圣马丁,sint maarten (dutch part),sint maarten,sxm
BQ 荷属加勒比,bonaire sint eustatius and saba,bonaire,bes|AN 荷属安的列斯,netherlands antilles|GP 瓜德罗普,guadeloupe,glp|MQ 马提尼克,martinique,mtq
BL 圣巴泰勒米,saint barthelemy,saint barthélemy,blm|MF 法属圣马丁,saint martin,saint martin (french part),maf|PM 圣皮埃尔和密克隆,saint pierre and miquelon,spm
"""  # noqa: E501 - names of a country stay together


def _words() -> dict[str, str]:
    entries = [entry.partition(" ") for line in _COUNTRIES.split("\n") for entry in line.split("|") if entry]
    return {word: code for code, _, names in entries for word in (code.casefold(), *names.split(","))}


COUNTRIES = _words()
"""Folded name or code (two letters or three) → ISO code."""


def clean(texts: pa.Array) -> Cleaned:
    """Name countries by their code (``德国``, ``Germany``, ``DEU`` → ``DE``; ``NA`` is Namibia)."""
    return by_words(texts, _code)


def iso_of(key: str) -> str:
    """The ISO 3166 alpha-2 code (``CN``) behind the key of a cleaned country (``cn``), ``""`` if it names none."""
    code = key.upper()
    return code if COUNTRIES.get(key) == code else ""


def _code(folded: str) -> str:
    """The code of a name; commas and a leading *the* do not count."""
    plain = folded.replace(",", "")
    return COUNTRIES.get(plain) or COUNTRIES.get(plain.removeprefix("the ").replace("&", "and"), "")
