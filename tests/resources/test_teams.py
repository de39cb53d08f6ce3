"""`gig.teams.sign_manifest` takes the files of the FIEL as `upload_csd` takes those of the CSD."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import httpx
import pytest

from gigstack_api import GigstackError, InvalidArgumentError, RetryPolicy
from gigstack_api._core.files.upload import FileInput
from tests.support.scripted_api import KEY, LOST, Answer, Api, answer, client, refusal
from tests.support.tracebacks import places_showing

pytestmark = pytest.mark.anyio

KEY_FILE = b"\x30\x82\x02\x00\x30\x10\x06" + b"KEYFILE" * 90
CERT = b"\x30\x82\x03\x00\x30\x82\x02\x00\xa0\x03\x02\x01" + b"CERTIFICATE" * 70
KEY_TEXT = b64encode(KEY_FILE).decode()
CERT_TEXT = b64encode(CERT).decode()
WORD = "a-secret-word"
SECRETS = (KEY, WORD, "KEYFILE", "CERTIFICATE", KEY_TEXT[40:80], CERT_TEXT[40:80])


class Watched(BytesIO):
    """A file object that knows which thread read it."""

    reader: threading.Thread | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        self.reader = threading.current_thread()
        return super().read(size)


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "fiel.bin"
    path.write_bytes(content)
    return path


WAYS: dict[str, Callable[[Path, bytes], FileInput]] = {
    "path": saved,
    "bytes": lambda _, content: content,
    "file object": lambda _, content: BytesIO(content),
    "Base64": lambda _, content: b64encode(content).decode(),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_a_file_is_sent_as_base64(
    way: Callable[[Path, bytes], FileInput], tmp_path: Path
) -> None:
    api = Api(answer({"signed": True}))
    signed = await client(api).teams.sign_manifest(
        "team_1", team="team_2", key=way(tmp_path, KEY_FILE), cert=CERT, password=WORD
    )
    assert signed == {"signed": True}
    assert api.bodies == [{"key": KEY_TEXT, "cert": CERT_TEXT, "password": WORD}]
    assert api.queries == [{"team": "team_2"}]
    assert str(api.requests[0].url.path) == "/v2/teams/team_1/manifest/sign"


@pytest.mark.parametrize(
    "text", ["KEYF\nSUw=\n", "¡no!", "abc", "", "a" * 5_000, "a\x00b", "é" * 9]
)
async def test_a_str_is_sent_as_it_is(text: str) -> None:
    api = Api(answer({}))
    await client(api).teams.sign_manifest("t", key=text, cert=CERT_TEXT, password=WORD)
    assert api.bodies[0]["key"] == text


async def test_a_str_that_is_a_path_is_refused(tmp_path: Path) -> None:
    api = Api()
    path = saved(tmp_path, CERT)
    with pytest.raises(InvalidArgumentError, match=r"cert: .* pass pathlib.Path\(...\)") as caught:
        await client(api).teams.sign_manifest("t", key=KEY_FILE, cert=str(path), password=WORD)
    assert str(path) not in str(caught.value)
    assert api.requests == []
    assert places_showing(caught.value, *SECRETS) == []


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (Path("no/such/fiel.key"), "key: cannot read 'fiel.key'"),
        (b"", "key: the file is empty"),
        (b"%PDF-1.4", r"key: unsupported file type; expected private key \(.key\), got PDF"),
        (CERT, r"expected private key \(.key\), got certificate"),
        (5, "key takes a path, bytes or a binary file object, not int"),
    ],
)
async def test_a_file_that_cannot_be_a_key_is_refused(key: FileInput, problem: str) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError, match=problem) as caught:
        await client(api).teams.sign_manifest("t", key=key, cert=CERT, password=WORD)
    assert api.requests == []
    assert places_showing(caught.value, *SECRETS) == []


async def test_a_file_is_read_off_the_event_loop() -> None:
    file = Watched(KEY_FILE)
    await client(Api(answer({}))).teams.sign_manifest("t", key=file, cert=CERT, password=WORD)
    assert file.reader not in {None, threading.current_thread()}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    "failure", [refusal(400), refusal(500), LOST, httpx.Response(200, html="<p>")]
)
async def test_no_error_shows_the_files(
    way: Callable[[Path, bytes], FileInput], failure: Answer, tmp_path: Path
) -> None:
    gig = client(Api(failure), retries=RetryPolicy.none())
    with pytest.raises(GigstackError) as caught:
        await gig.teams.sign_manifest(
            "t", key=way(tmp_path, KEY_FILE), cert=BytesIO(CERT), password=WORD
        )
    assert places_showing(caught.value, *SECRETS) == []


async def test_files_that_an_answer_quotes_are_masked() -> None:
    body = {"error": {"message": f"cannot parse {KEY_TEXT}", "code": CERT_TEXT, "details": [WORD]}}
    gig = client(Api(httpx.Response(400, json=body)))
    with pytest.raises(GigstackError, match=r"cannot parse \*\*\*") as caught:
        await gig.teams.sign_manifest("t", key=KEY_FILE, cert=CERT, password=WORD)
    shown = f"{caught.value!r} {vars(caught.value)!r}"
    assert not any(secret in shown for secret in (KEY_TEXT, CERT_TEXT, WORD))
