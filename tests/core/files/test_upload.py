"""Uploads: their sources, names and media types, and which are refused."""

from __future__ import annotations

import io
import tempfile
from base64 import b64encode
from pathlib import Path
from traceback import format_exception
from typing import Any

import anyio
import pytest
from starlette.datastructures import UploadFile

from gigstack_api import InvalidArgumentError
from gigstack_api._core.files.upload import Accepts, read_upload
from scripts.spec.examples import FILES

PDF = b"%PDF-1.7 content"


class Pipe(io.RawIOBase):
    """A binary stream that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def readable(self) -> bool:
        return True

    def readall(self) -> bytes:
        return self._content

    def read(self, size: int = -1, /) -> bytes:
        return self._content


class OnlyRead:
    """An object that has `read` and nothing else."""

    def __init__(self, content: object) -> None:
        self._content = content

    def read(self) -> object:
        return self._content


@pytest.mark.parametrize("as_text", [True, False])
def test_a_path_gives_its_name_and_content(tmp_path: Path, as_text: bool) -> None:
    path = tmp_path / "Constancia.PDF"
    path.write_bytes(PDF)
    upload = read_upload("file", str(path) if as_text else path)
    assert (upload.name, upload.content, upload.media_type) == (
        "Constancia.PDF",
        PDF,
        "application/pdf",
    )


@pytest.mark.parametrize(
    ("source", "name", "media_type"),
    [
        (PDF, "file.pdf", "application/pdf"),
        (bytearray(PDF), "file.pdf", "application/pdf"),
        (memoryview(PDF), "file.pdf", "application/pdf"),
        (b"key", "file", "application/octet-stream"),
        (io.BytesIO(PDF), "file.pdf", "application/pdf"),
        (Pipe(PDF), "file.pdf", "application/pdf"),
        (OnlyRead(PDF), "file.pdf", "application/pdf"),
    ],
)
def test_bytes_and_streams_are_named_after_their_field(
    source: Any, name: str, media_type: str
) -> None:
    upload = read_upload("file", source)
    assert (upload.name, upload.media_type) == (name, media_type)
    assert type(upload.content) is bytes


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.png", "image/png"),
        ("a.JPG", "image/jpeg"),
        ("a.jpeg", "image/jpeg"),
        ("a.webp", "image/webp"),
        ("a.xml", "application/xml"),
        ("a.cer", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_the_media_type_follows_the_name(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(b"content")
    assert read_upload("file", tmp_path / name).media_type == media_type


def test_a_file_object_is_read_from_its_position_and_rewound(tmp_path: Path) -> None:
    path = tmp_path / "csf.pdf"
    path.write_bytes(b"skip" + PDF)
    with path.open("rb") as file:
        file.seek(4)
        upload = read_upload("file", file)
        assert (upload.name, upload.content) == ("csf.pdf", PDF)
        assert file.tell() == 4
        assert read_upload("file", file) == upload


def test_a_nameless_file_object_is_named_after_its_field() -> None:
    with tempfile.SpooledTemporaryFile() as spooled, tempfile.TemporaryFile() as nameless:
        files: tuple[Any, ...] = (spooled, nameless)
        for file in files:
            file.write(PDF)
            file.seek(0)
            assert read_upload("file", file).name == "file.pdf"


def _closed() -> io.BytesIO:
    file = io.BytesIO(PDF)
    file.close()
    return file


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "file: the file is empty"),
        (io.BytesIO(), "file: the file is empty"),
        ("no/such/csf.pdf", "file: cannot read 'csf.pdf': No such file or directory"),
        ("zero\0byte", "file: cannot read"),
        (io.StringIO("text"), r'file: open the file in binary mode \("rb"\)'),
        (OnlyRead("text"), r'file: open the file in binary mode \("rb"\)'),
        (OnlyRead(None), r'file: open the file in binary mode \("rb"\)'),
        (5, "file takes a path, bytes or a binary file object, not int"),
        (None, "file takes a path, bytes or a binary file object, not NoneType"),
        (_closed(), "file: cannot read the file object: I/O operation on closed file"),
    ],
)
def test_a_source_that_cannot_be_read_is_refused(source: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}"):
        read_upload("file", source)


def test_content_passed_as_a_path_is_not_quoted() -> None:
    content = b64encode(KEY_FILE * 100).decode()
    with pytest.raises(
        InvalidArgumentError, match=r"^key: the string is too long for a path"
    ) as caught:
        read_upload("key", content)
    assert content[:20] not in "".join(format_exception(caught.value))


@pytest.mark.anyio
async def test_an_async_file_object_is_refused_with_the_way_to_pass_it(tmp_path: Path) -> None:
    (tmp_path / "csf.pdf").write_bytes(PDF)
    async with await anyio.open_file(tmp_path / "csf.pdf", "rb") as file:
        awaited: tuple[Any, ...] = (file, UploadFile(io.BytesIO(PDF)))
        for source in awaited:
            with pytest.raises(
                InvalidArgumentError,
                match=r"^file: this file object is async; pass `await file.read\(\)` instead$",
            ):
                read_upload("file", source)


def test_a_directory_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(InvalidArgumentError, match="the file is empty"):
        read_upload("file", tmp_path / "empty.pdf")
    with pytest.raises(InvalidArgumentError, match="cannot read"):
        read_upload("file", tmp_path)


def test_a_file_opened_for_writing_only_is_refused(tmp_path: Path) -> None:
    with (
        (tmp_path / "out.pdf").open("wb") as file,
        pytest.raises(InvalidArgumentError, match="cannot read the file object"),
    ):
        read_upload("file", file)


CSF = Accepts(max_bytes=20, media_types=("application/pdf",))
CERTIFICATE = Accepts(media_types=("application/pkix-cert",))
KEY = Accepts(media_types=("application/pkcs8",))
SCAN = Accepts(media_types=("application/pdf", "image/png", "image/webp"))
CER_FILE, KEY_FILE = FILES["application/pkix-cert"], FILES["application/pkcs8"]


@pytest.mark.parametrize("as_", ["bytes", "path", "file", "pipe"])
def test_a_file_may_have_the_largest_size_and_no_more(tmp_path: Path, as_: str) -> None:
    def source(content: bytes) -> Any:
        path = tmp_path / "csf.pdf"
        path.write_bytes(content)
        return {"bytes": content, "path": path, "file": io.BytesIO(content), "pipe": Pipe(content)}[
            as_
        ]

    assert len(read_upload("file", source(PDF.ljust(20)), CSF).content) == 20
    with pytest.raises(
        InvalidArgumentError, match=r"^file: the file has 21 bytes; at most 20 are accepted$"
    ):
        read_upload("file", source(PDF.ljust(21)), CSF)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    sparse = tmp_path / "large.pdf"
    with sparse.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(InvalidArgumentError, match=r"has 1099511627776 bytes"):
        read_upload("file", sparse, CSF)
    with sparse.open("rb") as file:
        file.seek(1)
        with pytest.raises(InvalidArgumentError, match=r"has 1099511627775 bytes"):
            read_upload("file", file, CSF)
        assert file.tell() == 1


@pytest.mark.parametrize(
    ("accepts", "content", "message"),
    [
        (CSF, b"hello", "file: unsupported file type; expected PDF"),
        (CSF, b"\x89PNG\r\n\x1a\n", "file: unsupported file type; expected PDF, got PNG"),
        (SCAN, b"GIF89a", "file: unsupported file type; expected PDF, PNG or WEBP"),
        (SCAN, b"<a/>", "file: unsupported file type; expected PDF, PNG or WEBP, got XML"),
        (
            CERTIFICATE,
            KEY_FILE,
            r"file: unsupported file type; expected certificate \(.cer\), got private key \(.key\)",
        ),
        (
            KEY,
            CER_FILE,
            r"file: unsupported file type; expected private key \(.key\), got certificate \(.cer\)",
        ),
        (KEY, PDF, r"file: unsupported file type; expected private key \(.key\), got PDF"),
    ],
)
def test_a_file_of_another_type_is_refused(accepts: Accepts, content: bytes, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}$"):
        read_upload("file", content, accepts)


@pytest.mark.parametrize(
    ("accepts", "content"),
    [
        (CSF, PDF),
        (SCAN, b"\x89PNG\r\n\x1a\n"),
        (CERTIFICATE, CER_FILE),
        (CERTIFICATE, b"-----BEGIN CERTIFICATE-----"),
        (KEY, KEY_FILE),
        (KEY, b"\x30\x03abc"),
        (Accepts(), b"anything"),
    ],
)
def test_a_file_that_may_be_of_the_type_is_taken(accepts: Accepts, content: bytes) -> None:
    assert read_upload("file", content, accepts).content == content
