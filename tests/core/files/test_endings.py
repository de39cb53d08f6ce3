"""Files that are cut off are recognised by what they lack at their end."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from gigstack_api import Download, WrongFileError
from gigstack_api._core.files.endings import find_missing_end
from tests.support.cfdi import INVOICE


def zipped(comment: bytes = b"") -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("a.xml"), "<a/>" * 100)
        archive.comment = comment
    return packed.getvalue()


PDF = b"%PDF-1.7\n" + b"x" * 2_000 + b"\nstartxref\n9\n%%EOF"
WHOLE = [
    (PDF, "application/pdf"),
    (PDF + b"\r\n" + b"\0" * 900, "application/x-pdf"),
    (zipped(), "application/zip"),
    (zipped(b"a comment" * 100), "application/x-zip-compressed"),
    (zipped(b"PK\x05\x06"), "application/zip"),
    (INVOICE.encode(), "application/xml"),
    (f"\ufeff{INVOICE}\n".encode(), "text/xml"),
    (PDF, ""),
    (zipped(), "application/octet-stream"),
    (b"<a> of a text", "text/plain"),
    (b"<a> of a text", ""),
    (b"anything", ""),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"", ""),
]

CUT = [
    (PDF[:-1], "application/pdf", "PDF"),
    (PDF[:100], "application/octet-stream", "PDF"),
    (PDF + b"x" * 2_000, "application/pdf", "PDF"),
    (zipped()[:-1], "application/zip", "ZIP"),
    (zipped()[:50], "", "ZIP"),
    (zipped(b"a comment")[:-1], "application/zip", "ZIP"),
    (INVOICE.encode()[:-1], "application/xml", "XML"),
    (b"<?xml version='1.0'?><a>", "", "XML"),
    (b"<?xml version='1.0' encoding='no-such'?><a/>", "text/xml", "XML"),
]


@pytest.mark.parametrize(("content", "media_type"), WHOLE)
def test_a_whole_file_lacks_nothing(content: bytes, media_type: str) -> None:
    assert find_missing_end(content, media_type) is None


@pytest.mark.parametrize(("content", "media_type", "name"), CUT)
def test_a_file_that_is_cut_lacks_its_end(content: bytes, media_type: str, name: str) -> None:
    assert find_missing_end(content, media_type) == f"is cut off: the end of the {name} is missing"


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [(PDF, "", "PDF"), (zipped(), "", "ZIP"), (INVOICE.encode(), "application/xml", "XML")],
)
def test_a_file_cut_anywhere_is_not_whole(content: bytes, media_type: str, name: str) -> None:
    ends = {
        find_missing_end(content[:size], media_type)
        for size in range(20, len(content.rstrip()), 97)
    }
    assert ends == {f"is cut off: the end of the {name} is missing"}


def test_a_cut_download_is_not_verified_or_saved(tmp_path: Path) -> None:
    for content, media_type in ((PDF[:-9], "application/pdf"), (zipped()[:-9], "application/zip")):
        download = Download(content, "a", media_type)
        with pytest.raises(WrongFileError, match="is cut off"):
            download.verify()
        with pytest.raises(WrongFileError, match="is cut off"):
            download.save(tmp_path)
    assert list(tmp_path.iterdir()) == []
