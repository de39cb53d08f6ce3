"""Files that the API gave, with the proof that they are what they are called. Pure but for
saving.
"""

from __future__ import annotations

from base64 import b64decode
from os import PathLike
from pathlib import Path
from urllib.parse import unquote_to_bytes

from attrs import field as attribute
from attrs import frozen

from ...errors import WrongFileError
from .atomic import write_both, write_whole
from .content import kind_called, problem_of


@frozen
class Download:
    """A file the API gave: PDF, XML or ZIP. `uuid` is that of the CFDI it should be, where the call
    named one.
    """

    content: bytes
    file_name: str
    media_type: str
    uuid: str | None = attribute(default=None, kw_only=True)

    def verify(self) -> None:
        """Returns if the file is what it is called: a PDF or ZIP by its beginning, an XML
        well-formed, the CFDI of `uuid`.

        Raises:
            WrongFileError: it is not.
        """
        problem = problem_of(self.content, self.media_type, self.uuid)
        if problem:
            raise WrongFileError(f"the file {problem}")

    def save(self, path: str | PathLike[str]) -> Path:
        """Verifies and writes the file, and gives its path; into a directory, under `file_name`.

        Nobody ever sees half a file. Blocks while it writes.

        Raises:
            WrongFileError: the file is not what it is called; nothing was written.
            OSError: it cannot be written.
        """
        self.verify()
        target = Path(path)
        if target.is_dir():
            target = target / self.file_name
        write_whole(target, self.content)
        return target

    def __repr__(self) -> str:
        return f"Download({len(self.content)} bytes, {self.file_name!r}, {self.media_type!r})"


@frozen
class Bundle:
    """The two files of an invoice."""

    pdf: Download
    xml: Download

    def verify(self) -> None:
        """Returns if both files are what they are called.

        Raises:
            WrongFileError: one is not.
        """
        self.pdf.verify()
        self.xml.verify()

    def save(self, directory: str | PathLike[str]) -> tuple[Path, Path]:
        """Verifies and writes both into a directory that is there, and gives the paths of PDF and
        XML.

        Both or none: where one cannot be written, the directory is as it was. Blocks while it
            writes.

        Raises:
            WrongFileError: a file is not what it is called; nothing was written.
            OSError: one cannot be written.
        """
        self.verify()
        pdf, xml = Path(directory) / self.pdf.file_name, Path(directory) / self.xml.file_name
        write_both((pdf, self.pdf.content), (xml, self.xml.content))
        return pdf, xml


@frozen
class Link:
    """A file the API named by its address, which opens it for anybody; fetched without the key."""

    url: str = attribute(repr=False)
    file_name: str
    media_type: str
    uuid: str | None = attribute(default=None, kw_only=True)


def media_type_of(said: str, promised: str) -> str:
    """What a file is called: as its host says, unless that is not the kind that was promised."""
    wanted = kind_called(promised)
    return (said or promised) if wanted in {None, kind_called(said)} else promised


def file_of_text(text: str, file_name: str, media_type: str) -> Download | Link | None:
    """The file a JSON text stands for: an address, a data URL, XML as it is, or base64; None if it
    is none of them.
    """
    if text.startswith(("https://", "http://")):
        return Link(text, file_name, media_type)
    try:
        content = _content(text)
    except ValueError:
        return None
    return (
        Download(content, file_name, media_type) if content and not is_web_page(content) else None
    )


def is_web_page(content: bytes) -> bool:
    """Whether a body begins as HTML does, whatever it is called: a login or error page of something
    in between.
    """
    head = content[:1024].lower()
    return b"<html" in head or b"<!doctype html" in head


def _content(text: str) -> bytes:
    if text.startswith("data:"):
        head, _, tail = text.partition(",")
        content = unquote_to_bytes(tail)
        return b64decode(content) if head.endswith(";base64") else content
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return text.encode()
    return b64decode("".join(text.split()), validate=True)
