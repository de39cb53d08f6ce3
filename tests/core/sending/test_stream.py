"""`download_to`: files of any size reach the disk whole or not at all."""

from __future__ import annotations

import logging
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import anyio
import httpx
import pytest

from gigstack_api import (
    APIError,
    ConfigurationError,
    DeliveryError,
    DeliveryTimeoutError,
    Gigstack,
    InvalidArgumentError,
    PermissionDeniedError,
    RetryPolicy,
    UnreadableReplyError,
    WrongFileError,
)
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.sending.stream import DownloadOptions, stream_to_file
from tests.support.clock import FakeClock
from tests.support.scripted_api import (
    KEY,
    LOST,
    Answer,
    Api,
    in_pieces,
    own_transport,
    refusal,
    rest_of_file,
    transport_to,
)
from tests.support.tcp_server import LARGE_FILE, Connection, FileHost, read_request, tcp_server

pytestmark = pytest.mark.anyio
ADDRESS = "https://files.test/a.zip?signature=secret"
V1 = {"ETag": '"v1"', "Content-Length": "6"}
ALWAYS = RetryPolicy(max_attempts=100)


class Fetched:
    """Downloads into one directory, on fake time, and keeps the progress reported."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target = folder / "a.bin"
        self.progress: list[tuple[int, int | None]] = []
        self.clock = FakeClock()

    async def __call__(
        self,
        source: Api | Transport,
        url: str = ADDRESS,
        *,
        retries: RetryPolicy | None = None,
        **terms: Any,
    ) -> bytes:
        """The bytes written to the target."""
        transport = source if isinstance(source, Transport) else transport_to(source)
        wanted: dict[str, Any] = {
            "silence_s": 5.0,
            "progress": self._report,
            "local": True,
            **terms,
        }
        agreed = DownloadOptions(retries=retries or RetryPolicy(), **wanted)
        path = await stream_to_file(
            transport.files, url, self.target, agreed, clock=self.clock.clock
        )
        assert self.left == [path.name]
        return path.read_bytes()

    def _report(self, done: int, total: int | None) -> None:
        self.progress.append((done, total))

    @property
    def left(self) -> list[str]:
        """The names of all files in the directory."""
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    return Fetched(tmp_path)


async def test_a_file_is_fetched_without_the_key_and_unencoded(fetched: Fetched) -> None:
    api = Api(in_pieces(b"abc", b"def", headers=V1))
    assert await fetched(api) == b"abcdef"
    [request] = api.requests
    assert (request.method, str(request.url)) == ("GET", ADDRESS)
    assert request.headers["Accept-Encoding"] == "identity"
    assert not {"Authorization", "Range", "If-Range"} & {*map(str.title, request.headers)}
    assert fetched.progress == [(6, 6)]


@pytest.mark.parametrize("named", ["", "identity", "Identity, ", ", "])
async def test_a_host_may_name_no_encoding(fetched: Fetched, named: str) -> None:
    api = Api(in_pieces(b"abc", b"def", headers={"Content-Encoding": named}))
    assert await fetched(api) == b"abcdef"


async def test_a_file_of_unknown_size_is_read_to_its_end(fetched: Fetched) -> None:
    assert await fetched(Api(in_pieces(b"abc", b"", b"def"))) == b"abcdef"
    assert fetched.progress == [(6, None)]


async def test_an_error_after_the_last_byte_is_ignored(fetched: Fetched) -> None:
    assert await fetched(Api(in_pieces(b"abcdef", LOST, headers=V1))) == b"abcdef"


async def test_an_empty_file_is_written(fetched: Fetched) -> None:
    assert await fetched(Api(in_pieces(headers={"Content-Length": "0"}))) == b""
    assert fetched.progress == []


async def test_an_existing_file_is_replaced(fetched: Fetched) -> None:
    fetched.target.write_bytes(b"old and longer")
    assert await fetched(Api(in_pieces(b"abcdef", headers=V1))) == b"abcdef"


async def test_the_rest_is_requested_after_a_cut(fetched: Fetched) -> None:
    api = Api(
        in_pieces(b"abc", LOST, headers=V1),
        LOST,
        rest_of_file(b"de", LOST, place="3-5/6"),
        rest_of_file(b"f", place="5-5/6", ETag='"v1"'),
    )
    assert await fetched(api) == b"abcdef"
    asked = [
        (request.headers.get("Range"), request.headers.get("If-Range")) for request in api.requests
    ]
    assert asked == [(None, None), ("bytes=3-", '"v1"'), ("bytes=3-", '"v1"'), ("bytes=5-", '"v1"')]
    assert fetched.progress == [(3, 6), (5, 6), (6, 6)]
    assert fetched.clock.slept == [0.5, 1.0, 2.0]


async def test_a_body_that_ends_early_without_an_error_is_a_cut(fetched: Fetched) -> None:
    assert (
        await fetched(Api(in_pieces(b"abc", headers=V1), rest_of_file(b"def", place="3-5/*")))
        == b"abcdef"
    )


TAGGED = {"ETag": '"v1"'}


@pytest.mark.parametrize(
    "rests",
    [
        [rest_of_file(b"de", place="3-5/6"), rest_of_file(b"f", place="5-5/6")],
        [rest_of_file(b"de", place="3-4/6"), rest_of_file(b"f", place="5-5/6")],
    ],
    ids=["cut without an error", "a part at a time"],
)
async def test_the_total_in_a_206_is_fetched_completely(
    fetched: Fetched, rests: list[Answer]
) -> None:
    assert await fetched(Api(in_pieces(b"abc", LOST, headers=TAGGED), *rests)) == b"abcdef"
    assert fetched.progress == [(3, None), (5, 6), (6, 6)]


async def test_a_206_without_a_total_starts_over(fetched: Fetched) -> None:
    assert (
        await fetched(
            Api(
                in_pieces(b"abc", LOST, headers=TAGGED),
                rest_of_file(b"de", place="3-4/*"),
                in_pieces(b"abcdef"),
            )
        )
        == b"abcdef"
    )


@pytest.mark.parametrize("place", [f"3-5/{'9' * 5_000}", f"{'9' * 5_000}-5/6"])
async def test_a_206_with_an_impossible_range_starts_over(fetched: Fetched, place: str) -> None:
    assert (
        await fetched(
            Api(
                in_pieces(b"abc", LOST, headers=V1),
                rest_of_file(b"def", place=place),
                in_pieces(b"new one"),
            )
        )
        == b"new one"
    )


@pytest.mark.parametrize("length", ["9" * 5_000, "-3", "six", ""])
async def test_an_impossible_content_length_is_ignored(fetched: Fetched, length: str) -> None:
    assert await fetched(Api(in_pieces(b"abcdef", headers={"Content-Length": length}))) == b"abcdef"
    assert fetched.progress == [(6, None)]


@pytest.mark.parametrize("seed", range(6))
async def test_a_file_cut_anywhere_over_tcp_is_complete(fetched: Fetched, seed: int) -> None:
    chance = Random(seed)
    host = FileHost(
        cuts=(chance.choice([0, 20, chance.randrange(150_000)]) for _ in range(12)), ranges=seed < 4
    )
    async with tcp_server(host) as base, own_transport() as transport:
        assert await fetched(transport, f"{base}/a.zip", retries=ALWAYS) == LARGE_FILE
    assert 4 < len(host.requests) <= 13
    assert fetched.progress[-1] == (len(LARGE_FILE), len(LARGE_FILE))


WEAK = {"ETag": 'W/"v1"'}
DATED = {"Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}


@pytest.mark.parametrize(
    ("named", "version"),
    [
        ({}, None),
        (WEAK, None),
        (DATED, DATED["Last-Modified"]),
        ({**WEAK, **DATED}, DATED["Last-Modified"]),
    ],
)
async def test_only_a_strong_validator_is_used_to_resume(
    fetched: Fetched, named: dict[str, str], version: str | None
) -> None:
    again = in_pieces(b"abcdef") if version is None else rest_of_file(b"def", place="3-5/6")
    api = Api(in_pieces(b"abc", LOST, headers={"Content-Length": "6", **named}), again)
    assert await fetched(api) == b"abcdef"
    assert api.requests[1].headers.get("If-Range") == version


@pytest.mark.parametrize(
    "answers",
    [
        [in_pieces(b"new one", headers={"ETag": '"v2"'})],
        [refusal(412), in_pieces(b"new one")],
        [refusal(416), in_pieces(b"new one")],
        [rest_of_file(b"def", place="3-6/7"), in_pieces(b"new one")],
        [rest_of_file(b"def", place="2-5/6"), in_pieces(b"new one")],
        [rest_of_file(b"def", place="3-5/6", ETag='"v2"'), in_pieces(b"new one")],
        [in_pieces(b"def", status=206), in_pieces(b"new one")],
    ],
    ids=[
        "another version",
        "412",
        "416",
        "another size",
        "another place",
        "another tag",
        "no place",
    ],
)
async def test_an_answer_that_is_not_the_rest_starts_over(
    fetched: Fetched, answers: list[Answer]
) -> None:
    api = Api(in_pieces(b"abc", LOST, headers=V1), *answers)
    assert await fetched(api) == b"new one"
    assert all("Range" not in request.headers for request in api.requests[2:])


async def test_a_206_without_a_range_request_is_an_error(fetched: Fetched) -> None:
    with pytest.raises(
        DeliveryError, match="the file changed during the download; received 0 bytes"
    ):
        await fetched(Api(*(rest_of_file(b"def", place="0-2/6") for _ in range(4))))
    assert fetched.left == []


async def test_it_gives_up_after_max_attempts_with_little_progress(fetched: Fetched) -> None:
    fetched.target.write_bytes(b"old")
    api = Api(in_pieces(b"abc", LOST, headers=V1), LOST, LOST, LOST)
    words = (
        r"^the connection broke while waiting for a response; received 3 bytes "
        r"\(download_to, GET //files\.test\)$"
    )
    with pytest.raises(DeliveryError, match=words) as caught:
        await fetched(api)
    assert type(caught.value) is DeliveryError
    assert (fetched.left, fetched.target.read_bytes()) == (["a.bin"], b"old")


async def test_attempts_with_progress_do_not_count(fetched: Fetched) -> None:
    mib = b"x" * 2**20
    cuts = [
        rest_of_file(mib, LOST, place=f"{number * 2**20}-{2**23 - 1}/{2**23}")
        for number in range(1, 7)
    ]
    first = in_pieces(mib, LOST, headers={"ETag": '"v1"', "Content-Length": str(2**23)})
    last = rest_of_file(mib, place=f"{7 * 2**20}-{2**23 - 1}/{2**23}")
    assert await fetched(Api(first, *cuts, last), retries=RetryPolicy(max_attempts=2)) == mib * 8


async def test_a_host_that_always_starts_over_is_given_up(fetched: Fetched) -> None:
    api = Api(*[in_pieces(b"x" * 2**20, LOST, headers={"Content-Length": str(2**23)})] * 4)
    with pytest.raises(DeliveryError, match="received 1048576 bytes"):
        await fetched(api, retries=RetryPolicy(max_attempts=4))
    assert len(api.requests) == 4


async def test_a_policy_without_retries_makes_one_attempt(fetched: Fetched) -> None:
    with pytest.raises(DeliveryError):
        await fetched(Api(in_pieces(b"abc", LOST, headers=V1)), retries=RetryPolicy.none())


async def test_a_busy_host_is_asked_again_after_its_retry_after(fetched: Fetched) -> None:
    assert (
        await fetched(
            Api(
                refusal(503, headers={"Retry-After": "12"}),
                refusal(429),
                in_pieces(b"abcdef", headers=V1),
            )
        )
        == b"abcdef"
    )
    assert fetched.clock.slept == [12.0, 1.0]


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (refusal(403), PermissionDeniedError, r"^No\. \(some_code, GET //files\.test\)$"),
        (
            refusal(503, headers={"Retry-After": "13"}),
            APIError,
            r"\(some_code, GET //files\.test\)$",
        ),
        (
            httpx.Response(302, headers={"Location": "https://other.test/"}),
            APIError,
            "redirects are not followed",
        ),
        (in_pieces(b"x" * 3_000, b"y" * 3_000, status=404), APIError, "HTTP 404 Not Found"),
        (
            httpx.Response(204),
            UnreadableReplyError,
            r"^the response is not a file \(http_204, GET //files\.test\)$",
        ),
        (
            httpx.Response(200, html="<html>Sign in"),
            UnreadableReplyError,
            "received a web page instead of the file",
        ),
        (
            in_pieces(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}),
            UnreadableReplyError,
            "the host compressed the file",
        ),
    ],
)
async def test_an_answer_that_is_not_a_file_is_an_error_without_url(
    fetched: Fetched, answer: Answer, kind: type[Exception], words: str
) -> None:
    api = Api(answer)
    with pytest.raises(kind, match=words) as caught:
        await fetched(api)
    assert "secret" not in str(caught.value)
    assert (fetched.left, len(api.requests)) == ([], 1)


async def test_a_refusal_cut_short_is_retried(fetched: Fetched) -> None:
    assert (
        await fetched(Api(in_pieces(b'{"err', LOST, status=500), in_pieces(b"abcdef"))) == b"abcdef"
    )


@pytest.mark.parametrize("headers", [V1, None], ids=["announced", "found"])
async def test_a_file_that_is_too_large_is_refused(
    fetched: Fetched, headers: dict[str, str] | None
) -> None:
    with pytest.raises(WrongFileError, match=r"^the file has 6 bytes or more; max_bytes is 5$"):
        await fetched(Api(in_pieces(b"abcdef", headers=headers)), max_bytes=5)
    assert fetched.left == []


async def test_a_file_may_have_max_bytes(fetched: Fetched) -> None:
    assert (
        await fetched(Api(in_pieces(b"abcdef", headers=V1)), max_bytes=6, progress=None)
        == b"abcdef"
    )


async def test_more_bytes_than_announced_are_an_error(fetched: Fetched) -> None:
    with pytest.raises(DeliveryError, match="the file size differs from what the host announced"):
        await fetched(Api(in_pieces(b"abcdefg", headers=V1)), retries=RetryPolicy.none())
    assert fetched.left == []


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.zip", ""),
        ("a.PDF", "application/zip"),
        ("a", "application/zip"),
        ("a.xml", "text/plain"),
    ],
)
async def test_a_file_whose_first_bytes_are_wrong_is_refused(
    fetched: Fetched, name: str, media_type: str
) -> None:
    fetched.target = fetched.folder / name
    with pytest.raises(WrongFileError, match="the content does not look like"):
        await fetched(Api(in_pieces(b"abcdef", headers={"Content-Type": media_type})))
    assert fetched.left == []


@pytest.mark.parametrize("media_type", ["", "application/octet-stream"])
async def test_a_web_page_is_no_file_whatever_its_host_calls_it(
    fetched: Fetched, media_type: str
) -> None:
    with pytest.raises(WrongFileError, match=r"^received a web page instead of the file$"):
        await fetched(
            Api(
                in_pieces(
                    b"<!DOCTYPE html><title>Sign in</title>", headers={"Content-Type": media_type}
                )
            )
        )
    assert fetched.left == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", b"PK\x05\x06" + bytes(18)),
        ("a.pdf", b"%PDF-1.7 %%EOF"),
        ("a.xml", b"\xef\xbb\xbf <a/>"),
        ("a", b"anything"),
    ],
)
async def test_a_file_whose_first_bytes_are_right_is_kept(
    fetched: Fetched, name: str, content: bytes
) -> None:
    fetched.target = fetched.folder / name
    assert (
        await fetched(Api(in_pieces(content, headers={"Content-Type": "application/octet-stream"})))
        == content
    )


@pytest.mark.parametrize("url", ["http://files.test/a.zip", "file:///etc/passwd", "JVBERi0=", ""])
async def test_only_an_https_url_is_fetched(fetched: Fetched, url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="over https only"):
        await fetched(Api(), url)


async def test_a_directory_is_not_a_target(fetched: Fetched) -> None:
    fetched.target = fetched.folder
    with pytest.raises(InvalidArgumentError, match="not a directory"):
        await fetched(Api())
    fetched.target = fetched.folder / "none" / "a.zip"
    with pytest.raises(FileNotFoundError):
        await fetched(Api())


async def test_a_silent_host_times_out(fetched: Fetched) -> None:
    async def script(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc")
        await anyio.sleep_forever()

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(
            DeliveryTimeoutError, match="timed out waiting for a response; received 3 bytes"
        ):
            await fetched(transport, base, silence_s=0.3, retries=RetryPolicy.none())
    assert fetched.left == []


async def test_an_error_of_the_progress_callback_ends_the_download(fetched: Fetched) -> None:
    def tell(done: int, total: int | None) -> None:
        raise LookupError(done, total)

    async with tcp_server(FileHost()) as base, own_transport() as transport:
        with pytest.raises(LookupError):
            await fetched(transport, base, progress=tell)
    assert fetched.left == []


async def test_a_cancelled_download_leaves_nothing_behind(fetched: Fetched) -> None:
    def stop(done: int, total: int | None) -> None:
        scope.cancel()

    async with tcp_server(FileHost()) as base, own_transport() as transport:
        with anyio.CancelScope() as scope:
            await fetched(transport, base, progress=stop)
    assert scope.cancelled_caught
    assert fetched.left == []


async def test_memory_stays_flat_over_a_large_file(fetched: Fetched) -> None:
    size = 24 * 2**20

    async def script(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
        for _ in range(size // 2**16):
            await connection.send(b"x" * 2**16)

    async def fetch() -> None:
        agreed = DownloadOptions(silence_s=5.0, retries=RetryPolicy.none(), local=True)
        await stream_to_file(
            transport.files, base, fetched.target, agreed, clock=fetched.clock.clock
        )

    async with tcp_server(script) as base, own_transport() as transport:
        tracemalloc.start()
        try:
            await fetch()
            assert tracemalloc.get_traced_memory()[1] < 3 * 2**20
        finally:
            tracemalloc.stop()

    assert fetched.target.stat().st_size == size


async def test_nothing_of_the_url_is_logged(
    fetched: Fetched, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with tcp_server(FileHost(cuts=[300])) as base, own_transport() as transport:
        await fetched(transport, f"{base}/a.zip?signature=secret")
    assert "secret" not in caplog.text


async def test_download_to_works_over_tcp(tmp_path: Path) -> None:
    reported: list[int] = []
    async with tcp_server(FileHost(cuts=[200_000])) as base, Gigstack(KEY, base_url=base) as gig:
        fast = gig.with_options(retries=RetryPolicy(base_s=0), timeout_s=5)
        path = await fast.download_to(
            f"{base}/a.zip", str(tmp_path / "a.zip"), progress=lambda done, _: reported.append(done)
        )
    assert path == tmp_path / "a.zip"
    assert path.read_bytes() == LARGE_FILE
    assert reported[-1] == len(LARGE_FILE)


@pytest.mark.parametrize("hook", [False, True])
async def test_the_http_client_of_the_user_is_used_and_left_open(
    tmp_path: Path, hook: bool
) -> None:
    async def read(response: httpx.Response) -> None:
        await response.aread()

    hooks: dict[str, list[Callable[..., Any]]] = {"response": [read]} if hook else {}
    handler = Api(in_pieces(b"PK\x03\x04", headers={"Content-Length": "4"}))
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(handler), event_hooks=hooks, follow_redirects=True
    ) as http:
        async with Gigstack(KEY, base_url="https://api.test", http_client=http) as gig:
            assert (
                await gig.download_to(ADDRESS, tmp_path / "a.zip")
            ).read_bytes() == b"PK\x03\x04"
        assert not http.is_closed


async def test_a_closed_client_refuses_to_download(tmp_path: Path) -> None:
    gig = Gigstack(KEY, base_url="https://api.test")
    await gig.aclose()
    with pytest.raises(ConfigurationError, match="closed"):
        await gig.download_to(ADDRESS, tmp_path / "a.zip")
    assert list(tmp_path.iterdir()) == []
