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
        ("", ""),
    ],
)
def test_only_domains_of_firms(host: str, domain: str) -> None:
    assert corporate(host) == domain
