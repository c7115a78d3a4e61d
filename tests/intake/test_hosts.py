from __future__ import annotations

import pytest

from leadroute.intake.hosts import corporate


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("example.com", "example.com"),
        ("mail.example.com.cn", "example.com.cn"),
        ("example.co.uk", "example.co.uk"),
        ("qq.com", ""),
        ("vip.163.com", ""),
        ("acme.taobao.com", ""),
        ("com.cn", ""),
        ("gov.cn", ""),
        ("hz.gov.cn", "hz.gov.cn"),
        ("acme.en.alibaba.com", ""),
        ("facebook.com", ""),
        ("wixsite.com", ""),
        ("acme.wixsite.com", "acme.wixsite.com"),
        ("gmial.com", ""),
        ("163.con", ""),
        ("acme.con", "acme.con"),
        ("xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"),
        ("", ""),
    ],
)
def test_only_domains_of_firms(host: str, domain: str) -> None:
    assert corporate(host) == domain
