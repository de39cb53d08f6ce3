"""Hand-written replies, byte for byte, over TCP: whatever is wrong with them, no exception of the
HTTP libraries leaves a call.
"""

from __future__ import annotations

from random import Random

from attrs import define, field

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from ...support.tcp_server import Connection, read_request, tcp_server
from ..harness.calls import MakeCall
from .usage import use

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BODY = b'{"data": {"id": "client_1"}, "message": "Ok"}'
LONG = OK + b"Content-Length: %d\r\n" % len(BODY)
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
END = b"\r\n"

RIGHT: tuple[bytes, ...] = (
    LONG + END + BODY,
    OK + b"Connection: close\r\n\r\n" + BODY,
    CHUNKED + CHUNKS,
    b"HTTP/1.1 200\r\n" + LONG.partition(END)[2] + END + BODY,
    b"HTTP/1.0 200 OK\r\n" + LONG.partition(END)[2] + END + BODY,
    b"HTTP/1.1 100 Continue\r\n\r\n" + LONG + END + BODY,
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 16 + LONG + END + BODY,
    b"HTTP/1.1 299 Odd\r\n" + LONG.partition(END)[2] + END + BODY,
    LONG + END + BODY + b"more bytes than announced",
)
"""Each of these contains a value."""

WRONG: tuple[bytes, ...] = (
    LONG + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY,
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 17 + LONG + END + BODY,
    b"",
    LONG + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY,
    b"\r\n\r\n",
    b"\x00" * 1000,
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"SSH-2.0-OpenSSH_9.6\r\n",
    b"HTTP/1.1\r\n\r\n",
    b"HTTP/1.1 OK 200\r\n\r\n",
    b"HTTP/1.1 20 OK\r\n\r\n",
    b"HTTP/1.1 2000 OK\r\n\r\n",
    b"HTTP/1.1 099 Odd\r\n\r\n",
    b"HTTP/1.1 -20 Odd\r\n\r\n",
    b"HTTP/2 200 OK\r\n\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\n"
    b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x05hello",
    b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\n\r\n" * 3_000,
    b"HTTP/1.1 204 No Content\r\n\r\n" + BODY,
    b"HTTP/1.1 304 Not Modified\r\nContent-Length: 45\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: javascript:1\r\nContent-Length: 0\r\n\r\n",
    b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="\xff\r\nContent-Length: 0\r\n\r\n',
    b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 408 Timeout\r\nConnection: close\r\n\r\n",
    b"HTTP/1.1 413 Large\r\nContent-Length: 2\r\n\r\nno",
    b"HTTP/1.1 429 Slow\r\nRetry-After: " + b"9" * 5000 + b"\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 520 \xff\xfe\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n",
    LONG[:40],
    LONG,
    LONG + END + BODY[:20],
    LONG + b"Content-Length: 7\r\n\r\n" + BODY,
    OK + b"Content-Length: -5\r\n\r\n" + BODY,
    OK + b"Content-Length: 0x2d\r\n\r\n" + BODY,
    OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + BODY,
    OK + b"Content-Length: 45, 46\r\n\r\n" + BODY,
    OK + b"Content-Length: 7\r\n\r\n" + BODY,
    LONG + b"Transfer-Encoding: gzip\r\n\r\n" + BODY,
    LONG + b"Transfer-Encoding: chunked\r\n\r\n" + BODY,
    CHUNKED + BODY,
    CHUNKED + b"-1\r\n" + BODY,
    CHUNKED + b"zz\r\n" + BODY + b"\r\n0\r\n\r\n",
    CHUNKED + b"f" * 40 + b"\r\n" + BODY,
    CHUNKED + b"2d;" + b"x" * 200_000 + b"\r\n" + BODY,
    CHUNKED + CHUNKS[:-5],
    CHUNKED + CHUNKS[:-2] + b"Trailer: \xff\r\n\r\n",
    LONG + b"X: " + b"x" * 500_000 + b"\r\n\r\n" + BODY,
    LONG + b"X: y\r\n" * 50_000 + b"\r\n" + BODY,
    LONG + b"no colon here\r\n\r\n" + BODY,
    LONG + b": no name\r\n\r\n" + BODY,
    LONG + b"X\x00: y\r\n\r\n" + BODY,
    LONG + b"X: y\x00z\r\n\r\n" + BODY,
    LONG + b" folded: \r\n\tonce more\r\n\r\n" + BODY,
    LONG + b"Content-Encoding: gzip\r\n\r\n" + BODY,
    LONG + b"Content-Encoding: deflate\r\n\r\n" + BODY,
    LONG + b"Content-Encoding: br, gzip, \xff\r\n\r\n" + BODY,
    LONG.replace(b"\r\n", b"\n") + b"\n" + BODY,
    OK + END + BODY[:-1],
)
"""A lenient client may find a value in these; otherwise it must raise an error of gigstack_api."""


@define
class _RawServer:
    """Sends the same bytes on each connection and closes it. With `at_once`, without reading the
    request first.
    """

    reply: bytes = b""
    at_once: bool = False
    answered: int = field(default=0)

    async def __call__(self, connection: Connection) -> None:
        if not self.at_once:
            await read_request(connection)
        self.answered += 1
        await connection.send(self.reply)


async def run_raw_replies(seed: int, count: int) -> tuple[int, list[str]]:
    """Sends replies to the client. Returns how many were sent, and each violation."""
    random = Random(seed)
    raw_server, broken = _RawServer(), list[str]()
    async with tcp_server(raw_server) as base_url:
        while raw_server.answered < count:
            raw_server.reply, has_value = _draw_reply(random, raw_server.answered)
            raw_server.at_once = random.random() < 0.1
            violation = await _call(
                base_url,
                random.choice(CALLS),
                must_give_value=has_value and not raw_server.at_once,
            )
            broken += [f"{violation}: {raw_server.reply[:120]!r}"] if violation else []
    return raw_server.answered, broken


def _draw_reply(random: Random, number: int) -> tuple[bytes, bool]:
    """The bytes of a reply, and whether they contain a value: first each of the tables in turn,
    then replies with some bytes changed.
    """
    table = [*((reply, True) for reply in RIGHT), *((reply, False) for reply in WRONG)]
    if number < 2 * len(table):
        return table[number % len(table)]
    text = bytearray(random.choice(table)[0][:2_000] or b"HTTP")
    for _ in range(random.choice((1, 1, 2, 5))):
        index = random.randrange(len(text))
        change = random.choice(("set", "cut", "twice", "drop", "break"))
        if change == "set":
            text[index] = random.randrange(256)
        elif change == "twice":
            text[index:index] = text[index : index + 20]
        elif change == "break":
            text[index:index] = random.choice((b"\r\n", b"\r\n\r\n", b"\n", b"\x00", b":"))
        else:
            del text[index : index + (20 if change == "drop" else len(text))]
        text = text or bytearray(b"H")
    return bytes(text), False


async def _get(gig: Gigstack) -> object:
    return await gig.clients.get("client_1")


async def _list(gig: Gigstack) -> object:
    return await gig.users.list()


async def _create(gig: Gigstack) -> object:
    return await gig.clients.create(name="Juan Pérez García")


async def _delete(gig: Gigstack) -> object:
    await gig.clients.delete("client_1")
    return None


CALLS: tuple[MakeCall, ...] = (_get, _get, _create, _delete, _list)


async def _call(base_url: str, call: MakeCall, *, must_give_value: bool) -> str | None:
    """Makes a call; returns the violation, or None."""
    async with Gigstack(
        "key",
        base_url=base_url,
        timeout_s=5,
        retries=RetryPolicy(max_attempts=2, base_s=0, settle_s=0),
    ) as gig:
        try:
            use(await call(gig))
        except GigstackError as error:
            str(error).encode()
            return f"no value, but {error}" if must_give_value and call is not _list else None
        except Exception as crash:  # noqa: BLE001 - any other exception is a violation
            return f"crash over TCP: {type(crash).__name__}: {crash}"
    return None
