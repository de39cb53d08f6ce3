"""URLs: the base URL of the API, loopback hosts, hosts of files."""

from __future__ import annotations

import pytest

from gigstack_api import ConfigurationError
from gigstack_api._core.http.urls import check_base_url, file_host, is_loopback


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://api.gigstack.io/v2", "https://api.gigstack.io/v2"),
        ("https://api.gigstack.io/v2/", "https://api.gigstack.io/v2"),
        ("HTTPS://api.gigstack.io", "HTTPS://api.gigstack.io"),
        ("http://localhost:4010/v2", "http://localhost:4010/v2"),
        ("http://api.localhost/v2", "http://api.localhost/v2"),
        ("http://127.0.0.1:4010/v2/", "http://127.0.0.1:4010/v2"),
        ("http://127.1.2.3", "http://127.1.2.3"),
        ("http://[::1]:4010", "http://[::1]:4010"),
        ("https://api.gigstack.io./v2", "https://api.gigstack.io./v2"),
        (f"https://{'a' * 63}.example", f"https://{'a' * 63}.example"),
    ],
)
def test_a_base_url_is_https_or_a_loopback_host(given: str, url: str) -> None:
    assert check_base_url(given) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://api.gigstack.io/v2",
        "http://localhost.evil.test",
        "http://notlocalhost",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "ftp://api.gigstack.io",
        "api.gigstack.io/v2",
        "https://",
        "https://user:password@api.gigstack.io",
        "https://api.gigstack.io/v2?a=1",
        "https://api.gigstack.io/v2?",
        "https://api.gigstack.io/v2#a",
        "https://api.gigstack.io/v2#",
        "https://api.gigstack.io:port",
        "https://api.gigstack.io:0",
        "https://api.gigstack.io:99999",
        "https://api..gigstack.io/v2",
        "https://.gigstack.io/v2",
        f"https://{'a' * 64}.example/v2",
        f"https://{'a.' * 127}example/v2",
        "https://api.gigstack.io/v2 ",
        " https://api.gigstack.io/v2",
        "https://api.gigstack.io/v2\n",
        "https://api.gigstack.io/\0",
        "",
    ],
)
def test_a_base_url_of_another_form_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        check_base_url(url)
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "is_this_machine"),
    [
        ("localhost", True),
        ("[::1]", True),
        ("::1", True),
        ("127.0.0.9", True),
        ("example.com", False),
        ("", False),
    ],
)
def test_loopback_hosts_are_recognised(host: str, is_this_machine: bool) -> None:
    assert is_loopback(host) is is_this_machine


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://files.test/a?b", "files.test"),
        ("http://localhost:1/a", "localhost"),
        ("http://files.test/a", None),
        ("https://", None),
        ("https://files.test:port/", None),
        ("text", None),
        ("https://xn--4ca.test/", "ä.test"),
        ("https://files.test:65535/", "files.test"),
        ("https://files.test:65536/", None),
        ("https://files..test/", None),
        (f"https://{'a' * 64}.test/", None),
        ("https://files.test/\ud800", None),
    ],
)
def test_the_host_of_a_file_url_is_found_or_none_is_given(url: str, host: str | None) -> None:
    assert file_host(url, local=True) == host


@pytest.mark.parametrize("host", ["127.0.0.1:8", "localhost", "[::1]", "a.localhost", "127.9.9.9"])
def test_http_on_this_machine_needs_an_api_on_this_machine(host: str) -> None:
    assert file_host(f"http://{host}/a", local=False) is None
    assert file_host(f"http://{host}/a", local=True)
    assert file_host(f"https://{host}/a", local=False)
