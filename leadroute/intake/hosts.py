"""The domain that stands for a firm: not that of a free mailbox, not that of a platform many firms share."""

from __future__ import annotations

from functools import cache

from publicsuffixlist import PublicSuffixList

from leadroute.intake.clean.mail_hosts import meant

_FREE_MAIL = """
qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com 139.com 189.cn wo.cn 10086.cn
sina.com sina.cn vip.sina.com sina.com.cn sohu.com vip.sohu.com tom.com 21cn.com 263.net 2980.com aliyun.com
hotmail.com outlook.com live.com live.cn msn.com gmail.com googlemail.com yahoo.com yahoo.com.cn yahoo.cn ymail.com
yahoo.co.jp yahoo.co.uk yahoo.com.tw yahoo.com.hk rocketmail.com icloud.com me.com mac.com aol.com gmx.com gmx.de
gmx.net web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru rambler.ru
protonmail.com proton.me pm.me tutanota.com zoho.com fastmail.com hushmail.com naver.com hanmail.net daum.net
nate.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it terra.com.br uol.com.br bol.com.br
comcast.net verizon.net att.net sbcglobal.net btinternet.com hotmail.co.uk hotmail.fr live.co.uk rediffmail.com
mailinator.com guerrillamail.com 10minutemail.com yopmail.com
"""
_PLATFORMS = """
taobao.com tmall.com 1688.com alibaba.com aliexpress.com tb.cn jd.com jd.hk pinduoduo.com yangkeduo.com suning.com
vip.com dangdang.com weidian.com youzan.com koudai.com xiaoe-tech.com made-in-china.com globalsources.com hc360.com
china.cn huangye88.com 58.com ganji.com dianping.com meituan.com ele.me ctrip.com tianyancha.com qcc.com qichacha.com
zhipin.com 51job.com liepin.com lagou.com zhaopin.com weibo.com weibo.cn weixin.qq.com wechat.com douyin.com
kuaishou.com toutiao.com xiaohongshu.com zhihu.com douban.com baidu.com bilibili.com feishu.cn dingtalk.com t.cn
url.cn dwz.cn amazon.com amazon.cn amazon.co.uk amazon.de amazon.co.jp ebay.com etsy.com walmart.com facebook.com
fb.com fb.me instagram.com linkedin.com linkedin.cn twitter.com x.com youtube.com youtu.be tiktok.com pinterest.com
reddit.com quora.com vk.com whatsapp.com wa.me t.me telegram.me line.me google.com goo.gl business.site g.page
yelp.com tripadvisor.com indeed.com wordpress.com blogspot.com tumblr.com medium.com wix.com wixsite.com weebly.com
squarespace.com shopify.com myshopify.com webflow.io notion.site github.io github.com netlify.app vercel.app linktr.ee
bit.ly tinyurl.com
"""

FREE_MAIL = frozenset(_FREE_MAIL.split())
PLATFORMS = frozenset(_PLATFORMS.split())
"""Hosts that many firms share. What stands before some of them (``acme.wixsite.com``) is one firm's, and stays."""

_PLAIN_ENDS = frozenset({"com", "cn", "net", "org", "io", "cc", "info", "biz", "ai", "tech", "top", "vip", "de"})
_OFFICIAL = frozenset({"com", "net", "org", "gov", "edu", "ac", "co", "mil"})
_TWO = 2


@cache
def _suffixes(*, encoded: bool) -> PublicSuffixList:
    """The list of what is sold under; with the ``xn--`` forms of its names it takes six times as long to read."""
    return PublicSuffixList(accept_encoded_idn=encoded)


def corporate(host: str) -> str:
    """The registrable domain of a host (``mail.example.com.cn`` → ``example.com.cn``), ``""`` if it names no firm.

    A mistyped free mailbox (``gmial.com``) names none either.
    """
    if not host or host in FREE_MAIL or host in PLATFORMS or meant(host) in FREE_MAIL:
        return ""
    labels = host.split(".")
    if len(labels) == _TWO and labels[1] in _PLAIN_ENDS and labels[0] not in _OFFICIAL:
        found = host
    else:
        found = _suffixes(encoded="xn--" in host).privatesuffix(host) or ""
    return "" if found in FREE_MAIL or found in PLATFORMS else found
