"""Support documents, and the forms they are sent in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Gigstack, NotFoundError, ValidationError
from gigstack_api.sandbox.rules.shared import support_documents

from ...support.sandbox import SandboxSession
from ..pdf import MORAL

pytestmark = pytest.mark.anyio

ACCEPTED = {
    "application/pdf": MORAL,
    "image/png": b"\x89PNG\r\n\x1a\n...",
    "image/jpeg": b"\xff\xd8\xff...",
    "image/webp": b"RIFF\x0a\x00\x00\x00WEBPVP8 ",
}


@pytest.mark.parametrize(("media_type", "content"), ACCEPTED.items())
async def test_a_support_document_is_kept_and_can_be_fetched(
    session: SandboxSession, tmp_path: Path, media_type: str, content: bytes
) -> None:
    session.at(1_700_000_000.123)
    gig = session.gig()
    client = await gig.clients.create(name="A")
    path = tmp_path / "contrato señor.bin"
    path.write_bytes(content)
    document = await gig.clients.upload_support_document(
        client.id or "", file=path, documentType="contract", description="d"
    )
    assert (document.name, document.file_name, document.description) == (path.name, path.name, "d")
    assert (document.document_type, document.compliance_status) == ("contract", "pending_review")
    assert (document.mime_type, document.file_size, document.created_at) == (
        media_type,
        len(content),
        1_700_000_000_123,
    )
    fetched = await session.http.get(str(document.file_url))
    assert (fetched.status_code, fetched.content, fetched.headers["content-type"]) == (
        200,
        content,
        media_type,
    )


async def test_support_documents_are_listed_with_their_client_only(session: SandboxSession) -> None:
    gig = session.gig()
    ids = [(await gig.clients.create(name=name)).id or "" for name in "AB"]
    for name in ("one", "two"):
        await gig.clients.upload_support_document(
            ids[0], file=MORAL, documentType="contract", name=name
        )
    assert [document.name async for document in gig.clients.list_support_documents(ids[0])] == [
        "one",
        "two",
    ]
    assert await gig.clients.list_support_documents(ids[1]).collect() == []
    envelope = (await session.send("GET", f"/v2/clients/{ids[0]}/support-documents")).json()
    assert envelope["success"] is True
    assert envelope["timestamp"].endswith("Z")


async def test_an_unknown_document_type_is_accepted(session: SandboxSession, gig: Gigstack) -> None:
    client = await gig.clients.create(name="A")
    form: dict[str, Any] = {
        "data": {"documentType": "love_letter"},
        "files": {"file": ("a.pdf", MORAL)},
    }
    answer = await session.send("POST", f"/v2/clients/{client.id}/support-documents", **form)
    assert (answer.status_code, answer.json()["data"]["document_type"]) == (200, "love_letter")


REFUSED: list[tuple[bytes, str, str]] = [
    (b"GIF89a", "invalid_file_format", "Only PDF, PNG, JPG, JPEG and WEBP"),
    (b"RIFF\x0a\x00\x00\x00WAVE", "invalid_file_format", "Only PDF"),
    (
        b"%PDF-" + b"x" * support_documents.MAX_BYTES,
        "file_upload_error",
        "larger than 10485760 bytes",
    ),
]


@pytest.mark.parametrize(("content", "code", "reason"), REFUSED, ids=["gif", "wave", "too large"])
async def test_other_files_are_refused(
    session: SandboxSession, content: bytes, code: str, reason: str
) -> None:
    gig = session.gig()
    client = await gig.clients.create(name="A")
    answer = await session.send(
        "POST",
        f"/v2/clients/{client.id}/support-documents",
        files=[KIND, ("file", ("a.pdf", content))],
    )
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, code)
    assert reason in error["message"]
    assert await gig.clients.list_support_documents(client.id or "").collect() == []


KIND = ("documentType", (None, "contract"))
FILE = ("file", ("a.pdf", MORAL))
FORMS: dict[str, tuple[list[Any], list[str]]] = {
    "no file": ([KIND], ["body: 'file' is a required property"]),
    "no type": ([FILE], ["body: 'documentType' is a required property"]),
    "neither": (
        [("x", ("a.pdf", b""))],
        ["body: 'documentType' is a required", "body: 'file' is a required"],
    ),
    "a text for the file": ([KIND, ("file", (None, "x"))], ["file: must be a file"]),
    "a file for the type": (
        [FILE, ("documentType", ("a.txt", b"contract"))],
        ["documentType: must be a text"],
    ),
    "two files": ([KIND, FILE, FILE], ["file: sent more than once"]),
    "a type twice": ([KIND, KIND, FILE], ["documentType: sent more than once"]),
}


@pytest.mark.parametrize(("parts", "complaints"), FORMS.values(), ids=FORMS.keys())
async def test_a_form_that_is_not_as_documented_is_refused_by_field(
    session: SandboxSession, parts: list[Any], complaints: list[str]
) -> None:
    client = await session.gig().clients.create(name="A")
    answer = await session.send("POST", f"/v2/clients/{client.id}/support-documents", files=parts)
    assert answer.status_code == 400
    details = answer.json()["error"]["details"]
    assert len(details) == len(complaints)
    assert all(complaint in detail for complaint, detail in zip(complaints, details, strict=True))


FORM = "multipart/form-data; boundary=a"


def part(head: bytes, content: bytes = b"abc", end: bytes = b"\r\n--a--\r\n") -> bytes:
    return b"--a\r\n" + head + b"\r\n\r\n" + content + end


NAME = b'Content-Disposition: form-data; name="name"'
BROKEN_FORMS = {
    "nothing": (FORM, b""),
    "no media type": ("", b"x"),
    "JSON": ("application/json", b'{"documentType": "contract"}'),
    "urlencoded": ("application/x-www-form-urlencoded", b"documentType=contract&file=%FF%00"),
    "no boundary": ("multipart/form-data", part(NAME)),
    "another boundary": ("multipart/form-data; boundary=b", part(NAME)),
    "no end": (FORM, part(b'Content-Disposition: form-data; name="file"; filename="x"', end=b"")),
    "no name": (FORM, part(b"Content-Disposition: form-data")),
    "bad header": (FORM, part(b"\xff\xfe: x")),
    "unknown charset": (
        f"{FORM}; charset=klingon",
        part(b'Content-Disposition: form-data; name="\xff"', b"\xff"),
    ),
    "null byte": (FORM, part(NAME, b"\0")),
    "huge field": (FORM, part(NAME, b"x" * 2**21)),
}


@pytest.mark.parametrize(("media_type", "content"), BROKEN_FORMS.values(), ids=BROKEN_FORMS.keys())
async def test_a_broken_form_is_refused(
    session: SandboxSession, media_type: str, content: bytes
) -> None:
    client = await session.gig().clients.create(name="A")
    for path in (f"/v2/clients/{client.id}/support-documents", "/v2/clients/csf"):
        answer = await session.send(
            "POST", path, content=content, headers={"Content-Type": media_type}
        )
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] in {"invalid_request_body", "validation_failed"}


async def test_an_empty_file_is_refused(session: SandboxSession) -> None:
    client = await session.gig().clients.create(name="A")
    for path in (f"/v2/clients/{client.id}/support-documents", "/v2/clients/csf"):
        answer = await session.send("POST", path, files=[KIND, ("file", ("a.pdf", b""))])
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_file_format")


async def test_documents_of_an_unknown_client_are_404(gig: Gigstack) -> None:
    with pytest.raises(NotFoundError):
        await gig.clients.upload_support_document(
            "client_nobody", file=MORAL, documentType="contract"
        )
    with pytest.raises(NotFoundError):
        await gig.clients.list_support_documents("client_nobody")


async def test_an_unknown_file_is_404(session: SandboxSession) -> None:
    answer = await session.http.get(f"{session.origin}/files/doc_none")
    assert (answer.status_code, answer.json()["error"]) == (404, "The sandbox has no such file")


async def test_a_validation_error_reaches_the_sdk_as_one(gig: Gigstack) -> None:
    client = await gig.clients.create(name="A")
    with pytest.raises(ValidationError) as caught:
        await gig.clients.upload_support_document(
            client.id or "", file=MORAL, documentType="x", extra={"name": "\0"}
        )
    assert caught.value.code == "invalid_request_body"
