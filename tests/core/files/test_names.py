"""Texts of others become one plain file name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api import Download
from gigstack_api._core.files.names import plain_file_name

NAMES = [
    ("inv_1.pdf", "inv_1.pdf"),
    ("factura de junio.pdf", "factura de junio.pdf"),
    ("año.xml", "año.xml"),
    ("../../x.pdf", "x.pdf"),
    ("..\\..\\x.pdf", "x.pdf"),
    ("/etc/passwd", "etc_passwd"),
    ("C:\\Windows\\x.pdf", "C__Windows_x.pdf"),
    ("a/b.pdf", "a_b.pdf"),
    ("", "download"),
    (".", "download"),
    ("..", "download"),
    (" . . ", "download"),
    ("///", "download"),
    ("a\0b.pdf", "a_b.pdf"),
    ("a\r\nb.pdf", "a__b.pdf"),
    ("a\u202efdp.exe", "a_fdp.exe"),
    ("a\ud800.pdf", "a_.pdf"),
    ("x.pdf:stream", "x.pdf_stream"),
    ('<>:"|?*', "_______"),
    ("a.pdf. ", "a.pdf"),
    (".bashrc", "bashrc"),
    ("CON", "_CON"),
    ("nul.pdf", "_nul.pdf"),
    ("com1 .tar.gz", "_com1 .tar.gz"),
    ("LPT¹.pdf", "_LPT¹.pdf"),
    ("console.pdf", "console.pdf"),
    ("a" * 300 + ".pdf", "a" * 251 + ".pdf"),
    ("ñ" * 300 + ".pdf", "ñ" * 125 + ".pdf"),
    ("a" * 300, "a" * 255),
    ("a." + "b" * 300, "a." + "b" * 253),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_text_becomes_a_plain_name(text: str, name: str) -> None:
    assert plain_file_name(text) == name


@given(st.text())
def test_any_text_becomes_a_name_inside_its_folder(text: str) -> None:
    name = plain_file_name(text)
    assert Path("folder", name).parent == Path("folder")
    assert name not in {"", ".", ".."}
    assert 0 < len(name.encode()) <= 255
    assert name.isprintable()
    assert plain_file_name(name) == name


@pytest.mark.parametrize("text", ["../../x.pdf", "/x.pdf", "..", "a/../../x.pdf", "\0", "é" * 200])
def test_a_download_is_saved_inside_the_folder_whatever_its_name(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "inside" / "folder"
    folder.mkdir(parents=True)
    saved = Download(b"%PDF-1.7 %%EOF", text, "application/pdf").save(folder)
    assert [saved] == [path for path in tmp_path.rglob("*") if path.is_file()]
    assert saved.parent == folder
