"""Downloads and bundles: reading them from texts, saving them whole or not at all."""

from __future__ import annotations

import os
import resource
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Bundle, Download, FileNotSavedError, WrongFileError
from gigstack_api._core.files.content import find_problem
from gigstack_api._core.files.download import Link, parse_file_text
from tests.support.cfdi import INVOICE, UUID

PDF = b"%PDF-1.7 content %%EOF"
DOWNLOAD = Download(PDF, "inv_1.pdf", "application/pdf")


def test_a_download_is_saved_under_a_path(tmp_path: Path) -> None:
    target = tmp_path / "mine.pdf"
    target.write_bytes(b"old")
    assert DOWNLOAD.save(str(target)) == target
    assert target.read_bytes() == PDF
    assert list(tmp_path.iterdir()) == [target]


def test_a_download_is_saved_into_a_directory_by_its_name(tmp_path: Path) -> None:
    assert DOWNLOAD.save(tmp_path) == tmp_path / "inv_1.pdf"
    assert (tmp_path / "inv_1.pdf").read_bytes() == PDF


def test_a_failed_save_leaves_the_directory_unchanged(tmp_path: Path) -> None:
    (tmp_path / "inv_1.pdf").mkdir()
    with pytest.raises(FileNotSavedError, match="is a directory"):
        DOWNLOAD.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["inv_1.pdf"]


def test_a_download_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    broken: Any = "no bytes"
    with pytest.raises(TypeError):
        Download(broken, "a.pdf", "application/pdf").save(tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Limits every file to 50 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("size", [100, 100_000], ids=["buffered", "written through"])
def test_nothing_is_left_behind_on_a_full_disk(tmp_path: Path, size: int) -> None:
    pdf, xml = (
        Download(b"%PDF-".ljust(size) + b"%%EOF", "a.pdf", "application/pdf"),
        Download(b"<a/>", "a.xml", "application/xml"),
    )
    for save in (pdf.save, Bundle(pdf, xml).save):
        with pytest.raises(OSError, match="larger than the file system"):
            save(tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_a_name_may_be_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    target = tmp_path / f"{'a' * 251}.pdf"
    assert DOWNLOAD.save(target) == target
    assert list(tmp_path.iterdir()) == [target]


def test_saving_into_a_missing_directory_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DOWNLOAD.save(tmp_path / "none" / "a.pdf")


def test_a_saved_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        saved = DOWNLOAD.save(tmp_path)
    finally:
        os.umask(before)
    assert saved.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("download", "message"),
    [
        (Download(b"<html>", "a.pdf", "application/pdf"), "the file is not a PDF"),
        (
            Download(b"<a>", "a.xml", "application/xml"),
            "the file is not well-formed XML: no element found: line 1, column 3",
        ),
        (
            Download(b"<a/>", "a.xml", "application/xml", uuid="u-1"),
            "the file is not a stamped CFDI",
        ),
        (
            Download(INVOICE.encode(), "a.xml", "application/xml", uuid="u-1"),
            "the file is the CFDI of another UUID",
        ),
    ],
)
def test_a_file_with_the_wrong_content_is_not_saved(
    tmp_path: Path, download: Download, message: str
) -> None:
    for save in (download.verify, lambda: download.save(tmp_path)):
        with pytest.raises(WrongFileError) as caught:
            save()
        assert str(caught.value) == message
    assert list(tmp_path.iterdir()) == []


def test_a_cfdi_with_the_right_uuid_is_saved(tmp_path: Path) -> None:
    xml = Download(INVOICE.encode(), "a.xml", "application/xml", uuid=UUID.lower())
    assert xml.save(tmp_path).read_text() == INVOICE


BUNDLE = Bundle(DOWNLOAD, Download(INVOICE.encode(), "inv_1.xml", "application/xml", uuid=UUID))


def test_a_bundle_is_saved_into_a_directory(tmp_path: Path) -> None:
    (tmp_path / "inv_1.pdf").write_bytes(b"old")
    assert BUNDLE.save(str(tmp_path)) == (tmp_path / "inv_1.pdf", tmp_path / "inv_1.xml")
    assert contents(tmp_path) == {"inv_1.pdf": PDF, "inv_1.xml": INVOICE.encode()}


@pytest.mark.parametrize("before", [{}, {"inv_1.pdf": b"old"}])
@pytest.mark.parametrize("blocked", ["inv_1.xml", "inv_1.pdf"])
def test_both_files_of_a_bundle_are_written_or_neither(
    tmp_path: Path, before: dict[str, bytes], blocked: str
) -> None:
    for name, content in before.items():
        if name != blocked:
            (tmp_path / name).write_bytes(content)
    (tmp_path / blocked).mkdir()
    kept = contents(tmp_path)
    with pytest.raises(OSError, match="irectory"):
        BUNDLE.save(tmp_path)
    assert contents(tmp_path) == kept
    assert (tmp_path / blocked).is_dir()


@pytest.mark.parametrize(
    "bundle",
    [
        Bundle(Download(b"<a/>", "a.pdf", "application/pdf"), BUNDLE.xml),
        Bundle(DOWNLOAD, Download(b"<a/>", "a.xml", "application/xml", uuid=UUID)),
    ],
    ids=["PDF", "XML"],
)
def test_a_bundle_with_a_wrong_file_is_not_saved(tmp_path: Path, bundle: Bundle) -> None:
    with pytest.raises(WrongFileError):
        bundle.save(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_bundle_is_not_saved_into_a_missing_directory(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        BUNDLE.save(tmp_path / "none")


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of a directory."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_download_prints_no_content() -> None:
    assert repr(DOWNLOAD) == "Download(22 bytes, 'inv_1.pdf', 'application/pdf')"


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
def test_base64_data_urls_and_xml_are_files(text: str, content: bytes) -> None:
    assert parse_file_text(text, "a.pdf", "application/pdf") == Download(
        content, "a.pdf", "application/pdf"
    )


DECLARING = '<?xml version="1.0" encoding="{}"?><a b="Ñandú"/>'


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("UTF-16", "utf-16"),
        ("UTF-16LE", "utf-16-le"),
    ],
)
def test_xml_text_is_written_in_its_declared_encoding(declared: str, encoding: str) -> None:
    text = DECLARING.format(declared)
    found = parse_file_text(text, "a.xml", "application/xml")
    assert found == Download(text.encode(encoding), "a.xml", "application/xml")
    assert find_problem(text.encode(encoding), "application/xml") is None


@pytest.mark.parametrize("declared", ["US-ASCII", "no-such-code", "base64", "utf8"])
def test_xml_text_that_does_not_fit_its_encoding_is_utf_8(declared: str) -> None:
    found = parse_file_text(DECLARING.format(declared), "a.xml", "application/xml")
    assert found == Download(DECLARING.format("UTF-8").encode(), "a.xml", "application/xml")


def test_xml_text_keeps_a_byte_order_mark_in_utf_8_only() -> None:
    for declared, content in (
        ("UTF-8", "\ufeff<?xml version='1.0' encoding='UTF-8'?><a/>".encode()),
        ("ISO-8859-1", b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>"),
    ):
        text = f"\ufeff<?xml version='1.0' encoding='{declared}'?><a/>"
        assert parse_file_text(text, "a.xml", "") == Download(content, "a.xml", "")


@pytest.mark.parametrize("text", ["https://files.test/a?signature=x", "http://127.0.0.1/a"])
def test_a_url_is_a_link(text: str) -> None:
    assert parse_file_text(text, "a.pdf", "application/pdf") == Link(
        text, "a.pdf", "application/pdf"
    )


@pytest.mark.parametrize(
    "text",
    [
        "no file at all",
        "ftp://files.test/a",
        "abc",
        "ñññ",
        "",
        " ",
        "data:application/pdf;base64,abc",
        "data:,",
    ],
)
def test_other_texts_are_not_files(text: str) -> None:
    assert parse_file_text(text, "a.pdf", "application/pdf") is None
