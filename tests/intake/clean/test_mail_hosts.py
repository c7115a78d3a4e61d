from __future__ import annotations

import re

import pytest

from leadroute.intake.clean.mail_hosts import doubtful, meant
from leadroute.intake.hosts import FREE_MAIL, PLATFORMS


@pytest.mark.parametrize(
    ("host", "right"),
    [
        ("gmial.com", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.cn", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("outlok.com", "outlook.com"),
        ("163.con", "163.com"),
        ("163.cm", "163.com"),
        ("qq.co", "qq.com"),
        ("acme.con", "acme.com"),
    ],
)
def test_slips_and_what_was_meant(host: str, right: str) -> None:
    assert meant(host) == right
    assert re.search(doubtful(), f"a@{host}")


@pytest.mark.parametrize("host", ["mail.com", "ymail.com", "acme.co", "acme.cn", "126.net", "qqq.com", "example.com"])
def test_hosts_of_their_own(host: str) -> None:
    assert meant(host) == ""


def test_no_host_we_know_is_a_slip() -> None:
    assert [host for host in FREE_MAIL | PLATFORMS if meant(host)] == []
