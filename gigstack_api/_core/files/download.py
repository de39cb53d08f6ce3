"""Files from the API, verified before they are saved."""

from __future__ import annotations

import re
from os import PathLike
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from ...errors import WrongFileError
from ..limits import LOADING, LOADING_TO_SAVE
from ..schema.annotations import resolvable
from ..schema.data import Data
from .content import file_type_for, find_problem, matches_media_type
from .endings import find_missing_end
from .names import plain_file_name

HEAD_BYTES = 1024
"""Enough of a file to recognise its type."""

BYTE_ORDER_MARK = "\ufeff"
DECLARED = re.compile(r"""(<\?xml\s[^>]*?encoding\s*=\s*["'])([A-Za-z][\w.-]*)""")
MISSPELLED = {"UTF8", "UTF_8"}
"""Names that Python takes for UTF-8, and XML parsers do not know."""

if TYPE_CHECKING:
    from pathlib import Path

    from .atomic import StagedFile


@resolvable
class Download(Data, frozen=True):
    """A PDF, XML or ZIP file from the API.

    `uuid` is that of the CFDI it should be, if the call named one.
    """

    content: bytes
    file_name: str
    media_type: str
    uuid: str | None = None

    def verify(self) -> None:
        """Checks the content against the media type and `uuid`.

        PDF and ZIP files are checked by their first bytes and by their end. An XML must be
        well-formed and, if `uuid` is set, be the CFDI of that UUID.

        Raises:
            WrongFileError: the content does not match.
        """
        problem = find_problem(self.content, self.media_type, self.uuid) or find_missing_end(
            self.content, self.media_type
        )
        if problem:
            raise WrongFileError(f"the file {problem}")

    def save(self, path: str | PathLike[str]) -> Path:
        """Verifies the file, writes it, and returns its path.

        If `path` is a directory, the file is written into it as `file_name`, which is made a plain
        name first. An existing file is replaced atomically and keeps its mode. Blocks while it
        writes.

        Raises:
            WrongFileError: the content does not match the media type or `uuid`; nothing was
                written.
            FileNotSavedError: the path does not name a regular file, or the machine is at a limit.
            OSError: it cannot be written.
        """
        with LOADING_TO_SAVE:
            from pathlib import Path

            from .atomic import write_atomically

        self.verify()
        target = Path(path)
        if target.is_dir():
            target = target / plain_file_name(self.file_name)
        write_atomically(target, self.content)
        return target

    def __repr__(self) -> str:
        return f"Download({len(self.content)} bytes, {self.file_name!r}, {self.media_type!r})"


@resolvable
class Bundle(Data, frozen=True):
    """The PDF and the XML of an invoice."""

    pdf: Download
    xml: Download

    def verify(self) -> None:
        """Checks both files, as `Download.verify` does.

        Raises:
            WrongFileError: the content of one does not match.
        """
        self.pdf.verify()
        self.xml.verify()

    def save(self, directory: str | PathLike[str]) -> tuple[Path, Path]:
        """Verifies both files, writes them into an existing directory, and returns their paths.

        The path of the PDF is the first. If one cannot be written, the directory stays unchanged.
        Blocks while it writes.

        Raises:
            WrongFileError: the content of a file does not match; nothing was written.
            FileNotSavedError: a path does not name a regular file, or the machine is at a limit.
            OSError: one cannot be written.
        """
        with LOADING_TO_SAVE:
            from pathlib import Path

            from .atomic import write_pair_atomically

        self.verify()
        pdf, xml = (
            Path(directory) / plain_file_name(file.file_name) for file in (self.pdf, self.xml)
        )
        write_pair_atomically((pdf, self.pdf.content), (xml, self.xml.content))
        return pdf, xml


class Link(Data, frozen=True):
    """A file by its address, which works for anyone who has it; fetched without the API key."""

    url: str
    file_name: str
    media_type: str
    uuid: str | None = None

    in_repr = ("file_name", "media_type", "uuid")


def choose_media_type(received: str, promised: str) -> str:
    """The media type of a file: as received, unless that is of another file type than promised."""
    expected = file_type_for(promised)
    return (received or promised) if expected in {None, file_type_for(received)} else promised


def parse_file_text(text: str, file_name: str, media_type: str) -> Download | Link | None:
    """The file in a JSON string: a URL, a data URL, raw XML, or base64; None if it holds none."""
    if text.startswith(("https://", "http://")):
        return Link(text, file_name, media_type)
    try:
        content = _decode_file_text(text)
    except ValueError:
        return None
    if not content or is_web_page(content):
        return None
    return Download(content, file_name, media_type)


def is_web_page(content: bytes) -> bool:
    """Whether a body starts like HTML, whatever its media type says."""
    # Proxies and hosts answer with login and error pages in place of a file.
    head = content[:1024].lower()
    return b"<html" in head or b"<!doctype html" in head


def commit_download(staged: StagedFile, media_type: str, *, proven: bool) -> None:
    """Moves a downloaded file to its name, once it is what its media type says.

    Its end must show that it is whole, unless that is `proven`.

    Raises:
        WrongFileError: it is another file, or cut off.
    """
    staged.close()
    head = staged.head(HEAD_BYTES)
    if is_web_page(head):
        raise WrongFileError("received a web page instead of the file")
    if not matches_media_type(head, media_type):
        raise WrongFileError(f"the content does not look like {media_type}")
    if not proven and (problem := staged.check(find_missing_end, media_type)):
        raise WrongFileError(f"the file {problem}")
    staged.commit()


def _decode_file_text(text: str) -> bytes:
    with LOADING:
        from base64 import b64decode

    if text.startswith("data:"):
        head, _, tail = text.partition(",")
        content = unquote_to_bytes(tail)
        return b64decode(content) if head.endswith(";base64") else content
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return _encode_xml(text)
    return b64decode("".join(text.split()), validate=True)


def _encode_xml(text: str) -> bytes:
    """The bytes of an XML, in the encoding that it declares; UTF-8 if it declares none.

    If it cannot be written in that encoding, it is written in UTF-8 and says so.
    """
    bare = text.lstrip(BYTE_ORDER_MARK)
    declared = DECLARED.match(bare.lstrip())
    name = declared[2].upper() if declared else "UTF-8"
    if name == "UTF-8":
        return text.encode()
    try:
        if name not in MISSPELLED:
            return bare.encode(name)
    except (LookupError, UnicodeError):
        pass
    return DECLARED.sub(r"\g<1>UTF-8", text, count=1).encode()
