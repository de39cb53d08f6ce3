from __future__ import annotations

import io
import os
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Download, InvalidArgumentError
from gigstack_api._core.files import Link, file_of_text, read_upload

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
    """The least that can be read from."""

    def __init__(self, content: object) -> None:
        self._content = content

    def read(self) -> object:
        return self._content


@pytest.mark.parametrize("as_text", [True, False])
def test_a_path_gives_name_and_content(tmp_path: Path, as_text: bool) -> None:
    path = tmp_path / "Constancia.PDF"
    path.write_bytes(PDF)
    upload = read_upload("file", str(path) if as_text else path)
    assert (upload.name, upload.content, upload.media_type) == ("Constancia.PDF", PDF, "application/pdf")


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
def test_bytes_and_streams_are_named_after_their_field(source: Any, name: str, media_type: str) -> None:
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


def test_a_file_object_is_read_from_where_it_stands_and_left_there(tmp_path: Path) -> None:
    path = tmp_path / "csf.pdf"
    path.write_bytes(b"skip" + PDF)
    with path.open("rb") as file:
        file.seek(4)
        upload = read_upload("file", file)
        assert (upload.name, upload.content) == ("csf.pdf", PDF)
        assert file.tell() == 4
        assert read_upload("file", file) == upload


def test_a_file_object_without_a_name_of_its_own_is_named_after_its_field() -> None:
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
def test_what_cannot_be_read_is_refused(source: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}"):
        read_upload("file", source)


def test_a_directory_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(InvalidArgumentError, match="the file is empty"):
        read_upload("file", tmp_path / "empty.pdf")
    with pytest.raises(InvalidArgumentError, match="cannot read"):
        read_upload("file", tmp_path)


def test_a_file_opened_for_writing_only_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "out.pdf").open("wb") as file, pytest.raises(InvalidArgumentError, match="cannot read the file object"):
        read_upload("file", file)


DOWNLOAD = Download(PDF, "inv_1.pdf", "application/pdf")


def test_a_download_is_saved_under_a_path(tmp_path: Path) -> None:
    target = tmp_path / "mine.pdf"
    target.write_bytes(b"old")
    assert DOWNLOAD.save(str(target)) == target
    assert target.read_bytes() == PDF
    assert list(tmp_path.iterdir()) == [target]


def test_a_download_is_saved_into_a_directory_under_its_own_name(tmp_path: Path) -> None:
    assert DOWNLOAD.save(tmp_path) == tmp_path / "inv_1.pdf"
    assert (tmp_path / "inv_1.pdf").read_bytes() == PDF


def test_a_failed_save_leaves_nothing_behind_and_the_old_file_alone(tmp_path: Path) -> None:
    (tmp_path / "inv_1.pdf").mkdir()
    with pytest.raises(OSError, match="irectory"):
        DOWNLOAD.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["inv_1.pdf"]


def test_a_download_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    broken: Any = "no bytes"
    with pytest.raises(TypeError):
        Download(broken, "a.pdf", "application/pdf").save(tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_saving_where_there_is_no_directory_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DOWNLOAD.save(tmp_path / "none" / "a.pdf")


def test_a_saved_file_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        saved = DOWNLOAD.save(tmp_path)
    finally:
        os.umask(before)
    assert saved.stat().st_mode & 0o777 == 0o644


def test_a_download_prints_no_content() -> None:
    assert repr(DOWNLOAD) == "Download(16 bytes, 'inv_1.pdf', 'application/pdf')"


ENCODED = b64encode(PDF).decode()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (ENCODED, PDF),
        (f" {ENCODED[:8]}\r\n{ENCODED[8:]}\n", PDF),
        (f"data:application/pdf;base64,{ENCODED}", PDF),
        (f"data:application/pdf;base64,{ENCODED.replace('=', '%3D')}", PDF),
        ("data:text/xml,%3Ccfdi%2F%3E", b"<cfdi/>"),
        ("<cfdi:Comprobante/>", b"<cfdi:Comprobante/>"),
        ("\ufeff\n <?xml version='1.0'?><ñ/>", "\ufeff\n <?xml version='1.0'?><ñ/>".encode()),
    ],
)
def test_a_text_stands_for_a_file(text: str, content: bytes) -> None:
    assert file_of_text(text, "a.pdf", "application/pdf") == Download(content, "a.pdf", "application/pdf")


@pytest.mark.parametrize("text", ["https://files.test/a?signature=x", "http://127.0.0.1/a"])
def test_an_address_stands_for_a_link(text: str) -> None:
    assert file_of_text(text, "a.pdf", "application/pdf") == Link(text, "a.pdf", "application/pdf")


@pytest.mark.parametrize(
    "text", ["no file at all", "ftp://files.test/a", "abc", "ñññ", "", " ", "data:application/pdf;base64,abc", "data:,"]
)
def test_other_texts_are_no_file(text: str) -> None:
    assert file_of_text(text, "a.pdf", "application/pdf") is None
