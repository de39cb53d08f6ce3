"""Fetching: what is refused, what is repeated, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import anyio
import httpx
import pytest

from gigstack_api.regenerate.docs_site import Manners, read_site
from gigstack_api.regenerate.docs_site.cache import MOST_AGE_S, Cache, Kept
from gigstack_api.regenerate.docs_site.fetching import (
    MOST_BYTES,
    Fetcher,
    Overloaded,
    Unfetchable,
    retry_after_s,
)
from gigstack_api.regenerate.findings import UnusableSpec

from .manners import QUICK, WAITS
from .recorded import recorded_site

URL = "https://docs.test/a-1e0.md"


def fetch(folder: Path, answer: Callable[[httpx.Request], httpx.Response], url: str = URL) -> Kept:
    async def run() -> Kept:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            return await Fetcher(http, Cache(folder), QUICK).fetch(url)

    return anyio.run(run)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (httpx.Response(403), "the host answers 403"),
        (httpx.Response(304), "the host answers 304"),
        (httpx.Response(410), "no such page"),
        (httpx.Response(500), "the host answers 500"),
        (httpx.Response(200, content=b"x" * (MOST_BYTES + 1)), "larger than 2 MiB"),
        (httpx.Response(302, headers={"Location": URL}), "redirects more than 3 times"),
        (httpx.Response(302, headers={"Location": "http://docs.test/"}), "to another host"),
        (httpx.Response(302, headers={"Location": "https://docs.test:8443/"}), "to another host"),
    ],
)
def test_pages_that_cannot_be_fetched(tmp_path: Path, answer: httpx.Response, said: str) -> None:
    def give(_: httpx.Request) -> httpx.Response:
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    with pytest.raises(Unfetchable, match=said):
        fetch(tmp_path, give)


@pytest.mark.parametrize("url", ["http://docs.test/a-1e0.md", "ftp://docs.test/a", "https:///a"])
def test_only_https_is_fetched(tmp_path: Path, url: str) -> None:
    with pytest.raises(Unfetchable, match="is not an https address"):
        fetch(tmp_path, lambda _: httpx.Response(200), url)


def test_a_connection_that_always_fails_is_given_up(tmp_path: Path) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    WAITS.clear()
    with pytest.raises(Unfetchable, match="the connection failed: ConnectError"):
        fetch(tmp_path, fail)
    assert [wait for wait in WAITS if wait != QUICK.pause_s] == [1.0, 2.0, 4.0, 8.0]


def test_a_redirect_within_the_host_is_followed(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a-1e0.md":
            return httpx.Response(301, headers={"Location": "/b"})
        return httpx.Response(200, content=b"moved")

    assert fetch(tmp_path, answer).body == b"moved"


def test_a_host_that_asks_for_an_hour_is_left_alone(tmp_path: Path) -> None:
    headers = {"Retry-After": "3600"}
    with pytest.raises(Overloaded, match="asks to wait 3600 seconds"):
        fetch(tmp_path, lambda _: httpx.Response(503, headers=headers))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "5"}, 5.0),
        ({"Retry-After": "-5"}, 0.0),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "soon"}, None),
        (
            {
                "Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT",
                "Date": "Wed, 21 Oct 2026 07:27:30 GMT",
            },
            30.0,
        ),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 -0000"}, 0.0),
    ],
)
def test_how_long_a_host_asks_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(httpx.Response(429, headers=headers)) == seconds


def test_both_marks_of_a_version_are_sent(tmp_path: Path) -> None:
    headers = {"ETag": '"1"', "Last-Modified": "Wed, 21 Oct 2026 07:28:00 GMT"}
    first = fetch(tmp_path, lambda _: httpx.Response(200, headers=headers, content=b"page"))

    def unchanged(request: httpx.Request) -> httpx.Response:
        assert request.headers["if-none-match"] == '"1"'
        assert request.headers["if-modified-since"] == headers["Last-Modified"]
        return httpx.Response(304)

    assert fetch(tmp_path, unchanged) == first


def test_a_damaged_page_is_fetched_again(tmp_path: Path) -> None:
    fetch(tmp_path, lambda _: httpx.Response(200, headers={"ETag": '"1"'}, content=b"page"))
    next(tmp_path.rglob("*.md")).write_bytes(b"pa")
    assert Cache(tmp_path).load(URL) is None


def test_in_flight_is_limited() -> None:
    with pytest.raises(ValueError, match="in_flight"):
        Manners(in_flight=5)


def test_an_old_run_is_not_continued(tmp_path: Path) -> None:
    clock = [1_000.0]
    cache = Cache(tmp_path, now=lambda: clock[0])
    assert cache.begin("index") == set()
    cache.mark(URL)
    assert cache.begin("index") == {URL}
    assert cache.begin("another index") == set()
    cache.mark(URL)
    clock[0] += MOST_AGE_S
    assert cache.begin("another index") == set()


def test_a_line_that_was_cut_off_is_not_a_page(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.begin("index")
    cache.mark(URL)
    with (tmp_path / "run.txt").open("a") as file:
        file.write("https://docs.test/b")
    assert cache.begin("index") == {URL}


def test_an_index_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableSpec, match="The index cannot be read: it is not an https address"):
        read_site("http://docs.test/llms.txt", tmp_path, manners=QUICK)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with recorded_site() as site:
        site.pages["/llms.txt"] = f"- [A]({site.url}/a-1e0.md): "
        with pytest.raises(UnusableSpec, match="Pages cannot be kept here: "):
            read_site(site.url, tmp_path / "file", manners=QUICK)
