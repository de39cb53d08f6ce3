"""Content sniffing: the type of a file by its first bytes, and the CFDI that an XML holds."""

from __future__ import annotations

import re

from ..limits import LOADING_TO_CHECK
from ..schema.data import Data

SIZE = rb"(?:[\x00-\x7f]|\x81.|\x82..|\x83...)"
"""Pattern of the length of a DER value."""


class FileType(Data, frozen=True):
    """A type of file, and the pattern of its first bytes.

    `is_certain` says that a file with other first bytes is of another type.
    """

    media_type: str
    name: str
    pattern: bytes
    is_certain: bool = True

    def matches(self, content: bytes) -> bool:
        """Whether a file starts like one of this type."""
        return re.match(self.pattern, content, re.DOTALL) is not None


FILE_TYPES = (
    FileType("application/pdf", "PDF", rb"%PDF-"),
    FileType("application/zip", "ZIP", rb"PK(?:\x03\x04|\x05\x06)"),
    FileType("application/xml", "XML", rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<\x00|\xfe\xff\x00<"),
    FileType("image/png", "PNG", rb"\x89PNG\r\n\x1a\n"),
    FileType("image/jpeg", "JPEG", rb"\xff\xd8\xff"),
    FileType("image/webp", "WEBP", rb"RIFF....WEBP"),
    FileType(
        "application/pkix-cert",
        "certificate (.cer)",
        rb"\x30%b\x30%b\xa0\x03\x02\x01" % (SIZE, SIZE),
        is_certain=False,
    ),
    FileType(
        "application/pkcs8",
        "private key (.key)",
        rb"\x30%b(?:\x30%b\x06|\x02\x01\x00\x30)" % (SIZE, SIZE),
        is_certain=False,
    ),
)

BY_MEDIA_TYPE = {file_type.media_type: file_type for file_type in FILE_TYPES}

BY_SUFFIX = {
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".xml": "application/xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}

OTHER_NAMES = {
    "application/x-pdf": "application/pdf",
    "application/x-zip-compressed": "application/zip",
    "text/xml": "application/xml",
}

TFD = "http://www.sat.gob.mx/TimbreFiscalDigital TimbreFiscalDigital"

ROOTS = {
    f"{namespace} {name}": f"{namespace} Complemento"
    for name, namespaces in {
        "Comprobante": ("http://www.sat.gob.mx/cfd/4", "http://www.sat.gob.mx/cfd/3"),
        "Retenciones": (
            "http://www.sat.gob.mx/esquemas/retencionpago/2",
            "http://www.sat.gob.mx/esquemas/retencionpago/1",
        ),
    }.items()
    for namespace in namespaces
}
"""The root elements of stamped documents, each with its child element that holds the stamp."""

STAMP_DEPTH = 3
"""The level of the stamp: in the complement of the root."""


class _HasDoctype(ValueError):
    """An XML has a DTD. Those of the SAT have none, and its entities could expand without bound."""


def file_type_for(media_type: str) -> FileType | None:
    """The file type of a media type; None if it is not a known one."""
    return BY_MEDIA_TYPE.get(OTHER_NAMES.get(media_type, media_type))


def detect_file_type(content: bytes) -> FileType | None:
    """The file type that the first bytes of a file show; None if they show none."""
    return next((file_type for file_type in FILE_TYPES if file_type.matches(content)), None)


def matches_media_type(content: bytes, media_type: str) -> bool:
    """Whether a file starts like its media type requires; True if that requires nothing."""
    file_type = file_type_for(media_type)
    return file_type is None or not file_type.is_certain or file_type.matches(content)


def find_problem(content: bytes, media_type: str, uuid: str | None = None) -> str | None:
    """The first problem with a file, as the end of a sentence; None if there is none.

    It must be of its media type and, if it is an XML and `uuid` is given, the CFDI of that UUID.
    """
    file_type = file_type_for(media_type)
    if not matches_media_type(content, media_type):
        name = file_type.name if file_type else media_type
        return f"is not {'an' if name == 'XML' else 'a'} {name}"
    if file_type is None or file_type.name != "XML":
        return None
    return _find_xml_problem(content, uuid)


def _find_xml_problem(content: bytes, uuid: str | None) -> str | None:
    with LOADING_TO_CHECK:
        from xml.parsers.expat import ExpatError  # a download that is not saved needs no parser

    try:
        found = find_stamp(content)
    except _HasDoctype:
        return "has a DTD, which is not supported"
    except ExpatError as error:
        return f"is not well-formed XML: {error}"
    except (ValueError, LookupError):
        return "has an encoding that is not supported"

    if uuid is None or (found or "").lower() == uuid.lower():
        return None
    return "is the CFDI of another UUID" if found else "is not a stamped CFDI"


def find_stamp(content: bytes) -> str | None:
    """The UUID in the stamp of a CFDI; None if the XML is not a stamped CFDI.

    An addenda may use a prefix that it does not declare: many do, and XML 1.0 allows it.

    Raises:
        ExpatError: it is not well-formed.
        ValueError: it has a DTD, or an encoding that expat does not support.
        LookupError: it has an unknown encoding.
    """
    from xml.parsers.expat import ParserCreate

    path: list[str] = []
    scopes: list[dict[str, str]] = [{}]
    stamps: list[str] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > STAMP_DEPTH:
            return
        scopes.append(scopes[-1] | _declared_prefixes(attributes))
        path.append(_expanded(name, scopes[-1]))
        if depth == STAMP_DEPTH and ROOTS.get(path[0]) == path[1] and path[2] == TFD:
            stamps.append(attributes.get("UUID", ""))

    def end(_: str) -> None:
        nonlocal depth
        if depth <= STAMP_DEPTH:
            path.pop()
            scopes.pop()
        depth -= 1

    def refuse(*_: object) -> None:
        raise _HasDoctype

    # Without namespace processing, which would refuse the whole file for a prefix of the addenda.
    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(content, True)
    return stamps[0] if stamps else None


def _declared_prefixes(attributes: dict[str, str]) -> dict[str, str]:
    """The namespaces that an element declares, by prefix; the default one by an empty prefix."""
    found = {
        name.removeprefix("xmlns:"): uri
        for name, uri in attributes.items()
        if name.startswith("xmlns:")
    }
    return found | ({"": attributes["xmlns"]} if "xmlns" in attributes else {})


def _expanded(name: str, prefixes: dict[str, str]) -> str:
    """An element name as namespace and local name."""
    prefix, _, local = name.rpartition(":")
    return f"{prefixes.get(prefix, '')} {local}"
