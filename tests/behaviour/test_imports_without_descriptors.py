"""A call whose modules cannot be imported, since no file descriptor is free."""

from __future__ import annotations

import subprocess
import sys

import pytest


def output_of(script: str, *arguments: str) -> str:
    """What a program writes that ends without an error."""
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert ran.stderr == ""
    return ran.stdout


SCRIPT = """
import asyncio, json, socket, sys, threading
from gigstack_api import ConfigurationError, Gigstack
from tests.support.descriptors import no_free_descriptor

head = b'HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\n'
answer = head + b'Content-Length: %d\\r\\n\\r\\n%s'
body = json.dumps({"data": {"id": "x", "uuid": "y"}}).encode()
listener = socket.create_server(("127.0.0.1", 0))
heads = []

def serve():
    while True:
        peer, _ = listener.accept()
        with peer:
            heads.append(peer.recv(65536))
            peer.sendall(answer % (len(body), body))

async def main():
    gig = Gigstack("sk_test_x", base_url=f"http://127.0.0.1:{listener.getsockname()[1]}")
    call = eval("lambda gig: " + sys.argv[1])
    exec(sys.argv[2], {"gig": gig})
    with no_free_descriptor():
        try:
            await call(gig)
        except ConfigurationError as error:
            said = str(error)
    assert not heads
    threading.Thread(target=serve, daemon=True).start()
    await call(gig)
    print(said, len(heads))

asyncio.run(main())
"""

SIGN = "gig.teams.sign_manifest('t', key=b'k', cert=b'c', password='p')"
OPERATION = "from gigstack_api.operations.clients import create_client"


@pytest.mark.parametrize(
    ("call", "loaded"),
    [
        pytest.param("gig.clients.create(name='Juan')", "", id="resource"),
        pytest.param("gig.users.get('u')", "", id="generated resource"),
        pytest.param("gig.clients.create(name='Juan')", "gig.clients", id="operation"),
        pytest.param("gig.clients.upsert(on='name', name='J')", "gig.clients", id="upsert"),
        pytest.param(
            "gig.clients.create(name='Juan')", f"gig.clients; {OPERATION}", id="connections"
        ),
        pytest.param(SIGN, "gig.teams", id="files"),
    ],
)
def test_nothing_is_sent_and_the_next_call_succeeds(call: str, loaded: str) -> None:
    output = output_of(SCRIPT, call, loaded)
    assert output == (
        "a module could not be loaded; nothing was sent: too many files are open: close some, or"
        " raise the limit of the process 1\n"
    )


BEFORE = """
import asyncio, sys
from gigstack_api import Download, Gigstack, GigstackError, Match
from tests.support.descriptors import no_free_descriptor

async def main():
    gig = Gigstack("sk_test_x", base_url="http://127.0.0.1:9")
    scope = {"gig": gig, "Gigstack": Gigstack, "Download": Download, "Match": Match}
    exec(sys.argv[1], scope)
    with no_free_descriptor():
        try:
            found = eval(sys.argv[2], scope)
            if hasattr(found, "__await__"):
                await found
        except GigstackError as error:
            said = f"{type(error).__name__} {error}"
    print(said)

asyncio.run(main())
"""

ADVICE = "too many files are open: close some, or raise the limit of the process"
NOT_SENT = f"ConfigurationError a module could not be loaded; nothing was sent: {ADVICE}"
NOT_CHECKED = f"ConfigurationError a module could not be loaded; the file was not checked: {ADVICE}"
NO_CHECKPOINT = f"ConfigurationError a module could not be loaded; there is no checkpoint: {ADVICE}"
LIST = "pager = gig.clients.list()"
LOST = """
from gigstack_api import OutcomeUnknownError
error = OutcomeUnknownError("lost", operation="x", method="POST", path="/x")
"""
XML = "download = Download(b'<a/>', 'a.xml', 'application/xml')"


@pytest.mark.parametrize(
    ("before", "call", "said"),
    [
        pytest.param(LIST, "pager.prefetch(2).collect()", NO_CHECKPOINT, id="prefetch"),
        pytest.param(
            f"{LIST}; ahead = pager.prefetch(2)", "ahead.collect()", NOT_SENT, id="prefetched"
        ),
        pytest.param(LIST, "pager.checkpoint", NO_CHECKPOINT, id="checkpoint"),
        pytest.param("gig.clients", "gig.clients.list(resume='x')", NOT_SENT, id="resume"),
        pytest.param("", "gig.download_to('https://a.test/a', 'a')", NOT_SENT, id="download_to"),
        pytest.param("", "gig.download('https://127.0.0.1/a')", NOT_SENT, id="download"),
        pytest.param("", "gig.download('https://ñ.test/a')", NOT_SENT, id="address"),
        pytest.param(LOST, "gig.reconcile(error)", NOT_SENT, id="reconcile"),
        pytest.param("", "Gigstack('sk_test_x', checks='error')", NOT_SENT, id="checks"),
        pytest.param("", "Gigstack('k', http_client=object())", NOT_SENT, id="http_client"),
        pytest.param("", "Match('tax_id', 'X', nme='Y')", NOT_SENT, id="match"),
        pytest.param(
            "rows = gig.clients.upsert_many([{'name': 'J'}], on='name')",
            "anext(rows)",
            NOT_SENT,
            id="upsert_many",
        ),
        pytest.param(XML, "download.verify()", NOT_CHECKED, id="verify"),
        pytest.param(
            XML,
            "download.save('a.xml')",
            f"FileNotSavedError [Errno 24] a module could not be loaded; the file was not saved:"
            f" {ADVICE}",
            id="save",
        ),
    ],
)
def test_what_cannot_be_loaded_is_explained(before: str, call: str, said: str) -> None:
    output = output_of(BEFORE, before, call)
    assert output == f"{said}\n"


AFTER = """
import asyncio, gzip, json, socket, sys, threading
from contextlib import ExitStack
from gigstack_api import Gigstack, GigstackError, RetryPolicy
from tests.support.descriptors import no_free_descriptor

listener = socket.create_server(("127.0.0.1", 0))
heads = []

def serve():
    peer, _ = listener.accept()
    heads.append(peer.recv(65536))
    listener.close()
    full.enter_context(no_free_descriptor())
    answer = eval(sys.argv[2])
    peer.sendall(answer)
    if not answer:
        peer.shutdown(socket.SHUT_RDWR)
    done.wait()
    peer.close()

GZIP, CLOSE = ["Content-Encoding: gzip"], ["Connection: close"]
LATER = "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"

def reply(body, status="200 OK", *more):
    kind = "Content-Type: application/json"
    head = (f"HTTP/1.1 {status}", kind, f"Content-Length: {len(body)}", *more)
    return "\\r\\n".join([*head, "", ""]).encode() + body

async def main():
    threading.Thread(target=serve, daemon=True).start()
    gig = Gigstack("sk_test_x", base_url=f"http://127.0.0.1:{listener.getsockname()[1]}")
    try:
        twice = RetryPolicy(max_attempts=2, base_s=0)
        value = await eval(sys.argv[1], {"gig": gig, "TWICE": twice})
        said = type(value).__name__
    except GigstackError as error:
        said = f"{type(error).__name__} {error} {getattr(error, 'body', b'')}"
    full.close()
    done.set()
    print(said, len(heads))

full = ExitStack()
done = threading.Event()
asyncio.run(main())
"""

CREATE = "gig.clients.create(name='Juan')"
UNREADABLE = (
    "UnreadableReplyError the answer could not be read: too many files are open: close some, or"
    " raise the limit of the process"
)
PACKED = "reply(gzip.compress(b'{}'), '201 Created', *GZIP)"
AGAIN = "gig.with_options(retries=TWICE).users.get('u')"
SIGNUP = (
    "gig.with_options(retries=TWICE).auth.signup(email='a@b.mx', name='x', plan_id='free',"
    " metadata={'password': 'x', 'a': 'b'})"
)
NO_CONNECTION = "DeliveryError cannot connect: "


@pytest.mark.parametrize(
    ("call", "reply", "said"),
    [
        (CREATE, """reply(b'{"data": {"id": "x"}}')""", "Client "),
        (CREATE, """reply(b'{"data": {"id": 5}}')""", "Client "),
        (CREATE, "reply(b'<p>', '418 Odd')", "APIError HTTP 418 (http_418, POST /clients) b'<p>'"),
        (
            CREATE,
            "reply(b'&amp;', '418 Odd')",
            "APIError HTTP 418 (http_418, POST /clients) b'***'",
        ),
        (CREATE, "b''", "OutcomeUnknownError"),
        (CREATE, PACKED, "Client "),
        (CREATE, "reply(gzip.compress(b' ' * 40_000_000 + b'{}'), '201', *GZIP)", "Client "),
        (AGAIN, "reply(b'', '503 Busy', *CLOSE)", NO_CONNECTION),
        (AGAIN, "reply(b'', '503 Busy', *CLOSE, LATER)", NO_CONNECTION),
        (SIGNUP, "b''", "OutcomeUnknownError"),
        (SIGN, "b''", "OutcomeUnknownError"),
        (SIGN, PACKED, "dict"),
    ],
)
def test_a_write_that_was_sent_never_ends_in_a_bare_error(call: str, reply: str, said: str) -> None:
    output = output_of(AFTER, call, reply)
    assert output.startswith(said), output
